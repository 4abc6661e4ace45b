"""Says what a noun may go back to: "the attack", "his death", "it was a blast"; knows identity.tsv, changes nothing."""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.sameness.comparing import agree_in_standing, agree_in_time, is_same_thing
from kgexport.annotate.events.sameness.contradicting import is_background, is_possible
from kgexport.annotate.events.sameness.describing import is_said_otherwise
from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.sameness.introducing import differ_in_form, is_definite, is_fresh, is_owned
from kgexport.annotate.events.sameness.merged import WHO, Merged, points, strong_of
from kgexport.annotate.events.sameness.titles import are_other_sorts, has_title_of_its_own, is_of_another_sort
from kgexport.annotate.events.setting.lying import Sorts
from kgexport.model import Modality, Polarity

_RANKS = {"latest", "last", "largest", "worst", "deadliest"}
_CLUES = {"information", "tip", "clue", "evidence", "detail", "lead"}
_ORDINALS = {"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "latest"}
_MADE = {"agreement", "agreement-signing", "ceasefire"}
"""What is there only once it is agreed."""
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
    if is_apposed(draft):
        return "it-was"
    if (is_fresh(draft) and not ordinal_of(draft)) or _is_last_of_several(draft):
        return ""
    if is_definite(draft) or is_owned(draft):
        return "definite"
    if any(t.dep == "poss" for t in sentence.children(head)):
        return "owned"
    bare = draft.passing and head.tag == "NN" and not sentence.children(head, "det")
    many = head.tag == "NNS" and not sentence.children(head, "det", "amod", "nummod", "compound", "prep")
    bare = bare or (many and group_of(draft.type) == "disaster")  # "landslides", and later "landslides blocked roads"
    return "bare" if bare else ""


def is_apposed(draft: Draft) -> bool:
    """Whether a noun behind a comma says which one it was: "bought the firm, its third purchase this year"."""
    sentence, head = draft.sentence, draft.trigger.head
    ranks = [t for t in sentence.children(head, "amod") if t.tag == "JJS" or t.lemma.lower() in _ORDINALS]
    first = sentence.subtree(head)[0]
    if not ranks or head.dep in ("nsubj", "nsubjpass", "conj") or first.i < 2:
        return False
    if _is_superlative_of_verb(draft):
        return True
    if head.dep == "dobj" and len(sentence.children(sentence.head(head), "dobj")) == 1:
        return False
    before = sentence.tokens[first.i - 1].text
    return before == "," and head.dep != "pobj" and (first.tag == "PRP$" or first.text.lower() == "the")


def _is_superlative_of_verb(draft: Draft) -> bool:
    """Whether a verb's phrase says what sort it was: "missiles hit Kyiv in the heaviest attack of the war"."""
    sentence, head = draft.sentence, draft.trigger.head
    preposition = sentence.head(head)
    best = any(t.tag == "JJS" or t.lemma.lower() == "latest" for t in sentence.children(head, "amod"))
    return head.dep == "pobj" and preposition.lemma == "in" and sentence.head(preposition).pos == "VERB" and best


def _is_last_of_several(draft: Draft) -> bool:
    """Whether an earlier one of a sort is meant, by its date: "the latest quakes there were on 10 October 2002"."""
    ranks = {t.text.lower() for t in draft.sentence.children(draft.trigger.head, "amod")}
    return not ranks.isdisjoint(("latest", "last", "largest", "worst", "deadliest")) and any(
        True for _ in points(draft)
    )


def _has_known_object(draft: Draft) -> bool:
    """Whether a verb has a noun for its object that is part of what it tells, and known: "signed the agreement"."""
    tokens = [word for word in draft.trigger.words if word.pos == "NOUN"]  # "made the announcement"
    if any(need.slot == "object" for need in draft.trigger.pattern.needs):
        tokens += draft.trigger.slots.get("object", ())
    back = identity().back
    known = [t for t in tokens if t.lemma.lower() in back and draft.type in back[t.lemma.lower()]]
    before = [t for noun in known for t in draft.sentence.children(noun, "det", "poss")]
    return any(t.text.lower() in ("the", "this", "that") or t.label == "DATE" for t in before)


def ordinal_of(draft: Draft) -> int:
    """1 for "the first quake", 2 for "the second", else 0."""
    words = {t.lemma.lower() for t in draft.sentence.children(draft.trigger.head, "amod")}
    return 0 if not is_definite(draft) else 1 if "first" in words else 2 if "second" in words else 0


def may_go_back(event: Merged, draft: Draft, how: str, reading: Reading, sorts: Sorts) -> bool:
    """Whether a noun that goes back may mean this event."""
    if how == "it-was" and is_apposed(draft):
        near = any(told.sentence is draft.sentence and told.whole is not draft for told in event.drafts[-_COMPARED:])
        return near and not any(told.whole is draft for told in event.drafts) and agree_in_time(event, draft)
    if not is_possible(event, draft, sorts) or _is_about(event, draft) or _is_other_noun(event, draft, how, reading):
        return False
    if identity().is_of("borne", event.type) and how == "definite" and not draft.trigger.pattern.verb:
        return True  # "his win": that of a candidate, and of the party
    return not _is_of_another(event, draft, reading) and _means_the_same(event, draft, how, reading)


def _is_other_noun(event: Merged, draft: Draft, how: str, reading: Reading) -> bool:
    """Whether the noun and what stands beside it mean another happening of that type."""
    noun = draft.trigger.head.lemma.lower()
    mixed = identity().is_of("mixed", draft.type) and draft.type in event.types
    if mixed and event.nouns and noun not in event.nouns and how != "it-was":
        return True
    when = draft.clausal and noun in event.nouns and is_definite(draft)  # "the deaths took place in 2019"
    if event.start is None and is_background(draft, reading) and not when:
        return True  # "last year's attack" is not the one of the headline
    if are_other_sorts(event, draft) or _is_unreal(event, draft) or is_said_otherwise(event, draft):
        return True
    many = how == "bare" and draft.trigger.head.tag == "NNS"
    if many and (noun not in event.nouns or differ_in_form(event, draft)):
        return True
    return has_title_of_its_own(event, draft) or (how == "bare" and is_of_another_sort(event, draft))


def _means_the_same(event: Merged, draft: Draft, how: str, reading: Reading) -> bool:
    """Whether those who are named beside the noun are those of the event."""
    if how == "owned":
        named = [reading.named(t) for t in draft.sentence.children(draft.trigger.head, "poss")]
        if not event.fillers(*WHO):  # "the rampage", and later "Roe's rampage"
            return draft.trigger.head.lemma.lower() in event.nouns
        return any(one and one.entity.key in event.strong(*WHO) for one in named) or _has_same_owner(event, draft)
    if draft.trigger.pattern.verb:
        return agree_in_standing(event, draft)
    if strong_of(draft, *WHO) and not event.strong(*WHO) & strong_of(draft, *WHO):
        if how == "definite" and draft.type in event.types and is_same_thing(event, draft):
            return True
        # "the killing of Ann Lee" after "a killing": somebody new is named, so the type has to be the same.
        return how == "definite" and draft.type in event.types and _fills(event, draft)
    if draft.passing and how == "bare":
        return draft.type in event.types and event.standing.real
    return True


def _has_same_owner(event: Merged, draft: Draft) -> bool:
    """Whether the same noun was told with the same plural before it: "the teachers' strike" twice."""
    nouns = (one for one in (draft, *event.drafts[:_COMPARED]) if not one.trigger.pattern.verb)
    noun, *told = ((o.trigger.head.lemma, [*o.sentence.children(o.trigger.head, "poss")]) for o in nouns)
    owners = {t.lemma for t in noun[1] if t.tag == "NNS"}
    return any(one[0] == noun[0] and not owners.isdisjoint(t.lemma for t in one[1]) for one in told)


def _is_unreal(event: Merged, draft: Draft) -> bool:
    """Whether it did not take place, and the noun tells of one that did: "no country can dictate" - "their demand"."""
    positive = draft.standing.polarity is Polarity.POSITIVE
    denied = event.standing.polarity is Polarity.NEGATIVE and event.standing.modality is Modality.POSSIBLE
    return (denied or _never_came(event)) and positive


def _never_came(event: Merged) -> bool:
    """Whether a verb told that no agreement was made, so that "the deal" is another: "failed to agree on the name"."""
    return event.type in _MADE and not event.nouns and event.standing.polarity is Polarity.NEGATIVE


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
