"""Which type a word has by what stands around it, and what tells of nothing; each text is made up for one rule."""

from __future__ import annotations

import pytest

from kgexport.model import RoleName
from tests.unit.annotate.test_event_coverage import BEFORE, the, types, who, words


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Shares in Oracle rallied on Tuesday.", "economic-change"),
        ("Thousands held a rally in Lima on Sunday.", "demonstration"),
        ("Peru and Chile agreed that the talks were useful.", "statement"),
        ("Peru and Chile agreed that they would open the border.", "agreement"),
        ("There was an exchange of fire between Armenia and Azerbaijan on Tuesday.", "armed-conflict"),
        ("Oracle proposed to acquire Nokia on Monday.", "bid"),
        ("Police ruled that nothing criminal had happened.", "statement"),
        ("The court ruled that the law was void.", "ruling"),
        ("Ann Lee fled Bergen on Monday.", "escape"),
        ("Thousands fled Bergen on Monday.", "migration"),
        ("Ann Lee gave drugs to the driver.", "transfer"),
        ("Nurses gave food to the victims on Monday.", "aid"),
        ("Warships launched 10 days of war games in the Baltic Sea on Monday.", "military-exercise"),
        ("The ministry confirmed that ten people were hurt.", "statement"),
        ("The driver confessed that he had lied.", "admission"),
        ("The man hit a guard on Monday.", "assault"),
        ("A man assaulted his wife in Bergen on Monday.", "assault"),
        ("The army assaulted the village on Monday.", "armed-attack"),
        ("The suspect fired at an officer in Bergen on Monday.", "shooting"),
        ("The rebels fired at a convoy in Bergen on Monday.", "armed-attack"),
        ("Two shells hit the village on Monday.", "shelling"),
        ("Karl Holm forged the signature of Ann Lee.", "crime"),
        ("The release of the hostages followed on Friday.", "release"),
        ("France confirmed on Wednesday it would tighten the blockade of Serbia.", "threat"),
    ],
)
def test_kinds_of_arguments_decide_the_type(text: str, event_type: str) -> None:
    assert event_type in types(BEFORE + text)


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("The Rovers pushed the champions back.", "conveyance"),
        ("Normal service was resumed when Ann Lee scored.", "continuation"),
        ('Karl Holm moderated "The Fire Games" on Monday.', "match"),
        ("Fans wrote to the Paper Games on Monday.", "match"),
        ("Ann Lee wrote in a blog post that she was leaving.", "interview"),
        ("Ana Lopez, founder of the Lima Film Festival, died on Monday.", "festival"),
        ("The new models start at $ 499.", "start"),
        ("Karl Holm steered contracts to a friend.", "direction"),
        ("Ann Lee performed well on Monday.", "performance"),
        ("The strategy hurt the film.", "injury"),
        ("The film is slated for a release in May.", "release"),
        ("The team forged a 13-all tie.", "crime"),
        ('"A war against Rome."', "armed-conflict"),
    ],
)
def test_a_word_in_another_sense_tells_of_no_such_happening(text: str, event_type: str) -> None:
    assert event_type not in types(BEFORE + text)


def test_games_of_many_sports_are_told() -> None:
    assert "match" in types(BEFORE + "Ann Lee won a race at the Asian Games in Doha on Monday.")


def test_both_who_agree_on_an_opinion_state_it() -> None:
    text = BEFORE + "Peru and Chile agreed that the talks were useful."

    assert who(text, the(text, "statement"), RoleName.AGENT) == {"Peru", "Chile"}


def test_shares_are_no_words_of_a_purchase() -> None:
    text = BEFORE + "Oracle bought the remaining shares of Nokia on Monday."

    assert words(text, the(text, "company-acquisition")) == ["bought"]


@pytest.mark.parametrize(
    "text",
    [
        "The rally car has four seats and a small engine.",
        "Interest in war games is a hobby of many.",
        "Officers are often on the beat in the old town.",
        "The exchange is open from nine to five.",
        "Her favourite book is The Battle of the Fields.",
        "Prices start at ten euros, and children pay half.",
        "Tours start at 10 euros.",
        "The rally of colour in the borders is a joy.",
        "A war against reason is a war against all.",
    ],
)
def test_texts_that_tell_of_nothing(text: str) -> None:
    assert types(BEFORE + text) == []
