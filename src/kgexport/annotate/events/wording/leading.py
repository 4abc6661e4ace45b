"""Tells for the names of events what a preposition leads to, what is hit and who only owns it; finds no roles."""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.wording.phrases import own_words
from kgexport.annotate.events.wording.wording import led_by_pattern, whole_noun
from kgexport.model import Role, RoleName, Span

_EXAMPLES = frozenset({"including", "as", "like"})
"""Words before those who are named among others."""
_INNER = ("pobj", "prep", "appos", "compound", "nmod", "poss", "amod")
"""How a word hangs on the noun that it belongs to: "the province of X"."""


def leads_to_place(draft: Draft) -> bool:
    """Whether the preposition of the pattern leads where it was: "broke into a house"."""
    places = [role.mention.span for role in draft.roles if role.name is RoleName.LOCATION]
    return any(token.span.overlaps(span) for token in led_by_pattern(draft) for span in places)


def is_struck(draft: Draft) -> bool:
    """Whether the place is what the verb hits: "flooded the city", not "was submerged in Leeds"."""
    places = [role.mention.span for role in draft.roles if role.name is RoleName.LOCATION]
    hit = {t.i for name in ("object", "subject") for t in draft.trigger.slots.get(name, ())}
    for span in places:
        inside = draft.sentence.tokens_in(span)
        at = inside[-1] if inside else None
        while at is not None and at.i not in hit:
            at = draft.sentence.head(at) if at.dep in _INNER and at.head != at.i else None
        if at is not None:
            return True
    return False


def entered(draft: Draft, place: str) -> str:
    """What somebody checks into, where the place only says where that is: "rehab in Bern"."""
    nouns = led_by_pattern(draft)
    spans = [role.mention.span for role in draft.roles if role.name is RoleName.LOCATION]
    if not nouns or any(nouns[0].span.overlaps(span) for span in spans):
        return place
    return f"{whole_noun(draft.sentence, nouns[0])} in {place}".removesuffix(" in ")


def led_noun(draft: Draft, patient: str) -> str:
    """The noun behind the preposition that ends the pattern, where it is no day and not told yet: "for execution"."""
    last = own_words(draft)[-1]
    nouns = led_by_pattern(draft) if last.pos in ("ADP", "SCONJ") else []
    told = nouns and nouns[0].pos in ("NOUN", "PROPN") and nouns[0].label not in ("DATE", "TIME")
    said = whole_noun(draft.sentence, nouns[0]) if told else ""
    return "" if said.lower() in patient.lower() or nouns[0].text in patient else said


def without_owners(draft: Draft, roles: list[Role]) -> list[Role]:
    """The roles without who stands inside the phrase of another object: "Israel" in "the actions of Israel"."""
    roles = _without_led(draft, roles)
    spans = [r.mention.span for r in roles if r.name is RoleName.OBJECT and r in draft.roles]
    return [role for role in roles if role.mention.span not in spans or not _is_inside(draft, role, spans)]


def _without_led(draft: Draft, roles: list[Role]) -> list[Role]:
    """The roles without what somebody is charged with, beside who is charged: that is no second one of them."""
    led = led_by_pattern(draft) if draft.trigger.pattern.frame == "accuse" else []
    behind = [r for r in roles if r.name is RoleName.OBJECT and any(t.span.overlaps(r.mention.span) for t in led)]
    others = [r for r in roles if r.name is RoleName.OBJECT and r not in behind]
    return [role for role in roles if not others or role not in behind]


def _is_inside(draft: Draft, role: Role, spans: list[Span]) -> bool:
    at = draft.sentence.tokens_in(role.mention.span)[-1]
    others = [span for span in spans if not span.overlaps(role.mention.span)]
    while role.name is RoleName.OBJECT and at.dep in _INNER and at.head != at.i:
        at = draft.sentence.head(at)
        if at.text.lower() in _EXAMPLES:  # "officers, including Karl Holm"
            return False
        if any(at.span.overlaps(span) for span in others):
            return True
    return False
