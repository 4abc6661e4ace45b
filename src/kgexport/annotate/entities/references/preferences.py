"""Weighs what grammar makes likely: the subject of "X said he", the owner in "Y and his wife"; forbids nothing."""

from __future__ import annotations

from kgexport.annotate.entities.references.discourse import Referent
from kgexport.annotate.entities.references.grammar import (
    SUBJECTS,
    clause_of,
    governing,
    is_possessive,
    possessed,
    subject_of,
    top,
)
from kgexport.annotate.entities.references.reference_words import reference_words
from kgexport.annotate.entities.references.selection import promised
from kgexport.model import Sentence, Token

ALIKE = 50.0
"""For a subject that goes on as the subject."""
_GOES_ON = 200.0
_SAID, _OWNER, _BESIDE, _RELATIVE, _JUDGED = 150.0, 100.0, 600.0, 300.0, 350.0
_ADDRESSING = frozenset(("tell", "ask", "urge", "inform", "remind", "warn", "assure", "order", "accuse"))
_RELATIVES = ("who", "which", "that")


def preference(sentence: Sentence, token: Token, form: str, referent: Referent) -> float:
    """What the grammar of its own sentence adds to the prominence of a referent."""
    here = [sentence.tokens[i] for i in referent.ranks if i < token.i]
    extra = 0.0
    subject = token.dep in SUBJECTS
    if here:
        tops = {top(sentence, t).i for t in here}
        clause = clause_of(sentence, token)
        if tops & said_by(sentence, clause, token, form):
            extra += _SAID if subject or _owns_subject(sentence, token) else 0.0
        extra += _as_owner(sentence, clause, token, here)
        if any(_is_beside(sentence, token, t) for t in here):
            extra += _BESIDE
        if any(_is_judged(sentence, token, t) for t in here):
            extra += _JUDGED
        if any(_is_relative(sentence, clause, t) for t in here):
            extra += _RELATIVE
        if tops & said_by(sentence, clause, token, form) and token.dep in ("dobj", "pobj", "dative"):
            extra -= _SAID / 2
    if subject and any(is_subject(sentence, t) for t in here):
        extra += ALIKE
    if subject and form == "it" and _goes_on(sentence, token, here):
        extra += _GOES_ON
    return extra


def _goes_on(sentence: Sentence, token: Token, here: list[Token]) -> bool:
    """Whether the clause is joined to the main one, whose subject this is: "X ignored Y, and it sued"."""
    verb = sentence.head(token)
    own = subject_of(sentence, sentence.head(verb)) if verb.dep == "conj" else None
    return own is not None and any(top(sentence, t).i == top(sentence, own).i for t in here)


def _as_owner(sentence: Sentence, clause: Token, token: Token, here: list[Token]) -> float:
    """For subject and object of the clause of a possessive; for the owner of the subject ("the girl's parents")."""
    own = subject_of(sentence, clause)
    if is_possessive(token):
        subject = own is not None and any(top(sentence, t).i == top(sentence, own).i for t in here)
        if subject or any(t.dep == "dobj" and t.head == clause.i for t in here):
            return _OWNER
    if own is not None and any(t.dep == "poss" and t.head == own.i for t in here):
        return _OWNER if is_possessive(token) else 2.5 * _OWNER
    return 0.0


def _owns_subject(sentence: Sentence, token: Token) -> bool:
    """Whether a possessive stands in the subject: "his lawyer would"."""
    owned = possessed(sentence, token)
    return owned is not None and owned.dep in SUBJECTS


def said_by(sentence: Sentence, clause: Token, token: Token, form: str) -> set[int]:
    """The subject of "X said he would", as a position; not of "X told Y he would", and for "it" only of what acts."""
    if (speaker := promised(sentence, clause, token)) is not None:
        return {top(sentence, speaker).i}
    for verb in governing(sentence, clause)[:1]:
        if verb.lemma in _ADDRESSING and sentence.children(verb, "dobj", "dative"):
            return set()
        if form == "it" and token.dep in SUBJECTS and acts(sentence, token) is None:
            return set()
        subject = subject_of(sentence, verb)
        if subject is not None and subject.form.lower() in _RELATIVES and verb.dep == "relcl":
            subject = sentence.head(verb)  # "X, who said he"
        if subject is not None:
            return {top(sentence, subject).i}
    return set()


def _is_beside(sentence: Sentence, token: Token, name: Token) -> bool:
    """Whether a possessive stands in "Y and his wife", right behind Y."""
    owned = possessed(sentence, token)
    return owned is not None and owned.dep == "conj" and token.i - name.i <= 3 and sentence.head(owned).i == name.i


def _is_judged(sentence: Sentence, token: Token, name: Token) -> bool:
    """Whether a possessive follows in "thanked Y for his help"."""
    owned = possessed(sentence, token)
    if owned is None or owned.dep not in ("pobj", "dobj") or name.dep not in ("dobj", "nsubjpass"):
        return False
    verb = sentence.head(name)
    links = sentence.ancestors(owned)[:3]
    return reference_words().has("judging_verbs", verb.lemma.lower()) and verb in links and owned.dep == "pobj"


def _is_relative(sentence: Sentence, clause: Token, name: Token) -> bool:
    """Whether the clause is one about this name: "a man who lost his wallet"."""
    for verb in (clause, *sentence.ancestors(clause)[:2]):
        if verb.dep in ("relcl", "acl") and sentence.head(verb).i == name.i:
            subject = subject_of(sentence, verb)
            return subject is None or subject.form.lower() in _RELATIVES
    return False


def acts(sentence: Sentence, token: Token) -> bool | None:
    """True where only a body or land can do or own that; None where anything may."""
    words = reference_words()
    owned = possessed(sentence, token)
    if owned is not None:
        return True if words.has("owned_by_bodies", owned.lemma.lower()) else None
    if token.dep != "nsubj":
        return None
    verb = sentence.head(token)
    lemma = verb.lemma.lower()
    passive = any(c.dep == "auxpass" for c in sentence.children(verb))
    loose = words.has("loose_agent_verbs", lemma) and not governing(sentence, verb)
    if words.has("agent_verbs", lemma) and not loose and not passive:
        return True
    if words.has("agent_verbs_with_object", lemma) and not passive and sentence.children(verb, "dobj", "xcomp"):
        return True
    return None


def is_called_a_thing(sentence: Sentence, token: Token) -> bool:
    """Whether what "it" is said to be is no body: "it was a long fight"."""
    verb = sentence.head(token)
    told = sentence.children(verb, "attr") if token.dep in SUBJECTS and verb.lemma == "be" else []
    return any(t.pos == "NOUN" and t.lemma.lower() not in reference_words().bodies for t in told)


def is_subject(sentence: Sentence, token: Token) -> bool:
    """Whether a token is (part of) the subject of its clause."""
    return top(sentence, token).dep in SUBJECTS
