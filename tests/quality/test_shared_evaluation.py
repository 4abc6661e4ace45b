"""Floors under what users get, measured on real articles with the evaluation kit beside the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.process import ROOT, SAMPLE, kgexport

KIT = ROOT.parent / "shared" / "eval"
FLOORS = Path(__file__).with_name("floors.json")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not KIT.is_dir(), reason="the evaluation kit is not beside the checkout"),
]


@pytest.mark.parametrize("data", sorted(json.loads(FLOORS.read_text(encoding="utf-8"))))
def test_no_figure_falls_below_its_floor(data: str, tmp_path: Path) -> None:
    command = tmp_path / "kgexport"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m kgexport "$@"\n')
    command.chmod(0o755)
    call = [sys.executable, KIT / "measure.py", "--data", KIT / f"{data}.jsonl", "--kgexport", command]
    call += ["--ontology", ROOT / "ontology" / "event-types.ttl", "--floor", FLOORS]
    done = subprocess.run(
        [str(part) for part in call],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "OMP_NUM_THREADS": "1"},
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 crashed" in done.stdout


@pytest.mark.parametrize("form", ["turtle", "jsonld"])
def test_the_graph_of_the_sample_answers_what_a_reader_knows(form: str, tmp_path: Path) -> None:
    assert kgexport("export", SAMPLE, "-f", form, cwd=tmp_path).code == 0
    (graph,) = (tmp_path / "out").iterdir()
    done = subprocess.run(
        [sys.executable, str(KIT / "seed" / "ask.py"), str(graph), "--failed"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
