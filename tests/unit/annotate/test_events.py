"""Events: what is told, who plays which role, what is not told as a fact; each text is made up for one rule."""

from __future__ import annotations

from functools import cache

import pytest

from kgexport.annotate.amounts import AmountAnnotator
from kgexport.annotate.entities import EntityAnnotator
from kgexport.annotate.events import EventAnnotator
from kgexport.annotate.language import LanguageAnnotator
from kgexport.annotate.times import TimeAnnotator
from kgexport.model import (
    Annotations,
    Article,
    Block,
    BlockKind,
    Claim,
    Event,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    RoleName,
    Span,
    Status,
)

BEFORE = "A warm day\nThe sky was blue.\n"
"""A headline and a lead that tell of nothing."""


@cache
def parsed(text: str) -> Annotations:
    """Everything before events; of several lines the first one is the headline."""
    blocks, begin = [], 0
    lines = text.split("\n")
    for number, line in enumerate(lines):
        kind = BlockKind.HEADLINE if len(lines) > 1 and number == 0 else BlockKind.PARAGRAPH
        blocks.append(Block(Span(begin, begin + len(line)), kind))
        begin += len(line) + 1
    found = Annotations(Article(text, tuple(blocks)))
    for annotator in (LanguageAnnotator(), TimeAnnotator(), AmountAnnotator(), EntityAnnotator()):
        found = annotator.annotate(found)
    return found


@cache
def read(text: str) -> Annotations:
    """The text with its events."""
    return EventAnnotator().annotate(parsed(text))


def the(text: str, event_type: str) -> Event:
    """The only event of a type."""
    found = [event for event in read(text).events if event.type == event_type]
    assert len(found) == 1, [event.type for event in read(text).events]
    return found[0]


def types(text: str) -> list[str]:
    return [event.type for event in read(text).events]


def who(text: str, event: Event, *names: RoleName) -> set[str]:
    """Names of the entities that play one of the roles."""
    entities = {entity.key: entity.name for entity in read(text).entities}
    return {entities[role.filler] for role in event.roles if role.name in names and role.filler in entities}


@pytest.mark.parametrize(
    ("text", "event_type", "agents", "others"),
    [
        ("Russia invaded Ukraine in 2022.", "invasion", {"Russia"}, {"Ukraine"}),
        ("Ukraine was invaded by Russia in 2022.", "invasion", {"Russia"}, {"Ukraine"}),
        ("Russia's invasion of Ukraine shocked Poland.", "invasion", {"Russia"}, {"Ukraine"}),
        ("The invasion of Ukraine by Russia shocked many.", "invasion", {"Russia"}, {"Ukraine"}),
        ("Turkish troops attacked Syria on Monday.", "armed-attack", {"Turkey"}, {"Syria"}),
        ("Germany gave tanks to Ukraine.", "arms-transfer", {"Germany"}, {"Ukraine", "tanks"}),
        ("Ukraine received tanks from Germany.", "arms-transfer", {"Germany"}, {"Ukraine", "tanks"}),
        ("Ukraine has acquired tanks from Germany.", "arms-transfer", {"Germany"}, {"Ukraine", "tanks"}),
        ("Norway accused Sweden of spying.", "accusation", {"Norway"}, {"Sweden"}),
        ("Norway condemned the actions of Sweden.", "condemnation", {"Norway"}, {"Sweden", "actions of Sweden"}),
        ("Chile rejected an Argentine proposal.", "rejection", {"Chile"}, {"Argentina"}),
        ("Chile demanded that Peru withdraw its troops.", "demand", {"Chile"}, {"Peru"}),
        ("Chile urged Peru to withdraw its troops.", "appeal", {"Chile"}, {"Peru"}),
        ("Kenya threatened to attack Somalia.", "threat", {"Kenya"}, {"Somalia"}),
    ],
)
def test_roles_are_the_same_however_it_is_put(text: str, event_type: str, agents: set[str], others: set[str]) -> None:
    event = the(text, event_type)

    assert who(text, event, RoleName.AGENT) == agents
    assert who(text, event, RoleName.RECIPIENT, RoleName.OBJECT, RoleName.PARTICIPANT) == others


@pytest.mark.parametrize(
    ("text", "event_type", "name", "place"),
    [
        ("Thousands protested in Nairobi over the tax.", "demonstration", "Thousands of people protest", {"Nairobi"}),
        ("Hundreds of workers marched through Rome.", "demonstration", "Hundreds of workers march", {"Rome"}),
        ("Amnesty International condemned the use of force.", "condemnation", "condemns the use of force", set()),
        ("Kenya called on Somalia to open the border.", "appeal", "Kenya calls on Somalia to open the border", set()),
    ],
)
def test_a_name_says_who_and_what(text: str, event_type: str, name: str, place: set[str]) -> None:
    event = the(text, event_type)

    assert name in event.name
    assert who(text, event, RoleName.LOCATION) == place


