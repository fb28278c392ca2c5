from __future__ import annotations

from datetime import date

from content.comparison.compare import by_thing, compare
from content.comparison.fetching import compared_facts
from tests import factories


def test_only_what_is_published_is_compared_in_order_of_time(empty):
    later, earlier = (factories.FactFactory(start=start) for start in ("2005", "2001"))
    factories.FactFactory(state="retired")
    assert compared_facts() == [earlier, later]


def test_comparing_asks_no_further_query(django_assert_num_queries, db):
    facts = compared_facts()
    with django_assert_num_queries(0):
        lines = compare(by_thing(facts), date(2007, 5, 20), date(2007, 8, 29)).lines
        shown = [(line.title, line.what, line.gist) for line in lines if line.figures]
        assert shown
        assert any(line.acts for line in lines)
