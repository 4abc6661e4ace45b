"""Finds what "she", "its", "the minister", "the company" refer to, in one walk over the text; none where unsure.

A deterministic resolver in the manner of Lappin and Leass (1994) and of the sieves of Lee et al. (2013): everything the
text speaks of competes, named or not, so that "a guard … he" keeps "he" from the nearest name.
"""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from collections import defaultdict

from kgexport.annotate.entities.lexicon import lexicon
from kgexport.annotate.entities.references.definite_phrases import definite, demonym_phrase
from kgexport.annotate.entities.references.definites import Definites
from kgexport.annotate.entities.references.descriptions import Description, describe, is_kind_of
from kgexport.annotate.entities.references.discourse import Discourse, Referent
from kgexport.annotate.entities.references.genders import of_person
from kgexport.annotate.entities.references.grammar import (
    SUBJECTS,
    is_joined,
    is_possessive,
    named_by,
    rank,
    subject_of,
    top,
)
from kgexport.annotate.entities.references.headlines import officials
from kgexport.annotate.entities.references.nations import Nations
from kgexport.annotate.entities.references.phrases import forms_of_entity, forms_of_noun, is_phrase_head, sort_of
from kgexport.annotate.entities.references.pronouns import FORMS, Choice, Pronouns, stands_for_nothing
from kgexport.annotate.entities.references.reference_words import reference_words
from kgexport.annotate.entities.spotting.named_places import Place, named_places
from kgexport.annotate.speech.quoted import find_quoted
from kgexport.model import Annotations, BlockKind, Mention, MentionKind, Sentence, Span, Token

_DOUBTFUL = 0.7
_OF_OFFICE = 0.65
"""Confidence in an office that stands for its holder in a headline."""
_OF_SEVERAL = 0.6
"""Confidence in "they" for two."""
_LONG_QUOTE = 12
"""Characters from which quoted words count as somebody's own; shorter ones are titles and nicknames."""


def add_references(so_far: Annotations, genders: dict[str, str], titles: dict[str, set[str]]) -> Annotations:
    """Add nominal and pronoun mentions. `genders`: key of a person -> m or f; `titles`: key -> titles."""
    return _Resolver(so_far, genders, titles).resolve()


