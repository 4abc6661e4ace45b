"""Brings together what tells of one event: headline, standfirst and body; knows no grammar.

The rules are those of `retelling_rules.py`; this file knows in what order they are tried, and on which earlier events.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.finding.other_acts import OTHER
from kgexport.annotate.events.parting.parts import leave_victims
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.sameness.comparing import agree_in_time, last_day
from kgexport.annotate.events.sameness.contradicting import is_old
from kgexport.annotate.events.sameness.earlier import is_earlier
from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.sameness.introducing import differ_in_form, is_definite, is_fresh, is_owned
from kgexport.annotate.events.sameness.joining import joined
from kgexport.annotate.events.sameness.merged import Merged
from kgexport.annotate.events.sameness.narrowing import narrow
from kgexport.annotate.events.sameness.pointed import at_occasion, mention_of, occasion_of, pointed_at
from kgexport.annotate.events.sameness.references import listing_lines
from kgexport.annotate.events.sameness.referring import is_open, may_go_back, ordinal_of, refers_back
from kgexport.annotate.events.sameness.retelling import told_by_root
from kgexport.annotate.events.sameness.retelling_alike import told_by_copula
from kgexport.annotate.events.sameness.retelling_rules import retold
from kgexport.annotate.events.sameness.sayings import absorbed
from kgexport.annotate.events.sameness.titles import is_named_after, is_root_of
from kgexport.annotate.events.setting.lying import Sorts
from kgexport.model import BlockKind, Polarity, Sentence

__all__ = ["Merged", "merge"]

_LOOKED_BACK = 8
"""How many earlier events of the same sort are compared: keeps the work linear."""

_ROOT = 5
"""How many letters tell a root."""


def merge(drafts: list[Draft], reading: Reading) -> list[Merged]:
    """The events of the article, in order of their first mention."""
    known = _Known(reading)
    for draft in drafts:
        if draft.whole:
            leave_victims(draft, draft.whole)
    for draft in absorbed(drafts, reading):
        if is_open(draft) or known.is_sum(draft):
            continue
        found = known.event_of(draft)
        if found:
            event, rule, refers = found
            if rule == "as-alleged":
                draft.standing = event.standing
            event.add(draft, rule, refers=refers)
            known.seen(event, draft)
        elif not draft.passing and not known.is_listed(draft.sentence):
            known.open(draft)
    known.point()
    events = joined(known.events, known.sorts)
    for event in events:
        narrow(event, known.sorts)
    return events


@dataclass
class _Known:
    """The events so far."""

    reading: Reading
    events: list[Merged] = field(default_factory=list)
    _by_kind: dict[str, list[Merged]] = field(default_factory=dict)
    _last: dict[int, int] = field(default_factory=dict)
    """Identity of an event -> number of the sentence that told of it last."""
    _at: dict[int, Merged] = field(default_factory=dict)
    """Where a trigger begins -> its event."""
    sorts: Sorts = field(init=False)
    _blocks: list[int] = field(init=False)
    _numbers: dict[tuple[int, int], int] = field(init=False)
    _listed: set[tuple[int, int]] = field(init=False)

    def __post_init__(self) -> None:
        notes = self.reading.annotations
        self._blocks = [block.span.begin for block in notes.article.blocks]
        self.sorts = Sorts(notes.entities)
        self._numbers = {(s.span.begin, s.span.end): at for at, s in enumerate(notes.sentences)}
        lines = iter(listing_lines(notes))
        self._listed, line = set(), next(lines, None)
        for sentence in notes.sentences:
            while line and line.end <= sentence.span.begin:
                line = next(lines, None)
            if line and line.covers(sentence.span):
                self._listed.add((sentence.span.begin, sentence.span.end))

    def is_listed(self, sentence: Sentence) -> bool:
        """Whether a sentence only lists another article."""
        return (sentence.span.begin, sentence.span.end) in self._listed

    def is_sum(self, draft: Draft) -> bool:
        """Whether a noun means several that were told one by one: "the killings"."""
        if draft.trigger.pattern.verb or draft.trigger.head.tag != "NNS" or draft.roles or not is_definite(draft):
            return False
        own = self._by_kind.get(identity().kind(draft.type), [])[-_LOOKED_BACK:]
        return len(own) > 1 and all(differ_in_form(event, draft) for event in own)

    def open(self, draft: Draft) -> None:
        """Begin an event with a draft."""
        event = Merged([])
        event.add(draft)
        self.events.append(event)
        self._by_kind.setdefault(_sort_of(draft), []).append(event)
        self.seen(event, draft)

    def point(self) -> None:
        """Let acts be about the known happenings that their objects name: "accepted the resignation"."""
        told = {id(draft): event for event in self.events for draft in event.drafts}
        begins = [event.drafts[0].mention.span.begin for event in self.events]
        occasion = occasion_of(self.events)
        for draft in [draft for event in self.events for draft in event.drafts]:
            until = bisect_left(begins, draft.mention.span.begin)
            found = pointed_at(draft, reversed(self.events[max(0, until - _LOOKED_BACK) : until]))
            if found is None and occasion is not None and (event_noun := at_occasion(draft, occasion)):
                found = occasion, event_noun
            if found is None or any(id(content) in told for content in draft.contents):
                continue
            event, noun = found
            draft.contents.append(event.drafts[0])
            event.pointed.append(mention_of(noun))
            gone = [role for role in draft.roles if role.mention.span.overlaps(noun.span)]
            draft.roles = [role for role in draft.roles if role not in gone]
            told[id(draft)].drop(gone)

    def seen(self, event: Merged, draft: Draft) -> None:
        """Note where an event was told of last."""
        self._last[id(event)] = self._number(draft)
        self._at[draft.trigger.head.span.begin] = event

    def _number(self, draft: Draft) -> int:
        return self._numbers[draft.sentence.span.begin, draft.sentence.span.end]

    def _paragraph(self, draft: Draft) -> int:
        return bisect_right(self._blocks, draft.sentence.span.begin)

    def event_of(self, draft: Draft) -> tuple[Merged, str, bool] | None:
        """The event that a draft tells of again, by which rule, and whether it only goes back to it."""
        own = self._by_kind.get(_sort_of(draft), [])
        if said := self._identified(draft):
            return said, "it-was", True
        if draft.type in identity().lists["aspect"]:
            about = (self._at.get(t.span.begin) for t in draft.trigger.slots.get("subject", ()))
            if found := next((event for event in about if event), None):
                return found, "aspect", True
        if self.is_listed(draft.sentence):
            return next(((e, "source-line", True) for e in own[:1] if self._is_news(e, draft)), None)
        if told := self._told_again(draft, own) or self._told_by_root(draft):
            return told
        how = refers_back(draft)
        if how:
            chosen = next(iter(self._ranked(draft, how)), None)
            return (chosen, how, True) if chosen else None
        return None

    def _told_again(self, draft: Draft, own: list[Merged]) -> tuple[Merged, str, bool] | None:
        """The event of its sort that a draft tells again; rather what is news than an old story."""
        at = self._number(draft)
        rules = ((event, retold(event, draft, own, at, self.reading, self.sorts)) for event in own[-_LOOKED_BACK:])
        again = [(event, rule, False) for event, rule in rules if rule][::-1]
        # "received an additional sentence before his sentence was announced": not the additional one
        again.sort(key=lambda item: (is_fresh(item[0].drafts[0]), not _has_root(item[0], draft)))
        return next((item for item in again if not self._is_past(item[0])), next(iter(again), None))

    def _told_by_root(self, draft: Draft) -> tuple[Merged, str, bool] | None:
        """The event of any sort whose verb has the root of the draft's words."""
        for event in self.events[:_LOOKED_BACK]:
            if rule := told_by_root(event, draft, self.reading, self.sorts):
                return event, rule, False
        near = [one for one in reversed(self.events[-_LOOKED_BACK:]) if is_named_after(one, draft)]
        near = [one for one in near if agree_in_time(one, draft)]
        chosen = next((one for one in near if one.standing.real), next(iter(near), None))
        return (chosen, "named-after", True) if chosen else None

    def _identified(self, draft: Draft) -> Merged | None:
        """The event that a sentence says to be what a noun tells: "the summit is the first meeting between …"."""
        head, sentence = draft.trigger.head, draft.sentence
        if draft.trigger.pattern.verb or head.dep != "attr" or draft.standing.polarity is Polarity.NEGATIVE:
            return None
        subjects = sentence.children(sentence.head(head), "nsubj")
        events = (self._at.get(token.span.begin) for token in subjects)
        return next((event for event in events if event and told_by_copula(event, draft)), None)

    def _is_news(self, event: Merged, draft: Draft) -> bool:
        """Whether the headline of a source may be about what this article is about."""
        return draft.type in event.types and any(self.reading.is_lead(d.sentence) for d in event.drafts[:_LOOKED_BACK])

    def _ranked(self, draft: Draft, how: str) -> list[Merged]:
        """The events that "the …" may go back to, the likeliest first: the same noun, the same sort, the nearest."""
        noun = draft.trigger.head.lemma.lower()
        kinds = [identity().kind(draft.type)]
        if how != "bare":
            kinds += [identity().kind(name) for word in _words(draft) for name in identity().back.get(word, ())]
        lists = [self._by_kind.get(kind, []) for kind in dict.fromkeys(kinds)]
        if how != "bare":
            lists.append([event for event in self.events[-_LOOKED_BACK:] if is_root_of(event, draft)])
        found = [
            (self._unlikely(event, draft, noun, own=not rank), -self._last[id(event)], rank, at, event)
            for rank, events in enumerate(lists)
            for at, event in enumerate(events[: -_LOOKED_BACK - 1 : -1])
            if self._before(event, draft) and may_go_back(event, draft, how, self.reading, self.sorts)
        ]
        if which := ordinal_of(draft):
            told = sorted((e for *_, rank, _, e in found if not rank), key=lambda e: e.drafts[0].mention.span.begin)
            single = [event for event in told if event.drafts[0].trigger.head.tag != "NNS"]
            return single[which - 1 : which]
        nearest = any(t.text.lower() in ("this", "that") for t in draft.sentence.children(draft.trigger.head, "det"))
        return [e for *_, e in sorted(found, key=lambda item: item[1:4] if nearest else item[:4])]

    def _before(self, event: Merged, draft: Draft) -> bool:
        return event.drafts[0].mention.span.begin < draft.mention.span.begin

    def _unlikely(self, event: Merged, draft: Draft, noun: str, *, own: bool) -> tuple[bool, bool, bool, bool, bool]:
        far = self._paragraph(draft) != self._paragraph(event.drafts[-1])
        old = is_earlier(event) or (self._is_past(event) and far and not self._is_headline(event))
        more = is_owned(draft) and is_fresh(event.drafts[0])
        return old, more, differ_in_form(event, draft), noun not in event.nouns, not own

    def _is_past(self, event: Merged) -> bool:
        return event.start is not None and is_old(last_day(event.end or event.start), self.reading)

    @staticmethod
    def _is_headline(event: Merged) -> bool:
        return event.drafts[0].sentence.block is BlockKind.HEADLINE


def _has_root(event: Merged, draft: Draft) -> bool:
    """Whether a noun that told of an event is a word of the draft, or of its root: "bribery" - "took bribes"."""
    words = {word.lemma.lower()[:_ROOT] for word in draft.sentence.tokens_in(draft.mention.span)}
    return any(noun[:_ROOT] in words for noun in event.nouns)


def _sort_of(draft: Draft) -> str:
    """What happenings that may be one have in common: sorts of types; the verb, where no type says what was done."""
    return draft.trigger.head.lemma.lower() if draft.type == OTHER else identity().kind(draft.type)


def _words(draft: Draft) -> Iterator[str]:
    yield " ".join(word.lemma.lower() for word in draft.trigger.words)
    yield from (word.lemma.lower() for word in draft.trigger.words if word.pos == "NOUN" or word is draft.trigger.head)
