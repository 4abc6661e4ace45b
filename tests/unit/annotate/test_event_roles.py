"""Who plays which role: people and bodies without a name, what verbs share; each text is made up for one rule."""

from __future__ import annotations

import pytest
from pyoxigraph import NamedNode

from kgexport.mapping.engine import map_article
from kgexport.model import Annotations, Entity, Event, Modality, RoleName
from kgexport.vocabulary import KGX, RDF, SCHEMA
from tests.unit.annotate.test_events import read, the, who

BEFORE = "A warm day\nThe sky was blue.\n"
"""A headline and a lead that tell of nothing."""
OTHERS = (RoleName.OBJECT, RoleName.RECIPIENT, RoleName.PARTICIPANT)


def named(annotations: Annotations, name: str) -> list[Entity]:
    return [entity for entity in annotations.entities if entity.name == name]


def all_of(text: str, event_type: str) -> list[Event]:
    return [event for event in read(text).events if event.type == event_type]


@pytest.mark.parametrize(
    ("text", "event_type", "agents", "others"),
    [
        ("Police arrested Karl Holm in Bergen.", "arrest", {"police"}, {"Karl Holm"}),
        ("A 32-year-old man was arrested by detectives in Cork.", "arrest", {"detectives"}, {"32-year-old man"}),
        ("Two officers arrested a gunman in Leeds.", "arrest", {"two officers"}, {"gunman"}),
        ("Anna Weiss's lawyer met the judge in Graz.", "meeting", {"Anna Weiss's lawyer"}, {"judge"}),
        ("Masked gunmen kidnapped the bishop's sister in Kano.", "abduction", {"masked gunmen"}, {"bishop's sister"}),
        ("The army arrested members of the opposition.", "arrest", {"army"}, {"members of the opposition"}),
        ("Dozens of students were arrested in Minsk.", "arrest", set(), {"dozens of students"}),
        (
            "Tens of thousands of workers marched through Lagos.",
            "demonstration",
            {"tens of thousands of workers"},
            set(),
        ),
        ("Tens of thousands marched through Lagos.", "demonstration", {"tens of thousands of people"}, set()),
        ("Hundreds of thousands marched in Lagos.", "demonstration", {"hundreds of thousands of people"}, set()),
        ("A spokeswoman for the mayor met Ann Lee.", "meeting", {"spokeswoman for the mayor"}, {"Ann Lee"}),
        ("Police arrested 12 in Leeds on Monday.", "arrest", {"police"}, {"12 people"}),
        ("Thousands of Nigerians marched through Lagos.", "demonstration", {"thousands of Nigerians"}, set()),
    ],
)
def test_people_and_bodies_without_a_name_play_roles(
    text: str, event_type: str, agents: set[str], others: set[str]
) -> None:
    event = the(text, event_type)

    assert who(text, event, RoleName.AGENT) == agents
    assert who(text, event, *OTHERS) == others


@pytest.mark.parametrize(
    ("text", "name", "types"),
    [
        ("A gunman shot Karl Holm in Bergen.", "gunman", ("Person",)),
        ("Police arrested Karl Holm in Bergen.", "police", ("GovernmentOrganization",)),
        ("The company fired Karl Holm on Monday.", "company", ("Corporation",)),
        ("Rebels attacked Goma on Monday.", "rebels", ("Organization",)),
        ("Two rebels attacked Goma on Monday.", "two rebels", ("Organization", "Group")),
        ("Students attacked Karl Holm on Monday.", "students", ("Organization", "Group")),
        ("A family sued Ford on Monday.", "family", ("Organization", "Group")),
    ],
)
def test_the_noun_says_what_they_are(text: str, name: str, types: tuple[str, ...]) -> None:
    assert [entity.types for entity in named(read(text), name)] == [types]


@pytest.mark.parametrize(
    "text",
    [
        "No one was arrested in Leeds.",
        "No officers were arrested in Leeds.",
        "Some were arrested in Leeds on Monday.",
        "Our lawyer met Anna Brown on Monday.",
    ],
)
def test_nobody_in_particular_becomes_no_node(text: str) -> None:
    assert not [entity for entity in read(BEFORE + text).entities if entity.key.startswith("nominal:")]


