"""The markup of a page, from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyoxigraph
import pytest
from pyoxigraph import RdfFormat

from tests.golden.cases import HERE
from tests.support.process import SAMPLE, kgexport
from tests.support.web import faults, triples_by_pyld, with_xsd_dates

pytestmark = pytest.mark.slow

PROTEST = HERE / "articles" / "protest.html"
PAGE = (
    "--publisher=Example Daily",
    "--publisher-url=https://news.example/",
    "--publisher-logo=https://news.example/logo.png",
    "--image=https://news.example/protest.jpg",
    "--author-url=Amina Otieno=https://news.example/staff/otieno",
    "--speakable=h1",
)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample and a page, as markup and as Turtle, with everything that a page can say."""
    folder = tmp_path_factory.mktemp("web")
    done = kgexport(
        "export", SAMPLE, PROTEST, *PAGE, "-f", "web-jsonld", "-f", "ttl", "-f", "jsonld", "-o", ".", cwd=folder
    )
    assert done.code == 0, done.err
    assert "note     no address of the page is known" in done.err
    return folder


def _data(path: Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return made


def test_it_is_beside_the_json_ld_of_the_whole_graph(out: Path) -> None:
    assert sorted(path.name for path in out.glob("protest.*")) == [
        "protest.jsonld",
        "protest.ttl",
        "protest.web.jsonld",
    ]


@pytest.mark.parametrize("stem", [SAMPLE.stem, "protest"])
def test_it_says_nothing_that_the_turtle_does_not_say(out: Path, stem: str) -> None:
    data = _data(out / f"{stem}.web.jsonld")
    turtle = {quad.triple for quad in pyoxigraph.parse(path=out / f"{stem}.ttl", format=RdfFormat.TURTLE)}
    assert with_xsd_dates(triples_by_pyld(data)) <= turtle
    assert not faults(data)


def test_search_engines_find_what_they_look_for(out: Path) -> None:
    data = _data(out / "protest.web.jsonld")
    assert data["@id"] == "https://news.example/world/nairobi-protest#article"
    assert data["mainEntityOfPage"] == "https://news.example/world/nairobi-protest"
    assert data["datePublished"] == "2023-07-12T16:30:00+03:00"
    assert data["author"]["url"] == "https://news.example/staff/otieno"
    assert data["publisher"]["logo"] == "https://news.example/logo.png"
    assert data["image"] == "https://news.example/protest.jpg"
    assert data["speakable"]["cssSelector"] == "h1"


def test_neither_schema_org_nor_search_engines_find_a_violation(out: Path) -> None:
    files = sorted(out.glob("*.web.jsonld"))
    done = kgexport("validate", "--profile", "spec,web", "-f", "json", *files, cwd=out)
    assert done.code == 0, done.out
    assert json.loads(done.out)["conforms"] is True
    assert "WebEvent" not in done.out
    assert "web-happening" not in done.out


def test_the_turtle_with_what_the_page_says_keeps_the_promises_of_the_profile(out: Path) -> None:
    done = kgexport("validate", *sorted(out.glob("*.ttl")), cwd=out)
    assert done.code == 0, done.out


def test_a_byte_budget_is_kept_and_what_it_cost_is_said(tmp_path: Path) -> None:
    done = kgexport("export", SAMPLE, "-f", "web", "-o", "-", "--max-bytes", "3000", cwd=tmp_path)
    assert done.code == 0, done.err
    assert len(done.out.encode()) <= 3000
    assert "left out of the markup" in done.err
    assert "articleBody (1)" in done.err
    assert not faults(json.loads(done.out))


def test_an_impossible_budget_is_one_line_and_other_articles_are_not_lost(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Storm\n\nA storm hit Paris.\n")
    done = kgexport("export", SAMPLE, "a.txt", "-f", "web", "-o", ".", "--max-bytes", "300", cwd=tmp_path)
    assert done.code == 2
    (line,) = [line for line in done.err.splitlines() if line.startswith("kgexport: ")]
    assert "give a larger --max-bytes" in line
    assert [path.name for path in tmp_path.glob("*.jsonld")] == ["a.web.jsonld"]


def test_an_article_without_an_address_takes_that_of_its_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Storm\n\nA storm hit Paris.\n")
    page = ("--page-url", "https://news.example/storm#top")
    done = kgexport("export", "a.txt", *page, "-f", "web", "-f", "nt", "-o", ".", cwd=tmp_path)
    assert done.code == 0, done.err
    data = _data(tmp_path / "a.web.jsonld")
    assert (data["@id"], data["mainEntityOfPage"]) == ("https://news.example/storm#article", data["url"])
    assert "<https://news.example/storm#article>" in (tmp_path / "a.nt").read_text()
    assert "note" not in done.err


def test_one_with_an_address_keeps_it_and_names_the_page(tmp_path: Path) -> None:
    options = ("--url", "https://news.example/a", "--page-url", "https://print.example/a", "-f", "web", "-o", "-")
    done = kgexport("export", "-", *options, cwd=tmp_path, stdin=b"Storm\n\nA storm hit Paris.\n")
    assert done.code == 0, done.err
    data = json.loads(done.out)
    assert (data["@id"], data["mainEntityOfPage"]) == ("https://news.example/a#article", "https://print.example/a")


def test_settings_can_stand_in_the_file_and_in_the_environment(tmp_path: Path) -> None:
    (tmp_path / "kgexport.toml").write_text(
        'formats = ["web-jsonld"]\npublisher = "Wire"\nmax-bytes = 90000\n'
        'publisher-logo = "https://wire.example/logo.png"\n'
        'author-urls = ["Ola Vik=https://wire.example/vik"]\n'
    )
    (tmp_path / "a.txt").write_text("Storm\n\nA storm hit Paris.\n")
    done = kgexport(
        "export", "a.txt", "-o", "-", cwd=tmp_path, KGEXPORT_SPEAKABLE="h1, .lead", KGEXPORT_MAX_BYTES="80000"
    )
    assert done.code == 0, done.err
    data = json.loads(done.out)
    assert data["publisher"]["logo"] == "https://wire.example/logo.png"
    assert data["speakable"]["cssSelector"] == [".lead", "h1"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--publisher-logo", "logo.png"), "publisher logo: 'logo.png' is no absolute URL"),
        (("--page-url", "/a"), "page URL: '/a' is no absolute URL"),
        (("--image", "x"), "image: 'x' is no absolute URL"),
        (("--author-url", "Ola Vik"), "author"),
        (("--speakable", " "), "speakable"),
        (("--max-bytes", "0"), "byte budget 0"),
        (("--max-bytes", "-1"), "byte budget -1"),
        (("a.txt", "--page-url", "https://news.example/a"), "--page-url is the page of one article"),
    ],
)
def test_wrong_use_is_one_line_before_any_work(tmp_path: Path, options: tuple[str, ...], message: str) -> None:
    done = kgexport("export", SAMPLE, *options, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert len(done.err.splitlines()) == 1
    assert not (tmp_path / "out").exists()


def test_a_budget_that_is_no_number_is_named(tmp_path: Path) -> None:
    (tmp_path / "kgexport.toml").write_text('max_bytes = "many"\n')
    done = kgexport("export", SAMPLE, cwd=tmp_path)
    assert (done.code, "max_bytes cannot be 'many'" in done.err) == (2, True)
    done = kgexport("export", SAMPLE, cwd=SAMPLE.parent, KGEXPORT_MAX_BYTES="10kB")
    assert (done.code, "KGEXPORT_MAX_BYTES cannot be '10kB'" in done.err) == (2, True)


def test_several_documents_cannot_share_stdout(tmp_path: Path) -> None:
    done = kgexport("export", SAMPLE, PROTEST, "-f", "web", "-o", "-", cwd=tmp_path)
    assert done.code == 2
    assert "cannot share stdout" in done.err
