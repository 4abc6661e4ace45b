"""Finds who said what stands in quotation marks, by the words after it; knows cues and syntax, no entities.

A frame is what stands between a quotation and the next sentence end or quotation on either side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kgexport.annotate.speech.clauses import is_taken_back, is_verb, own_subject
from kgexport.annotate.speech.constructions import phrase_at
from kgexport.annotate.speech.context import Context, Place
from kgexport.annotate.speech.cues import Cue, cue_table
from kgexport.annotate.speech.marks import Quoted
from kgexport.annotate.speech.reports import verb_cue
from kgexport.annotate.speech.speakers import is_person
from kgexport.model import Sentence, Span, Token

_LONGEST_FRAME = 60
"""Tokens looked at on either side."""
LONGEST_NAME = 6
_WITH_LISTENER = frozenset({"tell", "inform", "assure", "remind", "notify"})
_SIGNS = frozenset({"-", "–", "—", "--", ":"})
_ENDS = frozenset(".!?")
_STATED_IN = frozenset(",?!…—–-")


@dataclass(frozen=True, slots=True)
class Attribution:
    """By what words a quotation is somebody's."""

    cue: Span
    sentence: Sentence
    speaker: Token | None
    """Head of the phrase that speaks; None: a cue without anybody."""
    confidence: float
    end: int
    """Where the frame ends behind the quotation; its begin for a frame before it."""
    commits: bool = True
    """Whether the cue makes even one or two quoted words a quotation."""


def frame_after(context: Context, quoted: Quoted) -> list[Place]:
    """The tokens from the closing mark to the end of the sentence or the next quotation (sentence end left out)."""
    frame: list[Place] = []
    limit = (
        context.block_at(quoted.begin).span.end if len(quoted.parts) == 1 else context.block_at(quoted.end - 1).span.end
    )
    for place in context.after(quoted.end, limit):
        if place.token.text in _ENDS or context.is_quoted(place.token) or len(frame) >= _LONGEST_FRAME:
            break
        frame.append(place)
    return frame


def frame_before(context: Context, quoted: Quoted) -> list[Place]:
    """The tokens from the last sentence end or quotation to the opening mark; a line that ends in a colon leads on."""
    block = context.block_at(quoted.begin)
    low = block.span.begin
    previous = context.block_before(block)
    if not context.text[low : quoted.begin].strip() and previous and context.text[previous.span.end - 1] in ":,":
        low = previous.span.begin
    frame: list[Place] = []
    for place in context.before(quoted.begin, low):
        if place.token.text in _ENDS or context.is_quoted(place.token) or len(frame) >= _LONGEST_FRAME:
            break
        frame.append(place)
    return frame[::-1]


def attribute_after(context: Context, quoted: Quoted) -> Attribution | None:
    """ "…," said X · "…," X said · "…," according to X."""
    frame = frame_after(context, quoted)
    last = quoted.parts[-1].of(context.text)[-1]
    start = 0
    while start < len(frame) and (frame[start].token.pos in ("PUNCT", "ADV") or frame[start].token.text in "-–—,"):
        start += 1
    if start == len(frame):
        return None
    signed = _signature(context, quoted, frame, start)
    if signed is not None:
        return signed
    separated = last in _STATED_IN or frame[0].token.text in (",", "-", "–", "—")
    first = frame[start].token
    if not separated and not (last == "." and first.text[0].islower()) and not _is_cue(frame[start]):
        return None
    found = phrase_at(frame[start].sentence, first)
    if found:
        _, to, noun = found
        return Attribution(first.span.to(to.span), frame[start].sentence, noun, 0.9, _end(frame))
    return _by_verb_after(context, frame, start)


def _signature(context: Context, quoted: Quoted, frame: list[Place], start: int) -> Attribution | None:
    """ "…" – X (in headlines "…": X), and nothing else to the end of the paragraph."""
    if start == 0 or frame[start - 1].token.text not in _SIGNS or len(frame) - start > LONGEST_NAME:
        return None
    at_end = frame[-1].token.span.end == context.block_at(frame[-1].token.span.begin).span.end
    if not at_end or any(place.token.pos != "PROPN" for place in frame[start:]):
        return None
    return Attribution(frame[start - 1].token.span, frame[-1].sentence, frame[-1].token, 0.85, _end(frame))


