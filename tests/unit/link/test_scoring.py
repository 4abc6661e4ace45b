from __future__ import annotations

import pytest

from kgexport.authority.base import Candidate
from kgexport.link.context import Context
from kgexport.link.scoring import UNMEASURED, confidence, is_ahead, is_supported
from kgexport.link.surroundings import Seen


def person(
    popularity: float, country: str | None = None, ambiguous: bool = False, source: str = "authority"
) -> Candidate:
    return Candidate(
        "Q900001", "Darvo Melk", ("Person",), (), "name", country, popularity, ambiguous=ambiguous, source=source
    )


def about(*countries: str) -> Context:
    lands = [
        Candidate(f"Q{i}", code, ("Country",), (), country=code, popularity=1.0) for i, code in enumerate(countries)
    ]
    return Context.of([(1, [land]) for land in lands])


def test_a_higher_score_is_never_less_sure() -> None:
    known = person(0.5)
    found = [confidence(score / 100, known) for score in range(72, 130)]
    assert found == sorted(found)
    assert 0.9 < found[0] < found[-1] < 1


@pytest.mark.parametrize("source", ["wikidata", "names.tsv"])
def test_what_was_not_measured_is_less_sure(source: str) -> None:
    assert confidence(1.2, person(0.5, source=source)) == UNMEASURED


@pytest.mark.parametrize(
    ("candidate", "context", "seen", "wanted"),
    [
        (person(0.5, "AL"), about("AL"), Seen(), True),
        (person(0.5, "AL"), about("NO"), Seen(), False),
        (person(0.5, "AL"), about("NO"), Seen(leads=True), True),
        (person(0.6, "AL"), about("NO"), Seen(), True),
        (person(0.6, "AL"), about("AL"), Seen(has_other_job=True), False),
        (person(0.5, "AL", ambiguous=True), about("AL"), Seen(), False),
        (person(0.5, "AL", ambiguous=True), about("AL"), Seen(has_office=True), True),
        (person(0.5, "AL", ambiguous=True), about("NO"), Seen(has_office=True), False),
        (person(0.9, "AL", ambiguous=True), about("NO"), Seen(), True),
        (person(0.5, "AL", ambiguous=True, source="wikidata"), about("AL"), Seen(has_other_job=True), True),
        (person(0.5, "AL", ambiguous=True, source="wikidata"), about("NO"), Seen(), False),
    ],
)
def test_when_a_full_name_is_enough(candidate: Candidate, context: Context, seen: Seen, wanted: bool) -> None:
    assert is_supported(candidate, context, seen) is wanted


def test_of_two_namesakes_only_a_far_better_known_one_or_an_office_tells() -> None:
    assert not is_ahead(person(0.7), person(0.6), 0.5, Seen())
    assert is_ahead(person(0.9), person(0.6), 0.01, Seen())
    assert is_ahead(person(0.7), person(0.6), 0.5, Seen(has_office=True))
    assert not is_ahead(person(0.7), person(0.6), 0.01, Seen(has_office=True))


def test_a_body_of_many_countries_needs_an_article_about_its_own_most_of_all() -> None:
    party = Candidate("Q900009", "Labour Party", ("PoliticalParty",), (), country="GB", popularity=0.5, ambiguous=True)
    assert is_supported(party, about("GB", "NO"), Seen())
    twice = Context.of([(1, [Candidate("Q2", "UK", ("Country",), (), country="GB", popularity=1.0)])])
    assert is_supported(party, twice, Seen())
    norway = Candidate("Q3", "Norway", ("Country",), (), country="NO", popularity=1.0)
    britain = Candidate("Q4", "UK", ("Country",), (), country="GB", popularity=1.0)
    assert not is_supported(party, Context.of([(2, [norway]), (1, [britain])]), Seen())


def test_who_reports_is_no_evidence() -> None:
    agency = Candidate("Q5", "Agency", ("NewsMediaOrganization",), (), country="GB", popularity=0.9)
    assert Context.of([(3, [agency])]).is_empty
