"""Keeps bodies of two lands apart that are called alike: the Ministry of Defence of either; merges nothing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from kgexport.annotate.entities.found import Found, People
from kgexport.annotate.entities.lexicon import LANDS
from kgexport.authority.base import Candidate
from kgexport.model import Sentence

_RULES = frozenset(("organisation-word", "gazetteer", "authority"))


def keep_apart(
    found: list[Found],
    people: list[People],
    sentences: tuple[Sentence, ...],
    candidates: Callable[[str], tuple[Candidate, ...]],
) -> None:
    """Give bodies of state of one name another key for each land they belong to, where the article has several.

    One without a land belongs to the land said last before it (the first that is said, where it comes before all).
    """
    lands = _lands_by_end(found, people, sentences, candidates)
    by_key: dict[str, list[Found]] = defaultdict(list)
    for item in found:
        if any(e.rule in _RULES and e.cls == "GovernmentOrganization" and e.weight > 0 for e in item.evidence):
            by_key[item.key].append(item)
    for key, members in by_key.items():
        said = [lands.get((m.sentence, m.first), "") for m in members]
        if len(set(said) - {""}) < 2:
            continue
        last = next(land for land in said if land)
        for member, land in zip(members, said, strict=True):
            last = land or last
            member.key = f"{key} {last.casefold()}"


def _lands_by_end(
    found: list[Found],
    people: list[People],
    sentences: tuple[Sentence, ...],
    candidates: Callable[[str], tuple[Candidate, ...]],
) -> dict[tuple[int, int], str]:
    """Sentence and token right behind "Russia's" or "Russian" -> identifier of the land."""
    lands: dict[tuple[int, int], str] = {}
    for item in found:
        tokens = sentences[item.sentence].tokens[item.end : item.end + 1]
        if tokens and tokens[0].tag == "POS":
            land = next((c.id for c in candidates(item.text)[:1] if c.types[0] in LANDS), "")
            if land:
                lands[item.sentence, item.end + 1] = land
    for word in people:
        tokens = sentences[word.sentence].tokens
        end = next((t.i for t in tokens[word.first :] if t.span.begin >= word.span.end), len(tokens))
        lands[word.sentence, end] = word.land.id
    return lands
