"""Says which club "the Premier League club" is: not the league, but who is told of; knows no event."""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.events.clause import subjects
from kgexport.model import Sentence, Token

_LEAGUES = frozenset(
    "league premiership championship bundesliga epl nba nfl mlb nhl mls wnba serie liga ligue eredivisie superliga "
    "conference division premier liga".split()
)
_CLUBS = frozenset({"club", "side", "team", "outfit", "franchise"})


def is_of_league(sentence: Sentence, noun: Token) -> bool:
    """Whether a phrase means a club by the league that it plays in: "the EPL club"."""
    before = sentence.children(noun, "compound", "nmod", "amod")
    return noun.lemma.lower() in _CLUBS and noun.tag == "NN" and any(t.text.lower() in _LEAGUES for t in before)


def told_clubs(sentence: Sentence, noun: Token) -> Iterator[Token]:
    """The subject of what such a club says: "City have signed Lee, the Premier League club announced"."""
    verb = sentence.head(noun)
    the = any(t.text.lower() == "the" for t in sentence.children(noun, "det"))
    if noun.dep == "nsubj" and the:
        for clause in sentence.children(verb, "ccomp"):
            if clause.i < noun.i:
                yield from (t for t in subjects(sentence, clause) if t.pos == "PROPN")
