"""Reads whether a happening took place, is planned, wished for, denied …; knows grammar and modality.tsv, not events.

What the text puts around the trigger is collected from the inside out: its own auxiliaries, adjectives of a noun, then
each word that governs it ("did not agree to withdraw"). A happening is asserted only where nothing speaks against it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgexport.annotate.events.finding.trigger import Trigger
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.reality.ends import is_comparison
from kgexport.annotate.events.reality.governing import governing
from kgexport.annotate.events.reality.own import of_noun, of_verb
from kgexport.annotate.events.reality.replaced import goes_on, is_replaced, runs_on
from kgexport.annotate.events.reality.surrounding import in_allegation, in_condition, in_offer
from kgexport.model import Modality, Polarity, Sentence, Status, Token

_UNREAL = ("conditional", "desired", "possible", "attempted", "planned", "alleged")
_ASPECTS = ("begin", "ongoing", "stop")
_TRIES = {"bid", "attempt", "effort", "campaign", "quest"}
_TALKING = {"discuss", "discussion", "talk", "talks", "debate", "consider", "study", "explore"}
_HARMS = {"conflict", "disaster", "accident", "justice"}
_STATES = {"on", "under", "at", "in"}
_TO_COME = {"set", "slated", "scheduled", "poised"}
_LEADING = {"lead", "head", "chair", "run", "oversee", "supervise", "captain", "command"}
_JOURNEYS = ("visit", "travel")
_WISHED = ("desired", "planned", "possible", "conditional")


@dataclass(frozen=True, slots=True)
class Standing:
    """What the text says of the reality of a happening."""

    status: Status = Status.COMPLETED
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    generic: bool = False
    """Whether it is told of in general and not as a happening ("can kill")."""
    present: bool = False
    """Whether it stands in the simple present of running text: of what is said, or of habits."""
    governors: tuple[Token, ...] = ()
    """The words that say that it is planned, wished for …, the nearest first."""

    @property
    def real(self) -> bool:
        """Whether the text says that it happened or is happening."""
        return self.modality is Modality.ASSERTED and self.polarity is Polarity.POSITIVE


def standing(sentence: Sentence, trigger: Trigger) -> Standing:
    """What the sentence says of a trigger. A request that was rejected was made all the same."""
    effects: list[tuple[str, Token]] = []
    if trigger.effect:
        effects.append((trigger.effect, trigger.governed))
    effects += _own(sentence, trigger)
    if not _is_known(sentence, trigger):
        effects += in_condition(sentence, trigger.governed)
    effects += in_allegation(sentence, trigger.governed)
    effects += in_offer(sentence, trigger.governed)
    around = governing(sentence, trigger.governed)
    if _is_made(trigger):
        around = ((e, t) for e, t in around if e not in ("failed", "negative"))
    effects += [(e, t) for e, t in around if not (e == "possible" and _is_past_topic(sentence, trigger, t))]
    governors = tuple(
        t
        for e, t in effects
        if e in (*_UNREAL, "failed", "denied", "unwanted", "unlikely") or _is_aspect(e, t, trigger)
    )
    found = _composed([effect for effect, _ in effects], governors)
    willed = found.modality is Modality.PLANNED and all(t.tag == "MD" for t in found.governors)
    if willed and trigger.support is not None and goes_on(sentence, trigger.head, trigger.support):
        return Standing(Status.ACTIVE)
    open_end = found.status is Status.POTENTIAL and found.polarity is Polarity.POSITIVE
    if open_end and is_replaced(sentence, trigger.governed):  # "tried to call X but instead reached Y"
        return Standing(Status.FAILED, Polarity.NEGATIVE, governors=governors)
    return found


def _is_made(trigger: Trigger) -> bool:
    """Whether a noun tells of what was said or tried, which was so also where it was rejected or failed."""
    if trigger.pattern.verb and trigger.head.dep not in ("dobj", "pobj"):  # a noun that the model takes for a verb
        return False
    tried = trigger.head.lemma.lower() in _TRIES
    return tried or group_of(trigger.pattern.type) == "communication" or trigger.pattern.type == "pledge"


def _is_known(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether a definite noun names in passing what was so, whatever the condition: "if anyone died in the crash"."""
    head = trigger.head
    if trigger.pattern.verb or trigger.governed is not head or head.dep != "pobj":
        return False
    return any(t.text.lower() in ("the", "this", "that") for t in sentence.children(head, "det"))


def _is_past_topic(sentence: Sentence, trigger: Trigger, word: Token) -> bool:
    """Whether what is talked about is a certain harm, and so took place: "discussed the attack on the embassy"."""
    if trigger.pattern.verb or word.lemma.lower() not in _TALKING:
        return False
    certain = any(t.dep == "poss" or t.text.lower() == "the" for t in sentence.children(trigger.head, "det", "poss"))
    return certain and (group_of(trigger.pattern.type) in _HARMS or trigger.pattern.type == "death")


