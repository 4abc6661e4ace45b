"""Reads offices and occupations: "Turkish President X", "X, general manager of Y"; knows no other relation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kgexport.annotate.entities.lexicon import LONGEST_TITLE, lexicon
from kgexport.annotate.relating.scene import Place, Scene, relation, wordlists
from kgexport.model import Attribute, Mention, MentionKind, Relation, Span

_OFFICE_KINDS = frozenset(("state", "government", "military", "police", "legal", "corporate", "nobility"))

Home = Callable[[Place], Place | None]
"""Finds the country of a person by what is known of its name, if the article names that country."""


def offices(scene: Scene, home: Home) -> Iterator[Relation | Attribute]:
    """jobTitle, and worksFor where the words name the country or body."""
    for person in scene.places:
        if person.kind == "PER" and person.is_name:
            yield from _before(scene, person, home)
            yield from _after(scene, person)


def _before(scene: Scene, person: Place, home: Home) -> Iterator[Relation | Attribute]:
    """Title or role noun before the name ("the agency's head, X", too), and whose it is."""
    end = person.first
    start = _title_start(scene, end)
    if start is None and _is_apposed(scene, person):
        end -= 1
        start = _role_start(scene, end)
    if start is None:
        return
    first, office = start
    end = _without_rank(scene, first, end)
    span = scene.span(first, end)
    yield _job(person, span, _words(scene, first, end), 0.9)
    held = not _out_of_office(scene, first, end)
    employer = _employer_before(scene, first)
    if employer is not None and employer.kind == "LOC" and not (office or _serves_land(scene, end - 1)):
        employer = None
    if employer is not None and held and not _out_of_office(scene, employer.first, employer.end):
        yield relation(person, _tie(employer), employer, scene.span(employer.first, end), "office", 0.85)
    elif held and office and _words(scene, first, end).lower() in wordlists().lists["state_titles"]:
        country = home(person)
        if country is not None:
            yield relation(person, "worksFor", country, span, "head-of-state", 0.6)


def _without_rank(scene: Scene, first: int, end: int) -> int:
    """The end of an office before a noble title: "Energy Minister Prince X" is a minister."""
    forms = [t.form for t in scene.tokens[first:end]]
    words = lexicon()
    last, whole, before = words.title_at(forms[-1:], 0), words.title_at(forms, 0), words.title_at(forms[:-1], 0)
    ranked = last is not None and last[1].kind == "nobility" and whole is not None and whole[0] < len(forms)
    return end - 1 if ranked and before is not None and before[0] == len(forms) - 1 else end


def _tie(employer: Place) -> str:
    """What binds a person to a body: a party employs few of those that it is named with."""
    return "affiliation" if employer.entity.types[0] == "PoliticalParty" else "worksFor"


def _is_apposed(scene: Scene, person: Place) -> bool:
    """Whether the name explains the noun before it: "the agency's head, X, said"."""
    noun = person.first - 2
    if noun < 0 or scene.form(person.first - 1) != "," or scene.form(person.end) not in (",", ".", ";"):
        return False
    return any(t.dep == "appos" and t.head == noun for t in scene.tokens[person.first : person.end])


def _serves_land(scene: Scene, i: int) -> bool:
    """Whether an occupation is one that a country or town gives."""
    return scene.form(i) in wordlists().lists["land_roles"]


def _title_start(scene: Scene, end: int) -> tuple[int, bool] | None:
    """Where the title (or role noun) before a name begins, and whether it is an office by its title."""
    words = lexicon()
    end -= end > 1 and scene.form(end - 1) == "."  # of an abbreviation: "Col."
    forms = [t.form for t in scene.tokens[:end]]
    best: tuple[int, bool] | None = None
    for begin in range(end - 1, max(-1, end - 1 - 2 * LONGEST_TITLE), -1):
        match = words.title_at(forms, begin)
        if match and begin + match[0] == end and scene.at(begin) is None:
            best = (begin, match[1].kind in _OFFICE_KINDS) if match[1].job else best
        elif match and best and best[0] <= begin + match[0] < end and match[1].job and scene.at(begin) is None:
            best = (begin, True)
    if best is not None and forms[best[0] - 1 : best[0]] and scene.form(best[0] - 1) in words.words["title_prefixes"]:
        return best[0] - 1, best[1]
    return best or _role_start(scene, end)


def _role_start(scene: Scene, end: int) -> tuple[int, bool] | None:
    """ "general manager X", "spokeswoman X": an occupation in lower case with the nouns before it."""
    words = lexicon()
    noun = scene.tokens[end - 1] if end > 0 else None
    if noun is None or not words.roles.get(noun.form.lower() if noun.i == 0 else noun.lemma.lower()):
        return None
    if noun.tag != "NN" and noun.i > 0:
        return None
    begin = end - 1
    while begin > 0 and scene.at(begin - 1) is None and _belongs(scene, begin - 1):
        begin -= 1
    while begin < end - 1 and not scene.form(begin).isalpha():
        begin += 1
    if begin > 1 and begin < end - 1 and _hyphen(scene, begin - 1) and scene.at(begin - 2) is None:
        begin += 1  # "free-agent pitcher": half of a word is no title
    return (begin, False) if scene.form(begin).isalpha() else None


def _belongs(scene: Scene, i: int) -> bool:
    """Whether a word before an occupation is part of it: "science fiction writer", not "unknown actor"."""
    token = scene.tokens[i]
    if token.pos == "ADJ":
        return token.form in lexicon().words["title_prefixes"] | wordlists().lists["job_adjectives"]
    return token.pos == "NOUN" and token.form.islower() and (token.tag == "NN" or token.dep == "compound")


def _employer_before(scene: Scene, first: int) -> Place | None:
    """The land or body right before a title: "Turkish", "Albania's", "Environment Agency"."""
    at = first - 1
    if scene.form(at) in ("'s", "’s", "'", "’"):
        at -= 1
    found = scene.at(at)
    if found is None or found.kind not in ("LOC", "ORG") or (found.kind == "LOC" and not found.is_land):
        return None
    return found if found.is_name or found.mention.kind is MentionKind.ADJECTIVE else None


def _after(scene: Scene, person: Place) -> Iterator[Relation | Attribute]:
    """ ", the general manager of Y," after the name."""
    if scene.form(person.end) != "," or scene.form(person.first - 2) == "according":
        return
    begin = person.end + 1
    begin += scene.form(begin) in ("the", "a", "an", "who", "currently")
    end = begin
    employer = None
    while end < min(len(scene.tokens), begin + 7):
        place = scene.at(end)
        if place is not None and end == begin and _is_employer(place):
            employer, begin = place, place.end + (scene.form(place.end) in ("'s", "’s"))
            end = begin
            continue
        if place is not None or (
            scene.tokens[end].pos in ("PUNCT", "VERB", "AUX", "ADP", "CCONJ", "PRON") and not _hyphen(scene, end)
        ):
            break
        end += 1
    if end == begin or not _is_occupation(scene, begin, end) or not _closes(scene, end):
        return
    end = _with_field(scene, end)
    yield _job(person, scene.span(begin, end), _words(scene, begin, end), 0.8)
    if employer is None and scene.form(end) in wordlists().lists["office_prepositions"]:
        at = end + 1 + (scene.form(end + 1) == "the")
        found = scene.at(at)
        employer = found if found is not None and _stands_alone(scene, found) else None
    if employer is not None and employer.kind == "LOC" and not _is_office(scene, begin, end):
        employer = None
    if employer is not None and not _out_of_office(scene, begin, end):
        last = max(end, employer.end)
        yield relation(person, _tie(employer), employer, scene.span(min(begin, employer.first), last), "office", 0.8)


def _with_field(scene: Scene, end: int) -> int:
    """The end of "professor of constitutional law": a field in lower case belongs to the occupation."""
    if scene.form(end) != "of":
        return end
    last = end + 1
    while last < min(len(scene.tokens), end + 5) and scene.at(last) is None:
        token = scene.tokens[last]
        if token.pos not in ("NOUN", "ADJ", "CCONJ") or not token.form.islower():
            break
        last += 1
    noun = last > end + 1 and scene.tokens[last - 1].pos == "NOUN"
    return last if noun and _closes(scene, last) else end


def _stands_alone(scene: Scene, place: Place) -> bool:
    """Whether a name is itself the employer, not part of a longer phrase: "for the Los Angeles sheriff"."""
    follows = scene.tokens[place.end].pos if place.end < len(scene.tokens) else "PUNCT"
    return place.is_name and _is_employer(place) and follows not in ("NOUN", "PROPN", "PART")


def _is_office(scene: Scene, begin: int, end: int) -> bool:
    title = " ".join(t.form for t in scene.tokens[begin:end]).title().split()
    found = lexicon().title_at(title, 0)
    return bool(found and found[1].kind in _OFFICE_KINDS) or _serves_land(scene, end - 1)


def _closes(scene: Scene, end: int) -> bool:
    """Whether an apposition ends here: with punctuation, or with whose office it is."""
    return (
        scene.form(end) in (",", ".", ";", ")", "–", "—", "")
        or scene.form(end) in wordlists().lists["office_prepositions"]
    )


def _hyphen(scene: Scene, i: int) -> bool:
    return scene.form(i) == "-"


def _is_employer(place: Place) -> bool:
    named = place.is_name or place.mention.kind is MentionKind.ADJECTIVE
    return named and (place.kind == "ORG" or place.is_land)


def _is_occupation(scene: Scene, begin: int, end: int) -> bool:
    last = scene.tokens[end - 1]
    words = lexicon()
    title = " ".join(t.form for t in scene.tokens[begin:end]).title().split()
    found = words.title_at(title, 0)
    known = bool(found and found[0] == len(title) and found[1].job)
    if last.dep not in ("appos", "conj", "npadvmod", "amod", "nmod", "compound"):
        return False
    return last.tag in ("NN", "NNP") and (known or words.roles.get(last.lemma.lower(), False))


def _out_of_office(scene: Scene, first: int, end: int) -> bool:
    around = {scene.form(i) for i in range(max(0, first - 2), end)}
    return bool(around & wordlists().lists["not_in_office"]) or any("-elect" in word for word in around)


def _words(scene: Scene, first: int, end: int) -> str:
    out = ""
    for i in range(first, end):
        glued = i > first and scene.tokens[i - 1].span.end == scene.tokens[i].span.begin
        out += scene.tokens[i].text if glued or not out else " " + scene.tokens[i].text
    return out


def _job(person: Place, span: Span, title: str, confidence: float) -> Attribute:
    mention = Mention(span, MentionKind.RELATION, "relations/office", confidence)
    return Attribute(person.entity.key, "jobTitle", title, (mention,))
