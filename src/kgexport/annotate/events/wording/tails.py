"""Words that stand behind a verb in the name of an event: whereto, with what, to do what; knows no roles' names."""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.filling.offices import OFFICES
from kgexport.annotate.events.finding.other_acts import OTHER
from kgexport.annotate.events.wording.phrases import clipped, of, own_words
from kgexport.annotate.events.wording.wording import PRONOUNS, whole_noun, with_owner
from kgexport.model import Role, RoleName

_SETTING = frozenset(
    "in on at by during after before since until amid about as than per of under between among within throughout "
    "despite without like following including".split()
)
"""Prepositions that mostly say when, where or how."""
_NEAR = 4
_KEPT_FROM = {"from", "of", "into", "for"}
"""What stands before what the object does or is blamed for: "prevented X from leaving", "convicted X of lying"."""


def told_person(draft: Draft) -> str:
    """Whom somebody tells something who is no entity: "him", "a news conference"; "people" where the text is silent."""
    for slot in ("dative", "object"):
        for token in draft.trigger.slots.get(slot, ()):
            if token.text.lower() in PRONOUNS | {"me", "us", "you"}:
                return token.text.lower()
            if token.pos in ("NOUN", "PROPN"):
                return whole_noun(draft.sentence, token)
    return ""


def behind(draft: Draft) -> str:
    """The phrase right behind a verb that says whereto, with what or for what: "to a hospital", "for 205 yards"."""
    last, sentence = max(word.i for word in own_words(draft)), draft.sentence
    taken = {w.i for r in draft.roles if r.name is not RoleName.LOCATION for w in sentence.tokens_in(r.mention.span)}
    taken |= {token.i for token in draft.trigger.slots.get("subject", ())}
    for word in {w.i: w for w in (draft.trigger.head, *own_words(draft))}.values():
        for preposition in sentence.children(word, "prep", "dative"):
            if not 0 < preposition.i - last <= _NEAR or preposition.text.lower() in _SETTING:
                continue
            for noun in sentence.children(preposition, "pobj")[:1]:
                if noun.pos not in ("NOUN", "PROPN") or noun.i in taken or noun.label in ("DATE", "TIME"):
                    return ""
                return f"{preposition.text.lower()} {with_owner(sentence, noun)}{of(sentence, noun)}"
    return ""


def told_on(draft: Draft) -> str:
    """All that stands behind a verb of no finer type, in the words of the text: "ahead of their duties"."""
    sentence, last = draft.sentence, max(word.i for word in draft.trigger.words)
    words = [t for t in sentence.subtree(draft.trigger.head) if t.i > last]
    ends = (t.i for t in words if t.dep in ("conj", "cc", "advcl", "punct") and t.head == draft.trigger.head.i)
    end = next(ends, words[-1].i + 1 if words else 0)
    return clipped([t for t in words if t.i < end]) if draft.type == OTHER else ""


def controlled(draft: Draft) -> str:
    """What the object does or did, in the words of the text, shortened: "to take refuge", "from building a gate"."""
    sentence, head = draft.sentence, draft.trigger.head
    last = max(word.i for word in own_words(draft))
    for child in sentence.children(head, "xcomp", "ccomp"):
        if child.i > last and child.tag == "VB" and any(t.tag == "TO" for t in sentence.children(child, "aux")):
            own = {w.i for subject in sentence.children(child, "nsubj") for w in sentence.subtree(subject)}
            return clipped([t for t in sentence.subtree(child) if t.i > last and t.i not in own])
    for preposition in sentence.children(head, "prep"):
        if preposition.i > last and preposition.text.lower() in _KEPT_FROM:
            for clause in sentence.children(preposition, "pcomp")[:1]:
                return clipped([preposition, *sentence.subtree(clause)])
    return ""


def office(draft: Draft) -> str:
    """The office that somebody gets, or the part: "coach of the Lions", "as the new Inspector Holm"."""
    last = max(word.i for word in own_words(draft))
    for name in ("attr", "as", "object") if draft.type in OFFICES else ():
        for token in draft.trigger.slots.get(name, ()):
            lead = draft.sentence.head(token)
            played = any(
                role.mention.span.overlaps(token.span) and role.name is RoleName.OBJECT for role in draft.roles
            )
            if token.i > last and not played and token.pos in ("NOUN", "PROPN"):
                told = clipped(draft.sentence.subtree(token))
                return f"as {told}" if lead.text.lower() == "as" and lead.i > last else told
    return ""


def is_of_office(role: Role, draft: Draft) -> bool:
    """Whether a participant is named by the office: "chief of Acme" says that it is Acme's."""
    if draft.type not in OFFICES or role.name is not RoleName.PARTICIPANT:
        return False
    slots, sentence, span = draft.trigger.slots, draft.sentence, role.mention.span
    inside = [t for name in ("attr", "object", "as") for t in slots.get(name, ()) if not t.span.overlaps(span)]
    parts = [t for t in slots.get("as", ()) if t.span.overlaps(span)]
    return bool(parts) or any(w.span.overlaps(span) for t in inside for w in sentence.subtree(t))


def led(draft: Draft) -> str:
    """What stands behind the preposition that ends the pattern, where it is no noun: "as suspicious"."""
    last = own_words(draft)[-1]
    found = draft.sentence.children(last, "amod", "acomp", "advmod", "pcomp") if last.dep == "prep" else []
    return clipped(draft.sentence.subtree(found[0])) if found else ""


def destination(draft: Draft) -> str:
    """Where the object goes: "to a hospital"."""
    found = behind(draft)
    return found if found.startswith(("to ", "into ", "onto ")) else ""


def needed(draft: Draft, *, objects: bool = False) -> str:
    """The phrase that makes the verb mean what it does here: "with injuries" in "left her with injuries"."""
    for need in draft.trigger.pattern.needs:
        for token in draft.trigger.slots.get(need.slot, ()) if need.words and not need.negated else ():
            named = token.lemma.lower() in need.words or token.text.lower() in need.words
            if token.i in {word.i for word in draft.trigger.words}:
                continue
            if named and objects and need.slot == "object" and token.i > draft.trigger.head.i:  # "took on the role"
                return with_owner(draft.sentence, token)
            lead = draft.sentence.head(token)
            inside = draft.trigger.pattern.words[1:]
            if named and lead.text.lower() == need.slot and lead.i > draft.trigger.head.i and need.slot not in inside:
                return f"{need.slot} {with_owner(draft.sentence, token)}"
    return told_on(draft) if objects else ""
