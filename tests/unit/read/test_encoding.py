"""Decoding: nothing is lost silently, and what cannot be told is refused."""

import pytest

from kgexport.errors import InputError
from kgexport.read.encoding import charset, decode, refuse_binary, wide_encoding

TEXT = "Café owners said “no” – twice."


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp1252"],
)
def test_encoding_is_told_from_the_bytes(encoding: str) -> None:
    assert decode(TEXT.encode(encoding), "x") == TEXT


@pytest.mark.parametrize("bom", ["utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_mark_is_dropped_once(bom: str) -> None:
    assert decode(("\ufeff" + TEXT).encode(bom), "x") == "\ufeff" + TEXT
    assert not decode(TEXT.encode(bom), "x").startswith("\ufeff")


@pytest.mark.parametrize(
    ("text", "declared"),
    [
        ("Привет", "windows-1251"),
        ("Łódź", "iso-8859-2"),
        ("東京", "Shift_JIS"),
        ("東京", '"euc-jp"'),
        ("“a”", "ISO-8859-1"),
    ],
)
def test_declared_charset_counts(text: str, declared: str) -> None:
    assert decode(text.encode(charset(declared) or ""), "x", declared) == text


@pytest.mark.parametrize(
    "declared", ["iso-8859-1", "us-ascii", "utf-8", "no-such-charset", "", "unicode_escape", "base64", None]
)
def test_valid_utf8_is_not_read_as_western(declared: str | None) -> None:
    assert decode(TEXT.encode(), "x", declared) == TEXT


def test_wrongly_declared_utf8_is_detected() -> None:
    assert decode(TEXT.encode("cp1252"), "x", "utf-8") == TEXT


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Привет мир, это русский текст о войне в городе и о людях.", "cp1251"),
        ("Zażółć gęślą jaźń. To jest polski tekst, który mówi o wojnie i łodziach.", "cp1250"),
    ],
)
def test_other_encodings_are_detected(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x") == text


@pytest.mark.parametrize(
    ("body", "offset"),
    [
        ("Tirana – ".encode() + b"\x80abc", 11),
        (b"Hello \x81\x8d there", 6),
        (b"\xe9" * 10, 0),
        ("é ".encode() * 3 + b"\xff", 9),
        ("naïve".encode()[:3], 2),
    ],
)
def test_undecodable_bytes_are_named_by_offset(body: bytes, offset: int) -> None:
    with pytest.raises(InputError, match=rf"the byte at offset {offset} is not UTF-8"):
        decode(body, "x")


@pytest.mark.parametrize("body", ["ab".encode("utf-16") + b"\x00\xd8", "a".encode("utf-32") + b"\xff\xff\xff\xff"])
def test_broken_wide_text_is_refused(body: bytes) -> None:
    with pytest.raises(InputError, match="UTF-"):
        decode(body, "x")


@pytest.mark.parametrize(
    ("body", "what"),
    [
        (b"%PDF-1.7\n", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n\0", "a PNG image"),
        (b"PK\x03\x04\x14", "a ZIP archive"),
        (b"\x1f\x8b\x08", "a gzip archive"),
        (b"\xff\xd8\xff\xe0", "a JPEG image"),
        (b"{\\rtf1\\ansi", "an RTF document"),
        (b"some text\0and a zero", "offset 9"),
        (b"\0\0\0\0", "offset 0"),
    ],
)
def test_binary_is_refused_by_name(body: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what) as caught:
        refuse_binary(body, "file.bin")
    assert str(caught.value).startswith("file.bin is ")
    with pytest.raises(InputError):
        decode(body, "file.bin")


def test_crowd_of_control_characters_is_refused() -> None:
    with pytest.raises(InputError, match="control characters"):
        decode(bytes(range(1, 32)) * 10, "x")


def test_few_control_characters_stay() -> None:
    assert decode(b"one\x0ctwo \x1b[1m three\x07", "x") == "one\x0ctwo \x1b[1m three\x07"


def test_wide_encoding_needs_a_pattern() -> None:
    assert wide_encoding(b"plain text") is None
    assert wide_encoding(b"plain\0text") is None
    assert wide_encoding("plain text!".encode("utf-16-be")) == "utf-16-be"
