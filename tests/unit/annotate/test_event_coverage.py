"""Which words tell of events: statements, everyday happenings, headlines; each text is made up for one rule."""

from __future__ import annotations

from functools import cache

import pytest

from kgexport.annotate import annotate
from kgexport.annotate.events.lexicon import lexicon, rows
from kgexport.graph import ArticleGraph
from kgexport.mapping import map_article
from kgexport.model import Annotations, Event, Modality, Polarity, RoleName, Source, Status
from kgexport.read import read_source
from kgexport.scheme import load_scheme
from kgexport.vocabulary import SCHEMA

BEFORE = "A warm day\n\nThe sky was blue.\n\n"
"""A headline and a lead that tell of nothing."""


@cache
def read(text: str) -> Annotations:
    """The text with everything that is found in it."""
    return annotate(read_source(Source(text.encode(), "text/plain", "article.txt"), None))


def types(text: str) -> list[str]:
    return sorted(event.type for event in read(text).events)


def the(text: str, event_type: str) -> Event:
    """The only event of a type."""
    found = [event for event in read(text).events if event.type == event_type]
    assert len(found) == 1, types(text)
    return found[0]


def who(text: str, event: Event, *names: RoleName) -> set[str]:
    entities = {entity.key: entity.name for entity in read(text).entities}
    return {entities[role.filler] for role in event.roles if role.name in names and role.filler in entities}


def words(text: str, event: Event) -> list[str]:
    return [mention.span.of(read(text).article.text) for mention in event.mentions]


# ---- statements


@pytest.mark.parametrize(
    ("text", "event_type", "speaker", "listener"),
    [
        ("Mayor Ann Lee told CNN that the bridge was safe.", "statement", {"Ann Lee"}, {"CNN"}),
        ("The bridge was safe, Ann Lee said.", "statement", {"Ann Lee"}, set()),
        ('"The bridge is safe," Ann Lee said.', "statement", {"Ann Lee"}, set()),
        ("According to Ann Lee, the bridge was safe.", "statement", {"Ann Lee"}, set()),
        ("Ann Lee predicted that the bridge would fall.", "forecast", {"Ann Lee"}, set()),
        ("Ann Lee announced that the bridge was safe.", "announcement", {"Ann Lee"}, set()),
        ("Ann Lee denied that the bridge was old.", "denial", {"Ann Lee"}, set()),
        ("Ann Lee warned that the bridge was old.", "warning", {"Ann Lee"}, set()),
    ],
)
def test_saying_something_is_an_event(text: str, event_type: str, speaker: set[str], listener: set[str]) -> None:
    event = the(BEFORE + text, event_type)

    assert who(BEFORE + text, event, RoleName.AGENT) == speaker
    assert who(BEFORE + text, event, RoleName.RECIPIENT) == listener
    assert event.status is Status.COMPLETED
    assert event.polarity is Polarity.POSITIVE


def test_the_words_of_telling_are_the_mention_of_a_statement() -> None:
    text = BEFORE + "According to Ann Lee, the bridge was safe."

    assert words(text, the(text, "statement")) == ["According to"]


def test_a_statement_knows_what_was_said_and_stands_in_no_claim_of_its_own() -> None:
    text = BEFORE + "The bridge, Ann Lee said, was safe."
    event = the(text, "statement")

    assert event.said == tuple(claim.key for claim in read(text).claims)
    assert event.claims == ()


def test_a_statement_inside_a_statement_is_told_by_the_outer_speaker() -> None:
    text = BEFORE + "Karl Holm said that Ann Lee had told CNN that the bridge was safe."
    inner = next(event for event in read(text).events if who(text, event, RoleName.AGENT) == {"Ann Lee"})

    assert inner.claims


def test_one_speaker_who_goes_on_makes_one_statement() -> None:
    text = BEFORE + 'Ann Lee said the bridge was safe. "It is new," she said.'
    event = the(text, "statement")

    assert words(text, event) == ["said", "said"]
    assert len(event.said) == 2


def test_the_same_speaker_later_on_makes_another_statement() -> None:
    text = (
        BEFORE + "Ann Lee said the bridge was safe. The river is deep. Fish live in it. Ann Lee said the road was old."
    )

    assert types(text).count("statement") == 2


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee never said that the bridge was safe.",
        "Ann Lee refused to say that the bridge was safe.",
        "If Ann Lee says that the bridge is safe, it is.",
        "It is said that the bridge is safe.",
        "Ann Lee believes that the bridge is safe.",
    ],
)
def test_what_nobody_said_is_no_statement(text: str) -> None:
    assert "statement" not in types(BEFORE + text)


