"""Reads relations from turns of phrase ("X, the son of Y") by the rows of relation-phrases.tsv; knows no verb."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from kgexport.annotate.entities.lexicon import read_table
from kgexport.annotate.relating.patterns import Match, Pattern, compile_pattern, matches
from kgexport.annotate.relating.places import Readings
from kgexport.annotate.relating.scene import Scene, wordlists
from kgexport.annotate.relating.stating import Saying, stated
from kgexport.model import Attribute, Relation


@cache
def _by_key() -> dict[str, tuple[tuple[int, Pattern], ...]]:
    """Word -> the patterns that need it, with their place in the table."""
    found: dict[str, list[tuple[int, Pattern]]] = {}
    for number, row in enumerate(read_table("relation-phrases.tsv")):
        pattern = compile_pattern(*row[:4])
        for key in pattern.keys:
            found.setdefault(key.lower(), []).append((number, pattern))
    return {key: tuple(patterns) for key, patterns in found.items()}


def phrases(scene: Scene, readings: Readings) -> Iterator[Relation | Attribute]:
    """Everything that turns of phrase of a sentence state."""
    if not any(place.is_name for place in scene.places):
        return
    known = _by_key()
    wanted = {number: pattern for word in scene.positions for number, pattern in known.get(word, ())}
    for _, pattern in sorted(wanted.items(), key=lambda item: item[0]):
        for match in matches(scene, pattern):
            yield from _state(scene, pattern, match, readings)


def _state(scene: Scene, pattern: Pattern, match: Match, readings: Readings) -> Iterator[Relation | Attribute]:
    inverse = pattern.predicate.startswith("-")
    predicate = pattern.predicate.removeprefix("-")
    if predicate == "family":
        predicate = match.kin
        if predicate == "spouse" and _was_once(scene, match):
            return
    if _is_denied(scene, match, predicate):
        return
    rule = f"relations/{pattern.rule}"
    for subject in match.slots.get("A", []):
        for value in match.slots.get("B", [None]):
            pair = (value, subject) if inverse and value is not None else (subject, value)
            saying = Saying(
                predicate, rule, pattern.confidence, match.first, match.end, match.job, match.prize, match.noun
            )
            yield from stated(scene, saying, *pair, readings)


def _is_denied(scene: Scene, match: Match, predicate: str) -> bool:
    """Whether a word of the phrase says that it is not so, or of a member that he is none now."""
    lists = wordlists().lists
    unsure = lists["denials"] | (lists["not_in_office"] if predicate == "memberOf" else frozenset())
    return any(scene.form(i) in unsure for i in range(match.first, match.end))


def _was_once(scene: Scene, match: Match) -> bool:
    """Whether a tie is one that was: "his late wife", "ex-husband"."""
    return any(scene.form(i) in wordlists().lists["no_longer"] for i in range(max(0, match.kin_at - 3), match.kin_at))
