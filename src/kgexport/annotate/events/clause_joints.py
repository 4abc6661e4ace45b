"""Says who is joined to a phrase, and who does a verb that has no subject of its own; knows grammar, no event type."""

from __future__ import annotations

from kgexport.annotate.entities.concrete import is_person_noun
from kgexport.annotate.events.filling.actor_nouns import may_act
from kgexport.annotate.events.lexicon import lexicon
from kgexport.model import Sentence, Token

_JUDGED = frozenset("jail imprison fine arrest detain sentence punish sue suspend sack fire praise thank blame".split())
"""Verbs whose object did what stands behind "for": "jailed a man for attacking X"."""
_CONVICTING = {"convict", "acquit", "absolve", "exonerate", "clear", "suspect"}
"""The same for what stands behind "of": "convicted a nurse of killing X"."""
_GROUNDS = {"charge", "suspicion", "allegation", "accusation"}
"""On what somebody is held for a deed: "arrested two men on suspicion of hiding a knife"."""
_COMMISSIONING = set("appoint hire recruit choose select elect assign train employ pay task".split())
"""Verbs before somebody and what that person is to do: "hired X to lead the firm"."""
_SENDING = {"send", "dispatch", "deploy"}
_SPANS = {"second", "minute", "hour", "day", "week", "month", "year", "decade"}
_REQUESTS = {"request", "demand", "order", "call", "appeal", "plea", "instruction", "ultimatum", "command", "directive"}
_OBEYING = {"comply", "obey", "heed", "follow", "defy"}
"""Verbs whose subject is to do what is asked."""
_TURNING_DOWN = set(
    "reject refuse dismiss oppose deny rebuff spurn resist ignore block ridicule denounce criticise criticize".split()
)
_PLANS = {"return", "comeback", "move", "fight", "quest", "battle", "ambition"}
"""Nouns before an infinitive, beside those of modality.tsv, whose owner does it: "his return to direct"."""


def crossed_names(sentence: Sentence, name: Token) -> list[Token]:
    """The second of "Ann Lee of the Greens and Karl Holm of the Farmers", which parsers join with the Greens."""
    if name.pos != "PROPN":
        return []
    found = []
    for preposition in sentence.children(name, "prep"):
        for phrase in sentence.children(preposition, "pobj"):
            for other in sentence.children(phrase, "conj"):
                alike = any(p.lemma == preposition.lemma for p in sentence.children(other, "prep"))
                found += [other] if alike and other.pos == "PROPN" else []
    return found


def kin_names(sentence: Sentence, kin: Token) -> list[Token]:
    """The second of "his wife, Ann, 52, and son Karl", whom parsers join with the name of the first."""
    if kin.pos != "NOUN" or not is_person_noun(kin.lemma.lower()):
        return []
    named = [other for name in sentence.children(kin, "appos") for other in sentence.children(name, "conj")]
    return [
        t
        for t in named
        if t.pos == "PROPN"
        and any(w.pos == "NOUN" and is_person_noun(w.lemma.lower()) for w in sentence.children(t, "compound"))
    ]


def nearer_antecedent(sentence: Sentence, relative: Token, head: Token) -> Token:
    """What "that" goes back to: the tool in "Acme, a tool for pilots that helps", never a name further off."""
    if relative.text.lower() != "that" or not (head.pos == "PROPN" or is_span(head)) or relative.i == 0:
        return head  # no length of time does anything: "gets 12 years in crash that killed two"
    found, token = head, sentence.tokens[relative.i - 1]
    while head.i < token.i < relative.i:
        if token.pos == "NOUN":
            found = token
        above = sentence.head(token)
        if above.i == token.i:
            break
        token = above
    return found


