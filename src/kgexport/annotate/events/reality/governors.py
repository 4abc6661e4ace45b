"""What the words that govern a happening say of it ("plans to", "accused of"); knows modality.tsv, no status."""

from __future__ import annotations

from kgexport.annotate.events.lexicon import Governor, lexicon
from kgexport.annotate.events.reality.ends import is_topic_of_talks, of_purpose
from kgexport.annotate.events.reality.turns import is_duty, is_law
from kgexport.model import Sentence, Token

_BELIEVING = {"believe", "think", "suppose"}
_GUESSING = set("fear worry speculate suppose imagine think believe suspect reckon wonder bet".split())
"""Verbs behind which also what "will" be is only thought possible."""
_ASKING = {"demand", "urge", "request", "recommend", "ask", "propose"}
_FIXING = {"schedule", "slate", "plan"}
_FACING = ("against",)
"""Before a noun it says whom or what something faces: "spoke out against the ban"."""
_DEPENDING = {"subject", "dependent", "contingent", "conditional"}
_MUSING = {"joke", "speak", "talk", "fantasise", "fantasize", "muse"}
_INFORMING = {"tell", "remind", "advise"}
_BLAMING = {"accuse", "acquit", "suspect", "clear", "absolve", "exonerate"}
_CALLS = {"call", "appeal"}
_KNOWN = {"know", "known", "famous", "notorious", "renowned"}


def verb_governor(verb: Token) -> Governor | None:
    """The row of a verb; where the model takes "hoped" and "hopes" for forms of "hop", that of "hope"."""
    found = governor_of("v", verb.lemma.lower())
    text = verb.text.lower()
    if found or not text.endswith(("ed", "es")):
        return found
    return governor_of("v", text[:-1])


def governor_of(pos: str, words: str) -> Governor | None:
    """The row of modality.tsv for a word (v, a, n, c, p) in its base form; None where there is none."""
    return lexicon().governors.get((pos, words))


def by_adjective(sentence: Sentence, verb: Token) -> str:
    """What "it is rare for X to do it" and "it is possible that X will" say of the doing."""
    if not any(t.text.lower() == "it" for t in sentence.children(verb, "nsubj", "expl")):
        return ""
    said = (governor_of("a", t.lemma.lower()) for t in sentence.children(verb, "acomp"))
    effect = next((governor.effect for governor in said if governor), "")
    return {"generic": "rule", "possible": "maybe"}.get(effect, "")


def by_governor(sentence: Sentence, token: Token, above: Token, verbal: bool) -> tuple[str, Token | None]:
    """The effect of the verb or adjective above a token, and where to go on from; None ends the way up."""
    if above.pos in ("ADJ", "ADV"):
        governor = governor_of("a", above.lemma.lower())
        return (governor.effect, above) if governor else ("", None)
    particles = sentence.children(above, "prt")
    whole = " ".join(t.text.lower() for t in (*particles[:1],))
    governor = governor_of("v", f"{above.lemma.lower()} {whole}") or verb_governor(above)
    if above.lemma == "set" and whole in ("off", "up", "out", "aside"):
        return "", None  # "set off a wave of violence"
    if above.lemma == "blame" and not verbal:
        return "", None  # "the blast was blamed on a leak": that there was one is a fact
    if governor and whole == "out" and any(t.dep == "neg" for t in sentence.children(above)):
        return "maybe", None  # "would not rule out casting her"
    if governor is None or (not verbal and governor.effect in ("asserted", "begin", "ongoing", "stop")):
        onward = governor is not None or (token.dep == "xcomp" and verbal)  # "must surrender to serve his sentence"
        return ("reported", None) if token.dep == "ccomp" else ("", above if onward else None)
    if token.dep == "ccomp" and governor.effect == "failed" and _is_finite(sentence, token):
        return "reported", None  # "do not forget that he won"
    if is_duty(sentence, above) or is_law(sentence, above):
        return "rule", None
    if token.dep == "ccomp" and governor.effect == "possible" and above.lemma in _GUESSING:
        return ("alleged" if above.lemma in _BELIEVING and _is_past(sentence, token) else "maybe"), None
    if token.dep == "ccomp" and above.lemma in _BELIEVING and _is_past(sentence, token):
        return "alleged", None
    if (
        token.dep == "ccomp"
        and governor.effect == "desired"
        and _is_finite(sentence, token)
        and not _is_asked(token, above)
    ):
        return "reported", None
    if (
        token.dep == "ccomp"
        and above.tag in ("VBZ", "VBD", "VBP", "VBN")
        and governor.effect in ("alleged", "possible")
    ):
        return governor.effect, None
    return governor.effect, above


