"""Gives statements without a speaker the people or bodies that are only described: "police", "a neighbour".

Knows who acts in the saying and how descriptions are read; no rule of reporting. None where it is not sure: a pronoun
goes back to the last voice only where nobody else can be meant.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeVar

from kgexport.annotate.events.clause import expanded
from kgexport.annotate.events.filling.actors import Actors
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.sameness.merging import Merged
from kgexport.annotate.speech.cues import cue_table
from kgexport.annotate.speech.speakers import can_speak, is_person
from kgexport.model import Claim, Entity, MentionKind, Quotation, RoleName, Sentence, Span, Token

_FROM = frozenset({"by", "of", "from", "for"})
_RELATIVE = frozenset({"who", "which", "that"})
_ONE, _MANY = frozenset({"he", "she"}), frozenset({"they"})
_PLURAL_BODIES = frozenset({"police", "prosecutors", "authorities", "rebels", "militants"})
_NO_AUTHORS = frozenset({"court", "tribunal", "jury", "press", "news", "media"})
"""Those before whom papers are laid that others wrote ("court documents"), and for whom: "a press release"."""
_GOES_ON = "quotations/continued"

Statement = Claim | Quotation
S = TypeVar("S", Claim, Quotation)


@dataclass
class Voices:
    """The speakers of one article's statements, found in the order of the text."""

    reading: Reading
    actors: Actors
    entities: tuple[Entity, ...]
    """All that are named or described, also by one key."""
    made: list[Entity] = field(default_factory=list)
    """The entities of the phrases that speak."""
    _known: dict[str, Entity] = field(init=False)
    _places: list[tuple[int, int, str]] = field(init=False)
    """Where people and bodies are mentioned: begin, end, key."""
    _begins: list[int] = field(init=False)
    _last: tuple[Entity, Span] | None = None
    """Who spoke last, and where the words are that say so."""

    def __post_init__(self) -> None:
        self._known = {entity.key: entity for entity in reversed(self.entities)}
        able = [entity for entity in self.entities if can_speak(entity)]
        self._places = sorted({(m.span.begin, m.span.end, e.key) for e in able for m in e.mentions})
        self._begins = [sentence.span.begin for sentence in self.reading.annotations.sentences]

    def of(self, statements: Iterable[Statement], events: Iterable[Merged]) -> dict[str, str]:
        """Key of a statement -> key of who speaks, for those that had nobody."""
        agents = _agents(events)
        found: dict[str, str] = {}
        before: tuple[Statement, str | None] | None = None
        for item in sorted(statements, key=_place):
            key = item.speaker
            if key is None and before is not None and _continues(item, before[0]):
                key = before[1]
            elif key is None and item.voice is not None:
                key = self._speaker(item.voice, agents) or self._subject(item)
            if key is not None and item.speaker is None:
                found[item.key] = key
            if key is not None and item.voice is not None:
                self._last = (self._known[key], item.voice)
            before = (item, key)
        return found

    def _speaker(self, voice: Span, agents: dict[int, str]) -> str | None:
        place = self._token(voice)
        if place is None:
            return None
        sentence, head = place
        if head.pos == "PRON" or head.text.lower() in _RELATIVE:
            above = _antecedent(sentence, head)
            described = self.reading.antecedent(head)
            if above is not None:
                head = above
            elif described is not None and _is_told_before(*described, head):
                sentence, head = described
            else:
                return self._same(head)
        titled = self._titled(sentence, head)
        if titled is not None:
            return titled.key
        agent = agents.get(head.span.begin)
        if agent is not None and can_speak(self._known[agent]):
            return agent
        entity = self._example(sentence, head) or self._described(sentence, head) or self._spoken_for(sentence, head)
        return entity.key if entity is not None else None

    def _example(self, sentence: Sentence, head: Token) -> Entity | None:
        """The only name given of several: "news sites such as Acme News", "newspapers, including the Daily Star"."""
        if head.tag != "NNS":
            return None
        for child in sentence.children(head, "prep"):
            such = any(t.text.lower() == "such" for t in sentence.children(child)) and child.text.lower() == "as"
            if not such and child.text.lower() != "including":
                continue
            names = [name for first in sentence.children(child, "pobj") for name in expanded(sentence, first)]
            named = self.reading.named(names[0]) if len(names) == 1 else None
            if named is not None and named.mention.kind is MentionKind.NAME and can_speak(named.entity):
                return named.entity
        return None

    def _titled(self, sentence: Sentence, head: Token) -> Entity | None:
        """The person behind two titles: "president and CEO Ann Lee", of which "president" is the head."""
        if head.tag not in ("NN", "NNP") or sentence.children(head, "det"):
            return None
        named = [self.reading.named(token) for token in sentence.children(head, "conj")]
        return next((name.entity for name in named if name is not None and is_person(name.entity)), None)

    def _subject(self, item: Statement) -> str | None:
        """A body that says something of itself: "The airline will cut 400 jobs, it announced"."""
        place = self._token(item.voice) if item.voice is not None and isinstance(item, Claim) else None
        begin = item.mentions[0].span.begin
        if place is None or place[1].text.lower() not in ("it", "they") or place[1].span.begin < begin:
            return None
        sentence, pronoun = place
        said = [t for t in sentence.tokens[: pronoun.i] if t.dep == "nsubj" and t.span.begin >= begin]
        entity = self._described(sentence, said[0]) if said else None
        return entity.key if entity is not None and self._fits(entity, pronoun) else None

    def _described(self, sentence: Sentence, head: Token) -> Entity | None:
        """The node of the phrase; a name that cannot speak ("Tehran") stays out."""
        named = self.reading.named(head)
        if named is not None and named.mention.kind is MentionKind.NAME:
            return None
        found = self.actors.at(sentence, head, speaks=True, plays=True)
        if found is None or not can_speak(found[0]):
            return None
        self.made.append(found[0])
        self._known.setdefault(found[0].key, found[0])
        return found[0]

    def _spoken_for(self, sentence: Sentence, head: Token) -> Entity | None:
        """Whose paper it is: "a police report", "a letter from the council"."""
        if not any(cue_table().helps(kind, head.lemma.lower()) for kind in ("voice", "finder")):
            return None
        owners = [t for t in sentence.children(head, "compound", "nmod", "poss") if t.lemma.lower() not in _NO_AUTHORS]
        for prep in sentence.children(head, "prep", "agent"):
            if prep.lemma.lower() in _FROM:
                owners += sentence.children(prep, "pobj")
        return next((entity for owner in owners if (entity := self._described(sentence, owner))), None)

    def _same(self, pronoun: Token) -> str | None:
        """Who spoke last, in this sentence or the one before, if the pronoun can be nobody else."""
        if self._last is None or not self._fits(self._last[0], pronoun):
            return None
        entity, where = self._last
        begin, end = where.end, pronoun.span.begin
        far = self._sentence_at(pronoun.span) - self._sentence_at(where) > 1
        if far or begin >= end or "\n" in self.reading.text[begin:end]:
            return None
        low, high = bisect_left(self._places, (begin,)), bisect_left(self._places, (end,))
        others = {key for _, last, key in self._places[low:high] if last <= end} - {entity.key}
        rivals = [key for key in others if is_person(self._known[key]) is is_person(entity)]
        return None if rivals else entity.key

    @staticmethod
    def _fits(entity: Entity, pronoun: Token) -> bool:
        said = pronoun.text.lower()
        if said in _ONE:
            return is_person(entity)
        group = "Group" in entity.types or entity.name.lower().split()[-1] in _PLURAL_BODIES
        return group if said in _MANY else said == "it" and not group and not is_person(entity)

    def _sentence_at(self, span: Span) -> int:
        return bisect_right(self._begins, span.begin) - 1

    def _token(self, span: Span) -> tuple[Sentence, Token] | None:
        sentences = self.reading.annotations.sentences
        at = self._sentence_at(span)
        found = [token for token in sentences[at].tokens if token.span == span] if at >= 0 else []
        return (sentences[at], found[0]) if found else None