def test_only_who_plays_a_role_becomes_a_node() -> None:
    assert not named(read("The gunman wore a hat."), "gunman")


def test_a_body_is_one_node_throughout() -> None:
    annotations = read(BEFORE + "Police arrested Karl Holm in Bergen. On Monday police raided a bank in Oslo.")

    assert [len(entity.mentions) for entity in named(annotations, "police")] == [2]


def test_two_indefinite_descriptions_are_two() -> None:
    text = BEFORE + "A man was arrested in Leeds on Monday. A man was arrested in York on Friday."
    first, second = all_of(text, "arrest")

    assert {role.filler for role in first.roles}.isdisjoint({role.filler for role in second.roles})
    assert len(named(read(text), "man")) == 2


def test_a_definite_description_goes_back_to_the_only_one_that_fits() -> None:
    annotations = read(BEFORE + "A 32-year-old man was arrested in Leeds. Prosecutors charged the man on Friday.")
    (man,) = named(annotations, "32-year-old man")

    assert len(man.mentions) == 2
    assert man.alternate_names == ("man",)


def test_a_definite_description_that_fits_two_is_neither() -> None:
    text = (
        BEFORE + "A man shot Anna Brown in Leeds. Another man robbed a bank in York. Police arrested the man on Friday."
    )
    arrested = {role.filler for role in the(text, "arrest").roles if role.name is RoleName.OBJECT}
    before = {role.filler for event in read(text).events if event.type != "arrest" for role in event.roles}

    assert arrested
    assert arrested.isdisjoint(before)


def test_the_headline_s_man_is_that_of_the_lead() -> None:
    text = "Man charged with arson\nA 32-year-old man was charged with arson in Cork on Friday."
    charge = the(text, "charge")

    assert who(text, charge, RoleName.OBJECT) == {"32-year-old man"}
    assert not named(read(text), "man")


def test_the_second_half_of_a_headline_is_a_passive_too() -> None:
    text = "Storm kills 4 in northern Spain; hundreds evacuated\nThe sky was blue again."

    assert who(text, the(text, "evacuation"), RoleName.AGENT) == set()
    assert who(text, the(text, "evacuation"), RoleName.OBJECT) == {"hundreds of people"}


def test_a_name_makes_the_description_in_another_sentence_needless() -> None:
    text = "Carmaker closes plant in Genk\nFord closed its plant in Genk on Monday."

    assert who(text, the(text, "closure"), RoleName.AGENT) == {"Ford"}


def test_a_land_stands_for_its_troops_and_not_for_two_of_its_soldiers() -> None:
    troops, soldiers = "Turkish troops attacked Syria.", "Two Turkish soldiers attacked Syria."

    assert who(troops, the(troops, "armed-attack"), RoleName.AGENT) == {"Turkey"}
    assert who(soldiers, the(soldiers, "armed-attack"), RoleName.AGENT) == {"two Turkish soldiers"}


def test_an_authority_is_not_the_land_that_owns_it() -> None:
    text = "Peru's competition authority fined Telmar on Monday."
    (event,) = [event for event in read(BEFORE + text).events if who(BEFORE + text, event, RoleName.AGENT)]

    assert who(BEFORE + text, event, RoleName.AGENT) == {"Peru's competition authority"}


def test_joined_verbs_share_their_object() -> None:
    text = "Soldiers arrested and deported eleven students."

    assert who(text, the(text, "arrest"), RoleName.OBJECT) == {"eleven students"}
    assert who(text, the(text, "expulsion"), RoleName.OBJECT) == {"eleven students"}


def test_a_verb_of_going_shares_no_object() -> None:
    text = "The mayor came and opened the school in Kano."

    assert not [event for event in all_of(text, "visit") if who(text, event, RoleName.OBJECT) == {"school"}]


def test_who_is_asked_does_it() -> None:
    text = "Norway called on Bolivia to release the two pilots."

    assert who(text, the(text, "release"), RoleName.AGENT) == {"Bolivia"}


