"""Finds indirect statements by a verb: cue, content, and the head of the phrase that speaks; knows no entities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from kgexport.annotate.speech.clauses import is_question, is_taken_back, is_verb, own_subject, subject, use_of
from kgexport.annotate.speech.contents import content_span
from kgexport.annotate.speech.context import Context
from kgexport.annotate.speech.cues import Cue, CueTable, cue_table
from kgexport.annotate.speech.repairs import (
    LISTENED_TO,
    behind_dateline,
    first_of_object,
    inserted_frame,
    issuer,
    last_of_joined,
    last_of_list,
    neighbour,
    quoted_as,
    quoted_behind,
    trailing_frame,
    without_own_deed,
)
from kgexport.annotate.speech.speakers import may_find
from kgexport.annotate.speech.stretches import Stretch, around_frame, aside_span, between_semicolons
from kgexport.model import Sentence, Span, Token

_FEWEST = 3
"""Tokens before a frame at the end that can be what is said."""


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
    aside: Span | None = None
    """The words of telling inside the content."""


_TOPICS = frozenset(("about", "against"))
"""Before what a statement is about; a clause behind that says which: "protested against a law that the king made"."""


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
        speaker = quoted_as(sentence, verb) or issuer(sentence, verb, subject(sentence, verb))
        speaker = behind_dateline(sentence, verb, speaker, context.dateline_end)
        if "finder" in cue.uses and not may_find(context, sentence, cue, speaker):
            continue
        for stretch in map(partial(between_semicolons, context, sentence), _contents(sentence, verb, cue)):
            who = speaker or neighbour(sentence, verb)
            report = said_in(context, sentence, cue, span, who, stretch)
            if report is not None and who is not None and (report.aside or not report.content.overlaps(who.span)):
                yield report
                break
        else:
            yield from trailing_reports(context, sentence, verb, cue, span)


def said_in(
    context: Context, sentence: Sentence, cue: Cue, span: Span, speaker: Token | None, stretch: Stretch
) -> Report | None:
    """The report of a stretch; None where it is direct speech or hardly anything."""
    aside = aside_span(context, sentence, stretch)
    content = content_span(context, sentence, stretch.first, stretch.last, aside)
    if content is None:
        return None
    content = _without_speaker(context, speaker, content) if aside is None else content
    inside = aside if aside and content.begin < aside.begin and aside.end < content.end else None
    if stretch.first == 0 and _is_torn(sentence):
        before = context.sentence_before(sentence)
        content = Span(before.span.begin, content.end) if before else content
    return Report(sentence, cue, span, speaker, content, stretch.rule, inside)


def _without_speaker(context: Context, speaker: Token | None, content: Span) -> Span:
    """The content without the speaker's phrase, of which the parser put all but the last word into it."""
    for mention, _ in context.mentions_at(speaker) if speaker is not None else ():
        if content.begin < mention.span.begin < content.end < mention.span.end:
            comma = context.text.rfind(",", content.begin, mention.span.begin)
            return Span(content.begin, comma) if comma > content.begin else content
    return content


def _is_torn(sentence: Sentence) -> bool:
    """Whether a "sentence" goes on with the one before, torn off behind an abbreviation ("at 7:48 a.m. local time")."""
    return sentence.tokens[0].text[0].islower()


def trailing_reports(context: Context, sentence: Sentence, verb: Token, cue: Cue, span: Span) -> Iterator[Report]:
    """ "…, X has confirmed." where the parser made one more clause of the frame."""
    found = trailing_frame(sentence, verb) if "clause" in cue.uses else None
    found = found or quoted_behind(sentence, verb)
    if found is None:
        return
    comma, speaker = found
    if (_is_torn(sentence) or any(is_verb(token) for token in sentence.tokens[:comma])) and comma > _FEWEST:
        report = said_in(context, sentence, cue, span, speaker, Stretch("trailing", 0, comma - 1))
        if report is not None:
            yield report


def _contents(sentence: Sentence, verb: Token, cue: Cue) -> Iterator[Stretch]:
    """Token positions of what is said, the surest rule first."""
    inserted = inserted_frame(sentence, verb) if "clause" in cue.uses else None
    if inserted is not None:
        yield Stretch("parenthetical", 0, len(sentence.tokens) - 1, inserted)
    if "clause" in cue.uses or "gerund" in cue.uses or "inf" in cue.uses:
        yield from _clausal(sentence, verb, cue)
    if "clause" in cue.uses:
        yield from _parenthetical(sentence, verb)
    if "prep" in cue.uses:
        yield from _prepositional(sentence, verb, cue)
    if "object" in cue.uses and not _gives(sentence, verb):
        for noun in sentence.children(verb, "dobj"):
            if noun.pos in ("NOUN", "PROPN") and noun.text.isalpha() and noun.lemma.lower() not in cue_table().nouns:
                yield Stretch("object", *_edges(sentence, noun))


def _clausal(sentence: Sentence, verb: Token, cue: Cue) -> Iterator[Stretch]:
    clauses = [c for c in sentence.children(verb, "ccomp", "xcomp") if use_of(sentence, c) in cue.uses]
    clauses = [c for c in clauses if not is_question(sentence, c)]
    frame = min(t.i for t in (verb, *_frame(sentence, verb)))
    after = [c for c in clauses if c.i > verb.i and not any(t.text == ";" for t in sentence.tokens[verb.i : c.i])]
    if after:
        yield _complement(sentence, verb, cue, frame, after)
    for clause in [c for c in clauses if c.i < verb.i]:
        first = 0 if verb.head == verb.i else sentence.subtree(clause)[0].i
        stops = [t.i for t in sentence.tokens[first:frame] if t.text == ";"]
        told = clause.tag == "VBN" and not sentence.children(clause, "nsubj", "nsubjpass", "expl", "aux", "auxpass")
        if first < frame and not told and not (stops and clause.i < stops[-1]):  # not "Asked about it, X said"
            yield Stretch("clause-first", stops[-1] + 1 if stops else first, frame - 1)
    if not clauses and "clause" in cue.uses:
        yield from _misplaced(sentence, verb)


