"""Finds who is tried or charged, and who gives, where only the clause around a noun tells; knows no status."""

from __future__ import annotations

from kgexport.annotate.events.clause import clause_subjects, expanded, subjects
from kgexport.annotate.events.filling.fillers import Fillers
from kgexport.annotate.events.finding.trigger import Trigger
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.passives import is_passive
from kgexport.model import Role, RoleName, Sentence, Token

_CHARGING = {"charge", "arrest", "detain", "hold", "sentence", "jail", "imprison", "convict", "indict", "try", "appear"}
_CHARGING |= {"due", "remand", "acquit", "clear", "want", "extradite", "guilty", "face"}
_ADJECTIVES = {"due", "guilty"}
_TRIED = {"trial", "retrial"}
_AROUND_TRIAL = {"after", "following", "in", "at", "during", "before", "despite"}
_JUSTICE = {"justice"}
_LENT = {"payment", "pledge", "funding", "investment", "aid"}
_UNDERGOING = {"undergo", "face", "stand", "await"}
_PAYING = {"pay", "owe", "incur", "face"}
_MOST = 6


def judged_parties(sentence: Sentence, trigger: Trigger, fillers: Fillers, roles: list[Role]) -> list[Role]:
    """Who is tried in "was convicted after a long trial", charged in "is due in court on a charge that he stole"."""
    if any(role.name is RoleName.OBJECT for role in roles):
        return []
    heads: list[Token] = []
    if trigger.pattern.type in _TRIED and not trigger.pattern.verb:
        heads = _tried(sentence, trigger.head)
    elif trigger.pattern.type == "charge":
        heads = _charged(sentence, trigger.head)
    elif trigger.pattern.type == "fine" and not trigger.pattern.verb:
        heads = _fined(sentence, trigger.head)
    return _filled(sentence, heads, RoleName.OBJECT, fillers, {role.filler for role in roles})


def givers(sentence: Sentence, trigger: Trigger, fillers: Fillers, roles: list[Role]) -> list[Role]:
    """Who gives in "earmarked a million euros in relief for farmers": the subject of the verb of the sum."""
    if trigger.pattern.type != "aid" or trigger.support is not None or not roles:
        return []
    preposition = sentence.head(trigger.head)
    total = sentence.head(preposition)
    verb = sentence.head(total) if total.pos not in ("VERB", "AUX") else total
    if trigger.head.dep != "pobj" or preposition.lemma.lower() not in ("in", "of", "for", "as") or verb.pos != "VERB":
        return []
    paid = any(pattern.type in _LENT for pattern in lexicon().verbs.get(verb.lemma.lower(), ()))
    sums = any(_is_sum(sentence, t) for t in sentence.children(verb, "dobj"))
    if not (paid and sums) or is_passive(sentence, verb):
        return []
    return _filled(sentence, subjects(sentence, verb), RoleName.AGENT, fillers, {role.filler for role in roles})


def _is_sum(sentence: Sentence, token: Token) -> bool:
    return token.label.startswith("MONEY") or any(t.pos == "NUM" for t in sentence.children(token, "nummod"))


def _tried(sentence: Sentence, trial: Token) -> list[Token]:
    """Who is judged by the verb that the trial is told with."""
    preposition = sentence.head(trial)
    verb = sentence.head(preposition)
    if trial.dep != "pobj" or preposition.lemma.lower() not in _AROUND_TRIAL | {"follow"}:
        return []
    while verb.pos in ("NOUN", "PROPN", "ADJ", "ADP") and verb.head != verb.i:  # "found guilty of murder after a trial"
        verb = sentence.head(verb)
    judged = any(group_of(p.type) in _JUSTICE for p in lexicon().verbs.get(verb.lemma.lower(), ()))
    if verb.pos != "VERB" or not judged:
        return []
    if is_passive(sentence, verb) or verb.lemma in ("plead", "appeal", "confess"):
        return subjects(sentence, verb)
    return [t for own in sentence.children(verb, "dobj") for t in expanded(sentence, own)]


def tried_for(sentence: Sentence, deed: Token) -> list[Token]:
    """Who is on trial for a deed: "undergoing trial for manslaughter", "went on trial for the murder of X"."""
    preposition = sentence.head(deed)
    trial = sentence.head(preposition)
    if deed.dep != "pobj" or preposition.lemma.lower() != "for":
        return []
    if trial.lemma.lower() in _TRIED:
        above = sentence.head(trial)
        verb = sentence.head(above) if trial.dep == "pobj" and above.lemma.lower() == "on" else above
        held = trial.dep == "pobj" or (trial.dep == "dobj" and verb.lemma in _UNDERGOING)
    else:
        trials = [t for on in sentence.children(trial, "prep") for t in sentence.children(on, "pobj")]
        verb, held = trial, any(t.lemma.lower() in _TRIED and sentence.head(t).lemma.lower() == "on" for t in trials)
    return subjects(sentence, verb) if held and verb.pos in ("VERB", "AUX") else []


def _fined(sentence: Sentence, fine: Token) -> list[Token]:
    """Who has a fine to pay: "must pay $3,000 in fines"."""
    preposition = sentence.head(fine)
    verb = sentence.head(preposition)
    if fine.dep != "pobj" or preposition.lemma.lower() not in ("in", "as"):
        return []
    verb = sentence.head(verb) if verb.dep == "dobj" else verb
    return subjects(sentence, verb) if verb.lemma in _PAYING and not is_passive(sentence, verb) else []


def _charged(sentence: Sentence, charge: Token) -> list[Token]:
    """Who did what the charge says, else who is judged for it: "a charge that he stole", "held on charges of fraud"."""
    for clause in sentence.children(charge, "acl", "ccomp"):
        if own := clause_subjects(sentence, clause):
            return own
    while charge.dep == "conj" and charge.head != charge.i:
        charge = sentence.head(charge)
    preposition = sentence.head(charge)
    verb = sentence.head(preposition)
    if charge.dep != "pobj" or preposition.lemma.lower() not in ("on", "of", "for", "over", "to"):
        return []
    for _ in range(_MOST):
        if verb.pos not in ("NOUN", "ADP") or verb.head == verb.i:
            break
        verb = sentence.head(verb)
    if verb.lemma == "be":
        adjective = next((t for t in sentence.children(verb, "acomp") if t.lemma.lower() in _ADJECTIVES), None)
        return subjects(sentence, verb) if adjective else []
    if verb.lemma.lower() not in _CHARGING:
        return []
    if verb.pos == "ADJ":
        return subjects(sentence, sentence.head(verb))
    heads = sentence.children(verb, "dobj") or subjects(sentence, verb)
    return [other for head in heads for other in expanded(sentence, head)]


def _filled(sentence: Sentence, heads: list[Token], name: RoleName, fillers: Fillers, known: set[str]) -> list[Role]:
    found = (role for token in heads for role in fillers.fill_all(sentence, token, name))
    return [role for role in found if role.filler not in known]
