"""Reads who the text says is whose wife, son or lawyer, and finds them by "his wife"; resolves no pronoun itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from kgexport.annotate.entities.references.family import Family
from kgexport.annotate.entities.references.grammar import clause_of, subject_of
from kgexport.annotate.entities.references.reference_words import reference_words
from kgexport.model import Sentence, Span, Token

_LONGEST = 6
_REACH = 4
"""Sentences after "his wife" in which her name may come."""
_BESIDE = frozenset((",", "-", "–", "(", ":"))
_FREE = frozenset(("the", "both", "these", "devastated", "grieving", "alleged", "accused", "two"))

Owners = Callable[[Token], tuple[str, ...]]
"""The keys of the persons that a token stands for: none, one, or two for "their"."""


def is_kin(token: Token) -> bool:
    """Whether a noun says what one person is to another: "wife", "daughters" not."""
    return token.tag == "NN" and token.lemma.lower() in reference_words().lists["kin"]


@dataclass(frozen=True, slots=True)
class Waiting:
    """ "His wife", of whom the text has not yet said the name."""

    whose: str
    noun: str
    span: Span
    sentence: int


@dataclass(frozen=True, slots=True)
class Relative:
    """Who "his wife" is: her key, where the phrase stands, the word that says whose, and whom that means if open."""

    key: str
    span: Span
    owner: Token
    guessed: str


@dataclass(slots=True)
class Kin:
    """The kin of one article, as far as it was read. `gender`: of the key of a person m or f."""

    gender: Callable[[str], str]
    waiting: list[Waiting] = field(default_factory=list)
    open: list[Token] = field(default_factory=list)
    """The nouns of the sentence at hand of which nobody knows whose they are."""
    family: Family = field(init=False)

    def __post_init__(self) -> None:
        self.family = Family(self.gender)

    def note(self, sentence: Sentence, first: int, end: int, key: str, owners: Owners) -> None:
        """Remember what the words around a person's name say: "his wife, X", "X, his wife", "wife X"."""
        for noun in self._nouns(sentence, first, end):
            whose = _owners(sentence, noun, owners) or _subject(sentence, noun, first, end, owners)
            for one in whose:
                if one != key:
                    self.family.add(one, noun.lemma.lower(), key)
            if _said_before(sentence, noun) & reference_words().lists["other_kin"]:  # "his other son, X"
                meant = [(one, noun.lemma.lower()) for one in whose]
                self.waiting = [item for item in self.waiting if (item.whose, item.noun) not in meant]

    def roles(self) -> dict[str, frozenset[str]]:
        """Key of a person -> what it is to others."""
        found: dict[str, set[str]] = defaultdict(set)
        for key, noun in self.family.roles():
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

    def find(self, sentence: Sentence, noun: Token, number: int, owners: Owners, possible: Owners) -> Relative | None:
        """Who "his wife" is and where the phrase stands; None where the text names none or two, or only later.

        `possible`: those whom a pronoun that was left open may mean; of them the only one that has a wife is meant.
        """
        owner = _owner_of(sentence, noun)
        following = [t for t in sentence.tokens[noun.i + 1 : noun.i + 3] if t.dep in ("appos", "compound")]
        named = any(t.pos == "PROPN" and t.head in (noun.i, t.i + 1) for t in following)
        if owner is None or named or noun.dep in ("compound", "nmod", "appos", "attr") or not is_kin(noun):
            return None
        if _said_before(sentence, noun) & reference_words().lists["other_kin"]:
            return None
        own = owner.head == noun.i
        begin = min(t.i for t in sentence.subtree(owner)) if own else noun.i
        span = sentence.tokens[begin].span.to(noun.span)
        lemma = noun.lemma.lower()
        told = owners(owner)
        whose = told or tuple(one for one in possible(owner) if self.family.known(one, lemma))[:2]
        known = {key for one in whose for key in self.family.known(one, lemma)} - set(whose)
        if len(whose) == 1 and not known:
            self.waiting.append(Waiting(whose[0], lemma, span, number))
        if not whose:
            self.open.append(noun)
        guessed = whose[0] if not told and len(whose) == 1 else ""
        return Relative(next(iter(known)), span, owner, guessed) if len(known) == 1 else None

    def named_now(self, number: int) -> list[tuple[str, Span]]:
        """Those of whom "his wife" was said a few sentences ago and who have now been named; each once."""
        found, still = [], []
        for item in self.waiting:
            known = self.family.known(item.whose, item.noun)
            if len(known) == 1:
                found.append((known[0], item.span))
            elif not known and number < item.sentence + _REACH:
                still.append(item)
        self.waiting = still
        return found

    def parents(self, sentence: Sentence, noun: Token, owners: Owners) -> tuple[tuple[str, str], Span] | None:
        """The two that "her parents" means, "the parents" where the text has one couple; None for any other phrase."""
        if noun.lemma.lower() != "parent" or noun.tag != "NNS" or noun.dep in ("compound", "nmod", "appos", "attr"):
            return None
        if sentence.children(noun, "relcl", "acl", "prep"):
            return None
        before = [t for t in sentence.children(noun) if t.i < noun.i and t.dep != "punct"]
        owner = next((t for t in before if t.dep == "poss"), None)
        if any(t is not owner and t.form.lower() not in _FREE for t in before):
            return None
        whose = owners(owner) if owner is not None else ("",)
        pair = self.family.parents(whose[0]) if len(whose) == 1 else None
        first = min((t.i for t in sentence.subtree(noun) if t.i <= noun.i), default=noun.i)
        return (pair, sentence.tokens[first].span.to(noun.span)) if pair is not None else None


