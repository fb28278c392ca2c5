"""The order of questions, and when dates decide one."""

from __future__ import annotations

from datetime import date

import pytest

from facts.models import Disagreement
from pages.disagreements import disagreements_by_topic, when_each_holds
from tests import factories

pytestmark = pytest.mark.usefixtures("empty")
UNTIL = date(2026, 11, 22)


def question(*periods, **more):
    """A question with a claim for each period, taken up by a fact of that period."""
    disagreement = factories.DisagreementFactory()
    for start, end in periods:
        fact = factories.FactFactory(
            subject=disagreement.subject, aspect="seats", start=start, end=end, **more
        )
        factories.ClaimFactory(disagreement=disagreement, fact=fact)
    return Disagreement.objects.with_claims().get(pk=disagreement.pk)


def test_questions_stand_by_topic_then_by_subject_then_by_key():
    rows = [
        ("parliament", "B", "x"),
        ("places", "A", "y"),
        ("parliament", "A", "z"),
        ("parliament", "A", "w"),
    ]
    for topic, name, key in rows:
        subject = factories.SubjectFactory(topic=topic, name_en=name)
        factories.DisagreementFactory(key=key, subject=subject)
    assert [one.key for one in disagreements_by_topic()] == ["w", "z", "x", "y"]


def test_dates_decide_it_where_its_facts_differ_in_their_periods():
    asked = question(("2000-01-01", "2007-01-01"), ("2007-01-01", ".."))
    lanes = when_each_holds(asked, UNTIL).lanes
    assert [lane.what.start for lane in lanes] == ["2000-01-01", "2007-01-01"]


def test_facts_on_the_same_are_drawn_though_no_claim_takes_them_up():
    asked = question(("2000-01-01", "2007-01-01"), ("2007-01-01", ".."))
    factories.FactFactory(subject=asked.subject, aspect="seats", start="1990", end="2000")
    factories.FactFactory(subject=asked.subject, aspect="term", start="1990", end="2000")
    lanes = when_each_holds(asked, UNTIL).lanes
    assert [lane.what.start for lane in lanes] == ["1990", "2000-01-01", "2007-01-01"]


@pytest.mark.parametrize(
    ("periods", "state"),
    [
        ([], "published"),
        ([("2000", "..")], "published"),
        ([("2000", ".."), ("2000", "..")], "published"),
        ([("2000", "2007"), ("2007", "..")], "retired"),
    ],
)
def test_else_there_is_nothing_to_draw(periods, state):
    assert when_each_holds(question(*periods, state=state), UNTIL) is None
