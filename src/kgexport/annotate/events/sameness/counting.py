"""Compares the numbers that tell happenings apart: victims, magnitudes, editions; decides nothing."""

from __future__ import annotations

import re
from decimal import Decimal

from kgexport.annotate.events.clause import counted
from kgexport.annotate.events.draft import Draft, Figures
from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.sameness.merged import Merged
from kgexport.annotate.values.numbers import parse
from kgexport.model import Sentence, Token

_MEASURED = {"earthquake"}
"""Types that a number tells apart: the magnitude."""
_MAGNITUDE = re.compile(r"\b(\d)\s?\.\s?(\d)\b")
_BEHIND = re.compile(r"\W{0,3}(?:measuring|registering|of|with)\b[^.;]{0,40}?\b(\d)\s?\.\s?(\d)\b")
_YEAR, _NTH = re.compile(r"(?:19|20)\d\d"), re.compile(r"\d{1,3}(?:st|nd|rd|th)")
_SCORE = re.compile(r"(?<![\d.-])(\d{1,3})\s?[-–]\s?(\d{1,3})(?![\d.]|-\w| - \w)")
_SCORED = {"sport-victory", "sport-defeat", "match"}
"""Types that the result of a match tells apart."""
_BESIDE = 9
"""How many words from its verb or noun a result may stand."""
_WIDEST = 48
_LISTED = 3
"""So many names in a row tell how many suffer it."""
_LENGTHS = {"year", "month", "week", "day", "hour", "minute", "percent", "people", "time", "vote", "point", "goal"}
"""Nouns of which other numbers may be told of one happening."""
_BOUNDS = {"least", "most", "more", "less", "over", "about", "around", "nearly", "almost", "up", "some", "than", "or"}
_COMPARED = 3
"""How many drafts of an event are asked for their numbers: keeps the work linear."""


def differ_in_number(event: Merged, draft: Draft) -> bool:
    """Whether other numbers are told: of those who suffer it, of what was measured."""
    ours, new = _of_event(event), figures_of(draft)
    magnitudes = {told.magnitude for told in ours if told.magnitude}
    scores = {told.score for told in ours if told.score}
    if scores and new.score and new.score not in scores:
        return True
    if magnitudes and new.magnitude and new.magnitude not in magnitudes:
        return True
    if _are_other_numbers([told.things for told in ours], new.things):
        return True
    if new.count is None or not identity().is_of("counted", draft.type):
        return False
    told = next((told for told in ours if told.count is not None), None)
    return told is not None and told.count != new.count and told.exact and new.exact


def same_number(event: Merged, draft: Draft) -> bool:
    """Whether the same number of people suffers it, of two and more."""
    count = figures_of(draft).count
    if count is None or count < 2 or not identity().is_of("counted", draft.type):
        return False
    return any(told.count == count for told in _of_event(event))


def same_score(event: Merged, draft: Draft) -> bool:
    """Whether both give the same result of a match."""
    score = figures_of(draft).score
    return bool(score) and any(told.score == score for told in _of_event(event))


def are_other_editions(event: Merged, draft: Draft) -> bool:
    """Whether a year or number before the noun tells them apart: "the 2014 Oscars", "the 79th Oscars"."""
    new = figures_of(draft)
    if new.years:
        years = {year for told in _of_event(event) for year in told.years}
        if not years and event.start is not None:
            years = {event.start.lexical[:4]}
        if years and years.isdisjoint(new.years):
            return True
    editions = {nth for told in _of_event(event) for nth in told.editions} if new.editions else set()
    return bool(editions) and editions.isdisjoint(new.editions)


def _of_event(event: Merged) -> list[Figures]:
    return [figures_of(told) for told in event.drafts[:_COMPARED]]


def figures_of(draft: Draft) -> Figures:
    """The numbers of a draft, read once."""
    if draft.figures is None:
        count = number_of(draft)
        draft.figures = Figures(
            count[0] if count else None,
            count[1] if count else False,
            magnitude(draft),
            _editions(draft, _YEAR),
            _editions(draft, _NTH),
            _score(draft),
            _things(draft),
        )
    return draft.figures


