"""Goes up from a happening and collects what each word around says of its reality; knows grammar, no status."""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.events.clause_joints import taken_time
from kgexport.annotate.events.clause_repairs import is_one_of_several
from kgexport.annotate.events.passives import is_passive
from kgexport.annotate.events.reality.ends import of_infinitive, of_subject
from kgexport.annotate.events.reality.goals import is_goal, is_voted_for
from kgexport.annotate.events.reality.governors import (
    by_adjective,
    by_governor,
    by_preposition,
    governor_of,
)
from kgexport.annotate.events.reality.own import of_noun, of_verb
from kgexport.annotate.events.reality.replaced import goes_on, is_instead_of, is_planned_outcome, is_recalled
from kgexport.annotate.events.reality.turns import is_on_stage, is_outcome, of_gerund
from kgexport.model import Sentence, Token

_HIGHEST = 8
_NEEDING = {"need", "require", "take"}
_DECLARING = {"demand", "protest", "denounce", "condemn", "commemorate", "mourn"}
"""What those who gather for it do by gathering."""
_CALLING = {"call", "phone", "telephone", "ring", "write"}
_BY_PHONE = {"congratulate", "thank", "apologise", "apologize", "wish"}
"""What is done by the call itself."""
_FINITE = ("VBD", "VBN", "VBZ", "VBP")
_HELPING = {"had", "has", "have", "would", "will", "could", "was", "were", "is", "are"}
_UTTERING = set("make give publish submit write issue release file receive hear read have".split())
"""In "the report he had written" the noun is what was written."""
_SAID = ("alleged", "possible", "denied")
_ON_GROUNDS = {"on", "under"}
_HANGING = ("xcomp", "ccomp", "advcl", "acl", "relcl")
_TOLD = {"say", "report", "understand", "presume", "assume", "rumor", "rumour", "reckon", "repute"}
"""Verbs behind whose passive a thing is told at second hand: "is said to have fled"."""


def governing(sentence: Sentence, token: Token) -> Iterator[tuple[str, Token]]:
    """What governs a token, from the inside out."""
    for _ in range(_HIGHEST):
        if token.head == token.i:
            return
        above = sentence.head(token)
        effect, following = _step(sentence, token, above)
        if effect:
            yield effect, above
        if following is None:
            return
        if following.pos in ("VERB", "AUX") and following.i != token.i and token.dep != "conj":
            yield from ((e, t) for e, t in of_verb(sentence, following) if e not in ("past", "now", "ongoing"))
        elif following.pos in ("VERB", "AUX") and token.dep == "conj":
            yield from of_verb(sentence, following)
        elif following.pos == "NOUN":
            yield from of_noun(sentence, following)
        token = following


def _step(sentence: Sentence, token: Token, above: Token) -> tuple[str, Token | None]:
    """The effect of the word above, and where to go on from; None ends the way up."""
    if early := _first(sentence, token, above):
        return early
    verbal = token.pos in ("VERB", "AUX")
    match token.dep:
        case "xcomp" if _is_open(sentence, token, above):
            return "negative", above
        case "xcomp" | "ccomp" | "advcl" if above.lemma == "be" and (adjective := by_adjective(sentence, above)):
            return adjective, None
        case "xcomp" if above.lemma == "be" and any(child.tag == "TO" for child in sentence.children(token)):
            return "planned", above
        case "xcomp" if is_voted_for(token, above):
            return "planned", above
        case "xcomp" if above.lemma in _TOLD and is_passive(sentence, above):
            return "alleged", above
        case "ccomp" | "csubj" | "advcl" if above.lemma == "be" and (said := _called(sentence, above)):
            return said, None  # "it is a myth that he invented the radio"
        case "xcomp" | "ccomp" | "oprd" | "dobj" | "nsubjpass" | "attr" | "acomp":
            effect, following = by_governor(sentence, token, above, verbal)
            return "alleged" if effect == "possible" and _is_perfect(sentence, token) else effect, following
        case "pcomp" | "pobj":
            return by_preposition(sentence, token, above, verbal)
        case "acl" | "relcl" | "advcl":
            return _by_clause(sentence, token, above)
        case "conj":
            return _by_conjunct(sentence, token, above)
        case "nsubj" if any(child.tag == "TO" for child in sentence.children(above, "aux")):
            return "", above  # "wants the talks to begin"
        case "nsubj" if said := of_subject(sentence, token, above):
            return said, None
        case "nsubj" if above.lemma == "fall" and any(
            part.text.lower() == "through" and not sentence.children(part) for part in sentence.children(above)
        ):
            return "failed", None  # "the deal fell through"
        case _:
            return "", None


