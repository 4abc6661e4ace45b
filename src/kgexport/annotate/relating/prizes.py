"""Finds the names of prizes in a sentence: "Nobel Prize in Physics"; knows nobody who wins them."""

from __future__ import annotations

from kgexport.annotate.relating.scene import Scene, wordlists

_LONGEST = 8


def prize_end(scene: Scene, begin: int) -> int | None:
    """The end of the name of a prize that begins at a token, None where there is none."""
    inside = (
        begin > 0
        and _capital(scene, begin - 1)
        and scene.at(begin - 1) is None
        and scene.tokens[begin - 1].pos == "PROPN"
    )
    if inside or begin >= len(scene.tokens) or not _capital(scene, begin):
        return None
    nouns, leads = (wordlists().lists[name] for name in ("prize_nouns", "prize_names"))
    end, held = begin, False
    while end < min(len(scene.tokens), begin + _LONGEST) and (_capital(scene, end) or _joins(scene, end)):
        form = scene.form(end)
        held = held or (form in nouns and end > begin) or form in leads
        end += 1
        if held and not _goes_on(scene, end):
            break
    return end if held else None


def _capital(scene: Scene, i: int) -> bool:
    return i < len(scene.tokens) and scene.tokens[i].form[0].isupper() and scene.tokens[i].pos != "PRON"


def _joins(scene: Scene, i: int) -> bool:
    """A small word inside of a name: "Order of Merit", "d'Or", a possessive or hyphen."""
    return scene.form(i) in ("of", "'s", "’s", "d'or", "de", "-", "for", "in") and _capital(scene, i + 1)


def _goes_on(scene: Scene, i: int) -> bool:
    """Whether the name of a prize is longer: "Prize in Physics", "Medal of Honor", "Award for Best Actor"."""
    if _capital(scene, i):
        place = scene.at(i)
        return (place is None or not place.is_land) and scene.tokens[i].pos == "PROPN"
    in_field = scene.form(i) in ("in", "for", "of") and _capital(scene, i + 1)
    field = scene.at(i + 1)
    return in_field and (field is None or not field.is_land) and scene.tokens[i + 1].label != "DATE"
