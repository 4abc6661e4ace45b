"""Whose turn it is to speak: quotations without words of telling; knows what was quoted before, and no cues."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from kgexport.annotate.speech.context import Context
from kgexport.annotate.speech.frames import Attribution, frame_after
from kgexport.annotate.speech.marks import Quoted
from kgexport.annotate.speech.speakers import Speaker, is_person, people_in, resolve
from kgexport.annotate.speech.statements import Reports

_FARTHEST = 200
"""Tokens before a quotation among which its speaker is looked for."""
_ANSWERS = frozenset({"answer", "reply", "respond", "retort"})
_NOBODY = (Speaker(None, 0.5), "alone")


@dataclass(frozen=True, slots=True)
class Found:
    """A quotation with what tells whose it is."""

    quoted: Quoted
    attribution: Attribution | None
    speaker: Speaker
    rule: str

    @property
    def end(self) -> int:
        """Where the quotation and the words of telling behind it end."""
        return max(self.quoted.end, self.attribution.end if self.attribution else 0)


class Turns:
    """The last quotations of an article, from which the next goes on."""

    def __init__(self, context: Context, reports: Reports) -> None:
        self._context, self._reports = context, reports
        self.last: Found | None = None
        self._before: Found | None = None
        """The one before the last."""

    def add(self, found: Found) -> None:
        """Note a quotation; one that goes on after an interruption is no turn of its own."""
        if found.rule != "interrupted":
            self._before = self.last
        self.last = found

    def next(self, quoted: Quoted) -> tuple[Speaker, str]:
        """Who says a quotation that stands alone, by which rule: the subject of the sentence before, or by turns."""
        speaker, rule = self._from_before(quoted)
        return (speaker, rule) if speaker.key or rule == "dialogue" else (self._from_paragraph_before(quoted), rule)

    def _from_before(self, quoted: Quoted) -> tuple[Speaker, str]:
        context, last = self._context, self.last
        low = context.block_at(quoted.begin).span.begin
        if last is not None and last.quoted.end > low:
            low = last.end
        near = islice(context.before(quoted.begin, low), _FARTHEST)
        between = [place for place in near if place.token.pos != "PUNCT"]
        if not between:
            return self._continued(quoted, last) if last is not None else _NOBODY
        sentence = between[0].sentence
        subjects = sentence.children(sentence.root, "nsubj")
        keys = [key for token in subjects for key in people_in(context, sentence, token)]
        if len(keys) == 1 and not any(context.is_quoted(place.token) for place in between):
            return Speaker(keys[0], 0.6), "sentence-before"
        return _NOBODY

    def _from_paragraph_before(self, quoted: Quoted) -> Speaker:
        """The person whose statement ends the paragraph before, for a quotation that is a paragraph of its own."""
        context = self._context
        block = context.block_at(quoted.begin)
        before = context.block_before(block)
        alone = quoted.begin == block.span.begin and not frame_after(context, quoted)
        report = self._reports.last_in(before.span) if before is not None and alone else None
        if report is None or report.speaker is None or context.quoted_in(report.sentence.span):
            return _NOBODY[0]
        speaker = resolve(context, report.sentence, report.speaker, report.cue_span)
        person = speaker is not None and speaker.key and is_person(context.annotations.entity(speaker.key))
        return Speaker(speaker.key, 0.55) if speaker is not None and person else _NOBODY[0]

    def _continued(self, quoted: Quoted, last: Found) -> tuple[Speaker, str]:
        """The speaker of the quotation right before, here or at the end of the last paragraph; by turns in a talk."""
        context = self._context
        if last.quoted.end <= context.block_at(quoted.begin).span.begin and frame_after(context, quoted):
            return _NOBODY
        if context.text[last.end : quoted.begin].strip(" \n\t.,;:!?\u00a0"):
            return _NOBODY
        other = self._other(quoted, last)
        if other is not None:
            return other, "dialogue"
        return Speaker(last.speaker.key, round(last.speaker.confidence * 0.85, 2)), "continued"

    def _other(self, quoted: Quoted, last: Found) -> Speaker | None:
        """Whoever speaks in turn: a question follows an answer, and an answer follows a question without more words."""
        asks, asked = self._asks(quoted), self._asks(last.quoted)
        before = self._before
        if asked and not asks and last.attribution is None and last.rule in ("continued", "dialogue"):
            turn = before is not None and before.speaker.key != last.speaker.key
            return self._again(before) if before is not None and turn else None
        answered = before is not None and self._asks(before.quoted) and before.speaker.key != last.speaker.key
        if asks and not asked and (answered or _is_answer(last)):
            return self._again(before) if before is not None and answered else _NOBODY[0]
        return None

    @staticmethod
    def _again(found: Found) -> Speaker:
        return Speaker(found.speaker.key, round(found.speaker.confidence * 0.8, 2))

    def _asks(self, quoted: Quoted) -> bool:
        return quoted.text(self._context.annotations.article).endswith("?")


def _is_answer(last: Found) -> bool:
    """Whether the words of telling say that something is answered."""
    if last.attribution is None:
        return False
    sentence, cue = last.attribution.sentence, last.attribution.cue
    return any(token.span.begin == cue.begin and token.lemma.lower() in _ANSWERS for token in sentence.tokens)
