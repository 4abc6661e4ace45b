from __future__ import annotations

import bz2
import gzip
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kgexport.authority.build import Counts, Wanted, build
from kgexport.authority.file import load_file
from kgexport.errors import InputError, UnknownNameError
from tests.support.process import ROOT
from tests.support.wikidata import item, place, write_dump

HEADER = "id\tname\ttype\taliases\tcountry\tsameAs\tpopularity\tlatitude\tlongitude"
MELK = item("Q900001", "Darvo Melk", aliases=["Darvo A. Melk", "Melk", "melk the first", "Melk, Darvo"], P27="Q222")
TOWN = item("Q900002", "Norland", ["Q515"], sitelinks=100, P17="Q222", P625=place(41, 19.5))
POST = item("Q900003", "Norland Post", ["Q11032"], sitelinks=10, aliases=["The Post|Herald", "Post of Norland"])


def built(source: Path, **wanted: Any) -> tuple[list[str], Counts]:
    counts = Counts()
    text = b"".join(build(str(source), Wanted(**wanted), counts)).decode()
    lines = text.split("\n")
    assert (lines[0], lines[-1]) == (HEADER, "")
    return lines[1:-1], counts


def written(folder: Path, content: str | bytes, name: str = "source") -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_dump_becomes_a_table_in_its_order(tmp_path: Path) -> None:
    lines, counts = built(write_dump(tmp_path / "dump.json", [TOWN, MELK, POST]))
    assert lines == [
        "Q900002\tNorland\tCity\t\tAL\t\t0.81\t41.0000\t19.5000",
        "Q900001\tDarvo Melk\tPerson\tDarvo A. Melk\tAL\t\t0.65\t\t",
        "Q900003\tNorland Post\tNewsMediaOrganization\tPost of Norland\t\t\t0.42\t\t",
    ]
    assert (counts.read, counts.written, counts.bad) == (3, 3, 0)


@pytest.mark.parametrize("pack", [bytes, gzip.compress, bz2.compress])
def test_packed_or_not_is_seen_from_the_bytes(tmp_path: Path, pack: Any) -> None:
    plain = write_dump(tmp_path / "dump.json", [TOWN, MELK])
    assert built(written(tmp_path, pack(plain.read_bytes()), "packed"))[0] == built(plain)[0]


def test_what_is_not_wanted_is_left_out_and_counted(tmp_path: Path) -> None:
    others = [
        item("Q900004", "Small Place", ["Q515"], sitelinks=9),
        item("Q900005", "Norland (name)", ["Q101352"]),
        item("Q900006", "Nur Deutsch", language="de"),
        {**item("Q900007", "x"), "id": "P31", "type": "property"},
    ]
    lines, counts = built(write_dump(tmp_path / "d.json", [*others, MELK, TOWN]), types=("Place", "Organization"))
    assert [line.split("\t")[0] for line in lines] == ["Q900002"]
    assert dict(counts.left_out) == {
        "known to few wikis": 1,
        "of no class in the table": 1,
        "without a label": 1,
        "of another type": 1,
    }
    assert counts.text().startswith("1 of 6 things; left out: 1 known to few wikis, ")


def test_another_language(tmp_path: Path) -> None:
    german = item("Q900006", "Nordland", ["Q515"], language="de", aliases=["das Nordland"])
    lines, _ = built(write_dump(tmp_path / "d.json", [german, TOWN]), language="de")
    assert [line.split("\t")[:4] for line in lines] == [["Q900006", "Nordland", "City", "das Nordland"]]


def test_a_lower_bound_of_pages(tmp_path: Path) -> None:
    dump = write_dump(tmp_path / "d.json", [item("Q900004", "Small Place", ["Q515"], sitelinks=0), TOWN])
    assert len(built(dump, min_sitelinks=0)[0]) == 2
    assert len(built(dump, min_sitelinks=100)[0]) == 1
    with pytest.raises(InputError, match="nothing to write: 0 of 2 things"):
        built(dump, min_sitelinks=101)


