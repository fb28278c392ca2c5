from __future__ import annotations

from datetime import date

import pytest

from parliament.chambers.standing import Standing, StandingStatus, keys_standing
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("key", "day", "status"),
    [
        ("senate", "1995-08-29", StandingStatus.NOT_YET),
        ("senate", "1995-08-30", StandingStatus.PERHAPS),
        ("senate", "1995-12-05", StandingStatus.STANDS),
        ("senate", "2026-06-30", StandingStatus.STANDS),
        ("senate", "2026-07-01", StandingStatus.ENDED),
        ("kurultai", "2026-06-30", StandingStatus.NOT_YET),
        ("kurultai", "2026-07-01", StandingStatus.STANDS),
        ("supreme-soviet", "1938-06-01", StandingStatus.PERHAPS),
        ("supreme-soviet", "1995-03-11", StandingStatus.ENDED),
    ],
)
def test_how_an_institution_stands_to_a_day(standing, key, day, status):
    looked_at = standing(key, day)
    assert looked_at.status is status
    may_stand = status in (StandingStatus.STANDS, StandingStatus.PERHAPS)
    assert looked_at.may_stand == may_stand
    assert looked_at.stands == (status is StandingStatus.STANDS)
    assert looked_at.has_ended == (status is StandingStatus.ENDED)
    assert looked_at.is_not_yet == (status is StandingStatus.NOT_YET)


def test_the_last_day(standing):
    assert standing("senate", "2000-01-01").last_day() == date(2026, 6, 30)
    assert standing("kurultai", "2026-09-01").last_day() is None


@pytest.mark.parametrize(
    ("day", "standing_then"),
    [
        ("1990-01-01", {"supreme-soviet"}),
        ("1995-10-01", {"senate", "majilis"}),
        ("2026-07-01", {"kurultai"}),
    ],
)
def test_which_institutions_stood_perhaps_too(standing, day, standing_then):
    keys = ("supreme-soviet", "senate", "majilis", "kurultai")
    assert keys_standing(standing(key, day) for key in keys) == standing_then


def named_chamber(day):
    """A chamber of 2000 to 2010 called A and, from 2005, B; the subject is called C."""
    institution = factories.InstitutionFactory(subject__name_en="C")
    subject = institution.subject
    existence = factories.ExistenceFactory(
        fact__subject=subject, fact__start="2000-01-01", fact__end="2010-01-01"
    )
    namings = [
        factories.NameFactory(
            text=text, fact__subject=subject, fact__start=start, fact__end=end
        ).fact
        for text, start, end in (
            ("A", "2000-01-01", "2005-01-01"),
            ("B", "2005-01-01", "2010-01-01"),
        )
    ]
    facts = [existence.fact, *namings]
    return Standing(institution, facts, date.fromisoformat(day))


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("1999-12-31", "C"),  # before its time it has no name of the day
        ("2000-01-01", "A"),
        ("2005-01-01", "B"),
        ("2020-01-01", "B"),
    ],
)
def test_it_bears_the_name_of_the_day_and_the_last_one_after_its_end(day, name):
    assert named_chamber(day).name == name


def test_an_institution_without_a_name_of_its_own_is_called_as_its_subject():
    institution = factories.InstitutionFactory(subject__name_en="C")
    fact = factories.ExistenceFactory(fact__subject=institution.subject).fact
    assert Standing(institution, [fact], date(2007, 1, 1)).name == "C"


def test_its_term_and_convocation_are_those_of_the_day(standing):
    senate = standing("senate", "1998-10-06")
    assert (senate.term.term.years, senate.convocation) == (4, None)
    majilis = standing("majilis", "2013-01-01")
    assert majilis.term.term.years == 5
    assert majilis.convocation.convocation.number == 5


def test_what_is_open_and_what_else_is_told_is_that_of_the_day():
    subject = factories.InstitutionFactory().subject
    facts = [
        factories.FactFactory(subject=subject, aspect=aspect, start=start, end=end)
        for aspect, start, end in (
            ("open-chair", "2000-01-01", "2005-01-01"),
            ("open-seats", "[2000-01-01..2010-01-01]", ".."),
            ("note-visits", "2000-01-01", "2005-01-01"),
            ("note-spending", "[2000-01-01..2010-01-01]", ".."),
            ("note-later", "2008-01-01", ".."),
        )
    ]
    looked_at = Standing(subject.institution, facts, date(2004, 1, 1))
    assert [fact.aspect for fact in looked_at.gaps] == ["open-chair"]
    assert [fact.aspect for fact in looked_at.notes] == ["note-visits", "note-spending"]
