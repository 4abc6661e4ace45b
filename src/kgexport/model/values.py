"""Times, amounts of money, quantities, and who pays for what."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from kgexport.model.mention import Mention
from kgexport.model.time import TimeValue


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time."""

    key: str
    mention: Mention
    value: TimeValue | None = None
    """What they resolve to; the start of an interval; None where the article gives nothing to resolve them by."""
    end: TimeValue | None = None
    """The end of an interval (inclusive, at its own precision)."""
    within: bool = False
    """Whether the interval is one stretch, somewhere in which something took place ("last week"); else the text states
    two ends ("from Monday to Friday")."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of money; `value`, or bounds ("exceeding" gives a minimum, "up to" a maximum)."""

    key: str
    mention: Mention
    currency: str
    """ISO 4217 code."""
    value: Decimal | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None

    def __post_init__(self) -> None:
        if self.value is None and self.minimum is None and self.maximum is None:
            raise ValueError("an amount needs a value or a bound")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A measured or counted quantity."""

    key: str
    mention: Mention
    unit_text: str
    """The unit in words: `m`, `percent`, `people`."""
    unit_code: str | None = None
    """UN/CEFACT Recommendation 20 common code: `MTR`, `KGM`, `P1` …"""
    value: Decimal | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None

    def __post_init__(self) -> None:
        if self.value is None and self.minimum is None and self.maximum is None:
            raise ValueError("a quantity needs a value or a bound")


@dataclass(frozen=True, slots=True)
class Measure:
    """A quantity that the text gives as a feature of an entity: "50-meter-high minarets"."""

    subject: str
    """Key of the entity."""
    name: str
    """What is measured: `height`, `minarets`."""
    quantity: str
    """Key of the quantity."""


@dataclass(frozen=True, slots=True)
class Funding:
    """Who pays how much for what; becomes a `schema:MonetaryGrant`."""

    key: str
    amount: str
    """Key of the amount."""
    funded: str
    """Key of the event or entity that is paid for."""
    mentions: tuple[Mention, ...]
    funder: str | None = None
    """Key of the entity that pays, where the text says who."""
