"""Tells in articles about sport what a name names by what is done with it: who beats whom, where; knows no teams."""

from __future__ import annotations

from kgexport.annotate.entities.found import Found
from kgexport.annotate.entities.lexicon import Lexicon
from kgexport.annotate.entities.spotting.dealings import is_ground
from kgexport.annotate.entities.spotting.feats import FEATS
from kgexport.annotate.entities.spotting.names import NameFinder
from kgexport.model import Sentence, Token

_BEATEN = frozenset(
    "beat defeat thrash trounce rout hammer crush edge stun play face eliminate relegate overcome".split()
)
_WINNING = frozenset(("beat", "defeat", "thrash", "trounce", "rout", "hammer"))
_PLAYED = 4.0
"""More than the authority says of a town: "play Leipzig" is about the team."""


class Games:
    """Reads the names of one article about sport."""

    def __init__(self, lexicon: Lexicon, names: NameFinder) -> None:
        self._lexicon = lexicon
        self._words = lexicon.words
        self._names = names

    def collect(self, found: Found, sentence: Sentence, tokens: list[Token]) -> None:
        """Add who beats whom: a team, if it is not known as something else, and the ground of a game."""
        head = next((t for t in tokens if not found.first <= t.head < found.end), tokens[-1])
        verb = sentence.head(head)
        if head.dep == "pobj":
            verb = sentence.head(verb)
        person = any(e.cls == "Person" and e.weight > 0 and e.rule != "model" for e in found.evidence)
        if person or any(e.rule.endswith("-word") for e in found.evidence):
            return
        if _is_player(found, sentence, head, verb):
            found.add("Person", 2.4, "player")
            return
        if is_ground(found, sentence):
            found.add("StadiumOrArena", 9.0, "ground")  # "at the Etihad"
            return
        if self._is_town_that_plays(found, head, verb) or self._is_played(found, sentence):
            found.add("SportsTeam", _PLAYED, "played")
            return
        owner = sentence.tokens[max(0, found.first - 2) : found.first]
        if len(owner) == 2 and len(tokens) > 1 and owner[1].form in ("'s", "’s") and owner[0].form[0].isupper():
            found.add("Person", 1.2, "of-a-team")  # "Ethiopia's X Y": those who run and play
            return
        plays = verb.lemma in self._words["game_verbs"] and head.dep in ("nsubj", "dobj", "pobj", "nsubjpass")
        plural = tokens[-1].tag == "NNPS" or tokens[-1].form.endswith("s")
        the = found.first > 0 and sentence.tokens[found.first - 1].form.lower() == "the"
        if plays or (the and plural):
            found.add("SportsTeam", 1.6, "game")

    def _is_town(self, found: Found) -> bool:
        return next((c.types[0] for c in self._names.candidates(found.text)[:1]), "") == "City"

    def _is_played(self, found: Found, sentence: Sentence) -> bool:
        """Whether a town stands right behind such a verb, however it was parsed: "to play Leipzig"."""
        before = sentence.tokens[max(0, found.first - 1)]
        return before.lemma in _BEATEN and before.tag.startswith("VB") and self._is_town(found)

    def _is_town_that_plays(self, found: Found, head: Token, verb: Token) -> bool:
        """Whether a town beats or is beaten, which only its team can."""
        plays = (head.dep == "dobj" and verb.lemma in _BEATEN) or (head.dep == "nsubj" and verb.lemma in _WINNING)
        return plays and self._is_town(found)


def _is_player(found: Found, sentence: Sentence, head: Token, verb: Token) -> bool:
    """ "X scored a brace", "X scored his goals", "X's header": somebody who plays."""
    after = sentence.tokens[found.end : found.end + 2]
    if len(after) == 2 and after[0].tag == "POS" and after[1].lemma in FEATS:
        return True
    if head.dep != "nsubj" or verb.pos != "VERB":
        return False
    objects = sentence.children(verb, "dobj")
    own = any(t.form.lower() in ("his", "her") for o in objects for t in sentence.children(o, "poss"))
    return own or any(o.lemma in FEATS for o in objects)


def is_about_sport(lexicon: Lexicon, sentences: tuple[Sentence, ...]) -> bool:
    """Whether an article tells of a game: three different words of it, one for every 150 words in a long text."""
    words = lexicon.words["sport_words"]
    found = [t.form.lower() for s in sentences for t in s.tokens if t.lemma.lower() in words or _is_team(lexicon, t)]
    return len(set(found)) >= 3 and len(found) * 150 >= sum(len(s.tokens) for s in sentences)


def _is_team(lexicon: Lexicon, token: Token) -> bool:
    return token.form[0].isupper() and lexicon.organisations.get(token.form.lower(), ("", False))[0] == "SportsTeam"
