"""JSON text that no HTML parser takes for anything but text, whatever is in it; knows nothing of graphs or pages.

Inside a script element only `</script`, `<script` and `<!--` matter (HTML Living Standard, section 4.12.1.3
"Restrictions for contents of script elements"): without `<` there is none of them. `>` and `&` go too, so that the text
may also stand where they end something (`]]>`) or begin a reference (XHTML).
"""

from __future__ import annotations

from kgexport.export.json_text import Json, json_text

_ESCAPED = (
    *map(ord, "<>&"),
    *range(0x7F, 0xA0),  # control characters that HTML calls a parse error
    0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A),  # what turns the direction of text
    0x2028, 0x2029,  # line ends in JavaScript before ES2019
    0xFEFF,  # a byte order mark at the wrong place
    *range(0xD800, 0xE000),  # halves of a surrogate pair: no UTF-8 for them
    *range(0xFDD0, 0xFDF0), 0xFFFE, 0xFFFF,  # noncharacters
)  # fmt: skip
_TABLE = {code: f"\\u{code:04x}" for code in _ESCAPED}


def web_json(data: Json, ascii_only: bool = False) -> str:
    """JSON for a script element: laid out to be read, no line end after it, the same text for the same data.

    `ascii_only` is for pages in an encoding that lacks some characters: all beyond ASCII are written as `\\uXXXX`.
    Every JSON parser gives the same text back; one that JavaScript cannot tell from it where two halves of a pair that
    were apart in Python come to stand together.
    """
    text = json_text(data).translate(_TABLE)
    return _as_ascii(text) if ascii_only else text


def _as_ascii(text: str) -> str:
    """Each character beyond ASCII as its UTF-16 code units (RFC 8259, section 7)."""
    units = (_units(character) if ord(character) > 0x7E else character for character in text)
    return "".join(units)


def _units(character: str) -> str:
    data = character.encode("utf-16-be")
    return "".join(f"\\u{data[i]:02x}{data[i + 1]:02x}" for i in range(0, len(data), 2))
