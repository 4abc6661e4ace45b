"""What passes between the steps of the entity annotator: spans that may be names, with evidence for what they name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from kgexport.annotate.entities.lexicon import Title, fold
from kgexport.authority.base import Candidate
from kgexport.model import Sentence, Span, Token

_SIGNS = re.compile(r" ?[®™℠]")
"""Signs of a registered name are no part of it: "Acme® Pilot"."""


class Lookup(Protocol):
    """What the annotator needs of an authority."""

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Everything known by that form, best first."""
        ...

    def demonym(self, word: str) -> Candidate | None:
        """The country of an adjective or noun of people."""
        ...

    def country(self, iso2: str) -> Candidate | None:
        """The country with that ISO 3166-1 code."""
        ...


class Evidence(NamedTuple):
    """One reason to take a name for something of a class."""

    cls: str
    """schema.org class, or `-` for no entity at all."""
    weight: float
    """Above 0 for, below 0 against."""
    rule: str


@dataclass(slots=True, eq=False)
class Found:
    """A span that may be a name; evidence is collected on it step by step."""

    sentence: int
    """Number of its sentence."""
    first: int
    end: int
    """Its tokens: `first <= i < end`."""
    span: Span
    text: str
    """As printed, white space folded."""
    titles: tuple[Title, ...] = ()
    """The titles before it, in order."""
    title_span: Span | None = None
    """Where they stand."""
    evidence: list[Evidence] = field(default_factory=list)
    key: str = ""
    """The folded text."""

    def __post_init__(self) -> None:
        self.key = fold(self.text)

    def add(self, cls: str, weight: float, rule: str) -> None:
        """Note a reason."""
        self.evidence.append(Evidence(cls, weight, rule))

    @property
    def own_key(self) -> str:
        """The folded text, whatever the key was made."""
        return fold(self.text)

    @property
    def words(self) -> list[str]:
        """The folded words."""
        return self.key.split()


@dataclass(slots=True)
class People:
    """A demonym: "Turkish", "Albanians"."""

    sentence: int
    first: int
    span: Span
    land: Candidate
    person: bool = False
    """Whether it is a noun for one person: "the Norwegian", "a Frenchman"; then it means no land."""


def text_of(sentence: Sentence, first: int, end: int, article_text: str) -> tuple[Span, str]:
    """Span and printed text of some tokens; words that a headline prints with other capitals keep the print."""
    span = sentence.tokens[first].span.to(sentence.tokens[end - 1].span)
    return span, " ".join(_SIGNS.sub("", span.of(article_text)).split())


_MOST_LANGUAGES = 12
_OF_LANGUAGES = frozenset("speak learn teach study understand read write translate".split())


def glued(left: Token, right: Token) -> bool:
    """Whether two tokens stand without a space between them."""
    return left.span.end == right.span.begin


def names_one_person(sentence: Sentence, first: int, end: int) -> bool:
    """Whether a demonym is the noun of its phrase, and of one person: "the Norwegian", "a Frenchman".

    "The British" may be many, "the Norwegian team" is none.
    """
    tokens = sentence.tokens
    word = tokens[end - 1]
    low = word.form.lower()
    if low.endswith(_OF_MEN):
        return True
    if first == 0 or low.endswith(("s", "sh", "ch", "ese", "men", "women")):
        return False
    before = tokens[first - 1]
    article = before.form.lower() in _ONE or (
        before.tag in ("JJ", "NN") and any(t.form.lower() in _ONE for t in tokens[max(0, first - 5) : first - 1])
    )
    after = tokens[end : end + 1]
    goes_on = bool(after) and (after[0].text in _HYPHENS or after[0].tag[:2] in ("NN", "JJ", "CD"))
    return article and not goes_on and word.dep not in ("amod", "compound", "nmod") and word.tag != "NNS"


