"""Reads turns of grammar that say of a happening whether it took place, beside the words of modality.tsv.

"Neither … nor were they", "elections due on Sunday", "a comeback to beat", "took the stage to welcome", "the prospect
of stars boycotting", "was leaving later this year", "must do it when they are elected". Knows grammar and a few words.
"""

from __future__ import annotations

from kgexport.annotate.events.lexicon import lexicon
from kgexport.model import Sentence, Token

_WINNING = {"beat", "defeat", "top", "edge", "overcome", "outlast", "win", "thrash", "stun", "upset", "rally", "down"}
_WINNING |= {"come", "fight", "battle", "recover"}
"""Verbs behind which an infinitive says what came of it."""
_RALLIES = {"comeback", "fightback", "rally", "recovery", "turnaround"}
_SCORING = {
    "score",
    "net",
    "strike",
    "recover",
    "hold",
    "convert",
    "survive",
    "produce",
    "break",
    "hit",
    "sink",
    "shoot",
    "rise",
    "leap",
    "climb",
    "dive",
    "set",
    "fire",
    "head",
}
_OUTCOMES = {"beat", "defeat", "win", "clinch", "secure", "seal", "edge", "reach", "overcome", "give", "take", "set"}
_OUTCOMES |= {"complete", "nod", "head", "score", "tap", "volley", "earn", "claim", "restore", "level"}
_STAGES = {"stage", "podium", "microphone", "mic", "floor", "airwave", "airwaves", "lectern", "pulpit", "twitter"}
_PLATFORMS = {"twitter", "facebook", "instagram", "stage", "podium", "airwave", "airwaves", "street", "streets"}
_IMAGINING = {"imagine", "envisage", "envision", "picture", "fear", "risk", "mind", "want", "await"}
_PREVENTING = {"prevent", "stop", "avoid", "keep"}
_DUE_BEFORE = {"to", "on", "in", "next", "this", "at", "for", "later", "by", "tomorrow", "today"}
_AHEAD = {"next", "tomorrow", "coming", "soon", "shortly"}
_BINDING = {"must", "shall", "should", "may", "can"}
_BOUND = {"require", "oblige", "entitle", "allow", "permit", "expect", "forbid", "bar"}
_LAWS = {"law", "constitution", "rule", "legislation", "statute", "charter", "convention", "code", "act", "regulation"}
_HIGHEST = 6


def is_nor(sentence: Sentence, verb: Token) -> bool:
    """Whether a second clause is denied by "nor" alone: "neither allowed in, nor were they told"."""
    helped = bool(sentence.children(verb, "aux", "auxpass"))
    words = [t.text.lower() for t in sentence.children(verb, "cc", "preconj") if t.i < verb.i]
    first = "nor" in words or "neither" in words
    if verb.dep != "conj" or not helped:
        return first
    beside = sentence.children(sentence.head(verb), "cc")
    return first or any(t.text.lower() == "nor" and t.i < verb.i for t in beside)


def is_next(sentence: Sentence, noun: Token) -> bool:
    """Whether the time behind a noun is to come: "a derby next Saturday"."""
    times = (t for t in sentence.children(noun, "npadvmod", "tmod") if t.i > noun.i)
    return any(word.text.lower() == "next" for time in times for word in sentence.children(time))


def is_due(sentence: Sentence, noun: Token) -> bool:
    """Whether "due" behind a noun says that it is to come: "elections due on Sunday", not "delays due to rain"."""
    following = sentence.tokens[noun.i + 1 : noun.i + 3]
    if len(following) < 2 or following[0].text.lower() != "due" or following[1].text.lower() not in _DUE_BEFORE:
        return False
    if following[1].text.lower() != "to":
        return True
    behind = sentence.tokens[noun.i + 3 : noun.i + 4]
    return bool(behind) and behind[0].tag == "VB"


def is_outcome(sentence: Sentence, verb: Token, above: Token) -> bool:
    """Whether an infinitive says what came of it: "beat X to reach the final", "in a comeback to beat X"."""
    if above.tag not in ("VBD", "VBN", "VBZ", "VBP", "NN"):
        return False
    if above.lemma == "use" and above.tag == "VBD":  # "used the speech to criticise cuts"
        return bool(sentence.children(above, "dobj"))
    if above.pos == "VERB" and above.lemma in _WINNING and above.tag in ("VBD", "VBN", "VBZ"):
        return True
    helper = next((t for t in sentence.children(verb, "aux") if t.tag == "TO"), None)
    before = sentence.tokens[helper.i - 1] if helper is not None and helper.i else None
    if before is not None and before.lemma in _RALLIES:
        return verb.lemma in _OUTCOMES
    return above.lemma in _SCORING and above.tag != "NN" and verb.lemma in _OUTCOMES


