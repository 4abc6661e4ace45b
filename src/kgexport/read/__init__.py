"""From a source to an article: one file a format, chosen in one table; knows nothing of what an article means."""

from __future__ import annotations

from kgexport.errors import UnknownNameError
from kgexport.model import Article, Source
from kgexport.read.base import Reader
from kgexport.read.html import HtmlReader
from kgexport.read.text import TextReader

READERS: dict[str, Reader] = {
    "text": TextReader(),
    "html": HtmlReader(),
}
"""Reader by the name that users give. Making one costs nothing: heavy imports wait for the first read."""

MEDIA_TYPES: dict[str, str] = {
    "text/plain": "text",
    "text/html": "html",
    "application/xhtml+xml": "html",
}
"""Name of the reader by media type."""


def read_source(source: Source, format: str | None = None) -> Article:  # noqa: A002 - the name users know
    """Read a source with the reader of that name, or with the one for its media type.

    Raises UnknownNameError for a name or media type without a reader, InputError for a source that cannot be read.
    """
    if format is None:
        if source.media_type not in MEDIA_TYPES:
            raise UnknownNameError(f"media type of {source.name}:", source.media_type, MEDIA_TYPES)
        format = MEDIA_TYPES[source.media_type]  # noqa: A001
    if format not in READERS:
        raise UnknownNameError("input format", format, READERS)
    return READERS[format].read(source)


__all__ = ["MEDIA_TYPES", "READERS", "Reader", "read_source"]
