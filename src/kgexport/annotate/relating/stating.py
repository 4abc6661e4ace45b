"""Makes relations and attributes of what a rule has read, if the things are of the right kinds; knows no grammar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgexport.annotate.relating.jobs import Tie, is_office, not_held, tie_of, words_of
from kgexport.annotate.relating.kinds import fits, sureness
from kgexport.annotate.relating.places import Readings, lies_in
from kgexport.annotate.relating.scene import Place, Scene, wordlists
from kgexport.model import Attribute, Mention, MentionKind, Relation, Span


@dataclass(frozen=True, slots=True)
class Saying:
    """What a rule has read, before it is known whether it fits the things."""

    predicate: str
    """A property, or office, job, award, by."""
    rule: str
    confidence: float
    first: int
    """Its words: tokens `first <= i < end`."""
    end: int
    job: tuple[int, int] | None = None
    prize: tuple[int, int] | None = None
    noun: str = ""


def stated(
    scene: Scene, saying: Saying, subject: Place, value: Place | None, readings: Readings
) -> Iterator[Relation | Attribute]:
    """The relations and attributes that a saying gives for two things (or one)."""
    span = scene.span(saying.first, saying.end)
    if value is not None and value.entity.key == subject.entity.key:
        return
    if saying.predicate == "award" and saying.prize is not None:
        yield _attribute(subject, "award", words_of(scene, *saying.prize), scene.span(*saying.prize), saying)
    elif saying.predicate in ("office", "job"):
        yield from _office(scene, saying, subject, value, span)
    elif saying.predicate == "by" and value is not None:
        predicate = _maker(subject, saying.noun)
        if predicate:
            yield _relation(subject, predicate, value, span, saying)
    elif saying.predicate == "containedInPlace" and value is not None:
        if lies_in(subject, value, readings):
            yield _relation(subject, "containedInPlace", value, span, saying)
    elif value is not None:
        yield _relation(subject, saying.predicate, value, span, saying)


def _office(
    scene: Scene, saying: Saying, person: Place, body: Place | None, span: Span
) -> Iterator[Relation | Attribute]:
    held, noun, office = True, "", True
    if saying.job is not None:
        first, end = saying.job
        unheld = not_held(scene, first, end)
        if unheld.lower() in wordlists().lists["never_held"]:
            return
        held, noun, office = not unheld, scene.tokens[end - 1].lemma, is_office(scene, first, end)
        yield _attribute(person, "jobTitle", words_of(scene, first, end), scene.span(first, end), saying)
    if body is not None and held:
        yield from office_relation(person, body, tie_of(noun), office, span, saying.rule, saying.confidence)


def office_relation(
    person: Place, body: Place, tie: Tie, office: bool, span: Span, rule: str, confidence: float
) -> Iterator[Relation]:
    """What holding an office says of the body that it is an office of, if the body is of a kind that has such."""
    if not tie.predicate or not fits(body, tie.of):
        return
    predicate = tie.predicate
    if predicate == "worksFor":
        if body.kind == "LOC" and not office:
            return
        predicate = "affiliation" if body.entity.types[0] == "PoliticalParty" else predicate
    mention = Mention(span, MentionKind.RELATION, rule, round(confidence * sureness(body), 2))
    ends = (body, person) if tie.inverse else (person, body)
    yield Relation(ends[0].entity.key, predicate, ends[1].entity.key, (mention,))


def _maker(work: Place, noun: str) -> str:
    """How a work names who made it, by its kind: a song its artist, a book its author."""
    by_kind = wordlists().tables["makers_of_works"]
    return by_kind.get(work.entity.types[0]) or by_kind.get(noun, "")


def _relation(subject: Place, predicate: str, value: Place, span: Span, saying: Saying) -> Relation:
    sure = saying.confidence * min(sureness(subject), sureness(value))
    mention = Mention(span, MentionKind.RELATION, saying.rule, round(sure, 2))
    return Relation(subject.entity.key, predicate, value.entity.key, (mention,))


def _attribute(subject: Place, predicate: str, text: str, span: Span, saying: Saying) -> Attribute:
    mention = Mention(span, MentionKind.RELATION, saying.rule, saying.confidence)
    return Attribute(subject.entity.key, predicate, text, (mention,))
