"""A byte budget drops the least important first, says so, and never leaves half a thing."""

from __future__ import annotations

import pytest

from kgexport.errors import InputError
from kgexport.validate import validate_triples
from kgexport.validate.report import Verdict
from kgexport.vocabulary import SCHEMA
from kgexport.web import LeftOut, PageSettings, WebProfile, web_profile
from kgexport.web.budget import CUTS
from tests.support.page_graphs import crowded_graph
from tests.support.web import faults, things, triples_by_pyld, with_xsd_dates

GRAPH = crowded_graph()
WHOLE = web_profile(GRAPH)
LENGTH = len(WHOLE.text.encode()) + 1


def _within(budget: int) -> WebProfile:
    return web_profile(GRAPH, PageSettings(max_bytes=budget))


def _smallest() -> int:
    with pytest.raises(InputError, match=r"1 bytes are too few .* take [0-9]+; give a larger --max-bytes") as caught:
        _within(1)
    return int(str(caught.value).split(" take ")[1].split(";")[0])


SMALLEST = _smallest()


def test_a_budget_that_is_large_enough_leaves_everything() -> None:
    assert _within(LENGTH) == WHOLE
    assert _within(LENGTH).left_out == ()


@pytest.mark.parametrize("budget", [LENGTH - 1, *range(SMALLEST, LENGTH, max(1, (LENGTH - SMALLEST) // 25))])
def test_any_budget_is_kept_and_nothing_is_broken(budget: int) -> None:
    made = _within(budget)
    assert len(made.text.encode()) + 1 <= budget
    assert not faults(made.data)
    assert set(made.triples) < set(WHOLE.triples)
    read = triples_by_pyld(made.data)
    assert with_xsd_dates(read) == set(made.triples)
    assert validate_triples(read, (Verdict.SPEC, Verdict.WEB)).conforms
    assert made.left_out
    assert "left out" in made.notes(GRAPH)[0]


def test_the_size_is_that_of_the_place_where_it_is_written() -> None:
    def in_page(data: dict[str, object]) -> int:
        return 2 * len(str(data))

    made = web_profile(GRAPH, PageSettings(max_bytes=LENGTH), in_page)
    assert in_page(made.data) <= LENGTH
    assert len(made.triples) < len(_within(LENGTH).triples)


def test_less_room_never_means_more_markup() -> None:
    sizes = [len(_within(budget).triples) for budget in range(SMALLEST, LENGTH + 1, 97)]
    assert sizes == sorted(sizes)


def test_the_first_to_go_is_the_text_that_the_page_has_anyway() -> None:
    (gone,) = _within(LENGTH - 1).left_out
    assert str(gone) == "articleBody (1)"


def test_what_an_article_result_is_made_of_is_never_cut() -> None:
    made = _within(SMALLEST)
    assert set(made.data) == {
        "@context", "@id", "@type", "headline", "datePublished", "author", "mainEntityOfPage", "url",
    }  # fmt: skip
    with pytest.raises(InputError):
        _within(SMALLEST - 1)


def test_who_is_named_seldom_goes_before_who_is_named_often_and_the_known_last() -> None:
    order: list[str] = []
    for budget in range(LENGTH, SMALLEST, -40):
        gone = next((item for item in _within(budget).left_out if item.what == "mentions"), None)
        if gone is not None:
            assert list(gone.names[: len(order)]) == order
            assert gone.count == len(gone.names)
            order = list(gone.names)
    unknown = [f"Person {number}" for number in range(12) if number % 3]
    known = [f"Person {number}" for number in range(12) if number % 3 == 0]
    people = [name for name in order if name.startswith("Person")]
    assert people == unknown + known


def test_what_went_with_something_else_is_not_counted_again() -> None:
    said = {item.what: item.count for item in _within(SMALLEST).left_out}
    assert said["hasPart"] == 1
    assert "text" not in said
    assert "creator" not in said


def test_every_row_of_the_table_names_properties() -> None:
    for whose, names in CUTS:
        assert whose in ("article", "things", "each")
        assert all(name in SCHEMA for name in names.split() if name != "*")


def test_many_names_are_counted_and_not_all_said() -> None:
    gone = LeftOut("mentions", 20, tuple(f"Person {number}" for number in range(20)))
    assert str(gone).startswith("mentions (20: Person 0, Person 1, ")
    assert str(gone).endswith("Person 7, …)")


def test_names_of_things_stay_as_long_as_the_things() -> None:
    for budget in range(SMALLEST, LENGTH, 500):
        for thing in things(_within(budget).data):
            assert (
                len(thing) == 1
                or "name" in thing
                or "text" in thing
                or "headline" in thing
                or "addressLocality" in thing
            )
