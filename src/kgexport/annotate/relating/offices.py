"""Reads offices and occupations before a name: "Turkish President X", "Apple CEO X"; knows no other relation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kgexport.annotate.entities.lexicon import LONGEST_TITLE, lexicon
from kgexport.annotate.relating.jobs import OFFICE_KINDS, is_job_noun, not_held, serves_land, tie_of, words_of
from kgexport.annotate.relating.kinds import is_owner
from kgexport.annotate.relating.persons import tells_nationality
from kgexport.annotate.relating.scene import Place, Scene, relation, wordlists
from kgexport.annotate.relating.stating import office_relation
from kgexport.model import Attribute, Mention, MentionKind, Relation, Span

Home = Callable[[Place], Place | None]
"""Finds the country of a person by what is known of its name, if the article names that country."""


def offices(scene: Scene, home: Home) -> Iterator[Relation | Attribute]:
    """jobTitle, worksFor where the words name the country or body, nationality where they name no office."""
    for person in scene.places:
        if person.kind == "PER" and person.is_name:
            yield from _before(scene, person, home)


def _before(scene: Scene, person: Place, home: Home) -> Iterator[Relation | Attribute]:
    """Title or role noun before the name ("the agency's head, X", too), and whose it is."""
    end = person.first
    start = _title_start(scene, end)
    if start is None and _is_apposed(scene, person):
        end -= 1
        start = _title_start(scene, end)
    if start is None:
        return
    first, office = start
    end = _without_rank(scene, first, end)
    employer = _employer_before(scene, first)
    begin = employer.first if employer is not None else first
    unheld = not_held(scene, begin, end)
    if unheld.lower() in wordlists().lists["never_held"]:
        return
    title = words_of(scene, first, end)
    known = unheld and unheld.lower() not in title.lower()
    yield _job(person, scene.span(first, end), f"{unheld} {title}" if known else title, 0.9)
    if not unheld:
        yield from _whose(scene, person, employer, (first, end, office), home)


def _whose(
    scene: Scene, person: Place, employer: Place | None, held: tuple[int, int, bool], home: Home
) -> Iterator[Relation]:
    """What an office that is held says: whom it serves, or of what country the person is."""
    first, end, office = held
    span = scene.span(first, end)
    noun = scene.tokens[end - 1].lemma
    if employer is not None:
        whole = scene.span(employer.first, end)
        serves = office or serves_land(scene, end - 1)
        if employer.kind == "LOC" and not serves:
            if tells_nationality(scene, employer, first, end):
                yield relation(person, "nationality", employer, whole, "nationality", 0.75)
            return
        yield from office_relation(person, employer, tie_of(noun), serves, whole, "relations/office", 0.85)
    elif office and words_of(scene, first, end).lower() in wordlists().lists["state_titles"]:
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


def _is_apposed(scene: Scene, person: Place) -> bool:
    """Whether the name explains the noun before it: "the agency's head, X, said"."""
    noun = person.first - 2
    if noun < 0 or scene.form(person.first - 1) != "," or scene.form(person.end) not in (",", ".", ";"):
        return False
    return any(t.dep == "appos" and t.head == noun for t in scene.tokens[person.first : person.end])


def _title_start(scene: Scene, end: int) -> tuple[int, bool] | None:
    """Where the title (or role noun) before a name begins, and whether it is an office by its title."""
    words = lexicon()
    end -= end > 1 and scene.form(end - 1) == "."  # of an abbreviation: "Col."
    near = max(0, end - 1 - 2 * LONGEST_TITLE)
    forms = [""] * near + [t.form for t in scene.tokens[near:end]]
    best: tuple[int, bool] | None = None
    for begin in range(end - 1, near - 1, -1):
        match = words.title_at(forms, begin)
        if match and begin + match[0] == end and scene.at(begin) is None:
            best = (begin, match[1].kind in OFFICE_KINDS) if match[1].job else best
        elif match and best and best[0] <= begin + match[0] < end and match[1].job and scene.at(begin) is None:
            best = (begin, True)
    return (_widened(scene, best[0]), best[1]) if best is not None else _role_start(scene, end)


def _widened(scene: Scene, begin: int) -> int:
    """The beginning of a title with what belongs to it: "Deputy …", "co-…", the first half of "Maj. Gen."."""
    words = lexicon()
    if begin > 0 and scene.form(begin - 1) in words.words["title_prefixes"]:
        return begin - 1
    if begin > 0 and scene.form(begin) == "general" and scene.form(begin - 1) in wordlists().lists["general_nouns"]:
        return begin - 1
    if begin > 1 and scene.form(begin - 1) == "-" and scene.form(begin - 2) in wordlists().lists["job_prefixes"]:
        return begin - 2
    dotted = begin > 1 and scene.form(begin - 1) == "." and f"{scene.form(begin - 2)}." in words.titles
    beside = dotted and scene.tokens[begin - 2].span.end == scene.tokens[begin - 1].span.begin
    return begin - 2 if beside and scene.tokens[begin - 2].form[0].isupper() else begin


def _role_start(scene: Scene, end: int) -> tuple[int, bool] | None:
    """ "general manager X", "spokeswoman X": an occupation in lower case with the nouns before it."""
    noun = scene.tokens[end - 1] if end > 0 else None
    if noun is None:
        return None
    start = _lower_title(scene, end)
    single = start == end - 1
    if single and not is_job_noun(noun.form if noun.i == 0 else noun.lemma):
        return None
    if single and noun.tag not in ("NN", "NNP") and noun.i > 0:
        return None
    begin = _prefixed(scene, start)
    while begin > 0 and scene.at(begin - 1) is None and _belongs(scene, begin - 1):
        if scene.tokens[begin].pos == "ADJ" and scene.tokens[begin - 1].pos == "NOUN":
            break  # "free agent first baseman": what stands before the adjective is another noun
        begin -= 1
    while begin < end - 1 and not scene.form(begin).isalpha():
        begin += 1
    if begin > 1 and begin < end - 1 and scene.form(begin - 1) == "-" and scene.at(begin - 2) is None:
        begin += 1  # "free-agent pitcher": half of a word is no title
    return (begin, False) if scene.form(begin).isalpha() else None


def _lower_title(scene: Scene, end: int) -> int:
    """Where the longest title in lower case that ends at a token begins ("prime minister"); its last word at least."""
    for begin in range(max(0, end - LONGEST_TITLE), end - 1):
        forms = [t.form.title() for t in scene.tokens[begin:end]]
        found = lexicon().title_at(forms, 0)
        if found and found[0] == len(forms) and all(scene.at(i) is None for i in range(begin, end)):
            return begin
    return end - 1


def _prefixed(scene: Scene, noun: int) -> int:
    """Where "co-founder" begins: a prefix with a hyphen is a part of its noun."""
    prefix = noun > 1 and scene.form(noun - 1) == "-" and scene.form(noun - 2) in wordlists().lists["job_prefixes"]
    return noun - 2 if prefix else noun


def _belongs(scene: Scene, i: int) -> bool:
    """Whether a word before an occupation is part of it: "science fiction writer", not "unknown actor"."""
    token = scene.tokens[i]
    if token.form.lower() in lexicon().words["title_prefixes"] | wordlists().lists["job_adjectives"]:
        return True
    return token.pos == "NOUN" and token.form.islower() and (token.tag == "NN" or token.dep == "compound")


def _employer_before(scene: Scene, first: int) -> Place | None:
    """The land or body right before a title: "Turkish", "Albania's", "Environment Agency"."""
    at = first - 1
    if scene.form(at) in ("'s", "’s", "'", "’"):
        at -= 1
    found = scene.at(at)
    if found is None or found.kind not in ("LOC", "ORG") or (found.kind == "LOC" and not found.is_land):
        return None
    return found if is_owner(found) else None


def _job(person: Place, span: Span, title: str, confidence: float) -> Attribute:
    mention = Mention(span, MentionKind.RELATION, "relations/office", confidence)
    return Attribute(person.entity.key, "jobTitle", title, (mention,))
