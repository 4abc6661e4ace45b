from __future__ import annotations

import json
from typing import Any

import pytest

from kgexport.errors import InputError
from kgexport.web.embed import Change, embed, embed_page, without_script

DATA: dict[str, Any] = {
    "@context": "https://schema.org",
    "@id": "https://news.example/a#article",
    "@type": "NewsArticle",
    "headline": "Fähre </script><!-- ]]> & \u2028 \U0001d11e 北",
}
START = b'<script type="application/ld+json" id="kgexport">'
END = b"</script>"


def outside(page: bytes, start: bytes = START, end: bytes = END) -> bytes:
    """The page without the one script of kgexport."""
    before, found, rest = page.partition(start)
    assert found
    return before + rest[rest.index(end) + len(end) :]


def inside(page: bytes) -> Any:
    return json.loads(page[page.index(START) + len(START) : page.index(END, page.index(START))])


@pytest.mark.parametrize(
    ("page", "before"),
    [
        (b"<html><head><title>a</title></head><body>b</body></html>", b"</head>"),
        (b"<head><title>a</title></head\n ><body>", b"</head\n >"),
        (b"<HEAD></HEAD>", b"</HEAD>"),
        (b"<head><!-- </head> --></head>", b"</head>"),
        (b"<head><title></head></title></head>", b"</head>"),
        (b"<head><script>'</head>'</script></head>", b"</head>"),
        (b"<head><script><!-- <script>'</head></script>'</script></head>", b"</head>"),
        (b"<head><style></head></style></head>", b"</head>"),
        (b"<head><noscript></head></noscript></head>", b"</head>"),
        (b"<head><template></head></template></head>", b"</head>"),
        (b'<head><meta content="</head>"></head>', b"</head>"),
        (b"<head><meta charset=utf-8><body><p></head>", b"<body>"),
        (b"<html><frameset cols=1></frameset>", b"<frameset cols=1>"),
        (b"<title>a</title><meta charset=utf-8>\n<p>b</head>", b"\n<p>b"),
        (b"<head><meta charset=utf-8><template><p>b", b"<template>"),
        (b"<head>text", b"text"),
        (b"<html lang=en>text", b"text"),
        (b"<!doctype html><p>a", b"<p>"),
        (b"<!-- a -->\r\n<!doctype html>\r\n<!-- b -->\r\n<p>a", b"<p>"),
        (b"<html>\r\n\t<!-- a -->\r\n text", b"text"),
        (b"<html>\r\n<body>", b"<body>"),
        (b'<?xml version="1.0"?><!DOCTYPE html>text', b"text"),
        (b"<p>a", b"<p>"),
        (b"text", b"text"),
        (b"\xef\xbb\xbf<p>a", b"<p>"),
        (b"<textarea></head>", b"<textarea>"),
        (b"<svg><head></head><title></head>", b"<svg>"),
        (b"<!-- open", b"<!-- open"),
        (b"<!doctype html><!-- open", b"<!-- open"),
        (b"<plaintext></head>", b"<plaintext>"),
        (b"<title>open</head>", b"<title>"),
        (b"<script>open</head>", b"<script>"),
    ],
)
def test_the_script_goes_to_the_end_of_the_head_as_a_browser_sees_it(page: bytes, before: bytes) -> None:
    place = page.rindex(before)
    made = embed_page(page, DATA)
    assert made[:place] == page[:place]
    assert made[place:].startswith(START)
    assert made.endswith(END + page[place:])
    assert inside(made) == DATA


def test_an_empty_page_gets_the_script_only() -> None:
    assert outside(embed_page(b"", DATA)) == b""


def test_white_space_is_not_moved_into_the_head() -> None:
    assert embed_page(b" \n\n", DATA).startswith(b" \n\n<script")


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><meta charset=utf-8><title>é北</title></head>".encode(),
        "<html><head><meta charset=windows-1252><title>é—</title></head>".encode("cp1252"),
        "<html><head><meta charset=koi8-r><title>Мир</title></head>".encode("koi8-r"),
        "<html><head><meta charset=shift_jis><title>表示ソ</title></head>".encode("shift_jis"),
        "<html><head><meta charset=gb18030><title>中𠀀</title></head>".encode("gb18030"),
        "<html><head><meta charset=big5><title>許功蓋</title></head>".encode("big5"),
        "<html><head><meta charset=euc-kr><title>한국</title></head>".encode("euc-kr"),
        "<html><head><meta charset=iso-2022-jp><title>日本<語</title></head>".encode("iso2022_jp"),
        b"<html><head><meta charset=shift_jis><title>\x81</title></head>\x81<",
        b"<html><head><meta charset=utf-8><title>\xff\xfe\x80</title></head>\xc3",
        b"<html><head><title>\0</title></head>",
    ],
)
def test_no_encoding_is_touched(page: bytes) -> None:
    made = embed_page(page, DATA)
    assert outside(made) == page
    assert made.index(START) == page.index(b"</head>")
    assert inside(made) == DATA
    assert embed_page(made, DATA) == made


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(("mark", "tail"), [("\ufeff", b""), ("\ufeff", b"\x0a"), ("", b"")])
def test_utf_16_keeps_its_units(codec: str, mark: str, tail: bytes) -> None:
    page = f"{mark}<html><head><title>Plain \U0001d11e title</title></head><p>Some plain text</p>".encode(codec) + tail
    made = embed_page(page, DATA)
    assert outside(made, START.decode().encode(codec), END.decode().encode(codec)) == page
    assert "</script></head>" in made[: len(made) - len(tail)].decode(codec)
    assert embed_page(made, DATA) == made


