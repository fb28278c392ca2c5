"""What changed between two days: the rules, and what they make of the content."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from content.aspect_groups import ComparisonGroup
from content.comparison.compare import by_thing, compare, group_of
from content.comparison.fetching import compared_facts
from facts.models import Fact
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
BEFORE, AFTER = date(2005, 1, 1), date(2010, 1, 1)


@pytest.fixture(scope="module")
def facts(django_db_setup, django_db_blocker):
    """All facts of the site's content, fetched once: nothing here changes them."""
    with django_db_blocker.unblock():
        return compared_facts()


def key_of(line):
    """A line as ids, so that two comparisons can be laid side by side."""
    return line.group, line.subject.pk, frozenset(line.before), frozenset(line.after)


# --- what holds of every comparison ----------------------------------------------------


@SLOW
@given(first=DAYS, second=DAYS)
def test_a_comparison_is_the_mirror_of_the_other_way_round(facts, first, second):
    there, back = (
        compare(by_thing(facts), first, second),
        compare(by_thing(facts), second, first),
    )
    mirrored = {
        (group, subject, after, before)
        for group, subject, before, after in map(key_of, back.lines)
    }
    assert set(map(key_of, there.lines)) == mirrored
    assert (there.same, there.unknown) == (back.same, back.unknown)


@SLOW
@given(first=DAYS, second=DAYS)
def test_every_fact_of_the_two_days_is_told_or_counted(facts, first, second):
    comparison = compare(by_thing(facts), first, second)
    held = {
        (group_of(fact), fact.subject_id, fact.aspect)
        for fact in facts
        if group_of(fact)
        and (fact.period.is_possible(first) or fact.period.is_possible(second))
    }
    assert len(comparison.lines) + comparison.same + comparison.unknown == len(held)
    for line in comparison.lines:
        assert set(line.before) != set(line.after)


def test_nothing_changes_within_a_day(facts):
    assert compare(by_thing(facts), date(2016, 1, 1), date(2016, 1, 1)).lines == []


def test_lines_stand_in_the_order_of_their_groups(facts):
    lines = compare(by_thing(facts), date(1996, 1, 1), date(2026, 11, 22)).lines
    order = [list(ComparisonGroup).index(line.group) for line in lines]
    assert order == sorted(order)
    assert len(set(order)) > 8


# --- the rules, on facts of their own --------------------------------------------------


def law(start, end, sentence="It is so.", **more):
    """A fact on what a constitution says."""
    details = {"subject__topic": "law", "aspect": "in-force", **more}
    return factories.FactFactory(start=start, end=end, sentence_en=sentence, **details)


@pytest.fixture
def constitution(empty):
    return factories.SubjectFactory(topic="law")


def test_what_only_became_known_better_did_not_change(empty):
    fact = factories.TermFactory(fact__start="[..2007-05-21]").fact
    comparison = compare(by_thing([fact]), date(2007, 5, 1), date(2008, 1, 1))
    assert comparison.lines == []
    assert (comparison.same, comparison.unknown) == (0, 1)


def test_what_held_for_certain_on_both_days_stayed_as_it_was(empty):
    comparison = compare(by_thing([law("2000", "2020")]), BEFORE, AFTER)
    assert (comparison.lines, comparison.same, comparison.unknown) == ([], 1, 0)


def test_each_side_is_unsettled_by_itself(constitution):
    sure = law("2000", "2005-01-01", "Old.", subject=constitution)
    rough = law("[2003..2009]", "2020", "New.", subject=constitution)
    (line,) = compare(by_thing([sure, rough]), date(2002, 1, 1), date(2006, 1, 1)).lines
    assert line.perhaps_before == frozenset()
    assert line.perhaps_after == {rough.pk}
    assert line.what == "changed"
    assert line.group == ComparisonGroup.STATE


def test_what_only_may_have_changed_is_told_apart(constitution):
    before = law("2000", "[2004..2012]", "Old.", subject=constitution)
    after = law("[2004..2012]", "2020", "New.", subject=constitution)
    (surely,) = compare(by_thing([before, after]), date(2003, 1, 1), date(2013, 1, 1)).lines
    assert surely.group == ComparisonGroup.STATE
    (perhaps,) = compare(by_thing([before, after]), BEFORE, date(2013, 1, 1)).lines
    assert perhaps.group == ComparisonGroup.PERHAPS
    assert perhaps.perhaps_before == {before.pk, after.pk}
    assert perhaps.perhaps_after == frozenset()


def test_the_same_on_both_sides_is_no_line(constitution):
    chosen, anew = (
        law(start, end, "She is chair.", subject=constitution)
        for start, end in (("2000", "2007"), ("2007", "2020"))
    )
    comparison = compare(by_thing([chosen, anew]), BEFORE, AFTER)
    assert (comparison.lines, comparison.same) == ([], 1)


def test_a_subject_begins_and_ends_with_what_says_so(constitution):
    life = law("2007-01-01", "2020", subject=constitution)
    note = law("2007-01-01", "2020", subject=constitution, aspect="note-remark")
    begun = compare(by_thing([life, note]), BEFORE, AFTER).lines
    assert [line.what for line in begun] == ["new", "new"]
    ended = compare(by_thing([life, note]), AFTER, date(2021, 1, 1)).lines
    assert [line.what for line in ended] == ["ended", "ended"]
    assert [line.what for line in compare(by_thing([note]), BEFORE, AFTER).lines] == [
        "from then on"
    ]


