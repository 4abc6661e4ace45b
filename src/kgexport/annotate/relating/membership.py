"""Reads memberships and subsidiaries: "Albania is a NATO member", "X, a subsidiary of Y"; knows no other relation."""

from __future__ import annotations

from collections.abc import Iterator

from kgexport.annotate.relating.scene import Place, Scene, relation, wordlists
from kgexport.model import Relation, Token


def memberships(scene: Scene) -> Iterator[Relation]:
    """memberOf and parentOrganization."""
    words = wordlists().lists
    for token in scene.tokens:
        low = token.lemma.lower()
        if low == "member" or (low in ("state", "country", "nation") and scene.form(token.i - 1) == "member"):
            yield from _member(scene, token)
        elif low in words["subsidiary_nouns"]:
            yield from _subsidiary(scene, token)


def _member(scene: Scene, token: Token) -> Iterator[Relation]:
    body, first = _body(scene, token)
    if body is None or _is_part_of_more(scene, token, body) or _is_doubtful(scene, first):
        return
    for member, last in _members(scene, token, body):
        if scene.form(member.first - 1) in wordlists().lists["denials"]:
            continue
        if member.entity.key != body.entity.key and member.kind in ("LOC", "ORG", "PER"):
            begin, end = min(first, token.i, body.first), max(token.i + 1, body.end, last)
            yield relation(member, "memberOf", body, scene.span(begin, end), "member")


def _is_part_of_more(scene: Scene, token: Token, body: Place) -> bool:
    """Whether it is another body: "a member of the Y's committee", "a board member of Y"."""
    other = scene.sentence.children(token, "compound")
    also = any(t.form.lower() not in ("member", "founder") and scene.at(t.i) is None for t in other)
    possessive = body.first > token.i and scene.form(body.end) in ("'s", "’s", "'", "’")
    return also or possessive


def _is_doubtful(scene: Scene, first: int) -> bool:
    """Whether the words right before say that it is no member, or not now: "not a member", "a former member"."""
    unsure = wordlists().lists["denials"] | wordlists().lists["not_in_office"]
    return any(scene.form(i) in unsure for i in range(max(0, first - 3), first))


def _body(scene: Scene, token: Token) -> tuple[Place | None, int]:
    """The organisation: "NATO member", "member of the EU"; and where the words begin."""
    first = token.i - (scene.form(token.i - 1) == "member")
    before = scene.at(first - 1)
    if before is not None and before.is_name and before.kind == "ORG":
        return before, before.first
    after = token.i + 1
    if scene.form(after) == "of":
        found = scene.at(after + 1 + (scene.form(after + 1) == "the"))
        if found is not None and found.is_name and found.kind == "ORG":
            return found, first
    return None, first


def _members(scene: Scene, token: Token, body: Place) -> Iterator[tuple[Place, int]]:
    """Who is a member, and where the words that say so end."""
    if token.dep == "attr":
        yield from ((place, token.i + 1) for place in _subjects(scene, scene.sentence.head(token)))
        return
    after = max(token.i + 1, body.end)
    comma = scene.form(after) == ","
    at = after + comma
    if scene.form(at) in ("such", "including", "like"):
        at += 2 if scene.form(at) == "such" else 1
        yield from ((place, at) for place in scene.names_after(at + (scene.form(at) == "the")))
    elif not comma and (place := scene.at(at)) is not None and place.is_name and place.first == at:
        chosen = scene.names_after(at) if token.tag == "NNS" else [place]
        yield from ((place, at) for place in chosen)
    elif token.dep == "appos" and token.tag == "NN":
        head = scene.of_token(scene.sentence.head(token))
        if head is not None and head.is_name and scene.form(head.end) == ",":
            yield head, after


def _subjects(scene: Scene, verb: Token) -> Iterator[Place]:
    """Who is something now: the subject, what is joined to it, and who stands "alongside"."""
    auxiliaries = scene.sentence.children(verb, "aux", "neg")
    if verb.form.lower() not in wordlists().lists["copulas"] or auxiliaries:
        return
    for subject in scene.sentence.children(verb, "nsubj"):
        pending = [subject]
        while pending:
            token = pending.pop(0)
            place = scene.at(token.i)
            if place is not None and place.is_name:
                yield place
            pending += scene.sentence.children(token, "conj")
            for preposition in scene.sentence.children(token, "prep"):
                if preposition.form.lower() in wordlists().lists["alongside"]:
                    pending += scene.sentence.children(preposition, "pobj")
        yield from _alongside(scene, verb)


def _alongside(scene: Scene, verb: Token) -> Iterator[Place]:
    """ "Alongside Turkey, Albania is …": the phrase hangs on the verb."""
    for preposition in scene.sentence.children(verb, "prep", "advmod"):
        if preposition.form.lower() == "alongside" and preposition.i < verb.i:
            for target in scene.sentence.children(preposition, "pobj"):
                place = scene.at(target.i)
                if place is not None and place.is_name:
                    yield place


def _subsidiary(scene: Scene, token: Token) -> Iterator[Relation]:
    """ "X, a unit of Y"."""
    if scene.form(token.i + 1) != "of" or token.dep not in ("appos", "attr"):
        return
    owner = scene.at(token.i + 2 + (scene.form(token.i + 2) == "the"))
    if token.dep == "appos":
        head = scene.of_token(scene.sentence.head(token))
        owned = [head] if head is not None and scene.form(head.end) == "," else []
    else:
        owned = list(_subjects(scene, scene.sentence.head(token)))
    for part in owned:
        if (
            owner is not None
            and owner.is_name
            and {owner.kind, part.kind} == {"ORG"}
            and part.entity.key != owner.entity.key
        ):
            yield relation(part, "parentOrganization", owner, scene.span(token.i, owner.end), "subsidiary")
