"""Quotation marks in any text: pairing never fails, spans are right, nothing overlaps."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from kgexport.annotate.speech.quoted import find_quoted
from kgexport.model import Article, Block, BlockKind, Span

MARKS = "“”„‟\"«»‘’‚'"
pieces = st.lists(
    st.sampled_from([*MARKS, "``", "''", "\n", " ", ", ", ". ", "a", "Says he ", "s", "90s", "x", "\u00a0", "é"]),
    max_size=80,
)


def article(text: str) -> Article:
    blocks, position = [], 0
    for line in text.split("\n"):
        begin = position + len(line) - len(line.lstrip())
        end = position + len(line.rstrip())
        if begin < end:
            blocks.append(Block(Span(begin, end), BlockKind.PARAGRAPH))
        position += len(line) + 1
    return Article(text, tuple(blocks))


@given(pieces.map("".join))
@settings(deadline=None)
def test_spans_lie_between_marks_and_never_overlap(text: str) -> None:
    last = 0
    for quoted in find_quoted(article(text)):
        assert last <= quoted.begin < quoted.parts[0].begin
        assert quoted.parts[-1].end < quoted.end + (not quoted.closed) <= len(text) + (not quoted.closed)
        assert text[quoted.begin] in MARKS + "`"
        assert text[quoted.end - 1] in MARKS or not quoted.closed
        ends = [quoted.begin, *(part.end for part in quoted.parts)]
        assert all(part.begin >= end for part, end in zip(quoted.parts, ends, strict=False))
        last = quoted.end


@given(pieces.map("".join))
@settings(deadline=None)
def test_every_part_stays_in_its_paragraph_and_has_no_white_space_at_its_edges(text: str) -> None:
    for quoted in find_quoted(article(text)):
        for part in quoted.parts:
            inside = part.of(text)
            assert inside == inside.strip() != ""
            assert "\n" not in inside


@given(st.text(alphabet=st.characters(exclude_characters=MARKS + "`"), max_size=200))
def test_without_marks_there_is_nothing(text: str) -> None:
    assert find_quoted(Article(text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),) if text else ())) == []


@given(st.text(alphabet="abc XYZ,.?", min_size=1, max_size=60).filter(lambda t: t.strip() == t))
def test_what_stands_between_one_pair_is_found_to_the_letter(inside: str) -> None:
    for opening, closing in ("“”", "«»", '""', "„“", ("``", "''")):
        text = f"He said: {opening}{inside}{closing} And left."
        assert [quoted.text(article(text)) for quoted in find_quoted(article(text))] == [inside]
