"""Says what a noun may go back to: "the attack", "his death", "it was a blast"; knows identity.tsv, changes nothing."""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.sameness.comparing import agree_in_standing
from kgexport.annotate.events.sameness.contradicting import is_background, is_possible
from kgexport.annotate.events.sameness.describing import is_said_otherwise
from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.sameness.introducing import is_definite, is_fresh, is_owned
from kgexport.annotate.events.sameness.merged import WHO, Merged, points, strong_of
from kgexport.annotate.events.setting.lying import Sorts

_RANKS = {"latest", "last", "largest", "worst", "deadliest"}
_CLUES = {"information", "tip", "clue", "evidence", "detail", "lead"}
_COMPARED = 6
"""How many drafts of an event are looked at: keeps the work linear."""


def refers_back(draft: Draft) -> str:
    """How a noun goes back to what was told: "the visit", "his death", "it was an attack"; empty where it does not."""
    head, sentence = draft.trigger.head, draft.sentence
    if draft.trigger.pattern.verb:
        return "definite" if _has_known_object(draft) and not is_fresh(draft) else ""
    if head.dep == "attr" and sentence.head(head).lemma == "be":
        subjects = {t.text.lower() for t in sentence.children(sentence.head(head), "nsubj")}
        return "" if subjects.isdisjoint({"it", "this", "that"}) else "it-was"
    if head.dep == "appos" and sentence.head(head).pos in ("NOUN", "PROPN"):
        return "it-was"
    if (is_fresh(draft) and not ordinal_of(draft)) or _is_last_of_several(draft):
        return ""
    if is_definite(draft) or is_owned(draft):
        return "definite"
    if any(t.dep == "poss" for t in sentence.children(head)):
        return "owned"
    bare = draft.passing and head.tag == "NN" and not sentence.children(head, "det")
    return "bare" if bare else ""


def _is_last_of_several(draft: Draft) -> bool:
    """Whether an earlier one of a sort is meant, by its date: "the latest quakes there were on 10 October 2002"."""
    ranks = {t.text.lower() for t in draft.sentence.children(draft.trigger.head, "amod")}
    return not ranks.isdisjoint(("latest", "last", "largest", "worst", "deadliest")) and any(
        True for _ in points(draft)
    )


def _has_known_object(draft: Draft) -> bool:
    """Whether a verb has a noun for its object that is part of what it tells, and known: "signed the agreement"."""
    if not any(need.slot == "object" for need in draft.trigger.pattern.needs):
        return False
    tokens = draft.trigger.slots.get("object", ())
    back = identity().back
    known = [t for t in tokens if t.lemma.lower() in back and draft.type in back[t.lemma.lower()]]
    return any(
        t.text.lower() in ("the", "this", "that") for noun in known for t in draft.sentence.children(noun, "det")
    )


def ordinal_of(draft: Draft) -> int:
    """1 for "the first quake", 2 for "the second", else 0."""
    words = {t.lemma.lower() for t in draft.sentence.children(draft.trigger.head, "amod")}
    return 0 if not is_definite(draft) else 1 if "first" in words else 2 if "second" in words else 0


def may_go_back(event: Merged, draft: Draft, how: str, reading: Reading, sorts: Sorts) -> bool:
    """Whether a noun that goes back may mean this event."""
    if not is_possible(event, draft, sorts) or _is_about(event, draft):
        return False
    noun = draft.trigger.head.lemma.lower()
    mixed = identity().is_of("mixed", draft.type) and draft.type in event.types
    if mixed and event.nouns and noun not in event.nouns and how != "it-was":
        return False
    if event.start is None and is_background(draft, reading):
        return False  # "last year's attack" is not the one of the headline
    if is_said_otherwise(event, draft) or _is_of_another(event, draft, reading):
        return False
    if how == "owned":
        named = [reading.named(t) for t in draft.sentence.children(draft.trigger.head, "poss")]
        return any(one and one.entity.key in event.strong(*WHO) for one in named)
    if draft.trigger.pattern.verb:
        return agree_in_standing(event, draft)
    if strong_of(draft, *WHO) and not event.strong(*WHO) & strong_of(draft, *WHO):
        # "the killing of Ann Lee" after "a killing": somebody new is named, so the type has to be the same.
        return how == "definite" and draft.type in event.types and _fills(event, draft)
    if draft.passing and how == "bare":
        return draft.type in event.types and event.standing.real
    return True


def _fills(event: Merged, draft: Draft) -> bool:
    """Whether nobody is named for an event yet; of a sentence or arrest, whether it is another side that is named."""
    justice = identity().is_of("sided", draft.type)
    return not event.strong(*WHO) or (justice and not any(event.strong(n) and strong_of(draft, n) for n in WHO))


def _is_of_another(event: Merged, draft: Draft, reading: Reading) -> bool:
    """Whether "their offer" is that of others than those who play a part."""
    if not event.strong(*WHO):
        return False
    owners = [t for t in draft.sentence.children(draft.trigger.head, "poss") if t.tag == "PRP$"]
    named = [reading.named(t) for t in owners]
    return any(one is not None and one.entity.key not in event.fillers(*WHO) for one in named)


def is_open(draft: Draft) -> bool:
    """Whether a noun only says what may come: "information that leads to the arrest of the killer"."""
    sentence, head = draft.sentence, draft.trigger.head
    above = sentence.head(sentence.head(head))
    if head.dep != "pobj" or above.lemma != "lead" or above.tag not in ("VB", "VBZ", "VBP", "VBG"):
        return False
    return sentence.head(above).lemma.lower() in _CLUES


def _is_about(event: Merged, draft: Draft) -> bool:
    """Whether an event has the noun in its own phrase: "killed in the strikes", "condemned the arrest"."""
    if draft.trigger.head.dep == "appos":
        return False
    above: set[int] = set()
    for token in draft.sentence.ancestors(draft.trigger.head):
        above.add(token.i)
        if token.pos == "VERB":
            break
    return any(
        told.whole is draft or (told.sentence is draft.sentence and told.trigger.governed.i in above)
        for told in event.drafts[-_COMPARED:]
    )
