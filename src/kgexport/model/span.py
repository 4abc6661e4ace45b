"""A stretch of text; knows nothing of what the text is."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open code point offsets `begin <= i < end` into the canonical text; never empty."""

    begin: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.begin < self.end:
            raise ValueError(f"a span needs 0 <= begin < end, not {self.begin},{self.end}")

    def __len__(self) -> int:
        return self.end - self.begin

    def of(self, text: str) -> str:
        """The characters that the span covers in `text`."""
        return text[self.begin : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.begin < other.end and other.begin < self.end

    def covers(self, other: Span) -> bool:
        """Whether every character of `other` is in this span."""
        return self.begin <= other.begin and other.end <= self.end

    def to(self, other: Span) -> Span:
        """The smallest span that covers both."""
        return Span(min(self.begin, other.begin), max(self.end, other.end))
