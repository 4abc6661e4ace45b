"""Finds the event that a verb only says something of: that it took place, began, ended, struck; knows no time."""

from __future__ import annotations

from kgexport.annotate.events.clause import subjects
from kgexport.annotate.events.draft import Draft, Owners
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.passives import is_passive
from kgexport.annotate.events.sameness.identity import identity
from kgexport.model import Sentence, TimeExpression, Token

ENDING = {"end", "finish", "stop", "conclude", "close"}
"""Verbs that say that it is over."""
STRIKING = {"disaster", "accident"}
"""Groups of types whose noun, as the subject of any verb in the active voice, takes that verb's time and place."""
_HIGHEST = 10


def told_by_verb(sentence: Sentence, head: Token, owners: Owners) -> tuple[Draft, str, str] | None:
    """By the verb of the clause, where that only says of a noun that it took place, began, ended or struck."""
    verb = _verb_above(sentence, head)
    if verb is None:
        return None
    draft = subject_event(sentence, verb, owners) or _striking(sentence, verb, owners)
    if draft is None:
        return None
    rule = "relative-clause" if verb.dep in ("relcl", "acl") else "subject"
    for support in lexicon().support.get(verb.lemma, ()):
        if support.noun == "subject" and support.subject != "harm":
            return draft, rule, "stop" if verb.lemma in ENDING else support.effect
    struck = group_of(draft.type) in STRIKING and verb.lemma not in identity().lists["moving"]
    return (draft, rule, "") if struck else None


def _striking(sentence: Sentence, verb: Token, owners: Owners) -> Draft | None:
    """The disaster that a verb in the passive names: "was devastated by a quake last year"."""
    if verb.i in owners:
        return None
    nouns = [noun for by in sentence.children(verb, "agent") for noun in sentence.children(by, "pobj")]
    told = [owners[noun.i] for noun in nouns if noun.i in owners]
    return next((d for d in told if group_of(d.type) in STRIKING and not d.trigger.pattern.verb), None)


def subject_event(sentence: Sentence, verb: Token, owners: Owners) -> Draft | None:
    """The event whose noun is the subject of a verb in the active voice, its own, shared or of a relative clause."""
    if is_passive(sentence, verb):
        return None
    nouns = subjects(sentence, verb)
    if not nouns:
        return None
    noun = nouns[0]
    if noun.lemma.lower() == "magnitude":  # "a magnitude 6.1 earthquake"
        noun = next(iter(sentence.children(noun, "appos")), noun)
    which = any(t.text.lower() == "which" for t in sentence.children(verb, "nsubj"))
    # "the trial of Ann Lee, which began": parsers hang the clause on the nearest name
    while which and noun.i not in owners and (above := _noun_above(sentence, noun, verb)):
        noun = above
    draft = owners.get(noun.i)
    return draft if draft and not draft.trigger.pattern.verb and draft.trigger.head.i == noun.i else None


def _noun_above(sentence: Sentence, noun: Token, verb: Token) -> Token | None:
    """The noun that another one belongs to: the talks in "talks of Peru and Chile, which began"."""
    if noun.dep == "conj" and verb.lemma in lexicon().support:
        return sentence.head(noun)
    preposition = sentence.head(noun)
    if noun.dep != "pobj" or (preposition.lemma != "of" and verb.lemma not in lexicon().support):
        return None
    above = sentence.head(preposition)
    return above if above.pos in ("NOUN", "PROPN") and above.i < noun.i else None


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


def is_of_own_clause(draft: Draft, time: TimeExpression) -> bool:
    """Whether a time stands in the clause behind a noun: "ends a trial that opened in March" tells when it began."""
    sentence = draft.sentence
    first = sentence.tokens_in(time.mention.span)[:1]
    verbs = [above for token in first for above in sentence.ancestors(token) if above.pos == "VERB"]
    behind = bool(verbs) and verbs[0].dep == "relcl" and verbs[0].head == draft.trigger.head.i
    return behind and verbs[0].lemma not in ENDING
