"""What goes wrong at a store, with real sockets: nothing is lost, nothing is doubled, and the report is right."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Triple, parse

from kgexport.errors import InputError, OutsideError
from kgexport.store.base import RefusedError
from kgexport.store.inputs import Job
from kgexport.store.journal import Journal
from kgexport.store.limits import Limits
from kgexport.store.loading import GIVE_UP, Loader
from kgexport.store.opening import Where, identity_of, open_store
from kgexport.store.reading import graph_files
from kgexport.store.results import Action, Outcome, Result
from kgexport.store.retry import FailingError, Retry
from tests.support.graph_store import Asked, Fault, GraphStoreServer, article, graph_store

COUNT = 12


@pytest.fixture
def server() -> Iterator[GraphStoreServer]:
    with graph_store() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    for number in range(COUNT):
        (made / f"{number:02}.ttl").write_bytes(article(number)[1])
    return made


class Waits:
    """A Retry whose waits are noted and take no time."""

    def __init__(self, retries: int = 5, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.seconds: list[float] = []
        self.retry = Retry(retries, sleep=self.seconds.append, chance=lambda: 1.0, now=now)


def load(
    server: GraphStoreServer,
    files: Sequence[str | Path],
    *,
    job: Job | None = None,
    waits: Waits | None = None,
    resume: Path | None = None,
    timeout: float = 20.0,
    kind: str = "oxigraph",
) -> list[Result]:
    job = job or Job()
    retry = (waits or Waits()).retry
    where = Where(server.url, kind, environ={})
    target = open_store(where, Limits(job.jobs, timeout), retry)
    try:
        with Journal(resume, identity_of(server.url)) as journal:
            return list(Loader(target, journal, job, retry.stopped).run(graph_files([str(file) for file in files])))
    finally:
        target.close()


def outcomes(results: Sequence[Result]) -> Counter[Outcome]:
    return Counter(result.outcome for result in results)


def everything(count: int = COUNT) -> dict[str, set[Triple]]:
    """What must be in the store in the end."""
    return {
        name: {quad.triple for quad in parse(body, format=RdfFormat.TURTLE)}
        for name, body in map(article, range(count))
    }


def once_each(fault: Fault) -> Callable[[Asked], Fault | None]:
    """The fault at the first request for each graph."""
    seen: set[str] = set()

    def decide(asked: Asked) -> Fault | None:
        if asked.graph in seen or not asked.graph:
            return None
        seen.add(asked.graph)
        return fault

    return decide


@pytest.mark.parametrize(
    "fault",
    [
        Fault(status=500, body=b"oops"),
        Fault(status=502),
        Fault(status=503, headers={"Retry-After": "0"}),
        Fault(status=504),
        Fault(status=429),
        Fault(status=408),
        Fault(reset=True),
        Fault(reset=True, after=True),
    ],
    ids=["500", "502", "503", "504", "429", "408", "reset before", "reset after it was done"],
)
@pytest.mark.parametrize("action", [Action.REPLACE, Action.APPEND])
def test_what_passes_is_tried_again(server: GraphStoreServer, folder: Path, fault: Fault, action: Action) -> None:
    server.fault = once_each(fault)
    waits = Waits()
    results = load(server, [folder], waits=waits, job=Job(action, verify=True))
    assert outcomes(results) == {Outcome.DONE: COUNT}
    assert server.graphs() == everything()
    assert len(waits.seconds) >= COUNT


def test_the_waits_double_and_end() -> None:
    waits = Waits(retries=8)
    assert [waits.retry.wait_before(n, None) for n in range(8)] == [0.5, 1, 2, 4, 8, 16, 30, 30]
    calm = Retry(chance=lambda: 0.0)
    assert calm.wait_before(2, None) == 1.0


def test_429_is_obeyed_in_seconds(server: GraphStoreServer, folder: Path) -> None:
    server.fault = once_each(Fault(status=429, headers={"Retry-After": "7"}))
    waits = Waits()
    load(server, [folder / "00.ttl"], waits=waits)
    assert waits.seconds == [7.0]


def test_429_is_obeyed_as_a_date(server: GraphStoreServer, folder: Path) -> None:
    now = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    server.fault = once_each(
        Fault(status=429, headers={"Retry-After": format_datetime(now + timedelta(seconds=90), True)})
    )
    waits = Waits(now=lambda: now)
    load(server, [folder / "00.ttl"], waits=waits)
    assert waits.seconds == [90.0]


@pytest.mark.parametrize("header", ["soon", "", "-5", "Mon, 99 Nov 2026 12:00:00 GMT"])
def test_a_retry_after_that_says_nothing_is_left_out(server: GraphStoreServer, folder: Path, header: str) -> None:
    server.fault = once_each(Fault(status=429, headers={"Retry-After": header}))
    waits = Waits()
    assert outcomes(load(server, [folder / "00.ttl"], waits=waits)) == {Outcome.DONE: 1}
    assert waits.seconds == [0.5]


def test_nobody_waits_for_an_hour(server: GraphStoreServer, folder: Path) -> None:
    server.fault = lambda _: Fault(status=503, headers={"Retry-After": "3600"})
    waits = Waits()
    (result,) = load(server, [folder / "00.ttl"], waits=waits)
    assert isinstance(result.error, FailingError)
    assert waits.seconds == []


def test_a_slow_answer_is_given_up_and_asked_for_again(server: GraphStoreServer, folder: Path) -> None:
    server.fault = once_each(Fault(delay=1.5))
    results = load(server, [folder / "00.ttl"], timeout=0.3)
    assert outcomes(results) == {Outcome.DONE: 1}
    assert server.graphs() == everything(1)
    assert len(server.changes) == 2


def test_a_store_that_goes_on_failing_ends_the_run(server: GraphStoreServer, folder: Path) -> None:
    server.fault = lambda _: Fault(status=500, body=b"disk full: no space left on device")
    results = load(server, [folder], waits=Waits(retries=2), job=Job(jobs=1))
    assert outcomes(results) == {Outcome.FAILED: GIVE_UP, Outcome.UNTRIED: COUNT - GIVE_UP}
    assert "no space left on device" in str(results[0].error)
    assert "tried 3 times, so try again later" in str(results[0].error)
    assert len(server.asked) == 3 * GIVE_UP


@pytest.mark.parametrize(
    ("status", "says"),
    [(401, "KGEXPORT_STORE_USER"), (403, "does not allow"), (404, "--store-type"), (405, "--protocol update")],
)
def test_a_refusal_ends_the_run_at_once(server: GraphStoreServer, folder: Path, status: int, says: str) -> None:
    server.fault = lambda _: Fault(status=status)
    results = load(server, [folder], job=Job(jobs=1))
    assert outcomes(results) == {Outcome.FAILED: 1, Outcome.UNTRIED: COUNT - 1}
    assert isinstance(results[0].error, RefusedError)
    assert says in str(results[0].error)
    assert len(server.changes) == 1


def test_a_full_disk_ends_the_run_at_once_and_says_so(server: GraphStoreServer, folder: Path) -> None:
    server.fault = lambda asked: Fault(status=507, body=b"quota of 10 GB") if asked.number > 6 else None
    results = load(server, [folder], job=Job(jobs=1))
    assert outcomes(results) == {Outcome.DONE: 4, Outcome.FAILED: 1, Outcome.UNTRIED: COUNT - 5}
    assert "quota of 10 GB" in str(results[4].error)
    assert "no space left" in str(results[4].error)


def test_a_graph_that_the_store_refuses_loses_no_other(server: GraphStoreServer, folder: Path) -> None:
    bad = article(3)[0]
    server.fault = lambda asked: Fault(status=400, body=b"I do not like it") if asked.graph == bad else None
    results = load(server, [folder])
    assert outcomes(results) == {Outcome.DONE: COUNT - 1, Outcome.FAILED: 1}
    assert "I do not like it" in str(results[3].error)
    assert isinstance(results[3].error, OutsideError)
    assert len([asked for asked in server.asked if asked.graph == bad]) == 1


def test_a_malformed_file_among_good_ones(server: GraphStoreServer, folder: Path, tmp_path: Path) -> None:
    (folder / "05.ttl").write_bytes(b'@prefix : <https://x.example/> .\n:a :b "c .\n')
    resume = tmp_path / "resume.jsonl"
    first = load(server, [folder], resume=resume)
    assert outcomes(first) == {Outcome.DONE: COUNT - 1, Outcome.FAILED: 1}
    assert isinstance(first[5].error, InputError)
    assert "05.ttl:2" in str(first[5].error)
    (folder / "05.ttl").write_bytes(article(5)[1])
    server.asked.clear()
    second = load(server, [folder], resume=resume)
    assert outcomes(second) == {Outcome.HELD: COUNT - 1, Outcome.DONE: 1}
    assert [asked.graph for asked in server.changes] == [article(5)[0]]
    assert server.graphs() == everything()


def test_killed_and_started_again_while_it_is_loaded(server: GraphStoreServer, folder: Path) -> None:
    """The retries bridge the gap."""
    back = threading.Event()

    def restart() -> None:
        server.kill()
        server.start()
        back.set()

    def decide(asked: Asked) -> Fault | None:
        if asked.number == 5:
            threading.Thread(target=restart).start()
            return Fault(delay=0.2)
        return None

    server.fault = decide
    retry = Waits(retries=30)
    retry.retry = Retry(30, sleep=lambda _: back.wait(10), chance=lambda: 1.0)
    results = load(server, [folder], waits=retry)
    assert outcomes(results) == {Outcome.DONE: COUNT}
    assert server.graphs() == everything()


def test_killed_for_good_and_loaded_later(server: GraphStoreServer, folder: Path, tmp_path: Path) -> None:
    resume = tmp_path / "resume.jsonl"
    dead: list[threading.Thread] = []

    def decide(asked: Asked) -> Fault | None:
        if asked.number == 6 and not dead:
            dead.append(threading.Thread(target=server.kill))
            dead[0].start()
            return Fault(delay=0.5)
        return None

    server.fault = decide
    first = load(server, [folder], resume=resume, waits=Waits(retries=3), job=Job(jobs=2))
    dead[0].join()
    found = outcomes(first)
    assert found[Outcome.DONE] >= 3
    assert found[Outcome.FAILED] >= 1
    assert found.total() == COUNT
    assert any(isinstance(result.error, RefusedError) for result in first)
    server.start()
    server.asked.clear()
    second = load(server, [folder], resume=resume)
    assert outcomes(second) == {Outcome.HELD: found[Outcome.DONE], Outcome.DONE: COUNT - found[Outcome.DONE]}
    done_before = {result.graph.value for result in first if result.outcome is Outcome.DONE and result.graph}
    assert done_before.isdisjoint(asked.graph for asked in server.asked)
    assert server.graphs() == everything()


def test_a_redirect_is_not_followed(server: GraphStoreServer, folder: Path) -> None:
    server.fault = lambda _: Fault(status=302, headers={"Location": "http://me:secret@other.example/store?x=1"})
    (result, *_) = load(server, [folder / "00.ttl"])
    assert isinstance(result.error, RefusedError)
    assert "http://other.example/store" in str(result.error)
    assert "secret" not in str(result.error)
    assert len(server.changes) == 1


def test_no_more_at_once_than_asked_for(server: GraphStoreServer, folder: Path) -> None:
    server.fault = lambda _: Fault(delay=0.05)
    load(server, [folder], job=Job(jobs=3))
    assert 2 <= server.most_at_once <= 3


def test_connections_are_kept(server: GraphStoreServer, folder: Path) -> None:
    load(server, [folder], job=Job(jobs=1))
    assert len(server._connections) == 1


def test_an_update_store_has_the_same_faults(server: GraphStoreServer, folder: Path) -> None:
    count = {"n": 0}

    def decide(_: Asked) -> Fault | None:
        count["n"] += 1
        return Fault(reset=True, after=True) if count["n"] % 3 == 1 else None

    server.fault = decide
    where = Where(server.url, "oxigraph", "update", environ={})
    waits = Waits()
    target = open_store(where, Limits(1, 20.0, 300), waits.retry)
    with Journal(None, "x") as journal:
        results = list(Loader(target, journal, Job(jobs=1), waits.retry.stopped).run(graph_files([str(folder)])))
    target.close()
    assert outcomes(results) == {Outcome.DONE: COUNT}
    assert server.graphs() == everything()


HTML = {"Content-Type": "text/html"}


@pytest.mark.parametrize("kind", ["oxigraph", "graph-store", "sparql-update"])
@pytest.mark.parametrize("action", [Action.REPLACE, Action.APPEND, Action.DELETE])
def test_a_web_server_that_says_yes_to_everything_is_no_store(
    server: GraphStoreServer, folder: Path, kind: str, action: Action
) -> None:
    server.fault = lambda _: Fault(status=200, body=b"<html>Welcome</html>", headers=HTML)
    results = load(server, [folder], job=Job(action, jobs=1), kind=kind)
    assert {result.outcome for result in results} <= {Outcome.FAILED, Outcome.UNTRIED}
    assert isinstance(results[0].error, OutsideError)


def test_a_store_that_drops_what_it_takes_is_found_out(server: GraphStoreServer, folder: Path) -> None:
    server.fault = lambda asked: Fault(status=204) if asked.method == "PUT" else None
    (first, *_) = load(server, [folder], job=Job(jobs=1))
    assert isinstance(first.error, RefusedError)
    assert "says to have <https://news.example/0>, but counts 0 triples" in str(first.error)


def test_a_store_that_takes_no_queries_is_believed(server: GraphStoreServer, folder: Path) -> None:
    server.fault = lambda asked: Fault(status=403) if asked.target.startswith("/query") else None
    assert outcomes(load(server, [folder])) == {Outcome.DONE: COUNT}
    assert len(server.asked) <= COUNT + 2 * 4
