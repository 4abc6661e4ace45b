"""Names of events are readable phrases that are true; each text is made up for one construction."""

from __future__ import annotations

import pytest

from kgexport.annotate.events.wording.forms import gerund, past_participle, third_person
from kgexport.model import RoleName
from tests.unit.annotate.test_event_coverage import BEFORE, read, the


def names(text: str) -> list[str]:
    return [event.name for event in read(BEFORE + text).events]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # whom, what, whereto: nothing that the verb needs is lost
        ("Ann Lee told Karl Holm that the road was closed.", "Ann Lee tells Karl Holm that the road was closed"),
        ("Ann Lee told him that the road was closed.", "Ann Lee tells him that the road was closed"),
        ("Karl Holm was taken to the emergency department.", "Karl Holm is taken to the emergency department"),
        ("Karl Holm was charged with stealing a car.", "Karl Holm is charged with stealing a car"),
        (
            "A court in Bern convicted Karl Holm of lying to the police.",
            "A court convicts Karl Holm of lying to the police",
        ),
        (
            "Karl Holm was arrested and charged with possession of drugs.",
            "Karl Holm is charged with possession of drugs",
        ),
        ("Ann Lee helped Karl Holm leave the group.", "Ann Lee helps Karl Holm"),
        ("The Peruvian army stepped in to repair a bridge.", "The Peruvian army steps in to repair a bridge"),
        ("Ajax were beaten by Feyenoord in the final.", "Ajax is beaten by Feyenoord"),
        ("Houses and farms in Leeds were submerged.", "Houses and farms are submerged"),
        ("The minister blamed the delay on the pilots.", "The minister blames the delay on the pilots"),
        ("Ann Lee became the first woman to win the prize.", "Ann Lee becomes the first woman to win the prize"),
        ("The quake forced thousands of people to take refuge.", "The quake forces thousands of people to take refuge"),
        (
            "The union proposed to buy all the outstanding shares.",
            "The union proposes to buy all the outstanding shares",
        ),
        ("Ann Lee checked herself into rehab in Bern.", "Ann Lee checks herself into rehab in Bern"),
        # whole names, whole lists, and who only owns what it is done to is no object
        ("Ann Lee will become the head of Roe & Holm.", "Ann Lee becomes the head of Roe & Holm"),
        ("Three months' worth of rain flooded the town.", "Three months' worth of rain floods the town"),
        (
            "France, Germany, Spain, Italy and Malta signed the pact.",
            "France, Germany, Spain and others sign the pact",
        ),
        ("Peru's president condemned the actions of Chile.", "Peru's president condemns the actions of Chile"),
        ("Floods destroyed homes, roads and bridges in Peru.", "Floods destroy homes, roads and bridges"),
        ("Tom Roe regained his title on Sunday.", "Tom Roe regains his title"),
        ("The minister not only resigned but also left the party.", "The minister resigns"),
        # what is hit and what only lies there; what a verb leads to
        ("A bus was submerged in the river on Monday.", "A bus is submerged"),
        ("Ann Lee is due in court on Monday.", "Ann Lee is due in court"),
        # the verb agrees with the head of the phrase
        ("Officials from the ministry met farmers on Monday.", "Officials from the ministry meet farmers"),
        ("Lawmakers from the region met farmers.", "Lawmakers from the region meet farmers"),
        ("The army was told to pay fines and taxes.", "The army is told to pay fines and taxes"),
        # prepositions as the noun has them
        ("Talks between Peru and Chile over fishing rights ended.", "Talks between Peru and Chile over fishing rights"),
        ("An airstrike by Peru on ten rebels failed.", "Airstrike on ten rebels by Peru"),
        # the words of the text, with article, owner and number
        ("Hundreds of protesters threw stones at police in Bern.", "Hundreds of protesters throw stones at police"),
        ("Earthquakes damaged thousands of buildings in Peru.", "Earthquakes damage thousands of buildings"),
        ("Rescuers pulled six bodies from the rubble on Monday.", "Rescuers pull six bodies from the rubble"),
        ("The club Lumo announced a $10,000 reward on Monday.", "Lumo announces a $10,000 reward"),
        ("Lumo Corp. reported a 37 percent rise in profit.", "Lumo Corp. reports a 37 percent rise"),
        ("Rovers have offered at least $160 million to Karl Holm.", "Rovers offer at least $160 million to Karl Holm"),
        ("The firm cut 300-400 jobs on Monday.", "The firm cuts 300-400 jobs"),
        ("No country imposed sanctions on Peru.", "No country imposes sanctions on Peru"),
        ("Karl Holm hurt his knee on Monday.", "Karl Holm hurts his knee"),
        # verbs of telling are no nouns
        ("Ann Lee claimed that the road was closed.", "Ann Lee claims that the road was closed"),
        ("Bloomberg reported that Lumo Corp. had lost money.", "Bloomberg reports that Lumo Corp. had lost money"),
        ("“The road is closed,” warned Ann Lee on Monday.", 'Ann Lee warns: "The road is closed"'),
        # nouns
        (
            "Karl Holm declined an offer of salary arbitration from Lumo Corp. on Monday.",
            "Offer of salary arbitration by Lumo Corp.",
        ),
        ("Karl Holm has a shoulder injury.", "Karl Holm has a shoulder injury"),
        # who acts, and how the verb agrees
        ("The Lima Angels beat the Oslo Colts on Monday.", "Lima Angels beat Oslo Colts"),
        ("The body was disposed of by Karl Holm.", "Karl Holm disposes of the body"),
        ("He ran away after the crash.", "Running away"),
    ],
)
def test_a_name_says_what_the_sentence_says(text: str, name: str) -> None:
    assert name in names(text)


def test_a_statement_in_which_somebody_says_it_is_the_saying() -> None:
    found = read(BEFORE + "“The road is closed,” Ann Lee said in a statement on Monday.").events

    assert [event.name for event in found] == ['Ann Lee says: "The road is closed"']
    assert len(found[0].mentions) == 2


def test_what_was_done_before_another_thing_is_not_done_to_it() -> None:
    text = BEFORE + "Karl Holm was convicted of overpowering a guard before killing Ann Lee."
    event = the(text, "assault")

    assert [role.filler for role in event.roles if role.name is RoleName.OBJECT] == ["nominal:guard"]


def test_what_one_does_by_another_act_is_no_object() -> None:
    event = the(BEFORE + "Lumo Corp. expanded by buying Orbo Ltd.", "business-change")

    assert [role.name for role in event.roles] == [RoleName.AGENT]


def test_names_of_tokenised_text_read_as_print_has_them() -> None:
    text = "A 6. 4 - magnitude earthquake killed 230, 000 people in Peru . T - Mobile closed at 2: 09 a. m. today ."
    found = [event.name for event in read(text).events]

    assert "A 6.4-magnitude earthquake kills 230,000 people" in found
    assert not [name for name in found if " - " in name or ", 000" in name]


@pytest.mark.parametrize(
    ("base", "third", "participle", "ing"),
    [
        ("stop", "stops", "stopped", "stopping"),
        ("visit", "visits", "visited", "visiting"),
        ("begin", "begins", "begun", "beginning"),
        ("deny", "denies", "denied", "denying"),
        ("take", "takes", "taken", "taking"),
        ("refer", "refers", "referred", "referring"),
        ("pass", "passes", "passed", "passing"),
        ("free", "frees", "freed", "freeing"),
        ("intro", "intros", "introed", "introing"),
    ],
)
def test_verbs_have_their_forms(base: str, third: str, participle: str, ing: str) -> None:
    assert (third_person(base), past_participle(base), gerund(base)) == (third, participle, ing)