class _Resolver:
    def __init__(self, so_far: Annotations, genders: dict[str, str], titles: dict[str, set[str]]) -> None:
        self._so_far = so_far
        self._text = so_far.article.text
        self._entities = {e.key: e for e in so_far.entities}
        self._names = named_places(so_far)
        self._described = self._descriptions(titles)
        self._genders = {
            k: of_person(e.name, genders.get(k, ""), self._described[k].nouns)
            for k, e in self._entities.items()
            if e.types[0] == "Person"
        }
        self._quotes = [q for q in find_quoted(so_far.article) if q.closed and q.end - q.begin > _LONG_QUOTE]
        self._quote_begins = [q.begin for q in self._quotes]
        self._discourse = Discourse()
        self._pronouns = Pronouns(self._discourse)
        begins = {
            e.key: min(m.span.begin for m in e.mentions if m.kind in (MentionKind.NAME, MentionKind.ADJECTIVE))
            for e in so_far.entities
            if any(m.kind in (MentionKind.NAME, MentionKind.ADJECTIVE) for m in e.mentions)
        }
        self._referents: dict[str, Referent] = {}
        self._definites = Definites(self._discourse, self._entities, self._described, begins, self._referents)
        self._nations = Nations(self._entities, so_far.sentences, self._names)
        self._found: dict[str, list[Mention]] = defaultdict(list)
        for key, span in officials(so_far.sentences, self._names, titles, self._nations):
            self._note(key, span, MentionKind.NOMINAL, _OF_OFFICE)

    def _descriptions(self, titles: dict[str, set[str]]) -> dict[str, Description]:
        described = {key: Description() for key in self._entities}
        for key in sorted(titles):
            for title in sorted(titles[key]):
                described[key].add(title.split())
        for sentence, places in zip(self._so_far.sentences, self._names, strict=True):
            for first, end, key, kind in places:
                if kind is MentionKind.NAME:
                    describe(described[key], sentence, first, end, self._entities[key].types[0] == "Person")
        return described

    def resolve(self) -> Annotations:
        """Go through the text once, in order, so that earlier references count for later ones."""
        headline = False
        for number, sentence in enumerate(self._so_far.sentences):
            if headline and sentence.block is not BlockKind.HEADLINE:
                self._discourse.clear()
            headline = sentence.block is BlockKind.HEADLINE
            self._read(sentence, self._names[number])
            self._discourse.next_sentence()
        changed = [
            dataclasses.replace(e, mentions=tuple(sorted((*e.mentions, *self._found[e.key]))))
            if e.key in self._found
            else e
            for e in self._so_far.entities
        ]
        return self._so_far.replacing(entities=changed)

    def _read(self, sentence: Sentence, places: list[Place]) -> None:
        covered: set[int] = set()
        for first, end, key, kind in places:
            head = _head(sentence, first, end)
            covered.update(range(first, end))
            person = self._entities[key].types[0] == "Person"
            noun = named_by(sentence, head, person)
            same = (
                noun is not None
                and is_kind_of(noun, person)
                and (head.dep == "appos" or noun.lemma in reference_words().bodies)
            )
            told = noun if noun is not None and same else head
            self._mention(
                self._referent(key), sentence, head, 60 if kind is MentionKind.ADJECTIVE else rank(sentence, told)
            )
            if kind is MentionKind.NAME:
                self._referent(key).names.add(head.i)
            if noun is not None and same:
                covered.add(noun.i)
            if kind is MentionKind.ADJECTIVE and end - first == 1:
                self._demonym(sentence, sentence.tokens[first], key)
        for token in sentence.tokens:
            if token.i in covered:
                if token.dep != "conj":
                    self._coordination(sentence, token)
            elif token.form.lower() in FORMS and token.pos in ("PRON", "DET"):
                self._pronoun(sentence, token)
            else:
                self._noun(sentence, token)

    def _demonym(self, sentence: Sentence, token: Token, land: str) -> None:
        """ "The German said": a person by the land."""
        if sentence.block is BlockKind.HEADLINE or self._quote(token.span.begin) is not None:
            return
        phrase = demonym_phrase(sentence, token)
        known = [k for k in self._nations.bearers(land) if k in self._referents]
        key = known[0] if len(known) == 1 else self._definites.choose(sentence, phrase) if phrase is not None else None
        if phrase is not None and key is not None and self._nations.may_be(key, land):
            self._note(key, phrase.span, MentionKind.NOMINAL, 0.6)
            self._mention(self._referent(key), sentence, token, rank(sentence, token))

    def _referent(self, key: str) -> Referent:
        if key not in self._referents:
            entity = self._entities[key]
            forms = forms_of_entity(entity, self._genders.get(key, ""))
            referent = self._discourse.entity(key, forms, sort_of(entity.types[0]))
            if " " not in entity.name and not self._described[key].nouns:
                referent.doubt = _DOUBTFUL
            self._referents[key] = referent
        return self._referents[key]

    def _quote(self, position: int) -> Span | None:
        at = bisect_right(self._quote_begins, position) - 1
        if at >= 0 and position < self._quotes[at].end:
            return Span(self._quotes[at].begin, self._quotes[at].end)
        return None

    def _mention(self, referent: Referent, sentence: Sentence, token: Token, weight: int) -> None:
        quoted = self._quote(token.span.begin) is not None
        subject = top(sentence, token).dep in SUBJECTS and not is_joined(sentence, token)
        self._discourse.mention(referent, token, weight // 2 if quoted else weight, subject, quoted)

    def _coordination(self, sentence: Sentence, token: Token) -> None:
        """Note "A and B" as two that "they" can stand for."""
        if not sentence.children(token, "conj"):
            return
        members = [r for t in (token, *sentence.children(token, "conj")) for r in self._discourse if t.i in r.ranks]
        if len(members) > 1 and not any(m.sort in ("land", "place") for m in members):
            both = Referent({"they"}, sort="both", members=tuple(members))
            self._mention(both, sentence, token, rank(sentence, token))

    def _noun(self, sentence: Sentence, token: Token) -> None:
        phrase = definite(sentence, token, self._text)
        if phrase is not None and sentence.block is not BlockKind.HEADLINE:
            key = self._definites.choose(sentence, phrase)
            if key is not None:
                self._note(key, phrase.span, MentionKind.NOMINAL, 0.7)
                self._mention(self._referent(key), sentence, token, rank(sentence, token))
                return
        if not is_phrase_head(sentence, token) or (token.label == "PERSON" and token.dep == "compound"):
            return
        self._unnamed(sentence, token)
        if token.dep != "conj":
            self._coordination(sentence, token)

    def _unnamed(self, sentence: Sentence, token: Token) -> None:
        """Note what has no name; "the judge" is the judge spoken of before."""
        told = [t for t in sentence.children(token, "appos") if t.pos == "NOUN" and is_kind_of(t, True)]
        forms, sort = forms_of_noun(told[0] if told else token)
        noun = token.form.lower()
        fixed = any(
            t.form.lower() in ("the", "this", "that", "these", "those") for t in sentence.children(token, "det")
        )
        known = next((r for r in self._discourse if fixed and not r.key and r.head == noun), None)
        referent = known or Referent(forms, sort=sort, head=noun)
        self._mention(referent, sentence, token, rank(sentence, token))

    def _pronoun(self, sentence: Sentence, token: Token) -> None:
        if stands_for_nothing(sentence, token):
            return
        quote = self._quote(token.span.begin)
        speaker = self._speaker(sentence, quote) if quote is not None else None
        choice = None
        if quote is None or speaker is not None:
            choice = self._pronouns.choose(sentence, token, quote, speaker)
        weight = rank(sentence, token)
        if choice is None:
            form = FORMS[token.form.lower()]
            if not is_possessive(token):
                self._mention(Referent({form}, sort="unclear"), sentence, token, weight)
            return
        self._mention(choice.referent, sentence, token, weight)
        if choice.referent.key:
            self._accept(token, choice)
        elif _are_persons(choice.referent):
            for member in choice.referent.members:  # "they" of two persons is a mention of each
                self._note(member.key, token.span, MentionKind.PRONOUN, _OF_SEVERAL)

    def _accept(self, token: Token, choice: Choice) -> None:
        form = FORMS[token.form.lower()]
        if form in ("he", "she"):
            choice.referent.forms = {form}
        elif choice.referent.sort == "body":
            choice.referent.forms = {form}  # a text that says "it" of a company does not say "they"
        confidence = 0.85 if choice.lead >= 4 else 0.75 if choice.lead >= 2 else 0.65
        self._note(choice.referent.key, token.span, MentionKind.PRONOUN, confidence)

    def _speaker(self, sentence: Sentence, quote: Span) -> Referent | None:
        """Who says the quoted words, by the reporting verb in the sentence; None where it is not told there."""
        verbs = lexicon().words["speech_verbs"]
        for verb in sentence.tokens:
            if verb.lemma in verbs and not quote.overlaps(verb.span):
                subject = subject_of(sentence, verb)
                if subject is not None and not quote.overlaps(subject.span):
                    here = [r for r in self._discourse if subject.i in r.ranks]
                    return here[0] if here else Referent(set())
        return None

    def _note(self, key: str, span: Span, kind: MentionKind, confidence: float) -> None:
        self._found[key].append(Mention(span, kind, f"entities/{kind.value}", confidence))


def _are_persons(referent: Referent) -> bool:
    """Whether a referent is "A and B", persons with names both."""
    return bool(referent.members) and all(m.key and m.sort == "person" for m in referent.members)


def _head(sentence: Sentence, first: int, end: int) -> Token:
    """The token of a name that hangs from outside of it."""
    outside = (t for t in sentence.tokens[first:end] if not first <= t.head < end or t.head == t.i)
    return next(outside, sentence.tokens[end - 1])
