"""What quality tests count with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass
class Score:
    """Counts behind an F1."""

    right: int = 0
    found: int = 0
    gold: int = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 where there is nothing to find and nothing was found."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 1.0
