"""Finds where the roles of an event stand in its sentence, and the words of those who are no entity, for its name."""

from __future__ import annotations

from kgexport.annotate.events.clause import counted
from kgexport.annotate.events.clause_repairs import feats
from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.wording.phrases import article, clipped, complement, count, of, own_words, phrase, printed
from kgexport.model import Role, RoleName, Sentence, Token

_CLAUSES = ("clause", "infinitive", "purpose")
_SLOTS = ("to", "from", "by", "in", "on", "at", "against", "into", "toward", "towards", "with", "for", "about", "over")
PREPOSITIONS = {"in", "on", "onto", "at", "against", "to", "from", "into", "with", "for"}
_NUMBERS = ("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY")
PRONOUNS = {"him", "her", "it", "them", "himself", "herself", "itself", "themselves"}
_PARTICLES = {"away", "out", "off", "up", "down", "back", "over", "aside", "ahead", "apart", "together", "along"}
_LONGEST_NUMBER = 5


def preposition_of(draft: Draft, name: RoleName) -> str:
    """The preposition before who or what plays a role: "in" in "invests in"; empty where there is none."""
    spans = [role.mention.span for role in draft.roles if role.name is name]
    plain = [t for slot in ("object", "dative") for t in draft.trigger.slots.get(slot, ())]
    if any(token.span.overlaps(span) for token in plain for span in spans):
        return ""
    for slot in _SLOTS:
        inside = [t for token in draft.trigger.slots.get(slot, ()) for t in _with_name(draft, token)]
        if any(token.span.overlaps(span) for token in inside for span in spans):
            return slot
    return ""


def _with_name(draft: Draft, token: Token) -> tuple[Token, ...]:
    """A noun and the name before it: "X" of "said to X television"."""
    return (token, *draft.sentence.children(token, "compound", "nmod"))


def is_beside(role: Role, draft: Draft) -> bool:
    """Whether who plays a role stands beside the verb, and not inside a phrase ("prevents a rally by students").

    What stands in the clause that the name tells anyway does not either ("refuses to extradite X").
    """
    if role.name not in (RoleName.OBJECT, RoleName.RECIPIENT) or not draft.trigger.pattern.verb:
        return True
    if role not in draft.roles:
        return True
    span, slots = role.mention.span, draft.trigger.slots
    for clause in slots.get("clause", ())[:1]:
        if any(token.span.overlaps(span) for token in draft.sentence.subtree(clause)):
            own = draft.sentence.children(clause, "nsubj")  # "helped him leave"
            return not complement(draft) and any(token.span.overlaps(span) for token in own)
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
    if not draft.trigger.pattern.verb or (draft.trigger.pattern.frame == "inform" and complement(draft)):
        return ""
    taken = {word.i for word in own_words(draft)}
    taken |= {word.i for role in draft.roles for word in draft.sentence.tokens_in(role.mention.span)}
    if any(token.i in taken for token in led_by_pattern(draft)):  # "broke into a house and stole a car"
        return ""
    pronoun = ""
    for slot in ("object", "attr", "for"):
        for token in draft.trigger.slots.get(slot, ()):
            token = counted(draft.sentence, token) if token.label in _NUMBERS else token
            if token.i in taken:
                continue
            if token.pos in ("NOUN", "PROPN", "NUM") and token.label not in _NUMBERS and _is_telling(token):
                lead = "for " if slot == "for" and draft.trigger.words[-1].lemma != "for" else ""
                return lead + whole_noun(draft.sentence, token)
            if slot == "object" and token.label in ("MONEY", "PERCENT", "QUANTITY"):
                return _measure(draft.sentence, token)
            if slot == "object" and token.text.lower() in PRONOUNS:
                pronoun = token.text.lower()
    return pronoun


def whole_noun(sentence: Sentence, token: Token) -> str:
    """A noun with article or owner, number, what describes it and its "of": "the start of a process"."""
    return with_owner(sentence, token) + of(sentence, token)


