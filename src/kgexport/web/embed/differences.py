"""The differences of two versions of a page as `diff -u` shows them; knows no HTML."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator
from itertools import takewhile

_CONTEXT = 3
_HUNK = re.compile(rb"@@ -(\d+)((?:,\d+)?) \+(\d+)((?:,\d+)?) @@")
_UNENDED = b"\n\\ No newline at end of file\n"


def unified_diff(before: bytes, after: bytes, name: str, codec: str) -> bytes:
    """What `patch` takes to make the one of the other; nothing for equal pages.

    In UTF-16, which `patch` does not read, the lines are in UTF-8, to be looked at. Lines that are the same at both
    ends are not compared any closer, so that a large page takes no longer than its change.
    """
    if codec.startswith("utf-16"):
        before, after = (page.decode(codec, "replace").encode("utf-8", "replace") for page in (before, after))
    old, new = _lines(before), _lines(after)
    top = _same(zip(old, new, strict=False))
    end = min(_same(zip(reversed(old), reversed(new), strict=False)), min(len(old), len(new)) - top)
    skipped, kept = max(0, top - _CONTEXT), max(0, end - _CONTEXT)
    label = name.encode("utf-8", "backslashreplace")
    made = difflib.diff_bytes(
        difflib.unified_diff, old[skipped : len(old) - kept], new[skipped : len(new) - kept], label, label
    )
    return b"".join(_line(line, skipped) for line in made)


def _lines(page: bytes) -> list[bytes]:
    """Lines with their line ends; unlike `splitlines`, only at line feeds, as `patch` has it."""
    return re.findall(rb"[^\n]*\n|[^\n]+", page)


def _same(pairs: Iterator[tuple[bytes, bytes]]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _line(line: bytes, skipped: int) -> bytes:
    """A line of the diff, with the numbers that lines have in the whole page."""
    hunk = _HUNK.match(line)
    if hunk:
        first, second = (int(number) + skipped for number in (hunk[1], hunk[3]))
        return b"@@ -%d%b +%d%b @@\n" % (first, hunk[2], second, hunk[4])
    return line if line.endswith(b"\n") else line + _UNENDED
