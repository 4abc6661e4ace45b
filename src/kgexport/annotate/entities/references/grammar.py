"""Reads off a parse what references go by: clause, subject, governing verb, rank; knows no entity."""

from __future__ import annotations

from kgexport.model import Sentence, Token

SUBJECTS = ("nsubj", "nsubjpass")
_DEEPEST = 10
_INSIDE_PHRASE = frozenset(("appos", "conj"))
_PREPOSITIONS = frozenset(("prep", "pobj", "pcomp", "agent", "dative"))


def is_verb(token: Token) -> bool:
    """Whether a token heads a clause."""
    return token.pos == "VERB" or (token.pos == "AUX" and token.dep not in ("aux", "auxpass"))


def top(sentence: Sentence, token: Token) -> Token:
    """The head of the whole phrase: "judge" in "the judge, Helen Abbot", "Hansel" in "Hansel and Gretel"."""
    for _ in range(_DEEPEST):
        if token.dep not in _INSIDE_PHRASE or token.head == token.i:
            return token
        token = sentence.head(token)
    return token


def clause_of(sentence: Sentence, token: Token) -> Token:
    """The verb of the innermost clause around a token (the token itself for a verb); the root where there is none."""
    for _ in range(len(sentence.tokens)):
        if is_verb(token) or token.head == token.i:
            return token
        token = sentence.head(token)
    return token


def subject_of(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of a verb, also where a second verb ("came and saw") or an infinitive leaves it out."""
    for _ in range(_DEEPEST):
        own = sentence.children(verb, *SUBJECTS)
        if own:
            return own[-1]
        if verb.dep not in ("conj", "xcomp", "advcl", "aux") or verb.head == verb.i:
            return None
        above = sentence.head(verb)
        if verb.dep == "xcomp" and (done_to := sentence.children(above, "dobj", "dative")):
            return done_to[-1]
        verb = above
    return None


def argument_verb(sentence: Sentence, token: Token) -> Token | None:
    """The verb of which a phrase is subject, object or prepositional object; None inside of another phrase."""
    token = top(sentence, token)
    for _ in range(_DEEPEST):
        if token.dep in ("poss", "relcl", "acl") or token.head == token.i:
            return None
        head = sentence.head(token)
        if is_verb(head):
            return head
        if token.dep not in _PREPOSITIONS:
            return None
        token = head
    return None


def is_possessive(token: Token) -> bool:
    """Whether a pronoun says whose something is."""
    return token.tag == "PRP$" or (token.dep == "poss" and token.pos == "PRON")


def possessed(sentence: Sentence, token: Token) -> Token | None:
    """What a possessive pronoun owns: the head of its phrase."""
    return sentence.head(token) if is_possessive(token) and token.head != token.i else None


def governing(sentence: Sentence, verb: Token) -> list[Token]:
    """Verbs that have the clause of this verb for their content, the nearest first: "said" of "said he would go"."""
    found: list[Token] = []
    for _ in range(_DEEPEST):
        if verb.head == verb.i:
            break
        above = sentence.head(verb)
        if verb.dep == "ccomp" and is_verb(above):
            found.append(above)
        if not is_verb(above) and not is_verb(clause_of(sentence, above)):
            break
        verb = above if is_verb(above) else clause_of(sentence, above)
    return found


def is_joined(sentence: Sentence, token: Token) -> bool:
    """Whether a phrase is one of several: "A and B"."""
    for _ in range(_DEEPEST):
        if token.dep == "conj" or sentence.children(token, "conj"):
            return True
        if token.dep != "appos" or token.head == token.i:
            return False
        token = sentence.head(token)
    return False


def conjuncts(sentence: Sentence, token: Token) -> list[Token]:
    """The heads of all the phrases that a phrase is joined with, "A", "B" and "C", from the first on."""
    for _ in range(_DEEPEST):
        if token.dep != "conj" or token.head >= token.i:
            break
        token = sentence.head(token)
    chain = [token]
    while len(chain) < _DEEPEST and (more := sentence.children(chain[-1], "conj")):
        chain += more
    return chain


def rank(sentence: Sentence, token: Token) -> int:
    """How prominent a phrase is by its grammatical role, in the manner of Lappin and Leass (1994)."""
    head = top(sentence, token)
    lower = 50 if is_joined(sentence, token) else 0
    if token.dep in ("compound", "nmod", "amod"):
        return 30
    if head.dep in SUBJECTS:
        verb = sentence.head(head)
        inner = 30 if verb.dep in ("ccomp", "relcl", "advcl", "acl", "pcomp", "csubj") else 0
        return (170 if head.dep == "nsubj" else 160) - lower - inner
    if head.dep in ("dobj", "attr", "oprd"):
        return 120 - lower
    if head.dep in ("dative", "agent"):
        return 110 - lower
    if head.dep == "poss":
        return 90
    if head.dep == "pobj":
        above = sentence.head(sentence.head(head))
        if sentence.head(sentence.head(head)).form.lower() == "according":
            return 30
        return 110 if sentence.head(head).dep in ("agent", "dative") else 80 if is_verb(above) else 50
    if head.head == head.i:  # a phrase that the parser takes for the whole sentence: "X, his wife, watched"
        return 150 if sentence.children(head, "relcl", "acl") else 80
    return 60


def named_by(sentence: Sentence, name: Token, person: bool) -> Token | None:
    """The common noun that a name says more exactly: "judge" of "the judge, X", "town" of "the town of X"."""
    above = sentence.head(name)
    if name.dep == "appos":
        if above.pos == "NOUN":
            return above
        # The parser hangs X from the last noun of "a spokeswoman for the Temple, X".
        outer = sentence.head(sentence.head(above))
        return outer if person and above.dep == "pobj" and outer.pos == "NOUN" else None
    if name.dep == "pobj" and above.form == "of" and not person:
        return sentence.head(above) if sentence.head(above).pos == "NOUN" else None
    return None


def is_under(sentence: Sentence, token: Token, above: Token) -> bool:
    """Whether a token stands in the phrase of another."""
    for _ in range(len(sentence.tokens)):
        if token.i == above.i:
            return True
        if token.head == token.i:
            return False
        token = sentence.head(token)
    return False


def head_of_name(sentence: Sentence, first: int, end: int) -> Token:
    """The token of a name that hangs from outside of it."""
    outside = (t for t in sentence.tokens[first:end] if not first <= t.head < end or t.head == t.i)
    return next(outside, sentence.tokens[end - 1])


def is_in_adjective(sentence: Sentence, end: int) -> bool:
    """Whether the name that ends here is part of an adjective, which stands for nothing later: "Paris-based Acme"."""
    behind = sentence.tokens[end : end + 2]
    return len(behind) == 2 and behind[0].text == "-" and behind[1].tag in ("VBN", "VBD") and behind[1].dep == "amod"
