"""Reads which events of a sentence a phrase of time is told of besides the one it hangs on; knows no place."""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.setting.tables import setting_words
from kgexport.model import Sentence, Token

_NEAREST = 3
_RANKS = set("first second third fourth fifth sixth seventh eighth ninth tenth last latest".split())
_BOUNDS = ("since", "until", "till", "than")
_AFTER = ("after", "following")
_FORCING = {"force", "compel", "oblige"}


def forced(owner: Draft, drafts: list[Draft]) -> list[Draft]:
    """What somebody was forced to do, and did, when he was: "in May he was forced to resign"."""
    verb = owner.trigger.governed
    if verb.lemma not in _FORCING:
        return []
    done = [d for d in drafts if d.trigger.governed.dep in ("xcomp", "ccomp") and d.trigger.governed.head == verb.i]
    return [draft for draft in done if draft.standing.real and not draft.times]


def phrase_before(sentence: Sentence, time: Token, drafts: list[Draft]) -> Draft | None:
    """The noun whose phrase ends where that of the time begins: parsers often hang "in 2022" too high."""
    above = sentence.head(time)
    begin = above.i if above.pos == "ADP" else time.i
    nouns = [draft for draft in drafts if not draft.trigger.pattern.verb and draft.trigger.head.i < begin]
    for draft in nouns[: -_NEAREST - 1 : -1]:
        if sentence.subtree(draft.trigger.head)[-1].i == begin - 1 or draft.trigger.head.i == begin - 1:
            return draft
    return None


def left_by_perfect(sentence: Sentence, owner: Draft, time: Token, drafts: list[Draft]) -> Draft | None:
    """The happening whose day a perfect cannot take: "has denied arson following a fire at a shop on Sunday"."""
    verb = owner.trigger.head
    if not owner.trigger.pattern.verb or not any(
        t.lemma == "have" and t.tag in ("VBZ", "VBP") for t in sentence.children(verb, "aux")
    ):
        return None
    between = [d for d in drafts if not d.trigger.pattern.verb and verb.i < d.trigger.head.i < time.i]
    behind = (d for d in between if sentence.head(d.trigger.head).text.lower() in _AFTER)
    return next(behind, None)


def joined(sentence: Sentence, head: Token, drafts: list[Draft]) -> list[Draft]:
    """The verbs joined to the one that a time in front hangs on: "On Monday, X met Y and flew home"."""
    above = sentence.head(head)
    phrase = above if above.pos in ("ADP", "SCONJ") else head
    verb = sentence.head(phrase)
    if verb.pos in ("NOUN", "PROPN") and verb.dep == "ROOT" and phrase.i == 0:
        # "In 2018 a tram overturned in Lisbon": parsers take the verb for a participle of the noun
        return [
            d
            for d in drafts
            if d.trigger.pattern.verb and d.trigger.head.dep == "acl" and d.trigger.head.head == verb.i
        ]
    if verb.pos not in ("VERB", "AUX") or phrase.i > verb.i:
        return []
    if any(t.i < phrase.i for t in sentence.children(verb, "nsubj", "nsubjpass")):
        return []
    return [
        draft
        for draft in drafts
        if draft.trigger.governed.dep == "conj"
        and sentence.head(draft.trigger.governed).i == verb.i
        and draft.trigger.governed.tag == verb.tag
        and not _has_own_time(sentence, draft)
    ]


def _has_own_time(sentence: Sentence, draft: Draft) -> bool:
    below = sentence.subtree(draft.trigger.governed)
    return any(t.label in ("DATE", "TIME") for t in below)


def is_since_the_last(sentence: Sentence, time: Token) -> bool:
    """Whether a time only says how long there was none: "the first meeting since 2021", "the worst in ten years"."""
    preposition = sentence.head(time)
    if preposition.lemma == "be":  # "the attack was the deadliest this year"
        ranks = sentence.children(preposition, "attr", "acomp")
        return any(_is_rank(t) for rank in ranks if rank.i < time.i for t in (rank, *sentence.children(rank, "amod")))
    if preposition.lemma.lower() not in ("since", "in", "for") or preposition.pos not in ("ADP", "SCONJ"):
        return False
    above = sentence.head(preposition)
    told = sentence.children(above, "dobj", "attr") if preposition.lemma.lower() == "since" else ()
    if any(_is_rank(t) for noun in told if noun.i < time.i for t in sentence.children(noun, "amod")):
        return True  # "made his ninth trip to the region since May"
    if above.tag in ("JJS", "RBS") or above.text.lower() in ("first", "last", "second", "third"):
        return True
    numbered = above.pos == "NOUN" and any(t.text.lower() in _RANKS for t in sentence.children(above, "amod"))
    if numbered and (
        preposition.lemma.lower() == "since" or any(t.tag == "CD" for t in sentence.children(time, "nummod"))
    ):
        return True  # "the third strike in four months", "his ninth trip since May"
    ranked = any(t.tag in ("JJS", "RBS") or t.text.lower() in ("first", "only") for t in sentence.subtree(above)[:8])
    return preposition.lemma.lower() == "since" and ranked and above.pos in ("NOUN", "PROPN", "AUX", "ADJ")


def _is_rank(token: Token) -> bool:
    return token.tag in ("JJS", "RBS") or token.text.lower() in _RANKS


def is_of_modifier(sentence: Sentence, phrase: Token, above: Token) -> bool:
    """Whether a time says when an adjective behind a noun holds: "declared a dividend payable on August 2"."""
    behind = above.pos == "ADJ" and above.dep in ("amod", "acl", "relcl") and sentence.head(above).i < above.i
    return behind and sentence.head(above).pos in ("NOUN", "PROPN") and phrase.i > above.i


def passes_another_time(sentence: Sentence, token: Token) -> bool:
    """Whether what a time is in only bounds a stretch: "has launched nobody since the last flight in 2011"."""
    preposition = sentence.head(token)
    plain = token.pos == "NOUN" and token.label not in ("DATE", "TIME") and token.lemma not in setting_words()["hours"]
    return plain and token.dep == "pobj" and preposition.lemma.lower() in _BOUNDS


def of_consequence(sentence: Sentence, time: Token, owner: Draft) -> bool:
    """Whether a time says when people died of what goes on for long: "the war has left 40 dead this year"."""
    above = sentence.head(time)
    verb = sentence.head(above) if above.pos in ("ADP", "SCONJ") else above
    outside = verb.i != owner.trigger.head.i and verb.pos == "VERB" and not owner.trigger.pattern.verb
    return outside and owner.type in setting_words()["lasting"] and verb.lemma in setting_words()["costing"]
