"""Makes entities of noun phrases without a name ("kamikaze drones"), of those that name a thing; knows no events."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable

from kgexport.annotate.entities.concrete import names_a_thing
from kgexport.annotate.entities.index import EntityIndex
from kgexport.annotate.entities.lexicon import Lexicon, coarse, fold, lexicon
from kgexport.model import Annotations, Entity, Mention, MentionKind, Sentence, Span, Token

_MODIFIERS = frozenset(("compound", "amod", "nmod", "advmod", "punct", "cc", "conj", "npadvmod"))
_DEFINITE = frozenset(("the", "these", "those", "this", "that"))
_CONFIDENCE = 0.7


def nominal_entity(
    sentence: Sentence, token: Token, annotations: Annotations, index: EntityIndex | None = None
) -> Entity | None:
    """The entity of the noun phrase around a token: the one that is named or referred to there, else a new one.

    None for what is no thing of its own: persons and groups without a name, happenings, what is abstract, bare nouns.

    Give an `EntityIndex` of the annotations' entities where there are many calls. A new entity has one mention; the
    same phrase at another place gives the same key, so `merged` can bring them together.
    """
    index = index or EntityIndex(annotations.entities)
    words = lexicon()
    head = _content_head(sentence, token, words)
    known = index.at(head.span)
    if known is not None and not _only_names_the_land(known, head.span):
        return known
    phrase = noun_phrase(sentence, head, index)
    for part in phrase[:-1]:
        named = index.at(part.span)
        if named is not None and coarse(named.types[0]) == "PROD":
            return named
    key, name = phrase_key(phrase), phrase_name(phrase)
    if len(phrase) == 1 and (earlier := _earlier(sentence, head, index)):
        key, name = earlier.key, earlier.name
    elif key not in index.by_key and not names_a_thing(phrase):
        return None
    span = phrase[0].span.to(phrase[-1].span)
    mention = Mention(span, MentionKind.NOMINAL, "entities/nominal", _CONFIDENCE)
    if key in index.by_key:
        old = index.by_key[key]
        return dataclasses.replace(old, mentions=tuple(sorted({*old.mentions, mention})))
    return Entity(key, (phrase_class(head, words),), name, (mention,))


def merged(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Entities of one key brought together, their mentions in order; the order of the first ones stays."""
    made: dict[str, Entity] = {}
    for entity in entities:
        old = made.get(entity.key)
        if old is None:
            made[entity.key] = entity
        elif old is not entity:
            mentions = tuple(sorted({*old.mentions, *entity.mentions}))
            names = tuple(dict.fromkeys((*old.alternate_names, *entity.alternate_names)))
            made[entity.key] = dataclasses.replace(old, mentions=mentions, alternate_names=names)
    return tuple(made.values())


def noun_phrase(sentence: Sentence, head: Token, index: EntityIndex | None = None) -> list[Token]:
    """Head and modifiers before it, in order, without determiners, quantities, lands and loose adjectives."""
    words = lexicon().words
    taken: list[Token] = []
    for token in reversed(sentence.tokens[max(0, head.i - 8) : head.i]):
        if not _modifies(sentence, token, head):
            break
        taken.append(token)
    taken.reverse()
    while taken and (_drops(taken[0], words["loose_adjectives"]) or _is_land(taken[0], index)):
        if len(taken) > 1 and taken[1].tag == "HYPH" and taken[0].span.end == taken[1].span.begin:  # "three-story"
            break
        taken.pop(0)
    return [*taken, head]


def phrase_name(phrase: list[Token]) -> str:
    """The phrase as a name: as printed, common words in lower case."""
    out = ""
    for position, token in enumerate(phrase):
        glued = position and phrase[position - 1].span.end == token.span.begin
        word = token.form if token.pos == "PROPN" and token.i else token.form.lower()
        word = token.form if token.form.isupper() and len(token.form) > 1 else word
        out += word if glued or not out else f" {word}"
    return out


def phrase_key(phrase: list[Token]) -> str:
    """A key that singular and plural of the head share."""
    *rest, head = phrase
    words = [token.form.lower() for token in rest] + [head.lemma.lower()]
    slug = re.sub(r"[^a-z0-9]+", "-", fold(" ".join(words))).strip("-")
    return f"nominal:{slug or 'x'}"


def phrase_class(head: Token, words: Lexicon) -> str:
    """The class of a common noun; a `Thing` where it stands for persons or is not listed."""
    cls = words.heads.get(head.lemma.lower(), "Thing")
    return "Thing" if cls == "Person" else "Place" if cls in ("Country", "City") else cls


def _content_head(sentence: Sentence, token: Token, words: Lexicon) -> Token:
    """The noun that matters: "drones" in "a significant number of drones"."""
    for _ in range(3):
        of = [t for t in sentence.children(token, "prep") if t.form == "of"]
        objects = sentence.children(of[0], "pobj") if of else []
        if token.lemma.lower() not in words.words["quantifiers"] or not objects:
            break
        token = objects[0]
    return token


def _modifies(sentence: Sentence, token: Token, head: Token) -> bool:
    """Whether a token before the head is a modifier of it, directly or through another modifier."""
    if token.text in (",", ";", "(", ")", '"', "“", "”") or token.pos in ("DET", "PRON", "ADP", "AUX"):
        return False
    reached = token
    for _ in range(6):
        if reached.i == head.i:
            return True
        joined = reached.dep == "nummod" and sentence.tokens[reached.i + 1].tag == "HYPH"  # "three-story"
        if not (joined or reached.dep in _MODIFIERS) or reached.head == reached.i:
            return False
        reached = sentence.head(reached)
    return False


def _drops(token: Token, loose: frozenset[str]) -> bool:
    plain = token.form.lower()
    return plain in loose or token.pos in ("NUM", "PUNCT", "CCONJ", "ADV") or not any(c.isalnum() for c in plain)


def _is_land(token: Token, index: EntityIndex | None) -> bool:
    known = index.at(token.span) if index is not None else None
    return known is not None and any(m.span.overlaps(token.span) for m in known.mentions)


def _only_names_the_land(entity: Entity, span: Span) -> bool:
    return all(m.kind is MentionKind.ADJECTIVE for m in entity.mentions if m.span.overlaps(span))


def _earlier(sentence: Sentence, head: Token, index: EntityIndex) -> Entity | None:
    """What "the drones" or "these drones" refers back to: the only fuller phrase with that head."""
    if not any(t.form.lower() in _DEFINITE for t in sentence.children(head, "det")):
        return None
    fuller = index.nominals_of(head.lemma.lower())
    return fuller[0] if len(fuller) == 1 and fuller[0].mentions[0].span.begin < head.span.begin else None
