"""The resume file: what it says is so, whatever a killed process left in it."""

from __future__ import annotations

import errno
import json
import os
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from kgexport.store.journal import Entry, Journal, JournalError

STORE = "http://127.0.0.1:7878"


def entry(content: str = "a", action: str = "replace", graph: str = "https://x.example/1") -> Entry:
    return Entry("1.ttl", NamedNode(graph), action, content, 5)


def told(path: Path, *steps: tuple[str, Entry]) -> None:
    with Journal(path, STORE) as journal:
        for step, about in steps:
            if step == "failed":
                journal.failed(about, "because")
            else:
                getattr(journal, step)(about)


def held(path: Path, about: Entry, store: str = STORE) -> bool:
    with Journal(path, store) as journal:
        return journal.has(about)


def test_what_was_done_is_known_in_this_store_only(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    told(path, ("begun", entry()), ("done", entry()))
    assert held(path, entry())
    assert not held(path, entry("b"))
    assert not held(path, entry(graph="https://x.example/2"))
    assert not held(path, entry(), "http://127.0.0.1:7879")
    assert not held(path, entry(action="delete"))


def test_what_was_only_begun_or_failed_is_not_done(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    told(path, ("begun", entry()))
    assert not held(path, entry())
    told(path, ("done", entry()), ("begun", entry("b")))
    assert not held(path, entry()), "the graph may be half the new one"
    told(path, ("done", entry()), ("begun", entry("b")), ("failed", entry("b")))
    assert not held(path, entry())


def test_the_last_content_counts(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    told(path, ("done", entry("a")), ("begun", entry("b")), ("done", entry("b")))
    assert held(path, entry("b"))
    assert not held(path, entry("a")), "a file that was changed back must be loaded again"


def test_deleted_is_not_loaded_and_loaded_is_not_deleted(tmp_path: Path) -> None:
    path, gone = tmp_path / "r.jsonl", entry("", "delete")
    told(path, ("done", entry()), ("begun", gone), ("done", gone))
    assert held(path, gone)
    assert not held(path, entry())
    told(path, ("begun", entry()), ("done", entry()))
    assert not held(path, gone)


def test_what_was_added_stays_until_the_graph_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    told(path, ("done", entry("a")), ("begun", entry("b", "append")), ("done", entry("b", "append")))
    assert held(path, entry("b", "append"))
    assert held(path, entry("a", "append"))
    assert not held(path, entry("a")), "replacing would take b out"
    told(path, ("begun", entry("a")), ("done", entry("a")))
    assert not held(path, entry("b", "append"))


@pytest.mark.parametrize("kept", range(1, 60, 7))
def test_a_kill_in_the_middle_of_a_line_spoils_no_other_line(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "r.jsonl"
    told(path, ("done", entry()))
    whole = path.read_bytes()
    path.write_bytes(whole + whole.replace(b"example/1", b"example/2")[:kept])
    second = entry(graph="https://x.example/2")
    assert held(path, entry())
    assert not held(path, second)
    told(path, ("begun", second), ("done", second))
    assert held(path, entry())
    assert held(path, second)
    assert path.read_bytes().startswith(whole), "it is only ever added to"


def test_each_line_says_all_there_is_to_say(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    told(path, ("begun", entry()), ("failed", entry()))
    assert [json.loads(line) for line in path.read_text().splitlines()] == [
        {
            "file": "1.ttl",
            "graph": "https://x.example/1",
            "sha256": "a",
            "triples": 5,
            "store": STORE,
            "action": "replace",
            "outcome": outcome,
            **more,
        }
        for outcome, more in (("begun", {}), ("failed", {"reason": "because"}))
    ]


@pytest.mark.parametrize("content", ["hello\n", "a,b\n1,2\n", "[1]\n", '{"a": 1}\n', "@prefix : <a:> .\n"])
def test_another_file_is_neither_taken_for_one_nor_added_to(tmp_path: Path, content: str) -> None:
    path = tmp_path / "precious"
    path.write_text(content)
    with pytest.raises(JournalError, match="resume file"):
        Journal(path, STORE)
    assert path.read_text() == content


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="cannot be"):
        Journal(tmp_path, STORE)
    with pytest.raises(JournalError, match="cannot be written"):
        Journal(tmp_path / "no" / "folder", STORE)


def test_a_full_disk_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_file: int, _line: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    with Journal(tmp_path / "r.jsonl", STORE) as journal:
        monkeypatch.setattr(os, "write", full)
        with pytest.raises(JournalError, match="No space left"):
            journal.begun(entry())


def test_without_a_path_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with Journal(None, STORE) as journal:
        journal.begun(entry())
        journal.done(entry())
    assert list(tmp_path.iterdir()) == []
