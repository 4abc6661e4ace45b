from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from kgexport.model import (
    Amount,
    Annotations,
    Article,
    Block,
    BlockKind,
    Entity,
    Event,
    Mention,
    MentionKind,
    Quotation,
    Relation,
    Sentence,
    Source,
    Span,
    TimePrecision,
    TimeValue,
    Token,
)
from tests.support.articles import BERG, NORLAND, mention, sample_annotations, sample_article, span_of


class TestSpan:
    @pytest.mark.parametrize(("begin", "end"), [(-1, 2), (3, 3), (4, 2)])
    def test_a_span_is_never_empty_or_negative(self, begin: int, end: int) -> None:
        with pytest.raises(ValueError, match="begin < end"):
            Span(begin, end)

    def test_offsets_are_half_open_code_points(self) -> None:
        assert Span(1, 3).of("a😀bc") == "😀b"

    def test_neighbours_do_not_overlap(self) -> None:
        assert not Span(0, 2).overlaps(Span(2, 4))
        assert Span(0, 3).overlaps(Span(2, 4))

    def test_union_covers_both(self) -> None:
        union = Span(5, 7).to(Span(1, 2))
        assert union == Span(1, 7)
        assert union.covers(Span(5, 7))


class TestTimeValue:
    @pytest.mark.parametrize(
        ("text", "precision"),
        [
            ("2022", TimePrecision.YEAR),
            ("2022-02", TimePrecision.MONTH),
            ("2022-02-28", TimePrecision.DAY),
            ("2022-02-28T10:00:00Z", TimePrecision.INSTANT),
            ("2022-02-28T10:00+02:00", TimePrecision.INSTANT),
        ],
    )
    def test_precision_is_that_of_the_text(self, text: str, precision: TimePrecision) -> None:
        assert TimeValue.parse(text).precision is precision

    @pytest.mark.parametrize("text", ["", "22", "2022-13", "2022-02-30", "yesterday", "2022-2-3", "20220203T"])
    def test_what_no_calendar_has_is_refused(self, text: str) -> None:
        with pytest.raises(ValueError):
            TimeValue.parse(text)

    @pytest.mark.parametrize("text", ["0000", "0000-01", "２０２２", "٢٠٢٢-٠١", "2022-W41-4", "2022-02-28T10:00+14:30"])
    def test_what_xml_schema_does_not_write_so_is_refused(self, text: str) -> None:
        with pytest.raises(ValueError):
            TimeValue.parse(text)

    @pytest.mark.parametrize("lexical", ["P", "PT", "3 weeks", "P1W"])
    def test_durations_have_an_xsd_form(self, lexical: str) -> None:
        with pytest.raises(ValueError, match="duration"):
            TimeValue(lexical, TimePrecision.DURATION)

    def test_only_days_have_a_date(self) -> None:
        assert TimeValue.parse("2022").date is None
        assert TimeValue.day(dt.date(2022, 2, 3)).date == dt.date(2022, 2, 3)


class TestArticle:
    def test_blocks_stay_in_order_and_inside(self) -> None:
        with pytest.raises(ValueError, match="out of order"):
            Article("ab", (Block(Span(1, 2), BlockKind.PARAGRAPH), Block(Span(0, 1), BlockKind.PARAGRAPH)))
        with pytest.raises(ValueError, match="outside"):
            Article("ab", (Block(Span(0, 3), BlockKind.PARAGRAPH),))

    def test_parts_are_read_from_the_blocks(self) -> None:
        made = sample_article()
        assert made.headline == "Norland sends boats to Sudland"
        assert made.standfirst is None
        assert made.body.startswith("Norland will send")

    def test_values_cannot_be_changed(self) -> None:
        with pytest.raises(dataclasses.FrozenInstanceError):
            sample_article().text = "other"  # type: ignore[misc]

    @pytest.mark.parametrize(
        ("name", "stem"),
        [
            ("a/b/news.one.txt", "news.one"),
            ("-", "article"),
            ("https://x.example/2024/story/?a=b", "story"),
            (".x", ".x"),
        ],
    )
    def test_stem_names_the_output(self, name: str, stem: str) -> None:
        assert Source(b"", "text/plain", name).stem == stem

    def test_the_stem_is_that_of_the_file_however_messages_spell_it(self) -> None:
        assert Source(b"", "text/plain", "d/a\\nb?c.txt", file=Path("d/a\nb?c.txt")).stem == "a\nb?c"


