"""Gives verbs back the clause that they belong to, where grammar leaves no choice; knows no parser.

"The 20 votes the government lacks have come": two subjects side by side are those of two verbs, and the inner clause
has no "that". "The worst fire she had seen and praised the crew": a clause whose object stands before it has room for
no other. "By next Tuesday" does nothing. "Over his return to direct the film" is about what he returns to do.
"""

from __future__ import annotations

import dataclasses

from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.language.trees import attach, below
from kgexport.model import Token

_SUBJECT = ("nsubj", "nsubjpass")
_FINITE = ("VBD", "VBZ", "VBP")
_TIMES = frozenset(
    "day night morning evening week month year time moment hour minute way reason place point occasion season".split()
)
"""Nouns that a clause without "that" only dates or explains: "the day she left"."""
_RETURNING = frozenset({"return", "comeback", "move", "failure"})
_SAYING = frozenset({"saying", "calling", "adding", "describing", "insisting", "arguing", "claiming", "telling"})
_LACKING = frozenset("lack need want own hold control seek claim demand owe".split())
"""Verbs whose third person the model may take for a plural noun."""
_CALENDAR = ("DATE", "TIME")
_WIDEST = 25


def with_clauses(tokens: list[Token]) -> None:
    """Mend in place which verb a clause and its subject belong to."""
    for token in list(tokens):
        if token.dep == "agent" and _leads_to_time(tokens, token.i):
            attach(tokens, token.i, token.head, "prep")
        elif token.dep == "conj" and token.pos == "VERB":
            _lift(tokens, token.i)
        elif token.dep == "advcl" and token.tag == "VB":
            _hang_on_noun(tokens, token.i)
        elif token.tag == "NNS" and token.dep in _SUBJECT:
            _split_compound(tokens, token.i)
        elif token.dep == "ccomp":
            _take_subject(tokens, token.i)
    for token in list(tokens):
        if token.dep in _SUBJECT:
            _part_subjects(tokens, token.i)


def _children(tokens: list[Token], at: int, *deps: str) -> list[Token]:
    near = tokens[max(0, at - 2 * _WIDEST) : at + 2 * _WIDEST]
    return [t for t in near if t.head == at and t.i != at and (not deps or t.dep in deps)]


def _leads_to_time(tokens: list[Token], at: int) -> bool:
    nouns = _children(tokens, at, "pobj")
    return bool(nouns) and all(noun.label in _CALENDAR for noun in nouns)


def _lift(tokens: list[Token], at: int) -> None:
    """Join a verb with an object of its own to the clause above, where the one it hangs on has its object before it."""
    inner = tokens[tokens[at].head]
    if inner.dep != "relcl" or inner.i > at or not _has_gap(tokens, inner):
        return
    if _children(tokens, at, *_SUBJECT, "aux", "auxpass") or not _children(tokens, at, "dobj", "ccomp"):
        return
    above = _clause_above(tokens, inner.head)
    joined = [t for t in _children(tokens, inner.i, "cc") if t.i == at - 1 and t.text.lower() in ("and", "but")]
    if above is not None and tokens[at].tag in ("VBD", "VBN") and joined:
        tokens[at] = dataclasses.replace(tokens[at], tag="VBD")
        attach(tokens, at, above, "conj")
        attach(tokens, joined[0].i, above, "cc")


def _has_gap(tokens: list[Token], verb: Token) -> bool:
    """Whether a relative clause has a subject, and what it is told of for its object: "fires she had seen"."""
    noun = tokens[verb.head]
    own = _children(tokens, verb.i)
    deps = {t.dep for t in own}
    if noun.lemma.lower() in _TIMES or noun.label in _CALENDAR or deps & {"prep", "prt", "ccomp", "xcomp", "advmod"}:
        return False
    relative = [t for t in own if t.tag in ("WDT", "WP", "WRB")]
    objects = [t for t in own if t.dep == "dobj"]
    return "nsubj" in deps and verb.tag == "VBN" and "auxpass" not in deps and objects == relative


def _clause_above(tokens: list[Token], at: int) -> int | None:
    """Position of the finite verb whose sentence holds a word; None where that is no past."""
    for _ in range(12):
        token = tokens[at]
        if token.pos in ("VERB", "AUX") and token.dep in ("ROOT", "conj", "ccomp"):
            return at if token.tag == "VBD" and _children(tokens, at, *_SUBJECT) else None
        if token.head == at:
            return None
        at = token.head
    return None


def _hang_on_noun(tokens: list[Token], at: int) -> None:
    """Hang "to direct" on "return" in "over his return to direct": who returns does it."""
    to = next((t for t in _children(tokens, at, "aux") if t.tag == "TO"), None)
    if to is None or to.i < 2 or tokens[at].head > to.i:
        return
    noun = tokens[to.i - 1]
    known = noun.lemma.lower() in _RETURNING or ("n", noun.lemma.lower()) in lexicon().governors
    if noun.tag == "NN" and noun.dep == "pobj" and known and _children(tokens, noun.i, "poss"):
        attach(tokens, at, noun.i, "acl")