def judged(sentence: Sentence, verb: Token, preposition: Token) -> Token | None:
    """Who did what stands behind "for": whom the verb punishes or thanks, "fined the firm a million for bribing X"."""
    if verb.pos == "ADP" and sentence.head(preposition).lemma.lower() in _GROUNDS:
        return next(iter(sentence.children(sentence.head(verb), "dobj", "nsubjpass")), None)
    stems = {verb.lemma, verb.text.lower().removesuffix("d")}  # models take "fined" for a form of "fin"
    convicting = preposition.lemma.lower() == "of" and verb.lemma in _CONVICTING
    if not convicting and (preposition.lemma.lower() != "for" or stems.isdisjoint(_JUDGED)):
        return None
    objects = sentence.children(verb, "dobj")
    people = [t for t in sentence.children(verb, "dative") if t.pos != "ADP"]
    if any(sentence.children(total, "nummod") for total in objects):  # "fined Acme a million euros", read as one phrase
        people += [t for total in objects for t in sentence.children(total, "nmod", "compound") if t.pos == "PROPN"]
    return next(iter([*people, *objects]), None)


def commissioned(sentence: Sentence, head: Token, verb: Token) -> Token | None:
    """Who is to do what follows: X of "appointed X to lead the mission"; a body acts itself through whom it sends."""
    if (
        head.lemma not in _COMMISSIONING | _SENDING
        or not _is_infinitive(sentence, verb)
        or verb.dep not in ("xcomp", "advcl")
    ):
        return None
    people = [t for t in sentence.children(head, "dobj") if head.i < t.i < verb.i]
    return next((t for t in people if t.pos == "PROPN" or (may_act(t) and head.lemma in _COMMISSIONING)), None)


def is_span(token: Token) -> bool:
    """Whether a noun is a length of time: "hours"."""
    return token.lemma.lower() in _SPANS


def taken_time(sentence: Sentence, verb: Token) -> Token | None:
    """The "take" of "the jury took three hours to convict", "it took rescuers a day to reach them"."""
    if not _is_infinitive(sentence, verb):
        return None
    above = sentence.head(verb)
    if verb.dep in ("relcl", "acl") and is_span(above):
        above = sentence.head(above)
    if above.lemma != "take" or above.i > verb.i or verb.dep not in ("relcl", "acl", "xcomp", "advcl"):
        return None
    return above if any(is_span(t) for t in sentence.children(above, "dobj", "npadvmod")) else None


def owner_of_plan(sentence: Sentence, verb: Token) -> Token | None:
    """Who does an infinitive that parsers hang on the clause: "his" of "talks over his return to direct the film"."""
    to = [t for t in sentence.children(verb, "aux") if t.tag == "TO"]
    if not to or verb.dep not in ("advcl", "xcomp") or to[0].i == 0:
        return None
    noun = sentence.tokens[to[0].i - 1]
    known = noun.lemma.lower() in _PLANS or ("n", noun.lemma.lower()) in lexicon().governors
    owners = sentence.children(noun, "poss") if noun.pos == "NOUN" and known and noun.i > sentence.head(verb).i else []
    return owners[0] if owners and noun.dep == "pobj" else None


def _is_infinitive(sentence: Sentence, verb: Token) -> bool:
    return verb.tag == "VB" and any(t.tag == "TO" for t in sentence.children(verb, "aux"))


def obeyed(sentence: Sentence, request: Token) -> Token | None:
    """The verb that says who does what is asked: "complied with the mayor's request to leave"."""
    above = sentence.head(request)
    above = sentence.head(above) if request.dep == "pobj" else above
    asked = request.dep in ("dobj", "pobj") and request.lemma.lower() in _REQUESTS
    return above if asked and above.lemma in _OBEYING else None


def is_turned_down(sentence: Sentence, request: Token) -> bool:
    """Whether what others want is the object of its refusal: "rejected their demand to build"."""
    verb = sentence.head(request).lemma
    return request.dep == "dobj" and verb in _TURNING_DOWN and bool(sentence.children(request, "poss"))


def authors(sentence: Sentence, plan: Token) -> list[Token]:
    """Whose plan it is: "rejected a plan by the mayor to sell the port"."""
    by = [t for t in sentence.children(plan, "prep", "agent") if t.text.lower() == "by"]
    return [t for preposition in by for t in sentence.children(preposition, "pobj")]
