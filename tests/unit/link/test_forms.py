from __future__ import annotations

import pytest

from kgexport.link.forms import comma_parts, name_forms, spellings
from kgexport.model import Entity, Mention, MentionKind, Span

MENTION = Mention(Span(0, 1), MentionKind.NAME, "test")


def forms(kind: str, name: str, *others: str) -> list[str]:
    return name_forms(Entity("e", (kind,), name, (MENTION,), others))


def test_longest_first() -> None:
    assert forms("Organization", "UN", "U.N.", "United Nations") == ["UN", "United Nations", "U.N."]


def test_a_part_of_the_name_is_left_out() -> None:
    assert forms("Organization", "University of Oxford", "Oxford") == ["University of Oxford"]
    assert forms("Organization", "Apple Inc.", "Apple") == ["Apple Inc.", "Apple"]
    assert forms("Place", "Sydney, Australia", "Sydney") == ["Sydney, Australia", "Sydney"]


def test_of_a_person_no_surname() -> None:
    assert forms("Person", "Edi Rama", "Rama") == ["Edi Rama"]
    assert forms("Person", "President Rama", "Rama", "Edi Rama") == ["Edi Rama"]
    assert forms("Person", "Rama") == ["Rama"]


@pytest.mark.parametrize(
    ("form", "wanted"),
    [
        *(("President Joe Biden", "Joe Biden"), ("Kim Jong-un", "Kim Jong Un"), ("Donald J. Trump", "Donald Trump")),
        *(("John F. Kennedy Jr.", "John Kennedy"), ("Prime Minister Edi Rama", "Edi Rama")),
    ],
)
def test_spellings_of_persons(form: str, wanted: str) -> None:
    assert wanted in list(spellings(form, "Person"))


def test_comma_parts() -> None:
    assert comma_parts("Clearwater, Florida") == ("Clearwater", "Florida")
    assert comma_parts("Clearwater") is None
    assert comma_parts("A, B, C") is None


def test_a_loose_hyphen_is_closed() -> None:
    assert "t-mobile" in [form.lower() for form in spellings("T - Mobile", "Organization")]
