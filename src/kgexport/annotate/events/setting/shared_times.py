"""Gives a time to the events of the same moment: "killed when a bus crashed on Monday"; knows no place."""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.events.draft import Draft, Owners
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.setting.instants import at_once, relative_nouns, subject_before, when_clause, with_verb
from kgexport.annotate.events.setting.time_phrases import is_since_the_last
from kgexport.model import Fired, Sentence, Span, Token


def shared_moment(sentence: Sentence, head: Token, span: Span, drafts: list[Draft]) -> Iterator[tuple[Draft, str]]:
    """The events of the same moment as the verb that a time hangs on, and that verb's own where it stands before it."""
    before = subject_before(sentence, head)
    if before is not None:
        yield from ((d, "before-verb") for d in drafts if d.trigger.governed.i == before.i and d.standing.real)
    if not is_since_the_last(sentence, head):
        yield from with_verb(sentence, before, head, drafts) if before else at_once(sentence, head, drafts)
    yield from ((d, "same-day") for d in drafts if _is_of_day(sentence, d.trigger.governed, head) and d.standing.real)
    clause = when_clause(sentence, sentence.tokens_in(span)[-1].i + 1)
    if clause is not None:
        yield from ((d, "when-clause") for d in drafts if d.trigger.governed.i == clause.i and d.standing.real)


def tells_same_day(sentence: Sentence, time: Token) -> bool:
    """Whether a clause behind a time tells what else happened then: the phrase itself hangs anywhere before it."""
    return any(_is_of_day(sentence, verb, time) for verb in sentence.children(time, "relcl", "acl"))


def _is_of_day(sentence: Sentence, verb: Token, time: Token) -> bool:
    """Whether a clause tells what else happened on a day: "on the same day that police raided the shop"."""
    if verb.dep not in ("relcl", "acl") or verb.head != time.i or verb.tag not in ("VBD", "VBN"):
        return False
    return any(t.text.lower() in ("same", "very") for t in sentence.children(time, "amod"))


def add_times_of_relatives(sentence: Sentence, drafts: list[Draft], owners: Owners, reading: Reading) -> None:
    """The day of a noun for what a clause tells of it: "the 1991 rally, in which six were killed"."""
    for draft in drafts:
        for noun in relative_nouns(sentence, draft) if not any(True for _ in draft.calendar()) else ():
            told = owners.get(noun.i)
            found = [("", t) for _, t in told.calendar()] if told and told is not draft else []
            if not found:
                inside = (
                    reading.times.get(t.span.begin) for t in sentence.children(noun, "compound", "nummod", "nmod")
                )
                found = [("", time) for time in inside if time and time.value]
            for word, time in found[:1]:
                draft.times.append((word, time))
                draft.fired.append(Fired("start", "relative-noun", time.mention.span))