def _agents(events: Iterable[Merged]) -> dict[int, str]:
    """Where a word of a phrase begins that says who tells something -> who that is."""
    return {
        token.span.begin: role.filler
        for event in events
        for draft in event.drafts
        if draft.trigger.said
        for role in event.roles
        if role.name is RoleName.AGENT and role.mention.kind is not MentionKind.ADJECTIVE
        for token in draft.sentence.tokens_in(role.mention.span)
    }


def _place(item: Statement) -> tuple[int, int]:
    first = item.mentions[0].span.begin
    return (item.cue.begin if item.cue else first), first


def _continues(item: Statement, before: Statement) -> bool:
    """Whether a quotation goes on without a word of telling behind the one before: "…," a neighbour said. "…"."""
    return (
        isinstance(item, Quotation)
        and isinstance(before, Quotation)
        and item.voice is None
        and item.mentions[0].annotator == _GOES_ON
    )


def _is_told_before(sentence: Sentence, noun: Token, pronoun: Token) -> bool:
    """Whether a clause before tells of a noun: not in "The minister, he said, had lied"."""
    return max(noun.span.end, sentence.head(noun).span.end) <= pronoun.span.begin


def _antecedent(sentence: Sentence, pronoun: Token) -> Token | None:
    """Whom "who" stands for."""
    if pronoun.text.lower() not in _RELATIVE:
        return None
    for token in (pronoun, *sentence.ancestors(pronoun)):
        if token.dep == "relcl":
            return sentence.head(token)
    return None


def spoken(statements: Iterable[S], speakers: dict[str, str]) -> list[S]:
    """The statements, those that had no speaker with the one that was found."""
    return [replace(item, speaker=speakers.get(item.key, item.speaker)) for item in statements]
