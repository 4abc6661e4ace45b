"""Small cases of SHACL core in the manner of the W3C's test suite, written for kgexport, run over every engine."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgexport.validate.engines import Engine
from kgexport.validate.engines.fast_engine import FastEngine
from kgexport.validate.engines.pyshacl_engine import PyshaclEngine
from kgexport.validate.engines.shacl_engine import ShaclEngine
from kgexport.validate.report import Verdict
from tests.conformance.shacl.reading import CASES, read, without_message

every_case = pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
every_engine = pytest.mark.parametrize("engine", [PyshaclEngine, FastEngine, ShaclEngine])


@every_case
@every_engine
def test_an_engine_finds_exactly_what_the_case_expects(path: Path, engine: type[Engine]) -> None:
    case = read(path)
    made = engine(lambda _: case.shapes)  # type: ignore[call-arg]
    findings, _ = made.check(case.data, Verdict.PROFILE)
    assert set(map(without_message, findings)) == case.expected


@every_case
def test_the_engines_say_the_same_in_the_same_words(path: Path) -> None:
    case = read(path)
    pyshacl, *others = (
        made(lambda _: case.shapes).check(case.data, Verdict.PROFILE)
        for made in (PyshaclEngine, FastEngine, ShaclEngine)
    )
    for other in others:
        assert set(pyshacl[0]) == set(other[0])
        assert pyshacl[1] == other[1]
