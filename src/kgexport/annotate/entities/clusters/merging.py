"""Decides which forms of names name the same thing in one article; two persons of one surname stay two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from kgexport.annotate.entities.clusters.acronyms import beside_names, by_initials, is_other_acronym
from kgexport.annotate.entities.clusters.branches import branches, models
from kgexport.annotate.entities.clusters.groups import Group, by_form, decide
from kgexport.annotate.entities.clusters.nicknames import with_nicknames
from kgexport.annotate.entities.clusters.short_names import (
    is_headlined,
    is_kernel,
    is_last_word,
    is_same_company,
    is_short_company,
    is_short_team,
    is_town_of_team,
    may_be_company,
    without_suffix,
)
from kgexport.annotate.entities.clusters.surnames import Surnames
from kgexport.annotate.entities.clusters.variants import (
    core_of_area,
    is_of_body,
    is_plain_company,
    is_team_word,
    is_water,
    may_be_area,
    police_of,
    singular_of,
    without_arabic_article,
    without_article,
    without_business,
    without_city,
)
from kgexport.annotate.entities.found import Found
from kgexport.annotate.entities.lexicon import LANDS, Lexicon, coarse
from kgexport.authority.base import Candidate
from kgexport.model import BlockKind, Sentence

_STAGING = frozenset(("host", "stage", "be", "have", "welcome", "hold"))
_DIRECTIONS = frozenset(("north", "south", "east", "west"))


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
        found, nicknames = with_nicknames(found, self._sentences)
        forms = by_form(found)
        for nickname, full in nicknames.items():
            if nickname in forms and full in forms:
                forms[full].person = True
                self._merge(forms, forms[full], forms[nickname])
        self._same_identity(forms)
        self._acronyms(forms)
        self._same_company(forms)
        for plain, longer in (*branches(forms, self._sentences), *models(forms)):
            self._merge(forms, plain, longer)
        self._same_but_for_a_noun(forms)
        Surnames(self._lexicon, self._sentences).share_out(forms)
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
            if group.key != group.members[0].own_key:
                continue  # kept apart from others of its name
            first = next(iter(self._candidates(text)), None)
            if first is None and (short := self._without_prefix(text)):
                first = next((c for c in self._candidates(short)[:1] if c.types[0] == "Country"), None)
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

    def _same_company(self, forms: dict[str, Group]) -> None:
        """ "Acme Robotics", "Acme Robotics Inc" and "Acme Robotics, Inc." are one company."""
        by_core: dict[str, list[Group]] = defaultdict(list)
        for group in forms.values():
            if core := without_suffix(group.words):
                by_core[core].append(group)
        for core, suffixed in by_core.items():
            plain = forms.get(core)
            into = plain if plain is not None and plain not in suffixed and may_be_company(plain) else suffixed[0]
            for group in suffixed:
                if group is not into:
                    self._merge(forms, into, group)

    def _same_but_for_a_noun(self, forms: dict[str, Group]) -> None:
        """ "Aceh province" and "Aceh", "Oslo Police Department" and "Oslo PD", "MacBook Pros" and "MacBook Pro"."""
        police: dict[str, Group] = {}
        for group in list(forms.values()):
            if group.key not in forms:
                continue
            area = forms.get(core_of_area(group.words, self._lexicon))
            single = forms.get(singular_of(group)) or forms.get(without_article(group))
            single = single or forms.get(without_city(group, forms))
            plain = forms.get(without_arabic_article(group)) or forms.get(without_business(group, self._lexicon))
            if area is not None and may_be_area(area):
                self._merge(forms, group, area)
            elif single is not None and decide(single):
                self._merge(forms, single, group)
            elif plain is not None and is_of_body(plain):
                self._merge(forms, group, plain)
            elif town := police_of(group.words):
                if town in police:
                    self._merge(forms, police[town], group)
                else:
                    police[town] = group

    def _acronyms(self, forms: dict[str, Group]) -> None:
        """ "Full Name (FN)" beside each other, else the initials of exactly one long name."""
        initials = by_initials(forms)
        beside = beside_names(forms, self._sentences)
        for group in list(forms.values()):
            text = group.members[0].text.replace(".", "")
            if " " in text or sum(c.isupper() for c in text) < 2 or len(text) < 2:
                continue
            long = beside.get(group.key) or initials.get(text.lower(), [])
            if len(long) == 1 and long[0].key in forms and long[0] is not group and " " in long[0].key:
                decided = decide(long[0])
                if group.key not in beside and is_other_acronym(group, long[0]):
                    continue
                if decided is None or decided[0] != "PER":
                    if decided is None or decided[0] == "ORG":
                        long[0].members[0].add("Organization", 1.5, "acronym-of")
                    self._merge(forms, long[0], group)

    def _short_bodies(self, forms: dict[str, Group]) -> None:
        """ "the Church" after "Church of X", "Acme" after "Acme Robotics Inc."; a bare "Council" names nothing."""
        by_word: dict[str, list[Group]] = defaultdict(list)
        for group in forms.values():
            result = decide(group) if len(group.words) > 1 else None
            if result and result[0] in ("ORG", "LOC", "PROD"):
                for word in {w for form in (group, *group.merged) for w in (form.words[0], form.words[-1])}:
                    by_word[word].append(group)
        for key, group in list(forms.items()):
            if len(group.words) == 1:
                self._short_body(forms, group, [g for g in by_word.get(key, ()) if g.key in forms])

    def _short_body(self, forms: dict[str, Group], group: Group, longer: list[Group]) -> None:
        """Put a single word to the only longer name it is short for, or leave it out."""
        common = group.key in self._lexicon.organisations or group.key in self._lexicon.facilities
        if group.key in _DIRECTIONS:
            lands = [g for g in longer if g.words[0] == group.key and (decide(g) or ("", "", 0.0))[1] == "Country"]
            if len(lands) == 1:
                self._merge(forms, lands[0], group)
            else:
                del forms[group.key]
            return
        known = any(e.rule in ("authority", "gazetteer") for e in group.evidence())
        known = known and not (common and len(longer) == 1 and all(self._is_definite(m) for m in group.members))
        headlined = len(longer) == 1 and self._only_in_headline(group) and is_headlined(group, longer[0])
        if common and not known and self._lexicon.organisations.get(group.key, ("",))[0] != "SportsTeam":
            group.members = [m for m in group.members if self._is_definite(m) or not self._in_headline(m)]
            if not group.members:
                del forms[group.key]
                return
        fitting = [g for g in longer if self._is_short_for(group, g)]
        if len(fitting) == 1:
            self._merge(forms, fitting[0], group)
            return
        same = headlined or (len(longer) == 1 and known and not common and is_same_company(group, longer[0]))
        if len(longer) == 1:
            same = same or is_short_company(group, longer[0], self._lexicon) or is_short_team(group, longer[0])
            if is_town_of_team(group, longer[0]) and all(self._acts(m) for m in group.members):
                for member in group.members:
                    member.evidence = [e for e in member.evidence if coarse(e.cls) != "LOC"]
                same = True
        same = same or (len(longer) == 1 and not common and is_last_word(group, longer[0], self._kind_of))
        if same or (len(longer) == 1 and not known and (common or is_kernel(group, longer[0], self._lexicon))):
            self._merge(forms, longer[0], group)
        elif common and not known and not self._is_team(group):
            del forms[group.key]

    def _is_short_for(self, group: Group, longer: Group) -> bool:
        """Whether what the longer name adds says nothing, whatever else is named with the same word."""
        plain = is_plain_company(group, longer, self._lexicon)
        return plain or is_water(group, longer) or is_team_word(group, longer, self._lexicon)

    def _kind_of(self, name: str) -> str:
        return next((coarse(c.types[0]) for c in self._candidates(name)[:1]), "")

    def _is_definite(self, found: Found) -> bool:
        """Whether "the" stands before it: only then does "the Bridge" mean a bridge that was named."""
        tokens = self._sentences[found.sentence].tokens
        return found.first > 0 and tokens[found.first - 1].form.lower() == "the"

    def _acts(self, found: Found) -> bool:
        """Whether a name does something that teams do: the subject of a verb, but for who stages a game."""
        tokens = self._sentences[found.sentence].tokens
        head = next((t for t in tokens[found.first : found.end] if not found.first <= t.head < found.end), None)
        return head is not None and head.dep == "nsubj" and tokens[head.head].lemma not in _STAGING

    def _in_headline(self, found: Found) -> bool:
        return self._sentences[found.sentence].block is BlockKind.HEADLINE

    def _only_in_headline(self, group: Group) -> bool:
        return all(self._in_headline(m) for m in group.all_members())

    def _is_team(self, group: Group) -> bool:
        """ "the Tigers": the plural that a team is known by."""
        cls = self._lexicon.organisations.get(group.key, ("", False))[0]
        return cls == "SportsTeam" and any(e.rule in ("game", "coordination") for e in group.evidence())
