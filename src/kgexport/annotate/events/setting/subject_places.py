"""Finds the events that a place inside the subject, or behind a verb that is no event, is told of; knows no place."""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft, Owners
from kgexport.annotate.events.groups import group_of
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.setting.site_nouns import is_site
from kgexport.annotate.events.setting.subject_events import STRIKING, subject_event
from kgexport.annotate.events.setting.tables import setting_words
from kgexport.model import RoleName, Sentence, Token

_LOCAL = {"court", "jury", "judge", "police", "prosecutor", "tribunal", "magistrate"}
"""Subjects that act where they are: "a court in Lyon sentenced"."""
_LOCAL_TYPES = {"strike", "demonstration", "riot", "hunger-strike"}
"""Types that take place where those who do it are: "workers in Hull went on strike"."""
_INTO = {"into", "onto"}
_DEEPEST = 4


def by_subject(sentence: Sentence, preposition: Token, owners: Owners) -> list[Draft]:
    """By the subject that stands there, where it acts where it is; or by the verb behind a noun that struck there."""
    word = preposition.lemma.lower()
    for _ in range(_DEEPEST):
        above = sentence.head(preposition)
        if above.dep in ("nsubj", "nsubjpass"):
            verb = sentence.head(above)
            joined = [t for t in sentence.children(verb, "conj") if not sentence.children(t, "nsubj", "nsubjpass")]
            aims = [t for t in sentence.children(verb, "xcomp") if t.i in owners]
            aims = [t for t in aims if verb.i not in owners or owners[t.i].type in _LOCAL_TYPES]  # "voted to strike"
            drafts = [owners[t.i] for t in (verb, *joined, *aims) if t.i in owners]
            told = [d for d in drafts if d.trigger.pattern.verb]
            return [d for d in told if _acts_where_it_is(above, d) or _suffers_where_it_is(above, d)]
        if above.pos == "VERB" and above.i not in owners:
            struck = _struck(sentence, above, word, owners)
            return [struck] if struck else []
        if above.dep not in ("pobj", "dobj", "nmod", "npadvmod") or above.i == preposition.i:
            return []
        preposition = above if above.dep in ("dobj", "npadvmod") else sentence.head(above)
    return []


def _acts_where_it_is(subject: Token, draft: Draft) -> bool:
    noun, lists = subject.lemma.lower(), setting_words()
    local = noun in _LOCAL and group_of(draft.type) in ("justice", "coercion")
    helps = noun in lists["aiding"] and draft.type in lists["aid"]
    return local or helps or draft.type in _LOCAL_TYPES


def _suffers_where_it_is(subject: Token, draft: Draft) -> bool:
    """Whether a building or site is what it happens to: "a bridge in Lima collapsed"."""
    suffered = any(r.name is RoleName.OBJECT and r.mention.span.overlaps(subject.span) for r in draft.roles)
    return suffered and is_site(subject)


def _struck(sentence: Sentence, verb: Token, word: str, owners: Owners) -> Draft | None:
    """The noun that a verb without an event of its own says this of: "a blast ripped through a plant in X"."""
    draft = subject_event(sentence, verb, owners)
    if draft is None or (word in _INTO and sentence.children(verb, "dobj")):
        return None
    carried = any(s.noun == "subject" and s.subject != "harm" for s in lexicon().support.get(verb.lemma, ()))
    return draft if carried or group_of(draft.type) in STRIKING else None


def watcher(sentence: Sentence, preposition: Token, owners: Owners) -> Draft | None:
    """Who watched what happened from some place: "watched the launch from X"; not "saw people from X"."""
    above = sentence.head(preposition)
    verb = sentence.head(above) if above.dep == "dobj" else above
    event = above.i in owners and owners[above.i].trigger.head.i == above.i
    found = owners.get(verb.i)
    if found is None or found.type != "perception" or verb.lemma not in setting_words()["watched"]:
        return None
    return found if event or verb.i == above.i else None
