"""How dates, times, numbers, truth values, durations and addresses are written for schema.org."""

from __future__ import annotations

import pytest

from kgexport.validate.spec.datatypes import DATA_TYPES, FREE, is_written_as

RIGHT = {
    "Date": """2024 2024-05 2024-05-31 20240531 2024-05-31Z 2024-05-31+02:00 -0044-03-15 +012024-05-31 2024-02-29
        2024-W22 2024-W22-5 2024W225 2024-152 --05-31 2024-05-31T14:30 2024-05-31T14:30:00.123Z 2024-05-31T14:30:00+0200
        2024-05-31T24:00:00 2000-02-29""",
    "Time": "14:30 14:30:00 14:30:00Z 14:30:00.5+01:00 T14:30 23:59:60 24:00",
    "Number": "0 12 -3.5 +4 .5 5. 1e6 1.5E-3 INF -INF NaN",
    "Integer": "0 -12 +7 007",
    "Boolean": "true false True False 1 0 http://schema.org/True https://schema.org/False",
    "URL": "https://news.example/a mailto:ada@news.example urn:isbn:1 data:,a https://news.example/ü?q=1#x tel:+47",
    "Duration": "PT1H30M P1D P2W -P1Y P1Y2M3DT4H5M6.7S PT0S",
    "Text": "anything at-all 12 2024-13-45",
    "Distance": "5km",
}
WRONG = {
    "Date": """31.05.2024 05/31/2024 2024-13 2024-02-30 2023-02-29 1900-02-29 24-05-31 2024-5-1 today 2024-05-31T
        2024-W60 2024-000 2024-05-31T25:00 2024-05-31T14:30:00X T14:30 2024-05-31/2024-06-01 ２０２４ 2024- 2024-05-""",
    "Time": "2pm 25:00 14:60 1430h 14.30 noon",
    "Number": "1,250 1.250,5 $5 five 1_000 0x10 . e5 ١٢ 5%",
    "Integer": "1.0 1e3 one -",
    "Boolean": "yes no TRUE t 2",
    "URL": "www.news.example /a a.html http:// https:// //news.example <https://news.example>",
    "Duration": "1h PT P 1:30 P1H PT1D P1.5D",
}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in RIGHT.items() for text in texts.split()])
def test_a_value_is_written_rightly(kind: str, text: str) -> None:
    assert is_written_as(text, kind)


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in WRONG.items() for text in texts.split()])
def test_a_value_is_written_wrongly(kind: str, text: str) -> None:
    assert not is_written_as(text, kind)


@pytest.mark.parametrize("kind", sorted(DATA_TYPES))
def test_nothing_and_a_sentence_are_no_values(kind: str) -> None:
    assert not is_written_as("", kind)
    assert not is_written_as("the last day of May", kind)


def test_a_day_and_a_moment_may_stand_for_each_other() -> None:
    assert is_written_as("2024-05-31", "DateTime")
    assert is_written_as("2024-05-31T14:30:00Z", "Date")


def test_space_around_a_value_is_not_looked_at() -> None:
    assert is_written_as(" 2024-05-31\n", "Date")


def test_a_type_of_things_is_written_as_no_text() -> None:
    assert not is_written_as("Ada Berg", "Person")


def test_every_example_in_a_message_is_right() -> None:
    for kind, (test, form) in DATA_TYPES.items():
        assert kind not in FREE
        assert test(form.split()[-1])


@pytest.mark.parametrize("kind", sorted(DATA_TYPES))
def test_a_very_long_value_is_read_quickly(kind: str) -> None:
    for piece in ("1", "-1", "P1Y", "a:", "T00:00", "1.", "%"):
        is_written_as(piece * 100_000 + "!", kind)
