"""How a store is treated; apart from the client, so that a local store needs no network library."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """How a store is treated."""

    jobs: int = 4
    """Requests at the same time, and connections that are kept."""
    timeout: float = 120.0
    """Seconds to wait for an answer to a small request, and for each next piece of it."""
    chunk: int | None = None
    """Bytes of one request; None: as the profile says."""