def test_a_day_is_not_what_is_agreed_on() -> None:
    event = the("Norway agreed on Thursday to sell gas to Poland.", "agreement")

    assert "agrees on" not in event.name


def test_a_pronoun_that_may_be_the_owner_is_not_taken_for_the_speaker() -> None:
    text = "His lawyer, Maria Keller, said he would appeal."

    assert not [event for event in read(text).events if who(text, event, RoleName.AGENT)]


def test_two_who_do_alike_are_both_agents() -> None:
    text = "Norway and Sweden agreed to build a bridge."

    assert who(text, the(text, "agreement"), RoleName.AGENT) == {"Norway", "Sweden"}


def test_a_light_verb_lends_its_subject_to_the_noun() -> None:
    text = "Norway held talks with Sweden in Geneva."
    event = the(text, "negotiation")

    assert who(text, event, RoleName.AGENT, RoleName.PARTICIPANT) == {"Norway", "Sweden"}
    assert who(text, event, RoleName.LOCATION) == {"Geneva"}
    assert event.mentions[0].span.of(text) == "held talks"


def test_subjects_are_shared_between_verbs() -> None:
    text = "Norway invaded Sweden and bombed Finland."

    assert who(text, the(text, "airstrike"), RoleName.AGENT) == {"Norway"}


def test_a_relative_clause_has_the_noun_as_its_subject() -> None:
    text = "Norway, which attacked Sweden, is rich."

    assert who(text, the(text, "armed-attack"), RoleName.AGENT) == {"Norway"}


def test_a_speaker_is_whom_a_pronoun_of_the_clause_stands_for() -> None:
    text = "Syria said it would withdraw its troops from Lebanon."
    pledge = the(text, "pledge")

    assert who(text, pledge, RoleName.AGENT) == {"Syria"}
    assert who(text, the(text, "withdrawal"), RoleName.AGENT) == {"Syria"}


@pytest.mark.parametrize(
    ("text", "event_type", "status", "modality", "polarity"),
    [
        ("Norway attacked Sweden.", "armed-attack", Status.COMPLETED, Modality.ASSERTED, Polarity.POSITIVE),
        ("Norway is attacking Sweden.", "armed-attack", Status.ACTIVE, Modality.ASSERTED, Polarity.POSITIVE),
        ("Norway will attack Sweden.", "armed-attack", Status.POTENTIAL, Modality.PLANNED, Polarity.POSITIVE),
        ("Norway plans to attack Sweden.", "armed-attack", Status.POTENTIAL, Modality.PLANNED, Polarity.POSITIVE),
        ("Norway is set to attack Sweden.", "armed-attack", Status.POTENTIAL, Modality.PLANNED, Polarity.POSITIVE),
        ("Norway may attack Sweden.", "armed-attack", Status.POTENTIAL, Modality.POSSIBLE, Polarity.POSITIVE),
        ("Norway did not attack Sweden.", "armed-attack", Status.FAILED, Modality.ASSERTED, Polarity.NEGATIVE),
        ("Norway failed to attack Sweden.", "armed-attack", Status.FAILED, Modality.ASSERTED, Polarity.NEGATIVE),
        ("Norway refused to attack Sweden.", "armed-attack", Status.FAILED, Modality.ASSERTED, Polarity.NEGATIVE),
        ("Norway will not attack Sweden.", "armed-attack", Status.POTENTIAL, Modality.PLANNED, Polarity.NEGATIVE),
        (
            "Denmark urged Norway to attack Sweden.",
            "armed-attack",
            Status.POTENTIAL,
            Modality.DESIRED,
            Polarity.POSITIVE,
        ),
        ("Norway called for a ceasefire in Sudan.", "ceasefire", Status.POTENTIAL, Modality.DESIRED, Polarity.POSITIVE),
        ("Norway continued talks with Sweden.", "negotiation", Status.ACTIVE, Modality.ASSERTED, Polarity.POSITIVE),
    ],
)
def test_what_did_not_happen_is_not_told_as_a_fact(
    text: str, event_type: str, status: Status, modality: Modality, polarity: Polarity
) -> None:
    event = the(text, event_type)

    assert (event.status, event.modality, event.polarity) == (status, modality, polarity)


