"""Runs JavaScript under Node with the pinned packages of requirements/node; nothing of it reaches the network."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.support.components import NODE_MODULES, node_module, program

JSONLD = Path(__file__).with_name("jsonld.cjs")


def run_node(script: Path, given: object, *packages: str) -> Any:
    """What a script writes as JSON to stdout when it gets JSON on stdin; the packages are those that it requires."""
    for package in packages:
        node_module(package)
    done = subprocess.run(
        [program("node"), str(script)],
        input=json.dumps(given).encode(),
        capture_output=True,
        check=False,
        timeout=120,
        env={**os.environ, "NODE_PATH": str(NODE_MODULES)},
    )
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def jsonld_js(method: str, documents: Sequence[object], contexts: Mapping[str, object], **options: object) -> list[Any]:
    """jsonld.js on many documents in one process.

    The method is `expand`, `toRDF` (with `format="application/n-quads"`), `canonize`, …; the contexts are what each
    address of a remote context stands for, and an address without one is an error, as nothing is fetched.
    """
    jobs = [{"method": method, "document": document, "options": options} for document in documents]
    answers: list[Any] = run_node(JSONLD, {"contexts": contexts, "jobs": jobs}, "jsonld")
    return answers
