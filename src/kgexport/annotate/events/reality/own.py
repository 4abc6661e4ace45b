"""What a verb or noun says of its own reality: auxiliaries, negation, tense, adjectives; knows modality.tsv, no status.

Each finding is an effect ("planned", "negative" …) with the word that says it.
"""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.events.reality.goals import says_what_for
from kgexport.annotate.events.reality.governors import governor_of
from kgexport.annotate.events.reality.replaced import is_tariff
from kgexport.annotate.events.reality.surrounding import ALLEGEDLY
from kgexport.annotate.events.reality.turns import is_ahead, is_due, is_next, is_nor, is_rule
from kgexport.model import BlockKind, Sentence, Token

_MODAL = {"will": "planned", "'ll": "planned", "’ll": "planned", "wo": "planned", "shall": "planned", "may": "possible"}
_MODAL |= {"might": "possible", "could": "possible", "should": "desired", "must": "desired", "ought": "desired"}
_MODAL |= {"would": "would", "'d": "would", "’d": "would", "can": "generic", "ca": "generic"}
_OF_PARTICIPLE = {"planned", "possible", "alleged", "failed", "desired"}
_TAKING_PLACE = {"hold", "take", "begin", "start", "be", "happen", "open", "follow", "come", "build"}
_ALMOST = {"almost", "nearly"}
_MEASURED = {"double", "triple", "quadruple", "halve", "complete", "finish", "fill", "exhaust"}
"""What nearly took place all the same took place in part: "sales nearly doubled"."""
_WHEN = {"when", "after", "before", "until", "once"}
_REPORTING = set("say tell announce add report confirm claim state reveal note declare acknowledge admit write".split())
_DENYING = {"no", "neither", "none", "nobody"}


def of_verb(sentence: Sentence, verb: Token, noun: Token | None = None) -> Iterator[tuple[str, Token]]:
    """What the auxiliaries, the negation, the conjunction and the tense of a verb say."""
    auxiliaries = sentence.children(verb, "aux", "auxpass")
    if is_nor(sentence, verb):
        yield "negative", verb
    if is_rule(sentence, verb) or _is_how(sentence, verb) or is_tariff(sentence, verb):
        yield "rule", verb
    for child in sentence.children(verb):
        if _denies(sentence, child):
            yield "negative", child
        elif child.dep == "advmod" and child.text.lower() in ALLEGEDLY:
            yield "alleged", child
        elif child.dep == "advmod" and child.text.lower() in _ALMOST and verb.lemma not in _MEASURED:
            yield "negative", child
        elif child.dep == "mark" and (governor := governor_of("p", child.lemma.lower())):
            yield governor.effect, child
        elif child.dep in ("dobj", "nsubj", "nsubjpass") and child is not noun and _is_none(sentence, child):
            yield "negative", child
    for auxiliary in auxiliaries:
        effect = _MODAL.get(auxiliary.text.lower())
        if effect == "desired" and _is_inferred(verb, auxiliaries):
            yield "possible", auxiliary
        elif effect:
            yield effect, auxiliary
        elif auxiliary.tag == "TO" and (verb.dep == "ROOT" or _is_announced(sentence, verb)):
            yield "planned", auxiliary
    yield from ((effect, verb) for effect in _of_tense(sentence, verb, auxiliaries))


def _is_inferred(verb: Token, auxiliaries: list[Token]) -> bool:
    """Whether "must" only infers what took place: "he must have left the gun there"."""
    helpers = {t.text.lower() for t in auxiliaries}
    return verb.tag == "VBN" and "have" in helpers and "must" in helpers


