"""Events as cards and as a timeline: who, what, whom, where, when, how sure, and the sentence; knows no HTML."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from kgexport.graph import ArticleGraph
from kgexport.model import Sentence
from kgexport.scheme import load_scheme
from kgexport.view.things import Thing, Things, Value
from kgexport.view.wording import moment, stretch

ROWS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Who", ("agent",)),
    ("Who takes part", ("participant",)),
    ("Whom or what", ("object",)),
    ("To whom", ("recipient",)),
    ("By what means", ("instrument",)),
    ("Where", ("location", "fromLocation", "toLocation")),
    ("How much", ("amount", "quantity", "funding")),
    ("With the result", ("result",)),
    ("Part of", ("superEvent",)),
    ("Has as parts", ("subEvent",)),
    ("Stated in", ("statedIn",)),
)
"""The rows of a card that hold things -> local names of properties."""

_STATUS: dict[str, str] = {
    "PotentialActionStatus": "planned or possible, not done",
    "ActiveActionStatus": "under way",
    "CompletedActionStatus": "done",
    "FailedActionStatus": "failed or refused",
}
_MODALITY: dict[str, str] = {
    "asserted": "told as a fact",
    "planned": "told as a plan",
    "desired": "wished or demanded",
    "possible": "told as possible",
    "conditional": "told under a condition",
    "alleged": "alleged",
}
_UNDATED = "No date in the text"


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence in three-part pieces: words, and whether they are the trigger."""

    begin: int
    pieces: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class Card:
    """An event as people ask for it."""

    thing: Thing
    type: str
    """What its type is called in the scheme."""
    rows: tuple[tuple[str, tuple[Value, ...]], ...]
    when: str
    """In words; empty where the text gives no date."""
    start: str
    """As in the graph, to sort by."""
    status: str
    sureness: str
    """How the text tells it."""
    denied: bool
    passages: tuple[Passage, ...]


def cards(things: Things, graph: ArticleGraph, text: str, sentences: Sequence[Sentence]) -> tuple[Card, ...]:
    """A card for each event, in the order of the text."""
    begins = [sentence.span.begin for sentence in sentences]
    events = sorted(things.of("event"), key=lambda thing: (thing.places[:1] or ((len(text), 0),), thing.iri))
    return tuple(_card(thing, graph, text, _around(thing, sentences, begins)) for thing in events)


def timeline(made: Sequence[Card]) -> tuple[tuple[str, tuple[Card, ...]], ...]:
    """The cards by date as the text gives it, the earliest first; those without one last."""
    groups: dict[tuple[bool, str, str], list[Card]] = {}
    for card in made:
        groups.setdefault((not card.start, card.start, card.when or _UNDATED), []).append(card)
    return tuple((key[2], tuple(groups[key])) for key in sorted(groups))


def _card(thing: Thing, graph: ArticleGraph, text: str, sentences: Sequence[Sentence]) -> Card:
    status = next((v.text.rpartition(":")[2] for v in thing.values("actionStatus")), "")
    start, end = thing.text("startDate") or "", thing.text("endDate") or ""
    modality = thing.text("modality") or ""
    return Card(
        thing=thing,
        type=_type(thing),
        rows=tuple((label, values) for label, names in ROWS if (values := thing.values(*names))),
        when=_when(start, end),
        start=start or end,
        status=_STATUS.get(status, status),
        sureness=_MODALITY.get(modality, modality),
        denied=thing.text("polarity") == "negative",
        passages=tuple(_passage(thing, text, sentence) for sentence in sentences),
    )


def _type(thing: Thing) -> str:
    names = [value.text.rpartition(":")[2] for value in thing.values("additionalType")]
    types = load_scheme().types
    known = [types[name].label for name in names if name in types]
    return ", ".join(known) or "event"


def _when(start: str, end: str) -> str:
    if start and end and start != end:
        return stretch(start, end)
    return moment(start) if start else f"until {moment(end)}" if end else ""


def _around(thing: Thing, sentences: Sequence[Sentence], begins: Sequence[int]) -> list[Sentence]:
    """The sentences with a trigger of the event, in the order of the text."""
    found = {bisect_right(begins, begin) - 1 for begin, _ in thing.places}
    return [sentences[i] for i in sorted(found) if i >= 0]


def _passage(thing: Thing, text: str, sentence: Sentence) -> Passage:
    """The sentence, cut around the triggers in it."""
    span, at, pieces = sentence.span, sentence.span.begin, list[tuple[str, bool]]()
    for begin, end in thing.places:
        if max(at, begin) < min(end, span.end):
            pieces += [(text[at : max(at, begin)], False), (text[max(at, begin) : min(end, span.end)], True)]
            at = min(end, span.end)
    pieces.append((text[at : span.end], False))
    return Passage(span.begin, tuple(piece for piece in pieces if piece[0]))
