from __future__ import annotations

from kgexport.errors import InputError, MissingExtraError, OutsideError, UnknownNameError


def test_an_unknown_name_lists_the_known_ones() -> None:
    error = UnknownNameError("format", "turtel", ["turtle", "trig"])
    assert str(error) == "unknown format 'turtel' (did you mean turtle?); known: trig, turtle"


def test_exit_codes_are_those_of_the_design() -> None:
    assert InputError("x").exit_code == 2
    assert UnknownNameError("x", "y", []).exit_code == 2
    assert MissingExtraError("x", "kgexport[x]").exit_code == 2
    assert OutsideError("x").exit_code == 3


def test_a_missing_extra_says_what_to_install() -> None:
    assert "pip install 'kgexport[spark]'" in str(MissingExtraError("a corpus on Spark", "kgexport[spark]"))
