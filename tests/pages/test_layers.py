"""The layers of age of a document."""

from __future__ import annotations

from datetime import date

from pages.layers import layers_of
from tests import factories
from web.charts.lanes import Span


def passages(*rows):
    return [
        factories.PassageFactory.build(document=None, speaks=speaks, section_en=section)
        for speaks, section in rows
    ]


def test_passages_that_speak_at_one_time_are_a_layer():
    listed = passages(("2008", "Rules"), ("2006", "History"), ("2008", "History"))
    first, second = layers_of(listed)
    assert first.passages == [listed[1]]
    assert second.passages == [listed[0], listed[2]]


def test_layers_stand_by_the_first_and_then_the_last_day_they_may_be_of():
    listed = passages(("[2006..2008]", "a"), ("2006", "b"), ("2005-12-31", "c"))
    assert [layer.passages[0].speaks for layer in layers_of(listed)] == [
        "2005-12-31",
        "2006",
        "[2006..2008]",
    ]


def test_a_layer_reaches_over_the_time_at_which_it_can_have_been_written():
    (layer,) = layers_of(passages(("[2006..2008-06]", "a")))
    assert layer.span == Span.within(date(2006, 1, 1), date(2008, 6, 30))


def test_the_sections_of_a_layer_are_named_once_in_their_order():
    (layer,) = layers_of(
        passages(("2008", "Rules"), ("2008", "History"), ("2008", "Rules"))
    )
    assert layer.sections == ["Rules", "History"]
