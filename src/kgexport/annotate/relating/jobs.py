"""Finds offices and occupations in a sentence, and what they say of the body they belong to; knows no pattern."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kgexport.annotate.entities.lexicon import lexicon, read_table
from kgexport.annotate.relating.scene import Scene, wordlists

OFFICE_KINDS = frozenset(("state", "government", "military", "police", "legal", "corporate", "nobility"))
_LONGEST = 7


@dataclass(frozen=True, slots=True)
class Tie:
    """What an occupation says of whose it is."""

    predicate: str
    """Empty: nothing."""
    inverse: bool
    """Whether it is said of the body about the person."""
    of: str
    """Kinds of what it can be said of."""


@cache
def _ties() -> dict[str, Tie]:
    return {r[0]: Tie(r[1].strip("-"), r[1][1:] != "" and r[1][0] == "-", r[2]) for r in read_table("job-ties.tsv")}


_EMPLOYED = Tie("worksFor", False, "ORG|LAND")


def tie_of(noun: str) -> Tie:
    """What the last noun of an occupation says; employment where nothing else is known."""
    return _ties().get(noun.lower(), _EMPLOYED)


def job_end(scene: Scene, begin: int) -> int | None:
    """The end of an office or occupation that begins at a token: "deputy general manager", "head of design"."""
    last = begin
    while last < min(len(scene.tokens), begin + _LONGEST) and scene.at(last) is None and _inside(scene, last):
        last += 1
    return next((end for end in range(last, begin, -1) if is_job(scene, begin, end)), None)


def title_end(scene: Scene, begin: int) -> int | None:
    """The end of a title of any kind ("King", "Mrs", "former President") that begins at a token."""
    if begin >= len(scene.tokens) or scene.at(begin) is not None:
        return None
    found = lexicon().title_at([t.form for t in scene.tokens[begin : begin + _LONGEST]], 0)
    return begin + found[0] if found else job_end(scene, begin)


def _inside(scene: Scene, i: int) -> bool:
    """Whether a word can stand in an occupation at all."""
    return scene.tokens[i].pos in ("NOUN", "PROPN", "ADJ", "VERB", "ADV", "NUM") or scene.form(i) in ("-", "of", "and")


def is_job(scene: Scene, begin: int, end: int) -> bool:
    """Whether some words are exactly an occupation: a known title, or a noun for one with what describes it."""
    if any(scene.at(i) is not None for i in range(begin, end)):
        return False
    words = lexicon()
    title = " ".join(t.form for t in scene.tokens[begin:end]).title().split()
    found = words.title_at(title, 0)
    if found and found[0] == len(title):
        return found[1].job
    last = scene.tokens[end - 1]
    if last.tag not in ("NN", "NNP", "JJ") or not is_job_noun(last.lemma) or _goes_on(scene, end):
        return False
    return all(_describes(scene, i) for i in range(begin, end - 1))


def is_job_noun(lemma: str) -> bool:
    """Whether a noun names an occupation or a place in a body."""
    low = lemma.lower()
    return lexicon().roles.get(low, False) or low in wordlists().lists["job_nouns"]


def _goes_on(scene: Scene, end: int) -> bool:
    return scene.form(end) == "-" or (end < len(scene.tokens) and scene.tokens[end].dep == "compound")


def _describes(scene: Scene, i: int) -> bool:
    token = scene.tokens[i]
    if token.form.lower() in lexicon().words["title_prefixes"] | wordlists().lists["job_adjectives"]:
        return True
    return token.form == "-" or (token.pos in ("NOUN", "PROPN") and token.tag in ("NN", "NNP", "NNS"))


def is_office(scene: Scene, begin: int, end: int) -> bool:
    """Whether an occupation is an office that a land gives."""
    title = " ".join(t.form for t in scene.tokens[begin:end]).title().split()
    found = lexicon().title_at(title, 0)
    return bool(found and found[1].kind in OFFICE_KINDS) or serves_land(scene, end - 1)


def serves_land(scene: Scene, i: int) -> bool:
    """Whether an occupation is one that a country or town gives."""
    return scene.form(i) in wordlists().lists["land_roles"]


def not_held(scene: Scene, first: int, end: int) -> str:
    """The word that says that an office is not held now ("former"), in or right before some words; else empty."""
    unheld = wordlists().lists["not_in_office"]
    for i in range(max(0, first - 2), end):
        form = scene.form(i)
        if form in unheld or form.startswith("ex-") or form.endswith(("-elect", "-designate")):
            return scene.tokens[i].text
        if form == "be" and i > 1 and scene.form(i - 2) == "would":
            return "would-be"
    return ""


def words_of(scene: Scene, first: int, end: int) -> str:
    """Words as printed, with one blank where there is white space."""
    out = ""
    for i in range(first, end):
        glued = i > first and scene.tokens[i - 1].span.end == scene.tokens[i].span.begin
        out += scene.tokens[i].text if glued or not out else " " + scene.tokens[i].text
    return out
