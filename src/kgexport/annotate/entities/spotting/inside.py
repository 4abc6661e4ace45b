"""Finds names inside of names: the maker in "Acme Orca 7", the hospital in "X Hospital Station"; decides no types.

Only where the inner name is a thing of its own beyond doubt: what a station is called after, whom a memorial remembers,
the company that a product's name begins with, the town of a newspaper where the article speaks of the town as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kgexport.annotate.entities.clusters.groups import Group, decide
from kgexport.annotate.entities.found import Found
from kgexport.annotate.entities.lexicon import Lexicon, coarse
from kgexport.authority.base import Candidate
from kgexport.model import Sentence, Span

_REMEMBERING = frozenset(("memorial", "mausoleum", "tomb", "statue"))
_KNOWN = 0.5
"""Popularity from which a town or company is the one that a name begins with."""
_SURE = 4.0

Candidates = Callable[[str], tuple[Candidate, ...]]


def names_inside(
    found: list[Found], lexicon: Lexicon, sentences: tuple[Sentence, ...], candidates: Candidates
) -> list[Found]:
    """The inner names, each with the evidence for its class."""
    said = {c.id for item in found for c in candidates(item.text)[:1]}
    inner: list[Found] = []
    for item in found:
        if len(item.words) < 2 or item.titles or len(item.text) != len(item.span):
            continue
        inner += _inside(item, lexicon, sentences[item.sentence], candidates, said)
    return inner


def _inside(
    item: Found, lexicon: Lexicon, sentence: Sentence, candidates: Candidates, said: set[str]
) -> Iterator[Found]:
    decided = decide(Group(item.key, [item]))
    if decided is None:
        return
    tokens = sentence.tokens[item.first : item.end]
    low = [t.form.lower() for t in tokens]
    if decided[0] == "LOC" and low[-1] == "station":
        yield from _of_station(item, low[:-1], lexicon, sentence)
        low = low[:-1]
    if decided[0] in ("LOC", "ORG") and (end := _remembered(low)) > 1:
        yield _part(item, end, sentence, "Person")
    elif decided[0] == "PROD":
        yield from _known_front(item, len(low), sentence, candidates, lambda c: coarse(c.types[0]) == "ORG")
    elif decided[1] == "NewsMediaOrganization" and low[-1] in lexicon.organisations:
        towns = _known_front(item, len(low), sentence, candidates, lambda c: c.types[0] == "City" and c.id in said)
        yield from towns


def _of_station(item: Found, low: list[str], lexicon: Lexicon, sentence: Sentence) -> Iterator[Found]:
    """What a station is called after: a facility, or a place of one word that is no common noun."""
    if low and low[-1] in lexicon.facilities and len(low) > 1:
        cls = lexicon.facilities.get(" ".join(low[-2:]), lexicon.facilities[low[-1]])[0]
        # As what a station is called after, a hospital is a place.
        yield _part(item, len(low), sentence, cls if coarse(cls) == "LOC" else "Place")
    elif len(low) == 1 and not _is_common(low[0], lexicon):
        yield _part(item, 1, sentence, "Place")


def _is_common(word: str, lexicon: Lexicon) -> bool:
    known = word in lexicon.heads or word in lexicon.roles or word in lexicon.words["directions"]
    return known or f"{word} station" in lexicon.facilities or word in lexicon.organisations or word in lexicon.given


def _remembered(low: list[str]) -> int:
    """How many words name the person that a memorial remembers; 0 where it is none."""
    at = next((i for i, word in enumerate(low) if word in _REMEMBERING), 0)
    return at if at in (2, 3, 4) and not {"war", "of", "the", "and"} & set(low[:at]) else 0


def _known_front(
    item: Found, count: int, sentence: Sentence, candidates: Candidates, fits: Callable[[Candidate], bool]
) -> Iterator[Found]:
    """The longest known name that a name begins with."""
    for end in range(count - 1, 0, -1):
        part = _part(item, end, sentence, "Thing")
        first = next(iter(candidates(part.text)), None)
        if first is not None and first.popularity >= _KNOWN:
            if fits(first):
                part.evidence.clear()
                part.add(first.types[0], _SURE, "inside-name")
                yield part
            return


def _part(item: Found, count: int, sentence: Sentence, cls: str) -> Found:
    """The first words of a name as a name of its own."""
    last = sentence.tokens[item.first + count - 1]
    span = Span(item.span.begin, last.span.end)
    text = item.text[: len(span)]
    part = Found(item.sentence, item.first, item.first + count, span, text)
    part.add(cls, _SURE, "inside-name")
    return part
