"""Bytes to text without a silent loss; knows nothing of formats, files or articles.

Order: byte order mark, UTF-16/32 by their zero bytes, the declared charset, UTF-8, windows-1252 where the result reads
as western text, else what charset-normalizer is sure of.
"""

from __future__ import annotations

import codecs
import re

from kgexport.errors import InputError

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"PK\x03\x04", "a ZIP archive (or a .docx, .odt, .epub)"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh9", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Microsoft Office file"),
    (b"{\\rtf", "an RTF document"),
    (b"%!PS", "a PostScript document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "a SQLite database"),
)
# What pages and servers say -> what browsers take it for (WHATWG Encoding Standard, section 4.2).
_LABELS = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "iso8859-9": "cp1254",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "tis-620": "cp874",
}
# Codecs of Python that are no charsets of documents.
_NOT_CHARSETS = {"unicode_escape", "raw_unicode_escape", "idna", "punycode", "utf-7", "undefined", "unicode-escape"}
_WESTERN_CAPITALS = "ÀÂÄÁÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÖÕØŒŠÙÚÛÜŸŽ"
_WESTERN_LETTERS = _WESTERN_CAPITALS + "àâäáãåæçèéêëìíîïñòóôöõøœšùúûüÿžß"
_WESTERN_SIGNS = "“”‘’‚„‹›«»–—…•·€£¥§©®™°ºª´¨¸¿¡½¼¾±×÷²³¹µ¶†‡‰¢¬¦ˆ˜\xa0\xad"
_NOT_WESTERN = re.compile(
    rf"[^\x00-\x7f{_WESTERN_LETTERS}{_WESTERN_SIGNS}]"
    rf"|[{_WESTERN_LETTERS}]{{3}}"
    rf"|[a-z][{_WESTERN_CAPITALS}]"
    rf"|[A-Za-z{_WESTERN_LETTERS}][„‚“«‹€£¥§©®¿¡½¼¾±÷²³¹µ¶†‡‰¢¬¦¨¸ªº\xad][a-z{_WESTERN_LETTERS}]"
    rf"|[ÂÃ][\xa0€{_WESTERN_SIGNS}]"
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SAMPLE = 65536
_MOST_CONTROLS = 0.02
_MOST_CHAOS = 0.1


def decode(body: bytes, name: str, declared: str | None = None) -> str:
    """The text of some bytes, byte order mark dropped; never with a replacement character put in.

    `declared` is the charset that the transport or the document states. Raises InputError for binary content and
    where the encoding cannot be told, with the offset of the first byte that is not UTF-8.
    """
    refuse_binary(body, name)
    for bom, encoding in _BOMS:
        if body.startswith(bom):
            return _strict(body[len(bom) :], encoding, name, len(bom))
    wide = wide_encoding(body)
    if wide:
        return _strict(body, wide, name, 0)
    stated = charset(declared)
    if stated is not None and stated not in ("utf-8", "cp1252"):
        text = _try(body, stated)
        if text is not None:
            return text
    text = _try(body, "utf-8")
    return text if text is not None else _detected(body, name, stated)


def charset(label: str | None) -> str | None:
    """The codec for a charset label as it was meant; None for none and for what is no charset."""
    try:
        found = codecs.lookup((label or "").strip().strip("'\"").lower()).name
    except (LookupError, ValueError):
        return None
    return None if found in _NOT_CHARSETS else _LABELS.get(found, found)


def refuse_binary(body: bytes, name: str) -> None:
    """Raises InputError for the signatures of well-known binary formats and for zero bytes outside of UTF-16/32."""
    for signature, what in _SIGNATURES:
        if body.startswith(signature):
            raise InputError(f"{name} is {what}, not text; save the article as plain text or HTML")
    zero = body.find(0)
    if zero < 0 or any(body.startswith(bom) for bom, encoding in _BOMS if encoding != "utf-8") or wide_encoding(body):
        return
    raise InputError(
        f"{name} is binary (a zero byte at offset {zero}), not text; save the article as plain text or HTML"
    )


def wide_encoding(body: bytes) -> str | None:
    """UTF-16 or UTF-32 without a byte order mark, by where the zero bytes of mostly Latin text stand."""
    sample = body[: _SAMPLE - _SAMPLE % 4]
    if 0 not in sample or len(body) % 2:
        return None
    zeros = [sample[i::4].count(0) * 4 / max(4, len(sample)) for i in range(4)]
    patterns = (
        ("utf-32-le", (0, 1, 1, 1)),
        ("utf-32-be", (1, 1, 1, 0)),
        ("utf-16-le", (0, 1, 0, 1)),
        ("utf-16-be", (1, 0, 1, 0)),
    )
    for encoding, pattern in patterns:
        if all(share > 0.6 if zero else share < 0.01 for share, zero in zip(zeros, pattern, strict=True)):
            return encoding
    return None


def _try(body: bytes, encoding: str) -> str | None:
    """The text, where it decodes without an error and without a crowd of control characters."""
    try:
        text = body.decode(encoding)
    except (UnicodeError, LookupError):
        return None
    sample = text[:_SAMPLE]
    return text if len(_CONTROLS.findall(sample)) <= max(3, _MOST_CONTROLS * len(sample)) and "\0" not in text else None


def _strict(body: bytes, encoding: str, name: str, skipped: int) -> str:
    text = _try(body, encoding)
    if text is not None:
        return text
    try:
        body.decode(encoding)
    except UnicodeDecodeError as error:
        raise _undecodable(name, encoding, error.start + skipped) from None
    raise InputError(f"{name} holds control characters as binary files do; save the article as plain text or HTML")


def _detected(body: bytes, name: str, stated: str | None) -> str:
    """Text in a one-byte or East Asian encoding."""
    try:
        body.decode("utf-8")
    except UnicodeDecodeError as error:
        bad = error.start
    else:
        raise InputError(f"{name} holds control characters as binary files do; save the article as plain text or HTML")
    if _is_damaged_utf8(body):
        raise _undecodable(name, "utf-8", bad)
    text = _try(body, "cp1252")
    if text is not None and (stated == "cp1252" or not _NOT_WESTERN.search(text)):
        return text
    from charset_normalizer import from_bytes

    best = from_bytes(body).best()
    text = _try(body, best.encoding) if best is not None and best.chaos <= _MOST_CHAOS and best.coherence > 0 else None
    if text is None:
        raise _undecodable(name, "utf-8", bad)
    return text


def _is_damaged_utf8(body: bytes) -> bool:
    """Whether most of what is not ASCII is UTF-8: then a few bytes are broken, and no other encoding is right."""
    good = len(re.findall(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}", body))
    return good > 0 and good >= body.decode("utf-8", "replace").count("\ufffd")


def _undecodable(name: str, encoding: str, offset: int) -> InputError:
    return InputError(
        f"{name}: the byte at offset {offset} is not {encoding.upper()} and no other encoding fits; save it as UTF-8"
    )
