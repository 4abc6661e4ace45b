"""What stands beside the names of an article and says which thing of a name is meant; knows no authority."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kgexport.link.classes import family
from kgexport.link.cues import title_before, words_after, words_anywhere, words_before
from kgexport.model import Annotations, Entity, Mention, MentionKind, Token

_SCORE = re.compile(r"(?<![\d-])\d{1,3}[-–]\d{1,3}(?![\d-])")
_WON = re.compile(r"\b(?:won|lost|drew|beat|beaten|win|draw|victory|defeat)\b[^.\n]{0,40}\d{1,3}[-–]\d{1,3}(?!\d)")
_SCORED_AT = re.compile(r"\d[-–]\d{1,3} (?:win |loss |draw |defeat |victory )?(?:at|against|over|to|with|away to) $")
_DATELINE = re.compile(
    r"(?:, [A-Z][A-Za-z. ]{1,20})?,? ?(?:\([A-Z][\w /]{1,30}\)|[-–—])"
    r"|, (?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sep|Oct|Nov|Dec)"
)
_LIES_IN = re.compile(r", | (?:is|was) (?:a|an|the) (?:[a-z-]+ ){1,4}(?:in|of) (?:the )?")
_LIST_GOES_ON = re.compile(r",? (?:and|or|&) ")
_CLOSES = re.compile(r"[,.;:)\n]|$| (?:on|at|in|after|before|last|this|late|early|for|to|from|with|who|that|[-–—])\b")
_PARTY_AND_STATE = re.compile(r",? \(?[RDI]-[A-Z]")
_NEAR = 60
"""Characters before and after a person's name in which an office is looked for."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the text says of an entity besides its name."""

    kind: str | None = None
    """The class that the words beside it state: "Washington state", "the Congress party"."""
    whole: str | None = None
    """The country or region after the comma: "Paris, Texas"."""
    whole_is_land: bool = False
    """Whether what stands after the comma is a country or region for certain."""
    parts: tuple[str, ...] = ()
    """The places that are said to lie in it: "Spokane, Washington"."""
    owner: str | None = None
    """The country whose it is: "Russia's Ministry of Defence"."""
    has_article: bool = False
    """Whether it is called "the Amazon" somewhere, with no noun behind."""
    has_office: bool = False
    """Whether somebody holds a public office, or belongs to a party."""
    has_other_job: bool = False
    """Whether somebody has a job, but leads nothing and holds no office."""
    leads: bool = False
    """Whether somebody leads something: "NATO chief"."""
    is_kin: bool = False
    """Whether it names somebody: "a daughter, Florence", "Austin is my brother"."""
    is_common: bool = False
    """Whether it is a word of the language everywhere it stands: "Apple growers", "Shell fragments"."""
    spelt_out: tuple[str, ...] = ()
    """The words that an acronym in brackets stands for: "All People's Congress (APC)"."""
    plays: bool = False
    """Whether it beats or meets somebody in an article about a game."""