def is_on_stage(sentence: Sentence, above: Token) -> bool:
    """Whether somebody took the stage, or took to a platform, and so did what he came for."""
    if above.lemma != "take" or above.tag not in ("VBD", "VBN", "VBZ"):
        return False
    if any(t.lemma.lower() in _STAGES for t in sentence.children(above, "dobj")):
        return True
    behind = [
        t for p in sentence.children(above, "prep") if p.text.lower() == "to" for t in sentence.children(p, "pobj")
    ]
    return any(t.lemma.lower() in _PLATFORMS for t in behind)


def of_gerund(sentence: Sentence, verb: Token, noun: Token) -> str:
    """What "imagine others doing it", "the prospect of stars doing it" and "stop people doing it" say of the doing."""
    if verb.tag != "VBG" or sentence.children(verb, "aux"):
        return ""
    above = sentence.head(noun)
    if noun.dep in ("dobj", "nsubj") and above.pos == "VERB":
        return "possible" if above.lemma in _IMAGINING else "failed" if above.lemma in _PREVENTING else ""
    if noun.dep != "pobj" or above.lemma.lower() not in ("of", "about"):
        return ""
    governor = lexicon().governors.get(("n", sentence.head(above).lemma.lower()))
    return governor.effect if governor and governor.effect in ("possible", "desired", "planned") else ""


def is_ahead(sentence: Sentence, verb: Token) -> bool:
    """Whether a progressive tells of what is to come: "was leaving later this year", "is visiting next week"."""
    for child in sentence.children(verb, "npadvmod", "advmod", "prep", "tmod"):
        if child.i < verb.i:
            continue
        words = [t.text.lower() for t in sentence.tokens[child.i : child.i + 4] if t.i == child.i or t.head >= child.i]
        words += [t.text.lower() for t in sentence.children(child)]
        later = "later" in words and not {
            "week",
            "month",
            "year",
            "day",
            "season",
            "summer",
            "autumn",
            "spring",
        }.isdisjoint(words)
        if later and "this" in words:
            return True
        if not _AHEAD.isdisjoint(words[:2] if child.dep == "prep" else words):
            return True
    return False


def is_rule(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause in the simple present only says when a rule holds: "must resign when they are elected"."""
    if _is_by_law(sentence, verb):
        return True
    if verb.tag not in ("VBZ", "VBP", "VBN") or verb.dep not in ("advcl", "relcl", "parataxis", "ccomp", "acl"):
        return False
    if verb.tag == "VBN" and not any(
        t.tag in ("VBZ", "VBP") and t.lemma == "be" for t in sentence.children(verb, "auxpass")
    ):
        return False
    above = verb
    for _ in range(_HIGHEST):
        if above.head == above.i:
            return False
        above = sentence.head(above)
        if above.pos == "VERB" and binds(sentence, above):
            return True
    return False


def _is_by_law(sentence: Sentence, verb: Token) -> bool:
    """Whether a law says so: "under the constitution, the winner must be sworn in"."""
    if not any(t.text.lower() in _BINDING for t in sentence.children(verb, "aux")):
        return False
    under = (t for t in sentence.children(verb, "prep") if t.text.lower() in ("under", "by"))
    return any(t.lemma.lower() in _LAWS for p in under for t in sentence.children(p, "pobj"))


def binds(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb says what has to be or may be done: "must be sworn in", "are required to"."""
    helpers = sentence.children(verb, "aux", "auxpass")
    if any(t.text.lower() in _BINDING for t in helpers):
        return True
    return verb.lemma in _BOUND and any(t.tag in ("VBZ", "VBP") and t.lemma == "be" for t in helpers)


def is_duty(sentence: Sentence, above: Token) -> bool:
    """Whether a rule binds people in general: "Muslims are required to make a pilgrimage", "drivers must pay"."""
    if above.lemma not in _BOUND or not binds(sentence, above):
        return False
    who = sentence.children(above, "nsubjpass", "nsubj")
    return any(t.tag in ("NNS", "NNPS") and not sentence.children(t, "det", "nummod", "poss", "compound") for t in who)


def is_law(sentence: Sentence, above: Token) -> bool:
    """Whether a law says in the present what may be done: "the law allows police to detain suspects"."""
    if above.tag not in ("VBZ", "VBP"):
        return False
    return any(t.lemma.lower() in _LAWS for t in sentence.children(above, "nsubj"))
