"""Indirect statements: their exact span, speaker, verb and polarity, and what is no statement."""

from __future__ import annotations

import re

import pytest

from kgexport.annotate.claims import ClaimAnnotator
from kgexport.annotate.language import LanguageAnnotator
from kgexport.annotate.quotations import QuotationAnnotator
from kgexport.annotate.speech.cues import cue_table
from kgexport.model import (
    Annotations,
    Article,
    Block,
    BlockKind,
    Claim,
    Entity,
    Mention,
    MentionKind,
    Polarity,
    Span,
)

NAMES = {
    "Anna Novak": "Person",
    "John Carter": "Person",
    "Northbank": "Organization",
    "NATO": "Organization",
    "Turkey": "Country",
}


def annotated(text: str, headline: bool = False) -> Annotations:
    spans = [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]
    kinds = [BlockKind.HEADLINE if headline and i == 0 else BlockKind.PARAGRAPH for i in range(len(spans))]
    article = Article(text, tuple(map(Block, spans, kinds)))
    entities = []
    for name, kind in NAMES.items():
        found = re.finditer(rf"{name}|\b{name.split()[-1]}\b", text)
        mentions = [Mention(Span(*m.span()), MentionKind.NAME, "test") for m in found]
        if name == "Turkey":
            adjectives = re.finditer("Turkish", text)
            mentions += [Mention(Span(*m.span()), MentionKind.ADJECTIVE, "test") for m in adjectives]
        if mentions:
            entities.append(Entity(name, (kind,), name, tuple(mentions)))
    parsed = LanguageAnnotator().annotate(Annotations(article)).adding(entities=entities)
    return ClaimAnnotator().annotate(QuotationAnnotator().annotate(parsed))


def claims(text: str, headline: bool = False) -> tuple[Claim, ...]:
    return annotated(text, headline).claims


def stated(text: str, headline: bool = False) -> list[tuple[str, str | None, str]]:
    return [(c.mention.span.of(text), c.speaker, c.reporting_verb) for c in claims(text, headline)]