def test_gaps_and_what_only_happened_are_not_compared(empty):
    gap = law("2007", "2020", basis="gap")
    happened = law("2007-05-21", "2007-05-22", aspect="amended")
    assert group_of(gap) is None
    assert group_of(happened) is None
    comparison = compare(by_thing([gap, happened]), BEFORE, AFTER)
    assert (comparison.lines, comparison.same, comparison.unknown) == ([], 0, 0)


# --- the content -----------------------------------------------------------------------


def figures(comparison, name):
    return {
        (line.subject.name, number.label): (number.before, number.after)
        for line in comparison.lines
        for number in line.figures
        if line.subject.name == name and line.before[0].aspect == "composition"
    }


def test_2007(facts):
    comparison = compare(by_thing(facts), date(2007, 5, 20), date(2007, 8, 29))
    senate, majilis = figures(comparison, "Senate"), figures(comparison, "Mäjilis")
    assert senate["Senate", "seats"] == ("39", "47")
    assert senate["Senate", "appointed by the President"] == ("7", "15")
    assert majilis["Mäjilis", "seats"] == ("77", "107")
    assert majilis["Mäjilis", "elected from party lists"] == ("10", "98")
    terms = [
        line
        for line in comparison.of(ComparisonGroup.TERMS)
        if "President" in str(line.subject)
    ]
    assert any("seven" in line.before[0].says for line in terms if line.before)
    assert any("five" in line.after[0].says for line in terms if line.after)
    assert comparison.of(ComparisonGroup.SYSTEMS)


def test_the_end_of_the_two_chambers(facts):
    comparison = compare(by_thing(facts), date(2026, 6, 30), date(2026, 7, 1))
    bodies = {
        line.subject.key: line.what for line in comparison.of(ComparisonGroup.INSTITUTIONS)
    }
    assert bodies["senate"] == bodies["majilis"] == "ended"
    assert bodies["kurultai"] == "new"
    moved = [line for line in comparison.of(ComparisonGroup.POWERS) if line.what == "moved"]
    assert len(moved) > 10
    powers = [fact.power for line in moved for fact in line.after if fact.aspect == "power"]
    assert {power.procedure for power in powers} == {"kurultai"}


@pytest.mark.parametrize(
    ("first", "second", "changed"),
    [
        (date(1998, 10, 6), date(1998, 10, 7), set()),
        (date(2007, 5, 20), date(2007, 8, 29), {"senate", "majilis"}),
        (date(2018, 6, 18), date(2018, 10, 5), {"senate"}),
        (date(2022, 6, 7), date(2023, 3, 29), {"senate", "majilis"}),
        (date(2026, 6, 30), date(2026, 7, 1), set()),
    ],
)
def test_seats_are_those_of_the_chamber_pages(facts, first, second, changed):
    comparison = compare(by_thing(facts), first, second)
    chambers = institutions()
    by_subject = facts_of([institution.subject for institution in chambers])
    compared = set()
    for institution in chambers:
        name = institution.subject.name
        shown = figures(comparison, name).get((name, "seats"))
        if shown is None:
            continue
        compared.add(institution.subject.key)
        for day, number in zip((first, second), shown, strict=True):
            standing = Standing(institution, by_subject[institution.subject_id], day)
            seats = standing.seats
            assert number == (str(seats.number) if seats.is_settled else "")
    assert compared == changed


def test_only_what_surely_held_on_both_days_stayed_as_it_was(facts):
    """Of the years before the sources begin hardly anything is known to have stayed."""
    comparison = compare(by_thing(facts), date(1950, 1, 1), date(1960, 1, 1))
    assert comparison.lines == []
    assert comparison.same < 10 < comparison.unknown


def test_a_subject_that_goes_on_is_never_said_to_have_ended(facts):
    lines = compare(by_thing(facts), date(2026, 6, 30), date(2026, 7, 1)).lines
    ended = {line.subject.key for line in lines if line.what == "ended"}
    assert "senate" in ended
    assert ended.isdisjoint({"president", "government", "central-election-commission"})


def test_what_only_may_have_changed_in_1998_and_2007(facts):
    comparison = compare(by_thing(facts), date(1998, 10, 6), date(1998, 10, 7))
    perhaps = comparison.of(ComparisonGroup.PERHAPS)
    assert {str(line.subject) for line in perhaps} == {
        "Courts and judges",
        "Supreme Judicial Council",
    }
    assert comparison.lines[-len(perhaps) :] == perhaps
    lines = compare(by_thing(facts), date(2007, 5, 20), date(2007, 8, 29)).lines
    commission = [line for line in lines if line.subject.key == "democracy-commission"]
    assert {line.group for line in commission} == {ComparisonGroup.PERHAPS}


def test_a_chair_who_was_chosen_anew_is_no_line(facts):
    lines = compare(by_thing(facts), date(2023, 3, 29), date(2025, 1, 1)).lines
    assert "Mäjilis" not in {str(line.subject) for line in lines}


def test_every_fact_of_the_content_has_a_group_or_none(facts):
    """What no comparison tells is of a kind that the table says so of."""
    told = {fact.pk for fact in facts if group_of(fact)}
    left_out = Fact.objects.published().exclude(pk__in=told).exclude(basis="gap")
    assert {"held", "amended", "convocation"} <= set(
        left_out.values_list("aspect", flat=True)
    )
    assert "composition" not in set(left_out.values_list("aspect", flat=True))
