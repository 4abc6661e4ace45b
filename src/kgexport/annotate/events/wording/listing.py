"""Lists for the name of an event who plays a role, as the text puts them; knows entities, no verb."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.lexicon import lexicon
from kgexport.annotate.events.sameness.merging import Merged
from kgexport.annotate.events.wording.phrases import article, count
from kgexport.annotate.events.wording.wording import owned
from kgexport.annotate.values.numbers import parse
from kgexport.model import BlockKind, Entity, Role, RoleName, Sentence, Token

_MOST, _WIDE = 3, 40
"""Names that a name shows where there are more, and characters of four that are still shown."""
_LOOSE = frozenset(
    "more many several few most other further additional numerous countless various some all both".split()
)
"""Words that say roughly how many."""


def listed(event: Merged, roles: Iterable[Role], name: RoleName, entities: dict[str, Entity]) -> str:
    """The names of who plays a role among `roles`: "Peru, Chile and Brazil"."""
    players = [role for role in roles if role.name is name and role.filler in entities]
    if all(event.best.sentence.span.covers(role.mention.span) for role in players):
        players.sort(key=lambda role: role.mention.span)
    played = {role.filler: role for role in players}
    doers = [r for r in event.roles if r.name is RoleName.AGENT and r.filler in entities]
    getting = event.best.trigger.pattern.frame in ("get", "prize") and name is RoleName.OBJECT
    doers = doers or [r for r in event.roles if getting and r.name is RoleName.RECIPIENT and r.filler in entities]
    agents = {entities[role.filler].name for role in doers}
    shown = [_with_article(event, role, entities[key].name, agents) for key, role in played.items()]
    shown = list(dict.fromkeys(shown))
    if (example := _examples(event, list(played.values()))) and len(shown) == len(played):
        first, word = example
        return f"{_series(shown[:first])} {word} {_series(shown[first:])}"
    if len(shown) > _MOST + 1 or (len(shown) > _MOST and sum(map(len, shown)) > _WIDE):
        shown = [*shown[:_MOST], "others"]
    if name is RoleName.LOCATION and not _are_joined(event, list(played.values())):
        return ", ".join(shown)
    return _series(shown)


def _series(shown: list[str]) -> str:
    """Names as a list: "Peru, Chile and Brazil"."""
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}" if shown else ""


def _examples(event: Merged, roles: list[Role]) -> tuple[int, str] | None:
    """Which of the roles is the first that is only named among others, and by which word: "banks such as Acme"."""
    for at, (before, role) in enumerate(itertools.pairwise(roles[: 2 * _MOST]), 1):
        between = [
            t.text.lower()
            for t in event.best.sentence.tokens
            if before.mention.span.end <= t.span.begin and t.span.end <= role.mention.span.begin
        ]
        for words in (("such", "as"), ("like",), ("including",)):
            if tuple(between[: len(words)]) == words or (words == ("including",) and "including" in between[:8]):
                return at, " ".join(words)
    return None


def _are_joined(event: Merged, roles: list[Role]) -> bool:
    """Whether the text joins places: "Peru and Chile", not "the theatre in Bern"."""
    ends = sorted((role.mention.span.begin, role.mention.span.end) for role in roles)
    for draft in event.drafts:
        inside = [t for t in draft.sentence.tokens if ends and ends[0][1] <= t.span.begin < ends[-1][0]]
        if inside and any(t.text.lower() in ("and", "or", "&") for t in inside):
            return True
    return False


def _with_article(event: Merged, role: Role, name: str, agents: set[str]) -> str:
    """What has no name of its own, with the article and the number that the text gives it there."""
    if not role.filler.startswith("nominal:"):
        return name
    for draft in (event.best, *event.drafts):
        for said in draft.roles:
            if said.filler == role.filler and draft.sentence.block is not BlockKind.HEADLINE:
                heads = _heads(draft, said)
                return _shown(draft, heads[0], name, agents) if heads else name
    return name


def _heads(draft: Draft, role: Role) -> list[Token]:
    inside = draft.sentence.tokens_in(role.mention.span)
    return [t for t in inside if not inside[0].i <= t.head <= inside[-1].i or t.head == t.i]


def _shown(draft: Draft, head: Token, name: str, agents: set[str]) -> str:
    sentence = draft.sentence
    if head.pos == "PRON":  # "sold it": the ship that the text told of before
        one = head.text.lower() in ("it", "he", "she", "him", "her") and name[:1].islower() and "'s " not in name
        return f"the {name}" if one and "’s " not in name else name
    if name.startswith("the "):  # "the wounded"
        return name
    if head.pos == "NOUN" and name[:1].isupper() and head.lemma.lower() not in name.lower():
        return name  # "an app called Harbour"
    numbered = parse(name.split(" ")[0].lower().replace("$", "")) is not None
    number = "" if numbered else count(sentence, head) or _roughly(sentence, head)
    words = owned(draft, head, name, agents)
    if words != name or re.match(r"[A-Z][^ ]*( [A-Z][^ ]*)*['’]s? ", name):  # "his daughter", "Peru's minister"
        return words
    pronouns = [t.text.lower() for t in sentence.children(head, "poss") if t.tag == "PRP$" and t.i < head.i]
    if pronouns and "'s" not in name and "’s" not in name:
        return f"{pronouns[0]} {number}{words}"
    whole = article(sentence, head, words if number.strip() in words.lower() else number + words)
    quantity = "" if numbered else _quantity(sentence, head)
    return whole if quantity in whole.lower() else quantity + whole


def _roughly(sentence: Sentence, head: Token) -> str:
    """ "more " in "more bodies"; empty where the text says nothing of that kind."""
    beside = sentence.children(head, "amod", "det", "nummod")
    return next((f"{t.text.lower()} " for t in beside if t.i < head.i and t.text.lower() in _LOOSE), "")


def _quantity(sentence: Sentence, head: Token) -> str:
    """ "thousands of " before "buildings", "a number of " before "conferences"."""
    of = sentence.head(head)
    above = sentence.head(of)
    if head.dep != "pobj" or of.text.lower() != "of" or above.i + 1 != of.i:
        return ""
    if "quantity" not in lexicon().classes_of.get(above.lemma.lower(), ()):
        return ""
    return f"{article(sentence, above, count(sentence, above) + above.form.lower())} of "
