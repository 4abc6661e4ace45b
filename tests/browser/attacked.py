"""Articles and markup with an attack string in every place that text of an article can get to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from kgexport.model import (
    Annotations,
    Article,
    Block,
    BlockKind,
    Claim,
    Entity,
    Event,
    Mention,
    MentionKind,
    Metadata,
    Quotation,
    Role,
    RoleName,
    Span,
)


def attacked_object(attack: str) -> dict[str, Any]:
    """Markup of an article whose headline, body, names and quotations are, or contain, the string."""
    return {
        "@context": "https://schema.org",
        "@id": "https://news.example/a#article",
        "@type": "NewsArticle",
        "headline": attack,
        "articleBody": f"Before {attack} after.",
        "about": [{"@type": "Person", "name": attack}, {"@type": "Place", "name": [attack, f"x{attack}"]}],
        "hasPart": {"@type": "Quotation", "text": attack, "creator": {"@type": "Person", "name": f"{attack}y"}},
    }


@dataclass(slots=True)
class _Text:
    """A text that grows."""

    text: str = ""

    def add(self, words: str) -> Span:
        begin = len(self.text)
        self.text += words
        return Span(begin, len(self.text))


def attacked_annotations(strings: list[str]) -> Annotations:
    """An article in which each string is a name, a quotation, an indirect statement, and what happens.

    All together are also the headline; the first is author, publisher and section.
    White space around a string is left out, as readers do it.
    """
    shown = [string.strip() for string in strings if string.strip()]
    text = _Text()
    blocks = [Block(text.add(" · ".join(shown)), BlockKind.HEADLINE)]
    layers: dict[str, list[Any]] = {"entities": [], "events": [], "quotations": [], "claims": []}
    for number, string in enumerate(shown):
        text.add("\n")
        begin = len(text.text)
        _say(text, number, string, layers)
        blocks.append(Block(Span(begin, len(text.text)), BlockKind.PARAGRAPH))
    text.add("\n")
    stated = Metadata(authors=(shown[0],), publisher=shown[0], section=shown[0], keywords=tuple(shown))
    article = Article(text.text, tuple(blocks), stated)
    return Annotations(article, **{name: tuple(items) for name, items in layers.items()})


def _say(text: _Text, number: int, string: str, layers: dict[str, list[Any]]) -> None:
    """A paragraph: NAME did x. “STRING”, NAME said; NAME said that STRING."""
    begin = len(text.text)
    name, entity = text.add(string), f"entity{number}"
    trigger = text.add(" met")
    sentence = Span(begin, text.add(". “").begin + 1)
    quote = text.add(string)
    cue = text.add("”, it said, adding that ")
    claimed = text.add(string)
    text.add(".")
    layers["entities"].append(Entity(entity, ("Person",), string, (_mention(name, MentionKind.NAME),), (f"x{string}",)))
    layers["quotations"].append(Quotation(f"quote{number}", (_mention(quote, MentionKind.QUOTE),), entity, cue))
    claim = Claim(f"claim{number}", _mention(claimed, MentionKind.STATEMENT), entity, string[:50], cue)
    layers["claims"].append(claim)
    role = Role(RoleName.AGENT, entity, _mention(name, MentionKind.NAME))
    event = Event(
        f"event{number}", "meeting", string, sentence, (_mention(trigger, MentionKind.TRIGGER),), (role,), main=True
    )
    layers["events"].append(event)


def _mention(span: Span, kind: MentionKind) -> Mention:
    return Mention(span, kind, "test", 0.9)