def test_bad_lines_are_skipped_and_counted(tmp_path: Path) -> None:
    sites = '"site"' * 10
    bad = ["{", '{"id": ' + sites + "}", "nonsense", "{" + sites + "\xff}", '{"a":' * 50_000 + sites + "}" * 50_000]
    content = "[\n" + ",\n".join([json.dumps(MELK), *bad, json.dumps(TOWN)]) + "\n]"
    lines, counts = built(written(tmp_path, content.encode("latin-1")))
    assert (len(lines), counts.bad) == (2, 5)
    assert "5 could not be read" in counts.text()


def test_a_dump_of_lines_without_brackets(tmp_path: Path) -> None:
    assert len(built(written(tmp_path, json.dumps(MELK) + "\n" + json.dumps(TOWN)))[0]) == 2


RESULT = {
    "head": {"vars": ["item", "itemLabel", "type", "alias", "country", "sitelinks", "coord"]},
    "results": {
        "bindings": [
            {
                "item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q900002"},
                "itemLabel": {"type": "literal", "xml:lang": "en", "value": "Norland"},
                "type": {"type": "uri", "value": "http://www.wikidata.org/entity/Q515"},
                "alias": {"type": "literal", "value": alias},
                "country": {"type": "uri", "value": "http://www.wikidata.org/entity/Q222"},
                "sitelinks": {"type": "literal", "value": "100"},
                "coord": {"type": "literal", "value": "Point(19.5 41)"},
            }
            for alias in ("Lower Norland", "City of Norland")
        ]
        + [
            {"item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q900009"}},
            {"item": {"type": "uri", "value": "http://www.wikidata.org/entity/Q900002"}},
        ]
    },
}
NORLAND = "Q900002\tNorland\tCity\tLower Norland|City of Norland\tAL\t\t0.81\t41\t19.5"


@pytest.mark.parametrize("indent", [None, 2])
def test_a_sparql_result_in_json(tmp_path: Path, indent: int | None) -> None:
    lines, counts = built(written(tmp_path, json.dumps(RESULT, indent=indent)))
    assert lines == [NORLAND]
    assert dict(counts.left_out) == {"without a label": 1}


def test_a_plain_list_as_the_query_page_saves_it(tmp_path: Path) -> None:
    rows = [{"item": f"http://www.wikidata.org/entity/Q{900000 + n}", "itemLabel": f"Thing {n}"} for n in range(3000)]
    lines, _ = built(written(tmp_path, json.dumps(rows)))
    assert (len(lines), lines[7]) == (3000, "Q900007\tThing 7\t\t\t\t\t0.80\t\t")


@pytest.mark.parametrize(
    "content",
    [
        "item,itemLabel,type,itemAltLabel,country\r\n"
        'http://www.wikidata.org/entity/Q900002,Norland,City,"Lower Norland, City of Norland",AL\r\n',
        "?item\t?itemLabel\t?type\t?aliases\t?country\n"
        '<http://www.wikidata.org/entity/Q900002>\t"Norland"@en\t<http://www.wikidata.org/entity/Q515>\t'
        '"Lower Norland|City of Norland"\t<http://www.wikidata.org/entity/Q222>\n',
    ],
)
def test_a_sparql_result_in_csv_or_tsv(tmp_path: Path, content: str) -> None:
    lines, _ = built(written(tmp_path, content))
    assert lines == ["Q900002\tNorland\tCity\tLower Norland|City of Norland\tAL\t\t0.80\t\t"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "no column with identifiers|holds no thing"),
        (b"[\n]\n", "holds no thing"),
        (b"name,type\nA,Person\n", "no column with identifiers"),
        (b'{"head": {}, "results": {"bindings": [{"item": {"value": "Q1"}}, {', "no result of a SPARQL query in JSON"),
        (b'{"head": {}}', "no list of bindings"),
        (b'{"head": {}, "results": {"bindings": [3]}}', "row 1 of the result is no object"),
        (b"item,itemLabel\nQ1,\xff\n", "no result of a SPARQL query in CSV"),
        (gzip.compress(b"[\n" * 100_000)[:-20], "cut off or damaged"),
        (b"BZh91AY&SYgarbage", "cannot be read|cut off or damaged"),
    ],
)
def test_a_source_that_cannot_be_used(tmp_path: Path, content: bytes, says: str) -> None:
    with pytest.raises(InputError, match=says):
        built(written(tmp_path, content))


