"""Gives times and amounts of a sentence to the events they belong to, by the tree of dependencies; knows no place.

A time belongs to the event that its phrase hangs on, in the same clause: what another clause tells keeps its own day.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.events.clause import is_passive, subjects
from kgexport.annotate.events.draft import Draft, Owners
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.setting.time_phrases import forced, is_since_the_last, joined, phrase_before
from kgexport.model import Fired, Modality, Sentence, Span, Status, TimeExpression, TimePrecision, Token

_HIGHEST = 10
_OF_DAY = {
    "morning",
    "afternoon",
    "evening",
    "night",
    "noon",
    "midnight",
    "time",
    "day",
    "week",
    "month",
    "year",
    "a.m.",
}
_UNTIL = ("until", "till", "through")
_ENDING = {"end", "finish", "stop", "conclude", "close"}
_QUENCHING = {"put", "extinguish", "douse", "quench"}
_STRIKING = {"disaster", "accident"}
"""Groups of types whose noun, as the subject of any verb in the active voice, takes that verb's time."""


def add_times_and_amounts(sentence: Sentence, drafts: list[Draft], owners: Owners, reading: Reading) -> None:
    """Each time and amount goes to the nearest event above it in the same clause."""
    seen: set[str] = set()
    own = _verbs_first(drafts, owners)
    for token in sentence.tokens:
        time, amount = reading.times.get(token.span.begin), reading.amounts.get(token.span.begin)
        if time and time.key not in seen:
            seen.add(time.key)
            for owner, rule, effect in _owners_of(sentence, time, token, drafts, own):
                if _fits(owner, time, reading):
                    above = sentence.head(_head_in(sentence, token, time.mention.span))
                    word = above.lemma.lower() if above.pos in ("ADP", "SCONJ") else ""
                    owner.times.append(("until" if effect == "stop" else word, time))
                    owner.fired.append(
                        Fired("end" if effect == "stop" or word in _UNTIL else "start", rule, time.mention.span)
                    )
        if amount and amount.key not in seen:
            seen.add(amount.key)
            if nearest := _owner(sentence, _head_in(sentence, token, amount.mention.span), owners):
                nearest.amounts.append(amount)


def _verbs_first(drafts: list[Draft], owners: Owners) -> Owners:
    """As `owners`, but a verb that is an event itself is its own: "his death was announced on Monday"."""
    own = dict(owners)
    own.update({draft.trigger.head.i: draft for draft in drafts})
    return own


def _owners_of(
    sentence: Sentence, time: TimeExpression, token: Token, drafts: list[Draft], owners: Owners
) -> Iterator[tuple[Draft, str, str]]:
    """The events that a time is told of, the rule, and what the verb says of them ("stop": it ended then)."""
    head = _head_in(sentence, token, time.mention.span)
    if is_since_the_last(sentence, head):
        return
    owner, rule, effect = _owner(sentence, head, owners), "clause", ""
    if owner is None and (found := _by_verb(sentence, head, owners)):
        owner, rule, effect = found
    if owner is None or (owner.trigger.pattern.verb and _is_year(time)):
        # "fined for a breach in 2021": a year behind a happening is that one's
        before = phrase_before(sentence, head, drafts)
        owner, rule = (before, "phrase-before") if before else (owner, rule)
    if owner is not None and (verb := _verb_of_new_object(sentence, owner, head, owners)):
        owner, rule = verb, "verb-of-object"
    if owner is not None and _ends(owner):
        effect = "stop"
    if owner is not None and owner.type in identity().lists["aspect"]:
        about = subject_event(sentence, owner.trigger.governed, owners)
        if about:
            effect = "stop" if owner.trigger.governed.lemma in _ENDING else ""
            owner, rule = about, "aspect"
    if owner is not None:
        yield owner, rule, effect
        yield from ((draft, "forced", "") for draft in forced(owner, drafts))
    yield from ((draft, "fronted", "") for draft in joined(sentence, head, drafts) if draft is not owner)


def _verb_of_new_object(sentence: Sentence, owner: Draft, head: Token, owners: Owners) -> Draft | None:
    """The verb whose object a noun is that is brought in as new: "rejected an offer on Monday" dates the rejection."""
    noun = owner.trigger.head
    if owner.trigger.pattern.verb or noun.dep != "dobj" or owner.trigger.support is not None:
        return None
    new = any(t.text.lower() in ("a", "an") for t in sentence.children(noun, "det"))
    on = sentence.head(head).lemma.lower() == "on" and sentence.head(head).head == noun.i
    verb = owners.get(noun.head)
    return verb if new and on and verb and verb is not owner and verb.trigger.head.i == noun.head else None


