"""What changed between two dates: the rules, and the page."""

from __future__ import annotations

import gzip
import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.comparison.compare import compare, group_of
from content.comparison.groups import ComparisonGroup
from facts.models import Fact
from pages.comparison import compared_facts
from pages.views.compare import SHOWCASE
from parliament.chambers.fetching import facts_of, institutions
from parliament.chambers.standing import Standing
from tests import factories

pytestmark = pytest.mark.django_db

DAYS = st.dates(date(1990, 1, 1), date(2026, 11, 22))
SLOW = settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def facts():
    return compared_facts()


def between(first, second):
    return f"/en/compare/?from={first}&to={second}"


def told(found):
    """Each line as ids, so that two comparisons can be laid side by side."""
    return {
        (line.group, line.subject.pk, frozenset(line.before), frozenset(line.after))
        for line in found.lines
    }


@SLOW
@given(first=DAYS, second=DAYS)
def test_a_comparison_is_the_mirror_of_the_other_way_round(facts, first, second):
    there, back = compare(facts, first, second), compare(facts, second, first)
    mirrored = {(group, pk, after, before) for group, pk, before, after in told(back)}
    assert told(there) == mirrored
    assert (there.same, there.unknown) == (back.same, back.unknown)


@SLOW
@given(first=DAYS, second=DAYS)
def test_every_fact_of_the_two_days_is_told_or_counted(facts, first, second):
    found = compare(facts, first, second)
    held = {
        (group_of(fact), fact.subject_id, fact.aspect)
        for fact in facts
        if group_of(fact)
        and (fact.period.is_possible(first) or fact.period.is_possible(second))
    }
    assert len(found.lines) + found.same + found.unknown == len(held)
    for line in found.lines:
        assert set(line.before) != set(line.after)


def test_nothing_changes_within_a_day(facts):
    assert compare(facts, date(2016, 1, 1), date(2016, 1, 1)).lines == []


def figures(found, name):
    return {
        (line.subject.name_en, one.label): (one.before, one.after)
        for line in found.lines
        for one in line.figures
        if line.subject.name_en == name and line.before[0].aspect == "composition"
    }


def test_2007(facts):
    found = compare(facts, date(2007, 5, 20), date(2007, 8, 29))
    senate, majilis = figures(found, "Senate"), figures(found, "Mäjilis")
    assert senate["Senate", "seats"] == ("39", "47")
    assert senate["Senate", "appointed by the President"] == ("7", "15")
    assert majilis["Mäjilis", "seats"] == ("77", "107")
    assert majilis["Mäjilis", "elected from party lists"] == ("10", "98")
    terms = [
        line for line in found.of(ComparisonGroup.TERMS) if "President" in str(line.subject)
    ]
    assert any("seven" in line.before[0].says for line in terms if line.before)
    assert any("five" in line.after[0].says for line in terms if line.after)
    assert found.of(ComparisonGroup.SYSTEMS)


def test_the_end_of_the_two_chambers(facts):
    found = compare(facts, date(2026, 6, 30), date(2026, 7, 1))
    bodies = {
        line.subject.key: line.what for line in found.of(ComparisonGroup.INSTITUTIONS)
    }
    assert bodies["senate"] == bodies["majilis"] == "ended"
    assert bodies["kurultai"] == "new"
    moved = [line for line in found.of(ComparisonGroup.POWERS) if line.what == "moved"]
    assert len(moved) > 10
    powers = [fact.power for line in moved for fact in line.after if fact.aspect == "power"]
    assert {power.procedure for power in powers} == {"kurultai"}


@pytest.mark.parametrize(
    ("pair", "changed"),
    [
        (SHOWCASE[0], set()),
        (SHOWCASE[1], {"senate", "majilis"}),
        (SHOWCASE[2], {"senate"}),
        (SHOWCASE[3], {"senate", "majilis"}),
        (SHOWCASE[4], set()),
    ],
)
def test_seats_are_those_of_the_chamber_pages(facts, pair, changed):
    first, second = pair
    found = compare(facts, first, second)
    chambers = institutions()
    by_subject = facts_of([one.subject for one in chambers])
    compared = set()
    for institution in chambers:
        name = institution.subject.name_en
        shown = figures(found, name).get((name, "seats"))
        if shown is None:
            continue
        compared.add(institution.subject.key)
        for day, number in zip((first, second), shown, strict=True):
            standing = Standing(institution, by_subject[institution.subject_id], day)
            seats = standing.seats
            assert number == (str(seats.number) if seats.is_settled else "")
    assert compared == changed


def test_what_only_became_known_better_did_not_change():
    fact = factories.TermFactory(
        fact__start="[..2007-05-21]", fact__subject__topic="parliament"
    ).fact
    found = compare([fact], date(2007, 5, 1), date(2008, 1, 1))
    assert found.lines == []
    assert (found.same, found.unknown) == (0, 1)


