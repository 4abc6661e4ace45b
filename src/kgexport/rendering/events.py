"""The events of an article with the rules that fired, for finding out why one is wrong; knows no grammar."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from kgexport import resources
from kgexport.model import Annotations, Event, Fired, Role, RoleName, Span

_ROW = re.compile(r"(?P<table>[a-z-]+\.tsv):(?P<row>\d+)")
_NAMED = re.compile(r"(?P<table>[a-z-]+\.tsv):(?P<word>[^\d].*)")
_LONGEST = 48
_GAVE = ("trigger", "carrier", "roles", "standing", "merged", "start", "end", "location", "part")
"""In which order the rules of an event are shown."""


def as_event_data(annotations: Annotations) -> list[dict[str, Any]]:
    """Each event with names instead of keys, its times and places, who vouches, and the rules with table and line."""
    names = _names(annotations)
    return [_data(annotations, event, names) for event in annotations.events]


def _data(annotations: Annotations, event: Event, names: dict[str, str]) -> dict[str, Any]:
    return {
        "name": event.name,
        "type": event.type,
        "main": event.main,
        "roles": [_role(annotations, role, names) for role in event.roles],
        "start": event.start.lexical if event.start else None,
        "end": event.end.lexical if event.end else None,
        "status": event.status.value.removesuffix("ActionStatus"),
        "polarity": event.polarity.value,
        "modality": event.modality.value,
        "part_of": names[event.super_event] if event.super_event else None,
        "vouched_by": _vouchers(annotations, event, names),
        "words": [{"span": [*_ends(m.span)], "text": _words(annotations, m.span)} for m in event.mentions],
        "rules": [_rule(annotations, fired) for fired in _in_order(event)],
    }


def _role(annotations: Annotations, role: Role, names: dict[str, str]) -> dict[str, Any]:
    return {
        "role": role.name.value,
        "filler": names[role.filler],
        "span": [*_ends(role.mention.span)],
        "text": _words(annotations, role.mention.span),
        "rule": role.mention.annotator,
    }


def _rule(annotations: Annotations, fired: Fired) -> dict[str, Any]:
    name, line, row = _located(fired.rule)
    if fired.gave in ("start", "end"):
        read = (time.mention.annotator for time in annotations.times if time.mention.span == fired.span)
        name = " + ".join([name, *read])
    found: dict[str, Any] = {
        "gave": fired.gave,
        "rule": name,
        "span": [*_ends(fired.span)],
        "text": _words(annotations, fired.span),
    }
    return found | ({"line": line, "row": row} if line else {})


def as_event_text(annotations: Annotations) -> str:
    """The same for a person: a line for what is said of the event, then a line for each rule with the words it read."""
    lines = [f"events ({len(annotations.events)})"]
    for number, data in enumerate(as_event_data(annotations), 1):
        lines += _lines(number, data)
    return "\n".join(lines)


def _lines(number: int, data: dict[str, Any]) -> Iterator[str]:
    yield f"{number:>3}  {data['type']:<20} {data['name']}{'  MAIN' if data['main'] else ''}"
    place = RoleName.LOCATION.value
    who = "; ".join(f"{r['role']} {r['filler']}" for r in data["roles"] if r["role"] != place)
    where = "; ".join(r["filler"] for r in data["roles"] if r["role"] == place)
    when = (
        " to ".join(value for value in (data["start"], data["end"]) if value)
        if data["start"]
        else f"to {data['end']}"
        if data["end"]
        else ""
    )
    yield f"     who {who or '–'} | when {when or '–'} | where {where or '–'}"
    part = f" | part of {data['part_of']}" if data["part_of"] else ""
    stands = ", ".join((data["status"], data["polarity"], data["modality"]))
    yield f"     {stands} | vouched by {', '.join(data['vouched_by'])}{part}"
    for role in data["roles"]:
        at = f"{role['span'][0]},{role['span'][1]}"
        yield f"     {role['role']:<12}{at:>11}  “{role['text']}”  {role['rule']}"
    for rule in data["rules"]:
        at = f"{rule['span'][0]},{rule['span'][1]}"
        where = f" line {rule['line']}: {rule['row']}" if rule.get("line") else ""
        yield f"     {rule['gave']:<12}{at:>11}  “{rule['text']}”  {rule['rule']}{where}"


def _in_order(event: Event) -> list[Fired]:
    """The rules by the words they gave, roles last: what found it, what brought it together, when, where."""
    ranks = {name: rank for rank, name in enumerate(_GAVE)}
    return sorted(event.rules, key=lambda fired: (ranks.get(fired.gave, len(ranks)), fired.span))


def _vouchers(annotations: Annotations, event: Event, names: dict[str, str]) -> list[str]:
    """Whose word it is: the article's, or that of the speakers of the claims it stands in."""
    speakers = {claim.key: claim.speaker for claim in annotations.claims}
    speakers |= {quotation.key: quotation.speaker for quotation in annotations.quotations}
    found = [names.get(speakers.get(key) or "", "somebody unnamed") for key in event.claims]
    return list(dict.fromkeys(found)) or ["the article"]


def _names(annotations: Annotations) -> dict[str, str]:
    entities = {entity.key: entity.name for entity in annotations.entities}
    return entities | {event.key: event.name for event in annotations.events}


def _ends(span: Span) -> tuple[int, int]:
    return span.begin, span.end


def _words(annotations: Annotations, span: Span) -> str:
    return " ".join(span.of(annotations.article.text).split())


def _located(rule: str) -> tuple[str, int, str]:
    """The table of a rule, the line and the text of its row; line 0 for rules that are no rows."""
    match = _ROW.fullmatch(rule)
    if match:
        rows = _rows(match["table"])
        number = int(match["row"])
        return (match["table"], *rows[number]) if number < len(rows) else (rule, 0, "")
    named = _NAMED.fullmatch(rule)
    if named:
        word = named["word"]
        found = next(((line, row) for line, words, row in _words_of(named["table"]) if word in words), None)
        return (named["table"], *found) if found else (f"{named['table']} {word}", 0, "")
    return rule, 0, ""


@cache
def _words_of(table: str) -> tuple[tuple[int, frozenset[str], str], ...]:
    """Line, words and shortened text of each row."""
    whole = _numbered(table)[1:]
    return tuple(
        (at, frozenset(re.split(r",\s*|\s+", line.split("\t")[0].lower())), _shortened(line)) for at, line in whole
    )


@cache
def _rows(table: str) -> tuple[tuple[int, str], ...]:
    """The rows of a table of `ontology/events/` with their lines, without comments and head."""
    return tuple((at, _shortened(line)) for at, line in _numbered(table)[1:])


def _numbered(table: str) -> list[tuple[int, str]]:
    text = resources.path("ontology", "events", table).read_text(encoding="utf-8")
    return [(at, line) for at, line in enumerate(text.splitlines(), 1) if line.strip() and not line.startswith("#")]


def _shortened(line: str) -> str:
    """A row whose words are cut where they are many: what follows them says what they mean."""
    first, *cells = line.rstrip("\t").split("\t")
    return " | ".join([first if len(first) <= _LONGEST else first[: _LONGEST - 1] + "…", *filter(None, cells)])
