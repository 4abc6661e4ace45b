"""Which unit of measurement, or which counted persons, stand beside a number; must not know what is measured."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kgexport.annotate.values.tables import any_of, forms, rows

PERSON = "IE"
"""UN/CEFACT Recommendation 20: person, "a unit of count defining the number of persons"."""

_DIMENSIONS = (
    r"(?=[\s-](?:high|tall|long|wide|deep|thick|above|below|away|away|sprint|hurdles|freestyle|race|radius|tower)\b)"
)
_NOT_AN_ADJECTIVE = (
    r"(?:of|the|and|or|to|in|for|from|by|with|an?|at|on|were|was|are|is|as|who|that|which|his|her|their|its|our|than|per|"
    r"times?|days?|weeks?|months?|years?|hours?|minutes?|seconds?|points?|percent|goals?|games?|wins?|but|not|if|when|after|"
    r"before|while|because|since|until|against|under|over|between|among|have|has|had|be|been|will|would|can|could|may)\b"
)


_HEAT = re.compile(r"(?i)\bdegrees?\b|\btemperatur|\bcelsius|\bfahrenheit|°|\bheat|\bfreez|\bmercury\b|\bthermometer")
"""Words beside which C and F are degrees."""
_NEAR = 90
_TOLL = re.compile(
    r"(?i)\b(?:death|casualty)\stolls?\b[^.;:()\d]{0,60}\b(?:to|at|of|is|was|reached|passed|hit)\s"
    r"(?:at\sleast|about|around|some|nearly|more\sthan|over|up\sto)?\s?\Z"
)
"""What leads up to a number of dead that no noun follows."""


@dataclass(frozen=True, slots=True)
class FoundUnit:
    """A unit beside a number."""

    text: str
    code: str | None
    end: int
    """Where number and unit together end."""


@cache
def _by_word() -> dict[str, tuple[str, str | None]]:
    return {w.lower(): (row["text"], row["code"] or None) for row in rows("units.tsv") for w in forms(row["words"])}


@cache
def _by_symbol() -> dict[str, tuple[str, str | None]]:
    return {s: (row["text"], row["code"] or None) for row in rows("units.tsv") for s in forms(row["symbols"])}


@cache
def _unit_pattern() -> re.Pattern[str]:
    table = rows("units.tsv")
    guarded = {s for row in table if row["needs"] == "dimension" for s in forms(row["symbols"])}
    letters = {s for row in table if row["needs"] == "temperature" for s in forms(row["symbols"])}
    symbols = any_of(set(_by_symbol()) - guarded - letters)
    words = any_of(_by_word()).replace(r"\s", r"[\s-]")  # "5,000-square-metre hall"
    return re.compile(
        rf"[\s-]?(?:(?P<symbol>{symbols})(?![\w²³])|(?P<guarded>{any_of(guarded)})(?!\w){_DIMENSIONS}"
        rf"|(?P<letter>{any_of(letters)})(?![\w’'&/-]|\.\w))"
        rf"|[\s-](?i:(?P<word>{words}))(?!\w)"
    )


@cache
def _person_patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """After the number: noun, state; before it: verb."""
    words = {kind: _person_words(kind) for kind in ("noun", "state", "verb")}
    adjectives = rf"(?:(?!{_NOT_AN_ADJECTIVE})[A-Za-z][\w'’-]{{0,24}}\s){{0,2}}?"
    noun = rf"[\s-]{adjectives}(?P<noun>(?i:{any_of(words['noun'])}))(?![\w'’-])"
    copula = r"(?:(?:were|are|was|is|have\sbeen|had\sbeen)\s)?"
    state = rf"\s(?:(?:others?|more)\s)?{copula}(?P<state>{any_of(words['state'])})\b"
    hedge = r"(?:(?:at\sleast|about|around|some|nearly|more\sthan|over|up\sto|another)\s)?"
    verb = rf"\b(?P<verb>{any_of(words['verb'])})\s{hedge}\Z"
    return re.compile(noun), re.compile(state), re.compile(verb, re.IGNORECASE)


@cache
def _person_words(kind: str) -> frozenset[str]:
    table = rows("counted-persons.tsv")
    return frozenset(word for row in table if row["kind"] == kind for word in forms(row["words"]))


@cache
def _before_pattern() -> re.Pattern[str]:
    words = any_of(word for row in rows("units.tsv") for word in forms(row["before"]))
    return re.compile(rf"(?i)\b(?P<word>{words})[\s-]\Z")


def unit_after(text: str, end: int, limit: int) -> FoundUnit | None:
    """The unit right after a number that ends at `end`: "km", "-meter", "percentage points"."""
    match = _unit_pattern().match(text, end, limit)
    if not match or (match["letter"] and not _HEAT.search(text, max(0, end - _NEAR), min(limit, end + _NEAR))):
        return None
    if match["word"]:
        name, code = _word(match["word"])
    else:
        name, code = _by_symbol()[match["symbol"] or match["guarded"] or match["letter"]]
    return FoundUnit(name, code, match.end())


def _word(said: str) -> tuple[str, str | None]:
    """The unit that a word form names, whether printed with spaces or hyphens."""
    said = re.sub(r"\s", " ", said).lower()
    return _by_word()[said] if said in _by_word() else _by_hyphens()[said.replace("-", " ")]


@cache
def _by_hyphens() -> dict[str, tuple[str, str | None]]:
    return {word.replace("-", " "): unit for word, unit in _by_word().items()}


def unit_before(text: str, begin: int, end: int) -> tuple[FoundUnit, int] | None:
    """The unit whose word stands before a number, and where it begins: "magnitude 7.1"."""
    match = _before_pattern().search(text, max(0, begin - 20), begin)
    if not match:
        return None
    for row in rows("units.tsv"):
        if re.sub(r"\s", " ", match["word"]).lower() in forms(row["before"]):
            return FoundUnit(row["text"], row["code"] or None, end), match.start()
    return None


def _is_name(text: str, begin: int, noun: re.Match[str]) -> bool:
    """Whether number and noun with capitals are a name: "Seven Sisters"; not "Two Americans"."""
    said = noun["noun"]
    return text[begin].isupper() and said[0].isupper() and said not in _person_words("noun")


def persons(text: str, begin: int, end: int, limit: int) -> FoundUnit | None:
    """The persons that a number counts: "1,426 Muslim pilgrims", "238 wounded", "killing 107"."""
    noun, state, verb = _person_patterns()
    match = noun.match(text, end, limit) or state.match(text, end, limit)
    if match and not (match.re is noun and _is_name(text, begin, match)):
        group = "noun" if match.re is noun else "state"
        said = match[group]
        return FoundUnit(said if said in _person_words(group) else said.lower(), PERSON, match.end())
    before = verb.search(text, max(0, begin - 30), begin) or _TOLL.search(text, max(0, begin - 90), begin)
    if before and re.match(
        r"\s?(?:[,.;:)!?](?!\d)|\Z)|\s(?:and|in|or more|others|by|on|since)\b", text[end : min(limit, end + 12)]
    ):
        return FoundUnit("people", PERSON, end)
    return None
