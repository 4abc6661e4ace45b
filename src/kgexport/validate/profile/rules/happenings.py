"""The rules about events: their types, their dates, and how far they are facts."""

from __future__ import annotations

from kgexport.validate.profile.rules.row import rule

ROWS = (
    rule(
        "date-order",
        "end not before start",
        "everything with a start and an end",
        "An end is not before its start, as far as both are known.",
        path="schema:endDate",
        why="What ends before it starts has a date that was read wrongly; a timeline draws it backwards or not at all.",
        source="https://schema.org/endDate",
        good="""
            :event-fair a schema:Event, schema:Action ;
                schema:startDate "2024-05"^^xsd:gYearMonth ; schema:endDate "2024-05-09"^^xsd:date .
        """,
        bad="""
            :event-fair a schema:Event, schema:Action ;
                schema:startDate "2024-05-09"^^xsd:date ; schema:endDate "2024-05-02"^^xsd:date .
        """,
    ),
    rule(
        "event-action",
        "the action of an event type",
        "every event with a type of the scheme and a class of actions",
        "An event has the class of actions that its type in the scheme names, or the plain schema:Action.",
        path="rdf:type",
        why="Readers who know schema.org go by the action, others by the type. Where the two say different things, one "
        "of them is wrong about what happened.",
        source="https://w3id.org/kgexport/event-types",
        good=":event-visit a schema:Event, schema:TravelAction ; schema:additionalType type:visit .",
        bad=":event-visit a schema:Event, schema:PayAction ; schema:additionalType type:visit .",
    ),
    rule(
        "event-type",
        "event types that exist",
        "every type in the namespace of the event types",
        "A type in the namespace of the event types is one of the scheme.",
        path="schema:additionalType",
        why="A misspelt type is one that no query for that type finds, and that leads on to nothing.",
        source="https://w3id.org/kgexport/event-types",
        good=":event-visit a schema:Event, schema:TravelAction ; schema:additionalType type:visit .",
        bad=":event-visit a schema:Event, schema:TravelAction ; schema:additionalType type:vist .",
    ),
    rule(
        "status-agrees",
        "status and modality agree",
        "every event with a status, a polarity and a modality",
        "How an event stands does not contradict how the text puts it: what is told as a fact has begun, is over or "
        "has failed, what did not happen has failed, and what is only possible is not completed.",
        path="schema:actionStatus",
        why="A query for what happened asks for the status or for the modality. Where they contradict each other, the "
        "answer hangs on which of them was asked for.",
        source="https://schema.org/actionStatus",
        good="""
            :event-strike a schema:Event, schema:Action ; schema:actionStatus schema:FailedActionStatus ;
                kgx:polarity "negative" ; kgx:modality "asserted" .
        """,
        bad="""
            :event-strike a schema:Event, schema:Action ; schema:actionStatus schema:CompletedActionStatus ;
                kgx:polarity "negative" ; kgx:modality "asserted" .
        """,
    ),
    rule(
        "wished",
        "what is planned has not happened",
        "every event that is planned or wished for",
        "What is only planned or wished for does not have the status completed.",
        path="schema:actionStatus",
        why="A visit that is announced and counted as made is a false fact, the worst that a graph of news can say.",
        source="https://w3id.org/kgexport/ns#modality",
        good="""
            :event-visit a schema:Event, schema:TravelAction ;
                kgx:modality "planned" ; schema:actionStatus schema:PotentialActionStatus .
        """,
        bad="""
            :event-visit a schema:Event, schema:TravelAction ;
                kgx:modality "planned" ; schema:actionStatus schema:CompletedActionStatus .
        """,
    ),
)
"""The rules, sorted by name."""
