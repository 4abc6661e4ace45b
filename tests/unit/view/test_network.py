"""The picture: the same on every run, no box upon another, bounded, with ties that end at the boxes."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations

import pytest
from lxml import etree

from kgexport.model import (
    Annotations,
    Article,
    Block,
    BlockKind,
    Entity,
    Event,
    Mention,
    MentionKind,
    Role,
    RoleName,
    Span,
)
from kgexport.view import graph_picture, network, png_of
from kgexport.view.network import Box
from kgexport.view.things import Things
from tests.support.articles import sample_annotations
from tests.unit.view.made import graph_of, page_of, tree_of

SVG = "{http://www.w3.org/2000/svg}"


def crowd(people: int, events: int) -> Annotations:
    """Events with two of the people each, the first person in all of them."""
    names = [f"Person{'abcdefghij'[i // 10 % 10]}{'abcdefghij'[i % 10]} Of{i:04d}" for i in range(people)]
    text = " ".join(names) + " met."
    begins = [text.index(name) for name in names]
    mentions = [
        Mention(Span(begin, begin + len(name)), MentionKind.NAME, "test")
        for begin, name in zip(begins, names, strict=True)
    ]
    found = [Entity(f"p{i}", ("Person",), name, (mentions[i],)) for i, name in enumerate(names)]
    trigger = Mention(Span(len(text) - 4, len(text) - 1), MentionKind.TRIGGER, "test")
    meetings = [
        Event(
            f"e{i}",
            "meeting",
            f"Meeting number {i}",
            Span(0, len(text)),
            (trigger,),
            roles=tuple(Role(RoleName.PARTICIPANT, f"p{j}", mentions[j]) for j in sorted({0, 1 + i % (people - 1)})),
        )
        for i in range(events)
    ]
    article = Article(text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),))
    return Annotations(article, entities=tuple(found), events=tuple(meetings))


def _drawn(notes: Annotations) -> network.Network:
    graph = graph_of(notes)
    return network.network(Things(graph), graph)


def _overlap(a: Box, b: Box) -> bool:
    return abs(a.x - b.x) * 2 < a.width + b.width and abs(a.y - b.y) * 2 < a.height + b.height


def test_the_sample_has_its_nodes_and_named_ties() -> None:
    drawn = _drawn(sample_annotations())
    assert [box.thing.name for box in drawn.boxes] == ["Norland sends boats to Sudland", "boats", "Sudland", "Norland"]
    assert {(tie.source.thing.name, tie.label, tie.target.thing.name) for tie in drawn.ties} >= {
        ("Norland sends boats to Sudland", "agent", "Norland"),
        ("Norland sends boats to Sudland", "object", "boats"),
    }
    assert drawn.alone == 1  # Ada Berg
    assert drawn.crowded_out == 0


@pytest.mark.parametrize(("people", "events"), [(2, 1), (20, 15), (40, 39)])
def test_no_box_lies_upon_another(people: int, events: int) -> None:
    boxes = _drawn(crowd(people, events)).boxes
    assert len(boxes) >= 3
    assert [(a.thing.name, b.thing.name) for a, b in combinations(boxes, 2) if _overlap(a, b)] == []


def test_unconnected_parts_do_not_lie_upon_each_other_either() -> None:
    notes = crowd(12, 0)
    pairs = [
        Event(
            f"e{i}",
            "meeting",
            f"Meeting {i}",
            Span(0, 5),
            (Mention(Span(0, 3), MentionKind.TRIGGER, "test"),),
            roles=roles,
        )
        for i in range(6)
        for roles in [
            tuple(Role(RoleName.PARTICIPANT, f"p{j}", notes.entities[j].mentions[0]) for j in (2 * i, 2 * i + 1))
        ]
    ]
    boxes = _drawn(notes.replacing(events=pairs)).boxes
    assert len(boxes) == 18
    assert not [1 for a, b in combinations(boxes, 2) if _overlap(a, b)]


def test_a_tie_ends_at_the_edges_of_its_boxes() -> None:
    for tie in _drawn(crowd(8, 7)).ties:
        for box, (x, y) in ((tie.source, tie.line[:2]), (tie.target, tie.line[2:])):
            assert abs(abs(x - box.x) - box.width / 2) <= 1 or abs(abs(y - box.y) - box.height / 2) <= 1


def test_a_crowd_is_cut_to_the_best_connected_and_the_page_says_so() -> None:
    notes = crowd(90, 89)
    drawn = _drawn(notes)
    assert len(drawn.boxes) <= network.MOST_NODES
    assert "Persona" in drawn.boxes[0].thing.name or any(box.thing.name.endswith("Of0000") for box in drawn.boxes)
    assert drawn.crowded_out == 179 - len(drawn.boxes)
    said = " ".join(tree_of(page_of(notes)).xpath("//section[@id='graph']/p")[0].text_content().split())
    assert f"Only the best connected are drawn: {drawn.crowded_out} more have ties" in said


def test_the_picture_is_the_same_in_every_process(tmp_path: object) -> None:
    program = (
        "import sys; from kgexport.view import graph_picture; from tests.unit.view.test_network import crowd;"
        "from tests.unit.view.made import graph_of; sys.stdout.buffer.write(graph_picture(graph_of(crowd(20, 30))))"
    )
    made = {
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, check=True, env={**_environ(), "PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(made) == 1
    assert b"<svg" in made.pop()


def _environ() -> dict[str, str]:
    import os

    from tests.support.process import ROOT

    return {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)])}


def test_the_picture_is_well_formed_and_carries_no_script() -> None:
    notes = sample_annotations()
    attacked = notes.replacing(
        entities=[
            Entity("norland", ("Country",), 'x" <script>alert(1)</script> \u202e]]>', notes.entities[0].mentions),
            *notes.entities[1:],
        ]
    )
    tree = etree.fromstring(graph_picture(graph_of(attacked)))
    assert tree.tag == f"{SVG}svg"
    assert tree.findall(f".//{SVG}script") == []
    assert 'x" <script>alert(1)</script> ]]>' in [title.text for title in tree.iter(f"{SVG}title")]
    assert len(tree.xpath("//*[contains(@class, 'node')]")) == 4


def test_a_graph_without_ties_has_a_picture_that_says_so() -> None:
    assert b"no tie between two things" in graph_picture(graph_of(Annotations(sample_annotations().article)))


def test_png_has_the_size_that_is_asked_for() -> None:
    made = png_of(graph_picture(graph_of(sample_annotations())), width=640)
    assert made.startswith(b"\x89PNG\r\n")
    assert int.from_bytes(made[16:20], "big") == 640
