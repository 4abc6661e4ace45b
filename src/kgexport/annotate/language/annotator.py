"""Sentences, tokens and dependencies by a spaCy model; the only module that knows spaCy.

Each block is parsed alone, because the model fuses a headline with the sentence below it. Headlines in title case or
capitals are re-cased before parsing (`truecase.py`): the length stays the same, and so do the offsets. What the words
themselves say about the ends of sentences is settled before the parser runs (`language/boundaries.py`), and datelines
are kept out of the sentence behind them (`language/datelines.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from kgexport.annotate import DEFAULT_MODEL
from kgexport.annotate.language.boundaries import abbreviations, boundaries
from kgexport.annotate.language.datelines import dateline_length, sign_length
from kgexport.annotate.language.headlines import reread
from kgexport.annotate.language.loose import Joined, is_loose, joined
from kgexport.annotate.language.repairs import repaired
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

_KNOWN_TITLE = "gov."
"""A title that the model was taught: it reads titles that it does not know ("Asst.", "Supt.") in its likeness."""
_SIGNS = " \t\u00a0•·▪■►▶◆●*-–—"
"""Signs of a list."""
_SPACE = re.compile(r"\s")
_NOTHING = re.compile(r"(?:[^\w\s]|_){100,}|(?<=\s)<[A-Z0-9.=^]{1,12}>")
"""A row of signs without a letter or space (spaCy's tokenizer takes the square of its length); the code of a share."""
_TURNED = re.compile(r"(?:(?<=\w)|(?<=\w ))[‘`](?= ?s[ .,;:!?])")
"""An apostrophe that was turned the wrong way: "the king‘s speech"."""
_HYPHEN = re.compile(r"[A-Za-z]-[a-z]")
"""A hyphen as it is printed inside words; a text without one may be tokenised ("eight - year")."""
_DASHES = re.compile(
    r"(?<=[\w.,\"'”’)%] )-(?= \S{1,40} [^-])( [^\W\d_](?:[^–—.!? -]|(?<=\w)-(?=\w)| (?!-)){3,190} )-(?= [^\W\d_])"
)
"""Two hyphens between spaces around some words, which stand for dashes."""


@cache
def load_model(name: str = DEFAULT_MODEL) -> Language:
    """Load a model by package name or path; raises InputError where there is none, or none with a parser."""
    import spacy
    from spacy.tokenizer import Tokenizer

    try:
        nlp = spacy.load(name)
    except (OSError, ValueError, ImportError, AttributeError, TypeError) as error:  # a package that is no model
        raise InputError(f"no language model {name!r}: install the package or give a path with --model") from error
    missing = [pipe for pipe in ("tagger", "parser", "ner") if not nlp.has_pipe(pipe)]
    if missing:
        raise InputError(f"the language model {name!r} has no {', '.join(missing)}; give one such as {DEFAULT_MODEL}")
    if isinstance(nlp.tokenizer, Tokenizer):
        for form in abbreviations().joined:
            shape = {"NORM": _KNOWN_TITLE} if abbreviations().kinds[form] == "leading" else {}
            nlp.tokenizer.add_special_case(form, [{"ORTH": form, **shape}])
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
        readable = partial(_readable, dashes=_HYPHEN.search(article.text) is not None)
        truecase = Truecaser.for_article(article, _known_lowercase(nlp), _is_land, _is_town)
        loose = is_loose(article.text)
        texts = (
            (joined(readable(truecase(block.span.of(article.text), block.kind)), loose=loose), block)
            for block in pieces
        )
        docs = ((_marked(nlp.make_doc(text.text)), (text, block)) for text, block in texts)
        read = (
            (reread(nlp, doc) if block.kind is BlockKind.HEADLINE else doc, text, block)
            for doc, (text, block) in nlp.pipe(docs, as_tuples=True, batch_size=64)
        )
        sentences = [sentence for doc, text, block in read for sentence in _sentences(doc, text, block, article)]
        return so_far.replacing(sentences=sentences)


def _marked(doc: Doc) -> Doc:
    """The tokens with what their words say about where sentences begin; the parser fills in the rest."""
    tokens = [token for token in doc if not token.is_space]
    marks = boundaries([token.text for token in tokens], [bool(token.whitespace_) for token in tokens])
    for token, mark in zip(tokens, marks, strict=True):
        if mark is not None:
            token.is_sent_start = mark
    return doc


def _readable(text: str, *, dashes: bool) -> str:
    """The text with spaces as its only white space and in the place of what says nothing; as long as before.

    `dashes`: two hyphens between spaces are dashes, which the model reads as such only where they are printed so.
    """
    text = _NOTHING.sub(lambda match: " " * len(match[0]), _SPACE.sub(" ", text))
    text = _TURNED.sub("’", text)
    return _DASHES.sub(r"—\1—", text) if dashes else text


def _pieces(block: Block, article: Article) -> Iterator[Block]:
    begin = _own_begin(block, article)
    if article.text[block.span.begin : begin].strip(_SIGNS):
        # Parsed with the sentence behind it, "MADRID, June 28 -" becomes its subject.
        yield Block(Span(block.span.begin, begin), block.kind)
    while block.span.end - begin > _LONGEST:
        window = article.text[begin : begin + _LONGEST]
        cut = max(window.rfind(". ") + 1, 0) or max(window.rfind(" "), 0) or _LONGEST
        if window[:cut].strip():
            yield Block(Span(begin, begin + cut), block.kind)
        begin += cut
    if article.text[begin : block.span.end].strip():
        yield Block(Span(begin, block.span.end), block.kind)


def _own_begin(block: Block, article: Article) -> int:
    """Where the words of a block begin: behind a dateline, and behind the sign of a list."""
    if block.kind is BlockKind.HEADLINE:
        return block.span.begin
    given = article.dateline
    if given and given.span.begin == block.span.begin and given.span.end < block.span.end:
        return given.span.end
    text = block.span.of(article.text)
    return block.span.begin + (sign_length(text) or dateline_length(text, _is_place))


def _sentences(doc: Doc, text: Joined, block: Block, article: Article) -> Iterable[Sentence]:
    for sent in doc.sents:
        tokens = [token for token in sent if not token.is_space]
        for first in range(0, len(tokens), _MOST_TOKENS):
            yield _sentence(tokens[first : first + _MOST_TOKENS], text, block, article)


def _printed(span: Span, length: int, article: Article) -> str:
    """The characters of a token as printed, without the spaces that were taken out of it."""
    printed = span.of(article.text)
    return printed if len(printed) == length else printed.replace(" ", "")


def _sentence(tokens: list[Any], text: Joined, block: Block, article: Article) -> Sentence:
    places = {token.i: position for position, token in enumerate(tokens)}
    made = []
    for position, token in enumerate(tokens):
        head = token.head
        while head.is_space and head.head.i != head.i:
            head = head.head
        last = text.place(token.idx + len(token) - 1)
        span = Span(block.span.begin + text.place(token.idx), block.span.begin + last + 1)
        printed = _printed(span, len(token), article)
        made.append(
            Token(
                i=position,
                span=span,
                text=printed,
                lemma=token.lemma_,
                pos=token.pos_,
                tag=token.tag_,
                dep=token.dep_ if head.i in places else "ROOT",  # what hangs on a word of the piece before
                head=places.get(head.i, position),
                label=token.ent_type_,
                starts_entity=token.ent_iob_ == "B",
                recased="" if token.text in (printed, "—") else token.text,
            )
        )
    return Sentence(made[0].span.to(made[-1].span), block.kind, repaired(tuple(made)))


def _is_land(word: str) -> bool:
    """Whether a word is the name of a country, its people or a large city; the word list has "taiwan" too."""
    from kgexport.authority.embedded import load_embedded

    authority = load_embedded()
    first = next((c for c in authority.candidates(word) if c.matched != "short"), None)
    known = first is not None and (
        first.types[0] == "Country"
        or (first.types[0] == "City" and first.popularity >= 0.65)
        or (first.types[0] == "AdministrativeArea" and first.popularity >= 0.6)
    )
    return known or authority.demonym(word) is not None


def _is_place(name: str) -> bool:
    """Whether a name is first of all that of a place."""
    from kgexport.authority.embedded import load_embedded

    first = next(iter(load_embedded().candidates(name)), None)
    return first is not None and first.types[0] in ("City", "Country", "AdministrativeArea")


def _is_town(word: str) -> bool:
    """Whether a word is the name of a town."""
    from kgexport.authority.embedded import load_embedded

    return any(c.types[0] == "City" for c in load_embedded().candidates(word))


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
