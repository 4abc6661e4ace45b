"""Who said what: direct quotations and indirect statements."""

from __future__ import annotations

from dataclasses import dataclass

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
