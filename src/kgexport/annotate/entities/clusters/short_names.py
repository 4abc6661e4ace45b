"""Says whether one word is the short form of a longer name of a body or product; knows no persons."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from kgexport.annotate.entities.clusters.groups import Group, decide
from kgexport.annotate.entities.lexicon import Lexicon, fold, lexicon

_COMPANIES = frozenset(("Corporation", "BankOrCreditUnion", "NewsMediaOrganization"))
_LANDSCAPES = frozenset(("Landform", "RiverBodyOfWater"))
_TEAMS = frozenset(("SportsTeam", "SportsOrganization"))
_CLUB = frozenset("fc afc cf sc united rovers wanderers".split())
_LITTLE_KNOWN = 2.6
"""Evidence that the authority gives for towns of less than half of the popularity there is."""
_SPATIAL = frozenset("place-preposition place-noun place-in-place direction state-abbreviation facility-word".split())
_FAITHFUL = frozenset(("church", "temple", "order", "brotherhood", "cult"))
"""Bodies that are called by what stands after "of": Church of Scientology; a bank or friends of X are not X."""


def is_kernel(group: Group, longer: Group, words: Lexicon) -> bool:
    """Whether a single word is the name proper of a longer one: Oakfield of "Oakfield mosque"."""
    result, named = decide(group), decide(longer)
    if named is not None and named[1] in _TEAMS and longer.words[-1] == group.key:
        return group.key.endswith(("s", "x")) and (result is None or result[0] == "ORG")
    if longer.words[0] != group.key:
        return False
    rest = longer.words[1:]
    kind = " ".join(rest) in words.facilities or " ".join(rest) in words.organisations
    if kind:
        return result is None or result[2] < 4.0
    rest = (without_suffix(longer.words) or longer.key).split()[1:]
    company = named is not None and named[1] in _COMPANIES and bool(rest) and rest[-1] in words.organisations
    return company and (result is None or (result[0] != "LOC" and result[2] < 4.0) or _is_guessed_place(group))


def is_headlined(group: Group, longer: Group) -> bool:
    """Whether a headline's word is the body's longer name of a landscape: "Amazon" of "Amazon rainforest"."""
    result = decide(longer)
    return longer.words[0] == group.key and result is not None and result[1] in _LANDSCAPES


def is_same_company(group: Group, longer: Group) -> bool:
    """Whether what a longer name adds is all of the kind "Motor Corp": "Toyota" and "Toyota Motor Corp"."""
    one, other = decide(group), decide(longer)
    rest = longer.words[1:]
    corporate = all(word in lexicon().organisations for word in rest) or " ".join(rest) in lexicon().organisations
    alike = bool(one and other and one[1] == other[1] and one[1] in _COMPANIES)
    return corporate and longer.words[0] == group.key and alike


def without_suffix(words: list[str]) -> str:
    """The folded name of a company without "Inc", "plc" and the like at its end; empty where it has none."""
    end = len(words)
    while end > 1 and words[end - 1].strip(",") in _suffixes():
        end -= 1
    return " ".join(words[:end]).rstrip(",") if end < len(words) else ""


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(fold(suffix) for suffix in lexicon().words["company_suffixes"])


def may_be_company(group: Group) -> bool:
    """Whether a name without a suffix can be the company that is named with one elsewhere."""
    decided = decide(group)
    if decided is None or decided[0] == "ORG":
        return True
    return (decided[0] == "PER" and decided[2] < 4.0 and not group.person) or _is_guessed_place(group)


def is_short_company(group: Group, longer: Group, words: Lexicon) -> bool:
    """Whether a name that only a little known town bears is short for the company: "Forest", "Forest Laboratories"."""
    named = decide(longer)
    rest = (without_suffix(longer.words) or longer.key).split()[1:]
    company = named is not None and named[1] in _COMPANIES and all(word in words.organisations for word in rest)
    town = max((e.weight for e in group.evidence() if e.rule == "authority"), default=0.0)
    return company and longer.words[0] == group.key and town <= _LITTLE_KNOWN and _is_guessed_place(group)


def is_short_team(group: Group, longer: Group) -> bool:
    """The same of a team by its last word: "Forest", "Nottingham Forest"."""
    named = decide(longer)
    town = max((e.weight for e in group.evidence() if e.rule == "authority"), default=0.0)
    team = named is not None and named[1] in _TEAMS
    return team and longer.words[-1] == group.key and town <= _LITTLE_KNOWN and _is_guessed_place(group)


def is_town_of_team(group: Group, longer: Group) -> bool:
    """Whether a town is the first word of a team, "Sydney" of "Sydney FC", and the text says nothing of a place."""
    named = decide(longer)
    team = named is not None and named[1] in _TEAMS and longer.words[0] == group.key
    spatial = any(e.rule in _SPATIAL and e.weight > 0 for e in group.evidence())
    return team and not spatial and len(longer.words) == 2 and longer.words[1] in _CLUB


def _is_guessed_place(group: Group) -> bool:
    """Whether a place is one only because a town of that name is somewhere: nothing in the text says so."""
    evidence = list(group.evidence())
    spatial = any(e.rule in _SPATIAL and e.weight > 0 for e in evidence)
    decided = decide(group)
    return decided is not None and decided[0] == "LOC" and decided[2] < 4.0 and not spatial


def is_last_word(group: Group, longer: Group, kind_of: Callable[[str], str]) -> bool:
    """Whether a word is what a longer name ends in, and all that matters of it.

    `kind_of`: PER, LOC, ORG … of a name by the authority.
    "Chrome" of "Google Chrome" (both products), "Scientology" of "Church of Scientology" (both bodies),
    "Journal-Constitution" of "Atlanta Journal-Constitution" (behind a town).
    """
    one, other = decide(group), decide(longer)
    if longer.words[-1] != group.key or other is None:
        return False
    before = longer.members[0].text.rpartition(" ")[0]
    if other[0] == "PROD":
        maker = kind_of(before) == "ORG" or any(c.isdigit() for c in group.key)
        return maker and len(longer.words) == 2 and (one is None or one[0] == "PROD")
    if other[0] != "ORG" or (one is not None and one[0] != "ORG"):
        return False
    if len(longer.words) == 3 and longer.words[1] == "of":
        return longer.words[0] in _FAITHFUL
    return "-" in group.key and kind_of(before) == "LOC"
