from __future__ import annotations

import re
from datetime import date

import pytest

from elections.contestants.contestant import Contestant
from elections.contestants.line import line_chart, line_of
from facts.models import Fact
from tests import factories
from tests.elections.building import PARTIES, make_party

pytestmark = pytest.mark.django_db


def test_names_and_mergers_are_drawn_and_listed(client, see, amanat):
    asar = make_party("asar", ("Asar", "2003", "2006-09-25"))
    factories.MergerFactory(fact__subject=asar, fact__start="2006-09-25", into=amanat)
    page = client.get(f"{PARTIES}amanat/").page()
    part = page.split('class="lanes"')[1].split("</section>")[0]
    assert part.count('<svg class="lane"') == 5
    assert [
        re.sub("<[^>]+>", "", entry) for entry in re.findall(r"<p><b>(.+?)</b>", part)
    ] == [
        "Otan",
        "Asar",
        "Asar joined it",
        "Nur Otan",
        "Amanat",
    ]
    text = see(f"{PARTIES}amanat/")
    assert "Asar joined it" in text
    assert "It joined Otan (later Nur Otan, Amanat)" in see(f"{PARTIES}asar/")


def line_on(party, day):
    facts = Fact.objects.with_sentences().in_order()
    return line_of(Contestant(party, list(facts), date.fromisoformat(day)))


def test_names_and_mergers_stand_in_one_order(amanat):
    asar = make_party("asar", ("Asar", "2003", "2006-09-25"))
    factories.MergerFactory(fact__subject=asar, fact__start="2006-09-25", into=amanat)
    line = line_on(amanat, "2016-01-01")
    assert [entry.name.text if entry.name else "merger" for entry in line] == [
        "Otan",
        "Asar",
        "merger",
        "Nur Otan",
        "Amanat",
    ]
    assert [entry.is_own for entry in line] == [True, False, False, True, True]
    assert [entry.is_current for entry in line] == [False, False, False, True, False]
    assert not any(entry.is_current for entry in line_on(amanat, "1990-01-01"))
    asars = line_on(asar, "2016-01-01")
    assert [entry.is_own for entry in asars if entry.merger] == [True]


def test_a_merger_is_drawn_on_its_day_and_a_name_over_its_time(amanat):
    asar = make_party("asar")
    factories.MergerFactory(fact__subject=asar, fact__start="2006-09-25", into=amanat)
    otan, merger, *_ = line_on(amanat, "2016-01-01")
    assert otan.span.end_latest == date(2006, 12, 22)
    day = date(2006, 9, 25)
    assert merger.span.start_earliest == merger.span.end_latest == day


def test_one_name_alone_is_not_drawn(empty):
    line = line_on(make_party("asar", ("Asar", "2003", "..")), "2016-01-01")
    assert len(line) == 1
    assert line_chart(line, date(2016, 1, 1)) is None
