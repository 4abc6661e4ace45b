"""Every row of the table in docs/graph.md is in order, and what contradicts it is found."""

from __future__ import annotations

import pytest
from pyoxigraph import RdfFormat, parse

from kgexport.validate.facts import Facts
from kgexport.validate.profile.happenings import event_action, status_agrees
from kgexport.validate.report import Finding
from kgexport.validate.rule import whole_example

IN_ORDER = {
    ("positive", "asserted"): "Completed Active Failed",
    ("negative", "asserted"): "Failed",
    ("positive", "planned"): "Potential Failed",
    ("negative", "planned"): "Potential Failed",
    ("positive", "desired"): "Potential Failed",
    ("positive", "possible"): "Potential Failed Active",
    ("positive", "conditional"): "Potential Failed Active",
    ("positive", "alleged"): "Completed Active Potential Failed",
    ("negative", "alleged"): "Completed Active Potential Failed",
}
STATUSES = ("Completed", "Active", "Potential", "Failed")
SAID_ELSEWHERE = {("planned", "Completed"), ("desired", "Completed")}
"""The check `wished` says so."""


def _facts(turtle: str) -> Facts:
    return Facts(quad.triple for quad in parse(whole_example(turtle), format=RdfFormat.TURTLE))


def _found(polarity: str, modality: str, status: str) -> list[Finding]:
    event = (
        f':e kgx:polarity "{polarity}" ; kgx:modality "{modality}" ; schema:actionStatus schema:{status}ActionStatus .'
    )
    return list(status_agrees(_facts(event)))


@pytest.mark.parametrize(("polarity", "modality"), IN_ORDER)
def test_status_polarity_and_modality_agree(polarity: str, modality: str) -> None:
    known = {status for status in STATUSES if (modality, status) in SAID_ELSEWHERE}
    silent = {status for status in STATUSES if not _found(polarity, modality, status)}
    assert silent == {*IN_ORDER[polarity, modality].split()} | known


@pytest.mark.parametrize(
    ("event", "count"),
    [
        (":e a schema:Event, schema:TravelAction ; schema:additionalType type:visit .", 0),
        (":e a schema:Event, schema:Action ; schema:additionalType type:visit .", 0),
        (":e a schema:Event ; schema:additionalType type:visit .", 0),
        (":e a schema:Event, schema:TravelAction ; schema:additionalType type:vist .", 0),
        (":e a schema:Event, schema:TravelAction ; schema:additionalType <https://news.example/visit> .", 0),
        (":e a schema:Event, schema:CookAction ; schema:additionalType type:visit .", 1),
    ],
)
def test_the_action_is_that_of_the_type(event: str, count: int) -> None:
    assert len(list(event_action(_facts(event)))) == count
