from __future__ import annotations

import pytest

from kgexport.authority.folding import fold, plain, readings


@pytest.mark.parametrize(
    ("given", "folded"),
    [
        ("Côte d’Ivoire", "Côte d'Ivoire"),
        ("Coˆte".replace("ˆ", "\u0302"), "Coˆte".replace("oˆ", "ô")),
        ("United \n States", "United States"),
        ("Guinea–Bissau", "Guinea-Bissau"),
        ("St. Louis", "Saint Louis"),
        ("St Kitts and Nevis", "Saint Kitts and Nevis"),
        ("Main St", "Main St"),
    ],
)
def test_fold(given: str, folded: str) -> None:
    assert fold(given) == folded


@pytest.mark.parametrize(
    ("given", "bare"), [("Erdoğan", "Erdogan"), ("Diyarbakır", "Diyarbakir"), ("Łódź", "Lodz"), ("Oslo", "Oslo")]
)
def test_plain_drops_diacritics(given: str, bare: str) -> None:
    assert plain(given) == bare


def test_readings_drop_article_and_possessive() -> None:
    assert readings("Turkey's") == ("Turkey's", "Turkey")
    assert readings("the Netherlands") == ("the Netherlands", "Netherlands", "The Netherlands")
    assert "Maldives" in readings("the Maldives’")
