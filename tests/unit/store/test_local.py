"""The local store: graphs are replaced whole, and whatever is wrong with its folder is one clear line."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, RdfFormat, Triple, parse

from kgexport.errors import InputError, OutsideError
from kgexport.store.base import GraphData
from kgexport.store.local import LocalStore, reading

A, B = NamedNode("http://e.example/a"), NamedNode("http://e.example/b")


def _graph(name: NamedNode, *objects: str, form: RdfFormat = RdfFormat.N_TRIPLES) -> GraphData:
    body = "".join(f"<http://e.example/s> <http://e.example/p> {value} .\n" for value in objects).encode()
    return GraphData(name, body, form, len(objects))


def _triples(graph: GraphData) -> set[Triple]:
    return {quad.triple for quad in parse(graph.body, format=graph.format)}


def _read(store: LocalStore, name: NamedNode) -> set[Triple]:
    return set(store.read(name))


ODD = r'"a\"b\\c\nd\u00e9}"@en'


def test_replace_append_count_delete(tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "store")
    assert store.is_empty
    first, other = _graph(A, '"1"', '"x"', ODD), _graph(B, '"7"', form=RdfFormat.TURTLE)
    store.replace(first)
    store.replace(other)
    assert (_read(store, A), _read(store, B)) == (_triples(first), _triples(other))
    changed = _graph(A, '"x"', '"2"')
    for _ in range(2):
        store.replace(changed)
    assert (_read(store, A), _read(store, B)) == (_triples(changed), _triples(other))
    store.append(_graph(A, '"2"', '"3"'))
    assert (store.count(A), store.count(B), store.count(NamedNode("a:none"))) == (3, 1, 0)
    assert (store.delete(A), store.delete(A)) == (True, False)
    assert (store.count(A), store.count(B)) == (0, 1)
    store.close()
    again = LocalStore(tmp_path / "store")
    assert _read(again, B) == _triples(other)
    again.close()
    again.close()


def test_bulk_replaces_what_is_there_and_loads_the_rest(tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "store")
    store.replace(_graph(A, '"1"', '"2"'))
    graphs = [
        _graph(A, '"3"'),
        _graph(B, '"4"', ODD),
        _graph(NamedNode("http://e.example/c"), "5", form=RdfFormat.TURTLE),
    ]
    for _ in range(2):
        store.bulk(graphs)
        assert all(_read(store, graph.name) == _triples(graph) for graph in graphs)
    store.finish()
    store.close()


def test_blank_nodes_of_two_graphs_stay_two(tmp_path: Path) -> None:
    store = LocalStore(tmp_path / "store")
    store.bulk([_graph(A, "_:x"), _graph(B, "_:x")])
    store.replace(_graph(A, "_:x"))
    assert (store.count(A), store.count(B)) == (1, 1)
    assert next(iter(store.read(A))).object != next(iter(store.read(B))).object


def test_a_file_goes_into_an_empty_store_only(tmp_path: Path) -> None:
    file = tmp_path / "a.nq"
    file.write_text("<a:s> <a:p> <a:o> <a:g> .\n")
    store = LocalStore(tmp_path / "store")
    with pytest.raises(InputError, match=r"none\.nq: no such file"):
        store.bulk_file(tmp_path / "none.nq", RdfFormat.N_QUADS)
    store.bulk_file(file, RdfFormat.N_QUADS)
    assert store.count(NamedNode("a:g")) == 1
    with pytest.raises(InputError, match="not empty"):
        store.bulk_file(file, RdfFormat.N_QUADS)


def test_one_writer_at_a_time(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    program = (
        "import sys; from pathlib import Path; from kgexport.store.local import LocalStore; "
        f"s = LocalStore(Path({str(folder)!r})); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdin is not None
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        for work in (lambda: LocalStore(folder), lambda: reading(folder)):
            with pytest.raises(OutsideError, match="another process is writing"):
                work()
        other.stdin.close()
    assert len(reading(folder)) == 0


def test_a_new_store_that_nothing_came_into_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "empty", tmp_path / "deep" / "new"):
        store = LocalStore(folder)
        store.replace(_graph(A, '"1"'))
        store.delete(A)
        store.close()
    assert [path.name for path in tmp_path.rglob("*")] == ["empty"]


def test_an_emptied_store_stays_a_store(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    for change in (LocalStore.replace, lambda store, graph: store.delete(graph.name)):
        store = LocalStore(folder)
        change(store, _graph(A, '"1"'))
        store.close()
    assert len(reading(folder)) == 0


def test_folders_that_are_no_store(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x.txt").write_text("x")
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign" / "CURRENT").write_text("MANIFEST-000001\n")
    (tmp_path / "foreign" / "OPTIONS-000001").write_text('[CFOptions "default"]\n')
    for name, words in (("file", "is a file"), ("full", "other files"), ("foreign", "another program")):
        for opened in (LocalStore, reading):
            with pytest.raises(InputError, match=words):
                opened(tmp_path / name)
    assert sorted(path.name for path in (tmp_path / "full").iterdir()) == ["x.txt"]
    with pytest.raises(InputError, match="no store here"):
        reading(tmp_path / "none")


def test_a_broken_store(tmp_path: Path) -> None:
    made = LocalStore(tmp_path / "store")
    made.replace(_graph(A, '"1"'))
    made.close()
    (tmp_path / "store" / "CURRENT").write_text("junk")
    for opened in (LocalStore, reading):
        with pytest.raises(InputError, match="broken"):
            opened(tmp_path / "store")
