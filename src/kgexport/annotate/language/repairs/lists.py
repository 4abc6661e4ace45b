"""Joins to a list what the parser took for an apposition: "killed A, B and injured C"; knows no parser.

An apposition inside a clause ends in a comma ("A, a judge, and C"): where none stands, names of one sort are a list.
"""

from __future__ import annotations

import dataclasses

from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.language.repairs.kin import with_kin
from kgexport.annotate.language.trees import attach, below, hangs
from kgexport.model import Token

_NAMES = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_CLOSING = frozenset({",", ")", "—", "–", "-", ".", ";", ":"})
_SUBJECT = ("nsubj", "nsubjpass")
_BORDERING = frozenset({"neighbouring", "neighboring", "nearby", "surrounding", "adjoining", "bordering"})
_DIRECTIONS = frozenset({"North", "South", "East", "West"})


def with_lists(tokens: list[Token]) -> None:
    """Mend in place the lists of a sentence."""
    for token in list(tokens):
        if token.dep == "appos" and token.pos in ("PROPN", "NOUN"):
            _close(tokens, tokens[token.i])
        elif token.dep in _SUBJECT and token.i > 2:
            _list_subjects(tokens, tokens[token.i])
        elif token.dep == "conj" and token.pos in _NOUNS:
            _keep_number(tokens, token)
            _leave_out(tokens, token)
        elif token.dep in ("nmod", "compound") and token.pos == "PROPN":
            _stand_apart(tokens, token.i)
            _count_apart(tokens, token.i)
        elif token.dep == "amod" and token.tag == "VBN":
            _act_next(tokens, token.i)
        elif token.text.lower() in _BORDERING and token.dep in ("compound", "amod"):
            _join_neighbour(tokens, token)
    with_kin(tokens)
    for token in list(tokens):
        if token.text in _DIRECTIONS:
            _join_directions(tokens, token.i)


def _close(tokens: list[Token], name: Token) -> None:
    """Hang a name on the noun right before it, or make it the next of a list."""
    phrase = below(tokens, name.i)
    while tokens[phrase[-1]].dep in ("cc", "punct") and phrase[-1] > name.i:
        phrase.pop()
    first, last = phrase[0], phrase[-1]
    head = tokens[name.head]
    before = tokens[first - 1] if first else None
    if before is None or head.i > name.i:
        return
    beside = name.pos == "PROPN" and before.tag == "NN" and before.dep == "conj" and before.i != head.i
    if beside and not hangs(tokens, head.i, before.i):  # "Mayor Ann Lee and rebel leader Leo Hall"
        attach(tokens, name.i, before.head, "conj")
        attach(tokens, before.i, name.i, "compound")
    elif before.text == ",":
        beside = before.i == below_end(tokens, head, first)
        if _is_next_person(tokens, head, name) or (beside and _is_open(tokens, head, name, last)):
            attach(tokens, name.i, head.i, "conj")


def below_end(tokens: list[Token], head: Token, first: int) -> int:
    """Where the comma has to stand that follows a name: right behind it, or behind the one before in the list."""
    at = first - 1
    inner = [t for t in tokens[head.i + 1 : at] if t.dep not in ("compound", "conj", "punct", "nummod", "det", "amod")]
    return at if not inner else -1


def _is_open(tokens: list[Token], head: Token, name: Token, last: int) -> bool:
    """Whether no comma closes the apposition where one would have to, and the two are alike."""
    if last + 1 >= len(tokens) or tokens[last + 1].text in _CLOSING:
        return False
    others = [t for t in tokens[name.i : last + 1] if t.dep == "conj" and t.head == name.i]
    joined, following = bool(others), tokens[last + 1]
    several = joined and all(_is_determined(tokens, t.i) for t in (head, name, *others))
    if several and head.dep in _SUBJECT and following.pos in ("VERB", "AUX"):
        return True  # "The president, the prime minister and the speaker met"
    if head.dep in _SUBJECT and joined and following.pos in ("VERB", "AUX"):
        return _are_alike(head, name) or (
            following.text.lower() in ("are", "were", "have") and head.tag in ("NN", "NNP")
        )
    verb = tokens[last + 2] if last + 2 < len(tokens) else None
    told = following.text == "and" and verb is not None and verb.tag in ("VBD", "VBZ") and verb.dep == "conj"
    return told and head.dep == "dobj" and (_are_alike(head, name) or _differ(tokens, head, name))