def test_what_somebody_is_accused_of_is_alleged() -> None:
    text = "Norway accused Sweden of attacking Denmark."
    event = the(text, "armed-attack")

    assert event.modality is Modality.ALLEGED
    assert who(text, event, RoleName.AGENT) == {"Sweden"}


@pytest.mark.parametrize(
    "text",
    [
        "Norway is a member of NATO.",
        "Dogs can attack people.",
        "The minister said that the weather was fine.",
        "Oslo is the capital of Norway.",
        "He described the situation as a war.",
        "It happened in March.",
    ],
)
def test_states_habits_and_words_in_passing_are_no_events(text: str) -> None:
    assert types(text) == []


def test_a_headline_in_the_infinitive_is_planned() -> None:
    text = "Sweden to attack Denmark next week\nIt rained in Oslo."

    assert the(text, "armed-attack").modality is Modality.PLANNED
    assert the(text, "armed-attack").main


def test_a_headline_without_be_is_a_passive() -> None:
    text = "Two Norwegian soldiers arrested in Denmark\nIt rained in Oslo."
    event = the(text, "arrest")

    assert not who(text, event, RoleName.AGENT)
    assert who(text, event, RoleName.LOCATION) == {"Denmark"}


def test_headline_and_body_tell_of_one_event() -> None:
    text = "Germany to give tanks to Ukraine\nGermany will give tanks to Ukraine, it said. The delivery was awaited."
    event = the(text, "arms-transfer")

    assert len(event.mentions) >= 2
    assert event.name == "Germany gives tanks to Ukraine"


def test_two_events_of_one_type_stay_two() -> None:
    text = "Norway invaded Sweden in 1940. Denmark invaded Finland in 1950."

    assert types(text) == ["invasion", "invasion"]


def test_years_stay_years() -> None:
    event = the("Norway invaded Sweden in 1940.", "invasion")

    assert event.start is not None
    assert (event.start.lexical, str(event.start.precision)) == ("1940", "gYear")
    assert event.times


def test_an_amount_belongs_to_its_event_and_pays_for_something() -> None:
    found = read("The construction of the bridge began in 2015 with investments of €30 million from Norway.")
    paid = next(event for event in found.events if event.type == "investment")
    built = next(event for event in found.events if event.type == "construction")

    assert len(paid.amounts) == 1
    assert [(grant.amount, grant.funded) for grant in found.fundings] == [(paid.amounts[0], built.key)]
    assert built.start is not None
    assert built.start.lexical == "2015"


def test_a_part_points_to_its_whole() -> None:
    text = "Emmanuel Macron's visit to Norway included the inauguration of a museum."
    part, whole = the(text, "inauguration"), the(text, "visit")

    assert part.super_event == whole.key
    assert who(text, part, RoleName.PARTICIPANT) == {"Emmanuel Macron"}


def test_what_is_demanded_is_the_object_of_the_demand() -> None:
    text = "Norway called for a ceasefire in Sudan."
    call = the(text, "appeal")

    assert [role.filler for role in call.roles if role.name is RoleName.OBJECT] == [the(text, "ceasefire").key]
    assert call.mentions[0].span.of(text).startswith("called for")


def test_an_act_of_speech_spans_what_it_is_about() -> None:
    assert (
        the("Norway agreed to give tanks to Ukraine.", "agreement")
        .mentions[0]
        .span.of("Norway agreed to give tanks to Ukraine.")
        == "agreed to give"
    )


def test_a_group_that_acts_is_told_by_its_land() -> None:
    text = "Rwandan rebels attacked Uganda."
    event = the(text, "armed-attack")

    assert who(text, event, RoleName.AGENT) == {"Rwandan rebels"}
    assert the("The rebels declared a ceasefire.", "ceasefire").name.startswith("The rebels declare")


def test_an_event_inside_a_claim_says_so() -> None:
    text = "Norway said Denmark attacked Sweden."
    before = parsed(text)
    norway = next(entity.key for entity in before.entities if entity.name == "Norway")
    statement = Mention(Span(12, len(text) - 1), MentionKind.STATEMENT, "test")
    claim = Claim("claim-x", statement, norway, "say", Span(7, 11))
    found = EventAnnotator().annotate(before.adding(claims=[claim])).events

    assert [event.claims for event in found if event.type != "statement"] == [("claim-x",)]


def test_the_same_text_gives_the_same_events() -> None:
    text = "Norway attacked Sweden and Denmark on Monday. The attack killed soldiers in Oslo."

    assert EventAnnotator().annotate(parsed(text)) == EventAnnotator().annotate(parsed(text))


