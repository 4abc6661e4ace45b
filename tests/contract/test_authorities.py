"""What every authority promises, whatever it reads: run against each of them with the same thing in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from kgexport.authority import Authority
from kgexport.authority.cache import DiskCache
from kgexport.authority.combined import load_authorities
from kgexport.authority.embedded import load_embedded
from kgexport.authority.file import load_file
from kgexport.authority.wikidata import WikidataAuthority
from kgexport.authority.wikidata_client import WikidataClient
from kgexport.link.classes import known_classes
from tests.support.standin import Answer, Parameters, stand_in
from tests.support.wikidata import entities_answer, item, search_answer

Open = Callable[[Path, ExitStack], Authority]
WIKIDATA = "http://www.wikidata.org/entity/"


def _written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def _table(folder: Path, stack: ExitStack) -> Authority:
    return load_file(
        _written(folder / "a.tsv", "id\tname\ttype\taliases\nQ222\tAlbania\tCountry\tRepublic of Albania\n")
    )


def _commas(folder: Path, stack: ExitStack) -> Authority:
    return load_file(_written(folder / "a.csv", "id,name,type,aliases\nQ222,Albania,Country,Republic of Albania\n"))


def _skos(folder: Path, stack: ExitStack) -> Authority:
    turtle = (
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix schema: <http://schema.org/> .\n"
        f'<{WIKIDATA}Q222> a schema:Country ; skos:prefLabel "Albania" ; skos:altLabel "Republic of Albania" .\n'
    )
    return load_file(_written(folder / "a.ttl", turtle))


def _online(folder: Path, stack: ExitStack) -> Authority:
    def answer(asked: Parameters) -> Answer:
        if asked["action"] == "wbgetentities":
            return Answer(entities_answer(item("Q222", "Albania", ["Q6256"], aliases=["Republic of Albania"])))
        found = {"albania": ("label", "Albania"), "republic of albania": ("alias", "Republic of Albania")}
        hit = found.get(asked["search"].lower())
        return Answer(search_answer(("Q222", *hit)) if hit else search_answer())

    server = stack.enter_context(stand_in(answer))
    return WikidataAuthority(WikidataClient(server.url, DiskCache(folder), sleep=lambda seconds: None))


AUTHORITIES: dict[str, Open] = {
    "embedded": lambda folder, stack: load_embedded(),
    "tsv": _table,
    "csv": _commas,
    "skos": _skos,
    "combined": lambda folder, stack: load_authorities(
        [str(_written(folder / "o.tsv", "id\tname\nx\tNorland Mill\n"))]
    ),
    "online": _online,
}


@pytest.fixture(params=AUTHORITIES)
def authority(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Authority]:
    with ExitStack() as stack:
        yield AUTHORITIES[request.param](tmp_path, stack)


@pytest.mark.parametrize(
    "form", ["Albania", "ALBANIA", "Albania's", "Albania’s", " Albania ", "the Republic of Albania"]
)
def test_a_form_that_a_reader_would_take_for_the_name(authority: Authority, form: str) -> None:
    found = authority.candidates(form)
    assert [(c.id, c.types[0]) for c in found] == [("Q222", "Country")]


@pytest.mark.parametrize(
    "form", ["albania", "Alban", "Albanian", "Albania Republic", "Nobody Known", "", " ", "|", "2024"]
)
def test_a_form_that_is_none(authority: Authority, form: str) -> None:
    assert authority.candidates(form) == ()


def test_a_candidate_is_complete(authority: Authority) -> None:
    (albania,) = authority.candidates("Albania")
    assert (albania.name, albania.matched, albania.same_as[0]) == ("Albania", "name", WIKIDATA + "Q222")
    assert sum(iri.startswith(WIKIDATA) for iri in albania.same_as) == 1
    assert set(albania.types) <= known_classes()
    assert 0 <= albania.popularity <= 1
    assert albania.source


def test_an_alias_is_said_to_be_one(authority: Authority) -> None:
    assert authority.candidates("Republic of Albania")[0].matched == "alias"


def test_the_same_question_has_the_same_answer(authority: Authority) -> None:
    assert authority.candidates("Albania") == authority.candidates("Albania")