def test_a_statement_of_somebody_who_is_only_described_has_no_invented_name() -> None:
    text = BEFORE + "A publicist says the singer is well."

    assert the(text, "statement").name.lower().startswith("a publicist says")


def test_a_statement_is_not_what_an_article_is_about_where_something_happened() -> None:
    text = "A warm day\n\nAnn Lee said that Karl Holm was arrested in Rome."

    assert not the(text, "statement").main
    assert the(text, "arrest").main


def test_a_headline_that_tells_of_a_statement_has_it_for_its_main_event() -> None:
    text = "Ann Lee says the bridge is safe\n\nThe mayor spoke in Rome."

    assert the(text, "statement").main


def test_what_was_said_before_the_words_of_telling_is_in_the_name() -> None:
    text = BEFORE + "The bridge was safe, Ann Lee said."

    assert the(text, "statement").name == 'Ann Lee says: "The bridge was safe"'


def test_the_graph_leads_from_a_statement_to_what_was_said() -> None:
    text = BEFORE + 'Ann Lee said the bridge was safe. "It is new," she said.'
    graph: ArticleGraph = map_article(read(text), "https://example.org/")
    results = [str(triple.object) for triple in graph.knowledge if triple.predicate == SCHEMA["result"]]

    assert {value.rpartition("#")[2].partition("-")[0] for value in results} == {"claim", "quote"}


def test_every_word_of_telling_has_a_type_of_the_scheme_and_a_frame() -> None:
    scheme, frames = load_scheme().types, lexicon().frames
    for _, sort, name, frame in rows("statements.tsv", 4):
        assert sort in ("verb", "noun", "phrase")
        assert scheme[name].broader
        assert frame in frames


# ---- everyday happenings


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Karl Holm climbed over the fence.", "movement"),
        ("Karl Holm chased a guard.", "pursuit"),
        ("Karl Holm was trapped in a mine.", "entrapment"),
        ("Karl Holm drew a knife.", "weapon-use"),
        ("Karl Holm was granted bail on Monday.", "bail"),
        ("Karl Holm appealed the verdict.", "court-appeal"),
        ("Karl Holm pleaded guilty on Monday.", "plea"),
        ("Karl Holm reached the final.", "qualification"),
        ("Karl Holm passed for 200 yards.", "sport-move"),
        ("Firefighters were called to Rome.", "emergency-response"),
        ("The guards were forced to drive to Rome.", "compulsion"),
        ("Ann Lee was interviewed by Oprah Winfrey.", "interview"),
        ("Google removed the song.", "removal"),
        ("The band will begin filming in Rome on 3 May 2024.", "production"),
    ],
)
def test_everyday_happenings_are_told(text: str, event_type: str) -> None:
    assert event_type in types(BEFORE + text)


@pytest.mark.parametrize(
    "text",
    [
        "He uses the train and eats at noon.",
        "Google uses many computers.",
        "A customer can choose among ten designs.",
        "The phone comes with a bigger screen.",
        "The season began in May.",
        "Google did not remove the song.",
        "Ann Lee may change the plan.",
        "We changed the plan.",
        "The plan is a step forward for Rome.",
        "Running back Karl Holm is 30.",
        "Last updated at noon.",
    ],
)
def test_habits_states_and_what_may_be_are_no_everyday_happening(text: str) -> None:
    assert types(BEFORE + text) == []


def test_the_special_type_wins_over_the_everyday_one() -> None:
    assert types(BEFORE + "Israel mounted an invasion of Lebanon.") == ["invasion"]
    assert types(BEFORE + "Ann Lee was named chief executive of Google.") == ["appointment"]


def test_no_word_tells_of_two_events() -> None:
    assert types(BEFORE + "Sony began filming the series in Rome.") == ["production"]


# ---- aspects, headlines, nouns


def test_the_verb_that_says_it_begins_belongs_to_the_mention() -> None:
    text = BEFORE + "Google will start selling the phone in May."

    assert words(text, the(text, "sale")) == ["start selling"]


def test_a_noun_and_the_verb_that_says_it_again_are_one_event() -> None:
    text = BEFORE + "Five people were killed by the quake, which struck Peru on Monday."
    event = the(text, "earthquake")

    assert "struck" in words(text, event)


