"""Finds who a headline means by an office alone: "Chinese Foreign Minister Meets …"; judges no names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kgexport.annotate.entities.lexicon import LONGEST_TITLE, lexicon
from kgexport.annotate.entities.references.nations import Nations
from kgexport.annotate.entities.spotting.named_places import Place
from kgexport.model import BlockKind, Sentence, Span

_OF_AN_OFFICE = frozenset(
    "as a an new next former ex first be become becomes named names appointed elected interim acting for - –".split()
)
"""Words before an office that speak of the office, not of who holds it: "Quits as Finance Minister"."""


def officials(
    sentences: Iterable[Sentence], places: Iterable[list[Place]], titles: Mapping[str, set[str]], nations: Nations
) -> Iterator[tuple[str, Span]]:
    """Key of a person and the words of the office, where the text gives that office to one person only.

    `titles`: key of a person -> the titles before the name. Where the headline says a land, it must be the person's.
    """
    bearers: dict[str, list[str]] = {}
    for key in sorted(titles):
        for title in sorted(titles[key]):
            bearers.setdefault(title.lower(), []).append(key)
    for sentence, here in zip(sentences, places, strict=True):
        if sentence.block is not BlockKind.HEADLINE:
            continue
        ends = {end: key for _, end, key, _ in here}
        taken = {i for first, end, _, _ in here for i in range(first, end)}
        begins = {first for first, _, _, _ in here}
        for first, end, title in _offices(sentence, taken):
            land = _land_before(sentence, first, ends)
            known = [k for k in bearers.get(title, ()) if not land or nations.of.get(k) == land]
            before = sentence.tokens[first - 1].form.lower() if first else ""
            if len(known) == 1 and end not in begins and before not in _OF_AN_OFFICE:
                yield known[0], sentence.tokens[first].span.to(sentence.tokens[end - 1].span)


def _offices(sentence: Sentence, taken: set[int]) -> Iterator[tuple[int, int, str]]:
    """Begin, end and lower-cased text of the longest titles of two words or more outside of names."""
    words = lexicon()
    tokens, at = sentence.tokens, 0
    while at < len(tokens):
        forms = [t.text.title() if t.text.isupper() else t.text for t in tokens[at : at + LONGEST_TITLE]]
        found = words.title_at([form[:1].upper() + form[1:] for form in forms], 0) if at not in taken else None
        if found is None or found[0] < 2 or taken & set(range(at, at + found[0])):
            at += 1
            continue
        yield at, at + found[0], found[1].text.lower()
        at += found[0]


def _land_before(sentence: Sentence, first: int, ends: Mapping[int, str]) -> str:
    """The key of what is named right before an office: "Chinese", "China's", "US"."""
    if first in ends:
        return ends[first]
    owner = first > 0 and sentence.tokens[first - 1].tag == "POS"
    return ends.get(first - 1, "") if owner else ""
