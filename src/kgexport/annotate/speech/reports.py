"""Finds indirect statements by a verb: cue, content, and the head of the phrase that speaks; knows no entities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kgexport.annotate.speech.clauses import is_question, is_taken_back, is_verb, own_subject, subject, trimmed
from kgexport.annotate.speech.context import Context
from kgexport.annotate.speech.cues import Cue, CueTable, cue_table
from kgexport.annotate.speech.marks import Quoted
from kgexport.model import Sentence, Span, Token

_MOSTLY = 0.8
"""From this share on, a content inside quotation marks is direct speech, and what is left of a cut content will do."""


_LOOSE = ' \n\t,;:“”"„«»`‘'


@dataclass(frozen=True, slots=True)
class Report:
    """One indirect statement, before it is known who the speaker is."""

    sentence: Sentence
    cue: Cue
    cue_span: Span
    speaker: Token | None
    """Head of the phrase that speaks."""
    content: Span
    rule: str


def verb_cue(sentence: Sentence, verb: Token, table: CueTable) -> tuple[Cue, Span] | None:
    """The table's row for a verb, with its particle where it has one ("point out")."""
    lemma = verb.lemma.lower()
    for particle in sentence.children(verb, "prt", "prep", "advmod"):
        cue = table.verbs.get(f"{lemma} {particle.lemma.lower()}")
        if cue and particle.i == verb.i + 1:
            return cue, verb.span.to(particle.span)
    cue = table.verbs.get(lemma)
    return (cue, verb.span) if cue else None


def verbal_reports(context: Context, sentence: Sentence) -> Iterator[Report]:
    """Reports with a verb: "said that …", "promised to …", "accused X of …"."""
    table = cue_table()
    for verb in sentence.tokens:
        found = verb_cue(sentence, verb, table) if is_verb(verb) else None
        if found is None or context.is_quoted(verb) or is_taken_back(sentence, verb, table):
            continue
        cue, span = found
        speaker = subject(sentence, verb) or _quoted_as(sentence, verb)
        for rule, first, last in _contents(sentence, verb, cue):
            content = content_span(context, sentence, first, last)
            if content is not None and speaker is not None and not content.overlaps(speaker.span):
                yield Report(sentence, cue, span, speaker, content, rule)
                break


def _quoted_as(sentence: Sentence, verb: Token) -> Token | None:
    """The subject of "X was quoted as saying", "X is reported to have said"."""
    for head in sentence.ancestors(verb)[:2]:
        if is_verb(head):
            passive = sentence.children(head, "nsubjpass")
            return passive[0] if passive and own_subject(sentence, head) is None else None
    return None


def _contents(sentence: Sentence, verb: Token, cue: Cue) -> Iterator[tuple[str, int, int]]:
    """Token positions of what is said, the surest rule first."""
    if "clause" in cue.uses or "gerund" in cue.uses or "inf" in cue.uses:
        yield from _clausal(sentence, verb, cue)
    if "clause" in cue.uses:
        yield from _parenthetical(sentence, verb)
    if "prep" in cue.uses:
        yield from _prepositional(sentence, verb, cue)
    if "object" in cue.uses and not _gives(sentence, verb):
        for noun in sentence.children(verb, "dobj"):
            if noun.pos in ("NOUN", "PROPN") and noun.lemma.lower() not in cue_table().nouns:
                yield ("object", *_edges(sentence, noun))


def _clausal(sentence: Sentence, verb: Token, cue: Cue) -> Iterator[tuple[str, int, int]]:
    clauses = [c for c in sentence.children(verb, "ccomp", "xcomp") if _use(sentence, c) in cue.uses]
    clauses = [c for c in clauses if not is_question(sentence, c)]
    for clause in [c for c in clauses if c.i > verb.i]:
        positions = [token.i for token in sentence.subtree(clause) if token.i > verb.i]
        yield "clause", positions[0], positions[-1]
    frame = min(t.i for t in (verb, *_frame(sentence, verb)))
    for clause in [c for c in clauses if c.i < verb.i]:
        first = 0 if verb.head == verb.i else sentence.subtree(clause)[0].i
        stops = [t.i for t in sentence.tokens[first:frame] if t.text == ";"]
        if first < frame and not (stops and clause.i < stops[-1]):
            yield "clause-first", stops[-1] + 1 if stops else first, frame - 1
    if not clauses and "clause" in cue.uses:
        yield from _misplaced(sentence, verb)


def _misplaced(sentence: Sentence, verb: Token) -> Iterator[tuple[str, int, int]]:
    """A that-clause that the parser hung on a noun in between: "claimed without evidence that …"."""
    nouns = [noun for prep in sentence.children(verb, "prep") for noun in sentence.children(prep, "pobj")]
    nouns += sentence.children(verb, "dobj", "dative", "npadvmod")
    for noun in nouns:
        for clause in sentence.children(noun, "acl", "ccomp"):
            that = [t for t in sentence.children(clause, "mark") if t.text.lower() == "that" and t.i > verb.i]
            if that and noun.lemma.lower() not in cue_table().nouns:
                yield "clause", that[0].i, sentence.subtree(clause)[-1].i


