"""Repairs what parsers tear apart where grammar leaves no choice; knows no parser.

Each module mends one kind of tear, in place, by the words and the tree alone; their order is that of `REPAIRS`.
"""

from __future__ import annotations

from collections.abc import Callable

from kgexport.annotate.language.repairs.adjectives import with_adjectives
from kgexport.annotate.language.repairs.asides import with_asides
from kgexport.annotate.language.repairs.beside import with_names_beside
from kgexport.annotate.language.repairs.clauses import with_clauses
from kgexport.annotate.language.repairs.coasts import with_coasts
from kgexport.annotate.language.repairs.contests import with_contests
from kgexport.annotate.language.repairs.days import with_days, with_second_passives
from kgexport.annotate.language.repairs.deprived import with_deprived
from kgexport.annotate.language.repairs.lists import with_lists
from kgexport.annotate.language.repairs.makers import with_makers
from kgexport.annotate.language.repairs.nearest import with_nearest
from kgexport.annotate.language.repairs.passives import (
    with_counted,
    with_finite_verb,
    with_passives_behind,
    with_shared_passives,
)
from kgexport.annotate.language.repairs.planned import with_planned
from kgexport.annotate.language.repairs.prefixes import with_prefixes
from kgexport.annotate.language.repairs.pronoun_names import with_pronoun_names
from kgexport.annotate.language.repairs.subjects import with_subjects
from kgexport.annotate.language.repairs.titled import with_titled
from kgexport.annotate.language.repairs.uttered import with_uttered
from kgexport.annotate.language.repairs.verbs import with_verbs
from kgexport.annotate.language.repairs.works import with_works
from kgexport.model import Token

REPAIRS: tuple[Callable[[list[Token]], None], ...] = (
    with_finite_verb,
    with_pronoun_names,
    with_prefixes,
    with_adjectives,
    with_titled,
    with_works,
    with_lists,
    with_verbs,
    with_coasts,
    with_contests,
    with_makers,
    with_planned,
    with_uttered,
    with_clauses,
    with_asides,
    with_days,
    with_second_passives,
    with_names_beside,
    with_deprived,
    with_counted,
    with_passives_behind,
    with_shared_passives,
    with_subjects,
    with_nearest,
)


def repaired(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens of a sentence, its tree mended."""
    found = list(tokens)
    for repair in REPAIRS:
        repair(found)
    return tuple(found)
