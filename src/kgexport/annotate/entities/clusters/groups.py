"""Brings together the names that name one thing: same form, same identity, surname, acronym, short form."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from kgexport.annotate.entities.found import Evidence, Found
from kgexport.annotate.entities.lexicon import coarse

LEAST = 1.5
"""Evidence below which a name is left alone."""

Scores = dict[str, float]


@dataclass(slots=True, eq=False)
class Group:
    """Names of one thing."""

    key: str
    members: list[Found]
    merged: list[Group] = field(default_factory=list)
    """Groups of other forms that were taken in."""
    person: bool = False
    """Whether a full name has settled that it is a person, whatever else its short forms may name."""

    def evidence(self) -> Iterable[Evidence]:
        """All evidence of the group's own form and of the forms it took in."""
        for member in self.members:
            yield from member.evidence
        for group in self.merged:
            yield from group.evidence()

    def all_members(self) -> list[Found]:
        """Its names and those of the groups it took in, in order of the text."""
        found = list(self.members)
        for group in self.merged:
            found += group.all_members()
        return sorted(found, key=lambda f: f.span)

    @property
    def words(self) -> list[str]:
        """The folded words of its form."""
        return self.key.split()


# Evidence that a form always brings counts once a form, else a frequent name would outvote its own title.
_ONCE = frozenset(
    "authority gazetteer organisation-word facility-word given-name initial acronym version name-suffix ship".split()
)
_MOST_BY_MODEL = 3.0
_MOST_BY_CUE = 4.0


def scores(evidence: Iterable[Evidence]) -> tuple[Scores, dict[str, Scores]]:
    """Sum the evidence by coarse kind, and by class within it."""
    capped: dict[tuple[str, str], float] = defaultdict(float)
    for item in evidence:
        key = (item.cls, item.rule)
        if item.rule in _ONCE:
            capped[key] = max(capped[key], item.weight, key=abs)
        else:
            capped[key] += item.weight
    kinds: Scores = defaultdict(float)
    classes: dict[str, Scores] = defaultdict(lambda: defaultdict(float))
    for (cls, rule), weight in sorted(capped.items()):
        most = _MOST_BY_MODEL if rule == "model" else 2 * _MOST_BY_CUE if rule in ("title-name", "role-name") else 5.0
        bounded = max(-_MOST_BY_CUE, min(most, weight))
        kinds[coarse(cls)] += bounded
        classes[coarse(cls)][cls] += bounded
    return kinds, classes


def decide(group: Group) -> tuple[str, str, float] | None:
    """Coarse kind, class and total of the best reading; None where the evidence is too weak or speaks for no entity."""
    kinds, classes = scores(group.evidence())
    if group.person:
        return "PER", "Person", max(LEAST, kinds["PER"])
    if not kinds or all(any(e.rule == "gazetteer" and e.cls == "-" for e in m.evidence) for m in group.members):
        return None
    kind = max(sorted(kinds), key=lambda k: kinds[k])
    total = kinds[kind]
    if total < LEAST or kind == "MISC":
        return None
    general = {"Place", "Organization"}
    fine = classes[kind]
    listed = next((e.cls for e in group.evidence() if e.rule == "gazetteer" and e.cls in general), None)
    if listed is not None and coarse(listed) == kind:
        return kind, listed, total
    special = {cls: weight for cls, weight in fine.items() if cls not in general and weight >= 1.0}
    fullest = {e.cls for e in max(group.all_members(), key=lambda m: len(m.text)).evidence}
    by_weight = special or dict(fine)
    cls = max(sorted(by_weight), key=lambda c: (by_weight[c], c in fullest))
    return kind, cls, total


def by_form(found: Iterable[Found]) -> dict[str, Group]:
    """One group a folded form, in order of the text."""
    groups: dict[str, Group] = {}
    for item in found:
        groups.setdefault(item.key, Group(item.key, [])).members.append(item)
    return groups


def printed_forms(members: Iterable[Found]) -> list[str]:
    """The printed forms, the most frequent first (then in order of the text)."""
    counted = Counter(member.text for member in members)
    return sorted(counted, key=lambda text: -counted[text])
