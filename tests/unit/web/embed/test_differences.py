from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from kgexport.web.embed.differences import unified_diff
from tests.support.components import program

LINES = b"".join(b"%d\n" % number for number in range(40))
PAIRS = {
    "in the middle": (LINES, LINES.replace(b"20\n", b"20\nnew\n")),
    "at two places": (LINES, LINES.replace(b"5\n", b"five\n").replace(b"30\n", b"")),
    "at the top": (LINES, b"new\n" + LINES),
    "at the end": (LINES, LINES + b"new\n"),
    "no line end": (LINES[:-1], LINES[:-1].replace(b"38", b"new")),
    "no line end, last line": (LINES + b"last", LINES + b"changed"),
    "of nothing": (b"", b"new\n"),
    "one line": (b"<p>", b"<p><script>"),
    "carriage returns": (b"a\rb\r\nc\r\n" * 5, b"a\rb\r\nc\r\n" * 2 + b"new\r\n" + b"a\rb\r\nc\r\n" * 3),
    "repeated lines": (b"a\n" * 30, b"a\n" * 31),
    "no characters": (b"\xff\xfe\x80\n" * 9, b"\xff\xfe\x80\n" * 4 + b"\x81\n" + b"\xff\xfe\x80\n" * 5),
}


@pytest.mark.parametrize("name", PAIRS)
def test_patch_makes_the_new_page_of_the_old_one(name: str, tmp_path: Path) -> None:
    before, after = PAIRS[name]
    page = tmp_path / "page.html"
    page.write_bytes(before)
    difference = unified_diff(before, after, "page.html", "utf-8")
    subprocess.run(
        [program("patch"), "--binary", "-p0"], cwd=tmp_path, input=difference, check=True, capture_output=True
    )
    assert page.read_bytes() == after


def test_only_the_lines_around_a_change_are_shown() -> None:
    assert unified_diff(LINES, LINES.replace(b"20\n", b"20\nnew\n"), "p", "utf-8") == (
        b"--- p\n+++ p\n@@ -19,6 +19,7 @@\n 18\n 19\n 20\n+new\n 21\n 22\n 23\n"
    )


def test_equal_pages_have_no_difference() -> None:
    assert unified_diff(LINES, LINES, "page.html", "utf-8") == b""


def test_utf_16_is_shown_in_utf_8() -> None:
    before, after = ("é\n".encode("utf-16-le"), "ö\n".encode("utf-16-le"))
    assert "-é\n+ö\n".encode() in unified_diff(before, after, "page.html", "utf-16-le")
