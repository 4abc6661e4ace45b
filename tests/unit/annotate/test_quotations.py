"""Direct quotations: marks, interruptions, paragraphs, speakers, and what is no quotation."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from kgexport.annotate.claims import ClaimAnnotator
from kgexport.annotate.language import LanguageAnnotator
from kgexport.annotate.quotations import QuotationAnnotator
from kgexport.annotate.speech.quoted import find_quoted
from kgexport.model import (
    Annotations,
    Article,
    Block,
    BlockKind,
    Entity,
    Mention,
    MentionKind,
    Quotation,
    Span,
)

PEOPLE = ("Anna Novak", "John Carter", "Ahmed Hassan")
BODIES = ("Northbank", "Harbour Authority")


def article(text: str) -> Article:
    spans = [Span(*match.span()) for match in re.finditer(r"[^\n]+", text)]
    return Article(text, tuple(Block(span, BlockKind.PARAGRAPH) for span in spans))


def entities(text: str) -> list[Entity]:
    made = []
    for kind, names in (("Person", PEOPLE), ("Organization", BODIES)):
        for name in names:
            found = re.finditer(rf"{name}|\b{name.split()[-1]}\b", text)
            mentions = tuple(Mention(Span(*m.span()), MentionKind.NAME, "test") for m in found)
            if mentions:
                made.append(Entity(name, (kind,), name, mentions))
    return made


def read(text: str) -> tuple[Quotation, ...]:
    parsed = LanguageAnnotator().annotate(Annotations(article(text))).adding(entities=entities(text))
    return ClaimAnnotator().annotate(QuotationAnnotator().annotate(parsed)).quotations


def said(text: str) -> list[tuple[str, str | None]]:
    return [(" / ".join(m.span.of(text) for m in q.mentions), q.speaker) for q in read(text)]


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("Anna Novak said: “We go now.”", "We go now."),
        ('Anna Novak said: "We go now."', "We go now."),
        ("«We go now», said Anna Novak.", "We go now"),
        ("„We go now“, said Anna Novak.", "We go now"),
        ("``We go now,'' said Anna Novak.", "We go now,"),
        ("‘It’s the players’ day,’ said Anna Novak.", "It’s the players’ day,"),
        ("'It's the players' day,' said Anna Novak.", "It's the players' day,"),
        ("“He told me ‘go home’ twice,” Anna Novak said.", "He told me ‘go home’ twice,"),
        ("»We go now«, said Anna Novak.", "We go now"),
        ('" We go now , " said Anna Novak .', "We go now ,"),
        ("`` We go now , '' said Anna Novak .", "We go now ,"),
        ("Anna Novak said: ' We go home now. '", "We go home now."),
        ('"We go now, "Anna Novak said.', "We go now,"),
    ],
)
def test_marks_of_all_styles_are_left_out_and_all_between_them_is_kept(text: str, inside: str) -> None:
    assert said(text) == [(inside, "Anna Novak")]


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is safe,” said Anna Novak, director of the Harbour Authority.",
        "“The bridge is safe,” Anna Novak, director of the Harbour Authority, told reporters.",
        "Harbour Authority director Anna Novak said “The bridge is safe,” and left.",
        "“The bridge is safe,” according to Anna Novak.",
        "According to Anna Novak, “The bridge is safe,” whatever the papers write.",
        "Anna Novak was calm. “The bridge is safe,”",
        "Anna Novak: “The bridge is safe,”",
        "Anna Novak told John Carter: “The bridge is safe,”",
        "“The bridge is safe,” said the director, Anna Novak.",
        "“The bridge is safe,” said Novak, who had met John Carter.",
        "“The bridge is safe,” – Anna Novak",
        "Anna Novak said:\n“The bridge is safe,”",
    ],
)
def test_the_speaker_is_found_before_after_and_around(text: str) -> None:
    assert said(text) == [("The bridge is safe,", "Anna Novak")]


@pytest.mark.parametrize(
    "text",
    [
        "“The race is over,” beamed Anna Novak.",
        "“The race is over,” Anna Novak beamed.",
        "Anna Novak, beaten by a second, was gracious: “The race is over,”",
    ],
)
def test_any_verb_will_do_where_the_frame_holds_nothing_but_a_person(text: str) -> None:
    assert said(text) == [("The race is over,", "Anna Novak")]


def test_a_short_sentence_after_the_frame_is_kept() -> None:
    assert said("“The race is over,” said Anna Novak. “At last.”")[1] == ("At last.", "Anna Novak")


def test_what_somebody_inside_an_indirect_statement_calls_a_thing_is_his() -> None:
    text = "Officials said Anna Novak had described the race as “the hardest of my life” before."
    assert said(text) == [("the hardest of my life", "Anna Novak")]


def test_an_interrupted_quotation_is_one_with_two_mentions() -> None:
    assert said("“We lose time,” Anna Novak said, “and we lose money.”") == [
        ("We lose time, / and we lose money.", "Anna Novak")
    ]


def test_a_new_sentence_after_the_frame_is_a_quotation_of_the_same_speaker() -> None:
    assert said("“We lose time,” Anna Novak said. “We lose money.”") == [
        ("We lose time,", "Anna Novak"),
        ("We lose money.", "Anna Novak"),
    ]


def test_a_quotation_runs_over_paragraphs_where_the_mark_is_repeated() -> None:
    assert said("Anna Novak said: “One is wood.\n“Two is stone.\n“Three is iron.” Then she left.") == [
        ("One is wood. / Two is stone. / Three is iron.", "Anna Novak")
    ]


def test_a_quotation_runs_over_lines_where_only_the_last_closes_it() -> None:
    assert said('Anna Novak said: "One is wood.\nTwo is stone.\nThree is iron."\nThe end.') == [
        ("One is wood. / Two is stone. / Three is iron.", "Anna Novak")
    ]


@pytest.mark.parametrize(("opening", "closing"), ['""', "“”", "''"])
def test_a_quotation_in_lines_is_closed_by_a_mark_of_any_spacing(opening: str, closing: str) -> None:
    text = f"Anna Novak said: {opening}One is wood.\nTwo is stone. {closing}\nThe end."
    assert said(text) == [("One is wood. / Two is stone.", "Anna Novak")]


@pytest.mark.parametrize("mark", ['"', "“", "'"])
def test_without_a_closing_mark_the_words_of_telling_make_it_a_quotation(mark: str) -> None:
    assert said(f"Anna Novak told us: {mark}The slope moved.\nNothing was done.") == [
        ("The slope moved.", "Anna Novak")
    ]


def test_a_question_after_an_answer_is_the_other_one_s() -> None:
    text = (
        "“Did you sign?” asked Anna Novak. “I did not,” replied John Carter. “Then who signed it?” “Ask him,” he said."
    )
    assert said(text)[2] == ("Then who signed it?", "Anna Novak")


def test_a_paragraph_of_quotation_is_the_last_speaker_s() -> None:
    text = "Anna Novak said the road was closed.\n“It will stay closed for days.”"
    assert said(text) == [("It will stay closed for days.", "Anna Novak")]


def test_a_name_in_the_quotation_alone_is_not_who_speaks() -> None:
    assert said("“Anna Novak was right about it,” he said.") == [("Anna Novak was right about it,", None)]


def test_half_a_sentence_woven_into_another_is_a_quotation_if_it_is_long() -> None:
    assert said("The road was shut “because we want this to be over” at last.") == [
        ("because we want this to be over", None)
    ]


def test_a_mark_that_never_closes_is_dropped_and_harms_no_other() -> None:
    text = '"We want peace, said the general.\nNothing followed.\n"It is late," said Anna Novak.'
    assert said(text) == [("It is late,", "Anna Novak")]


def test_a_dialogue_keeps_its_two_speakers_apart() -> None:
    text = '"How many?" asked Anna Novak. "Three hundred," answered John Carter. "Not enough," she said.'
    assert said(text) == [("How many?", "Anna Novak"), ("Three hundred,", "John Carter"), ("Not enough,", "Anna Novak")]


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "sick man" has recovered.',
        'The film "The Long Winter" opened on Friday, Anna Novak said.',
        'Anna Novak, known for her work in "The Long Winter," said nothing.',
        '"Road closed in the long winter" — The Gazette, May 5',
        'Anna Novak met the boxer nicknamed "Iron Fist".',
        'A pub called "The Crown and Anchor" burned down.',
        'The "peace wall" fell.',
        'Anna Novak stood by the "peace wall".',
        'Anna Novak said the "peace wall" would fall.',
    ],
)
def test_names_titles_and_scare_quotes_are_no_quotations(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Anna Novak condemned the raid, labelling the situation a “massacre” and asking for help.",
        "Calling the verdict a “massacre”, Anna Novak left.",
        "Anna Novak described the raid as a “massacre”.",
        "Anna Novak called it a “massacre”.",
    ],
)
def test_a_single_word_is_a_quotation_where_somebody_gives_that_name(text: str) -> None:
    assert said(text) == [("massacre", "Anna Novak")]


def test_a_talk_goes_on_by_turns() -> None:
    text = "“Where?” asked Anna Novak. “At home,” John Carter said. “With whom?” “With my wife.”"
    assert [who for _, who in said(text)] == ["Anna Novak", "John Carter", "Anna Novak", "John Carter"]


def test_half_a_sentence_is_of_whom_it_is_told_and_not_of_the_teller() -> None:
    text = "Anna Novak called on both sides to “stop this madness”, her spokesman John Carter said."
    assert said(text) == [("stop this madness", "Anna Novak")]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Novak spoke. The result was, in her own words, “a total catastrophe”.",
        "The road will stay closed unless, as Anna Novak put it, “somebody picks up the phone”.",
    ],
)
def test_words_that_are_called_somebody_s_own(text: str) -> None:
    assert [who for _, who in said(text)] == ["Anna Novak"]


def test_he_may_be_either_of_two_who_were_named_together() -> None:
    assert said("Ahmed Hassan met John Carter. It rained for hours. “It is over,” he said.")[-1][1] is None


@pytest.mark.parametrize(
    "text",
    [
        "Turkey will open the border “very soon”, Anna Novak confirms again.",
        "Northbank: “catastrophe” looms in the north.",
    ],
)
def test_a_word_or_two_in_the_middle_are_not_of_the_teller(text: str) -> None:
    assert said(text) == []


def test_how_somebody_will_act_is_no_quotation() -> None:
    assert said("Turkey will answer “in kind” if the border is closed.") == []


def test_a_fragment_in_indirect_speech_names_its_claim() -> None:
    (quotation,) = read("Anna Novak told Northbank that the plan was “a step too far” and would cost jobs.")
    assert quotation.speaker == "Anna Novak"
    assert quotation.claim == "claim-1"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("“It is over,” a Northbank spokesman said.", "Northbank"),
        ("“It is over,” a spokeswoman for Northbank said.", "Northbank"),
        ("“It is over,” a teller at Northbank said.", None),
        ("“It is over,” a friend of Anna Novak said.", None),
        ("“It is over,” officials said.", None),
        ("Northbank closed its doors. “It is over,” one of the tellers said.", None),
        ("Anna Novak left. “It is over,” she said.", "Anna Novak"),
        ("John Carter met Ahmed Hassan. “It is over,” he said.", None),
        ("Anna Novak met Ahmed Hassan. “It is over,” she said.", "Anna Novak"),
        ("“It is over,” said Northbank. “It was good,” it added.", "Northbank"),
        ("The judge, who described it as “wicked beyond words”, told Anna Novak she would wait.", None),
        ("Her friend Anna Novak, 38, agreed: “It is over.”", "Anna Novak"),
    ],
)
def test_the_speaker_is_none_rather_than_a_wrong_one(text: str, speaker: str | None) -> None:
    assert [who for _, who in said(text)][-1] == speaker


def test_the_cue_is_the_reporting_word() -> None:
    text = "Anna Novak stated, “The bridge is safe.”"
    (quotation,) = read(text)
    assert quotation.cue is not None
    assert quotation.cue.of(text) == "stated"
    assert quotation.mentions[0].kind is MentionKind.QUOTE
    assert quotation.mentions[0].confidence > 0.8


@pytest.mark.parametrize("text", ["'a ‘b \"" * 20000, "“x\n" * 20000, '" ' * 50000, "'s dogs' 'x" * 20000])
def test_of_thousands_of_marks_no_two_pairs_overlap(text: str) -> None:
    found = find_quoted(article(text))
    assert all(before.end <= after.begin for before, after in pairwise(found))
    assert all(quoted.begin < part.begin and part.end <= quoted.end for quoted in found for part in quoted.parts)


def test_a_forgotten_mark_in_a_long_paragraph_spoils_only_its_surroundings() -> None:
    good = '"It is late," said Anna Novak. '
    text = good * 20 + '"We want peace, said the general. ' + good * 20
    found = [quoted.text(article(text)) for quoted in find_quoted(article(text))]
    assert found.count("It is late,") >= 39
