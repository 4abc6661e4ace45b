"""Reads that something else was done instead, and that something under way will go on; knows grammar, no status.

"Was to meet Lee but was taken to hospital instead": the meeting did not take place. "The strike will continue until
Friday": it is under way.
"""

from __future__ import annotations

from kgexport.model import Sentence, Token

_HIGHEST = 6
_PAST = ("VBD", "VBN")
_INSTEAD = {"instead": "of", "rather": "than"}
_LASTING = {"continue", "persist"}
_RUNNING = {"continue", "run", "last"}
_WILL = {"will", "'ll", "’ll", "wo"}
_PLANNING = {*_WILL, "would", "'d", "’d"}
_UTTERED = set("say add note cite tell write claim argue warn call quote explain mention accuse blame urge".split())
"""What is said now of what will be: "will resign, citing his health"."""
_UNTIL = {"until", "till", "through"}
_RECALLING = {"miss", "regret", "remember", "recall"}
_BINDING = {"must", "shall"}
_DEPENDING = {"if", "when", "unless"}


def is_instead_of(sentence: Sentence, preposition: Token) -> bool:
    """Whether a preposition stands behind "instead" or "rather": "instead of signing the bill"."""
    before = sentence.tokens[preposition.i - 1] if preposition.i else None
    return before is not None and _INSTEAD.get(before.text.lower()) == preposition.text.lower()


def is_replaced(sentence: Sentence, verb: Token) -> bool:
    """Whether something else was done in the place of what was to be done: "tried to call X but instead reached Y"."""
    for above in (verb, *sentence.ancestors(verb)[:_HIGHEST]):
        if any(t.i > verb.i and _is_instead(sentence, t) for t in sentence.children(above, "conj")):
            return True
        if above.i > verb.i and _is_instead(sentence, above):
            return True
        if above.dep in ("ROOT", "relcl", "ccomp"):
            return False
    return False


def _is_instead(sentence: Sentence, verb: Token) -> bool:
    return verb.tag in _PAST and any(t.text.lower() == "instead" for t in sentence.children(verb, "advmod"))


def goes_on(sentence: Sentence, word: Token, verb: Token) -> bool:
    """Whether a verb says that something under way will last: "will continue until Friday", "runs through 11 June"."""
    helpers = {t.text.lower() for t in sentence.children(verb, "aux")}
    if sentence.children(verb, "neg"):
        return False
    if word.dep == "nsubj" and verb.tag in ("VBZ", "VBP") and (runs_on(sentence, verb) or verb.lemma in _LASTING):
        return True
    timed = [
        t
        for p in sentence.children(verb, "prep")
        if p.text.lower() in ("on", "at")
        for t in sentence.children(p, "pobj")
    ]
    timed += sentence.children(verb, "npadvmod")
    later = any(t.label in ("DATE", "TIME") for t in timed)
    return verb.lemma in _LASTING and not helpers.isdisjoint(_WILL) and word.dep in ("nsubj", "dobj") and not later


def runs_on(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause says until when something runs: "the festival, which runs through 11 June"."""
    until = any(t.text.lower() in _UNTIL for t in sentence.children(verb, "prep"))
    return until and verb.lemma in _RUNNING and verb.tag in ("VBZ", "VBP")


def is_planned_outcome(sentence: Sentence, token: Token, above: Token) -> bool:
    """Whether a participle tells what would come of what is planned: "would buy X, creating the largest bank"."""
    if token.dep != "advcl" or token.tag != "VBG" or token.i < above.i or token.lemma in _UTTERED:
        return False
    if sentence.children(token, "aux", "mark", "advmod", "nsubj") or sentence.children(above, "neg"):
        return False
    before = sentence.tokens[token.i - 1]
    return before.text == "," and any(t.text.lower() in _PLANNING for t in sentence.children(above, "aux"))


def is_recalled(verb: Token, above: Token) -> bool:
    """Whether a gerund tells what was done before: "will miss playing", "regrets selling"."""
    return verb.tag == "VBG" and above.lemma in _RECALLING


def is_tariff(sentence: Sentence, verb: Token) -> bool:
    """Whether a duty holds for anybody who meets a condition: "drivers must pay if they park there"."""
    if not any(t.text.lower() in _BINDING for t in sentence.children(verb, "aux")):
        return False
    who = [t for t in sentence.children(verb, "nsubj", "nsubjpass") if t.tag == "NNS"]
    anybody = any(not sentence.children(t, "det", "nummod", "poss", "amod", "relcl", "acl") for t in who)
    clauses = [c for c in sentence.children(verb, "advcl") if c.tag in ("VBP", "VBZ")]
    return anybody and any(
        t.text.lower() in _DEPENDING for c in clauses for t in sentence.children(c, "mark", "advmod")
    )
