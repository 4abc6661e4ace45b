"""Wikidata online, against a local stand-in of its API; nothing here goes further than 127.0.0.1."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kgexport.authority.cache import DiskCache, default_folder
from kgexport.authority.wikidata import WikidataAuthority, open_wikidata
from kgexport.authority.wikidata_client import EMPTY_FOR, INTERVAL, TRIES, USER_AGENT, WikidataClient
from kgexport.errors import InputError, OutsideError
from kgexport.link import link
from kgexport.model import Annotations, Article, Block, BlockKind, Entity, Mention, MentionKind, Span
from tests.support.standin import Answer, Parameters, StandIn, stand_in
from tests.support.wikidata import entities_answer, item, place, search_answer

MELK = item("Q900001", "Darvo Melk", aliases=["D. Melk"], P27="Q222")


class Time:
    """A clock that stands still but for what is slept, and says how long that was."""

    def __init__(self) -> None:
        self.now = 100.0
        self.slept: list[float] = []

    def clock(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 3))
        self.now += seconds


def client_of(server: StandIn, folder: Path, time: Time | None = None, timeout: float = 5.0) -> WikidataClient:
    used = time or Time()
    return WikidataClient(server.url, DiskCache(folder), timeout=timeout, clock=used.clock, sleep=used.sleep)


def answering(search: object, entities: object = None) -> Callable[[Parameters], Answer]:
    return lambda asked: Answer(search if asked["action"] == "wbsearchentities" else entities)


def in_turn(*answers: Answer) -> Callable[[Parameters], Answer]:
    rest = list(answers)
    return lambda asked: rest.pop(0)


def test_a_name_is_found_with_what_is_said_of_the_item(tmp_path: Path) -> None:
    found = item("Q900002", "Norland", ["Q515"], sitelinks=100, P17="Q222", P625=place(41, 19.5))
    with stand_in(answering(search_answer(("Q900002", "label", "Norland")), entities_answer(found))) as server:
        (norland,) = WikidataAuthority(client_of(server, tmp_path)).candidates("Norland")
    assert (norland.id, norland.name, norland.types, norland.matched) == ("Q900002", "Norland", ("City",), "name")
    assert norland.same_as == ("http://www.wikidata.org/entity/Q900002",)
    assert (norland.country, norland.popularity, norland.source) == ("AL", 0.81, "wikidata")
    assert (str(norland.latitude), str(norland.longitude)) == ("41.0000", "19.5000")
    search, entities = server.asked
    assert (search["search"], search["language"], search["type"]) == ("Norland", "en", "item")
    assert (entities["ids"], entities["languages"]) == ("Q900002", "en|mul")
    assert all(asked["maxlag"] == "5" and asked["format"] == "json" for asked in server.asked)
    assert set(server.agents) == {USER_AGENT}
    assert USER_AGENT.startswith("kgexport/0.")


def test_only_items_of_exactly_this_name_count(tmp_path: Path) -> None:
    hits = search_answer(("Q1", "label", "Darvo Melkson"), ("Q900001", "alias", "D. Melk"), ("Q3", "label", "d. melk"))
    with stand_in(answering(hits, entities_answer(MELK))) as server:
        (melk,) = WikidataAuthority(client_of(server, tmp_path)).candidates("D. Melk")
    assert (melk.matched, server.asked[1]["ids"]) == ("alias", "Q900001")


def test_a_name_that_nothing_has_needs_one_request(tmp_path: Path) -> None:
    with stand_in(answering(search_answer())) as server:
        authority = WikidataAuthority(client_of(server, tmp_path))
        assert authority.candidates("Nobody Known") == ()
        assert authority.candidates("Nobody  Known") == ()
        assert authority.candidates("2024") == ()
    assert len(server.asked) == 1


def test_article_and_possessive_come_off_where_the_form_finds_nothing(tmp_path: Path) -> None:
    def answer(asked: Parameters) -> Answer:
        hits = [("Q900001", "label", "Darvo Melk")] if asked.get("search") == "Darvo Melk" else []
        return Answer(entities_answer(MELK) if "ids" in asked else search_answer(*hits))

    with stand_in(answer) as server:
        (melk,) = WikidataAuthority(client_of(server, tmp_path)).candidates("the Darvo Melk's")
    assert melk.id == "Q900001"
    assert [asked["search"] for asked in server.asked if "search" in asked] == [
        "the Darvo Melk's",
        "Darvo Melk's",
        "the Darvo Melk",
        "Darvo Melk",
    ]


def test_namesakes_and_little_known_things_need_evidence(tmp_path: Path) -> None:
    other = item("Q900003", "Darvo Melk", ["Q101352"])
    hits = search_answer(("Q900001", "label", "Darvo Melk"), ("Q900003", "label", "Darvo Melk"))
    with stand_in(answering(hits, entities_answer(MELK, other))) as server:
        (melk,) = WikidataAuthority(client_of(server, tmp_path / "a")).candidates("Darvo Melk")
    assert melk.ambiguous, "the item of unknown class is no candidate, but shows that others bear the name"
    obscure = item("Q900001", "Darvo Melk", sitelinks=1)
    hits = search_answer(("Q900001", "label", "Darvo Melk"))
    with stand_in(answering(hits, entities_answer(obscure))) as server:
        assert WikidataAuthority(client_of(server, tmp_path / "b")).candidates("Darvo Melk")[0].ambiguous


def test_what_is_kept_never_goes_to_the_network(tmp_path: Path) -> None:
    with stand_in(answering(search_answer(("Q900001", "label", "Darvo Melk")), entities_answer(MELK))) as server:
        first = WikidataAuthority(client_of(server, tmp_path)).candidates("Darvo Melk")
    again = WikidataAuthority(client_of(server, tmp_path)).candidates("Darvo Melk")
    assert (len(server.asked), again) == (2, first)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert [path.suffix for path in files] == [".json", ".json"]


def test_that_nothing_has_a_name_is_asked_again_after_a_while(tmp_path: Path) -> None:
    found = search_answer(("Q900001", "label", "Darvo Melk"))
    cache = DiskCache(tmp_path)
    with stand_in(in_turn(Answer(search_answer()), Answer({}, 404), Answer(found))) as server:
        now = WikidataClient(server.url, cache)
        later = WikidataClient(server.url, cache, today=lambda: time.time() + EMPTY_FOR + 1)
        asked = [one.ask("search", action="wbsearchentities", search="x") for one in (now, now, later, later, later)]
        assert len(server.asked) == 3
    assert asked == [[], [], [], found["search"], found["search"]]


def test_only_what_is_used_is_kept(tmp_path: Path) -> None:
    hits = search_answer(("Q900001", "label", "Darvo Melk"))
    melk = item("Q900001", "Darvo Melk", P27="Q222", P569="1980")
    with stand_in(answering(hits, entities_answer(melk))) as server:
        (found,) = WikidataAuthority(client_of(server, tmp_path)).candidates("Darvo Melk")
    assert found.country == "AL"
    texts = [path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.json")]
    assert any('"P27"' in text for text in texts)
    assert not any('"P569"' in text for text in texts)


@pytest.mark.parametrize(("sitelinks", "linked"), [((45, 40), None), ((300, 20), "Q900001")])
def test_what_is_about_as_likely_stays_open(tmp_path: Path, sitelinks: tuple[int, int], linked: str | None) -> None:
    one, two = (item(f"Q90000{n + 1}", "Darvo Melk", sitelinks=sitelinks[n]) for n in (0, 1))
    hits = search_answer(("Q900001", "label", "Darvo Melk"), ("Q900002", "label", "Darvo Melk"))
    text = "Darvo Melk"
    mention = Mention(Span(0, len(text)), MentionKind.NAME, "test")
    article = Article(text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),))
    open_yet = Annotations(article, entities=(Entity("e", ("Person",), text, (mention,)),))
    with stand_in(answering(hits, entities_answer(one, two))) as server:
        (entity,) = link(open_yet, online=WikidataAuthority(client_of(server, tmp_path))).entities
    assert (entity.identity.id if entity.identity else None) == linked


def test_a_damaged_file_of_the_cache_is_asked_for_again(tmp_path: Path) -> None:
    with stand_in(answering(search_answer())) as server:
        client_of(server, tmp_path).ask("search", action="wbsearchentities", search="x")
        (kept,) = tmp_path.rglob("*.json")
        for content in ("{", "[]", '{"request": {}, "answer": {}}'):
            kept.write_text(content)
            assert client_of(server, tmp_path).ask("search", action="wbsearchentities", search="x") == []
    assert len(server.asked) == 4
    assert json.loads(kept.read_text())["answer"] == {"search": []}


def test_requests_keep_their_distance(tmp_path: Path) -> None:
    time = Time()
    with stand_in(answering(search_answer())) as server:
        client = client_of(server, tmp_path, time)
        for word in ("a", "b", "c"):
            client.ask("search", action="wbsearchentities", search=word)
        time.now += 1
        client.ask("search", action="wbsearchentities", search="d")
        client.ask("search", action="wbsearchentities", search="a")
    assert time.slept == [INTERVAL, INTERVAL]


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_given_the_time_it_asks_for(tmp_path: Path, status: int) -> None:
    time = Time()
    answers = in_turn(Answer({}, status, {"Retry-After": "7"}), Answer({}, status), Answer(search_answer()))
    with stand_in(answers) as server:
        assert client_of(server, tmp_path, time).ask("search", action="wbsearchentities", search="x") == []
    assert time.slept == [7, 2]


def test_a_lagging_server_is_asked_again(tmp_path: Path) -> None:
    lag = {"error": {"code": "maxlag", "info": "Waiting for a host: 6.1 seconds lagged.", "lag": 6.1}}
    time = Time()
    with stand_in(in_turn(Answer(lag, headers={"Retry-After": "5"}), Answer(search_answer()))) as server:
        assert client_of(server, tmp_path, time).ask("search", action="wbsearchentities", search="x") == []
    assert time.slept == [5]


def test_patience_ends(tmp_path: Path) -> None:
    time = Time()
    with stand_in(lambda asked: Answer({}, 429)) as server, pytest.raises(OutsideError, match="busy after 4 tries"):
        client_of(server, tmp_path, time).ask("search", action="wbsearchentities", search="x")
    assert (len(server.asked), len(time.slept)) == (TRIES, TRIES - 1)
    with (
        stand_in(lambda asked: Answer({}, 429, {"Retry-After": "3600"})) as server,
        pytest.raises(OutsideError, match="asks to wait 3600 s"),
    ):
        client_of(server, tmp_path, time).ask("search", action="wbsearchentities", search="x")
    assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (Answer({}, 500), "the server answered 500"),
        (Answer({}, 404), "the server answered 404"),
        (Answer(b"<html>"), "the answer is no JSON"),
        (Answer(b'{"search": ['), "the answer is no JSON"),
        (Answer([1]), "not that of Wikidata"),
        (Answer({"error": {"code": "badvalue", "info": "no"}}), r"refused the request \(badvalue\)"),
        (Answer({"success": 1}), "the answer has no 'search'"),
        (Answer(search_answer(), delay=0.5), "no answer within 0.2 s"),
    ],
)
def test_what_fails_is_said_in_one_line_and_not_kept(tmp_path: Path, answer: Answer, says: str) -> None:
    with stand_in(lambda asked: answer) as server, pytest.raises(OutsideError, match=says) as caught:
        WikidataAuthority(client_of(server, tmp_path, timeout=0.2)).candidates("Norland")
    assert server.url in str(caught.value)
    assert "\n" not in str(caught.value)
    assert not list(tmp_path.rglob("*.json"))


def test_entities_that_are_missing_in_the_answer(tmp_path: Path) -> None:
    hits = search_answer(("Q900001", "label", "Darvo Melk"))
    with stand_in(answering(hits, {"success": 1})) as server, pytest.raises(OutsideError, match="'entities'"):
        WikidataAuthority(client_of(server, tmp_path)).candidates("Darvo Melk")


def test_no_server(tmp_path: Path) -> None:
    with stand_in(answering(search_answer())) as server:
        client = client_of(server, tmp_path)
    with pytest.raises(OutsideError, match="the network failed"):
        client.ask("search", action="wbsearchentities", search="x")


def test_a_cache_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("precious")
    with stand_in(answering(search_answer())) as server, pytest.raises(InputError, match="KGEXPORT_CACHE"):
        client_of(server, tmp_path / "file").ask("search", action="wbsearchentities", search="x")


def test_where_answers_are_kept() -> None:
    assert default_folder({"XDG_CACHE_HOME": "/var/tmp/x"}) == Path("/var/tmp/x/kgexport")
    assert default_folder({"XDG_CACHE_HOME": "relative"}) == Path.home() / ".cache" / "kgexport"
    assert default_folder({}) == Path.home() / ".cache" / "kgexport"


def test_an_address_that_is_none() -> None:
    with pytest.raises(InputError, match="KGEXPORT_WIKIDATA_URL"):
        open_wikidata("wikidata")
