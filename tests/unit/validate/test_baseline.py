"""Accepted findings: known by what they are about, whatever the order and the words; what is gone is told."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Literal, NamedNode

from kgexport.errors import InputError
from kgexport.validate import Finding, Report, Severity, Verdict
from kgexport.validate.baseline import Baseline
from kgexport.validate.fingerprint import fingerprint
from kgexport.validate.outputs import Outcome
from kgexport.validate.run import NOTHING_TO_CHECK

KARI, PER = "https://n.example/a#kari", "https://n.example/a#per"
NAME = Finding(Severity.VIOLATION, "Kari", KARI, "schema:name", Literal(""), "Has no name.", "Thing-name")
OTHER = replace(NAME, focus=PER, thing="Per")
TERM = Finding(Severity.WARNING, "Kari", KARI, "schema:nam", None, "No such term.", "term", Verdict.SPEC)
BLANK = Finding(Severity.VIOLATION, "Oslo", "_:", "schema:about", None, "No IRI.", "blank-node")


def _outcome(*findings: Finding, source: str = "a.ttl", verdicts: tuple[Verdict, ...] = tuple(Verdict)) -> Outcome:
    return Outcome(source, Report.of(findings, 5, verdicts))


@pytest.mark.parametrize(
    ("changed", "same"),
    [
        ({"message": "In other words."}, True),
        ({"thing": "K. Holm"}, True),
        ({"severity": Severity.INFO}, True),
        ({"verdict": Verdict.WEB}, False),
        ({"shape": "Thing-nameText"}, False),
        ({"focus": PER}, False),
        ({"property": "schema:alternateName"}, False),
        ({"value": None}, False),
        ({"value": NamedNode("https://n.example/")}, False),
        ({"value": Literal("", language="en")}, False),
    ],
)
def test_a_fingerprint_is_about_rule_thing_property_and_value(changed: dict[str, Any], same: bool) -> None:
    assert (fingerprint(NAME, "a.ttl") == fingerprint(replace(NAME, **changed), "b.ttl")) is same


def test_what_has_no_iri_is_known_by_its_source_and_its_name() -> None:
    assert fingerprint(BLANK, "a.ttl") == fingerprint(BLANK, "./a.ttl")
    assert fingerprint(BLANK, "a.ttl") != fingerprint(BLANK, "b.ttl")
    assert fingerprint(BLANK, "a.ttl") != fingerprint(replace(BLANK, thing="Bergen"), "a.ttl")


def test_what_is_known_is_counted_and_what_is_new_stays() -> None:
    baseline = Baseline.of([_outcome(NAME, BLANK)])
    (left,) = baseline.apply([_outcome(BLANK, OTHER, replace(NAME, message="In other words."))])
    assert left.report is not None
    assert left.report.findings == (OTHER,)
    assert (left.accepted, left.report.focus_count, left.report.verdicts) == (2, 5, tuple(Verdict))


def test_nothing_to_check_cannot_be_accepted() -> None:
    empty = Outcome("a.ttl", Report.of([NOTHING_TO_CHECK], 0))
    baseline = Baseline.of([empty])
    assert baseline.entries == {}
    assert baseline.apply([empty]) == (empty,)


def test_what_could_not_be_read_stays_what_it_is() -> None:
    gone = Outcome("a.ttl", None, "gone")
    assert Baseline.of([gone]).apply([gone]) == (gone,)


def test_a_file_is_read_as_it_was_written(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    baseline = Baseline.of([_outcome(NAME, TERM, BLANK), _outcome(NAME, source="b.ttl")])
    path.write_text(baseline.to_json(), encoding="utf-8")
    assert Baseline.read(path) == Baseline({entry.fingerprint: entry for entry in baseline.entries.values()})
    row = next(row for row in json.loads(path.read_text())["findings"] if row["shape"] == "Thing-name")
    assert row == {
        "fingerprint": fingerprint(NAME, "a.ttl"),
        "verdict": "profile",
        "shape": "Thing-name",
        "thing": "Kari",
        "focus": KARI,
        "property": "schema:name",
        "value": '""',
        "message": "Has no name.",
        "sources": ["a.ttl", "b.ttl"],
    }


def test_the_order_of_findings_does_not_change_the_file() -> None:
    whole = [_outcome(NAME, OTHER, TERM), _outcome(BLANK, source="b.ttl")]
    assert Baseline.of(whole).to_json() == Baseline.of(whole[::-1]).to_json()


def test_what_is_not_found_any_more_is_stale() -> None:
    baseline = Baseline.of([_outcome(NAME, OTHER, TERM)])
    (entry,) = baseline.stale([_outcome(OTHER, TERM)])
    assert entry.words() == 'Thing-name: Kari schema:name "" (a.ttl)'
    assert baseline.stale([_outcome(NAME, OTHER, TERM)]) == ()


def test_what_was_not_asked_for_is_not_stale() -> None:
    baseline = Baseline.of([_outcome(NAME, TERM)])
    assert baseline.stale([_outcome(source="b.ttl")]) == ()
    assert [entry.shape for entry in baseline.stale([_outcome(verdicts=(Verdict.SPEC,))])] == ["term"]
    assert baseline.stale([Outcome("a.ttl", None, "gone")]) == ()


def test_a_thing_that_moved_to_another_source_is_not_stale() -> None:
    baseline = Baseline.of([_outcome(NAME)])
    assert baseline.stale([_outcome(), _outcome(NAME, source="b.ttl")]) == ()


def test_renewing_keeps_what_was_not_asked_for() -> None:
    baseline = Baseline.of([_outcome(NAME, TERM), _outcome(BLANK, source="b.ttl")])
    renewed = baseline.renewed([_outcome(OTHER, verdicts=(Verdict.PROFILE,))])
    assert sorted((entry.shape, entry.thing) for entry in renewed.entries.values()) == [
        ("Thing-name", "Per"),
        ("blank-node", "Oslo"),
        ("term", "Kari"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nothing",
        "[]",
        "{}",
        '{"version": 2, "findings": []}',
        '{"version": 1}',
        '{"version": 1, "findings": 1}',
        '{"version": 1, "findings": ["a"]}',
        '{"version": 1, "findings": [{"sources": []}]}',
        '{"version": 1, "findings": [{"fingerprint": "a", "sources": "a.ttl"}]}',
        Baseline.of([_outcome(NAME)]).to_json().replace('[\n    "a.ttl"\n   ]', '"a"'),
        Baseline.of([_outcome(NAME)]).to_json().replace('"Thing-name"', "7"),
        "[" * 100_000,
        Baseline.of([_outcome(NAME)]).to_json().replace(f'"{fingerprint(NAME, "a.ttl")}"', "[]"),
    ],
)
def test_a_file_that_is_no_baseline_is_refused_in_one_line(text: str, tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"known\.json: not a baseline that --write-baseline made") as caught:
        Baseline.read(path)
    assert "\n" not in str(caught.value)


def test_bytes_that_are_no_text_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    with pytest.raises(InputError, match=r"No such file or directory; --write-baseline makes such a file"):
        Baseline.read(path)
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="not a baseline"):
        Baseline.read(path)