def names_a_language(sentence: Sentence, first: int, end: int) -> bool:
    """Whether a demonym is a language: "speaks Italian and French", "written in German"."""
    head = sentence.tokens[end - 1]
    for _ in range(_MOST_LANGUAGES):
        if head.dep != "conj" or head.head == head.i:
            break
        head = sentence.head(head)
    if sentence.children(head, "det", "poss", "amod", "nummod") or head.tag == "NNS" or not head.form[0].isupper():
        return False
    above = sentence.head(head)
    if head.dep == "dobj":
        return above.lemma.lower() in _OF_LANGUAGES
    if head.dep != "pobj":
        return False
    outer = sentence.head(above)
    return above.form.lower() in ("in", "into") or outer.lemma.lower() in ("language", "dialect", "tongue")


def is_no_name(sentence: Sentence, found: Found) -> bool:
    """Whether a found word is only an abbreviation before a name, or the sign of a share: "(NYSE: ACME)"."""
    return _is_abbreviation(sentence, found) or _is_ticker(sentence, found)


def _is_ticker(sentence: Sentence, found: Found) -> bool:
    tokens = sentence.tokens
    before = tokens[max(0, found.first - 3) : found.first]
    after = tokens[found.end : found.end + 3]
    if not found.text.isupper() and not _SHARE.match(found.text):
        return False
    if before and before[-1].text in _OPENING and after and after[0].text in _CLOSING:
        return bool(_SHARE.match(found.text))
    if len(before) > 1 and before[-1].text == ":" and after and after[0].text in _CLOSING:
        return before[-2].form.lower() in _EXCHANGES or before[0].text in _OPENING
    return found.text.lower() in _EXCHANGES and bool(after) and after[0].text == ":"


def _is_abbreviation(sentence: Sentence, found: Found) -> bool:
    """Whether a short word with a full stop stands before another capital: "Maj. Gen. X" has no person called Maj."""
    tokens = sentence.tokens[found.end : found.end + 2]
    dotted = len(tokens) == 2 and tokens[0].text == "." and tokens[0].span.begin == found.span.end
    return dotted and found.end - found.first == 1 and len(found.text) < 5 and tokens[1].form[0].isupper()


def quoted_from(sentence: Sentence, first: int, end: int) -> int | None:
    """Where the quoted title begins that a run ends, over words that a headline only seems to write with a capital."""
    tokens = sentence.tokens
    if end >= len(tokens) or tokens[end].text not in _QUOTES:
        return None
    for at in range(first - 1, max(-1, first - 4), -1):
        if tokens[at].text in _QUOTES:
            return at + 1 if at + 1 < first else None
        if not tokens[at].text[0].isupper() or not tokens[at].recased or tokens[at].form in ("the", "a", "an"):
            return None
    return None


def quoted_whole(sentence: Sentence, first: int, end: int) -> bool:
    """Whether some tokens (perhaps after an article) fill a pair of quotation marks; a comma or full stop may close."""
    tokens = sentence.tokens
    before = first - 1 - (first > 0 and tokens[first - 1].form in ("The", "A", "An"))
    after = end + (end < len(tokens) and tokens[end].text in (",", "."))
    return before >= 0 and after < len(tokens) and {tokens[before].text, tokens[after].text} <= _QUOTES


_ONE = frozenset(("the", "a", "an", "another", "this", "that"))
_HYPHENS = frozenset("-–/")
_OF_MEN = ("chman", "shman", "sman", "chwoman", "shwoman", "swoman")
_OPENING, _CLOSING = frozenset("(["), frozenset(")],;")
_SHARE = re.compile(r"^[A-Z0-9]{1,6}\.[A-Z]{1,3}$|^[A-Za-z]+:[A-Z0-9.]{1,8}$")
_EXCHANGES = frozenset(
    "nyse nasdaq lse tsx tsxv asx hkex sgx jse bse nse amex otc otcqb otcqx aim euronext xetra".split()
)
_QUOTES = frozenset(('"', "“", "”", "'", "‘", "’", "``", "''"))
