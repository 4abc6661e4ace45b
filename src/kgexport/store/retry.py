"""When a request is sent again, and after how long; knows no protocol but what a status and a header mean."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TypeVar

from kgexport.errors import OutsideError

T = TypeVar("T")

AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Statuses after which the same request may succeed (RFC 9110, section 15; RFC 8470; RFC 6585)."""


class FailingError(OutsideError):
    """The store did not do it, however often it was asked."""


class Transient(Exception):  # noqa: N818 - it is no error yet
    """One try failed in a way that may pass."""

    def __init__(self, reason: str, wait: float | None = None, *, unreachable: bool = False, advice: str = "") -> None:
        super().__init__(reason)
        self.wait = wait
        """Seconds that the server asks for."""
        self.unreachable = unreachable
        """Whether there was no connection at all."""
        self.advice = advice
        """What else could help, if it does not pass."""


@dataclass(frozen=True, slots=True)
class Retry:
    """How often and how patiently; `sleep`, `chance` and `now` are for tests to set."""

    retries: int = 5
    """How often after the first time."""
    first: float = 0.5
    """Seconds before the first of them, doubled for each next one."""
    longest: float = 30.0
    """Seconds that one wait has at most, unless the server asks for more."""
    patience: float = 300.0
    """Seconds that a server may ask for."""
    stopped: threading.Event = field(default_factory=threading.Event)
    """Set by whoever wants no more tries."""
    sleep: Callable[[float], object] | None = None
    chance: Callable[[], float] = random.random
    now: Callable[[], datetime] = lambda: datetime.now(UTC)

    def call(self, work: Callable[[], T]) -> T:
        """What `work` returns, tried again while it raises Transient; then the last one is raised."""
        for number in range(self.retries + 1):
            try:
                return work()
            except Transient as reason:
                last = number == self.retries or self.stopped.is_set()
                if last or (reason.wait is not None and reason.wait > self.patience):
                    raise
                self._pause(self.wait_before(number, reason.wait))
        raise AssertionError("the last try returns or raises")

    def wait_before(self, number: int, asked: float | None) -> float:
        """Seconds before retry `number` (from 0): half of it fixed, half by chance, and not less than was asked for."""
        most = min(self.first * 2.0**number, self.longest)
        return max(most * (0.5 + 0.5 * self.chance()), asked or 0.0)

    def _pause(self, seconds: float) -> None:
        if self.sleep is None:
            self.stopped.wait(seconds)
        else:
            self.sleep(seconds)

    def asked_wait(self, header: str | None) -> float | None:
        """Seconds that `Retry-After` asks for, given in seconds or as a date (RFC 9110, section 10.2.3)."""
        text = (header or "").strip()
        if text.isascii() and text.isdigit():
            return float(text)
        try:
            until = parsedate_to_datetime(text)
        except ValueError:
            return None
        return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - self.now()).total_seconds())
