"""Reads relations that verbs state ("X, founded by Y") by the rows of relation-verbs.tsv; knows no turn of phrase."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kgexport.annotate.entities.lexicon import read_table
from kgexport.annotate.relating.kinds import fits
from kgexport.annotate.relating.places import Readings
from kgexport.annotate.relating.prizes import prize_end
from kgexport.annotate.relating.scene import Place, Scene, wordlists
from kgexport.annotate.relating.stating import Saying, stated
from kgexport.model import Attribute, MentionKind, Relation, Token

_RELATIVES = frozenset(("who", "which", "that", "whom"))
_NEAR = 6
"""Words after a verb of winning in which the prize begins."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A verb with who and what it ties."""

    passive: bool
    subject: str
    by: str
    other: str
    tense: str
    predicate: str
    confidence: float


@cache
def _frames() -> dict[str, tuple[Frame, ...]]:
    found: dict[str, list[Frame]] = {}
    for verb, voice, subject, by, other, tense, predicate, confidence in read_table("relation-verbs.tsv"):
        frame = Frame(voice == "passive", subject, by, other, tense, predicate, float(confidence))
        found.setdefault(verb, []).append(frame)
    return {verb: tuple(frames) for verb, frames in found.items()}


def verb_relations(scene: Scene, readings: Readings) -> Iterator[Relation | Attribute]:
    """Everything that the verbs of a sentence state as a fact."""
    if scene.form(len(scene.tokens) - 1) == "?":
        return
    for token in scene.tokens:
        lemma = "bear" if token.form.lower() == "born" else token.lemma.lower()
        frames = _frames().get(lemma)
        if frames and _is_verb(token) and _is_fact(scene, token):
            for frame in frames:
                reader = _prizes if frame.other == "PRIZE" else _by_frame
                yield from reader(scene, token, frame, readings)


def _is_verb(token: Token) -> bool:
    """Whether a word is a verb, or the participle that is read as an adjective ("is married to")."""
    return token.tag.startswith("V") or (token.tag == "JJ" and token.form.lower() == "married")


def _by_frame(scene: Scene, verb: Token, frame: Frame, readings: Readings) -> Iterator[Relation | Attribute]:
    if frame.passive != _is_passive(scene, verb) or not _right_time(scene, verb, frame):
        return
    others = list(_others(scene, verb, frame))
    if not others:
        return
    inverse = frame.predicate.startswith("-")
    for subject in _subjects(scene, verb, frame):
        for other in others:
            first, end = min(verb.i, other.first), max(verb.i + 1, other.end)
            saying = Saying(
                frame.predicate.removeprefix("-"), f"relations/verb-{verb.lemma.lower()}", frame.confidence, first, end
            )
            yield from stated(scene, saying, *((other, subject) if inverse else (subject, other)), readings)


def _prizes(scene: Scene, verb: Token, frame: Frame, readings: Readings) -> Iterator[Relation | Attribute]:
    """A prize right after a verb of winning: "who won the 2003 Nobel Peace Prize"."""
    if frame.passive != _is_passive(scene, verb) or not _right_time(scene, verb, frame):
        return
    for begin in range(verb.i + 1, min(verb.i + _NEAR, len(scene.tokens))):
        end = prize_end(scene, begin)
        if end is not None:
            saying = Saying(
                "award", f"relations/verb-{verb.lemma.lower()}", frame.confidence, verb.i, end, prize=(begin, end)
            )
            for subject in _subjects(scene, verb, frame):
                yield from stated(scene, saying, subject, None, readings)
            return
        if scene.tokens[begin].pos not in ("DET", "NUM", "ADJ", "PRON", "NOUN", "PART") or scene.at(begin) is not None:
            return


def _is_passive(scene: Scene, verb: Token) -> bool:
    if verb.tag not in ("VBN", "VBD", "JJ"):
        return False
    if scene.sentence.children(verb, "auxpass", "nsubjpass", "agent"):
        return True
    if verb.form.lower() == "born" or (verb.tag == "VBN" and verb.dep in ("acl", "amod")):
        return True
    if verb.tag == "JJ":
        return True
    head = scene.sentence.head(verb)
    joined = verb.dep == "conj" and verb.tag == "VBN" and not scene.sentence.children(verb, "nsubj", "aux")
    return joined and head is not verb and bool(scene.sentence.children(head, "auxpass")) and _by(scene, verb)


def _by(scene: Scene, verb: Token) -> bool:
    return any(child.form.lower() == "by" for child in scene.sentence.children(verb))


