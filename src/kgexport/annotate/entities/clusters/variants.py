"""Says whether two names differ only by a word that adds nothing: "X Police Department", "the Pacific"; no persons."""

from __future__ import annotations

from kgexport.annotate.entities.clusters.groups import Group, decide
from kgexport.annotate.entities.lexicon import Lexicon, coarse

_OF_POLICE = (
    ("police", "department"),
    ("police", "force"),
    ("police", "service"),
    ("police", "dept"),
    ("pd",),
    ("police",),
)
_OF_WATER = frozenset(("ocean", "sea"))
_TEAMS = frozenset(("SportsTeam", "SportsOrganization"))
_COMPANIES = frozenset(
    ("Corporation", "Organization", "BankOrCreditUnion", "NewsMediaOrganization", "Airline", "Store")
)


def police_of(words: list[str]) -> str:
    """The town of a police: "oslo" of "Oslo Police Department" and "Oslo PD"; empty for any other name."""
    for ending in _OF_POLICE:
        if tuple(words[-len(ending) :]) == ending and len(words) > len(ending):
            return " ".join(words[: -len(ending)])
    return ""


def core_of_area(words: list[str], lexicon: Lexicon) -> str:
    """The name without the noun of an area: "aceh" of "Aceh province"; empty where there is none."""
    if len(words) < 2 or words[-1] not in lexicon.words["area_nouns"]:
        return ""
    return " ".join(words[:-1])


def may_be_area(group: Group) -> bool:
    """Whether a bare name can be the area of that name: no town by what the text or the authority says."""
    decided = decide(group)
    town = any(e.cls == "City" and e.weight > 0 for e in group.evidence())
    return not town and (decided is None or decided[0] == "LOC")


def is_water(group: Group, longer: Group) -> bool:
    """ "the Pacific" of "Pacific Ocean"."""
    one, other = decide(group), decide(longer)
    waters = bool(one and other) and all("Water" in d[1] for d in (one, other) if d)
    return waters and longer.words[0] == group.key and longer.words[-1] in _OF_WATER and len(longer.words) == 2


def is_team_word(group: Group, longer: Group, lexicon: Lexicon) -> bool:
    """ "United" of "Manchester United": a common last word of teams, or a clipped nickname ("Jags" of the Jaguars)."""
    one, other = decide(group), decide(longer)
    if one is None or other is None or other[1] not in _TEAMS or one[1] not in _TEAMS:
        return False
    lasts = {form.words[-1] for form in (longer, *longer.merged)}  # "Man Utd" is Manchester United
    if group.key in lasts and group.key in lexicon.words["team_words"]:
        return True
    last = longer.words[-1]
    return len(group.key) > 3 and group.key.endswith("s") and last.endswith("s") and last.startswith(group.key[:-1])


def is_plain_company(group: Group, longer: Group, lexicon: Lexicon) -> bool:
    """ "Acme" of "Acme Worldwide", both bodies of business, where only words for business follow."""
    one, other = decide(group), decide(longer)
    if one is None or other is None or one[1] not in _COMPANIES or other[1] not in _COMPANIES:
        return False
    rest = longer.words[1:]
    business = lexicon.words["business_words"]
    return longer.words[0] == group.key and all(word.strip(",") in business for word in rest)


def singular_of(group: Group) -> str:
    """The folded singular of a product's name: "macbook pro" of "MacBook Pros"; empty for what is no product."""
    decided = decide(group)
    plural = group.key.endswith("s") and not group.key.endswith("ss")
    return group.key[:-1] if plural and decided is not None and coarse(decided[1]) == "PROD" else ""


def without_article(group: Group) -> str:
    """The folded title of a work without its article: "big lebowski"; empty for anything else."""
    decided = decide(group)
    titled = group.key.startswith("the ") and decided is not None and coarse(decided[1]) == "WORK"
    return group.key[4:] if titled else ""


def without_arabic_article(group: Group) -> str:
    """The folded name of a body without "Al" before its only word: "sadd" of "Al Sadd"; empty for anything else."""
    decided = decide(group)
    body = len(group.words) == 2 and group.words[0] in ("al", "el") and decided is not None and decided[0] == "ORG"
    return group.words[1] if body else ""


def without_business(group: Group, lexicon: Lexicon) -> str:
    """The folded name of a company of two words or more without words for business behind it; empty where it has none.

    "family dollar" of "Family Dollar Stores"; one word may be anything ("United" of "United Airlines").
    """
    decided, end = decide(group), len(group.words)
    while end > 2 and group.words[end - 1].strip(",") in lexicon.words["business_words"]:
        end -= 1
    body = end < len(group.words) and decided is not None and decided[1] in _COMPANIES
    return " ".join(group.words[:end]).strip(",") if body else ""


def is_of_body(group: Group) -> bool:
    """Whether nothing makes a person, place or thing of a name."""
    decided = decide(group)
    return decided is None or decided[0] == "ORG"


def without_city(group: Group, forms: dict[str, Group]) -> str:
    """ "ormoc" of "Ormoc City", where the text names a town so, too; empty for "Mexico City": Mexico is no town."""
    decided, short = decide(group), " ".join(group.words[:-1])
    if group.words[-1] != "city" or decided is None or decided[0] != "LOC" or short not in forms:
        return ""
    plain = decide(forms[short])
    first = next((e.cls for e in forms[short].evidence() if e.rule == "authority"), "City")
    return short if plain is not None and plain[1] == "City" and first == "City" else ""
