"""Lets names that are joined ("Oaxaca and Chiapas") bear each other out; knows the evidence so far, not the text."""

from __future__ import annotations

import itertools

from kgexport.annotate.entities.clusters.groups import Group, by_form, decide
from kgexport.annotate.entities.found import Found
from kgexport.annotate.entities.lexicon import coarse
from kgexport.model import Sentence

_JOINING = frozenset((",", "and", "or", "&", "the", "as", "well"))
_GENERAL = {"PER": "Person", "LOC": "Place", "ORG": "Organization"}
_SURE = 2.5
_WEIGHT = 1.6


def add_coordination(found: list[Found], sentences: tuple[Sentence, ...]) -> None:
    """Add evidence to names that nothing else decides but the language model hints at, by what they are joined to."""
    forms = by_form(found)
    before: Found | None = None
    """The name before the left one, where they are joined too and places both."""
    for left, right in itertools.pairwise(found):
        listed, before = before, None
        if left.sentence != right.sentence or not 0 < right.first - left.end <= 3:
            continue
        between = [t.form.lower() for t in sentences[left.sentence].tokens[left.end : right.first]]
        if not _JOINING.issuperset(between) or between[0] == "the":
            continue
        for one, other in ((left, right), (right, left)):
            sure = decide(forms[one.key]) if _is_body_elsewhere(forms[one.key]) else decide(Group(one.key, [one]))
            if sure and sure[0] == "LOC" and _is_guessed_person(one, other):
                other.add("Place", 2 * _WEIGHT, "coordination")
                break
            if sure and sure[0] == "PER" and sure[2] > _SURE and _is_guessed_body(other):
                other.add("Person", 2 * _WEIGHT, "coordination")
                break
            if sure and sure[2] >= _SURE and sure[0] in _GENERAL and decide(Group(other.key, [other])) is None:
                hinted = any(coarse(e.cls) == sure[0] and e.weight > 0 for e in other.evidence)
                after = other is right and (listed is not None or any(e.rule == "place-noun" for e in one.evidence))
                joined = sure[0] == "LOC" and sure[1] != "Country" and _is_blank(other)
                if hinted or joined or (after and sure[0] == "LOC"):
                    other.add(_GENERAL[sure[0]], _WEIGHT, "coordination")
                    break
        if _is_place(left) and _is_place(right):
            before = left


def _is_guessed_person(place: Found, other: Found) -> bool:
    """Whether only the model takes a name for a person that is joined to a place after "in": "in Oslo and X Y"."""
    spatial = any(e.rule == "place-preposition" for e in place.evidence)
    reasons = {e.rule for e in other.evidence if e.weight > 0}
    given = any(e.rule == "given-name" and e.weight > _WEIGHT for e in other.evidence)
    guessed = "model" in reasons and reasons <= {"model", "given-name"} and not given
    return spatial and guessed and any(coarse(e.cls) == "PER" for e in other.evidence)


def _is_guessed_body(other: Found) -> bool:
    """Whether only the model takes two words for a body, once, that are joined to a person: "Jane Doe and X Y"."""
    reasons = {e.rule for e in other.evidence if e.weight > 0}
    return reasons == {"model"} and len(other.words) > 1 and any(coarse(e.cls) == "ORG" for e in other.evidence)


def _is_blank(other: Found) -> bool:
    """Whether nothing at all speaks for another kind, in a name that can only be written so: "X and the Y Valley"."""
    return not any(e.weight > 0 and coarse(e.cls) != "LOC" for e in other.evidence)


def _is_body_elsewhere(group: Group) -> bool:
    """Whether the rest of the article makes a body of a name that a town bears, too: "Suez climbed"."""
    decided = decide(group)
    return len(group.members) > 1 and decided is not None and decided[0] == "ORG"


def _is_place(found: Found) -> bool:
    decided = decide(Group(found.key, [found]))
    return decided is not None and decided[0] == "LOC"