def by_preposition(sentence: Sentence, token: Token, preposition: Token, verbal: bool) -> tuple[str, Token | None]:
    """The effect of the preposition above a token, or of the word above that one, and where to go on from."""
    outside = governor_of("p", preposition.lemma.lower())
    if outside and outside.effect == "failed" and (verbal or preposition.lemma.lower() not in _FACING):
        return "failed", None
    if end := of_purpose(sentence, token, preposition):
        return end
    above = _blaming(sentence, preposition) or sentence.head(preposition)
    if (said := _said_to_law(sentence, above, preposition)) or (verbal and above.lemma in _MUSING):
        return said or "possible", None
    if above.lemma.lower() in _DEPENDING and preposition.lemma in ("to", "on", "upon"):
        return "possible", None  # "subject to approval"
    if above.pos == "ADJ" and verbal and preposition.lemma == "of" and above.lemma in ("capable", "incapable"):
        return ("possible" if above.lemma == "capable" else "failed"), None
    if above.pos in ("VERB", "ADJ") and preposition.lemma == "for" and verbal and above.lemma in _KNOWN:
        return "rule", None  # "is known for suing its rivals"
    if above.pos == "VERB":
        return _by_verb_with(sentence, token, above, preposition, verbal)
    governor = governor_of("n", above.lemma.lower()) if above.pos == "NOUN" else None
    if (
        governor
        and not _says_nothing(governor, above, preposition)
        and preposition.lemma in ("for", "of", "to", "on", "about", "in", "against")
    ):
        return governor.effect, above
    if preposition.lemma in ("for", "of") and _is_planned(sentence, above):
        return "planned", None
    return "", None


def _by_verb_with(
    sentence: Sentence, token: Token, above: Token, preposition: Token, verbal: bool
) -> tuple[str, Token | None]:
    """The effect of a verb with a preposition, "agreed on", on what stands behind it."""
    governor = governor_of("v", f"{above.lemma.lower()} {preposition.lemma.lower()}")
    if governor is None and (verbal or preposition.lemma in ("of", "from") or above.lemma in _FIXING):
        governor = governor_of("v", above.lemma.lower())
    if governor and governor.effect == "desired" and above.lemma in _INFORMING:
        governor = None  # "told of the attack"
    fixed = above.lemma in _FIXING and preposition.lemma == "for"  # "scheduled for execution"
    if governor and not is_topic_of_talks(sentence, above, preposition):
        return "", None
    if governor and above.lemma == "blame" and not verbal:
        return "", None  # "blamed Israel for the bombing": that there was one is a fact
    settled = governor is not None and len(governor.words) > 1 and governor.effect in ("planned", "unwanted")
    settled = settled and token.lemma.lower() not in lexicon().classes["deal"]  # "agreed to a deal"
    effects = ("desired", "alleged", "possible", "failed")
    allowed = governor and (verbal or fixed or settled or governor.effect in effects)
    return (governor.effect, above) if governor and allowed else ("", None)


def _says_nothing(governor: Governor, above: Token, preposition: Token) -> bool:
    """Whether a noun leaves open what stands behind it: "charges in a trial", "received a call about a fire"."""
    if preposition.lemma == "in":
        return governor.effect == "alleged"
    return above.lemma in _CALLS and preposition.lemma == "about"


def _blaming(sentence: Sentence, preposition: Token) -> Token | None:
    """The verb of "acquitted the mayor of taking bribes", where the mayor is read as the head of "of"."""
    whom = sentence.head(preposition)
    verb = sentence.head(whom)
    deed = preposition.lemma == "of" and bool(sentence.children(preposition, "pcomp"))
    return verb if deed and whom.dep == "dobj" and verb.lemma in _BLAMING else None


def _said_to_law(sentence: Sentence, above: Token, preposition: Token) -> str:
    """What "pleaded not guilty to" and "was never convicted of" say of the deed."""
    before = [t.text.lower() for t in sentence.tokens[max(0, preposition.i - 2) : preposition.i]]
    if before == ["not", "guilty"]:
        return "denied" if preposition.lemma.lower() == "to" else "alleged"
    return "alleged" if above.lemma == "convict" and sentence.children(above, "neg") else ""


def _is_asked(verb: Token, above: Token) -> bool:
    """Whether a clause is in the subjunctive, which looks like the present: "demanded that they refuse"."""
    return verb.tag == "VBP" and above.lemma in _ASKING


def _is_planned(sentence: Sentence, noun: Token) -> bool:
    """Whether what something is for is only planned: "the planned venue for a rally"."""
    said = (governor_of("a", t.text.lower()) for t in sentence.children(noun, "amod"))
    return noun.pos == "NOUN" and any(governor is not None and governor.effect == "planned" for governor in said)


def _is_past(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause tells of the past: "believes the suspect fired", "think he has been hurt"."""
    helpers = sentence.children(verb, "aux", "auxpass")
    if any(t.tag in ("MD", "TO") for t in helpers):
        return False
    if verb.tag == "VBN":
        return any(t.lemma in ("have", "be") and t.tag != "VB" for t in helpers) and not any(
            t.lemma == "be" and t.tag in ("VBZ", "VBP") for t in helpers
        )
    return verb.tag == "VBD"


def _is_finite(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause says how something is: "told reporters that people died", "told him he would help"."""
    helpers = sentence.children(verb, "aux", "auxpass")
    modal = any(child.text.lower() in ("will", "would") for child in helpers)
    return modal or not {verb.tag, *(child.tag for child in helpers)}.isdisjoint(("VBD", "VBZ", "VBP"))
