"""Finds what "she", "its", "the minister", "the company" refer to, in one walk over the text; none where unsure.

A deterministic resolver in the manner of Lappin and Leass (1994) and of the sieves of Lee et al. (2013): everything the
text speaks of competes, named or not, so that "a guard … he" keeps "he" from the nearest name.
"""

from __future__ import annotations

import dataclasses

from kgexport.annotate.entities.lexicon import coarse, lexicon
from kgexport.annotate.entities.references.definite_phrases import demonym_phrase
from kgexport.annotate.entities.references.definites import Definites
from kgexport.annotate.entities.references.descriptions import follower, is_class_of, is_kind_of
from kgexport.annotate.entities.references.discourse import Referent
from kgexport.annotate.entities.references.grammar import (
    head_of_name,
    is_in_adjective,
    is_possessive,
    named_by,
    rank,
    subject_of,
)
from kgexport.annotate.entities.references.headlines import officials
from kgexport.annotate.entities.references.introductions import Known, introductions
from kgexport.annotate.entities.references.leading import leading_holders
from kgexport.annotate.entities.references.mutual import mutual
from kgexport.annotate.entities.references.nations import Nations
from kgexport.annotate.entities.references.nouns import OF_SEVERAL, Nouns
from kgexport.annotate.entities.references.phrases import other_kin
from kgexport.annotate.entities.references.pronouns import FORMS, Choice, Pronouns, is_pronoun, stands_for_nothing
from kgexport.annotate.entities.references.reference_words import reference_words
from kgexport.annotate.entities.references.sole import Sole
from kgexport.annotate.entities.references.state import State
from kgexport.annotate.entities.spotting.named_places import Place
from kgexport.model import Annotations, BlockKind, MentionKind, Sentence, Span, Token

_APPOSED = 0.8
_OF_OFFICE = 0.65
"""Confidence in an office that stands for its holder in a headline."""


def add_references(so_far: Annotations, genders: dict[str, str], titles: dict[str, set[str]]) -> Annotations:
    """Add nominal and pronoun mentions. `genders`: key of a person -> m or f; `titles`: key -> titles."""
    return _Resolver(so_far, genders, titles).resolve()


