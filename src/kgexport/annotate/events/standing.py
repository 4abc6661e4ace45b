"""Reads whether a happening took place, is planned, wished for, denied …; knows grammar and modality.tsv, not events.

What the text puts around the trigger is collected from the inside out: its own auxiliaries, adjectives of a noun, then
each word that governs it ("did not agree to withdraw"). A happening is asserted only where nothing speaks against it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import Governor, lexicon
from kgexport.annotate.events.trigger import Trigger
from kgexport.model import BlockKind, Modality, Polarity, Sentence, Status, Token

_HIGHEST = 8
_UNREAL = ("conditional", "desired", "possible", "attempted", "planned", "alleged")
_MODAL = {"will": "planned", "'ll": "planned", "’ll": "planned", "wo": "planned", "shall": "planned", "may": "possible"}
_MODAL |= {"might": "possible", "could": "possible", "should": "desired", "must": "desired", "ought": "desired"}
_MODAL |= {"would": "would", "'d": "would", "’d": "would", "can": "generic", "ca": "generic"}
_DENYING = {"no", "neither", "none", "nobody"}


@dataclass(frozen=True, slots=True)
class Standing:
    """What the text says of the reality of a happening."""

    status: Status = Status.COMPLETED
    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.ASSERTED
    generic: bool = False
    """Whether it is told of in general and not as a happening ("can kill")."""
    present: bool = False
    """Whether it stands in the simple present of running text: of what is said, or of habits."""
    governors: tuple[Token, ...] = ()
    """The words that say that it is planned, wished for …, the nearest first."""

    @property
    def real(self) -> bool:
        """Whether the text says that it happened or is happening."""
        return self.modality is Modality.ASSERTED and self.polarity is Polarity.POSITIVE


def standing(sentence: Sentence, trigger: Trigger) -> Standing:
    """What the sentence says of a trigger. A request that was rejected was made all the same."""
    effects: list[tuple[str, Token]] = []
    if trigger.effect:
        effects.append((trigger.effect, trigger.governed))
    effects += _own(sentence, trigger)
    said = not trigger.pattern.verb and (
        group_of(trigger.pattern.type) == "communication" or trigger.pattern.type == "pledge"
    )
    effects += [(e, t) for e, t in _above(sentence, trigger.governed) if not said or e not in ("failed", "negative")]
    return _composed([effect for effect, _ in effects], tuple(t for e, t in effects if e in (*_UNREAL, "failed")))


def _composed(effects: list[str], governors: tuple[Token, ...]) -> Standing:
    negative = effects.count("negative") % 2 == 1
    unreal = next((effect for effect in effects if effect in _UNREAL), "")
    if "would" in effects and not unreal:
        unreal = "planned" if "reported" in effects else "conditional" if "conditional" in effects else "possible"
    polarity = Polarity.NEGATIVE if negative or "failed" in effects else Polarity.POSITIVE
    if unreal == "alleged" and not negative:
        return Standing(Status.COMPLETED, polarity, Modality.ALLEGED, governors=governors)
    if unreal and "failed" not in effects:
        modality = Modality.POSSIBLE if unreal == "attempted" else Modality(unreal)
        return Standing(Status.POTENTIAL, polarity, modality, governors=governors)
    if polarity is Polarity.NEGATIVE:
        return Standing(Status.FAILED, polarity, generic="generic" in effects, governors=governors)
    active = "ongoing" in effects or ("begin" in effects and "past" not in effects)
    status = Status.ACTIVE if active else Status.COMPLETED
    present = "now" in effects and not active
    return Standing(status, generic="generic" in effects, present=present, governors=governors)


def _own(sentence: Sentence, trigger: Trigger) -> Iterator[tuple[str, Token]]:
    """What the verb's auxiliaries, or the noun's adjectives, say."""
    if trigger.governed.pos in ("VERB", "AUX"):
        yield from _of_verb(sentence, trigger.governed, trigger.head)
    elif trigger.pattern.verb and sentence.head(trigger.head).pos == "AUX":
        yield from _of_verb(sentence, sentence.head(trigger.head))
    if not trigger.pattern.verb:
        yield from _of_noun(sentence, trigger.head)


def _of_verb(sentence: Sentence, verb: Token, noun: Token | None = None) -> Iterator[tuple[str, Token]]:
    auxiliaries = sentence.children(verb, "aux", "auxpass")
    for child in sentence.children(verb):
        if child.dep == "neg" or (child.lemma.lower() in _DENYING and child.dep in ("nsubj", "nsubjpass")):
            yield "negative", child
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


def _of_noun(sentence: Sentence, noun: Token) -> Iterator[tuple[str, Token]]:
    for child in sentence.children(noun, "amod", "compound", "det", "nmod"):
        if child.text.lower() == "no":
            yield "negative", child
        elif governor := _governor("a", child.lemma.lower()) or _governor("a", child.text.lower()):
            yield governor.effect, child


def _governor(pos: str, words: str) -> Governor | None:
    return lexicon().governors.get((pos, words))


def _above(sentence: Sentence, token: Token) -> Iterator[tuple[str, Token]]:
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
            yield from ((e, t) for e, t in _of_verb(sentence, following) if e not in ("past", "now", "ongoing"))
        elif following.pos in ("VERB", "AUX") and token.dep == "conj":
            yield from _of_verb(sentence, following)
        elif following.pos == "NOUN":
            yield from _of_noun(sentence, following)
        token = following


def _step(sentence: Sentence, token: Token, above: Token) -> tuple[str, Token | None]:
    """The effect of the word above, and where to go on from; None ends the way up."""
    verbal = token.pos in ("VERB", "AUX")
    match token.dep:
        case "xcomp" if above.lemma == "be" and any(child.tag == "TO" for child in sentence.children(token)):
            return "planned", above
        case "xcomp" | "ccomp" | "oprd" | "dobj" | "nsubjpass" | "attr" | "acomp":
            return _by_governor(token, above, verbal)
        case "pcomp" | "pobj":
            return _by_preposition(sentence, token, above, verbal)
        case "acl" if any(child.tag == "TO" for child in sentence.children(token)):
            governor = _governor("n", above.lemma.lower())
            return (governor.effect if governor else "planned"), above if governor else None
        case "advcl" if any(child.tag == "TO" for child in sentence.children(token)):
            return "planned", None
        case "conj" if _shares(sentence, token, above):
            return "", above
        case _:
            return "", None


def _by_governor(token: Token, above: Token, verbal: bool) -> tuple[str, Token | None]:
    if above.pos in ("ADJ", "ADV"):
        governor = _governor("a", above.lemma.lower())
        return (governor.effect, above) if governor else ("", None)
    governor = _governor("v", above.lemma.lower())
    if governor is None or (not verbal and governor.effect in ("asserted", "begin", "ongoing", "stop")):
        return ("reported", None) if token.dep == "ccomp" else ("", above if governor else None)
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
