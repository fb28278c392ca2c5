"""What a change does, in words."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group

from bench.changes.wording import differences_of, state_in_words, titles_of
from content.before_and_after import Titles, title_of
from tests import factories
from tests.bench.making_changes import change_at, drafted

pytestmark = pytest.mark.django_db


def told(change):
    """Field, before and after of each line of the target of a change."""
    row, *_beside = differences_of(change, titles_of([change]))
    return [(line.path, line.before, line.after) for line in row.lines]


def test_the_usual_value_is_said_where_it_changes():
    fact = factories.FactFactory(state="retired", end="2010", basis="attributed")
    change = factories.ChangeFactory(row=fact, was={"state": "", "end": "", "basis": ""})
    assert told(change) == [
        ("end", "..", "2010"),
        ("basis", "stated by the sources cited", "according to one source"),
        ("state", "published", "retired"),
    ]


def test_the_usual_value_is_no_news_of_a_new_row():
    change = factories.ChangeFactory(row=factories.FactFactory(), is_new=True)
    assert [path for path, _before, _after in told(change)][:4] == [
        "subject",
        "aspect",
        "start",
        "sentence_en",
    ]


def test_that_there_are_details_is_not_told_beside_them():
    seats = factories.CompositionFactory()
    change = factories.ChangeFactory(row=seats.fact, is_new=True)
    assert ("composition", "", "yes") in told(change)
    factories.SeatPartFactory(composition=seats)
    change = factories.ChangeFactory(row=seats.fact, is_new=True)
    assert "composition" not in [path for path, _before, _after in told(change)]


@pytest.mark.parametrize(
    ("make", "title"),
    [
        (
            lambda: factories.FactFactory(
                subject__name_en="Senate", aspect="seats-in-law", state="retired"
            ),
            "Senate: seats in law",
        ),
        (
            lambda: factories.PassageFactory(document__short_name_en="A page"),
            "A page: History, paragraph 1",
        ),
        (
            lambda: factories.AssessmentFactory(subject__name_en="Senate"),
            "A speaker: Senate",
        ),
        (lambda: factories.DisagreementFactory(), "Which is right?"),
        (lambda: factories.DocumentFactory(short_name_en="A page"), "A page"),
        (lambda: factories.SubjectFactory(name_en="Senate"), "Senate"),
    ],
)
def test_a_row_is_named_by_what_a_reader_knows_it_by(make, title):
    change = factories.ChangeFactory(row=make())
    titles = titles_of([change])
    assert title_of(change.kind, change.block, titles) == title
    assert differences_of(change, titles)[0].title == title


@pytest.mark.parametrize(
    ("kind", "block", "said"),
    [
        ("assessments", {"subject": "senate"}, "Senate"),
        ("facts", {"aspect": "first-sitting"}, "first sitting"),
        ("facts", {"subject": "senate", "aspect": "term"}, "Senate: term"),
    ],
)
def test_a_title_has_no_colon_for_what_is_not_there_yet(kind, block, said):
    assert title_of(kind, block, Titles([(kind, block)])) == said


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("draft", "Begun by &lt;b&gt;. It is a <strong>draft</strong>."),
        ("review", "Begun by &lt;b&gt;. It is <strong>in review</strong>."),
        (
            "approved",
            "Begun by &lt;b&gt;. It is <strong>approved for a day to come</strong>. "
            "Approved by reviewer. It is published on 23 November 2026.",
        ),
        (
            "published",
            "Begun by &lt;b&gt;. It is <strong>published</strong>. Approved by reviewer.",
        ),
        ("dropped", "Begun by &lt;b&gt;. It is <strong>dropped</strong>."),
    ],
)
def test_how_a_change_stands_is_said_in_sentences(reviewer, state, words):
    author = factories.UserFactory(username="<b>", is_staff=True)
    author.groups.add(Group.objects.get(name="Editors"))
    assert state_in_words(change_at(state, author, reviewer)) == words


def test_the_day_of_a_draft_waits_for_its_approval(editor):
    words = state_in_words(drafted(editor, on="2026-11-30"))
    assert words.endswith(" Once approved, it is published on 30 November 2026.")