def _right_time(scene: Scene, verb: Token, frame: Frame) -> bool:
    """Whether the tense lets the relation hold."""
    auxiliaries = {t.form.lower() for t in scene.sentence.children(verb, "aux", "auxpass")}
    past = (verb.tag == "VBD" and not frame.passive) or bool(auxiliaries & {"was", "were", "had", "did"})
    if frame.tense == "any":
        return not auxiliaries & {"did", "does", "do"}
    if frame.tense == "past":
        return past or verb.tag == "VBN" or "has" in auxiliaries or "have" in auxiliaries
    if frame.tense == "who" and verb.dep != "relcl":
        return False
    perfect = verb.tag == "VBN" and not frame.passive and bool(auxiliaries & {"has", "have"})
    return not past and not perfect and verb.tag != "VBG"


def _is_fact(scene: Scene, verb: Token) -> bool:
    """Whether the clause of a verb is told as so: not denied, wished, possible, conditional or asked."""
    lists = wordlists().lists
    seen = 0
    token = verb
    while seen < 12:
        children = scene.sentence.children(token)
        for child in children:
            low = child.form.lower()
            if child.dep == "neg" or (child.dep == "aux" and child.tag in ("MD", "TO")):
                return False
            if child.dep in ("mark", "advmod") and low in lists["no_fact"]:
                return False
        head = scene.sentence.head(token)
        if token.dep in ("ccomp", "xcomp", "acl", "advcl", "pcomp") and head.lemma.lower() in lists["no_fact_verbs"]:
            return False
        if head is token or token.dep not in ("conj", "ccomp", "xcomp", "advcl"):
            return True
        token, seen = head, seen + 1
    return True


def _others(scene: Scene, verb: Token, frame: Frame) -> Iterator[Place]:
    """Whom or what the verb leads to, and what is joined to it."""
    if frame.by == "-":
        tokens = scene.sentence.children(verb, "dobj")
    else:
        prepositions = [t for t in scene.sentence.children(verb, "prep", "agent") if t.form.lower() == frame.by]
        tokens = [t for p in prepositions for t in scene.sentence.children(p, "pobj")]
    for token in tokens:
        place = _named(scene, token)
        while place is not None:
            if fits(place, frame.other):
                yield place
            following = scene.sentence.children(token, "conj")
            token = following[0] if following else token
            place = _named(scene, token) if following else None


def _subjects(scene: Scene, verb: Token, frame: Frame) -> Iterator[Place]:
    token: Token | None = verb
    for _ in range(4):
        if token is None:
            return
        own = scene.sentence.children(token, "nsubj", "nsubjpass")
        if own or token.dep in ("acl", "relcl"):
            noun = own[0] if own else scene.sentence.head(token)
            relative = bool(own) and own[0].form.lower() in _RELATIVES
            if relative:
                noun = scene.sentence.head(token)
            yield from _all_of(scene, noun, frame, token if relative or not own else None)
            return
        token = scene.sentence.head(token) if token.dep == "conj" else None


def _all_of(scene: Scene, noun: Token, frame: Frame, clause: Token | None) -> Iterator[Place]:
    """The thing of a noun; of a clause that hangs on a name after a comma the thing right before the comma."""
    nearest = scene.before_comma(clause) if clause is not None else None
    if clause is not None and nearest is None and scene.unknown_before_comma(clause):
        return
    found = nearest if nearest is not None and fits(nearest, frame.subject) else _named(scene, noun)
    if found is not None and fits(found, frame.subject):
        yield found
    if clause is not None:
        return
    for joined in scene.sentence.children(noun, "conj"):
        place = _named(scene, joined)
        if place is not None and fits(place, frame.subject):
            yield place


def _named(scene: Scene, token: Token) -> Place | None:
    """The thing that a token names, also by a noun beside the name or by what refers back to a name."""
    found = scene.at(token.i)
    if found is not None and found.is_name:
        return found if found.first <= token.i else None
    for child in scene.sentence.children(token, "appos", "compound", "nmod"):
        place = scene.at(child.i)
        if child.dep == "appos" and place is not None and place.is_name:
            return place
    if token.dep == "appos":
        place = scene.at(scene.sentence.head(token).i)
        if place is not None and place.is_name:
            return place
    refers = found is not None and found.mention.kind in (MentionKind.PRONOUN, MentionKind.NOMINAL)
    return found if refers and found is not None and not found.entity.key.startswith("nominal:") else None