def _first(sentence: Sentence, token: Token, above: Token) -> tuple[str, Token | None] | None:
    """The effect of a turn of phrase that goes before what the word above says; None where there is none."""
    if take := taken_time(sentence, token):  # "the jury took an hour to convict him"
        return "", take
    if token.dep == "pcomp" and is_instead_of(sentence, above):
        return "failed", None
    if goes_on(sentence, token, above):  # "the strike will continue until Friday"
        return "ongoing", None
    if token.dep in ("xcomp", "ccomp") and is_recalled(token, above):
        return "", None
    if above.text.lower() == "pending":  # "held pending trial"
        return "planned", None
    if token.dep in _HANGING and (end := of_infinitive(sentence, token, above)):
        return end
    if is_goal(sentence, token, above):
        return "", above  # "efforts to secure a truce"
    if token.dep in ("ccomp", "relcl") and (said := _by_noun_before(sentence, token)):
        return said, None
    return None


def _by_clause(sentence: Sentence, token: Token, above: Token) -> tuple[str, Token | None]:
    """What a clause that hangs on a noun or a verb says of its own happening."""
    infinitive = any(child.tag == "TO" for child in sentence.children(token))
    if token.dep == "acl" and (gerund := of_gerund(sentence, token, above)):
        return gerund, None
    if token.dep != "relcl" and (is_outcome(sentence, token, above) or is_on_stage(sentence, above)):
        return "", None  # "beat X to reach the final", "took the stage to welcome"
    if token.dep == "advcl" and token.tag == "VBG" and _is_particle_verb(sentence, above):
        return by_governor(sentence, token, above, verbal=True)  # "ruled out sending troops"
    if token.dep == "advcl" and infinitive and above.lemma in _CALLING and token.lemma in _BY_PHONE:
        return "", above  # "called his rival to congratulate him"
    if token.dep == "advcl" and infinitive and token.lemma in _DECLARING and above.tag in ("VBD", "VBN", "VBZ"):
        return "", None  # "marched to demand reforms"
    if is_planned_outcome(sentence, token, above):
        return "", above
    if token.dep == "advcl":
        purpose = "rule" if above.lemma in _NEEDING and token.i < above.i else "planned"
        return (purpose if infinitive else ""), None
    if infinitive:
        governor = governor_of("n", above.lemma.lower())
        if governor is None and is_one_of_several(sentence, above):
            return "", None
        return (governor.effect if governor else "planned"), above if governor else None
    if (token.tag in _FINITE or _is_finite_base(sentence, token)) and _is_content(sentence, token):
        return _said_by(above), None  # "rejected claims that police had tortured people"
    return "", None


def _is_finite_base(sentence: Sentence, verb: Token) -> bool:
    """Whether a base form has a subject behind "that": "allegations that its agencies still give support"."""
    subject = sentence.children(verb, "nsubj")
    return verb.tag == "VB" and bool(subject) and any(t.text.lower() == "that" for t in sentence.children(verb, "mark"))


def _said_by(noun: Token) -> str:
    """What a noun says of the clause that it holds: "the pretext that", "rumours that"."""
    said = governor_of("c", noun.lemma.lower()) or governor_of("n", noun.lemma.lower())
    return said.effect if said and said.effect in _SAID else ""


def _by_noun_before(sentence: Sentence, clause: Token) -> str:
    """What a noun says of the clause behind it that was hung on another word: "shelled it under the pretext that"."""
    first = sentence.subtree(clause)[0]
    noun = sentence.tokens[first.i - 1] if first.i and first.text.lower() == "that" else first
    if noun is first or noun.dep != "pobj" or sentence.head(noun).text.lower() not in _ON_GROUNDS:
        return ""
    return _said_by(noun)


