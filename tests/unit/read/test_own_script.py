"""What kgexport put into a page is not read as something that the publisher says."""

from __future__ import annotations

from kgexport.model import Source
from kgexport.read.html import HtmlReader

MARKUP = '{"@type": "NewsArticle", "headline": "Old head", "datePublished": "2024-01-01"}'


def test_markup_of_kgexport_is_no_statement_of_the_publisher() -> None:
    page = "<head><script type=application/ld+json id=%s>%s</script></head><h1>New head</h1><p>It is late.</p>"
    own = HtmlReader().read(Source((page % ("kgexport", MARKUP)).encode(), "text/html", "page.html"))
    theirs = HtmlReader().read(Source((page % ("theirs", MARKUP)).encode(), "text/html", "page.html"))
    assert own.metadata.published is None
    assert theirs.metadata.published is not None
