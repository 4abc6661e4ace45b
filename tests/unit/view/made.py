"""Pages of small graphs made by hand, and what tests read from a page."""

from __future__ import annotations

from lxml import html

from kgexport.graph import ArticleGraph
from kgexport.mapping import map_article
from kgexport.model import Annotations, Article, Block, BlockKind, Entity, Mention, MentionKind, Sentence, Span, Token
from kgexport.validate import Report
from kgexport.view import view_page
from tests.support.articles import sample_annotations

CONFORMS = Report((), 5)


def graph_of(annotations: Annotations) -> ArticleGraph:
    return map_article(annotations)


def sentence(text: str, begin: int, end: int) -> Sentence:
    """A sentence with one token: pages look at its span only."""
    span = Span(begin, end)
    words = span.of(text)
    return Sentence(span, BlockKind.PARAGRAPH, (Token(0, span, words, words, "X", "XX", "ROOT", 0),))


def with_sentences(annotations: Annotations) -> Annotations:
    """With a sentence a block."""
    text = annotations.article.text
    spans = [(block.span.begin, block.span.end) for block in annotations.article.blocks]
    return annotations.replacing(sentences=[sentence(text, *span) for span in spans])


def page_of(annotations: Annotations, report: Report = CONFORMS) -> bytes:
    return view_page(annotations.article, annotations, graph_of(annotations), report)


def sample_page(**metadata: object) -> bytes:
    return page_of(with_sentences(sample_annotations(**metadata)))


def tree_of(page: bytes) -> html.HtmlElement:
    return html.document_fromstring(page.decode("utf-8"))


def hostile(attack: str) -> Annotations:
    """An article whose headline, body and one name carry the attack."""
    name = f"Ada {attack} Berg"
    text = f"{attack} head\n{name} said no. {attack}\n"
    headline = Block(Span(0, len(attack) + 5), BlockKind.HEADLINE)
    body = Block(Span(len(attack) + 6, len(text) - 1), BlockKind.PARAGRAPH)
    mention = Mention(Span(body.span.begin, body.span.begin + len(name)), MentionKind.NAME, "test")
    person = Entity("berg", ("Person",), name, (mention,))
    return with_sentences(Annotations(Article(text, (headline, body)), entities=(person,)))