def test_a_source_that_is_missing(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No such file"):
        built(tmp_path / "none.json")


def test_a_class_that_there_is_not() -> None:
    with pytest.raises(UnknownNameError, match=r"did you mean Person\?"):
        Wanted(types=("Persn",))


def test_progress_is_told(tmp_path: Path) -> None:
    told: list[int] = []
    dump = write_dump(tmp_path / "d.json", (item(f"Q{900000 + n}", f"Thing {n}", sitelinks=10) for n in range(20_001)))
    assert len(b"".join(build(str(dump), Wanted(), Counts(), lambda counts: told.append(counts.read)))) > 10_000
    assert told == [10_000, 20_000]


_MEASURED = """
import resource, sys
from pathlib import Path
from kgexport.authority.build import Counts, Wanted, build
from kgexport.export.writing import write_pieces_atomically
write_pieces_atomically(Path(sys.argv[2]), build(sys.argv[1], Wanted(), Counts()))
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.slow
def test_memory_does_not_grow_with_the_dump(tmp_path: Path) -> None:
    peaks = {}
    for size in (5_000, 50_000):
        things = (
            item(f"Q{900000 + n}", f"Darvo Melk{n}", aliases=[f"D. Melk{n}"], sitelinks=10 + n % 5, P27="Q222")
            for n in range(size)
        )
        dump, target = write_dump(tmp_path / f"{size}.json", things), tmp_path / f"{size}.tsv"
        call = [sys.executable, "-c", _MEASURED, str(dump), str(target)]
        done = subprocess.run(call, capture_output=True, text=True, check=True, env={"PYTHONPATH": str(ROOT / "src")})
        peaks[size] = int(done.stdout)
    assert peaks[50_000] < 1.1 * peaks[5_000], peaks
    authority = load_file(tmp_path / "50000.tsv")
    assert len(authority) == 50_000
    assert authority.candidates("Darvo Melk49999")[0].same_as == ("http://www.wikidata.org/entity/Q949999",)


XML = """<?xml version='1.0' encoding='UTF-8'?>
<sparql xmlns='http://www.w3.org/2005/sparql-results#'>
<head><variable name='item'/></head><results>{rows}</results></sparql>
"""
XML_ROW = """<result>
  <binding name='item'><uri>http://www.wikidata.org/entity/Q{n}</uri></binding>
  <binding name='itemLabel'><literal xml:lang='en'>Darvo &amp; Melk {n}</literal></binding>
</result>"""


def test_a_sparql_result_in_xml(tmp_path: Path) -> None:
    source = tmp_path / "result.xml"
    source.write_text(XML.format(rows=XML_ROW.format(n=900001) + XML_ROW.format(n=900002)))
    counts = Counts()
    lines = b"".join(build(str(source), Wanted(), counts)).decode().splitlines()[1:]
    assert [line.split("\t")[:2] for line in lines] == [
        ["Q900001", "Darvo & Melk 900001"],
        ["Q900002", "Darvo & Melk 900002"],
    ]
    assert (counts.read, counts.written) == (2, 2)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"<?xml version='1.0'?><html/>", "no result of a SPARQL query in XML"),
        (XML.encode()[:120], "no result of a SPARQL query in XML"),
        (b"<!DOCTYPE html><html></html>", "holds no thing"),
        (b"\xfd7zXZ\x00rest", "xz -dc FILE"),
        (b"\x28\xb5\x2f\xfdrest", "zstd -dc FILE"),
    ],
)
def test_what_is_no_source_is_said(tmp_path: Path, content: bytes, says: str) -> None:
    source = tmp_path / "source"
    source.write_bytes(content)
    with pytest.raises(InputError, match=says):
        list(build(str(source), Wanted(), Counts()))
