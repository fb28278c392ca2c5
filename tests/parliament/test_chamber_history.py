"""One chamber through time, and who led it on a day."""

from __future__ import annotations

import re

import pytest

from facts.models import Fact
from parliament.aspects import CHAIR

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("chamber", "on", "person"),
    [
        ("senate", "1996-06-01", "Ömırbek Baigeldi"),
        ("senate", "2010-01-01", "Kassym-Jomart Tokayev"),
        ("senate", "2012-01-01", "Qairat Mämi"),
        ("senate", "2016-01-01", "Kassym-Jomart Tokayev"),
        ("senate", "2019-06-01", "Darigha Nazarbaeva"),
        ("senate", "2026-06-30", "Maulen Ashimbayev"),
        ("majilis", "1997-01-01", "Marat Ospanov"),
        ("majilis", "2015-01-01", "Qabibolla Jaqypov"),
        ("majilis", "2016-05-01", "Baqtyqoja Izmūhambetov"),
        ("majilis", "2024-01-01", "Yerlan Koshanov"),
    ],
)
def test_who_chaired_a_chamber(see, chamber, on, person):
    assert f"{person} was Chair of the" in see(f"/en/chambers/{chamber}/?on={on}")


def test_what_one_weak_source_says_is_told_after_it(see):
    text = see("/en/chambers/senate/?on=1996-06-01")
    assert re.search(r"Chair of the Senate ?\. according to Encyclopedia copy", text)
    confirmed = see("/en/chambers/senate/?on=2026-06-30")
    assert re.search(r"Ashimbayev was Chair of the Senate ?\. From 4 May 2020", confirmed)


def test_nobody_sat_in_the_chair_on_a_day_that_no_source_names(see):
    text = see("/en/chambers/senate/?on=2020-05-03")
    assert "Who chaired it on this day is not stated in the sources." in text


def test_no_two_chairs_of_a_chamber_are_certain_on_one_day():
    for subject in ("senate", "majilis", "supreme-soviet"):
        chairs = list(Fact.objects.filter(subject__key=subject, aspect=CHAIR))
        assert chairs
        for one in chairs:
            for other in chairs:
                assert one == other or not one.period.surely_overlaps(other.period)


@pytest.mark.parametrize(
    ("on", "number"),
    [
        ("1997", 1),
        ("2001", 2),
        ("2006", 3),
        ("2009", 4),
        ("2013", 5),
        ("2018", 6),
        ("2022", 7),
        ("2024", 8),
    ],
)
def test_which_convocation_sat(see, on, number):
    text = see(f"/en/chambers/majilis/?on={on}")
    assert re.search(rf"The Mäjilis of the {number}(st|nd|rd|th) convocation sat\.", text)


def test_the_history_lists_everything_and_marks_the_day(client, see):
    text = see("/en/chambers/majilis/history/?on=2013")
    for number in range(1, 9):
        assert re.search(rf"Convocation {number}\b", text)
    assert "Dissolutions" in text
    assert "On 30 January 1996" in text
    page = client.get("/en/chambers/majilis/history/?on=2013").page
    shown = re.findall(r'<li class="shown" aria-current="date">\s*<p><b>(.*?)</b>', page)
    assert shown == ["Convocation 5", "Nūrlan Nyğmatulin"]


def test_when_the_senate_made_the_laws_alone(see):
    text = see("/en/chambers/senate/history/")
    assert "From 21 June 2007 to 10 July 2007 at least, perhaps to 11 July 2007" in text
    assert "From 16 November 2011 to 18 January 2012 at least" in text


def test_an_unknown_chamber_has_no_history(client):
    assert client.get("/en/chambers/nothing/history/").status_code == 404
    assert client.get("/en/chambers/parliament/history/").status_code == 404