def _complement(sentence: Sentence, verb: Token, cue: Cue, frame: int, clauses: list[Token]) -> Stretch:
    """The clauses behind a cue; with its beginning before the frame where that interrupts it."""
    positions = sorted({token.i for clause in clauses for token in sentence.subtree(clause)})
    behind = [i for i in positions if i > verb.i]
    if positions[0] < frame:
        found = around_frame(sentence, positions, (frame, behind[0] - 1), clauses[0].i, "parenthetical")
        if found is not None:
            return found
    first, last = without_own_deed(sentence, verb, clauses[0], behind)
    last = last_of_joined(sentence, verb, clauses[0], last)
    return Stretch("clause", first_of_object(sentence, verb, first, cue), last_of_list(sentence, verb, last))


def _misplaced(sentence: Sentence, verb: Token) -> Iterator[Stretch]:
    """A that-clause that the parser hung on a noun in between: "claimed without evidence that …"."""
    preps = [prep for prep in sentence.children(verb, "prep") if prep.text.lower() not in _TOPICS]
    nouns = [noun for prep in preps for noun in sentence.children(prep, "pobj")]
    aside = {noun.i for noun in nouns}
    nouns += sentence.children(verb, "dobj", "dative", "npadvmod")
    for noun in nouns:
        for clause in sentence.children(noun, "acl", "ccomp", "relcl"):
            that = [t for t in sentence.subtree(clause) if t.text.lower() == "that" and t.i == noun.i + 1]
            subjects = [t for t in sentence.children(clause, "nsubj", "nsubjpass", "expl") if t not in that]
            own = noun.lemma.lower() not in cue_table().nouns or noun.i in aside
            last = sentence.subtree(clause)[-1].i
            if that and subjects and own and that[0].i > verb.i:
                yield Stretch("clause", that[0].i + 1, last)
            elif clause.dep == "relcl" and verb.lemma.lower() in LISTENED_TO and _begins_anew(sentence, noun, clause):
                yield Stretch("clause", noun.i + 1, last)


def _begins_anew(sentence: Sentence, noun: Token, clause: Token) -> bool:
    """Whether a clause right behind a listener has a subject of its own: "told officers he had bought it"."""
    subjects = sentence.children(clause, "nsubj", "nsubjpass")
    complete = bool(sentence.children(clause, "dobj", "acomp", "attr", "prep", "xcomp", "ccomp", "advmod"))
    return complete and bool(subjects) and subjects[0].tag == "PRP" and subjects[0].i == noun.i + 1


def _frame(sentence: Sentence, verb: Token) -> list[Token]:
    """The cue with its subject and auxiliaries."""
    own = own_subject(sentence, verb)
    tokens = sentence.children(verb, "aux", "auxpass")
    return tokens + (sentence.subtree(own) if own is not None else [])


def _parenthetical(sentence: Sentence, verb: Token) -> Iterator[Stretch]:
    """ "Inflation, X said, has no friends": the cue stands inside what is said."""
    own = own_subject(sentence, verb)
    if verb.dep != "parataxis" or own is None or sentence.children(verb, "ccomp", "mark"):
        return
    inside = {token.i for token in (*sentence.subtree(own), *sentence.subtree(verb))}
    inside -= {
        token.i for child in sentence.children(verb, "nsubj") if child is not own for token in sentence.subtree(child)
    }
    low = min(inside)
    around = [t.i for t in sentence.subtree(sentence.head(verb)) if t.i not in inside]
    found = around_frame(sentence, around, (low, max(inside)), sentence.head(verb).i, "parenthetical")
    if found is not None:
        yield found


def _prepositional(sentence: Sentence, verb: Token, cue: Cue) -> Iterator[Stretch]:
    for noun in sentence.children(verb, "dobj"):  # "accused X of …" where "of …" was hung on X
        for prep in sentence.children(noun, "prep"):
            if prep.lemma.lower() in cue.prepositions and sentence.children(prep, "pcomp") and noun.i > verb.i:
                yield Stretch("prep", _edges(sentence, noun)[0], _edges(sentence, prep)[1])
                return
    for prep in sentence.children(verb, "prep"):
        inside = sentence.children(prep, "pcomp", "pobj")
        if prep.lemma.lower() not in cue.prepositions or not inside or prep.i < verb.i:
            continue
        if prep.lemma.lower() == "to" and inside[0].tag != "VBG":
            continue
        first, last = _edges(sentence, prep)
        accused = [t for t in sentence.children(verb, "dobj") if verb.i < t.i < prep.i]
        if accused:
            first = _edges(sentence, accused[0])[0]
            if any(t.label in ("DATE", "TIME") for t in sentence.tokens[accused[0].i + 1 : prep.i]):
                yield Stretch("prep", first, last, (accused[0].i + 1, prep.i - 1))
                continue
        elif prep.lemma.lower() in ("of", "to"):
            first += 1
        yield Stretch("prep", first, last)


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