class Surroundings:
    """Reads what stands beside names; made once for an article, in linear time."""

    def __init__(self, annotations: Annotations) -> None:
        self._text = annotations.article.text
        self._at_end: dict[int, Entity] = {}
        self._at_begin: dict[int, tuple[Entity, Mention]] = {}
        for entity in annotations.entities:
            for mention in entity.mentions:
                if mention.kind in (MentionKind.NAME, MentionKind.ADJECTIVE):
                    self._at_end[mention.span.end] = entity
                    self._at_begin[mention.span.begin] = (entity, mention)
        self._next = _next_tokens(annotations)
        self._tokens = {token.span.end: token for sentence in annotations.sentences for token in sentence.tokens}
        self._jobs, self._partisans = _jobs(annotations), _partisans(annotations)
        self._is_about_a_game = _is_about_a_game(annotations)

    def of(self, entity: Entity) -> Seen:
        """What the text says beside the entity's names."""
        names = [mention for mention in entity.mentions if mention.kind is MentionKind.NAME]
        if family(entity.types[0]) == "Person":
            return self._person(entity, names)
        whole = next((whole for name in names if (whole := self._whole(entity, name))), None)
        return Seen(
            kind=self._kind(names),
            whole=whole[0] if whole else None,
            whole_is_land=whole is not None and whole[1],
            parts=tuple(dict.fromkeys(part for name in names if (part := self._part(entity, name)))),
            owner=next((owner for name in names if (owner := self._owner(name))), None),
            has_article=any(self._has_article(name) for name in names),
            is_kin=any(self._is_kin(name) for name in names),
            is_common=bool(names) and all(self._is_common(name) for name in names),
            spelt_out=next((words for name in names if (words := self._spelt_out(name))), ()),
            plays=self._is_about_a_game and any(self._plays(name) for name in names),
        )

    def _spelt_out(self, name: Mention) -> tuple[str, ...]:
        """As many capitalised words before the bracket as the acronym has letters, if they begin with these."""
        letters = name.span.of(self._text)
        before = self._text[max(0, name.span.begin - 20 * len(letters)) : name.span.begin]
        if not (letters.isalpha() and letters.isupper() and before.endswith(" (")):
            return ()
        capital = [word for word in before[:-2].split() if word[:1].isupper()]
        last = capital[-1] if capital else ""
        for words in (capital[-len(letters) :], capital[-len(letters) - 1 : -1] if last == "Party" else []):
            if "".join(word[0] for word in words) == letters:
                return tuple(words)  # of "All People's Congress Party (APC)" without Party
        return ()

    def _person(self, entity: Entity, names: list[Mention]) -> Seen:
        jobs = self._jobs.get(entity.key, [])
        near = any(self._has_office_beside(name) for name in names)
        titled = any(
            title_before().search(form[:at]) for form in (entity.name, *entity.alternate_names) for at in _spaces(form)
        )
        office = near or titled or entity.key in self._partisans or any(map(words_anywhere("office").search, jobs))
        leads = any(map(words_anywhere("leads").search, jobs))
        return Seen(has_office=office, leads=leads, has_other_job=bool(jobs) and not office and not leads)

    def _has_office_beside(self, name: Mention) -> bool:
        """An office right before the name, or in the apposition behind it."""
        if _PARTY_AND_STATE.match(self._text, name.span.end):
            return True
        if title_before().search(self._before(name)):
            return True
        after = self._text[name.span.end : name.span.end + _NEAR]
        return after.startswith(", ") and bool(words_anywhere("office").search(re.split(r"[,.;\n]", after[2:])[0]))

    def _before(self, name: Mention) -> str:
        return self._text[max(0, name.span.begin - _NEAR) : name.span.begin]

    def _kind(self, names: list[Mention]) -> str | None:
        """The class that is stated where it is named first, or half of the times."""
        kinds = [self._kind_beside(name) for name in names]
        stated = [kind for kind in kinds if kind]
        return stated[0] if stated and (kinds[0] or 2 * len(stated) >= len(kinds)) else None

    def _kind_beside(self, name: Mention) -> str | None:
        before = self._before(name)
        if self._is_dateline(name, before):
            return "City"
        if words_after("area-after").match(self._text, name.span.end) or words_before("area-before").search(before):
            return "AdministrativeArea"
        if words_before("city-before").search(before):
            return "City"
        return "PoliticalParty" if words_after("party-after").match(self._text, name.span.end) else None

    def _is_dateline(self, name: Mention, before: str) -> bool:
        """Whether it opens a paragraph in capitals: "WASHINGTON (Reuters) -"."""
        at_start = not before or before.endswith("\n")
        return at_start and name.span.of(self._text).isupper() and bool(_DATELINE.match(self._text, name.span.end))

    def _is_common(self, name: Mention) -> bool:
        """Whether the tagger takes it for a common noun, before another that companies do not have."""
        token, follows = self._tokens.get(name.span.end), self._next.get(name.span.end)
        if token is None or follows is None or token.tag != "NN" or token.span.begin != name.span.begin:
            return False
        return follows.pos == "NOUN" and not words_anywhere("company").fullmatch(follows.text)

    def _is_kin(self, name: Mention) -> bool:
        if words_after("kin-after").match(self._text, name.span.end):
            return True
        before = self._before(name)
        return bool(
            words_before("kin-before").search(before.removesuffix(", ") + " " if before.endswith(", ") else before)
        )

    def _whole(self, entity: Entity, name: Mention) -> tuple[str, bool] | None:
        """The place after the comma, and whether it is a land; not the next in a list ("Florida, Utah and Texas")."""
        gap = _LIES_IN.match(self._text, name.span.end)
        found = self._at_begin.get(gap.end()) if gap else None
        if found is None or found[0] is entity:
            return None
        other, mention = found
        if entity.types[0] == "Country" and other.types[0] != "AdministrativeArea":
            return None
        if family(other.types[0]) != "Place" or mention.kind is not MentionKind.NAME:
            return None
        lands = ("AdministrativeArea",) if entity.types[0] == "Country" else ("Country", "AdministrativeArea")
        is_land = other.types[0] in lands and bool(_CLOSES.match(self._text, mention.span.end))
        goes_on = _LIST_GOES_ON.match(self._text, mention.span.end)
        return None if goes_on else (mention.span.of(self._text), is_land)

    def _part(self, entity: Entity, name: Mention) -> str | None:
        """The place before the comma."""
        other = self._at_end.get(name.span.begin - 2)
        if other is None or other is entity or self._text[name.span.begin - 2 : name.span.begin] != ", ":
            return None
        return other.name if family(other.types[0]) == "Place" else None

    def _owner(self, name: Mention) -> str | None:
        """The country that stands right before it, as an adjective or with a possessive."""
        at = name.span.begin
        for gap in ("'s ", "’s ", "' ", " "):
            owner = self._at_end.get(at - len(gap))
            if owner is not None and owner.types[0] == "Country" and self._text[at - len(gap) : at] == gap:
                return owner.name
        return None

    def _has_article(self, name: Mention) -> bool:
        if not self._text[: name.span.begin].endswith(("the ", "The ")):
            return False
        follows = self._next.get(name.span.end)
        if words_after("landform-after").match(self._text, name.span.end):
            return True
        return follows is None or follows.pos not in ("NOUN", "PROPN", "ADJ", "PART")

    def _plays(self, name: Mention) -> bool:
        if words_after("plays-after").match(self._text, name.span.end):
            return True
        before = self._before(name)
        return bool(words_before("plays-before").search(before) or _SCORED_AT.search(before))


