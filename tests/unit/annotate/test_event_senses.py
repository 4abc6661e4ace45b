"""Words of two senses, what quotations tell, and the names of events; each text is made up for one rule."""

from __future__ import annotations

import pytest

from kgexport.annotate.events.wording.phrases import LONGEST, shortened
from kgexport.mapping import map_article
from kgexport.model import Modality, Polarity, RoleName
from kgexport.vocabulary import KGX
from tests.unit.annotate.test_event_coverage import BEFORE, read, the, types, who, words

OTHERS = (RoleName.OBJECT, RoleName.RECIPIENT, RoleName.PARTICIPANT)


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("The shooting of Officer Dan Cole shocked Leeds on Monday.", "shooting"),
        ("The shooting of the film by Ann Lee began in Rome on Monday.", "production"),
        ("Workers cleared roads in Bern on Monday.", "removal"),
        ("A court in Bern cleared Ann Lee on Monday.", "acquittal"),
        ("Polish forces shot down three drones on Monday.", "airstrike"),
        ("The senate shot down the proposal on Monday.", "rejection"),
        ("Troops surrounded the town of Orm on Monday.", "blockade"),
        ("Ann Lee served as mayor from 2014 until 2019.", "tenure"),
        ("Police are treating the fire as arson.", "assessment"),
        ("Ann Lee was the victim of an assault in Bergen.", "armed-attack"),
        ("Ann Lee came under fire from Karl Holm over the plan.", "condemnation"),
        ("Polish troops came under fire near Orm.", "armed-attack"),
        ("Ann Lee took charge of Rovers in May.", "direction"),
        ("Ann Lee took up arms against Norway.", "armed-conflict"),
        ("Ann Lee made her debut in Bern on Monday.", "achievement"),
        ("Ann Lee met her death in Bern on Monday.", "death"),
        ("Ann Lee lost her battle with cancer on Monday.", "death"),
        ("Ann Lee lost her appeal in Bern on Monday.", "court-appeal"),
        ("Ann Lee succeeded in winning the seat.", "achievement"),
        ("Ann Lee stood trial in Bern.", "trial"),
        ("Ann Lee struck a deal with Norway.", "agreement"),
        ("Ann Lee won over the voters in Norway.", "persuasion"),
        ("Ann Lee pulled out of the race on Monday.", "dropping-out"),
        ("Ann Lee turned the club around in May.", "change"),
        ("Ann Lee went to jail in 2010.", "imprisonment"),
        ("Ann Lee will run for office in Bern.", "candidacy"),
        ("Ann Lee was given the boot by the club.", "dismissal"),
        ("Ann Lee fought the ruling in Norway.", "rejection"),
        ("The restoration of the town hall in Bern began on Monday.", "construction"),
        ("A fight broke out in Bern on Monday.", "clash"),
        ("The Star Prize went to Ann Lee.", "award"),
    ],
)
def test_what_stands_around_a_word_decides_its_sense(text: str, event_type: str) -> None:
    assert event_type in types(BEFORE + text)


@pytest.mark.parametrize(
    "text",
    [
        "Rovers moved to within a point of the top.",
        "The flood raised the death toll to 24.",
        "Storms hit the coast and kill people every year.",
        "Ann Lee honored her promise.",
        "It was an abuse of trust.",
        "Ann Lee is in charge of the clinic in Bern.",
        "The Green Party will remain in opposition.",
        "Ann Lee got away with murder.",
        "Ann Lee got the better of Karl Holm.",
        "Ann Lee turned her back on Karl Holm.",
        "Ann Lee lost her temper with Karl Holm.",
        "Ann Lee brought the house down in Bern.",
        "Ann Lee drew a line under the affair.",
        "Ann Lee fought her way into the final.",
        "Ann Lee was held in high regard.",
        "Ann Lee was caught on camera in Bern.",
        "Ann Lee jumped the queue in Bern.",
        "The storm over the remarks has died down.",
    ],
)
def test_turns_of_phrase_and_habits_tell_of_nothing(text: str) -> None:
    assert types(BEFORE + text) in ([], ["flood"])