class TestSentence:
    @staticmethod
    def token(i: int, text: str, dep: str, head: int, begin: int) -> Token:
        return Token(i, Span(begin, begin + len(text)), text, text.lower(), "X", "X", dep, head)

    def sentence(self) -> Sentence:
        tokens = (
            self.token(0, "Ada", "nsubj", 1, 0),
            self.token(1, "spoke", "ROOT", 1, 4),
            self.token(2, ".", "p", 1, 9),
        )
        return Sentence(Span(0, 10), BlockKind.PARAGRAPH, tokens)

    def test_tree(self) -> None:
        sentence = self.sentence()
        root = sentence.root
        assert root.text == "spoke"
        assert [t.text for t in sentence.children(root)] == ["Ada", "."]
        assert [t.text for t in sentence.children(root, "nsubj")] == ["Ada"]
        assert [t.text for t in sentence.subtree(root)] == ["Ada", "spoke", "."]
        assert sentence.ancestors(sentence.tokens[0]) == [root]
        assert [t.text for t in sentence.tokens_in(Span(2, 5))] == ["Ada", "spoke"]

    def test_heads_stay_in_the_sentence(self) -> None:
        with pytest.raises(ValueError, match="head"):
            Sentence(Span(0, 3), BlockKind.PARAGRAPH, (self.token(0, "Ada", "nsubj", 4, 0),))


class TestAnnotations:
    def test_a_span_outside_of_the_text_cannot_exist(self) -> None:
        far = Entity("x", ("Person",), "X", (Mention(Span(5000, 5001), MentionKind.NAME, "test"),))
        with pytest.raises(ValueError, match="outside of the text"):
            Annotations(sample_article(), entities=(far,))

    def test_a_mention_of_an_unknown_entity_cannot_exist(self) -> None:
        words = (mention("Ada Berg"),)
        for broken in (
            {"relations": [Relation("berg", "worksFor", "nobody", words)]},
            {"quotations": [Quotation("q", words, speaker="nobody")]},
            {"events": [Event("e", "visit", "E", span_of("Ada Berg"), words, super_event="nothing")]},
        ):
            with pytest.raises(ValueError, match="nothing has the key"):
                sample_annotations().adding(**broken)

    def test_keys_are_unique_over_all_layers(self) -> None:
        with pytest.raises(ValueError, match="used twice"):
            sample_annotations().adding(amounts=[Amount("berg", mention("ten"), "EUR", value=Decimal(1))])

    def test_a_thing_without_mention_cannot_exist(self) -> None:
        with pytest.raises(ValueError, match="no mention"):
            Annotations(sample_article(), entities=(dataclasses.replace(BERG, mentions=()),))

    def test_confidence_is_a_share(self) -> None:
        with pytest.raises(ValueError, match="confidence"):
            Mention(Span(0, 1), MentionKind.NAME, "test", 1.5)

    def test_an_amount_says_something(self) -> None:
        with pytest.raises(ValueError, match="value or a bound"):
            Amount("a", mention("ten"), "EUR")

    def test_entity_at_gives_the_longest_mention(self) -> None:
        short = Entity("berg2", ("Person",), "Berg", (mention("Berg"),))
        notes = sample_annotations().adding(entities=[short])
        assert notes.entity_at(span_of("Berg")) == BERG
        assert notes.entity_at(span_of("Norland")) == NORLAND
        assert notes.entity_at(span_of("ten")) is None

    def test_replacing_gives_whole_layers(self) -> None:
        assert sample_annotations().replacing(events=[]).events == ()
