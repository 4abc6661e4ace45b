"""A page as the units that its bytes come in, one character a unit, so that places found in it are places in the bytes.

Nothing of the page is decoded and encoded again: what is not changed stays byte for byte, whatever its encoding, even
where it is broken. In the encodings that browsers know, the signs of HTML's syntax are the bytes of ASCII, or the units
of UTF-16 (Encoding Standard, section 4), with one exception, ISO-2022-JP. Knows nothing of elements.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass

from kgexport.errors import InputError
from kgexport.read.encoding import charset, wide_encoding
from kgexport.read.html import declared_charset

_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_UTF_32 = (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
_UNREADABLE = frozenset({"utf_7", "utf-7", "hz", "iso2022_kr", "utf-32", "utf-32-le", "utf-32-be"})
"""Codecs of Python for what browsers do not decode (Encoding Standard, section 4.2: "replacement", or not named)."""
_ISO_2022_JP = "iso2022_jp"
_SWITCH = re.compile(r"(\x1b(?:\$[@B]|\([BIJ]))([^\x1b]*)")
"""A switch of the character set, and what is in it (Encoding Standard, section 12.2.1)."""
_ASCII, _ROMAN = "\x1b(B", "\x1b(J"
_PAIR = re.compile("[\U00010000-\U0010ffff]")
_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Edit:
    """Units from `begin` to `end` make room for `text`, which is ASCII."""

    begin: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Units:
    """A page to look at and to change by places in it."""

    page: bytes
    codec: str
    """What the bytes are in, as far as can be told."""
    width: int
    """Bytes of a unit: two in UTF-16."""
    text: str
    """A character a unit; the byte order mark is spaces, and the signs that are not ASCII need not be the real ones."""
    start: int
    """The first unit after the byte order mark."""

    def decoded(self, begin: int, end: int) -> str:
        """The real text of a stretch; what is broken in it is replaced."""
        return self.page[begin * self.width : end * self.width].decode(self.codec, "replace")

    def length(self, text: str) -> int:
        """How many units a text takes; broken characters count as what they were replaced by."""
        return len(text.encode(self.codec, "replace")) // self.width

    def edited(self, edits: Sequence[Edit]) -> bytes:
        """The page with some stretches replaced, which do not overlap; all other bytes as they are."""
        pieces, done = [], 0
        codec = self.codec if self.width == 2 else "ascii"
        for edit in sorted(edits, key=lambda edit: edit.begin):
            pieces += [self.page[done : edit.begin * self.width], edit.text.encode(codec)]
            done = edit.end * self.width
        return b"".join((*pieces, self.page[done:]))

    def takes_ascii(self, place: int) -> bool:
        """Whether ASCII at this place is read as ASCII: not so in the Roman set of ISO-2022-JP."""
        if self.codec != _ISO_2022_JP:
            return True
        switches = _SWITCH.findall(self.page[:place].decode("latin-1"))
        return not switches or switches[-1][0] == _ASCII


def read_units(page: bytes, name: str) -> Units:
    """The units of a page. Raises InputError for an encoding in which no browser reads it."""
    codec = page_codec(page)
    if page.startswith(_UTF_32) or codec in _UNREADABLE:
        raise InputError(f"{name} is in {codec.upper()}, which browsers do not read; save it as UTF-8")
    mark = next((bom for bom, named in _BOMS if named == codec and page.startswith(bom)), b"")
    width = 2 if codec.startswith("utf-16") else 1
    text = _wide(page, codec) if width == 2 else page.decode("latin-1")
    if codec == _ISO_2022_JP:
        text = _SWITCH.sub(_shown, text)
    start = len(mark) // width
    return Units(page, codec, width, " " * start + text[start:], start)


def page_codec(page: bytes) -> str:
    """The codec of a page: byte order mark, UTF-16 by its zeros, what it declares where that fits, UTF-8, Western."""
    marked = next((codec for bom, codec in _BOMS if page.startswith(bom)), None) or wide_encoding(page)
    if marked or page.startswith(_UTF_32):
        return marked or "utf-32"
    declared = charset(declared_charset(page))
    order = [declared, "utf-8"] if declared not in (None, "utf-8", "cp1252") else ["utf-8"]
    return next((codec for codec in order if codec and _fits(page, codec)), declared or "cp1252")


def _shown(switch: re.Match[str]) -> str:
    """A switch is nothing, and bytes in another set than ASCII or the Roman one only look like signs of HTML."""
    inside = switch[2] if switch[1] in (_ASCII, _ROMAN) else "\xff" * len(switch[2])
    return " " * len(switch[1]) + inside


def _fits(page: bytes, codec: str) -> bool:
    try:
        page.decode(codec)
    except UnicodeError:
        return False
    return True


def _wide(page: bytes, codec: str) -> str:
    """UTF-16 code units; a character outside of the basic plane is two of them."""
    text = page[: len(page) - len(page) % 2].decode(codec, "surrogatepass")
    return _HALF.sub("\ufffd", _PAIR.sub("\ufffd\ufffd", text))
