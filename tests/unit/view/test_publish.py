"""What would fail after an article was read fails before; a folder's pages and index never replace a source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kgexport.batch import Stated
from kgexport.errors import InputError, KgexportError, MissingExtraError
from kgexport.settings import Settings
from kgexport.view import picture, publish
from kgexport.view.publish import Gallery, sources_of


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news").mkdir()
    for name in ("b.txt", "a.html", "notes.csv", ".hidden.txt"):
        (tmp_path / "news" / name).write_text("A storm hit Paris.\n")
    (tmp_path / "news" / "deeper.txt").mkdir()
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").write_text("x")
    return tmp_path


def test_a_folder_stands_for_its_articles_by_name(folder: Path) -> None:
    assert sources_of(["x.txt", "news", "-"]) == (
        "x.txt",
        str(Path("news") / "a.html"),
        str(Path("news") / "b.txt"),
        "-",
    )


@pytest.mark.parametrize(
    ("output", "named", "picture_file", "stated", "says"),
    [
        ("out", ["empty"], None, Stated(), "empty: no article in this folder (.txt, .html, .htm, .xhtml)"),
        ("-", ["news"], None, Stated(), "several pages need a folder"),
        ("one.html", ["a", "b"], None, Stated(), "several pages need a folder"),
        ("out", ["news"], "g.svg", Stated(), "--picture is of one article"),
        ("out", ["a"], "g.gif", Stated(), "unknown kind of picture in --picture g.gif: '.gif'"),
        ("out", ["news"], None, Stated(url="https://n.example/a"), "--url names one article"),
        ("file", ["a"], None, Stated(), "file is no folder to write to"),
    ],
)
def test_what_cannot_work_is_said_before_any_work(
    folder: Path, output: str, named: list[str], picture_file: str | None, stated: Stated, says: str
) -> None:
    with pytest.raises(InputError, match=r"\A[^\n]*\Z") as caught:
        Gallery(Settings(output=output), named, picture_file, stated)
    assert says in str(caught.value)


def test_a_picture_without_its_renderer_names_the_extra(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publish, "has_renderer", lambda: False)
    with pytest.raises(MissingExtraError, match=r"kgexport\[picture\]"):
        Gallery(Settings(), ["a"], "g.png")
    Gallery(Settings(), ["a"], "g.svg")


def test_the_renderer_is_there_in_this_environment() -> None:
    assert picture.has_renderer()


@pytest.mark.parametrize(("output", "source"), [("news", "news/a.html"), ("news/a.html", "news/a.html")])
def test_a_page_never_replaces_its_source(folder: Path, output: str, source: str) -> None:
    gallery = Gallery(Settings(output=output), [source])
    with pytest.raises(KgexportError, match="would replace the source"):
        gallery.view(source)
    assert (folder / source).read_text() == "A storm hit Paris.\n"


def test_two_sources_of_one_name_do_not_share_a_page(folder: Path) -> None:
    gallery = Gallery(Settings(), ["news"])
    gallery._written[Path("out/b.html")] = "other/b.txt"
    with pytest.raises(InputError, match=r"out.b\.html was just written for other/b\.txt"):
        gallery.view(str(Path("news") / "b.txt"))


def test_settings_are_checked_first(folder: Path) -> None:
    with pytest.raises(InputError, match="no absolute"):
        Gallery(replace(Settings(), base="nowhere"), ["a"])