def _is_year(time: TimeExpression) -> bool:
    return time.value is not None and time.value.precision is TimePrecision.YEAR


def _ends(draft: Draft) -> bool:
    """Whether the verb says that it ended: "the strike ended on Monday", "the blaze was put out at 3 a.m."."""
    carrier = draft.trigger.support
    if draft.trigger.pattern.verb and draft.type in ("fire", "wildfire"):
        return draft.trigger.head.lemma in _QUENCHING
    return carrier is not None and carrier.lemma in _ENDING


def _head_in(sentence: Sentence, token: Token, span: Span) -> Token:
    """The word of a span that the rest hangs on."""
    for _ in range(_HIGHEST):
        above = sentence.head(token)
        if above.i == token.i or not above.span.overlaps(span):
            return token
        token = above
    return token


def _owner(sentence: Sentence, token: Token, owners: Owners) -> Draft | None:
    """The event whose words are the nearest above a token, in the same clause."""
    for _ in range(_HIGHEST):
        above = sentence.head(token)
        if above.i in owners:
            return owners[above.i]
        verb = above.pos == "VERB" and above.dep not in ("acl", "xcomp")
        if _is_of_another_noun(token, above):
            return None
        if above.i == token.i or verb or above.dep == "relcl":
            return None
        token = above
    return None


def _is_of_another_noun(time: Token, above: Token) -> bool:
    """Whether a time says which of its sort a noun means: "guilty of murder in the March 2005 rampage"."""
    inside = time.label in ("DATE", "TIME") and time.dep in ("compound", "nmod", "nummod", "poss", "amod")
    return inside and above.pos == "NOUN" and above.lemma.lower() not in _OF_DAY and above.label not in ("DATE", "TIME")


def _by_verb(sentence: Sentence, head: Token, owners: Owners) -> tuple[Draft, str, str] | None:
    """By the verb of the clause, where that only says of a noun that it took place, began, ended or struck."""
    verb = _verb_above(sentence, head)
    if verb is None:
        return None
    draft = subject_event(sentence, verb, owners)
    if draft is None:
        return None
    rule = "relative-clause" if verb.dep in ("relcl", "acl") else "subject"
    for support in lexicon().support.get(verb.lemma, ()):
        if support.noun == "subject" and support.subject != "harm":
            return draft, rule, "stop" if verb.lemma in _ENDING else support.effect
    struck = group_of(draft.type) in _STRIKING and verb.lemma not in identity().lists["moving"]
    return (draft, rule, "") if struck else None


def subject_event(sentence: Sentence, verb: Token, owners: Owners) -> Draft | None:
    """The event whose noun is the subject of a verb in the active voice, its own, shared or of a relative clause."""
    if is_passive(sentence, verb):
        return None
    nouns = subjects(sentence, verb)
    if not nouns:
        return None
    noun = nouns[0]
    which = any(t.text.lower() == "which" for t in sentence.children(verb, "nsubj"))
    # "the trial of Ann Lee, which began": parsers hang the clause on the nearest name
    while which and noun.i not in owners and noun.dep == "pobj" and sentence.head(noun).lemma == "of":
        noun = sentence.head(sentence.head(noun))
    draft = owners.get(noun.i)
    return draft if draft and not draft.trigger.pattern.verb and draft.trigger.head.i == noun.i else None


def _verb_above(sentence: Sentence, token: Token) -> Token | None:
    for _ in range(_HIGHEST):
        above = sentence.head(token)
        if above.pos in ("VERB", "AUX"):
            return above
        if above.i == token.i or (above.dep in ("pobj", "dobj", "nsubj", "attr") and above.pos not in ("ADP",)):
            # "in the quake of May": the time says when something else was, not the clause
            return None
        token = above
    return None


def _fits(draft: Draft, time: TimeExpression, reading: Reading) -> bool:
    """Whether the tense allows a time: what is told as done took place on the day of publication at the latest."""
    published = reading.annotations.article.metadata.published
    stands = draft.standing
    done = stands.status is Status.COMPLETED and stands.modality is Modality.ASSERTED
    if published is None or time.value is None or not done or not draft.trigger.pattern.verb:
        return True
    if draft.trigger.head.tag not in ("VBD", "VBN") or time.value.precision not in (
        "date",
        "dateTime",
        "gYear",
        "gYearMonth",
    ):
        return True
    length = min(len(published.lexical), len(time.value.lexical), 10)
    return time.value.lexical[:length] <= published.lexical[:length]
