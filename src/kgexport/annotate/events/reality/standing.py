"""Reads whether a happening took place, is planned, wished for, denied …; knows grammar and modality.tsv, not events.

What the text puts around the trigger is collected from the inside out: its own auxiliaries, adjectives of a noun, then
each word that governs it ("did not agree to withdraw"). A happening is asserted only where nothing speaks against it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgexport.annotate.events.finding.trigger import Trigger
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.reality.governing import governing
from kgexport.annotate.events.reality.own import of_noun, of_verb
from kgexport.annotate.events.reality.surrounding import in_allegation, in_condition
from kgexport.model import Modality, Polarity, Sentence, Status, Token

_UNREAL = ("conditional", "desired", "possible", "attempted", "planned", "alleged")
_ASPECTS = ("begin", "ongoing", "stop")
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
    effects += in_condition(sentence, trigger.governed)
    effects += in_allegation(sentence, trigger.governed)
    said = not trigger.pattern.verb and (
        group_of(trigger.pattern.type) == "communication" or trigger.pattern.type == "pledge"
    )
    effects += [(e, t) for e, t in governing(sentence, trigger.governed) if not said or e not in ("failed", "negative")]
    governors = tuple(
        t
        for e, t in effects
        if e in (*_UNREAL, "failed", "denied", "unwanted", "unlikely") or _is_aspect(e, t, trigger)
    )
    return _composed([effect for effect, _ in effects], governors)


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
    if trigger.governed.pos in ("VERB", "AUX"):
        yield from of_verb(sentence, trigger.governed, trigger.head)
    elif trigger.pattern.verb and sentence.head(trigger.head).pos == "AUX":
        yield from of_verb(sentence, sentence.head(trigger.head))
    if not trigger.pattern.verb:
        yield from of_noun(sentence, trigger.head)
