"""Which words of a sentence are names, where they begin and end, and what kind of thing they name."""

from __future__ import annotations

import pytest

from kgexport.annotate.entities import EntityAnnotator
from kgexport.annotate.entities.lexicon import coarse, fold, tight
from kgexport.annotate.entities.spotting.wording import Wording, begins
from kgexport.annotate.language import LanguageAnnotator
from kgexport.model import Annotations, Article, Block, BlockKind, MentionKind, Span


def annotated(text: str, headline: bool = False) -> Annotations:
    """The entities of a text by the authority that travels with the package; with a headline, its first line is one."""
    blocks, at = [], 0
    for number, line in enumerate(text.split("\n")):
        kind = BlockKind.HEADLINE if headline and number == 0 else BlockKind.PARAGRAPH
        blocks.append(Block(Span(at, at + len(line)), kind))
        at += len(line) + 1
    parsed = LanguageAnnotator().annotate(Annotations(Article(text, tuple(blocks))))
    return EntityAnnotator().annotate(parsed)


def names(text: str, headline: bool = False) -> dict[str, str]:
    """Every name as printed, with its kind: PER, ORG, LOC, PROD, WORK."""
    found = annotated(text, headline)
    mentions = [(m, e) for e in found.entities for m in e.mentions if m.kind is MentionKind.NAME]
    return {m.span.of(text): coarse(e.types[0]) for m, e in sorted(mentions, key=lambda item: item[0].span)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The T - Mobile shop at the U. S. border closed.", {"T - Mobile": "ORG", "U. S.": "LOC"}),
        ("The U. S. Marshal Service joined the hunt.", {"U. S. Marshal Service": "ORG"}),
        ("He flew to L. A. on Monday.", {"L. A.": "LOC"}),
        ("It cost NZ $ 26 million, or USD 200 each.", {}),
        ("The agency, known as Save the Children, closed.", {"Save the Children": "ORG"}),
        ("He appeared at Westminster Magistrates' Court.", {"Westminster Magistrates' Court": "ORG"}),
        ("Moody's cut its outlook.", {"Moody's": "ORG"}),
        ("Travel guides praise King's College London.", {"King's College London": "ORG"}),
        ("A report by Physicians for Human Rights says so.", {"Physicians for Human Rights": "ORG"}),
        ("Crews from Somerset Fire and Rescue came.", {"Somerset Fire and Rescue": "ORG"}),
        (
            "The Ministry of Health, Labour and Welfare and Toyota agreed.",
            {"Ministry of Health, Labour and Welfare": "ORG", "Toyota": "ORG"},
        ),
        ("The Ministry of Defence, Boeing and Airbus agreed.", {"Ministry of Defence": "ORG"}),
        ("They briefed the Security Council on Aleppo.", {"Security Council": "ORG", "Aleppo": "LOC"}),
        ("The Council on Foreign Relations met.", {"Council on Foreign Relations": "ORG"}),
        ("The Supreme Court of Ghana ruled.", {"Supreme Court of Ghana": "ORG"}),
        ("Officials blamed the Liberation Army of Joseph Okello.", {"Liberation Army": "ORG", "Joseph Okello": "PER"}),
        ("The Bishop of Durham Paul Butler spoke.", {"Durham": "LOC", "Paul Butler": "PER"}),
        ("The Duchess of Cambridge visited Wrexham.", {"Duchess of Cambridge": "PER", "Wrexham": "LOC"}),
        ("Governor Daniel Park vetoed the bill.", {"Daniel Park": "PER"}),
        ("Judges Karen Henderson and Paul Ives agreed.", {"Karen Henderson": "PER", "Paul Ives": "PER"}),
        ("They signed All-Star Kevin Marsden.", {"Kevin Marsden": "PER"}),
        ("UAW President Shawn Fain spoke.", {"Shawn Fain": "PER"}),
        (
            "He spoke to Ursula von der Leyen. Von der Leyen agreed.",
            {"Ursula von der Leyen": "PER", "Von der Leyen": "PER"},
        ),
        ("She ran the Berlin Marathon twice.", {"Berlin": "LOC"}),
        ("The U.S.-Soviet talks failed.", {}),
    ],
)
def test_names_begin_and_end_where_they_should(text: str, expected: dict[str, str]) -> None:
    found = names(text)
    assert {name: kind for name, kind in found.items() if name in expected or not expected} == expected
    assert not [n for n in found for e in expected if n != e and (n in e or e in n)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("A fire broke out at the Brackwell supermarket.", "Brackwell", "ORG"),
        ("Fighters of the Zanubi militia withdrew.", "Zanubi", "ORG"),
        ("She stood for the Morena party in May.", "Morena", "ORG"),
        ("Police searched the Brackhead neighborhood.", "Brackhead", "LOC"),
        ("Guests left the Kalidor hotel at night.", "Kalidor", "ORG"),
        ("A blaze near Evrolia spread quickly.", "Evrolia", "LOC"),
        ("He directed the sequel, Rising Water, last year.", "Rising Water", "WORK"),
        ("Critics of Scrollpage.org wrote about it.", "Scrollpage.org", "WORK"),
        ("CBC.ca reported it first.", "CBC.ca", "ORG"),
        ("The ban fell under House Bill 7 in March.", "House Bill 7", "WORK"),
        ("A Boeing 737 MAX had struck birds.", "Boeing 737 MAX", "PROD"),
        ("They lost to Crystal Palace at home.", "Crystal Palace", "ORG"),
        ("The Hindu reported it first.", "Hindu", "ORG"),
        ("The official Zetka news agency confirmed it.", "Zetka", "ORG"),
        ("Houston cornerback Cortland Finbury was fined.", "Cortland Finbury", "PER"),
        ("Ohio's tight end Dallas Clarkson scored.", "Dallas Clarkson", "PER"),
        ("It happened in Malibu, Calif., on Sunday.", "Calif.", "LOC"),
        ("She died after a crash on the A9 near Perth.", "A9", "LOC"),
        ("Police Scotland named the driver.", "Police Scotland", "ORG"),
        ("They spoke with Gustavo Brekke's government.", "Gustavo Brekke", "PER"),
        ("The suit names Acme Bank, Jane Doe and Ferrolux Works, Inc. of Ohio.", "Ferrolux Works, Inc.", "ORG"),
        ("The storm tore through Hai Phong and Quang Ninh.", "Quang Ninh", "LOC"),
    ],
)
def test_what_stands_beside_a_name_tells_its_kind(text: str, name: str, kind: str) -> None:
    assert names(text).get(name) == kind


