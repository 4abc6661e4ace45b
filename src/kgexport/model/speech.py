"""Who said what: direct quotations and indirect statements."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kgexport.model.events import Polarity
from kgexport.model.mention import Mention
from kgexport.model.span import Span


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks that somebody said."""

    key: str
    mentions: tuple[Mention, ...]
    """What stands between the outer marks; more than one where the quotation is interrupted or runs over paragraphs."""
    speaker: str | None = None
    """Key of the entity that speaks; None rather than a wrong one."""
    cue: Span | None = None
    """The reporting words: "stated"."""
    claim: str | None = None
    """Key of the indirect statement that the quotation is a fragment of."""
    voice: Span | None = None
    """The head of the phrase that speaks ("spokesman"), where words tell whose it is."""


@dataclass(frozen=True, slots=True)
class Claim:
    """An indirect statement."""

    key: str
    mention: Mention
    """The exact span of what is said."""
    speaker: str | None
    """Key of the entity that says it."""
    reporting_verb: str
    """Lemma: `say`, `deny`, `according to`."""
    cue: Span
    polarity: Polarity = Polarity.POSITIVE
    """Negative where the verb denies what is said."""
    aside: Span | None = None
    """The words of telling inside the mention ("The plan, X said, is dead"), which are no part of what is said."""
    voice: Span | None = None
    """The head of the phrase that speaks ("spokesman")."""

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """What is said, to the letter: the mention, or the two pieces of it around the words of telling."""
        span, aside = self.mention.span, self.aside
        if aside is None:
            return (self.mention,)
        pieces = (Span(span.begin, aside.begin), Span(aside.end, span.end))
        return tuple(replace(self.mention, span=piece) for piece in pieces)
