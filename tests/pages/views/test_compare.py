"""The page of what changed between two dates."""

from __future__ import annotations

import gzip
import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from content.aspect_groups import ComparisonGroup
from content.comparison.compare import by_thing, compare
from content.comparison.fetching import compared_facts, comparison_of
from facts.models import Fact
from pages.views.compare import SHOWCASE
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def facts():
    return compared_facts()


def between(first, second):
    return f"/en/compare/?from={first}&to={second}"


def test_the_page_lists_it(see):
    text = see(between("2007-05-20", "2007-08-29"))
    assert "Seats: 77 → 107" in text
    assert "Seats: 39 → 47" in text
    assert "Appointed by the President: 7 → 15" in text
    assert "By: the amendment of the Constitution of 21 May 2007" in text


def test_the_groups_are_named_with_their_counts_before_the_lines(client):
    page = client.get(between("2007-05-01", "2007-08-31")).page()
    parts = page.split('class="parts"')[1].split("</ul>")[0]
    named = re.findall(r'href="#([a-z]+)">[^<]+</a> (\d+)', parts)
    headed = re.findall(r'<h2 id="([a-z]+)">[^<]+<small>(\d+)</small>', page)
    assert named == headed
    assert len(headed) > 3


def test_later_before_earlier_is_turned_round(see):
    text = see(between("2007-08-29", "2007-05-20"))
    assert "turned them round" in text
    assert "Seats: 39 → 47" in text


def test_what_may_have_held_on_one_day_only_is_counted_apart(see, facts):
    comparison = compare(by_thing(facts), date(2007, 5, 20), date(2007, 8, 29))
    text = see(between("2007-05-20", "2007-08-29"))
    assert f"{comparison.same} stayed as they were." in text
    assert f"Of {comparison.unknown} more the sources do not say whether they did." in text


def test_a_day_and_itself_are_not_compared(see):
    text = see(between("2007-08-29", "2007-08-29"))
    assert "Take two that differ." in text
    assert "changed," not in text


def test_of_days_after_the_sources_end_the_page_says_so(see):
    assert "Our sources end on 22 November 2026." in see(between("2026", "2027-05-01"))
    assert "Our sources end" not in see(between("2026-06-30", "2026-11-22"))


@pytest.mark.parametrize("query", ["from=x", "to=2007-02-30", "from=1800", "to=31.12.2010"])
def test_a_bad_date_is_told_beside_its_field(client, htmx, query):
    for browser in (client, htmx):
        response = browser.get(f"/en/compare/?{query}")
        assert response.status_code == 400
        assert response.page().count('aria-invalid="true"') == 1
    assert response.headers["HX-Push-Url"] == "false"


@pytest.mark.parametrize("query", ["", "?from=2007", "?from=1995&to=2026-11-22"])
def test_the_part_is_that_region_of_the_page(client, htmx, query):
    page = client.get(f"/en/compare/{query}").text
    part = htmx.get(f"/en/compare/{query}").text
    assert part.startswith('<div id="changes"')
    assert part in page


def test_large_comparisons_stay_small_and_cost_few_queries(client):
    client.get("/healthz")
    pairs = [*SHOWCASE, ("1938-01-01", "2026-11-22"), ("1995-01-01", "2026-11-22")]
    for first, second in pairs:
        with CaptureQueriesContext(connection) as queries:
            response = client.get(between(first, second))
        assert len(queries) <= 6
        assert len(gzip.compress(response.content, 6)) <= 14 * 1024, (first, second)


def test_every_line_is_reached(client):
    """What the overview only names stands in full on the pages of its group."""
    first, second = "1995-01-01", "2026-11-22"
    comparison = comparison_of(date.fromisoformat(first), date.fromisoformat(second))
    for group in (ComparisonGroup.POWERS, ComparisonGroup.NAMES):
        subjects, page = [], 1
        while True:
            text = client.get(f"{between(first, second)}&group={group}&page={page}").page()
            subjects += re.findall(r"<h3>(.*?) <span", text)
            if f"page={page + 1}" not in text:
                break
            page += 1
        assert len(subjects) == len(comparison.of(group))


def test_what_goes_on_is_named_with_what_it_was(client, see):
    address = between("2026-06-30", "2026-07-01")
    assert "Central Election Commission no longer so It had seven members." in see(address)
    page = client.get(address).page()
    named = re.findall(r"<li>[^<]+<span class=\"tier\">[^<]+</span>(.*?)</li>", page)
    assert named
    assert all(gist.strip() for gist in named)


def test_what_the_sources_do_not_tell_of_before_is_not_said_to_be_nothing(see):
    text = see(between("1998-10-06", "1998-10-07"))
    assert "Mäjilis, in law from then on Before not stated in our sources After 77" in text
    assert "nothing" not in text
    kurultai = see(between("2026-06-30", "2026-07-01") + "&group=institutions")
    assert "Kurultai new Before nothing" in kurultai


def test_what_only_may_have_changed_is_not_counted(facts, see):
    comparison = compare(by_thing(facts), date(1998, 10, 6), date(1998, 10, 7))
    perhaps = comparison.of(ComparisonGroup.PERHAPS)
    assert f"{len(comparison.lines) - len(perhaps)} things changed" in see(
        between("1998-10-06", "1998-10-07")
    )


def test_lines_that_bear_one_title_are_told_apart_by_what_they_say(see):
    text = see(between("2026-06-30", "2026-07-01"))
    assert "Kurultai, in law new 145 seats" in text
    seats = see(between("2007-05-20", "2007-08-29"))
    assert "Mäjilis, seats chosen by the Assembly of People from then on" in seats
    assert "Mäjilis, seats elected in single-member districts no longer so" in seats


def test_a_retired_fact_is_in_no_comparison(see):
    fact = Fact.objects.get(key="senate-seats-2007")
    factories.edit(Fact.objects.filter(pk=fact.pk), state="retired")
    assert "Seats: 39 → 47" not in see(between("2007-05-20", "2007-08-29"))
