"""Keeps who the text says is whose wife, son or lawyer, and finds them by "his wife"; resolves no pronoun itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from kgexport.annotate.entities.references.grammar import clause_of, subject_of
from kgexport.annotate.entities.references.reference_words import reference_words
from kgexport.model import Sentence, Span, Token

_LONGEST = 6
_BESIDE = frozenset((",", "-", "–", "(", ":"))

Owner = Callable[[Token], str]
"""The key of the person that a token stands for; empty where that is nobody with a name."""


def is_kin(token: Token) -> bool:
    """Whether a noun says what one person is to another: "wife", "daughters" not."""
    return token.tag == "NN" and token.lemma.lower() in reference_words().lists["kin"]


@dataclass(slots=True)
class Kin:
    """The kin of one article, as far as it was read."""

    _of: dict[tuple[str, str], set[str]] = field(default_factory=lambda: defaultdict(set))
    """Key of a person and the noun -> those who are that to it."""

    def note(self, sentence: Sentence, first: int, end: int, key: str, owner: Owner) -> None:
        """Remember what the words around a person's name say: "his wife, X", "X, his wife", "wife X"."""
        for noun in self._nouns(sentence, first, end):
            whose = _owners(sentence, noun, owner) or _subject(sentence, noun, first, end, owner)
            if whose and whose != key:
                self._of[whose, noun.lemma.lower()].add(key)
                back = reference_words().spouses.get(noun.lemma.lower())
                if back:
                    self._of[key, back].add(whose)

    def roles(self) -> dict[str, frozenset[str]]:
        """Key of a person -> what it is to others."""
        found: dict[str, set[str]] = defaultdict(set)
        for (_, noun), keys in self._of.items():
            for key in keys:
                found[key].add(noun)
        return {key: frozenset(nouns) for key, nouns in found.items()}

    @staticmethod
    def _nouns(sentence: Sentence, first: int, end: int) -> list[Token]:
        before = sentence.tokens[max(0, first - 2) : first]
        if before and before[-1].text in _BESIDE:
            before = before[:-1]
        found = [before[-1]] if before and is_kin(before[-1]) else []
        after = sentence.tokens[end : end + _LONGEST]
        if after and after[0].text == ",":
            head = sentence.tokens[end - 1]
            found += [t for t in after if is_kin(t) and t.dep == "appos" and first <= t.head <= head.i]
        return found

    def find(self, sentence: Sentence, noun: Token, owner: Owner) -> tuple[str, Span] | None:
        """Who "his wife" is and where the phrase stands; None where the text names none or two."""
        owners = sentence.children(noun, "poss")
        following = [t for t in sentence.tokens[noun.i + 1 : noun.i + 3] if t.dep in ("appos", "compound")]
        named = any(t.pos == "PROPN" and t.head in (noun.i, t.i + 1) for t in following)
        if not owners or named or noun.dep in ("compound", "nmod", "appos", "attr") or not is_kin(noun):
            return None
        said = {t.lemma.lower() for t in sentence.children(noun, "amod")}
        known = self._of.get((owner(owners[0]), noun.lemma.lower()), set())
        if len(known) != 1 or said & reference_words().lists["other_kin"]:
            return None
        begin = min(t.i for t in sentence.subtree(owners[0]))
        return next(iter(known)), sentence.tokens[begin].span.to(noun.span)


def _owners(sentence: Sentence, noun: Token, owner: Owner) -> str:
    """Whose the noun is by "his" or "X's" before it, or "of X" behind it."""
    for token in sentence.children(noun, "poss"):
        return owner(token)
    for preposition in sentence.children(noun, "prep"):
        if preposition.form == "of":
            return next((owner(t) for t in sentence.children(preposition, "pobj")), "")
    return ""


def _subject(sentence: Sentence, noun: Token, first: int, end: int, owner: Owner) -> str:
    """Of "X killed wife Y": the subject, where nothing says whose wife she is."""
    if sentence.children(noun, "poss", "prep", "det") or noun.i + 1 != first:
        return ""
    name = sentence.tokens[end - 1]
    verb = clause_of(sentence, name)
    subject = sentence.head(verb) if verb.dep in ("acl", "relcl") else subject_of(sentence, verb)
    return owner(subject) if subject is not None and subject.i < first else ""
