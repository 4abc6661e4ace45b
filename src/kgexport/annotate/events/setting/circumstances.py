"""Gives times and amounts of a sentence to the events they belong to, by the tree of dependencies; knows no place.

A time belongs to the event that its phrase hangs on, in the same clause: what another clause tells keeps its own day.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.events.draft import Draft, Owners
from kgexport.annotate.events.reading import Reading
from kgexport.annotate.events.sameness.identity import identity
from kgexport.annotate.events.setting.shared_times import add_times_of_relatives, shared_moment, tells_same_day
from kgexport.annotate.events.setting.subject_events import ENDING, is_of_own_clause, subject_event, told_by_verb
from kgexport.annotate.events.setting.time_phrases import (
    forced,
    is_of_modifier,
    is_since_the_last,
    joined,
    left_by_perfect,
    of_consequence,
    passes_another_time,
    phrase_before,
)
from kgexport.model import Amount, Fired, Modality, Sentence, Span, Status, TimeExpression, TimePrecision, Token

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
_APART = {*_UNTIL, "since", "by", "before", "after", "from", "than", "for"}
"""Behind these a time is not the moment of what else happened."""
_QUENCHING = {"put", "extinguish", "douse", "quench"}


def add_times_and_amounts(sentence: Sentence, drafts: list[Draft], owners: Owners, reading: Reading) -> None:
    """Each time and amount goes to the nearest event above it in the same clause."""
    seen: set[str] = set()
    rates: list[tuple[Draft, Amount]] = []
    later: list[tuple[TimeExpression, str, Draft, str]] = []
    own = _verbs_first(drafts, owners)
    for token in sentence.tokens:
        time, amount = reading.times.get(token.span.begin), reading.amounts.get(token.span.begin)
        if time and time.key not in seen:
            seen.add(time.key)
            head = _head_in(sentence, token, time.mention.span)
            word = _preposition(sentence, head)
            for owner, rule, effect in _owners_of(sentence, time, token, drafts, own):
                if _fits(owner, time, reading) and not _only_counts(sentence, word, owner):
                    last = effect == "stop" or word in _UNTIL or _is_deadline(word, owner)
                    owner.times.append(("until" if last else word, time))
                    owner.fired.append(Fired("end" if last else "start", rule, time.mention.span))
            if word not in _APART:
                later += [(time, word, *found) for found in shared_moment(sentence, head, time.mention.span, drafts)]
        if amount and amount.key not in seen:
            seen.add(amount.key)
            if nearest := _owner(sentence, _head_in(sentence, token, amount.mention.span), owners):
                if _is_rate(sentence, amount):
                    rates.append((nearest, amount))
                else:
                    nearest.amounts.append(amount)
    for owner, amount in rates:  # "for $2 billion, or $30 a share"
        if not owner.amounts:
            owner.amounts.append(amount)
    for time, word, owner, rule in later:
        if not any(True for _ in owner.calendar()) and _fits(owner, time, reading):
            owner.times.append((word, time))
            owner.fired.append(Fired("start", rule, time.mention.span))
    add_times_of_relatives(sentence, drafts, owners, reading)


def _is_rate(sentence: Sentence, amount: Amount) -> bool:
    """Whether an amount is that of one piece: "$30 a share", "$5 per ticket"."""
    behind = [t.text.lower() for t in sentence.tokens if t.span.begin >= amount.mention.span.end][:1]
    return behind in (["a"], ["an"], ["per"], ["each"], ["apiece"])


def _is_deadline(word: str, owner: Draft) -> bool:
    """Whether something is to be done by then at the latest: "must surrender by 30 October"."""
    due = owner.standing.modality in (Modality.PLANNED, Modality.DESIRED)
    return word == "by" and due and owner.standing.status is Status.POTENTIAL and owner.trigger.pattern.verb


def _only_counts(sentence: Sentence, word: str, owner: Draft) -> bool:
    """Whether a time only says since when it was not so, or how often: "has not won since March"."""
    counted = any(
        t.text.lower() in ("twice", "times") for t in sentence.children(owner.trigger.head, "advmod", "npadvmod")
    )
    return word == "since" and (counted or owner.standing.status is Status.FAILED)


def _preposition(sentence: Sentence, head: Token) -> str:
    above = sentence.head(head)
    return above.lemma.lower() if above.pos in ("ADP", "SCONJ") else ""


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
    if is_since_the_last(sentence, head) or tells_same_day(sentence, head):
        return
    owner, rule, effect = _owner(sentence, head, owners), "clause", ""
    if owner is None and (found := told_by_verb(sentence, head, owners)):
        owner, rule, effect = found
    if owner is None or (owner.trigger.pattern.verb and _is_year(time)):
        # "fined for a breach in 2021": a year behind a happening is that one's
        before = phrase_before(sentence, head, drafts)
        owner, rule = (before, "phrase-before") if before else (owner, rule)
    if owner is not None and not _is_year(time) and (before := left_by_perfect(sentence, owner, head, drafts)):
        owner, rule = before, "after-happening"
    if owner is not None and (verb := _verb_of_new_object(sentence, owner, head, owners)):
        owner, rule = verb, "verb-of-object"
    if owner is not None and (due := _what_is_due(owner, drafts)):
        owner, rule = due, "planned-for"
    if owner is not None and _ends(owner) and not is_of_own_clause(owner, time):
        effect = "stop"
    if owner is not None and owner.type in identity().lists["aspect"]:
        about = subject_event(sentence, owner.trigger.governed, owners)
        if about:
            effect = "stop" if owner.trigger.governed.lemma in ENDING else ""
            owner, rule = about, "aspect"
    if owner is not None and of_consequence(sentence, head, owner):
        return
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


def _what_is_due(owner: Draft, drafts: list[Draft]) -> Draft | None:
    """What is planned for a time: "scheduled for release on Monday" dates the release."""
    if owner.type != "planning":
        return None
    planned = [t.i for name in ("for", "object", "clause") for t in owner.trigger.slots.get(name, ())]
    return next((draft for draft in drafts if draft is not owner and draft.trigger.head.i in planned), None)


def _is_year(time: TimeExpression) -> bool:
    return time.value is not None and time.value.precision is TimePrecision.YEAR


def _ends(draft: Draft) -> bool:
    """Whether the verb says that it ended: "the strike ended on Monday", "the blaze was put out at 3 a.m."."""
    carrier = draft.trigger.support
    if draft.trigger.pattern.verb and draft.type in ("fire", "wildfire"):
        return draft.trigger.head.lemma in _QUENCHING
    return carrier is not None and carrier.lemma in ENDING


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
        if passes_another_time(sentence, token):
            return None
        if above.i in owners:
            return owners[above.i]
        said = [t for t in sentence.children(above, "acomp") if above.pos == "AUX" and t.i in owners]
        if said:  # "is due in court on 3 March"
            return owners[said[0].i]
        verb = above.pos == "VERB" and above.dep not in ("acl", "xcomp")
        if _is_of_another_noun(sentence, token, above):
            return None
        if is_of_modifier(sentence, token, above):
            return owners.get(above.head)
        if above.i == token.i or verb or above.dep == "relcl":
            return None
        if above.dep == "acl" and token.i == above.i + 1:  # "shares issued on Monday": not of what shares do
            return owners.get(above.head)
        token = above
    return None


def _is_of_another_noun(sentence: Sentence, time: Token, above: Token) -> bool:
    """Whether a time says which of its sort a noun means: "guilty of murder in the March 2005 rampage"."""
    if above.dep == "pobj" and sentence.head(above).lemma.lower() == "during" and time.dep != "poss":
        return False  # "during Friday prayers"
    inside = time.label in ("DATE", "TIME") and time.dep in ("compound", "nmod", "nummod", "poss", "amod")
    other = above.pos in ("NOUN", "PROPN") and above.lemma.lower() not in _OF_DAY
    return inside and other and above.label not in ("DATE", "TIME")


def _fits(draft: Draft, time: TimeExpression, reading: Reading) -> bool:
    """Whether the tense allows a time: what is told as done took place on the day of publication at the latest."""
    published = reading.annotations.article.metadata.published
    stands = draft.standing
    done = stands.status in (Status.COMPLETED, Status.FAILED) and stands.modality is Modality.ASSERTED
    if published is None or time.value is None or not done or not draft.trigger.pattern.verb:
        return True
    past = stands.status is Status.FAILED or draft.trigger.head.tag in ("VBD", "VBN")
    if not past or time.value.precision not in (
        "date",
        "dateTime",
        "gYear",
        "gYearMonth",
    ):
        return True
    length = min(len(published.lexical), len(time.value.lexical), 10)
    return time.value.lexical[:length] <= published.lexical[:length]
