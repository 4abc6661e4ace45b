"""Compares what nouns are called by the words before them: names of prizes, sorts of a thing; decides nothing."""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.sameness.merged import Merged
from kgexport.model import Token

LONGER = 5
_COMPARED = 8
"""How many drafts of an event are looked at: keeps the work linear."""
_BEFORE = ("compound", "amod", "nmod", "nummod")
_ROOT = 4
"""How many letters a verb and its noun have in common: "swear", "swearing"."""


def are_other_titles(event: Merged, draft: Draft) -> bool:
    """Whether prizes have other names: "the Jury Award", "the Audience Award"; "the award" has none."""
    if not identity().is_of("titled", draft.type):
        return False
    theirs = _title(draft)
    ours = [title for told in event.drafts[:_COMPARED] if (title := _title(told))]
    return bool(theirs and ours) and not any(theirs <= title or title <= theirs for title in ours)


def is_occasion(event: Merged, draft: Draft) -> bool:
    """Whether one is the occasion at which prizes are given, and the other a prize: "award ceremony"."""
    rites = identity().lists["rite"]
    if draft.trigger.pattern.verb or not identity().is_of("titled", draft.type):
        return False
    return (draft.trigger.head.lemma.lower() in rites) is not bool(event.nouns & rites)


def has_title_of_its_own(event: Merged, draft: Draft) -> bool:
    """Whether a noun with a name cannot go back to an event that is called by none: "the Youth Award" to "won"."""
    if not identity().is_of("titled", draft.type) or draft.trigger.head.dep == "appos":
        return False
    return bool(_title(draft)) and not any(_title(told) for told in event.drafts[:_COMPARED])


def _title(draft: Draft) -> frozenset[str]:
    verb = draft.trigger.pattern.verb
    heads = draft.trigger.slots.get("object", ()) if verb else [draft.trigger.head]
    words = [word for head in heads for word in (*_before(draft, head), *((head,) if verb else ()))]
    return frozenset(word.text.lower() for word in words if word.form[:1].isupper())


def _before(draft: Draft, head: Token) -> list[Token]:
    near = draft.sentence.children(head, *_BEFORE)
    return [*near, *(word for one in near for word in draft.sentence.children(one, *_BEFORE))]


def is_of_another_sort(event: Merged, draft: Draft) -> bool:
    """Whether words before a bare noun say that it is another one: "homeopathic treatment" - "medical treatment"."""
    noun, theirs = draft.trigger.head.lemma.lower(), _sort(draft, "compound", "amod")
    if event.nouns and noun not in event.nouns:
        return False
    told = [one for one in event.drafts[:_COMPARED] if not one.trigger.pattern.verb]
    ours = [_sort(one, "compound", "amod") for one in told if one.trigger.head.lemma.lower() == noun]
    return bool(theirs) and not any(theirs & sort or not sort for sort in ours)


def are_other_sorts(event: Merged, draft: Draft) -> bool:
    """Whether nouns of two types have words before them, and other ones: "no-confidence vote", "June's elections"."""
    if any(word.pos == "PROPN" for word in draft.sentence.children(draft.trigger.head, "compound", "amod")):
        return False
    theirs = _sort(draft, "compound", "amod")
    told = [one for one in event.drafts[:_COMPARED] if not one.trigger.pattern.verb]
    ours = [_sort(one, "compound", "amod") for one in told]
    return draft.type not in event.types and bool(theirs and ours) and all(s and not s & theirs for s in ours)


def is_called_alike(event: Merged, draft: Draft) -> bool:
    """Whether nouns before a noun are those of the event: "City Lantern Festival" - "this year's lantern festival"."""
    theirs = _sort(draft)
    return bool(theirs) and any(
        _is_same_noun(told, draft) and theirs <= _sort(told) for told in event.drafts[:_COMPARED]
    )


def _is_same_noun(told: Draft, draft: Draft) -> bool:
    one, other = told.trigger, draft.trigger
    same = one.head.lemma.lower() == other.head.lemma.lower()
    return (
        same
        and not one.pattern.verb
        and not other.pattern.verb
        and (one.head.tag[-1] == "S") is (other.head.tag[-1] == "S")
    )


def _sort(draft: Draft, *deps: str) -> frozenset[str]:
    words = draft.sentence.children(draft.trigger.head, *(deps or ("compound",)))
    ranks = identity().lists["fresh"]
    return frozenset(word.lemma.lower() for word in words if word.lemma.lower() not in ranks)


def is_named_after(event: Merged, draft: Draft) -> bool:
    """Whether a ceremony has its name from what is done at it: "was sworn in" - "the swearing-in ceremony"."""
    if draft.trigger.pattern.verb or draft.trigger.head.lemma.lower() not in identity().lists["rite"]:
        return False
    if identity().is_of("titled", event.type):  # several prizes are given at one ceremony
        return False
    before = {w.lemma.lower()[:_ROOT] for w in _before(draft, draft.trigger.head)}
    verbs = [told.trigger for told in event.drafts[:_COMPARED] if told.trigger.pattern.verb]
    roots = {trigger.head.lemma.lower()[:_ROOT] for trigger in verbs}
    return any(len(root) == _ROOT for root in before & roots)


def is_root_of(event: Merged, draft: Draft) -> bool:
    """Whether a verb of the event has the root of a noun: "clashed" - "the clashes", "resigned" - "resignation"."""
    noun = draft.trigger.head.lemma.lower()
    verbs = {told.trigger.head.lemma.lower() for told in event.drafts[:_COMPARED] if told.trigger.pattern.verb}
    return any(verb == noun or (len(verb) >= LONGER and verb[:LONGER] == noun[:LONGER]) for verb in verbs)
