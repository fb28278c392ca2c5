"""How much of a comparison a page shows."""

from __future__ import annotations

import pytest

from content.aspect_groups import ComparisonGroup
from content.comparison.compare import Comparison
from content.comparison.fetching import compared_facts
from content.comparison.lines import ComparisonLine
from pages.comparison import (
    IN_FULL,
    NAMED,
    ON_A_PAGE,
    fetch_sources,
    one_group,
    overview,
)
from tests import factories


def lines(group, number):
    subject = factories.SubjectFactory.build()
    return [
        ComparisonLine(
            group,
            subject,
            (),
            (factories.FactFactory.build(subject=subject),),
            frozenset(),
            frozenset(),
            has_begun=False,
            has_ended=False,
        )
        for _ in range(number)
    ]


SEATS = lines(ComparisonGroup.SEATS, 40)
POSTS = lines(ComparisonGroup.POSTS, 2)
PERHAPS = lines(ComparisonGroup.PERHAPS, 3)
COMPARISON = Comparison([*SEATS, *POSTS, *PERHAPS], same=0, unknown=0)


def test_an_overview_shares_its_lines_among_the_groups_that_changed():
    seats, posts, perhaps = overview(COMPARISON)
    each = IN_FULL // 3
    assert (seats.group, seats.count) == (ComparisonGroup.SEATS, 40)
    assert seats.lines == SEATS[:each]
    assert seats.others == SEATS[each : each + NAMED]
    assert (posts.lines, posts.others) == (POSTS, [])
    assert perhaps.page is None


def test_what_only_may_have_changed_is_only_named():
    perhaps = overview(COMPARISON)[-1]
    assert (perhaps.lines, perhaps.others) == ([], PERHAPS)


def test_where_nothing_changed_there_is_no_group():
    assert overview(Comparison([], same=3, unknown=0)) == []


@pytest.mark.parametrize(
    ("number", "page"), [("1", 1), ("2", 2), ("99", 4), ("", 1), ("nonsense", 1)]
)
def test_one_group_stands_in_full_page_by_page(number, page):
    shown = one_group(COMPARISON, ComparisonGroup.SEATS, number)
    first = (page - 1) * ON_A_PAGE
    assert shown.lines == SEATS[first : first + ON_A_PAGE]
    assert (shown.count, shown.page.number, shown.others) == (40, page, [])


def test_a_group_in_which_nothing_changed_is_empty():
    shown = one_group(COMPARISON, ComparisonGroup.NAMES, "1")
    assert (shown.count, shown.lines) == (0, [])


@pytest.mark.django_db
def test_sources_are_fetched_at_once_and_only_of_what_is_told_in_full(
    empty, django_assert_num_queries
):
    facts = [factories.FactFactory() for _ in range(4)]
    rows = [
        ComparisonLine(
            ComparisonGroup.SEATS,
            fact.subject,
            (),
            (fact,),
            frozenset(),
            frozenset(),
            has_begun=False,
            has_ended=False,
        )
        for fact in compared_facts()
    ]
    shown = overview(Comparison(rows, same=0, unknown=0))
    with django_assert_num_queries(2):  # citations and claims
        fetch_sources(shown)
    with django_assert_num_queries(0):
        for line in shown[0].lines:
            assert line.after[0].citations.all()
            assert not line.after[0].disagreements
    assert len(shown[0].lines) == len(facts)