def _is_how(sentence: Sentence, verb: Token) -> bool:
    """Whether only the way to do it is spoken of: "how to stop the traffic"."""
    asked = any(t.tag == "WRB" for t in sentence.children(verb, "advmod"))
    return asked and any(t.tag == "TO" for t in sentence.children(verb, "aux"))


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
        over = past and not _is_backshifted(sentence, verb)
        yield "planned" if going or is_ahead(sentence, verb) else "past" if over else "ongoing"
    elif verb.tag == "VBG" and sentence.block is BlockKind.HEADLINE and verb.dep == "ROOT" and not auxiliaries:
        yield "ongoing"  # "Maker cutting jobs"
    elif verb.tag in ("VBD", "VBN"):
        present = any(child.tag in ("VBZ", "VBP") and child.lemma == "be" for child in auxiliaries)
        if any(child.text.lower() == "being" for child in auxiliaries):  # "is being treated"
            now = present or (be and _is_backshifted(sentence, verb)) or (not be and _is_beside_present(sentence, verb))
            yield "ongoing" if now else "past"
            return
        yield "now" if present and sentence.block is not BlockKind.HEADLINE else "past"
    elif verb.tag in ("VBZ", "VBP") and sentence.block is not BlockKind.HEADLINE:
        yield "planned" if _is_to_come(sentence, verb) else "now"


def _is_backshifted(sentence: Sentence, verb: Token) -> bool:
    """Whether a past stands for the present of who says so: "said the firm was being sold"."""
    above = sentence.head(verb)
    told = (t.text.lower() for c in sentence.children(verb, "advcl") for t in sentence.children(c, "mark", "advmod"))
    if not {"when", "as", "while"}.isdisjoint(told):  # "said he was driving home when"
        return False
    return verb.dep == "ccomp" and above.lemma in _REPORTING and above.tag in ("VBD", "VBN")


def _is_beside_present(sentence: Sentence, verb: Token) -> bool:
    """Whether it goes with what is so now: "towns have been cut off, with people being airlifted"."""
    helpers = sentence.children(sentence.head(verb), "aux", "auxpass")
    return verb.dep == "advcl" and any(t.tag in ("VBZ", "VBP") and t.lemma in ("have", "be") for t in helpers)


def _is_to_come(sentence: Sentence, verb: Token) -> bool:
    """In "will take over when the chairman retires" the present of what will be."""
    when = {t.text.lower() for t in sentence.children(verb, "mark", "advmod")}
    above = sentence.head(verb)
    if verb.dep != "advcl" or when.isdisjoint(_WHEN):
        return False
    return any(_MODAL.get(t.text.lower()) in ("planned", "would") for t in sentence.children(above, "aux"))


def of_noun(sentence: Sentence, noun: Token) -> Iterator[tuple[str, Token]]:
    """What the adjectives of a noun, and the participles behind it, say."""
    for child in sentence.children(noun, "amod", "compound", "det", "nmod"):
        if child.text.lower() == "no":
            yield "negative", child
        elif child.pos == "PROPN":  # "the Bright Future Award"
            continue
        elif governor := governor_of("a", child.lemma.lower()) or governor_of("a", child.text.lower()):
            yield governor.effect, child
    if is_due(sentence, noun) or is_next(sentence, noun):
        yield "planned", noun
    for child in sentence.children(noun, "acl", "relcl"):
        if child.dep == "relcl" and any(c.lemma not in _TAKING_PLACE for c in sentence.children(child, "xcomp")):
            continue  # "the trial, which is expected to last a week, opened"
        if (
            child.tag == "VBN"
            and (governor := governor_of("v", child.lemma.lower()))
            and governor.effect in _OF_PARTICIPLE
            and child.lemma != "blame"  # "a blast that was blamed on a leak" was one
            and not says_what_for(sentence, child)
        ):
            yield governor.effect, child
        elif any(part.tag == "TO" for part in sentence.children(child, "aux")) and _takes_place(sentence, child):
            yield "planned", child


def _takes_place(sentence: Sentence, verb: Token) -> bool:
    """Whether an infinitive says that its noun is to come: "a march to be held", not "an offer to build a school"."""
    passive = verb.lemma != "build" or sentence.children(verb, "auxpass")
    return verb.lemma in _TAKING_PLACE and bool(passive)