def _are_other_numbers(ours: list[frozenset[tuple[str, Decimal]]], theirs: frozenset[tuple[str, Decimal]]) -> bool:
    """Whether there are other numbers of the same things: 36 shells and 15 shells."""
    known = dict(pair for told in reversed(ours) for pair in sorted(told))
    return any(noun in known and known[noun] != number for noun, number in theirs)


def _things(draft: Draft) -> frozenset[tuple[str, Decimal]]:
    """The things of the trigger, the subject and the object that have an exact number."""
    sentence, slots = draft.sentence, draft.trigger.slots
    nouns = [*draft.trigger.words, *slots.get("object", ())]
    nouns += slots.get("subject", ()) if draft.trigger.pattern.verb else ()
    found: set[tuple[str, Decimal]] = set()
    for noun in (noun for noun in nouns if noun.tag in ("NNS", "NN") and noun.lemma.lower() not in _LENGTHS):
        for number in sentence.children(noun, "nummod"):
            value = _number(sentence, number, noun)
            if value and value[1]:
                found.add((noun.lemma.lower(), value[0]))
    return frozenset(found)


def _editions(draft: Draft, pattern: re.Pattern[str]) -> frozenset[str]:
    if draft.trigger.pattern.verb:
        return frozenset()
    beside = ("nummod", "compound", "nmod", "amod")
    words = (t.text.lower() for word in draft.trigger.words for t in draft.sentence.children(word, *beside))
    return frozenset(word for word in words if pattern.fullmatch(word))


def magnitude(draft: Draft) -> str:
    """The magnitude before or behind the noun of an earthquake: "6.1"; empty where none is given."""
    head = draft.trigger.head
    if draft.type not in _MEASURED or draft.trigger.pattern.verb:
        return ""
    sentence = draft.sentence
    before = sentence.tokens[max(0, head.i - 7) : head.i]
    # Broken tokens ("6. 1 - magnitude") hang anywhere: by the words, up to the noun before.
    start = next(
        (t.i + 1 for t in reversed(before) if t.pos in ("NOUN", "VERB") and t.lemma != "magnitude"),
        before[0].i if before else head.i,
    )
    found = _MAGNITUDE.search(_text(sentence, start, head.i))
    if not found:
        found = _BEHIND.match(_text(sentence, draft.trigger.words[-1].i + 1, head.i + 14)[:_WIDEST])
    return f"{found[1]}.{found[2]}" if found else ""


def _score(draft: Draft) -> str:
    """The result beside the words of a match: "beat City 3-1", "a 31-24 victory over"."""
    if draft.type not in _SCORED:
        return ""
    sentence, head = draft.sentence, draft.trigger.head
    before = 0 if draft.trigger.pattern.verb else 5
    found = _SCORE.search(_text(sentence, max(0, head.i - before), head.i + _BESIDE))
    return "-".join(sorted(found.groups(), key=int, reverse=True)) if found else ""


def _text(sentence: Sentence, start: int, stop: int) -> str:
    words = sentence.tokens[start:stop]
    parts = [
        (" " if at and words[at - 1].span.end < word.span.begin else "") + word.text for at, word in enumerate(words)
    ]
    return "".join(parts)


def number_of(draft: Draft) -> tuple[Decimal, bool] | None:
    """How many suffer it, and whether that number is exact."""
    slots = draft.trigger.slots
    tokens = slots.get("object") or slots.get("subject") or slots.get("of") or ()
    if len(tokens) >= _LISTED and all(token.tag == "NNP" for token in tokens):
        return Decimal(len(tokens)), False  # more may be told of elsewhere
    for token in tokens[:1]:
        if token.pos == "NUM":
            return _number(draft.sentence, token, token)
        noun = counted(draft.sentence, token)
        for number in draft.sentence.children(noun, "nummod"):
            return _number(draft.sentence, number, noun)
        if noun.tag == "NN" and noun.lemma in identity().lists["vague"] and noun.lemma != "people":
            return Decimal(1), True
    return None


def _number(sentence: Sentence, number: Token, noun: Token) -> tuple[Decimal, bool] | None:
    value = parse(number.text.lower())
    near = sentence.tokens[max(0, number.i - 2) : number.i] + sentence.tokens[number.i + 1 : number.i + 2]
    exact = _BOUNDS.isdisjoint(token.text.lower() for token in near)
    return (value, exact) if value is not None else None
