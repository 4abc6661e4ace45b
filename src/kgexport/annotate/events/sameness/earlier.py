"""Tells a happening that went before the story, by its past perfect; knows grammar only, changes nothing.

"Rovers won on Friday. They had beaten Albion before. … the coach enjoyed the victory": that of Friday.
"""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.sameness.merged import Merged

_COMPARED = 6
"""How many drafts of an event are looked at: keeps the work linear."""

_HIGHEST = 5
"""How many words above a noun its verb is looked for: "had beaten Albion in the final"."""


def is_earlier(event: Merged) -> bool:
    """Whether the text tells an event in the past perfect only; not behind "said that", which stands for any past."""
    return all(_is_before(draft) for draft in event.drafts[:_COMPARED] if id(draft) not in event.referring)


def _is_before(draft: Draft) -> bool:
    sentence, own = draft.sentence, draft.trigger.governed
    verb = next((t for t in (own, *sentence.ancestors(own)[:_HIGHEST]) if t.pos == "VERB"), own)
    had = any(t.text.lower() == "had" for t in sentence.children(verb, "aux"))
    return had and verb.tag == "VBN" and verb.dep == "ROOT"
