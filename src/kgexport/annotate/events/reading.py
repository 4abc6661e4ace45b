"""Looks up what earlier annotators found at a token, and what sort of thing a noun names; knows no event type.

Mentions are indexed once by the position of the tokens that they cover, so that each look-up is a dictionary access.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from kgexport.annotate.events.antecedents import Antecedents
from kgexport.annotate.events.clause import counted
from kgexport.annotate.events.filling.actor_nouns import actor_class
from kgexport.annotate.events.finding.said import said_by_cue
from kgexport.annotate.events.kinds import is_happening, kinds_of, raw_kinds
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.reality.speaking import Speakers
from kgexport.annotate.events.topics import topics_of
from kgexport.grouping import grouped
from kgexport.model import (
    Amount,
    Annotations,
    BlockKind,
    Claim,
    Entity,
    Mention,
    MentionKind,
    Quotation,
    Sentence,
    Span,
    TimeExpression,
    Token,
)

_LEADING = {BlockKind.STANDFIRST, BlockKind.PARAGRAPH}
_RANKS = {"best", "outstanding", "golden"}
"""What is said of a prize or of whom it is given to: "the best actor", "the Golden Bough"."""
_PEOPLE = {"he", "she", "they", "we", "i", "you", "who", "whom", "him", "her", "them", "us", "me"}


@dataclass(frozen=True, slots=True)
class Named:
    """An entity and the mention of it that covers a token."""

    entity: Entity
    mention: Mention


class Reading:
    """The layers that were annotated before events, by token."""

    def __init__(self, annotations: Annotations) -> None:
        self.annotations = annotations
        self.text = annotations.article.text
        self._tokens = [token for sentence in annotations.sentences for token in sentence.tokens]
        dateline = annotations.article.dateline
        self._dateline = dateline.span if dateline else None
        self._begins = [token.span.begin for token in self._tokens]
        self._named: dict[int, Named] = {}
        self._kinds: dict[int, frozenset[str]] = {}
        """Where a word begins -> its classes, kept until a mention is added."""
        self._several: dict[int, list[Named]] = {}
        for entity in annotations.entities:
            for mention in entity.mentions:
                self.add(entity, mention)
        self._stated = grouped((at, (span, key)) for span, key in _stated(annotations) for at in self._at(span))
        self.speakers = Speakers(annotations)
        self.said = said_by_cue(annotations)
        self._officials = set(_officials(annotations))
        self._voices = grouped(_voices(annotations))
        self._quoted = {t for span in _quoted(annotations) for t in self._at(span)}
        self._entities = {entity.key: entity for entity in annotations.entities}
        titles = (a for a in annotations.attributes if a.predicate == "jobTitle")
        self._bearers = {
            noun: set(bearers)
            for noun, bearers in grouped((a.value.lower().split()[-1], a.subject) for a in titles).items()
        }
        antecedents = Antecedents(annotations)
        self.antecedent, self.antecedents = antecedents.one, antecedents.several
        self._lead = set(_lead(annotations))
        self.times: dict[int, TimeExpression] = {
            t: time
            for time in annotations.times
            if not (self._dateline and self._dateline.overlaps(time.mention.span))
            for t in self._at(time.mention.span)
        }
        self.topics = topics_of(self._tokens)
        """What the article is about, of the classes "topic-…" of word-classes.tsv."""
        self.amounts: dict[int, Amount] = {t: a for a in annotations.amounts for t in self._at(a.mention.span)}

    def _covered(self, span: Span) -> Iterable[Token]:
        first = max(bisect_left(self._begins, span.begin) - 1, 0)
        # By position: a copy of the rest of the text for each mention would cost the square of its length.
        for at in range(first, len(self._tokens)):
            token = self._tokens[at]
            if token.span.begin >= span.end:
                return
            if token.span.overlaps(span):
                yield token

    def _at(self, span: Span) -> Iterable[int]:
        return (token.span.begin for token in self._covered(span))

    def add(self, entity: Entity, mention: Mention) -> None:
        """Index a mention; where two cover a token, a name wins over the rest, then the longer one."""
        self._kinds.clear()
        for position in self._at(mention.span):
            if mention.kind is MentionKind.PRONOUN or mention.annotator == "entities/pair":
                self._several.setdefault(position, []).append(Named(entity, mention))
            known = self._named.get(position)
            if known is None or _weight(mention) > _weight(known.mention):
                self._named[position] = Named(entity, mention)

    def named(self, token: Token) -> Named | None:
        """The entity at a token; what a dateline names plays no role in the sentence behind it."""
        if self._dateline and self._dateline.overlaps(token.span):
            return None
        return self._named.get(token.span.begin)

    def named_all(self, token: Token) -> tuple[Named, ...]:
        """The entities that "they" or "the two ministers" stand for: both in "Ann Lee met Karl Holm. They signed …"."""
        return tuple({named.entity.key: named for named in self._several.get(token.span.begin, ())}.values())

    def bearers_of(self, surname: str, before: Token) -> list[Entity]:
        """The persons with a surname whom the text has named before a token."""
        known = (entity for entity in self._entities.values() if entity.types[0] == "Person")
        named = [entity for entity in known if entity.name.split()[-1] == surname and " " in entity.name]
        return [entity for entity in named if entity.mentions[0].span.begin < before.span.begin]

    def titles_of(self, key: str) -> frozenset[str]:
        """The nouns of what a person is or was by profession: "lawyer" of an "ex-lawyer"."""
        return frozenset(noun.removeprefix("ex-") for noun, keys in self._bearers.items() if key in keys)

    def bearer(self, title: Token) -> Entity | None:
        """The only person who has a title, if the text has named that person before."""
        known = self._bearers.get(title.text.lower(), ())
        person = next(iter(known)) if len(known) == 1 else None
        entity = self._entities.get(person or "")
        return entity if entity and entity.mentions[0].span.begin < title.span.begin else None

    def is_voice_of(self, speaker: Token, told: Token) -> bool:
        """Whether a word heads the phrase that says the words around another, and stands among or behind them."""
        around = self._voices.get(speaker.span.begin, ())
        return any(span.covers(told.span) and span.begin < speaker.span.begin for span in around)

    def is_quoted(self, token: Token) -> bool:
        """Whether a token stands in a direct quotation: somebody's own words, in which "we" is not the article's."""
        return token.span.begin in self._quoted

    def is_lead(self, sentence: Sentence) -> bool:
        """Whether a sentence stands in the headline, or is the first of the standfirst or of the body."""
        return sentence.span in self._lead

    def claims(self, span: Span) -> list[str]:
        """Keys of the claims and quotations that cover a span, in order."""
        around = self._stated.get(next(iter(self._at(span)), -1), [])
        return list(dict.fromkeys(key for stated, key in around if stated.covers(span)))

    def speaker(self, token: Token, pronoun: str) -> Entity | None:
        """Whom "I" or "we" stands for in a quotation; None where that is not clear."""
        for _, key in self._stated.get(token.span.begin, ()):
            if found := self.speakers.meant(key, pronoun):
                return found
        return None

    def kinds(self, sentence: Sentence, token: Token) -> frozenset[str]:
        """The classes that a phrase with this head belongs to: those of word-classes.tsv, and person, place, org …"""
        known = self._kinds.get(token.span.begin)
        if known is None:
            known = self._kinds[token.span.begin] = self._kinds_of(sentence, token)
        return known

    def _kinds_of(self, sentence: Sentence, token: Token) -> frozenset[str]:
        if not self.named(token):
            token = counted(sentence, token)
        kinds = set(lexicon().classes_of.get(token.lemma.lower(), ()))
        named = self.named(token)
        if named:
            kinds |= kinds_of(named.entity)
            if named.entity.key in self._officials:
                kinds.add("office-holder")
            if named.mention.kind is MentionKind.NOMINAL:
                kinds -= {"thing"} if kinds & {"group", "force", "official"} else set()
        elif token.pos == "PROPN":
            kinds |= {"thing"} if is_happening(sentence, token) else raw_kinds(token)
        elif token.text.lower() == "it":
            kinds |= {"thing", "actor"}
        elif token.text.lower() in _PEOPLE:
            kinds |= {"person", "animate"} if token.text.lower() != "they" else {"animate"}
        elif token.tag == "NNS" and "quantity" in kinds and not sentence.children(token, "prep"):
            kinds.add("animate")  # "thousands marched"
        elif token.pos in ("NOUN", "PRON", "ADJ") and not kinds & {"group", "official", "force", "office"}:
            kinds.add("thing")
        elif token.pos == "NUM" and not sentence.children(token, "prep"):
            kinds.add("animate")
        if kinds & {"person", "group", "official", "force"} or ("office" in kinds and token.pos == "NOUN"):
            kinds.add("animate")
        if kinds & {"animate", "org", "place"} or (token.pos == "NOUN" and actor_class(token) not in ("", "site")):
            kinds.add("actor")
        if any(t.text.lower() in _RANKS for t in sentence.children(token, "amod", "compound")):
            kinds.add("best")
        if token.span.begin in self.amounts:
            kinds |= {"amount"}
        if time := self.times.get(token.span.begin):
            kinds |= {"time"} | ({"duration"} if time.value is None or time.value.precision == "duration" else set())
        return frozenset(kinds)


def _voices(annotations: Annotations) -> Iterable[tuple[int, Span]]:
    """Where the words begin that name a speaker, -1 where there are none, and what is said there."""
    told: tuple[Quotation | Claim, ...] = (*annotations.quotations, *annotations.claims)
    for said in told:
        yield from ((said.voice.begin if said.voice else -1, mention.span) for mention in said.mentions)


def _officials(annotations: Annotations) -> Iterable[str]:
    """Keys of the persons whose title is an office."""
    offices = lexicon().classes["office"]
    for attribute in annotations.attributes:
        if attribute.predicate == "jobTitle" and not offices.isdisjoint(attribute.value.lower().split()):
            yield attribute.subject


def _quoted(annotations: Annotations) -> Iterable[Span]:
    """What stands in quotation marks and is no fragment of an indirect statement."""
    for quotation in annotations.quotations:
        if quotation.claim is None:
            yield from (mention.span for mention in quotation.mentions)


def _stated(annotations: Annotations) -> Iterable[tuple[Span, str]]:
    """The claims, and the quotations that are no fragment of one, with the words of each."""
    yield from ((claim.mention.span, claim.key) for claim in annotations.claims)
    for quotation in annotations.quotations:
        if quotation.claim is None:
            yield from ((mention.span, quotation.key) for mention in quotation.mentions)


def _lead(annotations: Annotations) -> Iterable[Span]:
    """Headlines, and the first sentence of the standfirst and of the body that has a verb."""
    seen: set[BlockKind] = set()
    dateline = annotations.article.dateline
    for sentence in annotations.sentences:
        if dateline and dateline.span.covers(sentence.span):
            continue
        if sentence.block is BlockKind.HEADLINE:
            yield sentence.span
        elif sentence.block in _LEADING - seen and any(t.pos in ("VERB", "AUX") for t in sentence.tokens):
            seen.add(sentence.block)
            yield sentence.span


def _weight(mention: Mention) -> tuple[bool, int]:
    return mention.kind is MentionKind.NAME, len(mention.span)