def _said_before(sentence: Sentence, noun: Token) -> set[str]:
    """The adjectives of a noun."""
    return {t.form.lower() for t in sentence.children(noun, "amod")}


def _owner_of(sentence: Sentence, noun: Token) -> Token | None:
    """The word that says whose a noun is, also for the second of "his wife and son"."""
    for _ in range(3):
        if owners := sentence.children(noun, "poss"):
            return owners[0]
        above = sentence.head(noun)
        if noun.dep != "conj" or sentence.children(noun, "det") or not is_kin(above):
            return None
        noun = above
    return None


def _owners(sentence: Sentence, noun: Token, owners: Owners) -> tuple[str, ...]:
    """Whose the noun is by "his" or "X's" before it (also before "wife, Y, and son X"), or "of X" behind it."""
    for token in sentence.children(noun, "poss"):
        return owners(token)
    for preposition in sentence.children(noun, "prep"):
        if preposition.form == "of":
            return next((owners(t) for t in sentence.children(preposition, "pobj")), ())
    beside = _before_in_list(sentence, noun)
    return owners(beside) if beside is not None else ()


def _before_in_list(sentence: Sentence, noun: Token) -> Token | None:
    """The owner of the kin before it in a list: "his wife, Y, 52, and son X"."""
    if sentence.children(noun, "det") or sentence.tokens[noun.i - 1 : noun.i][:1] == ():
        return None
    if sentence.tokens[noun.i - 1].form.lower() not in ("and", ",") or noun.i == 0:
        return None
    for token in reversed(sentence.tokens[max(0, noun.i - 2 * _LONGEST) : noun.i - 1]):
        if is_kin(token):
            return _owner_of(sentence, token)
        if token.pos in ("VERB", "AUX"):
            return None
    return None


def _subject(sentence: Sentence, noun: Token, first: int, end: int, owners: Owners) -> tuple[str, ...]:
    """Of "X killed wife Y": the subject, where nothing says whose wife she is."""
    if sentence.children(noun, "poss", "prep", "det") or noun.i + 1 != first:
        return ()
    name = sentence.tokens[end - 1]
    verb = clause_of(sentence, name)
    subject = sentence.head(verb) if verb.dep in ("acl", "relcl") else subject_of(sentence, verb)
    return owners(subject) if subject is not None and subject.i < first else ()
