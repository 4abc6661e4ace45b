"""Finds terms that the text itself defines ("X, described as Y"); makes entities of those without a name."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass

from kgexport.annotate.entities.concrete import is_abstract, is_person_noun
from kgexport.annotate.entities.index import EntityIndex
from kgexport.annotate.entities.lexicon import Lexicon, coarse, lexicon
from kgexport.annotate.entities.nominals import merged, noun_phrase, phrase_class, phrase_key, phrase_name
from kgexport.annotate.entities.works import add_kinds_of_works
from kgexport.model import Annotations, Attribute, Entity, Mention, MentionKind, Sentence, Span, Token

_KINDS = frozenset(("kind", "type", "form", "sort", "variety", "species", "brand", "genre", "method", "technique"))
_NO_KIND = frozenset(
    "unit subsidiary division arm affiliate parent member part rival winner loser leader favourite favorite".split()
)
"""Nouns that say what a thing is to another one, not what it is."""
_ALIAS = frozenset(("know", "call", "dub", "term"))


@dataclass(frozen=True, slots=True)
class Definition:
    """A term, what it is said to be, and where."""

    sentence: Sentence
    term: Token
    text: Span
    alias: bool = False
    """Whether it is another name ("known as") and not a description."""
    named_only: bool = False
    """Whether it counts for names only: "the X, the state-run agency"."""


def add_definitions(so_far: Annotations) -> Annotations:
    """Give defined terms their description (or other name), works their kind; terms without a name become entities."""
    so_far = add_kinds_of_works(so_far)
    index = EntityIndex(so_far.entities)
    new: list[Entity] = []
    attributes: list[Attribute] = []
    for sentence in so_far.sentences:
        for found in _definitions(sentence, lexicon()):
            entity = index.at(found.term.span) or _term(found, index)
            if entity is None or coarse(entity.types[0]) in ("PER", "LOC"):
                continue
            text = " ".join(found.text.of(so_far.article.text).split())
            if not found.alias:
                new.append(entity)
                attributes.append(_description(entity, found, text))
            elif text != entity.name:
                names = tuple(dict.fromkeys((*entity.alternate_names, text)))
                new.append(dataclasses.replace(entity, alternate_names=names))
    if not new:
        return so_far
    entities = merged((*so_far.entities, *new))
    return _all_mentions(so_far.replacing(entities=entities).adding(attributes=dict.fromkeys(attributes)))


def _description(entity: Entity, found: Definition, text: str) -> Attribute:
    mention = Mention(found.text, MentionKind.RELATION, "entities/definition", 0.8)
    return Attribute(entity.key, "description", text, (mention,))


def _term(found: Definition, index: EntityIndex) -> Entity | None:
    """A new entity for a defined common noun; none for persons."""
    if found.named_only or found.term.pos != "NOUN" or is_person_noun(found.term.lemma.lower()):
        return None
    phrase = noun_phrase(found.sentence, found.term, index)
    cls = phrase_class(found.term, lexicon())
    mention = Mention(phrase[0].span.to(phrase[-1].span), MentionKind.NOMINAL, "entities/defined-term", 0.8)
    return Entity(phrase_key(phrase), ("DefinedTerm" if cls == "Thing" else cls,), phrase_name(phrase), (mention,))


def _definitions(sentence: Sentence, words: Lexicon) -> Iterator[Definition]:
    for token in sentence.tokens:
        if token.dep == "acl" and token.tag == "VBN" and token.lemma in words.words["definition_verbs"]:
            yield from _by_participle(sentence, token)
        elif token.lemma in _KINDS and token.dep in ("appos", "attr"):
            yield from _by_kind(sentence, token)
        elif token.dep == "appos" and token.tag == "NN" and token.form.islower():
            yield from _by_apposition(sentence, token)


def _by_participle(sentence: Sentence, verb: Token) -> Iterator[Definition]:
    """ "X, described as Y": the words of Y up to the comma."""
    term = sentence.head(verb)
    comma = term.i + 1 < len(sentence.tokens) and sentence.tokens[term.i + 1].text in (",", "(")
    for preposition in sentence.children(verb, "prep"):
        for target in sentence.children(preposition, "pobj"):
            if preposition.form == "as" and comma and term.i < verb.i <= term.i + 4 and target.pos in ("NOUN", "PROPN"):
                yield Definition(sentence, term, _extent(sentence, target), verb.lemma in _ALIAS)


def _by_kind(sentence: Sentence, kind: Token) -> Iterator[Definition]:
    """ "X, a kind of Y" and "X is a kind of Y"."""
    of = [t for t in sentence.children(kind, "prep") if t.form == "of" and sentence.children(t, "pobj")]
    if not of:
        return
    head = sentence.head(kind)
    if kind.dep == "attr":
        subjects = [t for t in sentence.children(head, "nsubj") if not sentence.children(t, "det")]
        term = subjects[0] if subjects and head.lemma == "be" and not sentence.children(head, "neg") else None
    else:
        term = head if head.pos in ("NOUN", "PROPN") and not sentence.children(head, "det", "poss") else None
    if term is not None and term.pos in ("NOUN", "PROPN"):
        yield Definition(sentence, term, _extent(sentence, kind))


def _by_apposition(sentence: Sentence, noun: Token) -> Iterator[Definition]:
    """ "X, the state-run agency": a phrase with an article between a name and the next comma or full stop."""
    name = sentence.head(noun)
    first = sentence.subtree(noun)[0]
    owned = any(t.pos == "PROPN" for t in sentence.children(noun, "poss")) and first.pos == "PROPN"
    begins = (first.form in ("the", "a", "an") or owned) and first.i > 0 and sentence.tokens[first.i - 1].text == ","
    says_what = noun.lemma.lower() not in _NO_KIND and not is_abstract(noun.lemma.lower())
    if name.pos == "PROPN" and begins and says_what and first.i - 1 == name.i + 1:
        yield Definition(sentence, name, _extent(sentence, noun), named_only=True)


def _extent(sentence: Sentence, head: Token) -> Span:
    """The phrase of a head, without a leading article and without what a comma or relative clause adds."""
    inside = [t for t in sentence.subtree(head) if t.i - head.i < 25]
    words: list[Token] = []
    for token in inside:
        ends = token.i > head.i and (token.text in (",", ";", ":", "(", "–", "—") or token.dep == "relcl")
        if ends or (token.i > head.i and token.form in ("which", "that", "who", "where")):
            break
        words.append(token)
    while len(words) > 1 and words[0].pos in ("DET", "PUNCT"):
        words.pop(0)
    while (
        len(words) > 1 and words[-1].pos in ("ADP", "PART", "SCONJ", "CCONJ", "PUNCT", "DET") and words[-1].i > head.i
    ):
        words.pop()
    return words[0].span.to(words[-1].span)


def _all_mentions(so_far: Annotations) -> Annotations:
    """Find the defined phrases wherever they stand."""
    index = EntityIndex(so_far.entities)
    defined = {e.key for e in so_far.entities if e.key.startswith("nominal:")}
    heads = {key.rpartition("-")[2].removeprefix("nominal:") for key in defined}
    more: list[Entity] = []
    for sentence in so_far.sentences:
        for token in sentence.tokens:
            if token.lemma.lower() not in heads or token.pos not in ("NOUN", "PROPN") or index.at(token.span):
                continue
            phrase = noun_phrase(sentence, token, index)
            if (key := phrase_key(phrase)) in defined:
                span = phrase[0].span.to(phrase[-1].span)
                mention = Mention(span, MentionKind.NOMINAL, "entities/defined-term", 0.8)
                old = index.by_key[key]
                more.append(Entity(key, old.types, old.name, (mention,)))
    return so_far.replacing(entities=merged((*so_far.entities, *more)))
