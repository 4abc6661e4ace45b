"""Says which long name a word of capitals may stand for: by its initials, or beside it in brackets; merges nothing."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict

from kgexport.annotate.entities.clusters.groups import Group, decide
from kgexport.model import Sentence

_SMALL = frozenset("of the and for de la & in on to".split())


def by_initials(forms: dict[str, Group]) -> dict[str, list[Group]]:
    """The groups by the initials of their names, with the small words and without."""
    initials: dict[str, list[Group]] = defaultdict(list)
    for group in forms.values():
        words = [w for w in re.split(r"[\s-]+", group.key) if w]
        for taken in ([w for w in words if w not in _SMALL], words):
            if len(taken) > 1 and group not in initials["".join(w[0] for w in taken)]:
                initials["".join(w[0] for w in taken)].append(group)
    return initials


def beside_names(forms: dict[str, Group], sentences: tuple[Sentence, ...]) -> dict[str, list[Group]]:
    """Acronyms in brackets right after a name that their letters come from."""
    found: dict[str, list[Group]] = {}
    ordered = sorted((m for g in forms.values() for m in g.members), key=lambda m: m.span)
    for left, right in itertools.pairwise(ordered):
        if left.sentence != right.sentence or right.first != left.end + 1:
            continue
        bracket = sentences[left.sentence].tokens[left.end].text
        letters = iter(left.key.replace(" ", "").replace("-", ""))
        if bracket in "([" and " " not in right.key and all(c in letters for c in right.key.replace("-", "")):
            found.setdefault(right.key, [forms[left.key]])
    return found


def is_other_acronym(group: Group, longer: Group) -> bool:
    """Whether well-known letters are of another kind than the name that begins with them: "AP" is no "Asbury Park"."""
    one, other = decide(group), decide(longer)
    listed = any(e.rule == "gazetteer" and e.cls != "-" for e in group.evidence())
    return listed and one is not None and other is not None and one[0] != other[0]
