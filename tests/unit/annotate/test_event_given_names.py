"""What a thing is called that is given its name behind its noun."""

from __future__ import annotations

import pytest

from tests.unit.annotate.test_event_things import BEFORE, event_of, played
from tests.unit.annotate.test_events import read


@pytest.mark.parametrize(
    ("text", "event_type", "name"),
    [
        ("Nova Corp. introduced an app called Harbour.", "product-launch", "Harbour"),
        ("Nova Corp. introduced a whole new app, too, called Harbour.", "product-launch", "Harbour"),
        ("Ann Lee released a song titled Northern Rain.", "publication", "Northern Rain"),
        ("Ann Lee released a song called for by nobody.", "publication", "song"),
    ],
)
def test_a_thing_has_the_name_behind_called(text: str, event_type: str, name: str) -> None:
    annotations = read(BEFORE + text)

    assert ("object", name) in played(annotations, event_of(annotations, event_type))


def test_a_name_that_is_given_takes_no_article() -> None:
    annotations = read(BEFORE + "Nova Corp. introduced an app called Harbour.")

    assert event_of(annotations, "product-launch").name.endswith("introduces Harbour")
