"""Collects what the words around a happening say of its reality, from the inside out; knows modality.tsv, no status.

Each finding is an effect ("planned", "negative" …) with the word that says it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.events.clause import is_one_of_several
from kgexport.annotate.events.lexicon import Governor, lexicon
from kgexport.model import BlockKind, Sentence, Token

_HIGHEST = 8
_MODAL = {"will": "planned", "'ll": "planned", "’ll": "planned", "wo": "planned", "shall": "planned", "may": "possible"}
_MODAL |= {"might": "possible", "could": "possible", "should": "desired", "must": "desired", "ought": "desired"}
_MODAL |= {"would": "would", "'d": "would", "’d": "would", "can": "generic", "ca": "generic"}
_OF_PARTICIPLE = {"planned", "possible", "alleged", "failed", "desired"}
_TAKING_PLACE = {"hold", "take", "begin", "start", "be", "happen", "open", "follow", "come", "build"}
_WINNING = {"beat", "defeat", "top", "edge", "overcome", "outlast", "win", "thrash", "stun", "upset", "rally", "down"}
_WINNING |= {"come", "fight", "battle", "recover"}
"""Verbs behind which an infinitive says what came of it."""
_ALLEGEDLY = {"allegedly", "reportedly", "purportedly", "supposedly"}
_DENYING = {"no", "neither", "none", "nobody"}


def of_verb(sentence: Sentence, verb: Token, noun: Token | None = None) -> Iterator[tuple[str, Token]]:
    """What the auxiliaries, the negation, the conjunction and the tense of a verb say."""
    auxiliaries = sentence.children(verb, "aux", "auxpass")
    for child in sentence.children(verb):
        if _denies(sentence, child):
            yield "negative", child
        elif child.dep == "advmod" and child.text.lower() in _ALLEGEDLY:
            yield "alleged", child
        elif child.dep == "mark" and (governor := _governor("p", child.lemma.lower())):
            yield governor.effect, child
        elif child.dep in ("dobj", "nsubj", "nsubjpass") and child is not noun and _is_none(sentence, child):
            yield "negative", child
    for auxiliary in auxiliaries:
        effect = _MODAL.get(auxiliary.text.lower())
        if effect:
            yield effect, auxiliary
        elif auxiliary.tag == "TO" and (verb.dep == "ROOT" or _is_announced(sentence, verb)):
            yield "planned", auxiliary
    yield from ((effect, verb) for effect in _of_tense(sentence, verb, auxiliaries))


def _denies(sentence: Sentence, word: Token) -> bool:
    """Whether a word below a verb negates it: "not", "nobody", "no longer"."""
    if word.text.lower() == "longer":
        return any(part.text.lower() == "no" for part in sentence.children(word))
    if word.dep not in ("nsubj", "nsubjpass"):
        return word.dep == "neg"
    neither = any(part.text.lower() == "neither" for part in sentence.children(word, "preconj", "cc", "det"))
    return neither or word.lemma.lower() in _DENYING


def _is_announced(sentence: Sentence, verb: Token) -> bool:
    """A headline's "Sweden to host summit"."""
    return sentence.block is BlockKind.HEADLINE and verb.dep in ("acl", "relcl") and sentence.head(verb).dep == "ROOT"


def _is_none(sentence: Sentence, phrase: Token) -> bool:
    return any(child.text.lower() == "no" for child in sentence.children(phrase, "det"))


def _of_tense(sentence: Sentence, verb: Token, auxiliaries: list[Token]) -> Iterator[str]:
    be = any(child.lemma == "be" and child.tag in ("VBZ", "VBP", "VBD", "VBN") for child in auxiliaries)
    if verb.tag == "VBG" and be:
        going = verb.lemma == "go" and any(c.dep == "xcomp" for c in sentence.children(verb))
        past = any(child.lemma == "be" and child.tag == "VBD" for child in auxiliaries)
        yield "planned" if going else "past" if past else "ongoing"
    elif verb.tag in ("VBD", "VBN"):
        present = any(child.tag in ("VBZ", "VBP") and child.lemma == "be" for child in auxiliaries)
        yield "now" if present and sentence.block is not BlockKind.HEADLINE else "past"
    elif verb.tag in ("VBZ", "VBP") and sentence.block is not BlockKind.HEADLINE:
        yield "now"


def of_noun(sentence: Sentence, noun: Token) -> Iterator[tuple[str, Token]]:
    """What the adjectives of a noun, and the participles behind it, say."""
    for child in sentence.children(noun, "amod", "compound", "det", "nmod"):
        if child.text.lower() == "no":
            yield "negative", child
        elif governor := _governor("a", child.lemma.lower()) or _governor("a", child.text.lower()):
            yield governor.effect, child
    for child in sentence.children(noun, "acl", "relcl"):
        if (
            child.tag == "VBN"
            and (governor := _governor("v", child.lemma.lower()))
            and governor.effect in _OF_PARTICIPLE
        ):
            yield governor.effect, child
        elif any(part.tag == "TO" for part in sentence.children(child, "aux")) and child.lemma in _TAKING_PLACE:
            yield "planned", child


