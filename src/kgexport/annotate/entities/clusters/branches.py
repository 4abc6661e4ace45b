"""Says which names add only a land or maker: "Acme USA" is Acme, "Acme Pilot 3" the Pilot 3; knows no identity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kgexport.annotate.entities.clusters.groups import Group, decide
from kgexport.annotate.entities.clusters.short_names import without_suffix
from kgexport.annotate.entities.lexicon import coarse
from kgexport.model import Sentence

_LANDS = frozenset(("usa", "us", "uk"))
_COMPANIES = frozenset(("Corporation", "BankOrCreditUnion", "Airline", "Store"))
_PARTED = frozenset(("unit", "subsidiary", "arm", "parent", "division", "branch", "affiliate", "spin-off"))
"""Nouns that tell a company from the part of it in one land."""


def branches(forms: Mapping[str, Group], sentences: Sequence[Sentence]) -> list[tuple[Group, Group]]:
    """Companies by their plain name, with the names that only add a land; none that the text calls a unit or parent."""
    found: list[tuple[Group, Group]] = []
    for group in forms.values():
        plain = forms.get(_without_land(group.words))
        if plain is None or plain is group or not (_is_company(group) and _is_company(plain)):
            continue
        said = (t.lemma.lower() for m in group.all_members() for t in sentences[m.sentence].tokens)
        if _PARTED.isdisjoint(said):
            found.append((plain, group))
    return found


def models(forms: Mapping[str, Group]) -> list[tuple[Group, Group]]:
    """Products by their full name, with what leaves the maker out: "Acme Pilot 3" and "Pilot 3"."""
    longer: dict[str, list[Group]] = {}
    for group in forms.values():
        if len(group.words) > 2 and _is_product(group):
            longer.setdefault(" ".join(group.words[1:]), []).append(group)
    found = []
    for key, fuller in longer.items():
        short = forms.get(key)
        numbered = any(c.isdigit() for c in key)
        if short is not None and numbered and len(fuller) == 1 and (_is_product(short) or decide(short) is None):
            found.append((fuller[0], short))
    return found


def _without_land(words: list[str]) -> str:
    """The folded name without the land at its end: "acme" of "Acme USA, Inc."; empty where there is none."""
    plain = (without_suffix(words) or " ".join(words)).split()
    return " ".join(plain[:-1]) if len(plain) > 1 and plain[-1] in _LANDS else ""


def _is_product(group: Group) -> bool:
    decided = decide(group)
    return decided is not None and coarse(decided[1]) == "PROD"


def _is_company(group: Group) -> bool:
    decided = decide(group)
    return decided is not None and decided[1] in _COMPANIES
