"""Gives one happening the day and place that a clause tells of another; knows no grammar."""

from __future__ import annotations

from kgexport.annotate.events.draft import Draft
from kgexport.annotate.events.setting.tables import setting_words
from kgexport.model import BlockKind, Fired, Role, RoleName, TimeExpression, TimePrecision


def share(one: Draft, other: Draft, rule: str) -> None:
    """What a clause tells once of both: "killed five in Lima on Monday" of the killing and the blast."""
    if one.sentence.block is not BlockKind.HEADLINE and one.standing.real and other.standing.real:
        copy(one, other, f"shared-{rule}")


def copy_times(one: Draft, other: Draft, rule: str) -> None:
    """The days of one for another that has none."""
    lasting = setting_words()["lasting"]  # the first day of an outbreak is not that of a death in it
    if any(True for _ in other.calendar()) or (one.type in lasting and other.type not in lasting):
        return
    for preposition, time in one.calendar():
        if preposition in ("since", "until", "till", "by") or (other.type in lasting and not _is_day(time)):
            continue  # "a war that left 400 dead this year" did not begin then
        other.times.append((preposition, time))
        other.fired.append(Fired("start", rule, time.mention.span))


def _is_day(time: TimeExpression) -> bool:
    return time.value is not None and time.value.precision in (TimePrecision.DAY, TimePrecision.INSTANT)


def copy(one: Draft, other: Draft, rule: str) -> None:
    """The days and places of one for another that has none."""
    copy_times(one, other, rule)
    if not other.role(RoleName.LOCATION):
        for role in one.roles:
            if role.name is RoleName.LOCATION and role.filler not in other.role(*RoleName):
                other.roles.append(Role(RoleName.LOCATION, role.filler, role.mention))
                other.fired.append(Fired("location", rule, role.mention.span))
