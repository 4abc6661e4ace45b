"""The files of the small graph, kept to be read and reviewed: a change of the layout shows as a change of these."""

from __future__ import annotations

from pathlib import Path

import pytest

from kgexport.export.formats import FORMATS, Format, export_graph
from tests.fixtures.export.graphs import small_graph

KEPT = Path(__file__).resolve().parents[2] / "fixtures" / "export"


@pytest.mark.parametrize("format_", FORMATS, ids=lambda format_: format_.name)
def test_the_bytes_are_those_that_are_kept(format_: Format) -> None:
    assert export_graph(small_graph(), format_) == (KEPT / f"small{format_.extension}").read_bytes()