def _take_subject(tokens: list[Token], at: int) -> None:
    """Give a finite clause without subject the noun before it: "denied the judges the court needs have refused"."""
    helpers = [t for t in _children(tokens, at, "aux", "auxpass") if t.i < at]
    if (
        tokens[at].head > at
        or not helpers
        or helpers[0].tag not in (*_FINITE, "MD")
        or _children(tokens, at, *_SUBJECT)
    ):
        return
    objects = [t for t in _children(tokens, tokens[at].head, "dobj") if t.head < t.i < at]
    clauses = _children(tokens, objects[0].i, "relcl") if len(objects) == 1 else []
    if clauses and below(tokens, objects[0].i)[-1] == helpers[0].i - 1 and _children(tokens, clauses[0].i, "nsubj"):
        attach(tokens, objects[0].i, at, "nsubj")


def _split_compound(tokens: list[Token], at: int) -> None:
    """Part what agrees with no verb: "The bridge rebels destroyed last week was rebuilt"."""
    verb = tokens[tokens[at].head]
    singular = any(t.text.lower() in ("was", "is", "has") for t in (verb, *_children(tokens, verb.i, "aux", "auxpass")))
    inner = _children(tokens, at, "acl")
    noun = tokens[at - 1] if at > 1 else None
    if not singular or noun is None or not inner or inner[0].i != at + 1 or verb.i < inner[0].i:
        return
    if noun.tag != "NN" or noun.dep != "compound" or inner[0].tag not in ("VBN", "VBD"):
        return
    first = tokens[at - 2]
    if first.dep != "det" or first.text.lower() not in ("the", "a", "an"):
        return
    attach(tokens, noun.i, verb.i, tokens[at].dep)
    attach(tokens, first.i, noun.i, "det")
    attach(tokens, at, inner[0].i, "nsubj")
    attach(tokens, inner[0].i, noun.i, "relcl")
    tokens[inner[0].i] = dataclasses.replace(tokens[inner[0].i], tag="VBD", pos="VERB")


def _part_subjects(tokens: list[Token], at: int) -> None:
    """Give two subjects that stand side by side a verb each: "that the votes the party needs to win have gone"."""
    verb = tokens[tokens[at].head]
    own = [t for t in _children(tokens, verb.i, *_SUBJECT) if t.i < verb.i]
    if len(own) != 2 or own[0].i != at or own[0].pos not in ("NOUN", "PROPN"):
        return
    behind = below(tokens, own[1].i)
    if behind[0] != below(tokens, at)[-1] + 1 or tokens[behind[0]].tag not in ("DT", "PRP", "PRP$"):
        return
    if behind[-1] + 1 == verb.i and verb.tag in _FINITE:
        _outer_verb(tokens, own[0], verb)
    elif own[1].tag == "NNS" and tokens[own[1].i - 1].dep == "compound" and tokens[own[1].i - 1].tag == "NN":
        _verb_from_noun(tokens, own[0], own[1])


def _outer_verb(tokens: list[Token], first: Token, inner: Token) -> None:
    """Make the verb without subject that follows the one of the first, and the nearer one a clause about it."""
    for outer in tokens[inner.i + 1 : inner.i + _WIDEST]:
        helpers = [t for t in _children(tokens, outer.i, "aux", "auxpass") if inner.i < t.i < outer.i]
        start = min((t.i for t in helpers), default=outer.i)
        finite = any(t.tag in (*_FINITE, "MD") for t in helpers) or (outer.tag in _FINITE and not helpers)
        if outer.dep != "conj" or not finite or _children(tokens, outer.i, *_SUBJECT):
            continue
        if tokens[start - 1].text.lower() in ("and", "but", "or", ",") or outer.head > inner.i:
            return
        for mark in _children(tokens, inner.i, "mark"):
            attach(tokens, mark.i, outer.i, "mark")
        for said in _children(tokens, outer.i, "advcl"):  # "denied that they had, calling it a lie"
            if said.text.lower() in _SAYING and inner.dep == "ccomp":
                attach(tokens, said.i, inner.head, "advcl")
        attach(tokens, outer.i, inner.head if inner.head != inner.i else outer.i, inner.dep)
        attach(tokens, first.i, outer.i, "nsubj")
        attach(tokens, inner.i, first.i, "relcl")
        return


def _verb_from_noun(tokens: list[Token], first: Token, noun: Token) -> None:
    """Read "the government lacks" behind a noun as a clause, where the noun and it would be two subjects."""
    base = noun.lemma.lower()
    subject = tokens[noun.i - 1]
    if (base not in lexicon().verbs and base not in _LACKING) or not noun.text.endswith("s"):
        return
    for child in _children(tokens, noun.i):
        attach(tokens, child.i, subject.i if child.i < subject.i else noun.i, child.dep)
    attach(tokens, subject.i, noun.i, "nsubj")
    tokens[noun.i] = dataclasses.replace(tokens[noun.i], head=first.i, dep="relcl", tag="VBZ", pos="VERB", lemma=base)
