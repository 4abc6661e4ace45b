"""The annotator of measured quantities and counted persons."""

from __future__ import annotations

import pytest

from kgexport.annotate.amounts import AmountAnnotator
from kgexport.annotate.quantities import QuantityAnnotator
from kgexport.annotate.times import TimeAnnotator
from kgexport.annotate.values.tables import forms, rows
from kgexport.model import Annotations, Article, Block, BlockKind, Span


def said(text: str) -> list[tuple[str, str, str | None, str]]:
    """Words, unit, code and value of each quantity; a bound as `5..` or `..5`, a range as `5..10`."""
    annotations = Annotations(Article(text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),)))
    for annotator in (TimeAnnotator(), AmountAnnotator(), QuantityAnnotator()):
        annotations = annotator.annotate(annotations)
    found = []
    for quantity in annotations.quantities:
        low, high = (str(v) if v is not None else "" for v in (quantity.minimum, quantity.maximum))
        value = str(quantity.value) if quantity.value is not None else f"{low}..{high}"
        found.append((quantity.mention.span.of(text), quantity.unit_text, quantity.unit_code, value))
    return found


@pytest.mark.parametrize(
    ("text", "words", "unit", "code", "value"),
    [
        ("50-meter-high minarets", "50-meter", "m", "MTR", "50"),
        ("It is 50m high.", "50m", "m", "MTR", "50"),
        ("up 27 percent", "27 percent", "percent", "P1", "27"),
        ("three per cent", "three per cent", "percent", "P1", "3"),
        ("3 % of it", "3 %", "percent", "P1", "3"),
        ("two percentage points", "two percentage points", "percentage point", None, "2"),
        ("10-15%", "10-15%", "percent", "P1", "10..15"),
        ("5% to 10%", "5% to 10%", "percent", "P1", "5..10"),
        ("less than one percent", "one percent", "percent", "P1", "..1"),
        ("10-15 km", "10-15 km", "km", "KMT", "10..15"),
        ("a 240,000 square meter park", "240,000 square meter", "m²", "MTK", "240000"),
        ("up to 2.5 million tonnes", "2.5 million tonnes", "tonne", "TNE", "..2500000"),
        ("2.5m tonnes", "2.5m tonnes", "tonne", "TNE", "2500000"),
        ("3 tons", "3 tons", "ton", None, "3"),
        ("at 200 km/h", "200 km/h", "km/h", "KMH", "200"),
        ("35°C", "35°C", "degree Celsius", "CEL", "35"),
        ("500 MW", "500 MW", "megawatt", "MAW", "500"),
        ("100 barrels per day", "100 barrels per day", "barrel per day", "B1", "100"),
        ("a 7.1-magnitude quake", "7.1-magnitude", "magnitude", None, "7.1"),
        ("magnitude 6.2 quake", "magnitude 6.2", "magnitude", None, "6.2"),
        ("She lost 20 pounds.", "20 pounds", "pound", "LBR", "20"),
        ("about 80 people left", "80 people", "people", "IE", "80"),
        ("At least 76 people died.", "76 people", "people", "IE", "76.."),
        ("1,426 Muslim pilgrims", "1,426 Muslim pilgrims", "pilgrims", "IE", "1426"),
        ("five Israeli soldiers were there", "five Israeli soldiers", "soldiers", "IE", "5"),
        ("two dozen officers", "two dozen officers", "officers", "IE", "24"),
        ("between 20 and 30 migrants", "20 and 30 migrants", "migrants", "IE", "20..30"),
        ("with 238 wounded", "238 wounded", "wounded", "IE", "238"),
        ("killing 107 or more", "107", "people", "IE", "107.."),
        ("6m people", "6m people", "people", "IE", "6000000"),
        ("100,000 Greeks", "100,000 Greeks", "Greeks", "IE", "100000"),
        ("Two Republicans left", "Two Republicans", "Republicans", "IE", "2"),
        ("a 5,000-square-metre hall", "5,000-square-metre", "m²", "MTK", "5000"),
        ("Police detained 20 others.", "20", "people", "IE", "20"),
        ("The death toll rose to at least 31.", "31", "people", "IE", "31.."),
        ("It fell to -12C, the temperature of ice", "-12C", "degree Celsius", "CEL", "-12"),
        ("It was minus 3 percent.", "minus 3 percent", "percent", "P1", "-3"),
        ("Temperatures hit 41C in Rome", "41C", "degree Celsius", "CEL", "41"),
        ("1,200 families lost their homes", "1,200 families", "families", None, "1200"),
        ("an 8-megapixel camera", "8-megapixel", "megapixel", "E38", "8"),
    ],
)
def test_a_quantity_is_found(text: str, words: str, unit: str, code: str | None, value: str) -> None:
    assert said(text) == [(words, unit, code, value)]


@pytest.mark.parametrize(
    "text",
    [
        "hundreds of people, dozens of soldiers, a few men",
        "one in five people, two children's books, 32 members",
        "a 37-year-old man, aged 37",
        "It costs $5 million. It took three weeks, until May 5.",
        "They won 24-14. Seventeen for 17. No. 5 people",
        "a Boeing 737 passengers feared",
        "A320, G20 leaders, 50m of them",
        "a second degree, one foot in the door",
        "4. 6 percent with white space inside",
        "Seven Sisters is a film.",
        "1 in 4 adults, record of 4, 051 yards",
        "Vitamin 3C and plan 4F were dropped.",
    ],
)
def test_what_is_no_quantity(text: str) -> None:
    assert said(text) == []


def test_the_first_value_of_a_change_has_the_unit_of_the_second() -> None:
    assert said("It grew from 5 to 7 per cent.") == [("5", "percent", "P1", "5"), ("7 per cent", "percent", "P1", "7")]


def test_a_change_is_two_quantities() -> None:
    assert [value for *_, value in said("It rose from 5% to 6%.")] == ["5", "6"]


def test_no_unit_form_means_two_units() -> None:
    table = rows("units.tsv")
    words = [word.lower() for row in table for word in forms(row["words"])]
    symbols = [symbol for row in table for symbol in forms(row["symbols"])]
    assert len(words) == len(set(words))
    assert len(symbols) == len(set(symbols))
