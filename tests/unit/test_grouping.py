"""Pairs by their first part, in the order in which they come."""

from __future__ import annotations

from kgexport.grouping import grouped


def test_values_stand_under_their_key_in_the_order_of_the_pairs() -> None:
    found = grouped([("b", 2), ("a", 1), ("b", 1), ("b", 2)])
    assert list(found.items()) == [("b", [2, 1, 2]), ("a", [1])]


def test_nothing_has_no_groups() -> None:
    assert grouped(iter(())) == {}
