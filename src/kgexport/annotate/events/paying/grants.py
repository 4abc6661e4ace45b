"""Reads in the grammar around an amount who gives it and what for: "a loan of $50m for the dam"; knows no events."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from kgexport.annotate.events.clause import subjects
from kgexport.annotate.events.lexicon import rows
from kgexport.annotate.events.passives import is_passive
from kgexport.model import Amount, Sentence, Token

_TOLD = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG"})
_HELD_OPEN = frozenset({"if", "unless", "whether"})
_GIVERS = frozenset({"from", "by"})


@dataclass(frozen=True, slots=True)
class Grant:
    """The heads of the phrases that take part in a payment."""

    word: Token
    """The word that tells of it: "donated", "grant"."""
    giver: Token | None
    item: Token


def grant_of(sentence: Sentence, amount: Amount) -> Grant | None:
    """Who pays an amount for what; None where the sentence does not say that it is paid, or not for what."""
    inside = sentence.tokens_in(amount.mention.span)
    figure = next((t for t in inside if sentence.head(t) not in inside or t.head == t.i), None)
    if figure is None or _is_damages(sentence, figure):
        return None
    noun, kind = _noun(sentence, figure, inside[-1]), _in_kind(sentence, figure)
    top = noun or figure
    verb = sentence.head(top)
    if top.dep in ("dobj", "nsubjpass") and verb.pos == "VERB":
        told = _is_told(sentence, verb)
        return _by_verb(sentence, verb, (figure, top, *kind), bool(noun or kind)) if told else None
    if noun is None or noun.dep not in ("nsubj", "ROOT", "appos"):
        return None
    giver, item = _pobj(sentence, (noun,), frozenset({"from"})), _pobj(sentence, (noun,), _words("purpose"))
    return Grant(noun, giver, item) if giver is not None and item is not None else None


def _by_verb(sentence: Sentence, verb: Token, money: tuple[Token, ...], named: bool) -> Grant | None:
    """By the verb whose object the money is; `named`: a noun says that it is a loan or a grant."""
    passive = is_passive(sentence, verb)
    item = _purpose(sentence, verb, money)
    doer = next(iter(subjects(sentence, verb)), None)
    if verb.lemma in _words("giving") and passive is (money[1].dep == "nsubjpass"):
        giver = _pobj(sentence, (verb,), _GIVERS) if passive else doer
        return Grant(verb, giver, item) if item is not None else None
    if verb.lemma not in _words("getting") or passive or not named:
        return None
    giver, item = _pobj(sentence, (*money, verb), _GIVERS), item or doer
    return Grant(verb, giver, item) if item is not None and giver is not None else None


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(
        word.strip() for name, words in rows("funding.tsv", 2) if name == kind for word in words.split(",")
    )


def _in_kind(sentence: Sentence, figure: Token) -> list[Token]:
    """The noun of "£3m in funding"."""
    nouns = [noun for prep in sentence.children(figure, "prep") for noun in sentence.children(prep, "pobj")]
    return [noun for noun in nouns if sentence.head(noun).text.lower() == "in" and noun.lemma.lower() in _words("sum")]


def _noun(sentence: Sentence, figure: Token, last: Token) -> Token | None:
    """The noun for the money: "a loan of $50m", "a $50m loan", "a grant worth £3m"."""
    behind = sentence.tokens[last.i + 1 : last.i + 2]
    if behind and behind[0].pos == "NOUN" and behind[0].lemma.lower() in _words("sum"):
        return behind[0]
    above = sentence.head(figure)
    if figure.dep == "pobj" and above.text.lower() in ("of", "worth"):
        above = sentence.head(above)
    if above.lemma.lower() in _words("sum") and above.pos == "NOUN" and above.i != figure.i:
        return above
    return None


def _is_damages(sentence: Sentence, figure: Token) -> bool:
    """Whether the money makes good for a wrong, or is a prize: "£2m in damages"."""
    near = [figure, sentence.head(figure), *sentence.children(sentence.head(figure), "dobj", "prep")]
    near += [noun for prep in (*near, *sentence.children(figure, "prep")) for noun in sentence.children(prep, "pobj")]
    return any(token.lemma.lower() in _words("damages") or token.text.lower() in _words("damages") for token in near)


def _is_told(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb is told as done: not denied, planned, possible or a condition."""
    helpers = sentence.children(verb, "aux", "auxpass")
    open_ = any(t.lemma.lower() in _HELD_OPEN for t in sentence.children(verb, "mark"))
    modal = any(t.tag in ("MD", "TO") or t.lemma.lower() == "go" for t in helpers)
    return verb.tag in _TOLD and not (modal or open_ or sentence.children(verb, "neg"))


def _purpose(sentence: Sentence, verb: Token, money: tuple[Token, ...]) -> Token | None:
    """What is paid for: "for X", "toward X"; what a purpose has as its object: "to repair X"; else who gets it."""
    found = _pobj(sentence, (*money, verb), _words("purpose"))
    if found is not None:
        return found
    for clause in [c for t in (*money, verb) for c in sentence.children(t, "acl", "relcl", "advcl", "xcomp")]:
        if any(t.tag == "TO" for t in sentence.children(clause, "aux")) and clause.i > verb.i:
            for item in sentence.children(clause, "dobj"):
                return item
    return next(iter(t for t in sentence.children(verb, "dative") if t.pos != "ADP"), None)


def _pobj(sentence: Sentence, heads: tuple[Token, ...], words: frozenset[str]) -> Token | None:
    for head in heads:
        for prep in sentence.children(head, "prep", "agent", "dative"):
            if prep.text.lower() in words:
                for noun in sentence.children(prep, "pobj"):
                    if noun.pos in ("NOUN", "PROPN") and noun.label not in ("DATE", "TIME", "MONEY"):
                        return noun
    return None