def _keep_number(tokens: list[Token], second: Token) -> None:
    """Join what no verb in the singular has for its subject: "A man who killed his wife and two sons was held"."""
    first, verb = tokens[second.head], tokens[tokens[second.head].head]
    if first.dep not in _SUBJECT or first.tag not in ("NN", "NNP") or second.tag not in ("NNS", "NNPS"):
        return
    finite = [t for t in tokens[second.i + 1 : verb.i + 1] if t.i == verb.i or t.head == verb.i]
    start = below(tokens, second.i)[0]
    if not any(t.text.lower() in ("was", "is", "has") for t in finite) or tokens[start - 1].text != "and":
        return
    noun = tokens[start - 2]
    if noun.i > first.i and noun.pos in _NOUNS and hangs(tokens, noun.i, first.i) and verb.i > second.i:
        attach(tokens, second.i, noun.i, "conj")
        attach(tokens, start - 1, noun.i, "cc")


def _leave_out(tokens: list[Token], second: Token) -> None:
    """Take who does not out of a list: "Spain, but not France, has joined"."""
    start = below(tokens, second.i)[0]
    start -= tokens[start].text.lower() != "not"
    before = tokens[start - 1].text.lower() if start > 1 else ""
    if tokens[start].text.lower() == "not" and before in ("but", "and", "though") and tokens[second.head].i < start:
        attach(tokens, second.i, second.head, "dep")


def _stand_apart(tokens: list[Token], at: int) -> None:
    """Part a name from the one behind "and" that it cannot describe: "Mayor Ann Lee and rebel leader Leo Hall"."""
    joining = tokens[at + 1] if at + 1 < len(tokens) else None
    if joining is None or joining.text != "and" or joining.head != at or tokens[at].head < joining.i:
        return
    if any(t.head == at and t.dep == "conj" for t in tokens[at:]):
        return
    top = tokens[at]
    while top.dep in ("nmod", "compound") and top.head > top.i:
        top = tokens[top.head]
    if top.pos == "PROPN" and top.label == tokens[at].label == "PERSON":
        attach(tokens, at, top.head if top.head != top.i else at, top.dep)
        attach(tokens, top.i, at, "conj")


def _count_apart(tokens: list[Token], at: int) -> None:
    """Part who is counted apart: "A Ugandan, two Kenyans and a Briton died"."""
    behind = tokens[at + 1 : at + 3]
    head = tokens[tokens[at].head]
    if len(behind) < 2 or behind[0].text != "," or behind[1].head != head.i or head.i < behind[1].i:
        return
    first = tokens[at - 1] if at else None
    if first is None or first.dep != "det" or behind[1].dep not in ("nummod", "det") or tokens[at].head != head.i:
        return
    attach(tokens, at, head.head if head.head != head.i else at, head.dep)
    attach(tokens, first.i, at, "det")
    attach(tokens, head.i, at, "conj")


def _act_next(tokens: list[Token], at: int) -> None:
    """Read a participle in a row of deeds as one: "burned cars, looted shops and attacked police"."""
    noun, behind = tokens[tokens[at].head], tokens[tokens[at].head + 1 : tokens[at].head + 3]
    thing = tokens[noun.head]
    deed = tokens[thing.head]
    row = len(behind) == 2 and behind[0].text == "and" and behind[1].tag == "VBD" and behind[1].head == deed.i
    listed = noun.dep in ("appos", "conj") and thing.dep == "dobj" and deed.tag == "VBD" and noun.i == at + 1
    if not (row and listed and at and tokens[at - 1].text == "," and thing.i < at):
        return
    base = next((b for b in _bases(tokens[at]) if b in lexicon().verbs), tokens[at].lemma)
    tokens[at] = dataclasses.replace(tokens[at], head=deed.i, dep="conj", pos="VERB", tag="VBD", lemma=base)
    attach(tokens, noun.i, at, "dobj")


def _bases(participle: Token) -> tuple[str, ...]:
    text = participle.text.lower()
    return (participle.lemma.lower(), text.removesuffix("d"), text.removesuffix("ed"))