def _measure(sentence: Sentence, token: Token) -> str:
    """A number with its unit: "$20 million", "205 yards"."""
    below = sentence.subtree(token)
    words = [word for word in below if word.i <= token.i or word.pos in ("NUM", "SYM") or word.text in ("and", "to")]
    if token.pos != "NUM" or words[-1].i != words[0].i + len(words) - 1 or words[-1].pos not in ("NUM", "NOUN"):
        words = [word for word in below if word.i <= token.i]
    return printed(words) if len(words) <= _LONGEST_NUMBER + 3 else ""


def pattern_words(draft: Draft) -> list[str]:
    """The words of the pattern with their nouns as the text has them: "throw", "stones"; "pay", "a visit", "to".

    Behind the verb comes its particle, where the pattern has none: "sweep", "away".
    """
    first, *rest = draft.trigger.pattern.words
    head, sentence = draft.trigger.head, draft.sentence
    nouns = [t for t in draft.trigger.words if t.pos in ("NOUN", "PROPN") and t.i > head.i]
    own = next((t.text.lower() for t in draft.trigger.words if t.text.lower() in PRONOUNS), "oneself")
    shown: list[str] = []
    for word in rest:
        noun = next((t for t in nouns if word in (t.lemma.lower(), t.text.lower())), None)
        if noun:
            said = with_owner(sentence, noun)
            while shown and shown[-1] in (*said.lower().split(), "a", "an", "the", "not"):
                said = f"{said.replace('guilty', 'not guilty')}" if shown.pop() == "not" else said
            nouns.remove(noun)
        shown.append(said if noun else own if word == "oneself" else word)
    beside = sentence.children(head, "prt", "advmod")
    particles = [t.text.lower() for t in beside if t.i == head.i + 1 and (t.dep == "prt" or t.text in _PARTICLES)]
    return [first, *(word for word in particles if word not in rest), *shown]


def with_owner(sentence: Sentence, noun: Token) -> str:
    """A noun of a pattern with article or owner: "his knee", "a daytime curfew"."""
    owner = next((t for t in sentence.children(noun, "poss") if t.i < noun.i), None)
    words = count(sentence, noun) + phrase(sentence, noun)
    if owner is None:
        return article(sentence, noun, words)
    if owner.pos == "PRON":
        return f"{owner.text.lower()} {words}"
    inside = [t for t in sentence.subtree(owner) if t.pos != "PUNCT"]
    return f"{printed(inside)} {words}" if len(inside) <= _LONGEST_NUMBER else words


def led_by_pattern(draft: Draft) -> list[Token]:
    """What the preposition leads that ends the pattern: "rehab" in "checked into rehab"."""
    last = own_words(draft)[-1]
    return draft.sentence.children(last, "pobj") if last.i != draft.trigger.head.i else []


def is_stranded(draft: Draft) -> bool:
    """Whether the pattern ends in a preposition that nothing follows: "is disposed of", "the army steps in"."""
    last = draft.trigger.words[-1]
    ends = last.i > draft.trigger.head.i and not draft.sentence.children(last)
    passive = bool(draft.sentence.children(draft.trigger.head, "nsubjpass"))
    return ends and last.dep in (("prep",) if passive else ("prep", "advmod", "prt")) and last.pos != "NOUN"


def became(draft: Draft) -> str:
    """What somebody became: "the mayor", "the first woman to win the cup"; empty for other events."""
    said = unnamed(draft) if draft.trigger.slots.get("attr") else ""
    deeds = [t for noun in draft.trigger.slots.get("attr", ()) for t in feats(draft.sentence, noun)]
    tail = clipped(draft.sentence.subtree(deeds[0])) if said and deeds else ""
    return f"{said} {tail}".strip()


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
    if heads and heads[0].pos == "NUM" and heads[0].label not in _NUMBERS:
        return f"{heads[0].form.lower()} people"
    told = (t for t in heads if t.pos in ("NOUN", "PROPN") and _is_telling(t))
    return next((whole_noun(draft.sentence, token) for token in told), "")


def _is_telling(token: Token) -> bool:
    """Whether a word names somebody: not "Inc." and the like, and no pronoun."""
    return token.pos != "PRON" and not token.text.endswith(".")
