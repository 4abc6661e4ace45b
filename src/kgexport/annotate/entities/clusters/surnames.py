"""Gives surnames and given names to the one person that bears them; two persons of one surname stay two."""

from __future__ import annotations

import itertools
from collections import defaultdict

from kgexport.annotate.entities.clusters.groups import Group, decide
from kgexport.annotate.entities.found import Found
from kgexport.annotate.entities.lexicon import Lexicon, Title, coarse, fold
from kgexport.annotate.entities.references.genders import of_name
from kgexport.model import BlockKind, Sentence

_PLACE_RULES = frozenset(("place-preposition", "place-noun", "place-in-place"))
_BODY_RULES = frozenset(("apposition", "noun-before", "body-noun", "owner", "acquired"))
_PRONOUNS = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}
_MARKS = frozenset(('"', "“", "”", "``", "''", "(", ";"))
_NEAR = 8
"""Tokens after a name in which a pronoun is most likely of the same person."""
_MANY = 20
"""Names of one person, of which the first are asked for the gender."""


class Surnames:
    """Shares out short forms of persons' names in one article."""

    def __init__(self, lexicon: Lexicon, sentences: tuple[Sentence, ...]) -> None:
        self._lexicon = lexicon
        self._sentences = sentences
        self._suffixes = {fold(suffix) for suffix in lexicon.words["name_suffixes"]}

    def share_out(self, forms: dict[str, Group]) -> None:
        """Merge surnames (then given names) into the full names; take out those that name nobody in particular."""
        by_last: dict[str, list[Group]] = defaultdict(list)
        by_first: dict[str, list[Group]] = defaultdict(list)
        for group in forms.values():
            decided = decide(group) if len(group.words) > 1 else None
            if decided and decided[0] == "PER":
                words = [w for w in group.words if w not in self._suffixes]
                for length in range(1, len(words)):
                    by_last[" ".join(words[-length:])].append(group)
                by_first[words[0]].append(group)
                if len(words) > 2:
                    by_first[f"{words[0]} {words[-1]}"].append(group)
        for group in sorted(forms.values(), key=lambda g: len(g.words)):
            bearers = by_last.get(group.key) or by_first.get(group.key)
            bearers = [b for b in bearers or () if b is not group]
            if not bearers and group.key.endswith("s") and group.key[:-1] in by_last:
                del forms[group.key]  # "the Clintons" are no one person
            if bearers:
                self._to_bearer(forms, group, bearers)

    def _to_bearer(self, forms: dict[str, Group], group: Group, bearers: list[Group]) -> None:
        live = [b for b in bearers if b.key in forms]
        if group.key not in forms or not live:
            return
        if len(live) > 1:
            self._among(group, live)
            if not group.members:
                del forms[group.key]
            return
        (bearer,) = live
        gender = self._gender([*bearer.members, *(m for m in group.members if not m.titles)])
        apart = [m for m in group.members if self._is_elsewhere(m) or _is_of_other_gender(m, bearer, gender)]
        decided = decide(group)
        strong = decided is not None and decided[0] != "PER" and decided[2] >= 4.0 and not _may_be_person(group)
        if strong and apart and len(apart) == len(group.members):
            return
        if any(_is_body(m) for m in apart):
            apart = [m for m in group.members if m in apart or self._follows_body(m, apart, bearer)]
        mine = [m for m in group.members if m not in apart]
        group.members = apart
        if mine:
            bearer.person = True
            bearer.merged.append(Group(group.key, mine))
        if not apart:
            del forms[group.key]

    def _is_elsewhere(self, found: Found) -> bool:
        """Whether this mention is a place (or body) by its own context, in spite of the person of that name."""
        context = [e for e in found.evidence if e.rule in _PLACE_RULES and e.cls == "Place"]
        if _is_body(found):
            return True
        person = any(
            e.cls == "Person" and e.weight > 0 and e.rule not in ("authority", "given-name") for e in found.evidence
        )
        known = any(e.rule in ("authority", "gazetteer") and e.cls != "Person" for e in found.evidence)
        return bool(context) and known and not person

    @staticmethod
    def _follows_body(found: Found, bodies: list[Found], bearer: Group) -> bool:
        """Whether the body of that name was spoken of last before a mention, and not the person in full."""
        if found.titles:
            return False
        full = [m.span.begin for m in bearer.members if m.span.begin < found.span.begin]
        last = [m.span.begin for m in bodies if m.span.begin < found.span.begin]
        return not full or (bool(last) and last[-1] > full[-1])

    def _gender(self, names: list[Found]) -> str:
        """m or f by the pronouns close after the names and first in the next sentence; empty where they differ."""
        votes: set[str] = set()
        for member in names[:_MANY]:
            near = self._sentences[member.sentence].tokens[member.end : member.end + _NEAR]
            here = itertools.takewhile(lambda t: t.text not in _MARKS and not t.form[0].isupper(), near)
            after = self._sentences[member.sentence + 1 : member.sentence + 2]
            start = after[0].tokens[:1] if after else ()
            said = [_PRONOUNS[t.form.lower()] for t in (*here, *start) if t.form.lower() in _PRONOUNS]
            votes |= set(said)
        return votes.pop() if len(votes) == 1 else ""

    def _among(self, group: Group, bearers: list[Group]) -> None:
        """Give a surname of several to the one of the same title, or the only one named so far; else to nobody."""
        titles = [{t for m in bearer.all_members() for t in m.titles} for bearer in bearers]
        genders = [of_name(bearer.members[0].text) for bearer in bearers]
        begins = [min(m.span.begin for m in bearer.members) for bearer in bearers]
        given: set[str] = set()
        for member in sorted(group.members, key=lambda m: m.span.begin):
            fitting = [b for b, known in zip(bearers, titles, strict=True) if _same_title(member, known)]
            said = member.titles[-1].gender if member.titles else "-"
            if not fitting and said != "-":
                fitting = [b for b, gender in zip(bearers, genders, strict=True) if gender == said]
            if not fitting and not member.titles and self._sentences[member.sentence].block is not BlockKind.HEADLINE:
                fitting = [b for b, begin in zip(bearers, begins, strict=True) if begin < member.span.begin]
            if len(fitting) > 1:
                fitting = _established(member, fitting, given)
            if len(fitting) == 1:
                given.add(fitting[0].key)
                fitting[0].person = True
                fitting[0].merged.append(Group(group.key, [member]))
        group.members = []