def _frame(sentence: Sentence, verb: Token) -> list[Token]:
    """The cue with its subject and auxiliaries."""
    own = own_subject(sentence, verb)
    tokens = sentence.children(verb, "aux", "auxpass")
    return tokens + (sentence.subtree(own) if own is not None else [])


def _use(sentence: Sentence, clause: Token) -> str:
    """Whether a complement is a clause, an infinitive or a gerund."""
    bare = not sentence.children(clause, "nsubj", "nsubjpass", "expl", "csubj")
    if clause.tag == "VBG" and bare and not sentence.children(clause, "aux"):
        return "gerund"
    helpers = sentence.children(clause, "aux", "auxpass")
    if bare and any(t.tag == "VBG" for t in helpers):
        return "gerund"
    if any(t.lemma == "to" and t.tag == "TO" for t in helpers):
        return "inf"
    return "clause" if clause.dep == "ccomp" else "none"


def _parenthetical(sentence: Sentence, verb: Token) -> Iterator[tuple[str, int, int]]:
    """ "Inflation, X said, has no friends": the cue stands inside what is said."""
    if verb.dep != "parataxis" or own_subject(sentence, verb) is None or sentence.children(verb, "ccomp"):
        return
    inside = {token.i for token in sentence.subtree(verb)}
    around = [t.i for t in sentence.subtree(sentence.head(verb)) if t.i not in inside]
    yield from without_frame(around, min(inside), max(inside), "parenthetical")


def without_frame(around: list[int], low: int, high: int, rule: str) -> Iterator[tuple[str, int, int]]:
    """What is said around a frame: the side that holds nearly all of it, else all of it from edge to edge."""
    left, right = [i for i in around if i < low], [i for i in around if i > high]
    larger = max(left, right, key=len)
    if larger and len(larger) >= _MOSTLY * len(around) - 1:
        yield rule, larger[0], larger[-1]
    elif larger:
        yield rule, around[0], around[-1]


def _prepositional(sentence: Sentence, verb: Token, cue: Cue) -> Iterator[tuple[str, int, int]]:
    for prep in sentence.children(verb, "prep"):
        inside = sentence.children(prep, "pcomp", "pobj")
        if prep.lemma.lower() not in cue.prepositions or not inside or prep.i < verb.i:
            continue
        first, last = _edges(sentence, prep)
        accused = [t for t in sentence.children(verb, "dobj") if verb.i < t.i < prep.i]
        if accused:
            first = _edges(sentence, accused[0])[0]
        elif prep.lemma.lower() == "of":
            first += 1
        yield "prep", first, last


def _gives(sentence: Sentence, verb: Token) -> bool:
    """Whether somebody gets what the object names ("denied entry to them"): nothing is said then."""
    return bool(sentence.children(verb, "dative")) or any(
        child.lemma.lower() == "to"
        for noun in (verb, *sentence.children(verb, "dobj"))
        for child in sentence.children(noun, "prep")
    )


def _edges(sentence: Sentence, head: Token) -> tuple[int, int]:
    subtree = sentence.subtree(head)
    return subtree[0].i, subtree[-1].i


def content_span(context: Context, sentence: Sentence, first: int, last: int) -> Span | None:
    """The span of what is said: trimmed, quoted stretches whole; None where it is direct speech or hardly anything."""
    kept = trimmed(sentence, first, last)
    if kept is None or _leads_into_quote(context, sentence, *kept):
        return None
    tokens = [t for t in sentence.tokens[kept[0] : kept[1] + 1] if t.pos != "PUNCT"]
    quoted = sum(context.is_quoted(token) for token in tokens)
    if not tokens or quoted >= _MOSTLY * len(tokens):
        return None
    begin, end = sentence.tokens[kept[0]].span.begin, sentence.tokens[kept[1]].span.end
    opened, closed = context.quoted_at(begin), context.quoted_at(end - 1)
    return _without_loose_marks(
        context.text, opened.begin if opened else begin, closed.end if closed else end, opened, closed
    )


def _leads_into_quote(context: Context, sentence: Sentence, first: int, last: int) -> bool:
    """Whether a colon inside introduces direct speech: then the words before it are the reporter's own."""
    tokens = sentence.tokens[first : last + 1]
    return any(a.text == ":" and context.is_quoted(b) for a, b in pairwise(tokens))


def _without_loose_marks(text: str, begin: int, end: int, opened: Quoted | None, closed: Quoted | None) -> Span | None:
    """Quotation marks at the edges that belong to no pair are left out."""
    while not opened and begin < end and text[begin] in _LOOSE:
        begin += 1
    while not closed and begin < end and text[end - 1] in _LOOSE:
        end -= 1
    return Span(begin, end) if begin < end else None
