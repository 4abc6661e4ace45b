"""The annotator of amounts of money, and the numbers below it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from kgexport.annotate.amounts import AmountAnnotator
from kgexport.annotate.values import currencies, numbers
from kgexport.annotate.values.tables import forms, rows
from kgexport.model import Amount, Annotations, Article, Block, BlockKind, Span


def amounts(text: str) -> tuple[Amount, ...]:
    block = Block(Span(0, len(text)), BlockKind.PARAGRAPH)
    return AmountAnnotator().annotate(Annotations(Article(text, (block,)))).amounts


def said(text: str) -> list[tuple[str, str, str]]:
    """Words, currency and value of each amount; a bound as `5..` or `..5`, a range as `5..10`."""
    found = []
    for amount in amounts(text):
        low, high = (str(v) if v is not None else "" for v in (amount.minimum, amount.maximum))
        value = str(amount.value) if amount.value is not None else f"{low}..{high}"
        found.append((amount.mention.span.of(text), amount.currency, value))
    return found


@pytest.mark.parametrize(
    ("text", "words", "currency", "value"),
    [
        ("It cost $5 million.", "$5 million", "USD", "5000000"),
        ("It cost $ 254 million.", "$ 254 million", "USD", "254000000"),
        ("It cost $1.5bn.", "$1.5bn", "USD", "1500000000"),
        ("It cost $50k.", "$50k", "USD", "50000"),
        ("It cost US$2.5m.", "US$2.5m", "USD", "2500000"),
        ("It cost A$3bn.", "A$3bn", "AUD", "3000000000"),
        ("It cost NZ $ 26 million.", "NZ $ 26 million", "NZD", "26000000"),
        ("It cost HK$5.", "HK$5", "HKD", "5"),
        ("It is a $ 4 billion fund.", "$ 4 billion", "USD", "4000000000"),
        ("It cost 10 €.", "10 €", "EUR", "10"),
        ("It cost £60,000.", "£60,000", "GBP", "60000"),
        ("It cost 100₾.", "100₾", "GEL", "100"),
        ("It cost Rs 500 crore.", "Rs 500 crore", "INR", "5000000000"),
        ("It cost ₹35 lakh.", "₹35 lakh", "INR", "3500000"),
        ("It cost USD 22.5 million.", "USD 22.5 million", "USD", "22500000"),
        ("It cost EUR200m.", "EUR200m", "EUR", "200000000"),
        ("It cost 120 MEUR.", "120 MEUR", "EUR", "120000000"),
        ("It cost 300 Swiss francs.", "300 Swiss francs", "CHF", "300"),
        ("It cost 100 billion yuan.", "100 billion yuan", "CNY", "100000000000"),
        ("It cost half a million dollars.", "half a million dollars", "USD", "500000"),
        ("It cost five dollars and 50 cents.", "five dollars and 50 cents", "USD", "5.50"),
        ("It cost 50 cents.", "50 cents", "USD", "0.50"),
        ("It cost RMB 500 million.", "RMB 500 million", "CNY", "500000000"),
        ("It cost R100 million.", "R100 million", "ZAR", "100000000"),
        ("It cost 99 pence.", "99 pence", "GBP", "0.99"),
        ("It cost 5,000 won.", "5,000 won", "KRW", "5000"),
        ("It cost a dollar.", "a dollar", "USD", "1"),
        ("The $140-million bid", "$140-million", "USD", "140000000"),
        ("It cost 100 000 euros.", "100 000 euros", "EUR", "100000"),
        # bounds and ranges
        ("investments exceeding €30 million", "€30 million", "EUR", "30000000.."),
        ("up to $3 million", "$3 million", "USD", "..3000000"),
        ("It cost $5m or more.", "$5m", "USD", "5000000.."),
        ("$1.5bn-$2bn", "$1.5bn-$2bn", "USD", "1500000000..2000000000"),
        ("between $140 million and $150 million", "$140 million and $150 million", "USD", "140000000..150000000"),
        ("5 to 10 million dollars", "5 to 10 million dollars", "USD", "5000000..10000000"),
        ("€2–3 billion", "€2–3 billion", "EUR", "2000000000..3000000000"),
        # what the article says decides
        ("Mexico paid 5 million pesos.", "5 million pesos", "MXN", "5000000"),
        ("The loan was 30 million pounds of taxpayers' money.", "30 million pounds", "GBP", "30000000"),
    ],
)
def test_an_amount_is_found(text: str, words: str, currency: str, value: str) -> None:
    assert said(text) == [(words, currency, value)]


@pytest.mark.parametrize(
    "text",
    [
        "She lost 20 pounds.",
        "Two pounds of meat for a 200-pound man.",
        "He won 50 votes; the party with 5 won 20 seats.",
        "a multi-million-dollar house, a million-dollar question, hundreds of millions of dollars",
        "5 million pesos, somewhere, on route R5",
        "ALL 70 OF US TRY 5 TIMES",
        "A dollar bill lay there. $1, 199",
        "All 70 of us gel at 5 or 6.",
        "ALL 20 were safe, TRY 5 was best, COP 28 began.",
        "“The Six Million Dollar Man” and “The $64,000 Question” were shown.",
        "Rapper 50 Cent sang near two Dollar Tree shops.",
        "She looked like a million dollars; everybody put in their two cents.",
        "Euro 2020 was played in 1080p and 720p.",
        "It weighs 4. 46 pounds and costs $19. 99 now",
    ],
)
def test_what_is_no_amount(text: str) -> None:
    assert said(text) == []


def test_a_change_is_two_amounts() -> None:
    assert [value for _, _, value in said("It rose from $5 million to $10 million.")] == ["5000000", "10000000"]


def test_a_bare_sign_follows_what_the_article_spells_out() -> None:
    assert [currency for _, currency, _ in said("It costs A$5, or $4 less than before.")] == ["AUD", "AUD"]


@pytest.mark.parametrize(
    ("text", "currency"),
    [
        ("The Canadian minister spoke. Canada will pay $5 million.", "CAD"),
        ("Canada and the United States will pay $5 million, Canada said.", "USD"),
        ("Canada will pay $5 million.", "USD"),
        ("Mexico met Chile. Chile will pay 5 million pesos.", "CLP"),
        ("In London it costs 85p.", "GBP"),
    ],
)
def test_the_country_tells_the_currency(text: str, currency: str) -> None:
    assert [found for _, found, _ in said(text)] == [currency]


def test_a_quoted_sentence_with_a_price_is_no_title() -> None:
    assert [words for words, _, _ in said("He said “we paid $64,000 for it” and left.")] == ["$64,000"]


def test_a_guess_is_less_sure() -> None:
    bare, sure, about = (amounts(text)[0].mention.confidence for text in ("$5", "US$5", "about US$5"))
    assert bare < sure
    assert about < sure


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("half a million", 500_000),
        ("2.5 million", 2_500_000),
        ("two dozen", 24),
        ("a dozen", 12),
        ("half a dozen", 6),
        ("1,234.5", Decimal("1234.5")),
        ("1,00,00,000", 10_000_000),
        ("a hundred", 100),
        ("one hundred and five", 105),
        ("two hundred and fifty thousand", 250_000),
        ("a million and a half", 1_500_000),
        ("two and a half million", 2_500_000),
        ("three quarters billion", 750_000_000),
        ("a quarter of a million", 250_000),
        ("12 thousand million", 12_000_000_000),
        ("2½", Decimal("2.5")),
        ("twenty-five", 25),
        ("one million two hundred thousand and five", 1_200_005),
        ("a", None),
        ("twenty thirty", None),
        ("house", None),
    ],
)
def test_numbers(text: str, value: int | Decimal | None) -> None:
    assert numbers.parse(text) == value


def test_a_number_is_found_where_it_stands() -> None:
    text = "About five and six, or 2.5 million of 00."
    assert [text[n.begin : n.end] for n in numbers.numbers(text)] == ["five", "six", "2.5 million"]


@pytest.mark.parametrize(("value", "plain"), [("1E+3", "1000"), ("2.50", "2.50"), ("0.642", "0.642"), ("7.0", "7")])
def test_values_have_no_exponent(value: str, plain: str) -> None:
    assert str(numbers.plain(Decimal(value), 2)) == plain


def test_the_table_of_currencies_is_sound() -> None:
    table = rows("currencies.tsv")
    codes = [row["code"] for row in table]
    assert len(codes) == len(set(codes)) > 100
    assert all(len(code) == 3 and code.isupper() and currencies.minor_unit(code) >= 0 for code in codes)
    signs = [sign for row in table for sign in forms(row["symbols"])]
    assert len(signs) == len(set(signs))
    families = {row["family"] for row in table}
    defaults = [row["default"] for row in rows("currency-words.tsv") if row["default"] != "-"]
    assert set(defaults) <= set(codes)
    assert {row["family"] for row in rows("currency-words.tsv")} - families <= {"deutschmark"}
