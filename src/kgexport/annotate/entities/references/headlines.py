"""Finds who is meant by an office alone: "Chinese Foreign Minister Meets …", "the Thai king"; judges no names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kgexport.annotate.entities.lexicon import LONGEST_TITLE, lexicon
from kgexport.annotate.entities.references.nations import Nations
from kgexport.annotate.entities.spotting.named_places import Place
from kgexport.model import BlockKind, Sentence, Span, Token

_OF_AN_OFFICE = frozenset(
    "as a an new next former ex first be become becomes named names appointed elected interim acting for - –".split()
)
"""Words before an office that speak of the office, not of who holds it: "Quits as Finance Minister"."""
_PREDICATES = frozenset(("attr", "oprd", "appos", "compound", "nmod", "amod"))


def officials(
    sentences: Iterable[Sentence], places: Iterable[list[Place]], titles: Mapping[str, set[str]], nations: Nations
) -> Iterator[tuple[str, Span]]:
    """Key of a person and the words of the office, where the text gives that office to one person only.

    `titles`: key of a person -> the titles before the name. Where a land or body is said, it must be the person's;
    outside of headlines it has to be said, and a headline's unknown word before an office ("Pak FM") may be one.
    """
    bearers: dict[str, list[str]] = {}
    for key in sorted(titles):
        for title in sorted(titles[key]):
            bearers.setdefault(title.lower(), []).append(key)
    for sentence, here in zip(sentences, places, strict=True):
        headline = sentence.block is BlockKind.HEADLINE
        names = {end: (first, key) for first, end, key, _ in here}
        taken = {i for first, end, _, _ in here for i in range(first, end)}
        begins = {first for first, _, _, _ in here}
        for first, end, title in _offices(sentence, taken):
            begin, land = _land_before(sentence, first, names)
            if end in begins or not _may_stand_for_one(sentence, begin, end, headline, bool(land)):
                continue
            known = [k for k in bearers.get(title, ()) if not land or nations.of.get(k) == land]
            known = [k for k in known if k not in nations.former]
            if len(known) == 1 and (land or end - first > 1):
                yield known[0], sentence.tokens[first].span.to(sentence.tokens[end - 1].span)


def _may_stand_for_one(sentence: Sentence, begin: int, end: int, headline: bool, land: bool) -> bool:
    """Whether an office with its land, from `begin`, is its holder: not "as president", "a former French president"."""
    before, head = sentence.tokens[max(0, begin - 1)], sentence.tokens[end - 1]
    if begin and before.form.lower() in _OF_AN_OFFICE:
        return False
    unknown = begin > 0 and before.dep in ("compound", "nmod", "amod", "poss") and begin <= before.head < end
    if headline:
        return not unknown
    owner = land and sentence.tokens[begin + 1].tag == "POS" if begin + 1 < end else False
    article = begin > 0 and before.form.lower() == "the"
    return (
        land and (article or (owner and not unknown)) and head.dep not in _PREDICATES and not _explained(sentence, head)
    )


def _explained(sentence: Sentence, head: Token) -> bool:
    """Whether something behind an office tells who it is: "the French president, X"; "the French king who lost"."""
    return any(child.i > head.i for child in sentence.children(head, "appos", "prep", "relcl", "acl"))


def _offices(sentence: Sentence, taken: set[int]) -> Iterator[tuple[int, int, str]]:
    """Begin, end and lower-cased text of the longest titles outside of names."""
    words = lexicon()
    tokens, at = sentence.tokens, 0
    while at < len(tokens):
        forms = [t.text.title() if t.text.isupper() else t.text for t in tokens[at : at + LONGEST_TITLE]]
        found = words.title_at([form[:1].upper() + form[1:] for form in forms], 0) if at not in taken else None
        if found is None or taken & set(range(at, at + found[0])):
            at += 1
            continue
        yield at, at + found[0], found[1].text.lower()
        at += found[0]


def _land_before(sentence: Sentence, first: int, names: Mapping[int, tuple[int, str]]) -> tuple[int, str]:
    """Where what is named right before an office begins, and its key: "Chinese", "China's", "US"; else the office."""
    if first in names:
        return names[first]
    owner = first > 0 and sentence.tokens[first - 1].tag == "POS"
    return names.get(first - 1, (first, "")) if owner else (first, "")