def test_every_event_is_complete() -> None:
    text = "Norway attacked Sweden. A bridge collapsed in Oslo. Rebels kidnapped a judge. Kenya won the match."
    for event in read(text).events:
        assert event.name
        assert event.mentions
        assert event.description.of(text).endswith(".")


@pytest.mark.parametrize(
    "sentence",
    [
        "The company helps people smile.",
        "The singer shot to fame at the age of nineteen.",
        "The war of words between the brothers is an old story.",
        "The striker scored 20 goals last season.",
        "The law requires drivers to stop.",
        "Paying money to players makes no sense.",
        "Storms often hit the coast.",
        "Their long game was a good one.",
    ],
)
def test_a_turn_of_phrase_a_habit_or_a_figure_is_no_event(sentence: str) -> None:
    assert types(f"The week began quietly. {sentence}") == []


def test_a_magazine_attacks_in_words() -> None:
    assert types("The magazine The Economist attacked Norway.") == ["condemnation"]


@pytest.mark.parametrize(
    ("text", "event_type", "modality"),
    [
        ("The first meeting of Norway and Chad, set to take place in May, is secret.", "meeting", Modality.PLANNED),
        ("The talks between Norway and Chad are set to begin.", "negotiation", Modality.PLANNED),
        ("A monument to be built in Oslo divides Norway.", "construction", Modality.PLANNED),
        ("Norway claimed that Sweden attacked Chad.", "armed-attack", Modality.ALLEGED),
        ("Norway accused Ann Lee of using a gun that was stolen from Sweden.", "crime", Modality.ALLEGED),
        ("Ann Lee told reporters that Norway attacked Chad.", "armed-attack", Modality.ASSERTED),
        ("If Norway said that Sweden attacked Chad, nobody believed it.", "armed-attack", Modality.CONDITIONAL),
    ],
)
def test_words_further_away_say_whether_it_happened(text: str, event_type: str, modality: Modality) -> None:
    assert the(text, event_type).modality is modality


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Karl Holm was arrested in Oslo.", "Karl Holm is arrested"),
        ("Norway announced that the tax will rise.", "Norway announces that the tax will rise"),
        ("Ann Lee underwent surgery.", "Ann Lee undergoes surgery"),
        ("Norway made an offer to Sweden.", "Norway makes an offer to Sweden"),
        ("Norway and Sweden held talks.", "Norway and Sweden hold talks"),
    ],
)
def test_a_name_is_a_readable_phrase(text: str, name: str) -> None:
    assert name in [event.name for event in read(text).events]


def test_the_lead_completes_the_headline() -> None:
    text = (
        "Minister resigns\nMinister Ann Lee resigned in Oslo in 2022. Norway appointed Karl Holm as minister in 2023."
    )
    main = [event for event in read(text).events if event.main]

    assert [event.type for event in main] == ["resignation"]
    assert who(text, main[0], RoleName.AGENT) == {"Ann Lee"}
    assert who(text, main[0], RoleName.LOCATION) == {"Oslo"}
    assert main[0].start is not None
    assert main[0].start.lexical == "2022"


@pytest.mark.parametrize(
    ("text", "event_type", "name"),
    [
        ("Five people were killed and hundreds injured.", "killing", "Five people are killed"),
        ("Five people were killed and hundreds injured.", "injury", "Hundreds of people are injured"),
        ("Thousands were evacuated.", "evacuation", "Thousands of people are evacuated"),
        ("He was arrested on Monday.", "arrest", "Arrest"),
        ("The company will release the phone in May.", "product-launch", "The company releases the phone"),
        ("They declined to make an offer.", "rejection", "Declining to make an offer"),
        ("A quake struck the coast, injuring dozens.", "injury", "A quake injures dozens of people"),
        ("There were two strong aftershocks.", "earthquake", "Strong aftershocks"),
        ("Apple unveils new phones", "product-launch", ""),
    ],
)
def test_what_happened_to_people_without_a_name_is_told(text: str, event_type: str, name: str) -> None:
    event = the(BEFORE + text, event_type)

    assert name in ("", event.name)


@pytest.mark.parametrize(
    "text",
    [
        "We were attacked.",
        "People are killed every day.",
        "Storms often kill people.",
        "You will release the phone in May.",
        "There were no injuries.",
        "The system enabled them.",
    ],
)
def test_what_is_said_of_nobody_or_in_general_is_not(text: str) -> None:
    assert types(BEFORE + text) == []
