"""Articles and annotations made by hand, so that tests of later stages need no language model."""

from __future__ import annotations

import re

from kgexport.model import (
    Annotations,
    Article,
    Block,
    BlockKind,
    Entity,
    Event,
    Identity,
    Mention,
    MentionKind,
    Metadata,
    Role,
    RoleName,
    Span,
    Status,
)

HEADLINE = "Norland sends boats to Sudland"
BODY = "Norland will send ten boats to Sudland, Minister Ada Berg said on Friday."
TEXT = f"{HEADLINE}\n{BODY}\n"


def article_of_lines(text: str, headline: bool) -> Article:
    """The lines as blocks, the first a headline if said so."""
    spans = [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]
    kinds = [BlockKind.HEADLINE if headline and i == 0 else BlockKind.PARAGRAPH for i in range(len(spans))]
    return Article(text, tuple(map(Block, spans, kinds)))


def span_of(words: str, text: str = TEXT, nth: int = 0) -> Span:
    """Where the words stand for the nth time."""
    begin = -1
    for _ in range(nth + 1):
        begin = text.index(words, begin + 1)
    return Span(begin, begin + len(words))


def mention(words: str, kind: MentionKind = MentionKind.NAME, nth: int = 0) -> Mention:
    return Mention(span_of(words, nth=nth), kind, "test", 0.9)


def sample_article(**metadata: object) -> Article:
    blocks = (
        Block(Span(0, len(HEADLINE)), BlockKind.HEADLINE),
        Block(Span(len(HEADLINE) + 1, len(HEADLINE) + 1 + len(BODY)), BlockKind.PARAGRAPH),
    )
    made = Article(TEXT, blocks)
    return made.with_metadata(**metadata) if metadata else made


NORLAND = Entity(
    "norland",
    ("Country",),
    "Norland",
    (mention("Norland"), mention("Norland", nth=1)),
    identity=Identity("Q1", ("http://www.wikidata.org/entity/Q1",), "test", iso3166="NL"),
)
SUDLAND = Entity("sudland", ("Country",), "Sudland", (mention("Sudland"), mention("Sudland", nth=1)))
BERG = Entity("berg", ("Person",), "Ada Berg", (mention("Ada Berg"),), alternate_names=("Minister Ada Berg",))
BOATS = Entity("boats", ("Product",), "boats", (mention("boats", MentionKind.NOMINAL),))
SENDING = Event(
    "sending",
    "aid",
    "Norland sends boats to Sudland",
    span_of(BODY),
    (mention("sends", MentionKind.TRIGGER), mention("will send", MentionKind.TRIGGER)),
    roles=(
        Role(RoleName.AGENT, "norland", mention("Norland")),
        Role(RoleName.RECIPIENT, "sudland", mention("Sudland")),
        Role(RoleName.OBJECT, "boats", mention("boats", MentionKind.NOMINAL)),
    ),
    status=Status.POTENTIAL,
    main=True,
)


def sample_annotations(**metadata: object) -> Annotations:
    """A small article with four entities and an event."""
    return Annotations(sample_article(**metadata), entities=(NORLAND, SUDLAND, BERG, BOATS), events=(SENDING,))


__all__ = ["BODY", "HEADLINE", "TEXT", "Metadata", "mention", "sample_annotations", "sample_article", "span_of"]