def test_a_noun_that_the_verb_needs_belongs_to_the_mention() -> None:
    text = BEFORE + "Crews from Leeds tackled a blaze."

    assert words(text, the(text, "fire")) == ["tackled a blaze"]


def test_a_headline_may_leave_out_its_verb() -> None:
    text = "Gary Ross back in talks with Sony\n\nThe sky was blue."
    event = the(text, "negotiation")

    assert who(text, event, RoleName.AGENT) == {"Gary Ross"}
    assert event.status is Status.ACTIVE


def test_a_line_with_the_address_of_the_page_is_no_headline() -> None:
    text = (
        "https://news.example/2013/05/karl-holm\nKarl Holm Held Over Leeds Murder\nPolice arrested Karl Holm in Leeds."
    )

    assert the(text, "arrest").main


def test_no_reports_of_injuries_is_an_injury_that_did_not_happen() -> None:
    text = BEFORE + "There were no reports of injuries in Kobe."
    event = the(text, "injury")

    assert (event.polarity, event.status) == (Polarity.NEGATIVE, Status.FAILED)


def test_what_a_victory_led_to_took_place() -> None:
    text = BEFORE + "Karl Holm beat Ann Lee to reach the final."

    assert the(text, "qualification").modality is Modality.ASSERTED


def test_a_perfect_is_no_passive() -> None:
    assert "disappearance" not in types(BEFORE + "Karl Holm has lost his last seven matches.")


def test_a_verb_before_the_words_of_telling_has_never_the_speaker_for_its_subject() -> None:
    text = BEFORE + "Three inmates overpowered a guard, stole his keys and escaped, Sheriff Dale Horner said."

    assert all("Dale Horner" not in who(text, e, RoleName.AGENT) for e in read(text).events if e.type != "statement")


def test_figures_of_a_game_are_told_and_those_of_a_season_are_not() -> None:
    assert "sport-move" in types(BEFORE + "Dan Cole threw for 310 yards on Sunday.")
    assert types(BEFORE + "Dan Cole threw for 3100 yards this season.") == []


def test_there_are_enough_everyday_words() -> None:
    named = {
        pattern.words for table in (lexicon().verbs, lexicon().nouns) for same in table.values() for pattern in same
    }

    assert len(named) >= 4000


def test_a_noun_before_the_verb_that_needs_it_is_a_mention_of_the_same_event() -> None:
    text = "Fire in a school in Leeds tackled\n\nCrews from Devon were busy."

    assert words(text, the(text, "fire")) == ["tackled", "Fire"] or words(text, the(text, "fire")) == [
        "Fire",
        "tackled",
    ]


def test_who_is_told_to_do_something_is_asked() -> None:
    text = BEFORE + "Police told Karl Holm to leave the house."

    assert who(text, the(text, "demand"), RoleName.RECIPIENT) == {"Karl Holm"}


def test_what_is_set_for_a_month_is_planned() -> None:
    text = BEFORE + "A hearing is set for March in Rome."

    assert the(text, "trial").modality is Modality.PLANNED


def test_a_share_price_moves_and_no_person() -> None:
    text = BEFORE + "Deutsche Bank jumped 5.1 percent on Friday."

    assert types(text) == ["economic-change"]


def test_things_are_recovered_and_people_recover() -> None:
    assert types(BEFORE + "Karl Holm recovered from the flu.") == ["recovery"]
    assert "recovery" not in types(BEFORE + "Karl Holm recovered 200 phones.")


def test_advice_to_the_reader_is_no_event() -> None:
    assert types("How to protect your phone\n\nThe sky is blue.") == []


def test_a_date_in_tokenised_text_is_no_headline() -> None:
    text = (
        "21 July 2013 Last updated at 11: 11 GMT\nKarl Holm Held Over Leeds Murder\nPolice arrested Karl Holm in Leeds."
    )

    assert the(text, "arrest").main


# ---- words that lie further off, and what people want


def all_words(text: str, event_type: str) -> list[str]:
    found = [event for event in read(text).events if event.type == event_type]
    return [word for event in found for word in words(text, event)]


