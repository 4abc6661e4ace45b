"""What the checks of the verdict are about, why they exist, and an example each way: a table; checks nothing itself.

The examples are Turtle without prefixes (`EXAMPLE_PREFIXES`): the good one has no finding of the rule, the bad one has.
"""

from __future__ import annotations

from functools import partial

from kgexport.validate.report import Severity, Verdict
from kgexport.validate.rule import Rule, row

_GUIDE = "https://developers.google.com/search/docs/appearance/"
_ARTICLE = _GUIDE + "structured-data/article"
_EVENT = _GUIDE + "structured-data/event"
_GENERAL = _GUIDE + "structured-data/sd-policies"
_DATES = _GUIDE + "publication-dates"
_ARTICLES, _EVENTS, _PAGE = "every article", "every event that people can go to", "the page as a whole"


_rule = partial(row, Verdict.WEB, severity=Severity.WARNING)

_ROWS = (
    _rule(
        "web-author-name",
        "nothing else in the name of an author",
        "every author of an article",
        "The name of an author is the name alone: no introductory words, title, job or publisher, no second author.",
        path="schema:name",
        why='The name is shown as it is, and compared with other articles: "By Dr Ola Vik, Reporter" is a stranger '
        'to "Ola Vik". For the rest there are honorificPrefix, jobTitle, publisher and further authors.',
        source=_ARTICLE + "#author-bp",
        good="""
            :article a schema:NewsArticle ; schema:author :vik .
            :vik a schema:Person ; schema:name "Ola Vik" ; schema:jobTitle "Reporter" .
        """,
        bad="""
            :article a schema:NewsArticle ; schema:author :vik .
            :vik a schema:Person ; schema:name "Posted by Ola Vik" .
        """,
    ),
    _rule(
        "web-dangling",
        "no reference to what is not on the page",
        "every article and event",
        "Authors, publishers, places, offers, organizers and performers are described on the page that refers to them.",
        path="schema:author|schema:publisher|schema:location|schema:address|schema:offers|schema:organizer|schema:performer",
        why="A reference by @id is not fetched: what it leads to must be on the same page, else there is an author "
        "without a name and a place without an address.",
        source=_GENERAL + "#completeness",
        good="""
            :article a schema:NewsArticle ; schema:publisher :wire .
            :wire a schema:Organization ; schema:name "The Example Wire" .
        """,
        bad="""
            :article a schema:NewsArticle ; schema:publisher :wire .
            :vik a schema:Person ; schema:name "Ola Vik" .
        """,
    ),
    _rule(
        "web-date-order",
        "end after start",
        _EVENTS,
        "An event does not end before it starts.",
        path="schema:endDate",
        severity=Severity.VIOLATION,
        why="Such an event is over before it begins: it is shown on no day. Mostly the year of one date is wrong.",
        source=_EVENT + "#enddate",
        good="""
            :fair a schema:Event ; schema:startDate "2027-07-01" ; schema:endDate "2027-07-26" .
        """,
        bad="""
            :fair a schema:Event ; schema:startDate "2027-07-01" ; schema:endDate "2026-07-26" .
        """,
    ),
    _rule(
        "web-event-named-like-place",
        "title other than the name of the place",
        _EVENTS,
        "The title of an event is not the name of its place.",
        path="schema:name",
        why="All events in one hall would have one title. The page asks for the name of the place at the place.",
        source=_EVENT + "#event-name",
        good="""
            :concert a schema:MusicEvent ; schema:name "Songs of the Sea" ; schema:location :hall .
            :hall a schema:Place ; schema:name "Lunde Hall" .
        """,
        bad="""
            :concert a schema:MusicEvent ; schema:name "Lunde Hall" ; schema:location :hall .
            :hall a schema:Place ; schema:name "Lunde Hall" .
        """,
    ),
    _rule(
        "web-future-date",
        "no date in the future",
        _ARTICLES,
        "The dates of an article are not in the future.",
        path="schema:datePublished|schema:dateModified",
        why="The date of what an article announces is often put in the place of its own. Such a date is not believed, "
        "and none is shown.",
        source=_DATES + "#guidelines",
        good="""
            :article a schema:NewsArticle ; schema:datePublished "2024-05-02T18:30:00Z" .
        """,
        bad="""
            :article a schema:NewsArticle ; schema:datePublished "2999-05-02T18:30:00Z" .
        """,
    ),
    _rule(
        "web-happening",
        "news events are no events to go to",
        "every event that is an action, has a status, modality or polarity, or is only mentioned by an article",
        "Event markup is for what people can go to, not for what the news tell of.",
        why="Events must be bookable by the general public, and marking up others as events can count as spam. In "
        "kgexport's graphs an event is what happened: publish them as data, not in the markup of a page.",
        source=_EVENT + "#guidelines",
        good="""
            :article a schema:NewsArticle ; schema:about :ferry .
            :ferry a schema:Product ; schema:name "ferry" .
        """,
        bad="""
            :article a schema:NewsArticle ; schema:about :gift .
            :gift a schema:Event, schema:GiveAction ; schema:name "Norway gives Iceland a ferry" .
        """,
    ),
    _rule(
        "web-main-article",
        "one main article",
        _PAGE,
        "Of several articles side by side, one is named as what the page is about.",
        path="schema:mainEntityOfPage",
        severity=Severity.INFO,
        why="A page with teasers of other articles has several in its data. Which of them is the page's own decides "
        "whose headline and date are shown.",
        source=_GENERAL + "#multiple-items",
        good="""
            :article a schema:NewsArticle ; schema:mainEntityOfPage <https://news.example/a> .
            :teaser a schema:NewsArticle ; schema:headline "Strike ends" .
        """,
        bad="""
            :article a schema:NewsArticle ; schema:headline "Ferry for Iceland" .
            :teaser a schema:NewsArticle ; schema:headline "Strike ends" .
        """,
    ),
    _rule(
        "web-modified-first",
        "changed after it was published",
        _ARTICLES,
        "An article is not changed before it is published.",
        path="schema:dateModified",
        why="Two dates that contradict each other are both doubted; mostly they were swapped or have different zones.",
        source=_DATES + "#guidelines",
        good="""
            :article a schema:NewsArticle ; schema:datePublished "2024-05-02" ; schema:dateModified "2024-05-03" .
        """,
        bad="""
            :article a schema:NewsArticle ; schema:datePublished "2024-05-03" ; schema:dateModified "2024-05-02" .
        """,
    ),
    _rule(
        "web-one-event",
        "one event on a page",
        _PAGE,
        "A page has the markup of a single event; performances of one event, which share its name, may be apart.",
        why="Google supports pages that focus on one event only. Lists and calendars with the markup of all of their "
        "events get no event result.",
        source=_EVENT + "#guidelines",
        good="""
            :monday a schema:Event ; schema:name "Songs of the Sea" ; schema:startDate "2027-07-19" .
            :tuesday a schema:Event ; schema:name "Songs of the Sea" ; schema:startDate "2027-07-20" .
        """,
        bad="""
            :monday a schema:Event ; schema:name "Songs of the Sea" ; schema:startDate "2027-07-19" .
            :tuesday a schema:Event ; schema:name "Boats on Stage" ; schema:startDate "2027-07-20" .
        """,
    ),
)

RULES: dict[str, Rule] = {rule.name: rule for rule in _ROWS}
"""Every check by name."""