class _Resolver:
    def __init__(self, so_far: Annotations, genders: dict[str, str], titles: dict[str, set[str]]) -> None:
        self._state = State(so_far, genders, titles)
        self._pronouns = Pronouns(self._state.discourse)
        begins = {
            e.key: min(m.span.begin for m in e.mentions if m.kind in (MentionKind.NAME, MentionKind.ADJECTIVE))
            for e in so_far.entities
            if any(m.kind in (MentionKind.NAME, MentionKind.ADJECTIVE) for m in e.mentions)
        }
        state = self._state
        sole = Sole.of(so_far.sentences, state.names, state.entities, begins)
        leads = self._lead()
        self._definites = Definites(state.discourse, state.entities, state.described, begins, state.referents, sole)
        self._nations = Nations(self._state.entities, so_far.sentences, self._state.names)
        self._nouns = Nouns(state, self._definites, self._nations, leads)
        self._described_by: list[tuple[int, int]] = []
        for key, span in officials(so_far.sentences, self._state.names, titles, self._nations):
            self._state.note(key, span, MentionKind.NOMINAL, _OF_OFFICE)
            self._nouns.offices[span.end] = key

    def _lead(self) -> dict[int, str]:
        """Note who "the former mayor of X" of the lead is, who is so called later too: end of the words -> key."""
        found: dict[int, str] = {}
        state = self._state
        persons = frozenset(key for key, e in state.entities.items() if e.types[0] == "Person")
        for key, noun, span in leading_holders(state.so_far.sentences, state.names, persons, state.described):
            state.described[key].add(("former", noun.removeprefix("ex-")))
            state.note(key, span, MentionKind.NOMINAL, _OF_OFFICE, "introduced")
            found[span.end] = key
        return found

    def resolve(self) -> Annotations:
        """Go through the text once, in order, so that earlier references count for later ones."""
        headline = False
        for number, sentence in enumerate(self._state.so_far.sentences):
            if headline and sentence.block is not BlockKind.HEADLINE:
                self._state.discourse.clear()
            headline = sentence.block is BlockKind.HEADLINE
            self._read(sentence, self._state.names[number])
            self._state.discourse.next_sentence()
        self._nouns.finish()
        for key, span in introductions(self._state.so_far.sentences, self._state.names, self._known()):
            if not any(mention.span.overlaps(span) for mention in self._state.found[key]):
                self._state.note(key, span, MentionKind.NOMINAL, _OF_OFFICE, "introduced")
        changed = [
            dataclasses.replace(e, mentions=tuple(sorted((*e.mentions, *self._state.found[e.key]))))
            if self._state.found.get(e.key)
            else e
            for e in self._state.so_far.entities
        ]
        return self._state.so_far.replacing(entities=changed, antecedents=self._described_by)

    def _known(self) -> Known:
        first: dict[str, int] = {}
        for number, places in enumerate(self._state.names):
            for _, _, key, kind in places:
                if kind is MentionKind.NAME and self._state.entities[key].types[0] == "Person":
                    first.setdefault(key, number)
        return Known(self._state.described, self._nouns.kin.roles(), self._state.genders, first, self._nations.of)

    def _read(self, sentence: Sentence, places: list[Place]) -> None:
        covered: set[int] = set()
        for place in places:
            covered |= self._read_name(sentence, place)
        for token in sentence.tokens:
            if token.i in covered:
                if token.dep != "conj":
                    self._state.coordination(sentence, token)
            elif is_pronoun(token):
                self._pronoun(sentence, token)
            else:
                self._nouns.read(sentence, token, places)
        for first, end, key, kind in places:
            if kind is MentionKind.NAME and self._state.entities[key].types[0] == "Person":
                self._nouns.named(sentence, first, end, key)
        for subject, *both in mutual(sentence, tuple(self._state.discourse)):
            pair = Referent({"they"}, sort="both", members=tuple(both))
            self._state.mention(pair, sentence, subject, rank(sentence, subject))
        self._nouns.end_sentence(sentence)

    def _read_name(self, sentence: Sentence, place: Place) -> set[int]:
        """Note a name; the tokens of it and of what it is called beside it."""
        first, end, key, kind = place
        head = head_of_name(sentence, first, end)
        covered = set(range(first, end))
        person = self._state.entities[key].types[0] == "Person"
        noun = named_by(sentence, head, person)
        same = (
            noun is not None
            and is_kind_of(noun, person)
            and (head.dep == "appos" or noun.lemma in reference_words().bodies)
        )
        beside = follower(sentence, first, end) if key in self._state.called else None
        if beside is not None and beside.lemma.lower() in self._state.described[key].nouns:
            noun, same = beside, True  # "the Nemo database" is Nemo
        told = noun if noun is not None and same else head
        referent = self._state.referent(key)
        if not is_in_adjective(sentence, end):
            weight = 60 if kind is MentionKind.ADJECTIVE else rank(sentence, told)
            self._state.mention(referent, sentence, head, weight)
        if kind is MentionKind.NAME:
            self._state.referent(key).names.add(head.i)
        if noun is not None and same:
            covered |= {noun.i, other_kin(sentence, noun).i}
            self._apposed(sentence, noun, head, key)
        if kind is MentionKind.NAME and self._state.entities[key].types[0] == "SportsTeam":
            covered |= self._called_before(sentence, first, key)
        if kind is MentionKind.ADJECTIVE and end - first == 1:
            self._demonym(sentence, sentence.tokens[first], key)
        return covered

    def _apposed(self, sentence: Sentence, noun: Token, name: Token, key: str) -> None:
        """ "The sequel, X" and "the database, X" are X; who "her brother, X" is, is read where the roles are."""
        cls = self._state.entities[key].types[0]
        begin = min(t.i for t in sentence.subtree(noun))
        words = sentence.tokens[begin : noun.i]
        if coarse(cls) not in ("WORK", "PROD") or name.dep != "appos" or name.head != noun.i:
            return
        if noun.tag == "NN" and noun.i < name.i and is_class_of(noun, cls) and all(t.text != "," for t in words):
            span = sentence.tokens[begin].span.to(noun.span)
            self._state.note(key, span, MentionKind.NOMINAL, _APPOSED, "apposition")

    def _called_before(self, sentence: Sentence, first: int, key: str) -> set[int]:
        """ "Defending champions X": what a team is called right before its name; the tokens of it."""
        noun = sentence.tokens[first - 1] if first else None
        if noun is None or noun.tag != "NNS" or not reference_words().has("team_callings", noun.lemma.lower()):
            return set()
        if sentence.children(noun, "nummod"):
            return set()  # "the two finalists X and Y"
        begin = noun.i
        while begin and sentence.tokens[begin - 1].dep == "amod" and sentence.tokens[begin - 1].head == noun.i:
            begin -= 1
        span = sentence.tokens[begin].span.to(noun.span)
        self._state.note(key, span, MentionKind.NOMINAL, _APPOSED, "apposition")
        return set(range(begin, first))

    def _demonym(self, sentence: Sentence, token: Token, land: str) -> None:
        """ "The German said": a person by the land."""
        if sentence.block is BlockKind.HEADLINE or self._state.quote(token.span.begin) is not None:
            return
        phrase = demonym_phrase(sentence, token)
        known = [k for k in self._nations.bearers(land) if k in self._state.referents]
        key = known[0] if len(known) == 1 else self._definites.choose(sentence, phrase) if phrase is not None else None
        if phrase is not None and key is not None and self._nations.may_be(key, land):
            self._state.note(key, phrase.span, MentionKind.NOMINAL, 0.6)
            self._state.mention(self._state.referent(key), sentence, token, rank(sentence, token))

    def _pronoun(self, sentence: Sentence, token: Token) -> None:
        if stands_for_nothing(sentence, token):
            return
        quote = self._state.quote(token.span.begin)
        speaker = self._speaker(sentence, quote) if quote is not None else None
        choice = None
        if quote is None or speaker is not None or FORMS[token.form.lower()] in ("he", "she"):
            choice = self._pronouns.choose(sentence, token, quote, speaker)
        weight = rank(sentence, token)
        if choice is None:
            form = FORMS[token.form.lower()]
            if not is_possessive(token):
                self._state.mention(Referent({form}, sort="unclear"), sentence, token, weight)
            return
        self._state.mention(choice.referent, sentence, token, weight)
        if choice.referent.key:
            self._accept(token, choice)
        elif choice.referent.head:
            self._described_by.append((token.span.begin, choice.referent.begin))
        elif choice.referent.members and not choice.referent.are_persons():
            self._described_by += [(token.span.begin, member.begin) for member in choice.referent.members]
        elif choice.referent.are_persons():
            for member in choice.referent.members:  # "they" of two persons is a mention of each
                self._state.note(member.key, token.span, MentionKind.PRONOUN, OF_SEVERAL)
            self._state.meant[token.span.begin] = tuple(member.key for member in choice.referent.members)

    def _accept(self, token: Token, choice: Choice) -> None:
        self._state.meant[token.span.begin] = (choice.referent.key,)
        form = FORMS[token.form.lower()]
        if form in ("he", "she"):
            choice.referent.forms = {form}
        elif choice.referent.sort == "body":
            choice.referent.forms = {form}  # a text that says "it" of a company does not say "they"
        confidence = 0.85 if choice.lead >= 4 else 0.75 if choice.lead >= 2 else 0.65
        self._state.note(choice.referent.key, token.span, MentionKind.PRONOUN, confidence)

    def _speaker(self, sentence: Sentence, quote: Span) -> Referent | None:
        """Who says the quoted words, by the reporting verb in the sentence; None where it is not told there."""
        verbs = lexicon().words["speech_verbs"]
        for verb in sentence.tokens:
            if verb.lemma in verbs and not quote.overlaps(verb.span):
                subject = subject_of(sentence, verb)
                if subject is not None and not quote.overlaps(subject.span):
                    here = [r for r in self._state.discourse if subject.i in r.ranks]
                    return here[0] if here else Referent(set())
        return None
