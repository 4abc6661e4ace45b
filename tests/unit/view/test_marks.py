"""However mentions overlap, no character is lost or doubled, and the innermost mention is the one that is linked."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kgexport.view.marks import Mark, Marker

TEXT = "0123456789" * 3


def _stretches(*marks: Mark, blocks: tuple[tuple[int, int], ...] = ((0, 30),)) -> list[tuple[str, str | None]]:
    marker = Marker(TEXT, marks)
    return [(s.text, s.inner.thing if s.inner else None) for block in blocks for s in marker.stretches(*block)]


def test_a_nested_mention_is_linked_and_the_outer_one_around_it() -> None:
    outer, inner = Mark(2, 8, "event", "o"), Mark(4, 6, "person", "i")
    assert _stretches(outer, inner, blocks=((0, 10),)) == [
        ("01", None),
        ("23", "o"),
        ("45", "i"),
        ("67", "o"),
        ("89", None),
    ]
    inside = Marker(TEXT, (outer, inner)).stretches(0, 10)[2]
    assert inside.others == ("o",)


def test_overlapping_mentions_both_keep_their_part() -> None:
    assert _stretches(Mark(0, 5, "person", "a"), Mark(3, 9, "place", "b"), blocks=((0, 10),)) == [
        ("012", "a"),
        ("34", "a"),
        ("5678", "b"),
        ("9", None),
    ]


def test_two_things_in_one_place_are_both_reached() -> None:
    (whole,) = Marker(TEXT, (Mark(0, 4, "event", "b"), Mark(0, 4, "person", "a"))).stretches(0, 4)
    assert {whole.inner.thing if whole.inner else "", *whole.others} == {"a", "b"}


def test_a_quotation_colours_what_is_in_it_and_opens_once() -> None:
    made = Marker(TEXT, (Mark(2, 8, "quote", "q"), Mark(4, 6, "person", "i"))).stretches(0, 10)
    assert [s.speech for s in made] == [(), ("quote",), ("quote",), ("quote",), ()]
    assert [[m.thing for m in s.opens] for s in made] == [[], ["q"], [], [], []]


def test_a_mention_over_two_blocks_is_cut_at_the_edge() -> None:
    assert _stretches(Mark(8, 14, "person", "a"), blocks=((0, 10), (12, 16))) == [
        ("01234567", None),
        ("89", "a"),
        ("23", "a"),
        ("45", None),
    ]


_MARKS = st.lists(
    st.tuples(st.integers(0, 29), st.integers(1, 12), st.sampled_from(("person", "event", "quote", "claim", "time"))),
    max_size=12,
)


@given(_MARKS, st.integers(1, 29))
def test_no_character_is_lost_and_none_comes_twice(found: list[tuple[int, int, str]], cut: int) -> None:
    marks = [Mark(begin, min(30, begin + length), kind, f"t{i}") for i, (begin, length, kind) in enumerate(found)]
    marker = Marker(TEXT, marks)
    made = [*marker.stretches(0, cut), *marker.stretches(cut, 30)]
    assert "".join(s.text for s in made) == TEXT
    for part in made:
        there = [m for m in marks if m.begin <= part.begin < m.end and m.kind not in ("quote", "claim")]
        assert (part.inner is None) == (not there)
        reached = {part.inner.thing if part.inner else "", *part.others}
        assert {m.thing for m in there} <= reached
