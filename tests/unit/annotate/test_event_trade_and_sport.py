"""News of sport, business and culture: the right sense of a word, who plays a part, and what took place."""

from __future__ import annotations

from functools import cache

import pytest

from kgexport.annotate import annotate
from kgexport.model import Annotations, Modality, RoleName, Source, Status
from kgexport.read import read_source
from tests.unit.annotate.test_event_things import event_of, played

SPORT = (
    "The league season\n\nThe coach praised his team after the match. The striker and the goalkeeper trained for the "
    "tournament.\n\n"
)
CULTURE = (
    "The film season\n\nThe actress and the director spoke at the festival. The singer wrote a song for the movie.\n\n"
)
PLAIN = "The week in short\n\nIt rained in the morning. The shops were open.\n\n"
AFTER = "\n\nThe story continues here with a short remark."


@cache
def told(text: str, before: str = PLAIN) -> Annotations:
    """The text as the last paragraph of an article; with "H|" as its headline."""
    article = text[2:].strip() + AFTER if text.startswith("H|") else before + text
    return annotate(read_source(Source(article.encode(), "text/plain", "article.txt"), None))


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Karl Holm headed an 80th-minute winner.", "scoring"),
        ("Karl Holm was brought down by defender Jan Roe in the box.", "sport-move"),
        ("Karl Holm set up Jan Roe near the end.", "sport-move"),
        ("Karl Holm snapped up a rebound.", "sport-move"),
        ("The champions were dumped out by Norway.", "sport-defeat"),
        ("Leeds United won eight of their past nine finals.", "sport-victory"),
        ("Ann Lee won the women's 100 metres in Doha.", "sport-victory"),
        ("Karl Holm levelled from the spot.", "scoring"),
    ],
)
def test_words_of_a_game_have_their_sense(text: str, event_type: str) -> None:
    assert event_type in {event.type for event in told(text, SPORT).events}


@pytest.mark.parametrize(
    ("text", "event_type", "role"),
    [
        ("Ann Lee was named best director.", "award", ("recipient", "Ann Lee")),
        ("Ann Lee won best screenplay on Sunday.", "award", ("recipient", "Ann Lee")),
        ("Ann Lee was named best director, beating Karl Holm.", "victory", ("object", "Karl Holm")),
        ("The prize for best actor went to Karl Holm.", "award", ("recipient", "Karl Holm")),
    ],
)
def test_a_night_of_awards(text: str, event_type: str, role: tuple[str, str]) -> None:
    annotations = told(text, CULTURE)

    assert role in played(annotations, event_of(annotations, event_type))


@pytest.mark.parametrize(
    ("text", "event_type", "role"),
    [
        ("Acme Corp agreed to sell its unit to Borel Holdings in May.", "agreement", ("participant", "Borel Holdings")),
        ("Acme Corp was taken private by Borel Inc in 2011.", "company-acquisition", ("agent", "Borel Inc")),
        ("Acme Corp suspended its dividend on Monday.", "suspension", ("agent", "Acme Corp")),
        ("Acme Corp won approval from the European Commission.", "approval", ("agent", "European Commission")),
        ("Zuno Bank raised $200 million from Temple Capital.", "investment", ("recipient", "Zuno Bank")),
        ("Borel Inc advised Acme Corp on Monday.", "assistance", ("object", "Acme Corp")),
        ("Acme Corp reported a sharp rise in sales.", "economic-change", ("agent", "Acme Corp")),
        ("Leeds United traded striker Karl Holm to Hull City.", "player-transfer", ("recipient", "Hull City")),
        ("Leeds United beat holders Hull City on Saturday.", "sport-victory", ("object", "Hull City")),
        ("Leeds United lost three games and sacked manager Karl Holm in March.", "dismissal", ("object", "Karl Holm")),
        ("H| Ann Lee to star in Hollywood thriller", "performance", ("agent", "Ann Lee")),
    ],
)
def test_who_plays_a_part_in_trade_and_sport(text: str, event_type: str, role: tuple[str, str]) -> None:
    annotations = told(text)

    assert role in played(annotations, event_of(annotations, event_type))


def test_a_sum_paid_for_a_player_is_not_paid_to_him() -> None:
    payment = event_of(told("Leeds United paid 40 million euros for Karl Holm."), "payment")

    assert RoleName.RECIPIENT not in {role.name for role in payment.roles}


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Analysts at Brand Bank downgraded the stock to “sell” from “hold”.", "sale"),
        ("Ann Lee left the show because of a scheduling conflict.", "armed-conflict"),
        ("Karl Holm has two years left on his contract.", "contract"),
        ("They met on Saturday, which saw Ann Lee share a prize.", "perception"),
    ],
)
def test_words_that_tell_of_nothing(text: str, event_type: str) -> None:
    assert event_type not in {event.type for event in told(text).events}


@pytest.mark.parametrize(
    ("text", "before", "event_type", "status", "modality"),
    [
        (
            "Acme Corp said it would close its plant and cut 900 jobs by the end of next year.",
            PLAIN,
            "layoff",
            Status.POTENTIAL,
            Modality.PLANNED,
        ),
        ("Ann Lee used her speech to criticise the mayor.", PLAIN, "condemnation", Status.COMPLETED, Modality.ASSERTED),
        (
            "Karl Holm rose above two defenders to nod home a corner.",
            SPORT,
            "scoring",
            Status.COMPLETED,
            Modality.ASSERTED,
        ),
    ],
)
def test_what_took_place(text: str, before: str, event_type: str, status: Status, modality: Modality) -> None:
    event = event_of(told(text, before), event_type)

    assert (event.status, event.modality) == (status, modality)


def test_what_is_said_behind_a_quotation_is_no_part_of_it() -> None:
    annotations = told("“We built it and today the jury agreed,” Karl Holm said in a statement.")

    assert "agreement" not in {event.type for event in annotations.events}
    assert event_of(annotations, "statement").status is Status.COMPLETED


def test_the_club_of_a_league_is_who_is_told_of() -> None:
    annotations = told("Leeds United have signed striker Karl Holm, the Premier League club announced on Tuesday.")

    assert ("agent", "Leeds United") in played(annotations, event_of(annotations, "announcement"))


def test_who_made_a_work_did_not_buy_it() -> None:
    annotations = told("The Royal Museum bought a portrait by Jan Steen in London.")

    assert ("agent", "Jan Steen") not in played(annotations, event_of(annotations, "purchase"))


def test_a_goal_and_the_game_share_place_and_result() -> None:
    annotations = told("Karl Holm scored twice as Leeds United beat Hull City 3-0 in Doha to reach the final.", SPORT)

    assert ("location", "Doha") in played(annotations, event_of(annotations, "sport-victory"))
    assert ("location", "Doha") in played(annotations, event_of(annotations, "scoring"))