@pytest.mark.parametrize("page", ["\ufeff<p>a".encode("utf-32"), b"<meta charset=hz-gb-2312><p>a"])
def test_what_no_browser_reads_is_refused(page: bytes) -> None:
    with pytest.raises(InputError, match=r"page\.html is in .*, which browsers do not read; save it as UTF-8"):
        embed_page(page, DATA, name="page.html")


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_the_script_has_the_line_ends_of_the_page(end: bytes) -> None:
    page = end.join([b"<!doctype html>", b"<head>", b"</head>", b"<p>"])
    made = embed_page(page, DATA)
    lines = made.split(end)
    assert not any(sign in line for line in lines for sign in (b"\n", b"\r"))
    assert lines[:3] == [b"<!doctype html>", b"<head>", START]
    assert embed_page(made, DATA) == made


def test_a_script_that_is_there_keeps_its_place_and_its_tags() -> None:
    tag = b"<SCRIPT nonce='a' id=kgexport TYPE='application/LD+JSON; charset=utf-8' >"
    page = b"<head></head><body><p>a" + tag + b"old</SCRIPT\n><p>b"
    done = embed(page, DATA)
    assert done.change is Change.REPLACED
    before, _, after = page.partition(b"old")
    assert done.page.startswith(before + b"\n{")
    assert done.page.endswith(b"}\n" + after)
    assert json.loads(done.page[len(before) : -len(after)]) == DATA


def test_of_several_scripts_the_first_stays() -> None:
    script = START + b"{}" + END
    page = b"<head>" + script + b"</head><p>" + script + b"a" + script
    assert outside(embed_page(page, DATA)) == b"<head></head><p>a"


@pytest.mark.parametrize(
    "page",
    [
        b"<head><!-- " + START + b"{}</script> --></head>",
        b"<head><template>" + START + b"{}</script></template></head>",
        b"<head><noscript>" + START + b"{}</script></noscript></head>",
        b"<head></head><textarea>" + START + b"{}</script></textarea>",
        b"<head><script>'" + START + b"{}'</script></head>",
        b"<head><script type=application/ld+json id=KGEXPORT>{}</script></head>",
    ],
)
def test_what_only_looks_like_the_script_is_left_alone(page: bytes) -> None:
    done = embed(page, DATA)
    assert done.change is Change.INSERTED
    assert len(done.page) - len(page) == len(embed_page(b"", DATA))
    assert embed(done.page, DATA).change is Change.UNCHANGED


@pytest.mark.parametrize(
    "page",
    [
        b"<p>\n<div id=kgexport>",
        b"\n<script id=kgexport>1</script>",
        b"\n<svg><script type=application/ld+json id=kgexport>{}</script>",
        b"\n<svg><template><script type=application/ld+json id=kgexport>{}</script>",
    ],
)
def test_another_element_with_the_id_is_refused(page: bytes) -> None:
    with pytest.raises(InputError, match=r"page\.html:2: another element has the id 'kgexport'"):
        embed_page(page, DATA, name="page.html")


def test_a_script_that_is_not_closed_is_refused() -> None:
    with pytest.raises(InputError, match=r"page\.html:1: the script 'kgexport' has no </script>"):
        embed_page(b"<head>" + START + b"{</head><p>the article", DATA, name="page.html")


def test_without_script_is_the_page_as_it_was() -> None:
    page = "<html><head><title>é</title></head><p>a".encode("cp1252")
    assert without_script(embed_page(page, DATA)) == page
    assert without_script(page) == page


def test_the_charset_stays_where_browsers_look_for_it() -> None:
    page = b"<p>a" + b"." * 900 + b"<meta charset=windows-1252>" + b"." * 900
    assert embed_page(page, {**DATA, "abstract": "long " * 100}).startswith(page)


def test_a_place_in_the_roman_set_of_iso_2022_jp_is_not_taken() -> None:
    page = b"<head><meta charset=iso-2022-jp><title>a</title>\x1b(J</head>\x1b(B<body>"
    made = embed_page(page, DATA)
    assert made.index(START) == page.index(b"<body>")


@pytest.mark.parametrize(
    "piece",
    [b"<p class='a b'>Text &amp; more</p>\n", b"<div>", b"<!--", b"<", b"<script><!--<script>", b"&", b"<b><p>"],
)
def test_five_megabytes(piece: bytes) -> None:
    """No time is measured here: what is not linear does not come back from this."""
    page = b"<!doctype html><html><head><title>a</title></head><body>" + piece * (5_000_000 // len(piece))
    made = embed_page(page, DATA)
    assert outside(made) == page
    assert embed_page(made, DATA) == made