def _is_aspect(effect: str, word: Token, trigger: Trigger) -> bool:
    """Whether a verb around says that the happening begins, goes on or ends: "began filming"."""
    return effect in _ASPECTS and word.pos == "VERB" and word.i not in (trigger.governed.i, trigger.head.i)


def _composed(effects: list[str], governors: tuple[Token, ...]) -> Standing:
    generic = not {"generic", "rule"}.isdisjoint(effects)
    negative = effects.count("negative") % 2 == 1
    unreal = next((effect for effect in effects if effect in _UNREAL), "")
    if "maybe" in effects and unreal in ("", "planned"):  # "it is possible that he will resign"
        unreal = "possible"
    if "denied" in effects:  # by whom it is held against: nobody else says that it did not happen
        return Standing(Status.FAILED, Polarity.NEGATIVE, Modality.ALLEGED, governors=governors)
    if "unlikely" in effects and unreal in ("", "planned"):
        return Standing(Status.POTENTIAL, Polarity.NEGATIVE, Modality.POSSIBLE, governors=governors)
    if "unwanted" in effects and unreal in ("", "planned"):
        return Standing(Status.POTENTIAL, Polarity.NEGATIVE, Modality.DESIRED, governors=governors)
    if unreal == "planned" and "conditional" in effects:  # "if the vote fails, he will resign"
        unreal = "conditional"
    if "would" in effects and not unreal:
        unreal = "planned" if "reported" in effects else "conditional" if "conditional" in effects else "possible"
    polarity = Polarity.NEGATIVE if negative or "failed" in effects else Polarity.POSITIVE
    if "failed" in effects and _is_unreal(effects[effects.index("failed") + 1 :]):
        outer = next(effect for effect in effects[effects.index("failed") :] if effect in _WISHED)
        return Standing(Status.POTENTIAL, Polarity.NEGATIVE, Modality(outer), governors=governors)
    if unreal == "alleged" and negative:  # "there were no reports of injuries"
        return Standing(Status.FAILED, Polarity.NEGATIVE, governors=governors)
    if unreal == "alleged":
        return Standing(Status.COMPLETED, polarity, Modality.ALLEGED, governors=governors)
    if unreal and "failed" not in effects:
        modality = Modality.POSSIBLE if unreal == "attempted" else Modality(unreal)
        return Standing(Status.POTENTIAL, polarity, modality, "rule" in effects, governors=governors)
    if polarity is Polarity.NEGATIVE:
        return Standing(Status.FAILED, polarity, generic=generic, governors=governors)
    active = "ongoing" in effects or ("begin" in effects and "past" not in effects)
    status = Status.ACTIVE if active else Status.COMPLETED
    present = "now" in effects and not active
    return Standing(status, generic=generic, present=present, governors=governors)


def _is_unreal(effects: list[str]) -> bool:
    """Whether what fails is itself only wished for: "urged X to stop buying"."""
    return any(effect in _WISHED for effect in effects)


def _own(sentence: Sentence, trigger: Trigger) -> Iterator[tuple[str, Token]]:
    """What the verb's auxiliaries, or the noun's adjectives, say."""
    yield from ((effect, trigger.head) for effect in _of_state(sentence, trigger))
    if trigger.governed.pos in ("VERB", "AUX"):
        yield from of_verb(sentence, trigger.governed, trigger.head)
    elif trigger.pattern.verb and sentence.head(trigger.head).pos == "AUX":
        yield from of_verb(sentence, sentence.head(trigger.head))
        if "due" in trigger.pattern.words and "court" in trigger.pattern.words:  # "is due in court"
            yield "planned", trigger.head
    if not trigger.pattern.verb:
        yield from of_noun(sentence, trigger.head)


def _of_state(sentence: Sentence, trigger: Trigger) -> Iterator[str]:
    """What "is on trial", "is slated for" and "a team led by" say: it goes on, or is to come."""
    head, pattern = trigger.head, trigger.pattern
    if not pattern.verb:
        clauses = sentence.children(head, "relcl")
        if _is_away(sentence, head, pattern.type) or any(runs_on(sentence, clause) for clause in clauses):
            yield "ongoing"
        return
    if head.text.lower() in _TO_COME and pattern.passive and pattern.type != "planning":
        yield "planned"
    elif is_comparison(sentence, head):
        yield "rule"
    elif _is_standing(sentence, head, pattern.type):
        yield "ongoing"


def _is_away(sentence: Sentence, head: Token, type_name: str) -> bool:
    """Whether somebody "is on a tour"."""
    preposition = sentence.head(head)
    now = sentence.head(preposition).lemma == "be" and sentence.head(preposition).tag in ("VBZ", "VBP")
    return type_name in _JOURNEYS and head.dep == "pobj" and preposition.lemma == "on" and now


def _is_standing(sentence: Sentence, head: Token, type_name: str) -> bool:
    """Whether a state of the present is told: "is on trial", "a team led by"."""
    if head.pos == "ADP":
        return head.lemma.lower() in _STATES and sentence.head(head).tag in ("VBZ", "VBP")
    led = head.tag == "VBN" and head.dep == "acl" and head.lemma in _LEADING
    return led and type_name == "direction"
