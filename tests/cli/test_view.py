"""`kgexport view` as users call it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree, html

from tests.support.process import ROOT, SAMPLE, kgexport

pytestmark = pytest.mark.slow

STORM = "Storm hits Paris\n\nA storm hit Paris on 3 May 2024, Emmanuel Macron said.\n"
VISIT = "Macron visits Berlin\n\nEmmanuel Macron visited Berlin on 4 May 2024.\n"
PAGE = ROOT / "docs" / "view.md"
SHOWN = [line.split()[1:] for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("    kgexport ")]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which the sample was viewed, with its picture."""
    folder = tmp_path_factory.mktemp("view")
    done = kgexport("view", SAMPLE, "--picture", "graph.svg", cwd=folder)
    assert done.code == 0, done.err
    assert done.out == ""
    assert f"out/{SAMPLE.stem}.html" in done.err.replace("\\", "/")
    return folder


def test_one_article_gives_one_page_and_its_picture(sample: Path) -> None:
    assert [path.name for path in (sample / "out").iterdir()] == [f"{SAMPLE.stem}.html"]
    assert etree.parse(sample / "graph.svg").getroot().tag == "{http://www.w3.org/2000/svg}svg"


def test_the_page_shows_the_whole_article_its_events_and_its_places(sample: Path) -> None:
    page = html.document_fromstring((sample / "out" / f"{SAMPLE.stem}.html").read_text(encoding="utf-8"))
    lines = SAMPLE.read_text(encoding="utf-8").strip().splitlines()
    for mark in page.xpath("//*[contains(concat(' ', @class, ' '), ' opens ')]"):
        mark.drop_tree()
    assert page.xpath("//h1")[0].text_content() == lines[0]
    assert [p.text_content() for p in page.xpath("//div[@class='text']/p")] == lines[1:]
    cards = page.xpath("//section[@id='events']//article//h3")
    assert "Turkey gives kamikaze drones to Albania" in [card.xpath("./bdi")[0].text for card in cards]
    assert {text.text for text in page.xpath("//svg//text[@text-anchor]")} == {"Ankara", "Tirana"}
    dates = page.xpath("//ol[@class='timeline']/li/span/text()")
    assert dates == ["2015", "2022", "No date in the text"]
    assert [cell.text for cell in page.xpath("//div[@aria-label='Verdicts']//td[2]")] == ["✓ conforms"] * 2


def test_the_page_is_the_same_with_another_hash_seed(sample: Path) -> None:
    done = kgexport("view", SAMPLE, "-o", "-", cwd=sample, PYTHONHASHSEED="7")
    assert done.code == 0, done.err
    assert done.out == (sample / "out" / f"{SAMPLE.stem}.html").read_text(encoding="utf-8")


def test_a_folder_gives_a_page_each_and_an_index_and_a_bad_file_is_no_loss(tmp_path: Path) -> None:
    news = tmp_path / "news"
    news.mkdir()
    (news / "storm.txt").write_text(STORM)
    (news / "index.html").write_text(f"<html><body><article><h1>Visit</h1><p>{VISIT}</p></article></body></html>")
    (news / "bad.txt").write_bytes(b"\0\1\2")
    done = kgexport("view", "news", "-o", "site", cwd=tmp_path)
    assert done.code == 2
    assert len([line for line in done.err.splitlines() if line.startswith("kgexport:")]) == 1
    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == [
        "index-article.html",
        "index.html",
        "storm.html",
    ]
    index = html.document_fromstring((tmp_path / "site" / "index.html").read_text(encoding="utf-8"))
    assert index.xpath("//h1")[0].text == "2 articles"
    assert "Emmanuel Macron" in [name.text for name in index.xpath("//dl[@class='shared']//dt/bdi")]
    for link in index.xpath("//main//a/@href"):
        name, _, place = link.partition("#")
        page = html.document_fromstring((tmp_path / "site" / name).read_text(encoding="utf-8"))
        assert not place or page.get_element_by_id(place) is not None


def test_a_file_of_its_own_name_stdin_and_messages_as_json(tmp_path: Path) -> None:
    done = kgexport("--log-format", "json", "view", "-", "-o", "a/page.html", cwd=tmp_path, stdin=STORM.encode())
    assert done.code == 0, done.err
    (said,) = [json.loads(line) for line in done.err.splitlines()]
    assert said["files"] == ["a/page.html"]
    assert said["conforms"] is True
    assert "Storm hits Paris" in (tmp_path / "a" / "page.html").read_text(encoding="utf-8")


def test_png_by_the_command(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(STORM)
    done = kgexport("view", "a.txt", "--picture", "g.PNG", cwd=tmp_path)
    assert done.code == 0, done.err
    assert (tmp_path / "g.PNG").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("gone.txt",), "gone.txt"),
        (("a.txt", "a.txt", "-o", "-"), "several pages need a folder"),
        (("a.txt", "--picture", "g.jpg"), "g.jpg"),
        (("a.txt", "-o", "a.txt"), "a.txt is no folder"),
        (("a.html", "-o", "."), "would replace the source"),
    ],
)
def test_a_wrong_call_gets_one_line_and_leaves_everything_as_it_was(
    tmp_path: Path, arguments: tuple[str, ...], says: str
) -> None:
    for name in ("a.txt", "a.html"):
        (tmp_path / name).write_text(STORM)
    done = kgexport("view", *arguments, cwd=tmp_path)
    assert done.code == 2
    assert done.out == ""
    assert len(done.err.splitlines()) == 1
    assert says in done.err
    assert {path.name: path.read_text() for path in tmp_path.iterdir()} == {"a.txt": STORM, "a.html": STORM}


@pytest.mark.parametrize("command", SHOWN, ids=" ".join)
def test_the_commands_of_the_page_about_it_work(command: list[str], tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text(STORM)
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "visit.txt").write_text(VISIT)
    done = kgexport(*command, cwd=tmp_path)
    assert done.code == 0, done.err
    made = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*") if path.is_file()}
    assert len(made) > 2 or done.out.startswith("<!DOCTYPE html>")
    named = {word for word in command if word.endswith((".html", ".svg", ".png"))}
    assert named <= made