def _established(found: Found, fitting: list[Group], known: set[str]) -> list[Group]:
    """The only one who was called by the surname alone before, and last by the full name; the others only once at all.

    `known`: keys of those who were called so.
    """
    named = sorted((m.span.begin, b.key) for b in fitting for m in b.members if m.span.begin < found.span.begin)
    main = [b for b in fitting if b.key in known]
    aside = all(len(b.members) == 1 for b in fitting if b.key not in known)
    return main if len(known) == len(main) == 1 and aside and named[-1][1] == main[0].key else fitting


def _is_body(found: Found) -> bool:
    """Whether a mention is a body by its own context: "Ford, the carmaker", "Ford shares"."""
    return not found.titles and any(e.rule in _BODY_RULES and coarse(e.cls) == "ORG" for e in found.evidence)


def _is_of_other_gender(found: Found, bearer: Group, said: str) -> bool:
    """Whether "Mrs X" cannot be the bearer: the article says "he" of him, or gives him a title of a man."""
    gender = found.titles[-1].gender if found.titles else "-"
    if gender == "-":
        return False
    own = {t.gender for m in bearer.members for t in m.titles} - {"-"}
    return gender not in own if own else (said or of_name(bearer.members[0].text)) not in ("", gender)


def _may_be_person(group: Group) -> bool:
    return any(e.cls == "Person" and e.weight > 0 for e in group.evidence())


def _same_title(member: Found, titles: set[Title]) -> bool:
    """Whether a title before a surname is one of a person's own, or of the only gender of them."""
    if not member.titles:
        return False
    own = member.titles[-1]
    if any(t.text.lower() == own.text.lower() for t in titles):
        return True
    return own.gender != "-" and {t.gender for t in titles} - {"-"} == {own.gender}
