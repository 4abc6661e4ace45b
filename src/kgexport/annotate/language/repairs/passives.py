"""Gives a sentence its finite verb, and a number the passive that it shares with what is before; knows no parser.

"Eight were killed and about 20 injured": number and participle close a clause whose passive stands before them.
"A ferry carrying 80 passengers capsized.": a sentence has a finite verb, and only the last participle can be it.
"""

from __future__ import annotations

import dataclasses

from kgexport.annotate.events.lexicon import lexicon
from kgexport.model import Token

_SUFFERED = frozenset(
    "killed injured wounded hurt arrested detained captured hospitalised hospitalized evacuated rescued displaced "
    "trapped abducted kidnapped treated jailed sentenced charged released freed destroyed damaged".split()
)
_STATES = _SUFFERED | {"dead", "homeless", "missing"}
"""What a blow leaves people: "left 12 people dead and dozens wounded"."""
_MORE = frozenset({"others", "more", "people", "men", "women", "children", "civilians", "soldiers", "officers"})
_ROUGHLY = frozenset(
    "about around some nearly almost over at least most more than up to another a further as many".split()
)
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_JOINING = frozenset({"and", ","})
_WIDEST = 12
"""Words between the passive and the number that it shares its "were" with."""


def with_shared_passives(tokens: list[Token]) -> None:
    """Let "about 20 injured" behind "eight were killed" be a second verb of the passive, with its number as subject."""
    printed = tuple(tokens)
    for i, token in enumerate(printed):
        if token.text.lower() in _SUFFERED and i > 1:
            number = _number_before(printed, i)
            passive = _passive_before(tokens, number) if number is not None and _is_closed(printed, i) else None
            if number is not None and passive is not None:
                _join(tokens, i, number, passive)


def with_finite_verb(tokens: list[Token]) -> None:
    """Make the second participle the verb of a sentence that has no other."""
    root = next((t for t in tokens if t.head == t.i), None)
    if root is None or root.pos not in ("NOUN", "PROPN") or tokens[-1].text != ".":
        return
    if any(t.tag in _FINITE or t.dep in ("aux", "auxpass") for t in tokens):
        return
    first = next((t for t in tokens if t.dep == "acl" and t.head == root.i and t.i > root.i), None)
    last = next((t for t in tokens if first and t.i > first.i and t.tag == "VBN" and t.dep == "acl"), None)
    if first is None or last is None or not _reaches(tokens, tokens[last.head].i, first.i):
        return
    determined = any(t.head == root.i and t.dep == "det" for t in tokens)
    if not determined or tokens[last.i + 1].text.lower() in ("by", "and", ","):
        return
    moved = {root.i: ("nsubj", last.i), last.i: ("ROOT", last.i), len(tokens) - 1: ("punct", last.i)}
    for i, (dep, head) in moved.items():
        tokens[i] = dataclasses.replace(tokens[i], dep=dep, head=head)
    tokens[last.i] = dataclasses.replace(tokens[last.i], tag="VBD", pos="VERB")


def with_passives_behind(tokens: list[Token]) -> None:
    """In "was found guilty and jailed" the participle is a second verb of the passive, and no second adjective."""
    for verb in [t for t in tokens if t.dep == "conj" and t.tag in ("VBN", "VBD") and tokens[t.head].pos == "ADJ"]:
        adjective = tokens[verb.head]
        passive = tokens[adjective.head]
        suffered = any(
            t.dep == "auxpass" and t.head == passive.i for t in tokens[max(0, passive.i - _WIDEST) : passive.i]
        )
        own = any(t.head == verb.i and t.dep in ("nsubj", "nsubjpass", "dobj", "aux") for t in tokens)
        if suffered and adjective.dep == "oprd" and not own:
            tokens[verb.i] = dataclasses.replace(verb, head=passive.i, tag="VBN", pos="VERB")


