"""Finds where the roles of an event stand in its sentence, and the words of those who are no entity, for its name."""

from __future__ import annotations

from kgexport.annotate.events.clause import counted
from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.wording.phrases import article, complement, count, of, own_words, phrase
from kgexport.model import Role, RoleName, Token

_CLAUSES = ("clause", "infinitive", "purpose")
_SLOTS = ("to", "from", "by", "in", "on", "at", "against", "into", "with", "for", "over")
PREPOSITIONS = {"in", "on", "at", "against", "to", "from", "into", "with", "for"}
_NUMBERS = ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY")


def preposition_of(draft: Draft, name: RoleName) -> str:
    """The preposition before who or what plays a role: "in" in "invests in"; empty where there is none."""
    spans = [role.mention.span for role in draft.roles if role.name is name]
    plain = [t for slot in ("object", "dative") for t in draft.trigger.slots.get(slot, ())]
    if any(token.span.overlaps(span) for token in plain for span in spans):
        return ""
    for slot in _SLOTS:
        if any(token.span.overlaps(span) for token in draft.trigger.slots.get(slot, ()) for span in spans):
            return slot
    return ""


def is_beside(role: Role, draft: Draft) -> bool:
    """Whether who plays a role stands beside the verb, and not inside a phrase ("prevents a rally by students").

    What stands in the clause that the name tells anyway does not either ("refuses to extradite X").
    """
    if role.name not in (RoleName.OBJECT, RoleName.RECIPIENT) or not draft.trigger.pattern.verb:
        return True
    if role not in draft.roles:
        return True
    span, slots = role.mention.span, draft.trigger.slots
    if complement(draft):
        for clause in slots.get("clause", ())[:1]:
            if any(token.span.overlaps(span) for token in draft.sentence.subtree(clause)):
                return False
    beside = [token for name, tokens in slots.items() if name not in _CLAUSES for token in tokens]
    return any(span.overlaps(token.span) or _is_part(draft, token, role) for token in beside)


def _is_part(draft: Draft, token: Token, role: Role) -> bool:
    """Whether a phrase has the one who plays the role for its land or its number: "Turkish troops"."""
    inside = draft.sentence.tokens_in(role.mention.span)
    above = {head.i for word in inside for head in draft.sentence.ancestors(word)[:2]}
    describes = all(word.dep in ("amod", "compound", "poss", "nmod", "appos") for word in inside[-1:])
    return token.i in above and (describes or "quantity" in lexicon().classes_of.get(token.lemma.lower(), ()))


def unnamed(draft: Draft) -> str:
    """The words of an object that is no entity: "the partnership" in "strengthen the partnership"."""
    if not draft.trigger.pattern.verb:
        return ""
    taken = {word.i for word in own_words(draft)}
    taken |= {word.i for role in draft.roles for word in draft.sentence.tokens_in(role.mention.span)}
    for slot in ("object", "attr", "for"):
        for token in draft.trigger.slots.get(slot, ()):
            token = counted(draft.sentence, token) if token.label in _NUMBERS else token
            if token.pos in ("NOUN", "PROPN", "NUM") and token.i not in taken and token.label not in _NUMBERS:
                lead = "for " if slot == "for" and draft.trigger.words[-1].lemma != "for" else ""
                words = count(draft.sentence, token) + phrase(draft.sentence, token) + of(draft.sentence, token)
                return lead + article(draft.sentence, token, words)
    return ""


def became(draft: Draft) -> str:
    """What somebody became: "the mayor"; empty for other events."""
    return unnamed(draft) if draft.trigger.slots.get("attr") else ""


def owned(draft: Draft, head: Token, name: str, agents: set[str]) -> str:
    """A name with the pronoun of the text for its owner, where that is who acts: "his daughter", not "Karl Holm's"."""
    owners = [t for t in draft.sentence.children(head, "poss") if t.pos == "PRON"]
    for agent in sorted(agents):
        rest = name.removeprefix(agent)
        if owners and rest != name and rest[:3] in ("'s ", "’s "):
            return f"{owners[0].text.lower()} {rest[3:]}"
    return name


def doer(draft: Draft) -> str:
    """The words for who does it without a name: "the rebels"."""
    subjects = draft.trigger.slots.get("subject", ())
    heads = [counted(draft.sentence, token) for token in subjects]
    words = ((t, count(draft.sentence, t) + phrase(draft.sentence, t)) for t in heads if _is_telling(t))
    return next((article(draft.sentence, t, said) for t, said in words), "")


def _is_telling(token: Token) -> bool:
    """Whether a word names somebody: not "Inc." and the like, and no pronoun."""
    return token.pos in ("NOUN", "PROPN") and not token.text.endswith(".")
