"""Words of many senses: the type by what stands around them and by what the article is about."""

from __future__ import annotations

import pytest

from tests.unit.annotate.test_event_coverage import BEFORE, types

SPORT = "The league match was a good game for the team. The striker trained with his coach before the season. "
ELECTION = "The election was close. Every candidate spoke to voters; the ballot was secret and the turnout high. "

FINER = [
    ("Karl Holm was jailed on Monday.", "imprisonment"),
    ("Police are holding Karl Holm on suspicion of murder.", "arrest"),
    ("Shells fell on the town of Orm on Monday.", "shelling"),
    ("Six rockets hit the airport in Orm on Monday.", "airstrike"),
    ("Doctors treated Karl Holm in Bern on Monday.", "treatment"),
    ("Fans clashed with police in Rome on Monday.", "clash"),
    ("Troops clashed with rebels in Orm on Monday.", "armed-conflict"),
    ("Oracle sponsored the race in Bern.", "sponsorship"),
    ("The senator Ann Lee sponsored the bill.", "bill"),
    ("The World Bank estimated that 40,000 people live there.", "estimate"),
    ("Ann Lee was prosecuted in Bern on Monday.", "prosecution"),
    ("The league fined Karl Holm on Monday.", "fine"),
    ("The council approved the merger on Monday.", "approval"),
    ("The agency approved the drug on Monday.", "product-approval"),
    ("Ann Lee decided to learn Greek.", "decision"),
    ("Ann Lee took office in March.", "entry-into-office"),
    ("Ann Lee directed the film in Rome.", "production"),
    ("Jurors heard how Karl Holm hid the money.", "testimony"),
    ("The house impeached Karl Holm on Monday.", "charge"),
    ("The party nominated Ann Lee on Monday.", "nomination"),
    ("Oracle disposed of its stake in Delcor.", "sale"),
    ("The chancellor unveiled his budget on Monday.", "announcement"),
    ("Police executed a search warrant in Bern on Monday.", "raid"),
    ("Ann Lee came under fire for her remarks on Monday.", "condemnation"),
    ("Ann Lee gave a speech in Bern on Monday.", "speech"),
    ("The talks between Norway and Chad broke down on Monday.", "negotiation"),
    ("Rebels took over the town of Orm on Monday.", "seizure"),
]
OTHER_SENSES = [
    ("Dozens of police were carrying firearms in Bern.", "conveyance"),
    ("Karl Holm acted in self-defence in Bern.", "performance"),
    ("Ann Lee stood up to Karl Holm on Monday.", "movement"),
    ("Ann Lee observed the birds in Bern for two years.", "ceremony"),
    ("The games see Arsenal play Chelsea on Monday.", "perception"),
    ("Karl Holm disposed of the body in Bern on Monday.", "sale"),
    ("Ann Lee took over the franchise from Karl Holm.", "seizure"),
    ("Ann Lee won 56% of the votes on Sunday.", "election-victory"),
    ("Residents searched in search of water.", "raid"),
    ("Karl Holm cut sugar from his diet to escape injury.", "escape"),
    ("Karl Holm wore an Italian suit in Bern.", "lawsuit"),
    ("Ann Lee drafted a letter in Bern on Monday.", "mobilization"),
    ("Karl Holm commutes to Bern.", "acquittal"),
    ("Investigators converged on the house in Bern.", "demonstration"),
]


@pytest.mark.parametrize(("text", "event_type"), FINER, ids=[text for text, _ in FINER])
def test_a_finer_type_where_the_words_say_so(text: str, event_type: str) -> None:
    assert event_type in types(BEFORE + text)


@pytest.mark.parametrize(("text", "event_type"), OTHER_SENSES, ids=[text for text, _ in OTHER_SENSES])
def test_no_type_that_the_evidence_does_not_carry(text: str, event_type: str) -> None:
    assert event_type not in types(BEFORE + text)


@pytest.mark.parametrize(
    ("around", "event_type"), [(SPORT, "sport-victory"), (ELECTION, "election-victory"), ("", "victory")]
)
def test_what_the_article_is_about_says_what_was_won(around: str, event_type: str) -> None:
    assert event_type in types(f"{BEFORE}{around}Ann Lee celebrated her victory in Bern on Monday.")


def test_a_manager_introduces_a_player_and_no_product() -> None:
    found = types(f"{BEFORE}{SPORT}Manager Karl Holm introduced Ann Lee after the break.")

    assert "substitution" in found
    assert "product-launch" not in found
