from __future__ import annotations

from datetime import date

import pytest

from parliament.chambers.facts_on_day import FactsOnDay
from parliament.chambers.history import History
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("aspect", "part"),
    [
        ("composition", "compositions"),
        ("convocation", "convocations"),
        ("chair", "chairs"),
        ("deputy-chair-albert-rau", "deputy_chairs"),
        ("first-sitting", "first_sittings"),
        ("dissolved", "dissolutions"),
        ("alone", "spells_alone"),
        ("succession-kurultai", "successions"),
        ("open-chair", "gaps"),
    ],
)
def test_each_part_holds_its_facts_of_all_times(aspect, part):
    facts = [
        factories.FactFactory(aspect=aspect, start="1990-01-01", end="1991-01-01"),
        factories.FactFactory(aspect=aspect, start="2020-01-01"),
        factories.FactFactory(aspect="note-other"),
    ]
    history = History(FactsOnDay(facts, date(2000, 1, 1)))
    assert getattr(history, part) == facts[:2]


def test_its_numbers_are_drawn_with_its_dissolutions_and_the_day(standing):
    chart = standing("majilis", "2026-06-30").history.chart
    assert [flat.value for flat in chart.flats] == [67, 77, 107, 98]
    assert len(chart.pauses) == 4
    assert chart.marker == chart.scale.x(date(2026, 6, 30))


def test_one_number_is_not_drawn(standing):
    assert standing("kurultai", "2026-09-01").history.chart is None


def test_everything_of_the_majilis_is_there(standing):
    history = standing("majilis", "2013-01-01").history
    numbers = [fact.convocation.number for fact in history.convocations]
    assert numbers == list(range(1, 9))
    assert len(history.dissolutions) == 4
    assert len(history.chairs) > 8