@pytest.mark.parametrize(
    "text",
    [
        "He is a Gold Glove winner.",
        "The Crown asserted that both knew it.",
        "They meet in Game 5 on Sunday.",
        "Hausa and Yoruba leaders called for calm.",
        "Pilgrims mark Eid al-Adha after the Hajj.",
        "It reached number 3 in the Lifestyle-Religion category.",
        "The phone has 16 GB of RAM and a USB port.",
        "Many neo-pagan religions, such as Wicca, use them.",
    ],
)
def test_what_names_nothing_is_no_entity(text: str) -> None:
    assert names(text) == {}


def test_a_storm_stays_a_storm_without_its_noun() -> None:
    assert names("Hurricane Odette hit land. Officials warned that Odette could grow.") == {}


def test_a_town_before_a_number_keeps_its_name() -> None:
    assert names("He was sacked at the Kansas City 7 with a minute left.") == {"Kansas City": "LOC"}


def test_teams_are_known_by_their_plural_in_an_article_about_sport() -> None:
    text = "The Yankees and the Dodgers want the first baseman. The Angels met him too."
    assert names(text) == {"Yankees": "ORG", "Dodgers": "ORG", "Angels": "ORG"}


def test_a_sea_without_article_may_be_a_firm() -> None:
    assert names("The ship crossed the Coral Sea.") == {"Coral Sea": "LOC"}
    rule = {m.annotator for e in annotated("Orders went to Hanwick Ocean.").entities for m in e.mentions}
    assert rule <= {"entities/facility-word", "entities/model"}


def test_headlines_keep_acronyms_and_towns() -> None:
    text = "WHO Warns of Flu Near Leeds\nThe World Health Organization warned of flu."
    assert names(text, headline=True) == {"WHO": "ORG", "Leeds": "LOC", "World Health Organization": "ORG"}


@pytest.mark.parametrize(
    ("apart", "together"), [("T - Mobile", "T-Mobile"), ("U. S.", "U.S."), ("J. K. Rowan", "J.K. Rowan")]
)
def test_tokenised_names_are_the_same_names(apart: str, together: str) -> None:
    assert tight(apart) == together
    assert fold(apart) == fold(together)


def test_a_dash_between_sentences_joins_no_words() -> None:
    text = "They met in Oslo - Paris was too far away - and signed a well-known pact."
    assert names(text) == {"Oslo": "LOC", "Paris": "LOC"}


def test_an_apostrophe_behind_a_word_opens_no_quotation() -> None:
    found = annotated("He came to the Magistrates' Court and said 'Yes' to it.")
    (sentence,) = found.sentences
    opening = {t.text: begins(sentence, t.i) for t in sentence.tokens if t.text in ("Court", "Yes")}
    assert opening == {"Court": False, "Yes": True}