def _called(sentence: Sentence, verb: Token) -> str:
    """What "it is a myth" says of the clause behind."""
    return next((said for noun in sentence.children(verb, "attr") if (said := _said_by(noun))), "")


def _is_content(sentence: Sentence, clause: Token) -> bool:
    """Whether a clause gives what a noun says: "claims that police had hit him", "reports he had agreed with them"."""
    if clause.dep == "acl":
        return bool(sentence.children(clause, "mark", "aux"))
    relative = any(_is_relative(sentence, clause, t) for t in sentence.children(clause))
    helped = any(t.text.lower() in _HELPING for t in sentence.children(clause, "aux"))
    own = sentence.children(clause, "nsubj", "nsubjpass")
    held = any(t.text.lower() == "that" for t in sentence.children(clause))
    return bool(own) and (helped or held) and not relative and (held or clause.lemma not in _UTTERING)


def _is_relative(sentence: Sentence, clause: Token, word: Token) -> bool:
    """Whether a word makes a clause a relative one; "that" only where it plays a part: not "rumours that he fled"."""
    if word.text.lower() != "that":
        return word.tag in ("WP", "WDT", "WRB", "WP$")
    objects = sentence.children(clause, "dobj")
    return word.dep != "mark" and not (word.dep == "dobj" and len(objects) > 1)


def _is_particle_verb(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb and its particle say together whether it took place: "rule out", "call off"."""
    particles = (t.text.lower() for t in sentence.children(verb, "prt"))
    return any(governor_of("v", f"{verb.lemma.lower()} {particle}") for particle in particles)


def _by_conjunct(sentence: Sentence, token: Token, above: Token) -> tuple[str, Token | None]:
    """Whether what governs the first of several governs the others too."""
    if _shares(sentence, token, above):
        return "", above
    if token.tag in ("VB", "VBP") and not _has_subject(sentence, token):
        follow = above if above.tag == "VBP" and above.dep == "conj" else None
        return ("", follow) if follow else (_by_bare_form(sentence, token, above), None)
    return "", None


def _is_open(sentence: Sentence, token: Token, above: Token) -> bool:
    """Whether it did not happen so far: "are still to win", "has yet to reply"."""
    if above.lemma not in ("be", "have", "remain") or not any(c.tag == "TO" for c in sentence.children(token)):
        return False
    return any(t.text.lower() in ("still", "yet") for v in (token, above) for t in sentence.children(v, "advmod"))


def _by_bare_form(sentence: Sentence, token: Token, above: Token) -> str:
    """The effect of a finite verb on one in its base form that parsers hang on it: "called on X to go and pay"."""
    asked = any(child.dep in ("xcomp", "ccomp") and child.i < token.i for child in sentence.children(above))
    governor = governor_of("v", above.lemma.lower())
    told = above.tag in ("VBD", "VBZ", "VBN") and governor and governor.effect in ("planned", "desired", "possible")
    return governor.effect if governor and asked and told else ""


def _has_subject(sentence: Sentence, verb: Token) -> bool:
    return bool(sentence.children(verb, "aux", "auxpass", "nsubj", "nsubjpass"))


def _is_perfect(sentence: Sentence, token: Token) -> bool:
    """In "is believed to have offered" what is believed lies in the past."""
    return token.tag == "VBN" and any(child.tag == "TO" for child in sentence.children(token, "aux"))


def _shares(sentence: Sentence, token: Token, above: Token) -> bool:
    """Whether a second verb or noun is governed as the first one: "will visit and sign"."""
    if token.pos not in ("VERB", "AUX"):
        return above.pos not in ("VERB", "AUX")
    helpers = sentence.children(token, "aux", "auxpass")
    if sentence.children(token, "nsubj", "nsubjpass"):
        return False
    if helpers and all(t.tag == "TO" for t in helpers):  # "promised to cut taxes and to build schools"
        return token.tag == above.tag == "VB"
    if helpers:  # "is expected to arrive and be distributed"
        return token.tag == "VBN" and above.tag == "VB" and all(t.tag == "VB" for t in helpers)
    return token.tag in ("VB", "VBN", "VBG") and above.tag == token.tag