def _governor(pos: str, words: str) -> Governor | None:
    return lexicon().governors.get((pos, words))


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
    verbal = token.pos in ("VERB", "AUX")
    match token.dep:
        case "xcomp" if _is_open(sentence, token, above):
            return "negative", above
        case "xcomp" if above.lemma == "be" and any(child.tag == "TO" for child in sentence.children(token)):
            return "planned", above
        case "xcomp" | "ccomp" | "oprd" | "dobj" | "nsubjpass" | "attr" | "acomp":
            effect, following = _by_governor(sentence, token, above, verbal)
            return "alleged" if effect == "possible" and _is_perfect(sentence, token) else effect, following
        case "pcomp" | "pobj":
            return _by_preposition(sentence, token, above, verbal)
        case "acl" | "relcl" if any(child.tag == "TO" for child in sentence.children(token)):
            if is_one_of_several(sentence, above):
                return "", None
            governor = _governor("n", above.lemma.lower())
            return (governor.effect if governor else "planned"), above if governor else None
        case "advcl" | "xcomp" if above.lemma in _WINNING and above.tag in ("VBD", "VBN", "VBZ"):
            return "", None  # "beat X to reach the final"
        case "advcl" if any(child.tag == "TO" for child in sentence.children(token)):
            return "planned", None
        case "conj" if _shares(sentence, token, above):
            return "", above
        case "conj" if token.tag in ("VB", "VBP") and not _has_subject(sentence, token):
            follow = above if above.tag == "VBP" and above.dep == "conj" else None
            return ("", follow) if follow else (_by_bare_form(sentence, token, above), None)
        case "nsubj" if above.lemma == "fall" and any(
            part.text.lower() == "through" and not sentence.children(part) for part in sentence.children(above)
        ):
            return "failed", None  # "the deal fell through"
        case _:
            return "", None


def _is_open(sentence: Sentence, token: Token, above: Token) -> bool:
    """Whether it did not happen so far: "are still to win", "has yet to reply"."""
    if above.lemma not in ("be", "have", "remain") or not any(c.tag == "TO" for c in sentence.children(token)):
        return False
    return any(t.text.lower() in ("still", "yet") for v in (token, above) for t in sentence.children(v, "advmod"))


def _by_bare_form(sentence: Sentence, token: Token, above: Token) -> str:
    """The effect of a finite verb on one in its base form that parsers hang on it: "called on X to go and pay"."""
    asked = any(child.dep in ("xcomp", "ccomp") and child.i < token.i for child in sentence.children(above))
    governor = _governor("v", above.lemma.lower())
    told = above.tag in ("VBD", "VBZ", "VBN") and governor and governor.effect in ("planned", "desired", "possible")
    return governor.effect if governor and asked and told else ""


def _has_subject(sentence: Sentence, verb: Token) -> bool:
    return bool(sentence.children(verb, "aux", "auxpass", "nsubj", "nsubjpass"))


def _is_perfect(sentence: Sentence, token: Token) -> bool:
    """In "is believed to have offered" what is believed lies in the past."""
    return token.tag == "VBN" and any(child.tag == "TO" for child in sentence.children(token, "aux"))


def _is_finite(sentence: Sentence, verb: Token) -> bool:
    """Whether a clause says how something is: "told reporters that people died", "told him he would help"."""
    helpers = sentence.children(verb, "aux", "auxpass")
    modal = any(child.text.lower() in ("will", "would") for child in helpers)
    return modal or not {verb.tag, *(child.tag for child in helpers)}.isdisjoint(("VBD", "VBZ", "VBP"))


def _by_governor(sentence: Sentence, token: Token, above: Token, verbal: bool) -> tuple[str, Token | None]:
    if above.pos in ("ADJ", "ADV"):
        governor = _governor("a", above.lemma.lower())
        return (governor.effect, above) if governor else ("", None)
    governor = _governor("v", above.lemma.lower())
    if governor is None or (not verbal and governor.effect in ("asserted", "begin", "ongoing", "stop")):
        return ("reported", None) if token.dep == "ccomp" else ("", above if governor else None)
    if token.dep == "ccomp" and governor.effect == "desired" and _is_finite(sentence, token):
        return "reported", None
    if (
        token.dep == "ccomp"
        and above.tag in ("VBZ", "VBD", "VBP", "VBN")
        and governor.effect in ("alleged", "possible")
    ):
        return governor.effect, None
    return governor.effect, above


def _by_preposition(sentence: Sentence, token: Token, preposition: Token, verbal: bool) -> tuple[str, Token | None]:
    outside = _governor("p", preposition.lemma.lower())
    if outside and outside.effect == "failed":
        return "failed", None
    above = sentence.head(preposition)
    if above.pos == "VERB":
        governor = _governor("v", f"{above.lemma.lower()} {preposition.lemma.lower()}")
        if governor is None and (verbal or preposition.lemma in ("of", "from")):
            governor = _governor("v", above.lemma.lower())
        allowed = governor and (verbal or governor.effect in ("desired", "alleged", "possible", "failed"))
        return (governor.effect, above) if governor and allowed else ("", None)
    governor = _governor("n", above.lemma.lower()) if above.pos == "NOUN" else None
    if governor and preposition.lemma in ("for", "of", "to", "on", "about", "in", "against"):
        return governor.effect, above
    return "", None


def _shares(sentence: Sentence, token: Token, above: Token) -> bool:
    """Whether a second verb or noun is governed as the first one: "will visit and sign"."""
    if token.pos not in ("VERB", "AUX"):
        return above.pos not in ("VERB", "AUX")
    if sentence.children(token, "aux", "auxpass", "nsubj", "nsubjpass"):
        return False
    return token.tag in ("VB", "VBN", "VBG") and above.tag == token.tag
