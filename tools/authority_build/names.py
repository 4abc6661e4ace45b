"""Chooses, types and cleans the rows of the names table; knows of countries and cities what it is given."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path
from typing import Any

from forms import is_acronym, is_usable_alias, tidy, without_article
from rules import BARE_TYPES, CLUB, EVERYWHERE, LAND, NO_EVENT, OPEN_SOURCES, ORGANISATIONS, REGIONS, TITLES, TYPE_RULES

from kgexport.authority.folding import plain

COLUMNS = ("id", "types", "name", "names", "short", "country", "region", "popularity", "ambiguous", "source")


def read(path: Path) -> list[dict[str, str]]:
    """The rows of the names table, each with its `geonames` number (or none) and its source named shortly."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for row in rows:
        number = re.search(r"geonames=(\d+)", row["note"])
        row["geonames"] = number[1] if number else ""
        row["open"] = "1" if any(part.startswith(tuple(OPEN_SOURCES)) for part in row["source"].split(" ; ")) else ""
        row["source"] = " ".join(
            dict.fromkeys(
                re.split(r"[:@( ]", part, maxsplit=1)[0] or part[1:].split("@")[0]
                for part in row["source"].split(" ; ")
            )
        )
    return rows


def namesakes(table: list[dict[str, str]]) -> dict[str, list[dict[str, str]]]:
    """Rows of places and regions by name, whether they are shipped or not."""
    found: dict[str, list[dict[str, str]]] = {}
    for row in table:
        if row["type"] in ("Place", "City", "AdministrativeArea"):
            found.setdefault(tidy(row["name"]), []).append(row)
    return found


def is_fact(row: dict[str, str]) -> bool:
    """Whether the pair of name and identifier was not read in an ODbL table alone, or stands on open terms."""
    return bool(row["open"]) or "dr5hn" not in row["source"]


def is_shipped(row: dict[str, str]) -> bool:
    """Whether the row's sources let it be passed on, at least as a bare fact."""
    if row["type"] == "Event" and not NO_EVENT.search(row["name"]):
        return False
    if row["open"] or row["qid"] in LAND:
        return True
    if row["type"] == "AdministrativeArea":
        other = any(not part.startswith("dr5hn") for part in row["source"].split())
        return other and row["note"].removeprefix("2src; ").startswith(REGIONS)
    return row["type"] in BARE_TYPES and "dr5hn" not in row["source"]


def type_of(row: dict[str, str]) -> str:
    """The type, checked against the name."""
    if row["qid"] in LAND:
        return LAND[row["qid"]]
    for types, pattern, shown in TYPE_RULES:
        if row["type"] in types.split("|") and re.search(pattern, row["name"]):
            return shown
    return row["type"]


def _person_aliases(label: str, aliases: list[str]) -> list[str]:
    """Forms with the surname of the label: transliterations into other languages go."""
    surname = plain(label).split()[-1].lower()
    return [alias for alias in aliases if surname in plain(alias).lower().split() and not TITLES.match(alias)]


def _organisation_aliases(label: str, aliases: list[str]) -> list[str]:
    """One-word forms only where they are acronyms or words of the label."""
    words = set(plain(label).split())
    return [alias for alias in aliases if " " in alias or is_acronym(alias) or plain(alias) in words]


def _aliases(row: dict[str, str], label: str, taken: set[str], labels: Counter[str]) -> list[str]:
    if not row["open"]:
        return []
    kinds = (row["type"],)
    raw = [without_article(tidy(alias)) for alias in row["aliases"].split("|") if alias]
    kept = [alias for alias in raw if is_usable_alias(alias, kinds) and plain(alias) not in taken and alias != label]
    kept = [alias for alias in kept if not labels[alias] and not EVERYWHERE.fullmatch(alias)]
    if row["type"] == "Person":
        kept = _person_aliases(label, kept)
    elif row["type"] == "SportsOrganization":
        kept = [alias for alias in kept if " " in alias]
    elif row["type"] in ORGANISATIONS:
        kept = _organisation_aliases(label, kept)
    if row["type"] in ORGANISATIONS and " " in without_article(label):
        kept.append(without_article(label))
    return sorted(set(kept) - {label})


def _is_international(row: dict[str, str]) -> bool:
    """Whether the country of the row says nothing: an international body's seat, a co-prince of Andorra."""
    heads_two_states = row["type"] == "Person" and row["country"] == "AD"
    return heads_two_states or "opensanctions" in row["source"] or row["country"] in ("EU", "UN")


def _popularity(row: dict[str, str]) -> float:
    sources = len(row["source"].split())
    if row["type"] == "AdministrativeArea":
        return (
            0.62
            if "rigour" in row["source"] and "code=us-" in row["note"]
            else 0.55
            if "rigour" in row["source"]
            else 0.4
        )
    return round(min(0.3 + 0.1 * sources + 0.2 * ("wanted" in row["note"]), 0.9), 2)


def _stands_alone(form: str, row: dict[str, str], names: list[str]) -> bool:
    """Whether a one-word alias of an organisation may identify it: an acronym of its initials, long or well known."""
    if not is_acronym(form):
        return False
    initials = {"".join(c for c in plain(name) if c.isupper()) for name in (row["name"], *names) if " " in name}
    known = _popularity(row) >= 0.6 or (len(row["country"]) != 2 or _is_international(row))
    return form in initials and (known or len(form) > 3)