def test_only_what_surely_held_on_both_days_stayed_as_it_was(facts):
    """Of the years before the sources begin hardly anything is known to have stayed."""
    found = compare(facts, date(1950, 1, 1), date(1960, 1, 1))
    assert found.lines == []
    assert found.same < 10 < found.unknown


# --- the page -------------------------------------------------------------------------


def test_the_page_lists_it(see):
    text = see(between("2007-05-20", "2007-08-29"))
    assert "Seats: 77 → 107" in text
    assert "Seats: 39 → 47" in text
    assert "Appointed by the President: 7 → 15" in text
    assert "By: the amendment of the Constitution of 21 May 2007" in text


def test_the_groups_are_named_with_their_counts_before_the_lines(client):
    page = client.get(between("2007-05-01", "2007-08-31")).page
    parts = page.split('class="parts"')[1].split("</ul>")[0]
    named = re.findall(r'href="#([a-z]+)">[^<]+</a> (\d+)', parts)
    told = re.findall(r'<h2 id="([a-z]+)">[^<]+<small>(\d+)</small>', page)
    assert named == told
    assert len(told) > 3


def test_later_before_earlier_is_turned_round(see):
    text = see(between("2007-08-29", "2007-05-20"))
    assert "turned them round" in text
    assert "Seats: 39 → 47" in text


def test_what_may_have_held_on_one_day_only_is_counted_apart(see, facts):
    found = compare(facts, date(2007, 5, 20), date(2007, 8, 29))
    text = see(between("2007-05-20", "2007-08-29"))
    assert f"{found.same} stayed as they were." in text
    assert f"Of {found.unknown} more the sources do not say whether they did." in text


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
        assert response.page.count('aria-invalid="true"') == 1
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
    found = compare(compared_facts(), date.fromisoformat(first), date.fromisoformat(second))
    for group in (ComparisonGroup.POWERS, ComparisonGroup.NAMES):
        subjects, page = [], 1
        while True:
            text = client.get(f"{between(first, second)}&group={group}&page={page}").page
            subjects += re.findall(r"<h3>(.*?) <span", text)
            if f"page={page + 1}" not in text:
                break
            page += 1
        assert len(subjects) == len(found.of(group))


def test_a_subject_that_goes_on_is_never_said_to_have_ended(facts, client, see):
    first, second = date(2026, 6, 30), date(2026, 7, 1)
    found = compare(facts, first, second)
    ended = {line.subject.key for line in found.lines if line.what == "ended"}
    assert "senate" in ended
    assert ended.isdisjoint({"president", "government", "central-election-commission"})
    text = see(between(first, second))
    assert "Central Election Commission no longer so It had seven members." in text
    page = client.get(between(first, second)).page
    named = re.findall(r"<li>[^<]+<span class=\"tier\">[^<]+</span>(.*?)</li>", page)
    assert named
    assert all(gist.strip() for gist in named)


def test_what_the_sources_do_not_tell_of_before_is_not_said_to_be_nothing(see):
    text = see(between("1998-10-06", "1998-10-07"))
    assert "Mäjilis, in law from then on Before not stated in our sources After 77" in text
    assert "nothing" not in text
    kurultai = see(between("2026-06-30", "2026-07-01") + "&group=institutions")
    assert "Kurultai new Before nothing" in kurultai


def test_what_only_may_have_changed_is_told_last_and_not_counted(facts, see):
    found = compare(facts, date(1998, 10, 6), date(1998, 10, 7))
    perhaps = found.of(ComparisonGroup.PERHAPS)
    assert {line.subject.name_en for line in perhaps} == {
        "Courts and judges",
        "Supreme Judicial Council",
    }
    assert found.lines[-len(perhaps) :] == perhaps
    assert f"{len(found.lines) - len(perhaps)} things changed" in see(
        between("1998-10-06", "1998-10-07")
    )
    commission = compare(facts, date(2007, 5, 20), date(2007, 8, 29))
    told = [one for one in commission.lines if one.subject.key == "democracy-commission"]
    assert {line.group for line in told} == {ComparisonGroup.PERHAPS}


def test_the_same_on_both_sides_is_no_line(facts):
    found = compare(facts, date(2023, 3, 29), date(2025, 1, 1))
    assert "Mäjilis" not in {line.subject.name_en for line in found.lines}


def test_each_side_is_unsettled_by_itself():
    subject = factories.SubjectFactory(topic="law")
    sure = factories.FactFactory(
        subject=subject,
        aspect="in-force",
        start="2000",
        end="2005-01-01",
        sentence_en="Old.",
    )
    rough = factories.FactFactory(
        subject=subject,
        aspect="in-force",
        start="[2003..2009]",
        end="2020",
        sentence_en="New.",
    )
    (line,) = compare([sure, rough], date(2002, 1, 1), date(2006, 1, 1)).lines
    assert line.perhaps_before == frozenset()
    assert line.perhaps_after == {rough.pk}
    assert line.what == "changed"


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