def _join_neighbour(tokens: list[Token], word: Token) -> None:
    """Read "neighbouring" as an adjective before the second of two places: "in Ohio and nearby Indiana"."""
    tokens[word.i] = dataclasses.replace(word, dep="amod", pos="ADJ", tag="JJ", lemma=word.text.lower())
    place, before = tokens[word.head], tokens[max(0, word.i - 2)]
    joined = word.i > 1 and tokens[word.i - 1].text == "and" and before.pos == place.pos == "PROPN"
    if joined and place.dep == "conj" and not hangs(tokens, before.i, place.i) and place.i > word.i:
        attach(tokens, place.i, before.i, "conj")
        attach(tokens, word.i - 1, before.i, "cc")


def _list_subjects(tokens: list[Token], second: Token) -> None:
    """Join two subjects that a comma parts: "The union, the employers and the state agreed"."""
    first = next((t for t in tokens[: second.i] if t.dep == second.dep and t.head == second.head), None)
    phrase = below(tokens, second.i)
    if first is None or first.pos not in _NOUNS or second.pos not in _NOUNS or not phrase[0]:
        return
    joining = tokens[phrase[0] - 1]
    noun = tokens[joining.head]
    if any(tokens[at].dep == "neg" and tokens[at - 1].dep == "cc" for at in phrase if at):
        attach(tokens, second.i, first.i, "dep")  # "Peru, but not Chile, signed it"
    elif joining.dep == "cc" and noun.pos in _NOUNS and noun.i > first.i and hangs(tokens, noun.i, first.i):
        attach(tokens, second.i, noun.i, "conj")  # "The plane carrying 40 passengers and four crew crashed"
    if joining.text != ",":
        return
    joined = any(t.dep == "conj" and t.head == second.i for t in tokens[second.i : phrase[-1] + 1])
    beside = below(tokens, first.i)[-1] == phrase[0] - 2 and phrase[-1] + 1 < len(tokens)
    if joined and beside and tokens[phrase[-1] + 1].pos in ("VERB", "AUX") and first.label not in ("DATE", "TIME"):
        attach(tokens, second.i, first.i, "conj")


def _is_next_person(tokens: list[Token], head: Token, name: Token) -> bool:
    """Whether one full name follows another in a list: nobody is explained by somebody else's name."""
    if head.label != "PERSON" or name.label != "PERSON" or head.pos != "PROPN" or name.pos != "PROPN":
        return False
    own = [t for t in tokens[max(0, name.i - 4) : name.i] if t.head == name.i and t.dep == "compound"]
    extended = any(t.head == name.i and t.dep in ("prep", "poss", "case", "det") for t in tokens)
    listed = any(t.dep == "conj" and t.i > name.i and t.head in (name.i, head.i) for t in tokens)
    return bool(own) and own[-1].pos == "PROPN" and not extended and listed


def _is_determined(tokens: list[Token], at: int) -> bool:
    return any(t.head == at and t.dep in ("det", "poss") for t in tokens[max(0, at - 6) : at])


def _are_alike(head: Token, name: Token) -> bool:
    return head.pos == name.pos == "PROPN" and head.label == name.label and head.label in _NAMES


def _differ(tokens: list[Token], head: Token, name: Token) -> bool:
    """Whether one is one and the other several: "a soldier, two guards"."""
    counted = any(t.dep == "nummod" and t.head == name.i for t in tokens)
    return counted and {head.tag, name.tag} == {"NN", "NNS"}


def _join_directions(tokens: list[Token], at: int) -> None:
    """Make "North" the first of two in "North and South Korea met", where the parser hung it on the second."""
    rest = tokens[at + 1 : at + 4]
    if len(rest) < 3 or rest[0].text != "and" or rest[1].text not in _DIRECTIONS or rest[2].pos != "PROPN":
        return
    name = rest[2].i
    if rest[1].text == tokens[at].text or tokens[at].head != name or hangs(tokens, tokens[name].head, at):
        return
    attach(tokens, at, tokens[name].head, tokens[name].dep)
    attach(tokens, name, at, "conj")
    attach(tokens, at + 1, at, "cc")
    attach(tokens, at + 2, name, "compound")
