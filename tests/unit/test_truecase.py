from __future__ import annotations

import pytest

from kgexport.annotate.truecase import Truecaser
from kgexport.model import Article, Block, BlockKind, Span

COMMON = frozenset("minister visit flood region warn bank raise rate port strike union".split())


def headline(title: str, body: str) -> str:
    text = f"{title}\n{body}"
    blocks = (
        Block(Span(0, len(title)), BlockKind.HEADLINE),
        Block(Span(len(title) + 1, len(text)), BlockKind.PARAGRAPH),
    )
    truecase = Truecaser.for_article(Article(text, blocks), COMMON)
    made = truecase(title, BlockKind.HEADLINE)
    assert len(made) == len(title)
    return made


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Minister Visits Flooded Region", "The trip of Ada Berg was short.", "Minister visits flooded region"),
        ("Berg Warns Of Flood", "On Monday, Ada Berg spoke.", "Berg warns of flood"),
        ("UNION STRIKES AT PORT OF LARNE", "A port near the town of Larne is shut.", "Union strikes at port of Larne"),
        ("EU Bank Raises Rate", "The rate of the EU is up.", "EU bank raises rate"),
        ("U.S. BANK WARNS OF FLOOD", "A flood came.", "U.S. bank warns of flood"),
        ("Bank Raises Rate With Union After Strike", "It is so.", "Bank raises rate with union after strike"),
    ],
)
def test_headlines_read_like_sentences(title: str, body: str, expected: str) -> None:
    assert headline(title, body) == expected


def test_a_headline_in_sentence_case_stays() -> None:
    assert headline("Berg warns of flood in Larne", "A flood came.") == "Berg warns of flood in Larne"


def test_only_headlines_are_touched() -> None:
    truecase = Truecaser(frozenset(), {}, COMMON)
    assert truecase("Minister Visits Flooded Region", BlockKind.PARAGRAPH) == "Minister Visits Flooded Region"