@pytest.mark.parametrize(
    ("text", "content", "verb"),
    [
        ("Anna Novak said that the road was closed.", "the road was closed", "say"),
        ("Anna Novak said the road was closed.", "the road was closed", "say"),
        ("The road was closed, Anna Novak said.", "The road was closed", "say"),
        ("The road was closed, said Anna Novak, who runs the office.", "The road was closed", "say"),
        ("Anna Novak told the paper on Monday that the road was closed.", "the road was closed", "tell"),
        ("Anna Novak pointed out that the road was closed.", "the road was closed", "point out"),
        ("Anna Novak claimed without proof that the road was closed.", "the road was closed", "claim"),
        ("Anna Novak was quoted as saying that the road was closed.", "the road was closed", "say"),
        ("Anna Novak went on to say that the road was closed.", "the road was closed", "say"),
        ("It was announced by Anna Novak that the road was closed.", "the road was closed", "announce"),
        ("According to Anna Novak, the road was closed.", "the road was closed", "according to"),
        ("The road was closed, according to Anna Novak.", "The road was closed", "according to"),
        ("The road was closed, as Anna Novak announced.", "The road was closed", "announce"),
        ("The road was closed as announced by director Anna Novak.", "The road was closed", "announce"),
        ("Anna Novak's claim that the road was closed proved wrong.", "the road was closed", "claim"),
        ("Anna Novak issued a warning that the road was closed.", "the road was closed", "warning"),
        ("Anna Novak left early, noting that the road was closed.", "the road was closed", "note"),
        ("Anna Novak promised to close the road.", "to close the road", "promise"),
        ("Anna Novak cautioned against closing the road.", "against closing the road", "caution"),
        ("Anna Novak accused drivers of closing the road.", "drivers of closing the road", "accuse"),
        ("Anna Novak denied closing the road.", "closing the road", "deny"),
        ("Anna Novak asserted the need for a new road.", "the need for a new road", "assert"),
        ("Anna Novak told the paper in a letter that the road was closed.", "the road was closed", "tell"),
        ("Anna Novak was quoted by the paper as saying that the road was closed.", "the road was closed", "say"),
        ("According to Anna Novak, quoting local radio, the road was closed.", "the road was closed", "according to"),
        ("Anna Novak said that was a lie about the road.", "that was a lie about the road", "say"),
        ("Anna Novak admitted to closing the road.", "closing the road", "admit"),
        ("The road was closed, Anna Novak said on Monday, as it rained.", "The road was closed", "say"),
        ("The road was closed, Anna Novak has confirmed.", "The road was closed", "confirm"),
        ("Anna Novak denied reports that the road was closed.", "the road was closed", "deny"),
        ("Anna Novak told officers she had seen the car.", "she had seen the car", "tell"),
        ("Anna Novak retorted that the road was closed.", "the road was closed", "retort"),
        ("Anna Novak accused both sides of using mines.", "both sides of using mines", "accuse"),
        ("The road was closed, Anna Novak was quoted as saying.", "The road was closed", "say"),
        ("Anna Novak said the road was closed, a claim that many dispute.", "the road was closed", "say"),
    ],
)
def test_the_content_is_exact_in_every_construction(text: str, content: str, verb: str) -> None:
    assert stated(text) == [(content, "Anna Novak", verb)]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("Anna Novak denied that the road was closed.", Polarity.NEGATIVE),
        ("Anna Novak said that the road was not closed.", Polarity.POSITIVE),
        ("Anna Novak dismissed claims that the road was closed.", Polarity.NEGATIVE),
        ("Anna Novak repeated claims that the road was closed.", Polarity.POSITIVE),
    ],
)
def test_the_polarity_is_that_of_the_reporting_verb(text: str, polarity: Polarity) -> None:
    assert [claim.polarity for claim in claims(text)] == [polarity]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Novak, who denied the charges, was arrested in May after a search.",
        "Anna Novak did not say that the road was closed.",
        "Anna Novak refused to say that the road was closed.",
        "Anna Novak is expected to announce that the road is closed.",
        "Anna Novak would not say whether the road was closed.",
        "Anna Novak could say that the road was closed.",
        "If Anna Novak says that the road is closed, stay at home.",
        "It is said that the road was closed.",
        "Nobody said that the road was closed.",
        "I think that the road was closed.",
        "Anna Novak said: “The road was closed.”",
        "“The road was closed,” Anna Novak said.",
        "Anna Novak explained why the road was closed.",
        "“I think that the road was closed,” Anna Novak said.",
        "It is not clear why Anna Novak believes that the road was closed.",
        "She found that the road was closed.",
        "The road was closed, a charge the firms deny.",
        "Asked if the road was closed, Anna Novak said: “Not at all.”",
        "“We go,” a man who gave his name as Tom said.",
        "Workers marched through Lima on Friday to protest against a school reform that the senate passed last week.",
    ],
)
def test_what_nobody_is_said_to_have_stated_is_no_claim(text: str) -> None:
    assert stated(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The road, Anna Novak said, was closed for days.",
        "The road, Anna Novak told the paper on Monday, was closed for days.",
        "The road, according to Anna Novak, was closed for days.",
    ],
)
def test_words_of_telling_in_between_are_no_part_of_what_is_said(text: str) -> None:
    (claim,) = claims(text)
    assert claim.aside is not None
    assert claim.speaker == "Anna Novak"
    assert text[claim.mention.span.begin : claim.aside.begin] == "The road"
    assert text[claim.aside.end : claim.mention.span.end] == "was closed for days"


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("A poll by Northbank found that few want the road.", "few want the road", "Northbank"),
        ("A recent poll found that few want the road.", "few want the road", None),
        ("Northbank found that few want the road.", "few want the road", "Northbank"),
        ("Researchers have found that few want the road.", "few want the road", None),
    ],
)
def test_findings_are_statements_of_those_who_publish_them(text: str, content: str, speaker: str | None) -> None:
    assert [(said, who) for said, who, _ in stated(text)] == [(content, speaker)]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Novak said the road would close and declined to give a reason.",
        "Anna Novak said on Monday the road would close.",
        "Anna Novak said that the road would close, while John Carter insisted that it was safe.",
    ],
)
def test_what_the_speaker_does_besides_and_what_others_say_is_left_out(text: str) -> None:
    assert stated(text)[0][0] == "the road would close"


def test_the_kernel_of_a_statement_is_no_second_one() -> None:
    assert stated("Anna Novak said she believes that the road is closed.") == [
        ("she believes that the road is closed", "Anna Novak", "say")
    ]


def test_what_somebody_thinks_does_not_reach_into_the_frame_behind_it() -> None:
    text = "Detectives think the road was closed for weeks, Anna Novak said."
    assert [content for content, _, _ in stated(text)][-1] == "the road was closed for weeks"


