"""Sentences end where they end: not behind abbreviations or before a closing mark, but behind "7 p.m." all the same."""

from __future__ import annotations

import pytest

from kgexport.annotate.language import LanguageAnnotator
from kgexport.annotate.language.boundaries import abbreviations, boundaries
from kgexport.model import Annotations, Article, Block, BlockKind, Span


def split(text: str) -> list[str]:
    article = Article(text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),))
    found = LanguageAnnotator().annotate(Annotations(article)).sentences
    return [sentence.span.of(text) for sentence in found]


@pytest.mark.parametrize(
    "marked",
    [
        # titles and ranks
        "Sgt. Mike Ross of the county police said three people died. | Nobody was hurt.",
        "Staff Sgt. Ann Lee and Capt. Bob Ray were wounded.",
        "1st Lt. Mark Hill led the patrol. | He fell.",
        "Det. Supt. Paul Gray is leading the inquiry.",
        '"We saw the flash," 1st Asst. Chief Dana Poole explained.',
        "Lt. Gov. Kathy Hale signed the order in Albany, N.Y., on Tuesday.",
        "Atty. Gen. Rob Finch sued the firm.",
        "Asst. U.S. Atty. Lou Grant prosecuted the case.",
        "The spokesman, Snr. Comr. Agus Berg, denied it.",
        "The judge, the Hon. Mary Pell, sentenced him to life.",
        "Prof. Sir Ian Wood and Dr. Lee testified.",
        "Mr. and Mrs. Bell sued the school. | Ms. Reed agreed.",
        "Maj. Gen. Bagus Eko said he had received reports.",
        "The Rev. Al Hart led the march.",
        # streets, states, companies
        "Officers were called to the 300 block of Elm St. just after noon.",
        "The crash on Shady Pine Dr. left two people dead.",
        "The man was found on Oak Ave. | The police are looking for witnesses.",
        "The crash on U.S. Highway 61 near Elm Rd. killed four.",
        "Police shot a man in the 1200 block of N. Main St. on Sunday.",
        "Bolt Inc. said it would appeal.",
        "Bolt Corp. CEO Ann Ray resigned. | She gave no reason.",
        "The firm was bought by Bolt Inc. | The price was not disclosed.",
        "The company, based in San Jose, Calif., fired its head.",
        "Officials in Dothan, Ala. said six people were killed.",
        "The car hit a tree near Waco, Tex. | The driver died.",
        "Officials from the Dept. of Justice met Monday with F.B.I. agents.",
        "Troops entered St. Petersburg. | Residents fled.",
        "Robert Down Jr. and Cuba Good Jr. attended the gala.",
        # dates, times, numbers
        "On Jan. 18 rebels attacked the town.",
        "He was born on Sept. 3 in Bonn. | She was born there too.",
        "The meeting begins at 7 p.m. | The public is invited.",
        "The meeting begins at 7 p.m. Friday in the town hall.",
        "Mayor Tom Lee spoke at 10 a.m. EST on Friday. | He left.",
        "The bomb went off at 8:40 a.m. local time.",
        "No. 3 seed Ana Kova beat Lena Marsh on Saturday.",
        "The driver of the No. 12 bus died.",
        "The suspect drove approx. 40 miles before police stopped him.",
        "The index fell 2.5 pct. to 1,203.",
        "The group, i.e. the northern faction, attacked the base, e.g. with mortars.",
        # names with letters
        "U.S. forces killed two militants. | The U.S. House approved it.",
        "He flew back to the U.S. | The president met him there.",
        "L. Ron Berg founded the church. | George W. Lee and J. K. Marsh met.",
        "The case of Doe vs. Roe was heard.",
        "Yahoo! said it would cut 2,000 jobs.",
        # quotation marks and brackets
        '"Are you ready?" asked the coach. | The team said yes.',
        '"Where is he?" | The judge was angry.',
        '"We will not yield." | That is what the president told parliament.',
        'He called it "a disgrace." | The minister denied it.',
        '"It is over.", the minister said.',
        'The film "Who Framed Him?" won three prizes.',
        'The president said, "We will win." | The crowd cheered.',
        "“We lost,” he said. | “It was bad.”",
        "The attack killed six (two of them children). | The army denied it.",
        # dots
        "The talks ... ended without a deal. | Both sides blamed the other.",
        "The talks… ended without a deal.",
        # tokenised text
        'The minister said : " It is over . " | He left the room .',
        "The U. S. army said it had killed 20 rebels . | It left .",
        "It cost $ 20,000 , police said .",
        "They can ' t leave , the spokesman said .",
        "Mr . Marsh fled . | Sgt . Hill followed .",
        "The fire started at 3 p . m . on Monday .",
        'We could not have done it without him. "',
        '"Would we have done it without him? "Reed asked.',
        "The model has a 2. 5 inch screen and costs $1, 199.",
        "Read more at news. com or call us.",
        # plain ends
        "The score was 3-2. | The Reds lost.",
        "The trial begins Dec. 3. | The judge is Ann Ray.",
        "Who shot him? | Nobody knows. | Stop!",
    ],
)
def test_sentences_end_where_they_end(marked: str) -> None:
    assert split(marked.replace(" | ", " ")) == marked.split(" | ")


@pytest.mark.parametrize(
    ("words", "place", "expected"),
    [
        ("He met Sgt . Reed", 4, False),
        ("He met Bolt Inc. The", 4, True),
        ("He met Bolt Inc. Reed", 4, None),
        ("He left . She", 3, True),
        ("It was , He", 3, False),
        ("It was the He", 3, None),
        ("It was the end", 3, False),
    ],
)
def test_what_is_not_certain_stays_open(words: str, place: int, expected: bool | None) -> None:
    tokens = words.split()
    assert boundaries(tokens, [True] * len(tokens))[place] is expected


def test_nothing_has_no_boundary() -> None:
    assert boundaries([], []) == []


def test_straight_marks_turn_by_turn_or_by_their_shape() -> None:
    even = ["We", '"', "won", ".", '"', "He"]
    assert boundaries(even, [True, False, False, False, True, True])[4] is False
    odd = ["He", "left", ".", '"', "We", "won"]
    assert boundaries(odd, [True, False, True, False, True, False])[3:5] == [True, False]


def test_each_abbreviation_has_one_kind_and_a_full_stop() -> None:
    kinds = abbreviations().kinds
    assert all(form.endswith(".") for form in kinds)
    assert {"Sgt.", "Ave.", "pct."} <= set(abbreviations().joined) <= set(kinds)
    assert abbreviations().kind("SGT.") == "leading"
    assert abbreviations().kind("Monday.") == ""


def test_a_title_belongs_to_the_name_behind_it() -> None:
    text = "A deputy was shot and killed near Elm St. on Monday night, Asst. Chief Dana Poole said."
    article = Article(text, (Block(Span(0, len(text)), BlockKind.PARAGRAPH),))
    (found,) = LanguageAnnotator().annotate(Annotations(article)).sentences
    title = next(token for token in found.tokens if token.text == "Asst.")
    assert found.root.text == "said"
    assert found.head(title).text in ("Chief", "Poole")
    assert not title.label
