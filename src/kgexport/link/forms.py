"""Which forms of an entity's name may be looked up, and in what spellings; knows no authority."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kgexport.authority.folding import fold
from kgexport.link.classes import family
from kgexport.model import Entity

_TITLE = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame|Lord|Lady|President|Prime Minister|Minister|Premier|Chancellor|King|Queen|Prince"
    r"|Princess|Pope|Senator|Sen|Rep|Representative|Congressman|Congresswoman|Gov|Governor|Mayor|Secretary|General|Gen"
    r"|Colonel|Col|Judge|Justice|Ambassador|Archbishop|Bishop|Cardinal|Sheikh|Crown Prince)\b\.? )+"
)
_SUFFIX = re.compile(r",? (?:Jr|Sr|Inc|Corp|Corporation|Ltd|Limited|LLC|Co|PLC|plc|AG|SA|MP|QC|KC)\.?$")
_INITIAL = re.compile(r"(?<=\w) (?:[A-Z]\.? )+(?=\w)")
_HYPHENED = re.compile(r"\b([A-Z]\w+)-([a-z]\w+)\b")
_OF_THE_STATES = re.compile(r"^(?:US|U\.S\.|U\. S\.) ")
_PAIRS = (
    ("Center", "Centre"),
    ("Defense", "Defence"),
    ("Labor", "Labour"),
    ("Organization", "Organisation"),
    ("Program", "Programme"),
)
_OTHERWISE = {**dict(_PAIRS), **{british: american for american, british in _PAIRS}}
_SPELT = re.compile(r"\b(?:" + "|".join(sorted(_OTHERWISE)) + r")\b")


def name_forms(entity: Entity) -> list[str]:
    """The name, then alternate names from the longest to the shortest.

    A form that is only a part of the name may mean another thing ("Oxford" of "University of Oxford"): it is left out,
    but for what a suffix adds ("Apple Inc.") or a place after a comma ("Sydney, Australia"). Of a person, only forms of
    two words or more: a surname alone is nobody in particular. A name of one word stays, for those who have no other.
    """
    others = sorted(set(entity.alternate_names), key=lambda form: (-len(form), form))
    forms = [entity.name, *(form for form in others if not _is_part(form, entity.name))]
    if family(entity.types[0]) == "Person":
        full = [form for form in forms if " " in _bare(form)]
        return full or [entity.name]
    return forms


def spellings(form: str, kind: str) -> Iterator[str]:
    """The form, and what it may be listed as: without title, suffix, initials; "Jong Un" for a person's "Jong-un"."""
    seen = [form]
    bare = _bare(form)
    seen += [bare, bare.replace(" - ", "-")]  # a tokenised "T - Mobile"
    if kind == "Person":
        seen.append(_INITIAL.sub(" ", bare))
        seen.append(_HYPHENED.sub(lambda match: f"{match[1]} {match[2].capitalize()}", bare))
        seen.append(bare.replace("-", " "))
    if kind == "Organization":
        seen.append(_respelt(bare))
        seen.append(_OF_THE_STATES.sub("United States ", bare))
    yield from dict.fromkeys(seen)


def _respelt(form: str) -> str:
    """With American spellings for British and the other way round."""
    return _SPELT.sub(lambda match: _OTHERWISE[match[0]], form)


def _bare(form: str) -> str:
    form = fold(form)
    return _SUFFIX.sub("", _TITLE.sub("", form)) or form


def _is_part(form: str, name: str) -> bool:
    words, whole = fold(form).split(), fold(name).split()
    if len(words) >= len(whole) or form == _bare(name) or name.startswith(form + ","):
        return False
    return any(whole[i : i + len(words)] == words for i in range(len(whole)))


def comma_parts(form: str) -> tuple[str, str] | None:
    """A place and what it lies in: "Clearwater, Florida"; None without exactly one comma."""
    parts = [part.strip() for part in form.split(",")]
    return (parts[0], parts[1]) if len(parts) == 2 and all(parts) else None
