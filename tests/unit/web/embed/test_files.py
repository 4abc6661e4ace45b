from __future__ import annotations

from pathlib import Path

import pytest

from kgexport.errors import InputError
from kgexport.web.embed.files import keep_copy, pages_of


def test_the_pages_of_a_folder_in_order(tmp_path: Path) -> None:
    for name in ("b.html", "a.HTM", "c/d.xhtml", "c/e.txt", "f.html.bak", ".git/g.html", ".h.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    found = [Path(page).relative_to(tmp_path).as_posix() for page in pages_of(str(tmp_path))]
    assert found == ["a.HTM", "b.html", "c/d.xhtml"]


def test_what_is_no_folder_is_a_page() -> None:
    assert pages_of("-") == ["-"]
    assert pages_of("no such file.php") == ["no such file.php"]


def test_a_folder_without_pages_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has no pages in it"):
        pages_of(str(tmp_path))


def test_an_address_is_refused() -> None:
    with pytest.raises(InputError, match="is an address, and embed changes files"):
        pages_of("https://news.example/a")


def test_no_copy_is_ever_overwritten(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    assert keep_copy(page, b"1").name == "page.html.bak"
    assert keep_copy(page, b"1").name == "page.html.bak"
    assert keep_copy(page, b"2").name == "page.html.bak.1"
    assert keep_copy(page, b"1").name == "page.html.bak"
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {
        "page.html.bak": b"1",
        "page.html.bak.1": b"2",
    }
