"""What a command imports: help must not wait for language models and graph libraries."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import kgexport

HEAVY = ("spacy", "rdflib", "pyshacl", "requests", "trafilatura", "numpy", "lxml")


@pytest.mark.slow
@pytest.mark.parametrize("program", ["import kgexport", "import kgexport.cli", "import kgexport.model, kgexport.iri"])
def test_heavy_packages_are_imported_late(program: str, tmp_path: Path) -> None:
    check = f"{program}; import sys; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.strip() == "[]"


def test_every_exported_name_exists() -> None:
    for name in kgexport.__all__:
        assert getattr(kgexport, name) is not None
    assert set(kgexport.__all__) == set(kgexport._WHERE) | {"__version__"}
    assert dir(kgexport) == sorted(kgexport.__all__)


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = kgexport.nothing


def test_the_version_is_that_of_the_project() -> None:
    text = (Path(__file__).resolve().parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    assert f'version = "{kgexport.__version__}"' in text
