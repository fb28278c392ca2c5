from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from elections.votes.fetching import fetch_neighbours, fetch_vote, fetch_votes
from elections.votes.vote import Vote
from facts.aspects import NOTE
from tests import factories
from tests.elections.building import VOTES, add_figure, add_gap, make_vote

pytestmark = pytest.mark.django_db


def test_the_number_of_queries_does_not_grow(client, empty, django_assert_num_queries):
    for n in range(9):
        add_figure(make_vote(f"vote-{n}"), "seats", "77")
    client.get("/healthz")  # the first request of a day asks what is due
    with django_assert_num_queries(4):  # and the number of the edition
        client.get(VOTES)


def test_the_number_of_queries_of_a_vote_does_not_grow(
    client, empty, django_assert_num_queries
):
    election = make_vote("one", kind="senate")
    for measure in ("seats", "candidates", "turnout"):
        add_figure(election, measure, "20")
    add_gap(election, "electors")
    chamber = election.institution
    factories.ConvocationFactory(fact__subject=chamber, fact__start="2005")
    factories.ClaimFactory(
        disagreement__subject=election.subject, fact=add_gap(election, "called")
    )
    client.get("/healthz")
    with CaptureQueriesContext(connection) as few:
        client.get(f"{VOTES}one/")
    for number in range(9):
        fact = factories.FactFactory(subject=election.subject, aspect=f"more-{number}")
        factories.ClaimFactory(fact=fact)
        day = f"20{number + 10}"
        factories.ConvocationFactory(fact__subject=chamber, fact__start=day, number=number)
        factories.TermFactory(fact__subject=chamber, fact__start=day)
        factories.ExistenceFactory(fact__subject=chamber, fact__start=day)
    with django_assert_num_queries(len(few)):
        client.get(f"{VOTES}one/")


def test_the_votes_before_and_after_are_of_the_same_kind(client, three):
    make_vote("later", day="2016-03-20")
    make_vote("other", day="2014", kind="president")
    page = client.get(f"{VOTES}late/").page()
    assert f'href="{VOTES}later/" rel="next"' in page
    assert 'rel="prev"' not in page


def test_a_page_of_one_vote_builds_one_vote(client, empty, monkeypatch):
    made = []
    build = Vote.__init__

    def counted(self, election, facts, *args, **kwargs):
        made.append(election.subject.key)
        build(self, election, facts, *args, **kwargs)

    for number in range(5):
        make_vote(f"vote-{number}", day=f"20{number + 10}")
    monkeypatch.setattr(Vote, "__init__", counted)
    client.get(f"{VOTES}vote-3/")
    assert made == ["vote-3"]


def test_the_queries_of_a_vote_do_not_grow_with_the_number_of_votes(
    client, empty, django_assert_num_queries
):
    make_vote("one")
    make_vote("other", day="2007")
    client.get("/healthz")
    with CaptureQueriesContext(connection) as few:
        client.get(f"{VOTES}one/")
    for number in range(9):
        make_vote(f"vote-{number}", day=f"20{number + 10}")
    with django_assert_num_queries(len(few)):
        client.get(f"{VOTES}one/")


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [("first", None, "second"), ("second", "first", "third"), ("third", "second", None)],
)
def test_the_neighbours_of_a_vote_are_of_its_kind(empty, key, before, after):
    make_vote("third", day="2012-01-15")
    make_vote("first", day="2004-09-19")
    make_vote("second", day="[2007-01-01..2007-12-31]")
    make_vote("other", day="2005", kind="president")
    make_vote("undated", day="")
    neighbours = fetch_neighbours(fetch_vote(key))
    assert [vote and vote.subject.key for vote in neighbours] == [before, after]


def test_a_vote_that_goes_on_for_days_has_one_place_and_begins_on_its_first(empty):
    election = make_vote("one", day="2004-09-19")
    factories.FactFactory(subject=election.subject, aspect="held", start="2004-09-20")
    make_vote("next", day="2007-08-18")
    before, after = fetch_neighbours(fetch_vote("next"))
    assert after is None
    assert before.day.edtf == "2004-09-19"


def test_what_is_no_vote_is_not_fetched(empty):
    make_vote("undated", day="")
    factories.SubjectFactory(key="nothing", topic="elections")
    assert fetch_vote("undated") is None
    assert fetch_vote("nothing") is None
    assert fetch_votes() == []


def test_of_its_body_a_vote_has_the_facts_that_its_page_shows(empty):
    election = make_vote("one")
    factories.SystemFactory(fact__subject=election.institution)
    factories.FactFactory(subject=election.institution, aspect="note-quorum")
    factories.SystemFactory(fact__subject=factories.SubjectFactory())
    vote = fetch_vote("one")
    assert [fact.subject for fact in vote.system.facts] == [election.institution]
    assert vote.around.of(NOTE) == []
