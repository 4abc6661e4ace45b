"""Sentences, tokens and dependencies by a spaCy model; the only module that knows spaCy.

Each block is parsed alone, because the model fuses a headline with the sentence below it. Headlines in title case or
capitals are re-cased before parsing (`truecase.py`): the length stays the same, and so do the offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from kgexport.annotate import DEFAULT_MODEL
from kgexport.annotate.truecase import Truecaser
from kgexport.errors import InputError
from kgexport.model import Annotations, Article, Block, BlockKind, Sentence, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

PARSED = {BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.PARAGRAPH}
"""The blocks that are prose."""

_LONGEST = 20_000
"""Code points parsed at once; a longer block is cut at a sentence end or white space, to bound memory."""

_MOST_TOKENS = 400
"""A sentence with more tokens is none (a list without stops, noise) and is cut: rules may look at all of a sentence."""

_SPACE = re.compile(r"\s")
_ORNAMENT = re.compile(r"(?:[^\w\s]|_){100,}")
"""A row of signs without a letter or space: it says nothing, and spaCy's tokenizer takes the square of its length."""


@cache
def load_model(name: str = DEFAULT_MODEL) -> Language:
    """Load a model by package name or path; raises InputError where there is none, or none with a parser."""
    import spacy

    try:
        nlp = spacy.load(name)
    except (OSError, ValueError, ImportError, AttributeError, TypeError) as error:  # a package that is no model
        raise InputError(f"no language model {name!r}: install the package or give a path with --model") from error
    missing = [pipe for pipe in ("tagger", "parser", "ner") if not nlp.has_pipe(pipe)]
    if missing:
        raise InputError(f"the language model {name!r} has no {', '.join(missing)}; give one such as {DEFAULT_MODEL}")
    return nlp


class LanguageAnnotator:
    """Adds the sentences."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model

    def annotate(self, so_far: Annotations) -> Annotations:
        """Parse every block of prose; raises InputError where the model cannot be loaded."""
        nlp = load_model(self.model)
        article = so_far.article
        pieces = [piece for block in article.blocks if block.kind in PARSED for piece in _pieces(block, article)]
        truecase = Truecaser.for_article(article, _known_lowercase(nlp), _is_land)
        texts = ((_readable(truecase(block.span.of(article.text), block.kind)), block) for block in pieces)
        sentences = [
            s for doc, block in nlp.pipe(texts, as_tuples=True, batch_size=64) for s in _sentences(doc, block, article)
        ]
        return so_far.replacing(sentences=sentences)


def _readable(text: str) -> str:
    """The text with only spaces as white space and in the place of ornaments, as long as before."""
    return _ORNAMENT.sub(lambda match: " " * len(match[0]), _SPACE.sub(" ", text))


def _pieces(block: Block, article: Article) -> Iterator[Block]:
    begin = block.span.begin
    while block.span.end - begin > _LONGEST:
        window = article.text[begin : begin + _LONGEST]
        cut = max(window.rfind(". ") + 1, 0) or max(window.rfind(" "), 0) or _LONGEST
        if window[:cut].strip():
            yield Block(Span(begin, begin + cut), block.kind)
        begin += cut
    if article.text[begin : block.span.end].strip():
        yield Block(Span(begin, block.span.end), block.kind)


def _sentences(doc: Doc, block: Block, article: Article) -> Iterable[Sentence]:
    for sent in doc.sents:
        tokens = [token for token in sent if not token.is_space]
        for first in range(0, len(tokens), _MOST_TOKENS):
            yield _sentence(tokens[first : first + _MOST_TOKENS], block, article)


def _sentence(tokens: list[Any], block: Block, article: Article) -> Sentence:
    places = {token.i: position for position, token in enumerate(tokens)}
    made = []
    for position, token in enumerate(tokens):
        head = token.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        span = Span(block.span.begin + token.idx, block.span.begin + token.idx + len(token))
        made.append(
            Token(
                i=position,
                span=span,
                text=span.of(article.text),
                lemma=token.lemma_,
                pos=token.pos_,
                tag=token.tag_,
                dep=token.dep_,
                head=places.get(head.i, position),
                label=token.ent_type_,
                starts_entity=token.ent_iob_ == "B",
                recased="" if token.text == span.of(article.text) else token.text,
            )
        )
    return Sentence(made[0].span.to(made[-1].span), block.kind, tuple(made))


def _is_land(word: str) -> bool:
    """Whether a word is the name of a country, its people or a large city; the word list has "taiwan" too."""
    from kgexport.authority.embedded import load_embedded

    authority = load_embedded()
    first = next((c for c in authority.candidates(word) if c.matched != "short"), None)
    known = first is not None and (
        first.types[0] == "Country" or (first.types[0] == "City" and first.popularity >= 0.65)
    )
    return known or authority.demonym(word) is not None


@cache
def _known_lowercase(nlp: Language) -> frozenset[str]:
    """Common words of the language: those that the model's lemmatizer has an entry for."""
    if not nlp.has_pipe("lemmatizer"):
        return frozenset()
    lookups = nlp.get_pipe("lemmatizer").lookups  # type: ignore[attr-defined]
    words: set[str] = set()
    for name in ("lemma_index", "lemma_exc"):
        if lookups.has_table(name):
            for table in lookups.get_table(name).values():
                words.update(table)
    return frozenset(words)
