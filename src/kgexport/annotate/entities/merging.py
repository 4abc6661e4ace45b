"""Decides which forms of names name the same thing in one article; two persons of one surname stay two."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Callable

from kgexport.annotate.entities.found import Found
from kgexport.annotate.entities.groups import Group, by_form, decide
from kgexport.annotate.entities.lexicon import LANDS, Lexicon, Title
from kgexport.authority.base import Candidate
from kgexport.model import Sentence

_SMALL = frozenset("of the and for de la & in on to".split())
_PLACE_RULES = frozenset(("place-preposition", "place-noun", "place-in-place"))


class Merger:
    """Makes the groups of one article."""

    def __init__(
        self, lexicon: Lexicon, candidates: Callable[[str], tuple[Candidate, ...]], sentences: tuple[Sentence, ...]
    ) -> None:
        self._lexicon = lexicon
        self._candidates = candidates
        self._sentences = sentences
        self.identities: dict[int, str] = {}

    def groups(self, found: list[Found]) -> list[Group]:
        """All groups, those of one thing merged, in order of their first name."""
        forms = by_form(found)
        self._same_identity(forms)
        self._acronyms(forms)
        self._persons(forms)
        self._short_bodies(forms)
        return sorted(forms.values(), key=lambda g: min(m.span for m in g.all_members()))

    @staticmethod
    def _merge(forms: dict[str, Group], into: Group, group: Group) -> None:
        into.merged.append(group)
        del forms[group.key]

    def _same_identity(self, forms: dict[str, Group]) -> None:
        """Forms that the authority knows as one thing; "Republic of X" is X."""
        by_id: dict[str, Group] = {}
        for group in list(forms.values()):
            text = group.members[0].text
            first = next(iter(self._candidates(text)), None)
            if first is None and (short := self._without_prefix(text)):
                first = next((c for c in self._candidates(short) if c.types[0] in LANDS), None)
                if first is not None:
                    group.members[0].add("Country", 4.0, "country-prefix")
            if first is None or (first.types[0] not in LANDS and not self._is_certain(group, first)):
                continue
            if first.id in by_id and decide(by_id[first.id]) and by_id[first.id].key in forms:
                self._merge(forms, by_id[first.id], group)
            else:
                by_id[first.id] = group

    def _is_certain(self, group: Group, candidate: Candidate) -> bool:
        decided = decide(group)
        return decided is not None and candidate.matched != "short" and " " in group.members[0].text + candidate.name

    def _without_prefix(self, text: str) -> str:
        for prefix in self._lexicon.words["country_prefixes"]:
            if text.startswith(prefix + " "):
                return text[len(prefix) + 1 :].removeprefix("the ")
        return ""

    def _acronyms(self, forms: dict[str, Group]) -> None:
        """ "Full Name (FN)" beside each other, else the initials of exactly one long name."""
        initials: dict[str, list[Group]] = defaultdict(list)
        for group in forms.values():
            words = [w for w in re.split(r"[\s-]+", group.key) if w]
            for taken in ([w for w in words if w not in _SMALL], words):
                if len(taken) > 1 and group not in initials["".join(w[0] for w in taken)]:
                    initials["".join(w[0] for w in taken)].append(group)
        beside = self._beside(forms)
        for group in list(forms.values()):
            text = group.members[0].text.replace(".", "")
            if " " in text or sum(c.isupper() for c in text) < 2 or len(text) < 2:
                continue
            long = beside.get(group.key) or initials.get(text.lower(), [])
            if len(long) == 1 and long[0].key in forms and long[0] is not group and " " in long[0].key:
                decided = decide(long[0])
                if decided is None or decided[0] != "PER":
                    if decided is None or decided[0] == "ORG":
                        long[0].members[0].add("Organization", 1.5, "acronym-of")
                    self._merge(forms, long[0], group)

    def _beside(self, forms: dict[str, Group]) -> dict[str, list[Group]]:
        """Acronyms in brackets right after a name that their letters come from."""
        found: dict[str, list[Group]] = {}
        ordered = sorted((m for g in forms.values() for m in g.members), key=lambda m: m.span)
        for left, right in itertools.pairwise(ordered):
            if left.sentence != right.sentence or right.first != left.end + 1:
                continue
            bracket = self._sentences[left.sentence].tokens[left.end].text
            letters = iter(left.key.replace(" ", "").replace("-", ""))
            if bracket in "([" and " " not in right.key and all(c in letters for c in right.key.replace("-", "")):
                found.setdefault(right.key, [forms[left.key]])
        return found

    def _persons(self, forms: dict[str, Group]) -> None:
        """Surnames (then given names) to the one person that bears them."""
        by_last: dict[str, list[Group]] = defaultdict(list)
        by_first: dict[str, list[Group]] = defaultdict(list)
        for group in forms.values():
            decided = decide(group) if len(group.words) > 1 else None
            if decided and decided[0] == "PER":
                words = [w for w in group.words if w not in self._lexicon.words["name_suffixes"]]
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
            self._share_out(group, live)
            if not group.members:
                del forms[group.key]
            return
        apart = [m for m in group.members if self._is_elsewhere(m)]
        decided = decide(group)
        strong = decided is not None and decided[0] != "PER" and decided[2] >= 4.0 and not self._may_be_person(group)
        if strong and apart and len(apart) == len(group.members):
            return
        if apart and len(apart) < len(group.members):
            rest = Group(group.key, [m for m in group.members if m not in apart])
            group.members = apart
            live[0].person = True
            live[0].merged.append(rest)
            return
        if not apart:
            live[0].person = True
            self._merge(forms, live[0], group)

    def _may_be_person(self, group: Group) -> bool:
        return any(e.cls == "Person" and e.weight > 0 for e in group.evidence())

    def _is_elsewhere(self, found: Found) -> bool:
        """Whether this mention is a place (or body) by its own context, in spite of the person of that name."""
        context = [e for e in found.evidence if e.rule in _PLACE_RULES and e.cls == "Place"]
        person = any(
            e.cls == "Person" and e.weight > 0 and e.rule not in ("authority", "given-name") for e in found.evidence
        )
        known = any(e.rule in ("authority", "gazetteer") and e.cls != "Person" for e in found.evidence)
        return bool(context) and known and not person

    def _share_out(self, group: Group, bearers: list[Group]) -> None:
        """Give a surname of several persons to the one with the same title or gender; else it names nobody."""
        titles = [{t for m in bearer.all_members() for t in m.titles} for bearer in bearers]
        for member in group.members:
            fitting = [b for b, known in zip(bearers, titles, strict=True) if _same_title(member, known)]
            if len(fitting) == 1:
                fitting[0].person = True
                fitting[0].merged.append(Group(group.key, [member]))
        group.members = []

    def _short_bodies(self, forms: dict[str, Group]) -> None:
        """ "the Church" after "Church of X", "Namazgah" after "Namazgah mosque"; a bare "Council" names nothing."""
        by_word: dict[str, list[Group]] = defaultdict(list)
        decided = {key: decide(group) for key, group in forms.items()}
        for key, group in forms.items():
            result = decided[key]
            if len(group.words) > 1 and result and result[0] in ("ORG", "LOC", "PROD"):
                for word in {group.words[0], group.words[-1]}:
                    by_word[word].append(group)
        for key, group in list(forms.items()):
            if len(group.words) != 1:
                continue
            common = key in self._lexicon.organisations or key in self._lexicon.facilities
            longer = [g for g in by_word.get(key, ()) if g.key in forms]
            known = any(e.rule in ("authority", "gazetteer") for e in group.evidence())
            if len(longer) == 1 and not known and (common or self._is_kernel(group, longer[0])):
                self._merge(forms, longer[0], group)
            elif common and not known:
                del forms[key]

    def _is_kernel(self, group: Group, longer: Group) -> bool:
        """Whether a single word is the name proper of a longer one: Namazgah of "Namazgah mosque"."""
        rest = longer.words[1:] if longer.words[0] == group.key else longer.words[:-1]
        result = decide(group)
        kind = " ".join(rest) in self._lexicon.facilities or " ".join(rest) in self._lexicon.organisations
        return kind and longer.words[0] == group.key and (result is None or result[2] < 4.0)


def _same_title(member: Found, titles: set[Title]) -> bool:
    """Whether a title before a surname is one of a person's own, or of the only gender of them."""
    if not member.titles:
        return False
    own = member.titles[-1]
    if any(t.text.lower() == own.text.lower() for t in titles):
        return True
    return own.gender != "-" and {t.gender for t in titles} - {"-"} == {own.gender}
