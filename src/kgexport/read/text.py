"""Reads plain text: the canonical text is the decoded file itself; knows nothing of markup.

The byte order mark is dropped and line ends become `\\n`, so an offset is an offset in the decoded file.
"""

from __future__ import annotations

import re

from kgexport.errors import InputError
from kgexport.model import Article, BlockKind, Source
from kgexport.read.encoding import decode
from kgexport.read.paragraphs import paragraphs
from kgexport.read.structure import structure

_WORD = re.compile(r"[^\W_]")


class TextReader:
    """Reads `text/plain`."""

    def read(self, source: Source) -> Article:
        """The text with its headline, standfirst, body and source line. Raises InputError where there is no body."""
        text = decode(source.body, source.name, source.charset).replace("\r\n", "\n").replace("\r", "\n")
        if not _WORD.search(text):
            raise InputError(f"{source.name} holds no words; give a file with the text of an article")
        found = structure(text, paragraphs(text))
        if not any(block.kind is BlockKind.PARAGRAPH for block in found.blocks):
            raise InputError(f"{source.name} holds a source line and no article; give a file with the article's text")
        article = Article(text, found.blocks, found.metadata, found.dateline)
        return article.with_metadata(url=source.url) if source.url else article
