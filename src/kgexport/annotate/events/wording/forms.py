"""Forms of English verbs for the names of events: third person, participle, gerund; knows no sentence."""

from __future__ import annotations

import re
from functools import cache

from kgexport.annotate.values.tables import rows

_THIRD = {"be": "is", "have": "has", "quit": "quits", "intro": "intros", "demo": "demos", "video": "videos"}
_DOUBLED = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]")
"""A verb of one syllable whose last letter is doubled: "stop", not "look"."""


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    return {row["base"]: (row["participle"], row["gerund"]) for row in rows("irregular-verbs.tsv")}


def third_person(verb: str) -> str:
    """The third person of a verb in the present: "undergoes"."""
    if verb in _THIRD:
        return _THIRD[verb]
    if re.search(r"(s|x|z|ch|sh|o)$", verb):
        return verb + "es"
    return verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + "s"


def past_participle(verb: str) -> str:
    """The past participle of a base form: "killed", "shot", "denied", "stopped"."""
    if verb in _irregular():
        return _irregular()[verb][0]
    if verb.endswith("e"):
        return verb + "d"
    if re.search(r"[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    return _stem(verb) + "ed"


def gerund(verb: str) -> str:
    """The form in -ing: "signing", "making", "cutting"."""
    if verb in _irregular():
        return _irregular()[verb][1]
    if re.search(r"[^aeiouy]e$", verb) or verb.endswith("ue"):
        return verb[:-1] + "ing"
    return _stem(verb) + "ing"


def _stem(verb: str) -> str:
    return verb + (verb[-1] if _DOUBLED.fullmatch(verb) else "")