@pytest.mark.parametrize(
    ("sentence", "event_type", "word"),
    [
        ("There were no reports of injuries in Oslo.", "injury", "reports of injuries"),
        ("The quake, which struck Lima on Monday, killed two.", "earthquake", "which"),
        ("An earthquake struck Lima on Monday. It was felt in Cusco.", "earthquake", "It"),
        ("Rescue operations are under way in Lima.", "rescue", "under way"),
        ("Ann Lee met Karl Holm in an effort to persuade him.", "persuasion", "effort to persuade"),
        ("Karl Holm appealed against his assault conviction on Monday.", "conviction", "assault conviction"),
    ],
)
def test_words_that_stand_for_an_event_are_mentions_of_it(sentence: str, event_type: str, word: str) -> None:
    assert word in all_words(BEFORE + sentence, event_type)


def test_it_behind_a_plural_or_behind_two_events_stands_for_none() -> None:
    text = BEFORE + "Two aftershocks struck Lima on Monday. It was felt in Cusco."
    assert "It" not in all_words(text, "earthquake")


def test_the_name_of_an_occasion_inside_a_phrase_is_a_mention_of_it() -> None:
    text = "Lee to host Oscars\n\nAnn Lee will host the Oscars in March. Oscars organisers thanked her on Monday."
    found = [m for e in read(text).events for m in words(text, e)]
    assert found.count("Oscars") >= 1


@pytest.mark.parametrize(
    ("sentence", "event_type", "name"),
    [
        ("Norway asked Ann Lee to bring the files to Oslo.", "conveyance", "Ann Lee"),
        ("Ann Lee is accused of using a gun.", "use", "Ann Lee"),
        ("Karl Holm is in talks to direct the film.", "production", "Karl Holm"),
    ],
)
def test_what_somebody_is_asked_or_accused_to_have_done_is_told(sentence: str, event_type: str, name: str) -> None:
    text = BEFORE + sentence
    event = the(text, event_type)
    assert name in who(text, event, RoleName.AGENT)
    assert event.modality is not Modality.ASSERTED


def test_what_is_done_in_order_to_do_something_else_is_not_told() -> None:
    assert "protection" not in types(BEFORE + "Norway built a wall to protect Oslo.")


# ---- clauses


def test_what_is_being_done_is_under_way() -> None:
    text = BEFORE + "The bank's website is being attacked by hackers."
    assert the(text, "cyberattack").status is Status.ACTIVE


def test_the_present_behind_when_is_planned_where_the_main_clause_is() -> None:
    text = BEFORE + "Ann Lee will take over the company when Karl Holm leaves the company."
    assert the(text, "job-change").modality is Modality.PLANNED


def test_three_passives_may_share_one_auxiliary() -> None:
    text = BEFORE + "Five people were killed, 20 injured and dozens of cars damaged when the storm hit."
    assert {"20 people"} == who(text, the(text, "injury"), RoleName.OBJECT)


def test_what_somebody_did_before_or_after_is_told() -> None:
    assert "movement" in types(BEFORE + "A Florida woman vanished on Friday after leaving a restaurant.")


def test_injuries_behind_with_are_those_of_who_is_taken_to_hospital() -> None:
    text = BEFORE + "Two men were taken to hospital with serious injuries."
    assert {"two men"} == who(text, the(text, "injury"), RoleName.OBJECT)


def test_who_was_the_subject_of_a_manhunt_suffered_it() -> None:
    text = BEFORE + "The prisoner was the subject of a weeklong manhunt."
    assert the(text, "pursuit").roles


def test_who_returns_to_a_field_travels_and_who_returns_it_does_not() -> None:
    assert "travel" in types(BEFORE + "Ann Lee returned to the field on her own.")
    assert "travel" not in types(BEFORE + "Ann Lee returned it for a touchdown.")


def test_a_participle_behind_a_noun_carries_it() -> None:
    text = BEFORE + "Israel and Syria swapped prisoners under a deal struck by Egypt."
    assert "deal struck" in all_words(text, "agreement")


def test_a_noun_that_says_no_more_goes_with_the_noun_before_it() -> None:
    text = BEFORE + "Ann Lee led the extradition proceedings against Karl Holm on Monday."
    assert "extradition proceedings" in " ".join(all_words(text, "expulsion"))


def test_a_headline_tells_who_is_in_talks_without_any_verb() -> None:
    text = "Director Karl Holm still in negotiations with Sony\n\nThe sky was blue."
    assert "Karl Holm" in who(text, the(text, "negotiation"), RoleName.AGENT)
