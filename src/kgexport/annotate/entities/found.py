"""What passes between the steps of the entity annotator: spans that may be names, with evidence for what they name."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple, Protocol

from kgexport.annotate.entities.lexicon import Title, fold
from kgexport.authority.base import Candidate
from kgexport.model import Sentence, Span, Token


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


def text_of(sentence: Sentence, first: int, end: int, article_text: str) -> tuple[Span, str]:
    """Span and printed text of some tokens; words that a headline prints with other capitals keep the print."""
    span = sentence.tokens[first].span.to(sentence.tokens[end - 1].span)
    return span, " ".join(span.of(article_text).split())


def glued(left: Token, right: Token) -> bool:
    """Whether two tokens stand without a space between them."""
    return left.span.end == right.span.begin


def is_abbreviation(sentence: Sentence, found: Found) -> bool:
    """Whether a short word with a full stop stands before another capital: "Maj. Gen. X" has no person called Maj."""
    tokens = sentence.tokens[found.end : found.end + 2]
    dotted = len(tokens) == 2 and tokens[0].text == "." and tokens[0].span.begin == found.span.end
    return dotted and found.end - found.first == 1 and len(found.text) < 5 and tokens[1].form[0].isupper()


def quoted_whole(sentence: Sentence, first: int, end: int) -> bool:
    """Whether some tokens (perhaps after an article) fill a pair of quotation marks; a comma or full stop may close."""
    tokens = sentence.tokens
    before = first - 1 - (first > 0 and tokens[first - 1].form in ("The", "A", "An"))
    after = end + (end < len(tokens) and tokens[end].text in (",", "."))
    return before >= 0 and after < len(tokens) and {tokens[before].text, tokens[after].text} <= _QUOTES


_QUOTES = frozenset(('"', "“", "”", "'", "‘", "’", "``", "''"))
