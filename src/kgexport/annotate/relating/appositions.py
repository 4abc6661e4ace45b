"""Reads offices and occupations after a name: "X, the general manager of Y, …"; knows no other relation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from kgexport.annotate.entities.lexicon import lexicon
from kgexport.annotate.relating.jobs import is_job_noun, is_office, not_held, tie_of, words_of
from kgexport.annotate.relating.kinds import is_owner
from kgexport.annotate.relating.persons import tells_nationality
from kgexport.annotate.relating.scene import Place, Scene, relation, wordlists
from kgexport.annotate.relating.stating import office_relation
from kgexport.model import Attribute, Mention, MentionKind, Relation

_LONGEST = 7
_MOST_JOBS = 3
_RULE = "relations/apposition"
_ONCE = frozenset(("formerly", "once", "previously"))
_POSSESSIVE = ("'s", "’s", "'", "’")


@dataclass(frozen=True, slots=True)
class _Job:
    """An occupation: tokens `begin <= i < end`, up to `field` with "of constitutional law"."""

    begin: int
    end: int
    field: int


def appositions(scene: Scene) -> Iterator[Relation | Attribute]:
    """jobTitle and what it says of the body, for all persons of a sentence."""
    for person in scene.places:
        if person.kind == "PER" and person.is_name and scene.form(person.end) == ",":
            yield from _after(scene, person)


def _after(scene: Scene, person: Place) -> Iterator[Relation | Attribute]:
    """ ", the general manager of Y," after the name; also "founder and chief executive of Y"."""
    if scene.form(person.first - 2) == "according" and scene.form(person.first - 1) == "to":
        return
    begin = _past_age(scene, person.end + 1)
    once = scene.form(begin) in _ONCE
    employer, begin = _employer_before(scene, _past_praise(scene, begin + once))
    jobs = _jobs(scene, begin)
    if not jobs or not _closes(scene, _past_place(scene, jobs[-1].field)):
        return
    employer = employer or _employer_after(scene, jobs[-1].field)
    held = not (once or not_held(scene, person.end, jobs[-1].field))
    unheld = "former" if once else ""
    for job in jobs:
        start = person.end if job is jobs[0] else job.begin
        unheld = _unheld(scene, start, job) or (unheld if _goes_with(scene, job, jobs) else "")
        if unheld.lower() in wordlists().lists["never_held"]:
            return
        title = words_of(scene, job.begin, job.field)
        known = unheld and unheld.lower() not in title.lower()
        mention = Mention(scene.span(job.begin, job.field), MentionKind.RELATION, _RULE, 0.8)
        yield Attribute(person.entity.key, "jobTitle", f"{unheld} {title}" if known else title, (mention,))
        if employer is not None and held:
            yield from _whose(scene, person, employer, job)


def _unheld(scene: Scene, start: int, job: _Job) -> str:
    """The word that says that this occupation is not held, "former" for "once" and "formerly"."""
    word = not_held(scene, start, job.field)
    return "former" if word.lower() in _ONCE else word


def _goes_with(scene: Scene, job: _Job, jobs: list[_Job]) -> bool:
    """Whether "former" before the first of two occupations holds for this one: no article stands between."""
    return job is jobs[0] or scene.form(job.begin - 1) == "and"


def _whose(scene: Scene, person: Place, employer: Place, job: _Job) -> Iterator[Relation]:
    """What the occupation says of the body, or the adjective before it of the person."""
    span = scene.span(min(job.begin, employer.first), max(job.field, employer.end))
    tie, office = tie_of(scene.tokens[job.end - 1].lemma), is_office(scene, job.begin, job.end)
    yield from office_relation(person, employer, tie, office, span, _RULE, 0.8)
    if not office and employer.end == job.begin and tells_nationality(scene, employer, job.begin, job.end):
        yield relation(person, "nationality", employer, span, "nationality", 0.75)


def _jobs(scene: Scene, begin: int) -> list[_Job]:
    """The occupations that begin at a token, joined by "and"; none where the words are no occupation."""
    jobs: list[_Job] = []
    while len(jobs) < _MOST_JOBS:
        begin = _past_unknown(scene, _past_praise(scene, begin))
        end = _end(scene, begin)
        if end == begin or not _is_occupation(scene, begin, end):
            break
        jobs.append(_Job(begin, end, _with_field(scene, end)))
        if scene.form(end) != "and":
            break
        begin = end + 1
    return jobs


def _past_age(scene: Scene, i: int) -> int:
    """After the age of "X, 45, a nurse"."""
    return i + 2 if scene.tokens[i : i + 1] and scene.tokens[i].text.isdigit() and scene.form(i + 1) == "," else i


def _past_praise(scene: Scene, i: int) -> int:
    """After the article and adjectives that are no part of an occupation: "the prominent lawyer"."""
    part = lexicon().words["title_prefixes"] | wordlists().lists["job_adjectives"]
    i += scene.form(i) in ("the", "a", "an", "currently")
    while i + 1 < len(scene.tokens) and scene.tokens[i].pos in ("ADJ", "ADV") and scene.form(i) not in part:
        if scene.at(i) is not None or scene.form(i + 1) == "-":
            break
        i += 1
    return i


def _past_unknown(scene: Scene, i: int) -> int:
    """After a name that is no known thing: "the Warriors guard" is a guard."""
    end = _end(scene, i)
    if end > i + 1 and scene.tokens[end - 1].form.islower() and is_job_noun(scene.tokens[end - 1].lemma):
        part = lexicon().words["title_prefixes"] | wordlists().lists["job_adjectives"]
        while i < end - 1 and scene.tokens[i].form[0].isupper() and scene.form(i) not in part:
            i += 1
    return i


def _employer_before(scene: Scene, begin: int) -> tuple[Place | None, int]:
    """Whose office it is, said before it: "Y's chairman", "Turkish ambassador"; and where the office begins."""
    place = scene.at(begin)
    if place is None or place.first != begin or not _is_employer(place):
        return None, begin
    return place, place.end + (scene.form(place.end) in _POSSESSIVE)


def _employer_after(scene: Scene, last: int) -> Place | None:
    """ "of Y", "at the Y" after the office; only a name that stands alone, not in "for the Y sheriff"."""
    if scene.form(last) not in wordlists().lists["office_prepositions"]:
        return None
    last = _past_department(scene, last)
    found = scene.at(last + 1 + (scene.form(last + 1) == "the"))
    if found is None or not found.is_name or not _is_employer(found):
        return None
    follows = scene.tokens[found.end].pos if found.end < len(scene.tokens) else "PUNCT"
    return found if follows not in ("NOUN", "PROPN", "PART") else None


def _past_department(scene: Scene, i: int) -> int:
    """The "at" of "for research at Y", "of the Africa desk at Y"; the preposition itself where there is none."""
    if scene.form(i) not in ("of", "for"):
        return i
    for at in range(i + 1, min(i + 8, len(scene.tokens))):
        place = scene.at(at)
        if scene.form(at) == "at":
            return at
        if scene.tokens[at].pos not in ("NOUN", "ADJ", "DET", "PROPN", "CCONJ") or (
            place is not None and place.kind != "LOC"
        ):
            break
    return i


def _end(scene: Scene, begin: int) -> int:
    """Where the words of an occupation may end."""
    end = begin
    while end < min(len(scene.tokens), begin + _LONGEST):
        token = scene.tokens[end]
        stops = token.pos in ("PUNCT", "VERB", "AUX", "ADP", "CCONJ", "PRON") and token.text != "-"
        if scene.at(end) is not None or stops:
            break
        end += 1
    return end


def _with_field(scene: Scene, end: int) -> int:
    """The end of "professor of constitutional law": a field in lower case belongs to the occupation."""
    if scene.form(end) != "of":
        return end
    last = end + 1
    while last < min(len(scene.tokens), end + 5) and scene.at(last) is None:
        token = scene.tokens[last]
        if token.pos not in ("NOUN", "ADJ", "CCONJ") or not token.form.islower():
            break
        last += 1
    noun = last > end + 1 and scene.tokens[last - 1].pos == "NOUN"
    return last if noun and _closes(scene, last) else end


def _closes(scene: Scene, end: int) -> bool:
    """Whether an apposition ends here: with punctuation, a new clause, or with whose office it is."""
    ends = (",", ".", ";", ":", ")", "–", "—", "who", "and", "")
    return scene.form(end) in ends or scene.form(end) in wordlists().lists["office_prepositions"]


def _past_place(scene: Scene, end: int) -> int:
    """Behind the place where the office is held: "Y's representative in Malawi"."""
    place = scene.at(end + 1) if scene.form(end) == "in" else None
    return place.end if place is not None and place.kind == "LOC" and place.is_name else end


def _is_employer(place: Place) -> bool:
    return is_owner(place) and (place.kind == "ORG" or place.is_land)


def _is_occupation(scene: Scene, begin: int, end: int) -> bool:
    last = scene.tokens[end - 1]
    if last.dep not in ("appos", "conj", "npadvmod", "amod", "nmod", "compound", "attr", "oprd"):
        return False
    title = " ".join(t.form for t in scene.tokens[begin:end]).title().split()
    found = lexicon().title_at(title, 0)
    known = bool(found and found[0] == len(title) and found[1].job)
    return last.tag in ("NN", "NNP") and (known or is_job_noun(last.lemma))
