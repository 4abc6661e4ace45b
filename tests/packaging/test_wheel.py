"""The wheel, installed outside of the checkout, does the main job."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.support.process import ROOT, SAMPLE

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout by the build backend (offline)."""
    folder = tmp_path_factory.mktemp("wheel")
    build = f"import os; os.chdir({str(ROOT)!r}); import hatchling.build as b; print(b.build_wheel({str(folder)!r}))"
    subprocess.run([sys.executable, "-c", build], check=True, capture_output=True, cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds the unpacked wheel and nothing of the checkout."""
    target = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(target)]
    subprocess.run([*pip, "--disable-pip-version-check", str(wheel)], check=True, capture_output=True, cwd=target)
    return target


def test_the_wheel_carries_its_data(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    for folder in ("ontology", "shapes", "recipes"):
        expected = {p.relative_to(ROOT).as_posix() for p in (ROOT / folder).rglob("*") if p.is_file()}
        assert expected
        assert {f"kgexport/_data/{name}" for name in expected} <= names
    assets = {p.relative_to(ROOT / "src").as_posix() for p in (ROOT / "src/kgexport/view/assets").iterdir()}
    assert len(assets) > 5
    assert assets <= names
    assert "kgexport/py.typed" in names
    assert not [name for name in names if name.startswith(("tests/", "seeds/"))]


def test_the_installed_package_runs_the_main_job(installed: Path, tmp_path: Path) -> None:
    source = tmp_path / "news.txt"
    source.write_bytes(SAMPLE.read_bytes())
    program = (
        f"import sys; sys.path.insert(0, {str(installed)!r}); import kgexport; "
        f"assert kgexport.__file__.startswith({str(installed)!r}), kgexport.__file__; "
        "from kgexport.cli import main; sys.argv = ['kgexport', 'export', 'news.txt']; main()"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.returncode == 0, done.stderr
    assert "conforms" in done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["news.jsonld", "news.ttl"]
