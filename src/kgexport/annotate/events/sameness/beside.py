"""Finds the words that tell of the same act as the verb beside them; knows one telling at a time and makes no event.

"One report said": the report is the saying. "…," she said, adding, "…": she goes on. "Convicted of arson and robbery".
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.finding.statements import is_saying_noun
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.speech.cues import cue_table
from kgexport.model import Token

_QUOTES = frozenset(('"', "“", "``", "'", "‘"))
_NEAREST = 2
"""How many words behind the participle the quotation begins."""


def words_beside(draft: Draft, told: Collection[int]) -> Iterator[Token]:
    """The words, none of which is a mention already; `told`: where mentions begin."""
    if not draft.trigger.pattern.verb:
        return
    found = [*_sources(draft), *_going_on(draft), *_deeds(draft)]
    yield from (token for token in found if token.span.begin not in told)


def _sources(draft: Draft) -> list[Token]:
    """In "one report said" the report, if no body with a name is meant."""
    subjects = draft.trigger.slots.get("subject", ()) if draft.trigger.said else ()
    return [t for t in subjects if is_saying_noun(t) and t.i < draft.trigger.head.i]


def _going_on(draft: Draft) -> list[Token]:
    """In '"…," she said, adding, "…"' the second word of telling, of whose words the first one's go on."""
    if draft.trigger.said is None:
        return []
    tokens = draft.sentence.tokens
    found = draft.sentence.children(draft.trigger.head, "advcl")
    going_on = [t for t in found if t.tag == "VBG" and cue_table().helps("besides", t.lemma.lower())]
    return [t for t in going_on if not _QUOTES.isdisjoint(b.text for b in tokens[t.i + 1 : t.i + 1 + _NEAREST])]


def _deeds(draft: Draft) -> list[Token]:
    """In "convicted of arson and robbery" the second deed: one verdict has two counts."""
    if group_of(draft.type) != "justice":
        return []
    deeds = [*draft.trigger.slots.get("of", ()), *draft.trigger.slots.get("with", ())]
    return [t for t in deeds if t.dep == "conj" and t.pos == "NOUN" and t.lemma.lower() in lexicon().nouns]