def with_counted(tokens: list[Token]) -> None:
    """In "eight died and 40 were injured" the number is who was injured, and no second verb of the clause before."""
    for number, be, verb in zip(tokens, tokens[1:], tokens[2:], strict=False):
        torn = number.pos == "NUM" and number.dep == "conj" and tokens[number.head].pos == "VERB"
        if torn and be.dep == "auxpass" and be.head == verb.i and verb.tag == "VBN":
            tokens[number.i] = dataclasses.replace(number, dep="nsubjpass", head=verb.i)
            tokens[verb.i] = dataclasses.replace(verb, dep="conj", head=number.head)


def _is_closed(tokens: tuple[Token, ...], i: int) -> bool:
    """Whether no noun follows, as in "20 injured people"."""
    return i + 1 == len(tokens) or tokens[i + 1].pos not in (
        "NOUN",
        "PROPN",
        "ADJ",
        "NUM",
        "PRON",
        "DET",
        "VERB",
        "PART",
    )


def _number_before(tokens: tuple[Token, ...], i: int) -> int | None:
    """Position of the head of "about 20", "20 others", "dozens" right before a participle, behind "and" or a comma."""
    head = i - 1
    first = head - 1 if tokens[head].text.lower() in _MORE else head
    counts = tokens[first].pos == "NUM" or (
        first == head and "quantity" in lexicon().classes_of.get(tokens[first].lemma.lower(), ())
    )
    if first < 1 or not counts:
        return None
    before = first - 1
    while before > 0 and tokens[before].text.lower() in _ROUGHLY:
        before -= 1
    if tokens[before].text.lower() not in _JOINING:
        return None
    return first if tokens[head].text.lower() == "more" else head


def _passive_before(tokens: list[Token], number: int) -> int | None:
    """Position of the passive verb of the clause before; None where another verb stands between."""
    for at in range(number - 1, max(0, number - _WIDEST), -1):
        if tokens[at].pos == "VERB":
            near = tokens[max(0, at - _WIDEST) : number]
            passive = any(t.dep == "auxpass" and t.head == at for t in near)
            left = tokens[at].lemma == "leave" and any(t.head == at and t.text.lower() in _STATES for t in near)
            return at if passive or left else None
    return None


def _join(tokens: list[Token], verb: int, number: int, passive: int) -> None:
    """Make the participle a second verb of the passive, with the number as its subject."""
    above, inside = tokens[verb], {verb, number}
    noun = tokens[passive].head
    if tokens[passive].dep in ("acl", "relcl") and tokens[noun].head == verb and tokens[noun].dep == "nsubj":
        tokens[passive] = dataclasses.replace(
            tokens[passive], head=verb
        )  # "The attack left 12 dead and dozens wounded"
        tokens[noun] = dataclasses.replace(tokens[noun], head=passive)
    if tokens[passive].head == verb:
        top = passive if above.head == verb else above.head
        tokens[passive] = dataclasses.replace(tokens[passive], head=top, dep=above.dep)
        for at, token in enumerate(tokens):
            if token.head == verb and at not in inside and (at < number or token.dep == "punct"):
                tokens[at] = dataclasses.replace(token, head=passive)
    if _reaches(tokens, passive, verb):
        return
    tokens[verb] = dataclasses.replace(above, head=passive, dep="conj", pos="VERB", tag="VBN", lemma=_lemma(above))
    tokens[number] = dataclasses.replace(tokens[number], head=verb, dep="nsubjpass")
    for at in range(max(0, number - 1), verb):
        if at != number and tokens[at].text.lower() == "more":
            tokens[at] = dataclasses.replace(tokens[at], head=number, dep="amod")


def _lemma(token: Token) -> str:
    """The base form, where a participle was taken for an adjective: "injure"."""
    verbs = lexicon().verbs
    text = token.text.lower()
    forms = (token.lemma.lower(), text.removesuffix("d"), text.removesuffix("ed"), text)
    return next((form for form in forms if form in verbs), token.lemma)


def _reaches(tokens: list[Token], at: int, goal: int) -> bool:
    """Whether a word stands below another."""
    for _ in range(len(tokens)):
        if at == goal:
            return True
        if tokens[at].head == at:
            return False
        at = tokens[at].head
    return True