def test_hyphens_apart_are_a_habit_of_the_whole_article() -> None:
    loose = annotated("An eight - year deal, a one - off fee and a so - called bonus. ")
    mixed = annotated("An eight-year deal - signed now - and a fee - paid later - and more - much more.")
    assert Wording.of(loose.sentences).apart
    assert not Wording.of(mixed.sentences).apart


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prime Minister Theresa May resigned. May wept.", {"Theresa May": "PER", "May": "PER"}),
        ("Critic Tess Winter praised April O'Neil.", {"Tess Winter": "PER", "April O'Neil": "PER"}),
        ("It fell in May, said Brian May. It rose on May 5.", {"Brian May": "PER"}),
        ("Ann Bell met Per Dahl in Lund.", {"Ann Bell": "PER", "Per Dahl": "PER", "Lund": "LOC"}),
        ("Tom Hall of the Court of Appeal agreed.", {"Tom Hall": "PER", "Court of Appeal": "ORG"}),
        ("Former Birmingham Mayor Larry Langford left.", {"Birmingham": "LOC", "Larry Langford": "PER"}),
        ("Former England captain Ann Bell spoke.", {"England": "LOC", "Ann Bell": "PER"}),
        ("Ex-France coach Paul Ives spoke.", {"France": "LOC", "Paul Ives": "PER"}),
        ("Assistant U.S. Attorney George Martin spoke.", {"U.S.": "LOC", "George Martin": "PER"}),
        ("Police went to Shady Valley Dr. on Sunday.", {"Shady Valley Dr.": "LOC"}),
        ("Tom Yates Snr won.", {"Tom Yates Snr": "PER"}),
        ("The plane landed in Fort Myers.", {"Fort Myers": "LOC"}),
        ("Acme Foods plc fell.", {"Acme Foods plc": "ORG"}),
        ("He backed One Nation on Monday.", {"One Nation": "ORG"}),
        ("They slept at the Hotel Velkara.", {"Hotel Velkara": "ORG"}),
        ("Briton Oto Kelvar beat Pole Ida Sormek.", {"Oto Kelvar": "PER", "Ida Sormek": "PER"}),
        ("The Microsoft Surface sold well.", {"Microsoft Surface": "PROD", "Microsoft": "ORG"}),
        ("Kenya's Oto Kelvar beat them all.", {"Kenya": "LOC", "Oto Kelvar": "PER"}),
        ("The studio agreed to acquire Veltis.", {"Veltis": "ORG"}),
        ("Chevron fired the US Secretary of State.", {"Chevron": "ORG", "US": "LOC"}),
    ],
)
def test_words_that_look_like_something_else(text: str, expected: dict[str, str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Normal service will resume on Monday.",
        "It treats Cystic Fibrosis and GI patients.",
        "The prize in Physics was shared.",
        "The Border Negotiation Delegation Leader Meeting was long.",
        "Shares rose (NYSE: ACM).",
    ],
)
def test_fields_diseases_and_signs_of_shares_name_nothing(text: str) -> None:
    assert names(text) == {}


def test_names_inside_of_names() -> None:
    assert names("Walk from Holt Hospital Station to Sandu Station.") == {
        "Holt Hospital Station": "LOC",
        "Holt Hospital": "LOC",
        "Sandu Station": "LOC",
        "Sandu": "LOC",
    }
    assert names("Users like Google Chrome.") == {"Google Chrome": "PROD", "Google": "ORG"}


def test_a_quoted_title_in_a_headline_has_all_its_words() -> None:
    text = "Jane Bell, 'Best Little Hotel' Actor, Dies\nJane Bell, known for “Best Little Hotel”, died."
    assert names(text, headline=True)["Best Little Hotel"] == "WORK"


def test_a_ground_and_a_team_in_an_article_about_a_game() -> None:
    found = names("The match at the Emirates was the last of the league season. Chelsea won, and the coach smiled.")
    assert found["Emirates"] == "LOC"
    assert found["Chelsea"] == "ORG"


def labels(text: str) -> dict[str, tuple[str, ...]]:
    """Name and other names of every entity that is named."""
    return {e.name: e.alternate_names for e in annotated(text).entities}


def test_a_company_is_one_with_and_without_its_suffix() -> None:
    found = labels("Acme Robotics Inc. fell. Acme Robotics makes arms. Acme Robotics, Inc. is old. Acme wept.")
    assert found == {"Acme Robotics, Inc.": ("Acme Robotics Inc.", "Acme Robotics", "Acme")}


def test_bodies_of_two_lands_stay_two() -> None:
    text = "Russia's Ministry of Defence said so. Britain's Ministry of Defence denied it."
    assert [e.name for e in annotated(text).entities].count("Ministry of Defence") == 2
    text = "Russia's Ministry of Defence said so. The Ministry of Defence denied it."
    assert [e.name for e in annotated(text).entities].count("Ministry of Defence") == 1


def test_a_company_is_not_the_person_of_that_surname() -> None:
    text = "Harrison Ford crashed. Ford, the carmaker, wept."
    assert {e.name: len(e.mentions) for e in annotated(text).entities} == {"Harrison Ford": 1, "Ford": 1}


def test_a_state_is_named_in_full() -> None:
    assert labels("She lives in Montgomery, Ala., now.")["Alabama"] == ("Ala.",)


def test_a_newspaper_keeps_its_article_as_a_name() -> None:
    assert labels("The Guardian reported it.") == {"The Guardian": ("Guardian",)}
