"""Finds who said what stands in quotation marks, by the words before it; knows cues, syntax and persons."""

from __future__ import annotations

from kgexport.annotate.speech.clauses import is_taken_back, is_verb, subject
from kgexport.annotate.speech.constructions import phrase_at
from kgexport.annotate.speech.context import Context, Place
from kgexport.annotate.speech.cues import cue_table
from kgexport.annotate.speech.frames import (
    LONGEST_NAME,
    Attribution,
    direct_cue,
    frame_before,
    inside_clause,
    outside_quotes,
)
from kgexport.annotate.speech.marks import Quoted
from kgexport.annotate.speech.repairs import behind_dateline
from kgexport.annotate.speech.speakers import people_in
from kgexport.model import Sentence, Token

_FEWEST = 2
"""Words that are no statement by themselves."""
_LONGEST_OWN = 3
"""Tokens from "words" to the quotation."""


def attribute_before(context: Context, quoted: Quoted) -> Attribution | None:
    """X said: "…" · X told Y that "…" · According to X, "…" · X: "…"."""
    frame = frame_before(context, quoted)
    if not frame:
        return None
    colon = frame[-1].token.text == ":"
    own = _in_words(quoted, frame)
    if own is not None:
        return own
    for position in range(len(frame) - 1, -1, -1):
        sentence, token = frame[position].sentence, frame[position].token
        found = phrase_at(sentence, token)
        if found and _ends_at(context, frame, sentence, found[2]):
            return Attribution(token.span.to(found[1].span), sentence, found[2], 0.9, quoted.begin)
        if not is_verb(token) or token.dep in ("aux", "auxpass"):
            continue
        attribution = _by_verb_before(context, quoted, frame, position)
        if attribution is not None:
            return attribution
        if not colon and not inside_clause(sentence, token, frame[0].token):
            return None
    return _by_colon(context, quoted, frame) if colon else None


def _in_words(quoted: Quoted, frame: list[Place]) -> Attribution | None:
    """ "…, in her own words, “…”"."""
    words = [place for place in frame[-_LONGEST_OWN:] if place.token.pos != "PUNCT"]
    if not words or words[-1].token.text.lower() != "words":
        return None
    sentence, head = words[-1].sentence, words[-1].token
    preposition = sentence.head(head)
    for owner in sentence.children(head, "poss"):
        if preposition.text.lower() == "in":
            return Attribution(preposition.span.to(head.span), sentence, owner, 0.9, quoted.begin)
    return None


def _ends_at(context: Context, frame: list[Place], sentence: Sentence, noun: Token) -> bool:
    """Whether nothing but the phrase of the noun stands between it and the quotation."""
    inside = {token.i for token in sentence.subtree(noun)}
    behind = [p.token for p in frame if p.sentence is sentence and p.token.i > noun.i and p.token.i not in inside]
    return all(token.pos in ("PUNCT", "ADV") for token in behind)


def _by_verb_before(context: Context, quoted: Quoted, frame: list[Place], position: int) -> Attribution | None:
    sentence, verb = frame[position].sentence, frame[position].token
    found = direct_cue(sentence, verb)
    if found is None or is_taken_back(sentence, verb, cue_table()):
        return None
    last = frame[-1].token.text
    if _is_only_to_come(context, quoted, sentence, verb):
        return None
    if frame[-1].token.pos == "ADP" and not _names(frame[-1]):
        return None
    if last not in (":", ",", "that", "—", "–", "-") and position < len(frame) - 1 and not _starts_big(context, quoted):
        return None
    speaker = behind_dateline(sentence, verb, subject(sentence, verb), context.dateline_end)
    speaker = outside_quotes(context, speaker)
    if speaker is None or speaker.span.begin >= quoted.begin:
        return None
    return Attribution(found[1], sentence, speaker, 0.95, quoted.begin)


def _is_only_to_come(context: Context, quoted: Quoted, sentence: Sentence, verb: Token) -> bool:
    """Whether a word or two in small letters tell how somebody will act: 'will answer "in kind"'."""
    text = quoted.parts[0].of(context.text)
    modal = any(child.tag == "MD" for child in sentence.children(verb, "aux"))
    return modal and text[0].islower() and len(text.split()) <= _FEWEST


def _names(place: Place) -> bool:
    """Whether a preposition in front of the quotation is a particle or "that" gone wrong, and not "says on “…”"."""
    return place.token.dep in ("prt", "mark") or place.token.text.lower() == "that"


def _starts_big(context: Context, quoted: Quoted) -> bool:
    text = quoted.parts[0].of(context.text)
    return text[0].isupper() and len(text.split()) > 2


def _by_colon(context: Context, quoted: Quoted, frame: list[Place]) -> Attribution | None:
    """ "X: “…”" and "X was gracious: “…”": a colon is cue enough where a person is the subject."""
    sentence, colon = frame[-1].sentence, frame[-1].token
    if 2 <= len(frame) <= LONGEST_NAME + 1 and all(p.token.pos in ("PROPN", "NOUN", "ADJ") for p in frame[:-1]):
        return Attribution(colon.span, frame[-2].sentence, frame[-2].token, 0.8, quoted.begin)
    for place in frame:
        who = place.token
        if who.dep == "nsubj" and len(people_in(context, place.sentence, who)) == 1:
            clause = sentence.subtree(sentence.head(who)) if place.sentence is sentence else []
            if who.head == sentence.root.i or colon in clause:
                return Attribution(colon.span, sentence, who, 0.7, quoted.begin)
    return None