def _extra(folder: Path) -> dict[str, tuple[list[str], list[str], str]]:
    """Hand-written names, short forms and country by identifier."""
    with (folder / "names_extra.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", restval="")
        return {
            row["id"]: (
                row["names"].split(";") if row["names"] else [],
                row["short"].split(";") if row["short"] else [],
                row["country"] or "",
            )
            for row in rows
        }


def _shared_surnames(table: list[dict[str, str]], taken: set[str]) -> set[str]:
    """Surnames that two persons of the table have: others of the full name are likely, too. No lands, no numerals."""
    surnames = Counter(plain(tidy(row["name"])).split()[-1] for row in table if row["type"] == "Person")
    return {name for name, bearers in surnames.items() if bearers > 1 and name not in taken and not name.isupper()}


def _is_ambiguous(row: dict[str, str], label: str, surnames: set[str]) -> bool:
    if row["type"] == "Person" and " " in label and plain(label).split()[-1] in surnames:
        return True
    return "ambiguous-name" in row["note"] or bool(EVERYWHERE.fullmatch(label))


def _club_names(label: str, taken: set[str]) -> list[str]:
    """What a club is called without its "F.C."."""
    bare = CLUB.sub("", label)
    return [bare] if bare != label and plain(bare) not in taken and len(bare) > 3 else []


def _is_undecided(row: dict[str, str], country_names: dict[str, str], towns: set[str]) -> bool:
    """Whether a row would only blur: a realm, a place called like a country, a town that could not be joined."""
    if row["type"] == "Country" or row["name"] == "World" or re.fullmatch("[A-Z][a-z]+ism", row["name"]):
        return True
    if row["type"] == "AdministrativeArea":
        land = country_names.get(tidy(row["name"]))
        return land == row["country"] or (land is not None and not row["open"])
    return row["type"] in ("Place", "City") and (tidy(row["name"]) in country_names or tidy(row["name"]) in towns)


def rows(
    table: list[dict[str, str]],
    elsewhere: set[str],
    places: dict[str, dict[str, Any]],
    country_names: dict[str, str],
    demonyms: set[str],
    folder: Path,
) -> list[dict[str, str]]:
    """Rows of `names.tsv`, in order of their identifiers.

    `elsewhere` are the identifiers that the other files have; `places` those of GeoNames; `country_names` (with
    their codes) no place may be called like, but for a part of another country (Georgia in the United States);
    `demonyms` are no names.
    """
    taken = {plain(name) for name in country_names.keys() | demonyms}
    common = set((folder / "common_words.txt").read_text(encoding="utf-8").split())
    wanted = [row for row in table if row["qid"] not in elsewhere and is_shipped(row)]
    towns = {tidy(place["name"]) for place in places.values() if place["population"] >= 50_000}
    settled = {tidy(name) for place in places.values() for name in (place["name"], *place["alternatenames"])}
    wanted = [row for row in wanted if not _is_undecided(row, country_names, towns)]
    labels = Counter(tidy(row["name"]) for row in table)
    extra, found, surnames = _extra(folder), [], _shared_surnames(table, taken)
    for row in wanted:
        label = tidy(row["name"])
        names = _aliases(row, label, taken, labels)
        more, short, country = extra.get(row["qid"], ([], [], ""))
        short = list(short)
        if row["type"] == "SportsOrganization":
            clubs = _club_names(label, taken)
            more = [*more, *(name for name in clubs if name not in settled)]
            short += [name for name in clubs if name in settled]
        names = sorted({*names, *more} - {*short})
        if row["type"] == "Person" and " " not in label:
            short.append(label)
        if row["type"] in ORGANISATIONS:
            short += [name for name in (label, *names) if name.lower() in common]
            short += [
                name for name in names if " " not in name and name not in more and not _stands_alone(name, row, names)
            ]
        found.append(
            {
                "id": row["qid"],
                "types": type_of(row),
                "name": label,
                "names": "|".join(name for name in names if name not in short),
                "short": "|".join(dict.fromkeys(short)),
                "country": country
                or (row["country"] if len(row["country"]) == 2 and not _is_international(row) else ""),
                "region": code[1].upper() if (code := re.search(r"code=([a-z]{2}-[a-z0-9]+)", row["note"])) else "",
                "popularity": f"{_popularity(row):.2f}",
                "ambiguous": "1" if _is_ambiguous(row, label, surnames) else "",
                "source": row["source"],
            }
        )
    return _without_shared_acronyms(sorted(found, key=lambda row: int(row["id"][1:])))


def _without_shared_acronyms(found: list[dict[str, str]]) -> list[dict[str, str]]:
    """An acronym that several rows use is a short form of each."""
    uses = Counter(name for row in found for name in {row["name"], *row["names"].split("|")} if is_acronym(name))
    for row in found:
        names = row["names"].split("|") if row["names"] else []
        shared = [name for name in names if uses[name] > 1]
        if shared:
            row["names"] = "|".join(name for name in names if name not in shared)
            row["short"] = "|".join(filter(None, (row["short"], *shared)))
    return found
