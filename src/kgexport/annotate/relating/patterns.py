"""Matches turns of phrase of relation-phrases.tsv word for word against a sentence; knows no relation.

A pattern is tried only in sentences that hold its rarest word, from where its first element can stand, so that reading
stays linear in the length of the text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kgexport.annotate.relating import jobs
from kgexport.annotate.relating.kinds import fits, is_mention
from kgexport.annotate.relating.prizes import prize_end
from kgexport.annotate.relating.scene import Place, Scene, wordlists

_MOST_MODS = 6
_COMMON = frozenset(
    (
        "the",
        "a",
        "an",
        ",",
        "of",
        "in",
        "is",
        "'s",
        "’s",
        '"',
        "“",
        "”",
        "(",
        ")",
        "-",
        "by",
        "who",
        "for",
        "at",
        "with",
    )
)
_SLOTS = ("A", "B", "C")
_CLOSING = frozenset((",", ".", ";", ":", ")", "–", "—", "?", "!", "", '"', "”"))


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a pattern."""

    what: str
    """word, A, B, or the name in <…> or after @ of what does not stand for a list."""
    words: frozenset[str] = frozenset()
    kinds: str = ""
    optional: bool = False
    many: bool = False
    adjective: bool = False


@dataclass(slots=True)
class Match:
    """A pattern found in a sentence."""

    first: int = 0
    end: int = 0
    slots: dict[str, list[Place]] = field(default_factory=dict)
    job: tuple[int, int] | None = None
    prize: tuple[int, int] | None = None
    kin: str = ""
    kin_at: int = 0
    noun: str = ""
    """The word that a list gave: the kind of place or work."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A turn of phrase."""

    rule: str
    predicate: str
    confidence: float
    elements: tuple[Element, ...]
    keys: frozenset[str]
    """A sentence without any of these words cannot hold it."""


def compile_pattern(rule: str, predicate: str, confidence: str, text: str) -> Pattern:
    """A row of the table as a pattern; raises KeyError for a list or kind that there is not."""
    elements = tuple(_element(part) for part in text.split())
    literal = [e.words for e in elements if e.words and not e.optional]
    keys = min(literal, key=lambda words: (len(words & _COMMON) > 0, len(words)), default=frozenset())
    return Pattern(rule, predicate, float(confidence), elements, keys)


def _element(part: str) -> Element:
    optional = part.endswith("?") and part != "?"
    part = part.removesuffix("?") if optional else part
    if part[:2] in ("A:", "B:", "C:"):
        kinds = part[2:].rstrip("+~")
        return Element(part[0], kinds=kinds, optional=optional, many="+" in part, adjective="~" in part)
    if part in ("$", "@close", "@not-possessive", "@not-family", "@attached") or part[0] + part[-1] == "<>":
        return Element(part.strip("<>@"), _kin_words(part), optional=optional)
    if part == "#":
        return Element("number", optional=optional)
    words = wordlists().lists[part[1:]] if part[0] == "@" else frozenset(part.split("|"))
    return Element("list" if part[0] == "@" else "word", words, optional=optional)


def _kin_words(part: str) -> frozenset[str]:
    return frozenset(wordlists().tables[part.strip("<>")]) if part in ("<kin>", "<kins>") else frozenset()


def matches(scene: Scene, pattern: Pattern) -> Iterator[Match]:
    """All places of a sentence where a pattern fits, one for each beginning."""
    for start in _starts(scene, pattern.elements[0]):
        found = Match(first=start)
        if _fit(scene, pattern.elements, 0, start, found):
            yield found


def _starts(scene: Scene, first: Element) -> list[int]:
    if first.what in _SLOTS:
        return sorted({p.first for p in scene.places if fits(p, first.kinds) and is_mention(p, first.adjective)})
    if first.words:
        return sorted({i for word in first.words for i in scene.positions.get(word.lower(), ())})
    return [t.i for t in scene.tokens if t.text[0].isupper() and scene.at(t.i) is None]


def _fit(scene: Scene, elements: tuple[Element, ...], k: int, i: int, found: Match) -> bool:
    """Whether the elements from the k-th on fit from token i on; fills in what they bind."""
    if k == len(elements):
        found.end = i
        return True
    element = elements[k]
    for end in _ends(scene, element, i, found):
        if _fit(scene, elements, k + 1, end, found):
            return True
    return element.optional and _fit(scene, elements, k + 1, i, found)


def _ends(scene: Scene, element: Element, i: int, found: Match) -> Iterator[int]:
    """Where an element that begins at a token may end, the likeliest first."""
    what = element.what
    if what == "word" or what == "list":
        if scene.form(i) in element.words:
            found.noun = scene.form(i) if what == "list" else found.noun
            yield i + 1
    elif what in _SLOTS:
        yield from _slot(scene, element, i, found)
    elif what in ("kin", "kins"):
        if scene.form(i) in element.words:
            found.kin, found.kin_at = wordlists().tables[what][scene.form(i)], i
            yield i + 1
    elif what == "number":
        if i < len(scene.tokens) and scene.tokens[i].text.isdigit():
            yield i + 1
    elif what == "mods":
        yield from _mods(scene, i)
    elif what in ("job", "Job"):
        end = jobs.job_end(scene, i) if i < len(scene.tokens) else None
        if end is not None and (what == "job" or scene.tokens[i].text[0].isupper()):
            found.job = (i, end)
            yield end
    elif what == "title":
        end = jobs.title_end(scene, i)
        if end is not None:
            yield end
    elif what == "award":
        end = prize_end(scene, i)
        if end is not None:
            found.prize = (i, end)
            yield end
    elif _stops(scene, what, i):
        yield i


def _slot(scene: Scene, element: Element, i: int, found: Match) -> Iterator[int]:
    for place in scene.starting(i):
        if not fits(place, element.kinds) or not is_mention(place, element.adjective):
            continue
        named = [p for p in scene.names_after(i) if fits(p, element.kinds)] if element.many else [place]
        found.slots[element.what] = named or [place]
        yield found.slots[element.what][-1].end


def _mods(scene: Scene, i: int) -> Iterator[int]:
    """No, one, two … words that describe what follows."""
    yield i
    for end in range(i, min(i + _MOST_MODS, len(scene.tokens))):
        token, place = scene.tokens[end], scene.at(end)
        describing = token.pos in ("ADJ", "NOUN", "NUM", "ADV") or token.text == "-" or token.tag in ("VBN", "VBG")
        if (place is not None and place.is_name) or not (describing or token.pos == "PROPN"):
            return
        yield end + 1


def _stops(scene: Scene, what: str, i: int) -> bool:
    """Whether a phrase ends before a token."""
    form = scene.form(i)
    if what == "close":
        return form in _CLOSING
    if what == "not-possessive":
        return form not in ("'s", "’s", "'", "’")
    if what == "attached":
        return 0 < i < len(scene.tokens) and scene.tokens[i].head == i - 1
    if what == "not-family":
        return form not in wordlists().tables["kin"]
    at_end = i >= len(scene.tokens) or form in _CLOSING
    return at_end or scene.tokens[i].pos not in ("NOUN", "PROPN", "PART", "NUM", "SYM")