def test_a_sentence_that_is_quoted_from_its_verb_on_is_stated_too() -> None:
    text = "Anna Novak said the plan “is a step too far for the bank and for all of us”."
    assert [content for content, _, _ in stated(text)] == [
        "the plan “is a step too far for the bank and for all of us”"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A close aide to Anna Novak said the border was open.",
        "Friends of director Anna Novak said the border was open.",
        "The border was open, an aide to Anna Novak said.",
    ],
)
def test_those_around_a_person_do_not_speak_as_that_person(text: str) -> None:
    assert [claim.speaker for claim in claims(text)] == [None]


def test_the_statement_speaks_for_the_body_that_made_it() -> None:
    text = "Northbank said the road was closed. The statement added that the border was open."
    assert [claim.speaker for claim in claims(text)] == ["Northbank", "Northbank"]


def test_verbs_in_a_row_share_their_subject() -> None:
    text = "NATO confirmed that the ship had sailed and added that it was armed."
    assert [(content, who) for content, who, _ in stated(text)] == [
        ("the ship had sailed", "NATO"),
        ("it was armed", "NATO"),
    ]


def test_a_participle_goes_on_telling_for_the_same_speaker() -> None:
    text = "Anna Novak said the road was closed, adding that the border was open."
    assert stated(text) == [
        ("the road was closed", "Anna Novak", "say"),
        ("the border was open", "Anna Novak", "add"),
    ]


def test_a_denial_goes_on_with_what_is_claimed_instead() -> None:
    text = "Northbank denied that the road was closed, claiming that the border was open."
    assert [(content, who) for content, who, _ in stated(text)] == [
        ("the road was closed", "Northbank"),
        ("the border was open", "Northbank"),
    ]


def test_what_a_thing_is_like_ends_where_its_speaker_goes_on() -> None:
    text = "Anna Novak said the plan was an insult and vowed to fight it."
    assert stated(text) == [
        ("the plan was an insult", "Anna Novak", "say"),
        ("to fight it", "Anna Novak", "vow"),
    ]


def test_the_day_of_an_accusation_is_no_part_of_it() -> None:
    (claim,) = claims("Anna Novak accused Turkey on Thursday of closing the border.")
    assert claim.aside is not None


def test_a_named_person_finds_by_office_only() -> None:
    assert claims("Anna Novak found that the road was closed.") == ()
    assert [claim.speaker for claim in claims("Judge Anna Novak found that the road was closed.")] == ["Anna Novak"]
    assert [claim.speaker for claim in claims("Anna Novak indicated that the road was closed.")] == ["Anna Novak"]


def test_direct_speech_that_runs_into_the_next_sentence_is_no_claim() -> None:
    assert claims('Anna Novak said, "So am I." Neither of them would say more.') == ()


def test_a_chain_gives_each_speaker_his_own_claim() -> None:
    text = "Anna Novak said John Carter had told her that the road was closed."
    assert stated(text) == [
        ("John Carter had told her that the road was closed", "Anna Novak", "say"),
        ("the road was closed", "John Carter", "tell"),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Turkish officials said the border was open.", None),
        ("Officials said the border was open.", None),
        ("Turkey said the border was open.", "Turkey"),
        ("NATO officials said the border was open.", "NATO"),
        ("A friend of Anna Novak said the border was open.", None),
        ("Anna Novak is back. She said the border was open.", "Anna Novak"),
        ("NATO has met. It said the border was open.", None),
        ("NATO said the sea was open. It said the border was open.", "NATO"),
    ],
)
def test_an_unnamed_reporter_keeps_the_claim_without_a_speaker(text: str, speaker: str | None) -> None:
    assert claims(text)[-1].mention.span.of(text) == "the border was open"
    assert claims(text)[-1].speaker == speaker


@pytest.mark.parametrize(
    ("headline", "content"),
    [
        ("Anna Novak: We will not give up", "We will not give up"),
        ("We will not give up: Anna Novak", "We will not give up"),
        ("Oil will stay cheap, says Northbank economist Anna Novak", "Oil will stay cheap"),
    ],
)
def test_headlines_state_in_their_own_way(headline: str, content: str) -> None:
    text = headline + "\nIt rained in the morning."
    assert [(c, who) for c, who, _ in stated(text, headline=True)] == [(content, "Anna Novak")]