def test_what_has_yet_to_happen_did_not_happen() -> None:
    event = the(BEFORE + "Manchester City have yet to beat Chelsea this year.", "sport-victory")

    assert event.polarity is Polarity.NEGATIVE


def test_what_somebody_is_charged_with_is_alleged() -> None:
    text = BEFORE + "Karl Holm was charged with the murder of Ali Rahman on Monday."

    assert the(text, "killing").modality is Modality.ALLEGED


@pytest.mark.parametrize(
    ("text", "event_type", "others"),
    [
        ("A bus hit a lorry in Hull on Monday.", "crash", {"bus", "lorry"}),
        ("The storm that killed six people moved north.", "killing", {"six people"}),
        ("An avalanche razed an Italian hotel on Monday.", "destruction", {"Italian hotel"}),
    ],
)
def test_things_and_people_that_suffer_it(text: str, event_type: str, others: set[str]) -> None:
    assert who(BEFORE + text, the(BEFORE + text, event_type), *OTHERS) == others


def test_whose_is_who_stands_before_it() -> None:
    text = BEFORE + "The police praised Karl Holm, whose arrest was announced on Friday."

    assert who(text, the(text, "arrest"), *OTHERS) == {"Karl Holm"}


def test_two_clauses_share_the_were_of_the_first() -> None:
    text = BEFORE + "Five people were killed, 20 others injured in Oslo on Monday."

    assert who(text, the(text, "injury"), RoleName.OBJECT) == {"20 others"}


SAID = BEFORE + '"We have signed a contract with Airbus," Ann Frey, chief executive of Lumo, said on Monday.'
SHOT = BEFORE + '"I was shot at by two men," Peter Cole said on Monday.'


def test_the_head_of_a_body_says_we_for_it() -> None:
    event = the(SAID, "agreement-signing")

    assert who(SAID, event, RoleName.AGENT) == {"Lumo"}
    assert event.name.startswith("Lumo signs")


def test_a_speaker_says_i_and_vouches_for_it() -> None:
    event = the(SHOT, "armed-attack")

    assert who(SHOT, event, RoleName.OBJECT) == {"Peter Cole"}
    assert event.claims == tuple(quotation.key for quotation in read(SHOT).quotations)


def test_an_event_of_a_quotation_is_stated_in_it() -> None:
    graph = map_article(read(SHOT))
    stated = {t.object for t in graph.knowledge if t.predicate == KGX["statedIn"]}

    assert len(stated) == 1
    assert any(t.subject in stated and str(t.predicate).endswith("spokenByCharacter>") for t in graph.knowledge)


@pytest.mark.parametrize(
    "said",
    [
        "We appreciate your support for Lumo",
        "We will win on Saturday",
        "We hope to sign a contract",
        "We never sold the house",
        "I love this town",
    ],
)
def test_opinions_wishes_and_hopes_in_a_quotation_are_no_events(said: str) -> None:
    assert types(BEFORE + f'"{said}," Peter Cole said on Monday.') == ["statement"]


def test_an_object_that_the_row_names_is_part_of_the_trigger() -> None:
    text = BEFORE + "Ann Lee broke the record in Oslo on Monday."

    assert words(text, the(text, "scoring")) == ["broke the record"]


def test_a_relative_clause_carries_a_noun() -> None:
    text = BEFORE + "The attack that was carried out by rebels in Goma shocked Kenya."

    assert "rebels" in who(text, the(text, "armed-attack"), RoleName.AGENT)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The club Lumo announced a $10,000 reward on Monday.", "$10,000"),
        ("Brent Saunders announced on Monday that the deal was done.", "Brent Saunders announces"),
    ],
)
def test_names_keep_currencies_and_agree_with_names(text: str, name: str) -> None:
    assert name in the(BEFORE + text, "announcement").name


def test_a_name_is_cut_between_words_and_outside_of_marks() -> None:
    assert shortened("short") == "short"
    assert shortened("Ann Lee says that the road to", 25) == "Ann Lee says …"
    assert len(shortened("word " * 40)) <= LONGEST
