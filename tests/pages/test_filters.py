"""What the lists of these pages are filtered by, on a small world of its own."""

from __future__ import annotations

from itertools import product

import pytest
from django.http import QueryDict

from facts.aspects import EventKind
from facts.events import begins
from facts.models import Disagreement
from pages.filters import DisagreementFilter, TimelineFilter
from tests import factories

pytestmark = pytest.mark.usefixtures("empty")


def choices(form, name):
    """What a field offers beside "every", without the groups."""
    return [value for value, _label in form.fields[name].choices][1:]


@pytest.fixture
def chambers():
    return [
        factories.InstitutionFactory(subject__key=key, subject__name_en=key.capitalize())
        for key in ("senate", "majilis")
    ]


@pytest.fixture
def events():
    rows = [
        (EventKind.LAW, "1999", (), "Alpha."),
        (EventKind.SITTING, "[1999..2001]", ("senate", "majilis"), "Beta."),
        (EventKind.SITTING, "2004-01-01", ("majilis",), "Gamma."),
    ]
    return [
        begins(
            factories.FactFactory(key=sentence, start=start, sentence_en=sentence),
            kind,
            about,
        )
        for kind, start, about, sentence in rows
    ]


def timeline(query, events, chambers):
    form = TimelineFilter(QueryDict(query), events, chambers)
    return [event.key for event in form.fitting(events)]


def test_the_timeline_offers_the_kinds_and_decades_that_it_has(events, chambers):
    form = TimelineFilter(QueryDict(), events, chambers)
    assert choices(form, "kind") == ["sitting", "law"]  # in the order of kinds
    assert choices(form, "chamber") == ["senate", "majilis"]
    assert form.fields["decade"].choices == [
        ("", "all times"),
        ("1990", "1990s"),
        ("2000", "2000s"),
    ]


def test_filters_of_the_timeline_narrow_one_another(events, chambers):
    form = TimelineFilter(QueryDict(), events, chambers)
    values = [("", *choices(form, name)) for name in ("kind", "chamber", "decade")]
    for kind, chamber, decade in product(*values):
        expected = [
            event.key
            for event in events
            if kind in ("", event.kind)
            and (not chamber or chamber in event.chambers)
            and (not decade or int(decade) in event.decades)
        ]
        query = f"kind={kind}&chamber={chamber}&decade={decade}"
        assert timeline(query, events, chambers) == expected, query


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("words=delta", []),
        ("words=GAMMA", ["Gamma."]),  # what it says
        ("words=january+2004", ["Gamma."]),  # when
        ("words=sittings", ["Beta.", "Gamma."]),  # of which kind
        ("words=sittings&decade=1990", ["Beta."]),
        ("kind=nonsense&words=", ["Alpha.", "Beta.", "Gamma."]),
    ],
)
def test_words_are_looked_for_in_what_a_reader_sees(events, chambers, query, keys):
    assert timeline(query, events, chambers) == keys


def test_the_chamber_that_is_chosen_is_drawn_alone(events, chambers):
    chosen = TimelineFilter(QueryDict("chamber=majilis"), events, chambers)
    assert chosen.chambers_among(chambers) == chambers[1:]
    nonsense = TimelineFilter(QueryDict("chamber=no"), events, chambers)
    assert nonsense.chambers_among(chambers) == chambers


@pytest.fixture
def questions():
    """Two questions on one subject, one on another of the same topic, one elsewhere."""
    factories.DocumentFactory(key="record", tier="record", short_name_en="A record")
    paper = factories.DocumentFactory(key="paper", tier="founding", short_name_en="Z paper")
    hall = factories.SubjectFactory(key="hall", name_en="Hall", topic="parliament")
    court = factories.SubjectFactory(key="court", name_en="Court", topic="parliament")
    town = factories.SubjectFactory(key="town", name_en="Town", topic="places")
    rows = [(hall, "slip"), (hall, "change"), (court, "slip"), (town, "slip")]
    for n, (subject, kind) in enumerate(rows):
        claim = factories.ClaimFactory(
            disagreement__key=f"question-{n}",
            disagreement__subject=subject,
            disagreement__kind=kind,
            disagreement__question_en=f"How many of {subject.name_en}?",
            passage__document=paper,
            says_en="Mäjilis" if n == 1 else "Nothing",
        )
        if n == 3:
            claim.passage.document = factories.DocumentFactory(
                key="other", tier="record", short_name_en="Another"
            )
            factories.ClaimFactory(
                disagreement=claim.disagreement, passage__document=claim.passage.document
            )
    return list(Disagreement.objects.with_claims().order_by("key"))


def asked(query, questions):
    form = DisagreementFilter(QueryDict(query))
    return [int(question.key[-1]) for question in form.fitting(questions)]


def test_subjects_are_offered_by_topic_and_each_topic_as_a_whole(questions):
    form = DisagreementFilter(QueryDict())
    assert form.fields["subject"].choices[1:] == [
        (
            "Parliament and its chambers",
            [
                ("all-parliament", "Parliament and its chambers: all"),
                ("court", "Court"),
                ("hall", "Hall"),
            ],
        ),
        (
            "Capital and territory",
            [("all-places", "Capital and territory: all"), ("town", "Town")],
        ),
    ]


def test_only_documents_that_claim_anything_are_offered_the_five_first(questions):
    form = DisagreementFilter(QueryDict())
    assert choices(form, "document") == ["paper", "other"]


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("", [0, 1, 2, 3]),
        ("subject=hall", [0, 1]),
        ("subject=all-parliament", [0, 1, 2]),
        ("subject=all-parliament&kind=slip", [0, 2]),
        ("document=other", [3]),
        ("document=paper&kind=change", [1]),
        ("words=town", [3]),
        ("words=majilis", [1]),  # what a claim says
        ("subject=all-law&kind=x&document=record", [0, 1, 2, 3]),  # no choices
    ],
)
def test_filters_of_questions_narrow_one_another(questions, query, numbers):
    assert asked(query, questions) == numbers
