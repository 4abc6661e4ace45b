"""Dates, numbers and signs in the words of a page."""

from __future__ import annotations

import doctest

import pytest

from kgexport.view import wording
from kgexport.view.wording import moment, number, plain, printable, shortened


def test_the_examples_hold() -> None:
    assert doctest.testmod(wording).failed == 0


@pytest.mark.parametrize(
    ("lexical", "shown"),
    [
        ("2024-10", "October 2024"),
        ("2024-10-05T09:30:00Z", "5 October 2024, 09:30 UTC"),
        ("2024-10-05T09:30:00", "5 October 2024, 09:30"),
        ("0044-03-15", "15 March 0044"),
        ("P3D", "P3D"),
        ("2024-13", "2024-13"),
    ],
)
def test_a_date_is_as_precise_as_it_was(lexical: str, shown: str) -> None:
    assert moment(lexical) == shown


@pytest.mark.parametrize(("lexical", "shown"), [("1E3", "1,000"), ("-5", "-5"), ("many", "many"), ("0.50", "0.50")])
def test_numbers(lexical: str, shown: str) -> None:
    assert number(lexical) == shown


def test_half_a_character_becomes_a_whole_sign() -> None:
    assert printable("a\ud800b\tc\n") == "a\ufffdb\tc\n"
    assert printable("\ud83d\ude00").encode("utf-8") == "\ufffd\ufffd".encode()


def test_plain_is_one_line_in_one_direction() -> None:
    assert plain(" a\u202e\n b\u2066 ") == "a b"


def test_a_cut_is_shown_and_never_too_long() -> None:
    assert shortened("abcdefghij", 5) == "abcd…"
    assert shortened("abc", 3) == "abc"
