"""Finds what "the mosque", "the prime minister", "he" and "she" refer to; says nothing where two readings are left."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container

from kgexport.annotate.entities.lexicon import LANDS, Lexicon, coarse, lexicon
from kgexport.model import Annotations, BlockKind, Mention, MentionKind, Sentence, Span, Token

_HE = frozenset(("he", "him", "his", "himself"))
_SHE = frozenset(("she", "her", "hers", "herself"))
_NEAR = 3
"""Sentences back in which the thing that a general noun means has to be named."""
_MOST = 20
"""Buildings of one kind, from which on nobody can tell which one is meant."""
_GENERAL = {
    "company": "Corporation", "firm": "Corporation", "bank": "BankOrCreditUnion", "party": "PoliticalParty",
    "newspaper": "NewsMediaOrganization", "university": "CollegeOrUniversity", "club": "SportsTeam",
    "team": "SportsTeam",
    "airline": "Airline", "city": "City", "country": "Country", "group": "ORG", "organization": "ORG",
    "organisation": "ORG", "agency": "ORG", "movement": "ORG", "militia": "ORG",
}  # fmt: skip


def add_references(so_far: Annotations, genders: dict[str, str], titles: dict[str, set[str]]) -> Annotations:
    """Add nominal and pronoun mentions. `genders`: key of a person -> m or f; `titles`: key -> titles."""
    return _Resolver(so_far, genders, titles).resolve()


def _has_an_owner(sentence: Sentence, pronoun: Token, forms: Container[str]) -> bool:
    """In "his lawyer said he would appeal" the pronoun may be the lawyer or the client: it is left open."""
    return any(
        t.tag == "PRP$" and t.form.lower() in forms and sentence.head(t).dep in ("nsubj", "nsubjpass")
        for t in sentence.tokens[: pronoun.i]
    )


class _Resolver:
    def __init__(self, so_far: Annotations, genders: dict[str, str], titles: dict[str, set[str]]) -> None:
        self._so_far = so_far
        self._genders = dict(genders)
        self._by_title: dict[str, list[str]] = defaultdict(list)
        for key in sorted(titles):
            for title in sorted(titles[key]):
                self._by_title[title.lower()].append(key)
        self._lexicon: Lexicon = lexicon()
        self._entities = {e.key: e for e in so_far.entities}
        self._first = {e.key: min(m.span.begin for m in e.mentions) for e in so_far.entities}
        self._by_class: dict[str, list[str]] = defaultdict(list)
        for entity in so_far.entities:
            for name in {entity.types[0], coarse(entity.types[0])}:
                if any(m.kind is MentionKind.NAME for m in entity.mentions):
                    self._by_class[name].append(entity.key)
        self._in_sentence = self._mentions_by_sentence()
        self._found: dict[str, list[Mention]] = defaultdict(list)

    def _mentions_by_sentence(self) -> list[list[tuple[Span, str]]]:
        sentences = self._so_far.sentences
        begins = [s.span.begin for s in sentences]
        out: list[list[tuple[Span, str]]] = [[] for _ in sentences]
        for entity in self._so_far.entities:
            for mention in entity.mentions:
                at = bisect_left(begins, mention.span.begin + 1) - 1
                if at >= 0 and mention.kind is MentionKind.NAME:
                    out[at].append((mention.span, entity.key))
        for places in out:
            places.sort()
        return out

    def resolve(self) -> Annotations:
        """Go through the text once, in order, so that earlier references count for later ones."""
        for number, sentence in enumerate(self._so_far.sentences):
            if sentence.block is BlockKind.HEADLINE:
                continue
            quoted = False
            for token in sentence.tokens:
                if token.text in ("“", "”", '"', "``", "''"):
                    quoted = token.text == "“" or (token.text in ('"', "``") and not quoted)
                elif token.pos == "PRON" or token.form.lower() in ("his", "her"):
                    if not quoted:
                        self._pronoun(number, sentence, token)
                elif token.pos == "NOUN":
                    self._nominal(number, sentence, token)
        changed = [
            dataclasses.replace(e, mentions=tuple(sorted((*e.mentions, *self._found[e.key]))))
            if e.key in self._found
            else e
            for e in self._so_far.entities
        ]
        return self._so_far.replacing(entities=changed)

    def _note(self, number: int, key: str, span: Span, kind: MentionKind, confidence: float) -> None:
        self._found[key].append(Mention(span, kind, f"entities/{kind.value}", confidence))
        self._in_sentence[number].append((span, key))
        self._in_sentence[number].sort()

    def _pronoun(self, number: int, sentence: Sentence, token: Token) -> None:
        low = token.form.lower()
        gender = "m" if low in _HE else "f" if low in _SHE else ""
        if not gender or _has_an_owner(sentence, token, _HE if gender == "m" else _SHE):
            return
        here = [(s, k) for s, k in self._persons(number, gender) if s.end <= token.span.begin]
        before = self._persons(number - 1, gender) if number and self._follows(number) else []
        keys = {k for _, k in here}
        confidence = 0.8
        if len(keys) != 1:
            subjects = {k for s, k in here if self._is_subject(sentence, s)}
            confidence = 0.7
            keys = subjects or keys
            if not here:
                keys = {k for _, k in before}
                if len(keys) > 1:
                    previous = self._so_far.sentences[number - 1]
                    keys = {k for s, k in before if self._is_subject(previous, s)}
                    confidence = 0.6
        if len(keys) == 1:
            key = keys.pop()
            self._genders.setdefault(key, gender)
            self._note(number, key, token.span, MentionKind.PRONOUN, confidence)

    def _persons(self, number: int, gender: str) -> list[tuple[Span, str]]:
        return [
            (span, key)
            for span, key in self._in_sentence[number]
            if self._entities[key].types[0] == "Person" and self._genders.get(key, gender) == gender
        ]

    def _follows(self, number: int) -> bool:
        before = self._so_far.sentences[number - 1].block
        return before is self._so_far.sentences[number].block

    @staticmethod
    def _is_subject(sentence: Sentence, span: Span) -> bool:
        return any(t.dep in ("nsubj", "nsubjpass") for t in sentence.tokens_in(span))

    def _nominal(self, number: int, sentence: Sentence, token: Token) -> None:
        lefts = [t for t in sentence.children(token) if t.i < token.i]
        if not lefts or lefts[0].form.lower() not in ("the", "this") or lefts[0].i != token.i - len(lefts):
            return
        rights = [t for t in sentence.children(token) if t.i > token.i]
        if any(t.dep in ("prep", "relcl", "acl", "appos") for t in rights) or token.tag != "NN":
            return
        phrase = " ".join(t.form.lower() for t in sentence.tokens[lefts[0].i + 1 : token.i + 1])
        span = lefts[0].span.to(token.span)
        if token.dep in ("compound", "nmod", "poss") and sentence.head(token).i == token.i + 1:
            return
        key = self._meant(number, phrase, token, span)
        if key is not None:
            self._note(number, key, span, MentionKind.NOMINAL, 0.7)

    def _meant(self, number: int, phrase: str, token: Token, span: Span) -> str | None:
        if phrase in self._by_title or self._lexicon.title_at(phrase.title().split(), 0):
            return self._only(self._by_title.get(phrase, []), span)
        if " " in phrase:
            return None
        facility = self._lexicon.facilities.get(phrase)
        if facility and phrase not in _GENERAL and len(self._by_class[facility[0]]) <= _MOST:
            fitting = [k for k in self._by_class[facility[0]] if self._entities[k].name.lower().split()[-1] == phrase]
            same = [
                k for k in self._by_class[facility[0]] if facility[0] not in ("CivicStructure", "Landform", "Place")
            ]
            if facility[0] not in LANDS:
                return self._only(fitting or same, span)
        cls = _GENERAL.get(phrase)
        if cls is None:
            return None
        near = [
            key
            for back in range(max(0, number - _NEAR), number + 1)
            for place, key in self._in_sentence[back]
            if place.end <= span.begin
        ]
        return self._only([k for k in dict.fromkeys(near) if cls in self._classes(k)], span)

    def _classes(self, key: str) -> tuple[str, str]:
        name = self._entities[key].types[0]
        return name, coarse(name)

    def _only(self, keys: list[str], span: Span) -> str | None:
        before = [k for k in dict.fromkeys(keys) if self._first[k] < span.begin]
        return before[0] if len(before) == 1 else None