def _is_cue(place: Place) -> bool:
    found = verb_cue(place.sentence, place.token, cue_table()) if is_verb(place.token) else None
    return found is not None and "direct" in found[0].uses


def _end(frame: Sequence[Place]) -> int:
    return frame[-1].token.span.end


def _by_verb_after(context: Context, frame: list[Place], start: int) -> Attribution | None:
    if frame[start].token.text.lower() == "as" and start + 1 < len(frame):
        start += 1
    elif frame[start].token.tag in ("CC", "IN", "WP", "WDT", "WRB"):
        return None
    for position in range(start, len(frame)):
        sentence, verb = frame[position].sentence, frame[position].token
        if not is_verb(verb) or (position > start and inside_clause(sentence, verb, frame[start].token)):
            continue
        if verb.dep in ("aux", "auxpass") and position + 1 < len(frame):
            continue
        found = direct_cue(sentence, verb)
        if found is None:
            return _by_any_verb(context, frame, position, start)
        if is_taken_back(sentence, verb, cue_table()):
            return None
        speaker = _own(context, frame, position, start) or _near(context, frame, position, start)
        heard = position == start and verb.lemma.lower() in _WITH_LISTENER  # "…, told X" is no "…," said X
        if speaker is None or heard:
            return None
        return Attribution(found[1], sentence, speaker, 0.95, _end(frame))
    return None


def _by_any_verb(context: Context, frame: list[Place], position: int, start: int) -> Attribution | None:
    """ "…," beamed X · "…," X beamed: any verb, if the frame holds nothing but the two and X is a known person."""
    sentence, verb = frame[position].sentence, frame[position].token
    rest = frame[position + 1 :]
    follows = position > start and rest and rest[0].token.text != ","
    speaker = _own(context, frame, position, start) or _near(context, frame, position, start)
    if follows or verb.tag not in ("VBD", "VBZ") or speaker is None or sentence.children(verb, "dobj", "acomp", "attr"):
        return None
    if not any(is_person(entity) for _, entity in context.mentions_at(speaker)):
        return None
    return Attribution(verb.span, sentence, speaker, 0.8, _end(frame))


def direct_cue(sentence: Sentence, verb: Token) -> tuple[Cue, Span] | None:
    """The cue that a verb is, if it can introduce a whole quotation."""
    found = verb_cue(sentence, verb, cue_table())
    if found is None or "direct" not in found[0].uses:
        return None
    if "it" in found[0].uses and not any(t.text.lower() == "it" for t in sentence.children(verb, "dobj", "nsubj")):
        return None
    return found


def inside_clause(sentence: Sentence, verb: Token, first: Token) -> bool:
    """Whether a verb belongs to a clause inside the speaker's phrase: "X, who heads the investigation, said"."""
    for token in (verb, *sentence.ancestors(verb)):
        if token.dep in ("relcl", "acl", "amod") and sentence.head(token).i >= first.i:
            return True
    return False


def outside_quotes(context: Context, token: Token | None) -> Token | None:
    """The token, unless it is quoted itself."""
    return None if token is None or context.is_quoted(token) else token


def _own(context: Context, frame: list[Place], position: int, start: int) -> Token | None:
    """The subject of the cue, if it stands in the frame too and not before the quotation."""
    found = outside_quotes(context, own_subject(frame[position].sentence, frame[position].token))
    return found if found is not None and found.span.begin >= frame[start].token.span.begin else None


def _near(context: Context, frame: list[Place], position: int, start: int) -> Token | None:
    """Where the parse fails: the noun next to the cue, behind it ("said X") if it stands first, else before it."""
    sentence = frame[position].sentence
    side = frame[position + 1 :] if position == start else frame[start:position]
    for place in side:
        token = place.token
        if token.pos in ("NOUN", "PROPN", "PRON") and place.sentence is sentence:
            while token.dep in ("compound", "nmod", "poss", "amod") and sentence.head(token).i > token.i:
                token = sentence.head(token)
            return outside_quotes(context, token)
        if token.pos not in ("DET", "ADJ", "PUNCT", "NUM", "PART", "ADV"):
            return None
    return None
