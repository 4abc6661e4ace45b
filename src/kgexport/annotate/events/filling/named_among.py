"""Finds those who are named as some of a group: "defectors, including A", "sites such as B and C"; knows no event.

Whoever is named so does, or suffers, what the group does. Only names count, and only those of the sort of the group.
"""

from __future__ import annotations

from kgexport.annotate.events.clause import counted, expanded
from kgexport.annotate.events.filling.actor_nouns import actor_class
from kgexport.annotate.events.filling.fillers import Fillers
from kgexport.model import MentionKind, Role, RoleName, Sentence, Token

_REACH = 9
"""How many words behind the noun the word that names them stands at most: "defectors from the party, including"."""
_PEOPLE, _MIXED = {"Person"}, {"force", "either", "Group"}


def members(sentence: Sentence, group: Token, name: RoleName, fillers: Fillers) -> list[Role]:
    """The roles of those who are named among a group that plays a role; none where nobody is."""
    noun = counted(sentence, group)
    roles: list[Role] = []
    for token in _names(sentence, noun):
        named = fillers.reading.named(token)
        if named is None or named.mention.kind is not MentionKind.NAME or not _fits(sentence, token, noun, fillers):
            continue
        filled = fillers.fill_all(sentence, token, name)
        publishes = fillers.of_speech and not filled  # "sites such as X have stated": a work by its class
        roles += [Role(name, named.entity.key, named.mention)] if publishes else filled
    return roles


def _names(sentence: Sentence, noun: Token) -> list[Token]:
    heads = [p for p in sentence.children(noun, "prep") if _introduces(sentence, noun, p)]
    heads = heads or _behind(sentence, noun)
    names = [t for head in heads for first in sentence.children(head, "pobj") for t in expanded(sentence, first)]
    return [t for t in names if t.pos == "PROPN"]


def _introduces(sentence: Sentence, noun: Token, word: Token) -> bool:
    """Whether a word behind a noun brings examples: "including", "such as", behind a plural "like"."""
    said = word.text.lower()
    if said == "as":
        return word.i > 0 and sentence.tokens[word.i - 1].text.lower() == "such"
    close = word.i <= noun.i + 2 and word.head == noun.i and noun.tag == "NNS"
    return said == "including" or (said == "like" and close)


def _behind(sentence: Sentence, noun: Token) -> list[Token]:
    """The word behind what a plural has behind it: "defectors from the party, including"."""
    if noun.tag != "NNS":
        return []
    for word in sentence.tokens[noun.i + 1 : noun.i + 1 + _REACH]:
        if word.dep == "prep" and word.text.lower() in ("including", "as") and _introduces(sentence, noun, word):
            inner = sentence.head(word)
            return [word] if inner.tag in ("NN", "NNP") and inner.i < word.i else []
        if word.pos in ("VERB", "AUX") or word.tag in ("NNS", "NNPS", "CC"):
            return []
    return []


def _fits(sentence: Sentence, name: Token, noun: Token, fillers: Fillers) -> bool:
    """Whether a name is of the sort of those among whom it is told: people among people, no person among things."""
    kinds, cls = fillers.reading.kinds(sentence, name), actor_class(noun)
    if cls in _PEOPLE:
        return "person" in kinds
    if cls in _MIXED:
        return bool(kinds & {"person", "org", "place"})
    return "person" not in kinds if not cls or cls == "site" else "org" in kinds
