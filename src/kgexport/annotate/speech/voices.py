"""The body that spoke last, for whom "it", "the statement", "the spokesman" go on to speak; knows no other phrases."""

from __future__ import annotations

from kgexport.annotate.speech.context import Context
from kgexport.annotate.speech.cues import cue_table
from kgexport.annotate.speech.speakers import Speaker, is_person
from kgexport.model import Sentence, Token


class LastVoice:
    """Remembers who spoke, as long as it is a body and not a person."""

    def __init__(self) -> None:
        self._body: Speaker | None = None

    def heard(self, context: Context, speaker: Speaker) -> None:
        """Note who speaks; a phrase that stands for nobody known changes nothing."""
        if speaker.key is not None:
            person = is_person(context.annotations.entity(speaker.key))
            self._body = None if person else Speaker(speaker.key, 0.6)

    def same(self, sentence: Sentence, head: Token) -> Speaker | None:
        """The body that spoke last, if the phrase with that head goes on to speak for it."""
        if self._body is None:
            return None
        return self._body if head.text.lower() == "it" or _is_the_voice(sentence, head) else None


def _is_the_voice(sentence: Sentence, head: Token) -> bool:
    """ "the statement", "the spokesman" and nothing more."""
    bare = all(child.dep == "det" and child.text.lower() == "the" for child in sentence.children(head))
    return bare and bool(sentence.children(head)) and cue_table().helps("voice", head.lemma.lower())
