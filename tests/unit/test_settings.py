from __future__ import annotations

from pathlib import Path

import pytest

from kgexport.errors import InputError
from kgexport.settings import Settings, load_settings


def test_without_anything_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings({}, {}, tmp_path) == Settings()


def test_flags_win_over_environment_over_file(tmp_path: Path) -> None:
    (tmp_path / "kgexport.toml").write_text('base = "https://file.example/"\nmodel = "file"\nlinker = "none"\n')
    environ = {"KGEXPORT_BASE": "https://env.example/", "KGEXPORT_MODEL": "env"}
    settings = load_settings({"base": "https://flag.example/", "model": None}, environ, tmp_path)
    assert (settings.base, settings.model, settings.linker) == ("https://flag.example/", "env", "none")


def test_pyproject_is_read_where_there_is_no_own_file(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        '[tool.kgexport]\nschema-iri = "https"\nformats = ["trig"]\nbody = false\n'
    )
    settings = load_settings({}, {}, tmp_path)
    assert (settings.schema_iri, settings.formats, settings.body) == ("https", ("trig",), False)


def test_environment_carries_lists_and_switches(tmp_path: Path) -> None:
    settings = load_settings({}, {"KGEXPORT_FORMATS": "turtle, trig", "KGEXPORT_EVIDENCE": "yes"}, tmp_path)
    assert (settings.formats, settings.evidence) == (("turtle", "trig"), True)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('bas = "x"', "did you mean base"),
        ("base = 3", "base cannot be 3"),
        ("formats = [1]", "formats cannot be"),
        ("body = 'yes'", "body cannot be"),
        ("authorities = 'own.tsv'", "authorities cannot be"),
        ("link-online = 'yes'", "link-online cannot be"),
        ("link_online = true\nlinker = 'none'", "--link-online"),
        ("base = ", "cannot read"),
        ('schema_iri = "ftp"', "unknown schema.org scheme"),
    ],
)
def test_a_bad_file_is_named(tmp_path: Path, content: str, message: str) -> None:
    (tmp_path / "kgexport.toml").write_text(content)
    with pytest.raises(InputError, match=message):
        load_settings({}, {}, tmp_path)


@pytest.mark.parametrize("content", ["tool = 3", "[tool]\nkgexport = 3", "[tool.other]", ""])
def test_a_project_without_settings_of_ours_has_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "pyproject.toml").write_text(content)
    assert load_settings({}, {}, tmp_path) == Settings()


def test_a_bad_variable_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="KGEXPORT_BODY cannot be 'maybe'"):
        load_settings({}, {"KGEXPORT_BODY": "maybe"}, tmp_path)
