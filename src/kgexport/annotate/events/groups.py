"""The group of an event type (politics, communication, disaster …), by the scheme; knows nothing else of types."""

from __future__ import annotations

from functools import cache

from kgexport.scheme import load_scheme


@cache
def group_of(event_type: str) -> str:
    """Local name of the concept above a type; the type itself for a group. Raises UnknownNameError."""
    return load_scheme()[event_type].broader or event_type