def test_a_topic_with_a_colon_is_no_speaker() -> None:
    assert stated("Turkey: Why the lira is falling\nIt rained.", headline=True) == []


def test_a_mixed_quotation_is_in_the_claim_with_its_marks() -> None:
    text = "Anna Novak said the plan was “a step too far” for the bank."
    found = annotated(text)
    assert found.claims[0].mention.span.of(text) == "the plan was “a step too far” for the bank"
    assert found.quotations[0].claim == found.claims[0].key


def test_the_table_is_complete_and_consistent() -> None:
    table = cue_table()
    known = {"direct", "clause", "inf", "gerund", "prep", "object", "label", "quote", "it", "as", "finder"} | {
        "person",
        "named",
    }
    for cue in (*table.verbs.values(), *table.nouns.values(), *table.phrases.values()):
        assert cue.uses <= known, cue
        assert cue.uses, cue
        assert ("prep" in cue.uses) == bool(cue.prepositions), cue
    assert table.verbs["deny"].polarity is Polarity.NEGATIVE
    assert set(table.helpers) == {
        "carrier",
        "continuing",
        "voice",
        "title",
        "naming",
        "finder",
        "source",
        "body",
        "besides",
        "denying",
    }


@pytest.mark.parametrize(
    ("text", "pieces", "speaker"),
    [
        (
            "At the time, Anna Novak said, the road was closed to lorries.",
            ["At the time", "the road was closed to lorries"],
            "Anna Novak",
        ),
        ("The road, Anna Novak said on Monday, was closed.", ["The road", "was closed"], "Anna Novak"),
        ("The road, Anna Novak said, was closed; nobody knew why.", ["The road", "was closed"], "Anna Novak"),
        ("The road has been closed for good, per NATO.", ["The road has been closed for good"], "NATO"),
        (
            "Prices would fall by spring, the bank's governor, Anna Novak, predicted, although rents would not.",
            ["Prices would fall by spring"],
            "Anna Novak",
        ),
    ],
)
def test_the_words_of_telling_are_no_part_of_what_is_said(text: str, pieces: list[str], speaker: str) -> None:
    found = claims(text)

    assert [([m.span.of(text) for m in claim.mentions], claim.speaker) for claim in found] == [(pieces, speaker)]


def test_a_source_at_the_end_is_no_part_of_what_somebody_else_says() -> None:
    text = "Anna Novak said the road was closed “for good and for everybody,” per NATO."

    assert ("the road was closed “for good and for everybody,”", "Anna Novak", "say") in stated(text)


@pytest.mark.parametrize("text", ["It costs 90 euros, per night.", "The fine is $5 per NATO vehicle on the road."])
def test_per_without_a_source_reports_nothing(text: str) -> None:
    assert claims(text) == ()


def test_what_follows_a_semicolon_is_said_by_somebody_else() -> None:
    found = stated("The road was not closed, officials said; Northbank said it had been shut on Monday.")

    assert found == [
        ("The road was not closed", None, "say"),
        ("it had been shut on Monday", "Northbank", "say"),
    ]


def test_a_claim_knows_the_head_of_the_phrase_that_speaks() -> None:
    text = "The road was closed, a spokesman for the army said."
    (claim,) = claims(text)

    assert claim.voice is not None
    assert claim.voice.of(text) == "spokesman"


@pytest.mark.parametrize(
    ("text", "content"),
    [
        (
            "Anna Novak claims that her bag was taken from her and she was forced to sign a letter.",
            "her bag was taken from her and she was forced to sign a letter",
        ),
        (
            "John Carter claims that the firm stole his design and he was fired from his job.",
            "the firm stole his design and he was fired from his job",
        ),
    ],
)
def test_a_second_clause_of_the_past_belongs_to_what_is_claimed_now(text: str, content: str) -> None:
    assert [found for found, _, _ in stated(text)] == [content]


def test_what_the_speaker_did_besides_is_not_claimed() -> None:
    text = "John Carter claimed that the firm stole his design and he left the hall."
    assert [found for found, _, _ in stated(text)] == ["the firm stole his design"]


def test_a_verb_of_telling_that_goes_on_keeps_its_speaker() -> None:
    text = "John Carter claimed Novak was a volunteer and claim she has an interest in lying."
    assert stated(text) == [
        ("Novak was a volunteer", "John Carter", "claim"),
        ("she has an interest in lying", "John Carter", "claim"),
    ]
