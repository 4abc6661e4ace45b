"""JSON for script elements: laid out to be read, and no character in it that an HTML parser looks for."""

from __future__ import annotations

import json

import pytest

from kgexport.export.json_text import Json
from kgexport.web import web_json

ATTACKS = (
    "</script><script>alert(1)</script>",
    "</SCRIPT ",
    "<!--<script>",
    "-->",
    "]]>",
    "&lt;/script&gt; &amp; &#60;",
    "\u2028alert(1)\u2029",
    "\u202egpj.exe\u202c",
    "\u2066x\u2069 \u200f \u061c",
    "\ufeff \ufffe \uffff \ufdd0",
    "\x00 \x07 \x1b \x7f \x85 \x9f",
    "\ud800 \udfff \udfff\ud800",
    '"\\',
    "\\u003c/script\\u003e",
    "'; alert(1); //",
    "${alert(1)} `x`",
    "\r\n\t",
    "é 日本語 😀 👩‍👩‍👧",
)


@pytest.mark.parametrize("text", ATTACKS)
@pytest.mark.parametrize("ascii_only", [False, True])
def test_the_text_comes_back_and_nothing_of_it_is_seen_by_html(text: str, ascii_only: bool) -> None:
    written = web_json({text: [text, {"@value": text}]}, ascii_only)
    assert json.loads(written) == {text: [text, {"@value": text}]}
    assert not set(written) & set("<>&\x00\x7f\x85\u2028\u2029\u202e\ufeff\uffff")
    assert written.isascii() or not ascii_only
    written.encode()


def test_what_harms_nobody_stays_readable() -> None:
    assert web_json({"name": "Tiranë, “Erdoğan” 日本 😀 / ' `"}) == '{"name": "Tiranë, “Erdoğan” 日本 😀 / \' `"}'


def test_ascii_is_in_utf_16_code_units() -> None:
    assert web_json("é😀", ascii_only=True) == '"\\u00e9\\ud83d\\ude00"'


def test_the_escapes_are_those_of_json() -> None:
    assert web_json("<>&\u2028\u2029\ud800") == '"\\u003c\\u003e\\u0026\\u2028\\u2029\\ud800"'


def test_numbers_and_lists_are_those_of_json() -> None:
    data: dict[str, Json] = {"a": 50, "b": [True, False], "c": {"d": []}, "e": -0}
    assert json.loads(web_json(data)) == data