def test_who_is_found_guilty_suffers_it_and_did_it() -> None:
    text = "A jury in Ohio found the nurse guilty of killing four patients."

    assert who(text, the(text, "conviction"), RoleName.OBJECT) == {"nurse"}
    assert who(text, the(text, "killing"), RoleName.AGENT) == {"nurse"}


def test_who_is_convicted_of_a_murder_did_it() -> None:
    text = "Karl Holm was convicted of the murder of a banker in Bergen."

    assert who(text, the(text, "killing"), RoleName.AGENT) == {"Karl Holm"}


def test_the_accused_is_only_said_to_have_done_it() -> None:
    text = "Karl Holm was charged with the murder of a banker in Bergen."
    murder = the(text, "killing")

    assert who(text, murder, RoleName.AGENT) == {"Karl Holm"}
    assert murder.modality is Modality.ALLEGED


def test_whom_a_relative_pronoun_stands_for() -> None:
    text = "The man who shot the mayor was arrested in Varna."

    assert who(text, the(text, "shooting"), RoleName.AGENT) == {"man"}


def test_a_weapon_is_the_instrument() -> None:
    text = "A man stabbed Karl Holm with a kitchen knife."
    (event,) = [event for event in read(text).events if who(text, event, RoleName.AGENT)]

    assert who(text, event, RoleName.INSTRUMENT) == {"kitchen knife"}


def test_who_is_only_spoken_of_is_told_nothing() -> None:
    text = "Austria refused to extradite Oleg Sorokin to Ukraine."

    assert all(not who(text, event, RoleName.RECIPIENT) for event in all_of(text, "rejection"))


def test_an_attack_hands_its_attacker_to_the_killing() -> None:
    text = "The attack by rebels on a convoy killed three aid workers."

    assert who(text, the(text, "killing"), *OTHERS) == {"three aid workers"}


@pytest.mark.parametrize(
    ("text", "event_type", "name"),
    [
        ("A 32-year-old man was arrested in Cork.", "arrest", "A 32-year-old man is arrested"),
        ("Police arrested an engineer in Cork.", "arrest", "Police arrest an engineer"),
        ("Supporters of the coup attacked the parliament.", "", "Supporters of the coup attack the parliament"),
        ("The United States deported Karl Holm.", "expulsion", "United States deports Karl Holm"),
        ("A jury in Ohio found Karl Holm guilty.", "conviction", "A jury finds Karl Holm guilty"),
        ("Chile called for sanctions against Peru.", "appeal", "Chile calls for sanctions against Peru"),
    ],
)
def test_names_of_events_are_english(text: str, event_type: str, name: str) -> None:
    assert name in [event.name for event in read(text).events if event_type in ("", event.type)]


def test_both_lands_of_joined_adjectives_act() -> None:
    text = "French and Egyptian warships attacked Sudan."

    assert who(text, the(text, "armed-attack"), RoleName.AGENT) == {"France", "Egypt"}


def test_they_are_those_who_said_it() -> None:
    text = BEFORE + "Militants said they had kidnapped Anna Brown near Basra."

    assert who(text, the(text, "abduction"), RoleName.AGENT) == {"militants"}


def test_a_description_beside_a_name_is_the_name() -> None:
    text = "Boras represents Jason Varitek, the captain who declined an offer."

    assert who(text, the(text, "rejection"), RoleName.AGENT) == {"Jason Varitek"}


def test_whose_is_told() -> None:
    text = "Critics praised the director, whose widow sued Ford on Monday."

    assert who(text, the(text, "lawsuit"), RoleName.AGENT) == {"director's widow"}


def test_the_body_of_somebody_is_not_somebody() -> None:
    text = "Rescuers found the body of the pilot on Monday."

    assert not named(read(text), "pilot")


def test_a_group_is_written_as_an_organization_that_is_a_group() -> None:
    graph = map_article(read("Two officers arrested Karl Holm in Bergen."))
    node = NamedNode(f"{graph.document.value}#entity-two-officers")
    types = {t.object for t in graph.knowledge if t.predicate == RDF["type"] and t.subject == node}

    assert types == {SCHEMA["Organization"], KGX["Group"]}
