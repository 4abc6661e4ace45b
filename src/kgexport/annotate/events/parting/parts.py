"""Ties the happenings of a sentence that are parts of others: deaths of a blast, arrests at a protest, a visit's talks.

Knows the grammar of such ties and the rows `harm`, `harmful` and `held` of identity.tsv; gives no role.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.events.draft import Draft, Owners, by_heads
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.parting.sharing import copy, copy_times, share
from kgexport.annotate.events.sameness.identity import identity
from kgexport.model import Fired, Polarity, RoleName, Sentence, Token

_IN = {"during", "at", "in", "amid"}
_BY = {"by", "from", "with"}
_WHEN = {"when", "as", "after", "while"}
_HIGHEST = 6
_HEARD = {"inform", "tell"}
"""Frames of verbs whose object hears what is said."""
_SIDE_BY_SIDE = 2
_HAPPENING = {"disaster", "accident"}
_SUFFERED = {"outbreak", "riot"}
_CAUSING = {"cause", "trigger", "spark", "unleash"}
_FOUGHT = {"armed-conflict", "invasion", "election", "vote"}
_WALKED = {"demonstration", "riot", "strike"}


def add_parts(sentence: Sentence, drafts: list[Draft], owners: Owners) -> None:
    """Give the parts of others their whole, and to both the day and place that the clause tells once."""
    heads = by_heads(drafts)
    _share_purposes(sentence, drafts, heads)
    for draft in drafts:
        if draft.standing.polarity is Polarity.NEGATIVE:
            continue
        for whole, rule, one_clause in _wholes(sentence, draft, heads, owners):
            if whole is draft or _reaches(whole, draft):
                continue
            if draft.whole is None:
                draft.whole = whole
                draft.fired.append(Fired("part", rule, whole.mention.span))
                if rule == "told":
                    draft.occasion = whole
            leave_victims(draft, whole)
            if one_clause:
                share(draft, whole, rule)
                share(whole, draft, rule)
            break
    for draft in drafts:
        _share_with_cause(sentence, draft, heads)
        _share_with_joined(sentence, draft, heads)


def _share_with_cause(sentence: Sentence, draft: Draft, heads: dict[int, Draft]) -> None:
    """ "A quake triggered a tsunami in 2004" dates both."""
    carrier = draft.trigger.support
    if carrier is None or carrier.lemma not in _CAUSING or group_of(draft.type) not in _HAPPENING:
        return
    for token in sentence.children(carrier, "nsubj"):
        cause = heads.get(token.i)
        if cause and group_of(cause.type) in _HAPPENING:
            copy_times(draft, cause, "cause")
            copy_times(cause, draft, "cause")


def _share_with_joined(sentence: Sentence, draft: Draft, heads: dict[int, Draft]) -> None:
    """ "Was shot and wounded in Tulsa on Wednesday": side by side, both verbs have the day and place behind them."""
    head = draft.trigger.head
    first = heads.get(head.head)
    if not draft.trigger.pattern.verb or head.dep != "conj" or first is None or not first.trigger.pattern.verb:
        return
    if head.i - first.trigger.head.i == _SIDE_BY_SIDE and head.tag == first.trigger.head.tag:
        share(draft, first, "joined")


def _wholes(
    sentence: Sentence, draft: Draft, heads: dict[int, Draft], owners: Owners
) -> Iterator[tuple[Draft, str, bool]]:
    """What a draft may be part of, by which rule, and whether one clause tells of both."""
    table = identity()
    if table.is_of("harm", draft.type):
        for whole, rule in (*_causes(sentence, draft, heads), *_before(sentence, draft, owners)):
            if table.is_of("harmful", whole.type):
                yield whole, rule, True
    yield from _heard(draft, heads)
    for preposition, noun in _phrases(sentence, draft):
        occasion = heads.get(noun.i)
        if occasion is None or occasion.trigger.pattern.verb or not occasion.standing.real:
            continue
        word = preposition.lemma.lower()
        harmed = table.is_of("harm", draft.type) and table.is_of("harmful", occasion.type)
        if harmed and word in _IN | _BY:
            yield occasion, f"{word}-phrase", not _is_definite(sentence, noun)
        elif _is_told_of(draft, heads):
            continue
        elif word == "during" or _is_at(sentence, draft, occasion, preposition, noun):
            yield occasion, f"{word}-phrase", False


def _is_told_of(draft: Draft, heads: dict[int, Draft]) -> bool:
    """Whether it is only what somebody tells: "announced his resignation at a meeting", not resigned there."""
    teller = heads.get(draft.trigger.governed.i, draft)
    return teller is not draft and group_of(teller.type) == "communication"


def _heard(draft: Draft, heads: dict[int, Draft]) -> Iterator[tuple[Draft, str, bool]]:
    """ "Told a news conference that …": it was held, and that is where it was said."""
    if draft.trigger.said is None or draft.trigger.pattern.frame not in _HEARD:
        return
    for token in draft.trigger.slots.get("object", ()):
        occasion = heads.get(token.i)
        if occasion and not occasion.trigger.pattern.verb and _is_held(occasion):
            if draft.standing.real:
                occasion.standing = draft.standing
            yield occasion, "told", False


def _is_at(sentence: Sentence, draft: Draft, occasion: Draft, preposition: Token, noun: Token) -> bool:
    """Whether "at the meeting", "in the war" says where something took place, and not what an object is about."""
    word = preposition.lemma.lower()
    if word not in _IN or not _is_held(occasion) or not _is_definite(sentence, noun, "a"):
        return False
    if word != "at" and sentence.head(preposition).dep in ("dobj", "attr") and draft.trigger.pattern.verb:
        return False
    # What is said of a war is no part of it.
    return occasion.type not in _FOUGHT or group_of(draft.type) not in ("communication", "diplomacy", "justice")


def _is_held(whole: Draft) -> bool:
    """Whether others may be part of it, by its type or by what its noun may go back to: "in the call"."""
    table = identity()
    noun = whole.trigger.head.lemma.lower()
    return any(table.is_of("held", name) for name in (whole.type, *table.back.get(noun, ())[:1]))


def _causes(sentence: Sentence, draft: Draft, heads: dict[int, Draft]) -> Iterator[tuple[Draft, str]]:
    """The noun that does the harm: "a fire killed three", "killed by an avalanche"."""
    tokens = [*draft.trigger.slots.get("subject", ())] if draft.trigger.pattern.verb else []
    for token in tokens:
        if token.i in heads and not heads[token.i].trigger.pattern.verb:
            yield heads[token.i], "subject"


def _before(sentence: Sentence, draft: Draft, owners: Owners) -> Iterator[tuple[Draft, str]]:
    """The clause that the harm follows from: "struck the coast, killing five", "killed when a bus plunged"."""
    verb = draft.trigger.governed
    if not draft.trigger.pattern.verb:
        return
    joined = [t for t in sentence.children(verb, "conj") if t.tag == verb.tag and _is_harm(owners.get(t.i))]
    for child in (clause for one in (verb, *joined) for clause in sentence.children(one, "advcl")):
        marks = [t for t in sentence.children(child, "mark", "advmod") if t.text.lower() in _WHEN]
        # "Eight were killed, five of them when a wall fell": not all of them
        some = marks and sentence.tokens[marks[0].i - 1].text.lower() == "them"
        if child.i in owners and marks and not some:
            yield owners[child.i], "when-clause"
    for _ in range(_HIGHEST):
        if verb.dep != "conj" or verb.tag != "VBG":
            break
        verb = sentence.head(verb)
    above = sentence.head(verb)
    if verb.tag == "VBG" and verb.dep in ("advcl", "acl", "conj") and not sentence.children(verb, "aux"):
        if above.i in owners:
            yield owners[above.i], "participle"
        else:
            yield from ((owners[t.i], "participle") for t in sentence.children(above, "nsubj") if t.i in owners)


def _is_harm(draft: Draft | None) -> bool:
    return draft is not None and identity().is_of("harm", draft.type)


def _phrases(sentence: Sentence, draft: Draft) -> Iterator[tuple[Token, Token]]:
    """The prepositions with nouns below the words of a draft, also behind an object ("met X during her visit")."""
    heads = [draft.trigger.head, draft.trigger.governed]
    if draft.trigger.pattern.verb or draft.trigger.support:
        heads += sentence.children(draft.trigger.governed, "dobj", "attr")
    seen: set[int] = set()
    for head in heads:
        for preposition in sentence.children(head, "prep", "agent"):
            for noun in sentence.children(preposition, "pobj"):
                if preposition.i not in seen:
                    seen.add(preposition.i)
                    yield preposition, noun
    if draft.type == "statement" or draft.clausal:
        yield from _fronted(sentence, draft, seen)


def _fronted(sentence: Sentence, draft: Draft, seen: set[int]) -> Iterator[tuple[Token, Token]]:
    """ "At the opening the king apologised": at the head of the sentence, whatever the parser hangs it on."""
    first = sentence.tokens[0]
    if first.dep != "prep" or first.i in seen or first.lemma.lower() not in _IN:
        return
    above = sentence.head(first)
    own = draft.trigger.governed
    if above.i == own.i or (own.head == above.i and own.dep != "ccomp"):  # what is said there took place elsewhere
        yield from ((first, noun) for noun in sentence.children(first, "pobj"))


def _share_purposes(sentence: Sentence, drafts: list[Draft], heads: dict[int, Draft]) -> None:
    """In "marched through Rome on Sunday to protest" the march is the protest."""
    for draft in drafts:
        head = draft.trigger.head
        if draft.type in _WALKED and head.tag == "VB" and head.dep in ("xcomp", "advcl"):
            above = heads.get(head.head)
            if above and above.standing.real and above.type in ("movement", "travel", "gathering"):
                copy(above, draft, "purpose")


def leave_victims(draft: Draft, whole: Draft) -> None:
    """Who was killed by a fire is the object of the killing: the fire itself has none."""
    happens = group_of(whole.type) in _HAPPENING or whole.type in _SUFFERED
    if happens and not whole.trigger.pattern.verb:
        whole.roles = [r for r in whole.roles if r.name is not RoleName.OBJECT or r.filler not in draft.role(r.name)]


def _is_definite(sentence: Sentence, noun: Token, *more: str) -> bool:
    words = {t.text.lower() for t in sentence.children(noun, "det", "poss")}
    owned = any(t.dep == "poss" for t in sentence.children(noun))
    return owned or not words.isdisjoint({"the", "this", "that", *more})


def _reaches(whole: Draft, draft: Draft) -> bool:
    """Whether the whole is itself part of the draft."""
    for _ in range(_HIGHEST):
        if whole.whole is None:
            return False
        if whole.whole is draft:
            return True
        whole = whole.whole
    return True