def _next_tokens(annotations: Annotations) -> dict[int, Token]:
    """The token that follows where one ends, sentence by sentence."""
    pairs = (
        pair for sentence in annotations.sentences for pair in zip(sentence.tokens, sentence.tokens[1:], strict=False)
    )
    return {one.span.end: following for one, following in pairs}


def _jobs(annotations: Annotations) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for attribute in annotations.attributes:
        if attribute.predicate == "jobTitle":
            found[attribute.subject].append(attribute.value)
    return found


def _partisans(annotations: Annotations) -> frozenset[str]:
    """Who belongs to a party."""
    parties = {entity.key for entity in annotations.entities if entity.types[0] == "PoliticalParty"}
    return frozenset(relation.subject for relation in annotations.relations if relation.object in parties)


def _is_about_a_game(annotations: Annotations) -> bool:
    """Whether there is a score that somebody won or lost by, or one and two different words of sport."""
    text = annotations.article.text
    if _WON.search(text):
        return True
    if not _SCORE.search(text):
        return False
    return len(_different(match[0] for match in words_anywhere("game").finditer(text))) > 1


def _spaces(form: str) -> Iterator[int]:
    """Where the words of a name end, the space included."""
    return (match.end() for match in re.finditer(" ", form))


def _different(words: Iterable[str]) -> set[str]:
    return {word.lower() for word in words}
