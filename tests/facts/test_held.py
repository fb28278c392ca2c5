from __future__ import annotations

import pytest
from django.utils import translation

from facts import held as module
from facts.held import HeldReadings, held, hold_no_longer, of_edition


@pytest.fixture
def readings(monkeypatch):
    own = HeldReadings(most=300)
    monkeypatch.setattr(module, "readings", own)
    return own


@pytest.fixture
def read(readings):
    """A reading that counts how often it was asked."""
    asked = []

    @held
    def read(*arguments):
        asked.append(arguments)
        return list(arguments)

    read.asked = asked
    return read


def test_it_is_read_once_for_an_edition_and_its_arguments(read):
    with of_edition(1):
        assert read("a") is read("a")
        assert read("b") == ["b"]
    with of_edition(1):
        read("a")
    assert read.asked == [("a",), ("b",)]
    with of_edition(2):
        read("a")
    assert len(read.asked) == 3


def test_each_language_has_its_own(read):
    with of_edition(1):
        read()
        with translation.override("kk"):
            read()
        read()
    assert len(read.asked) == 2


def test_outside_a_request_it_is_read_each_time(read):
    read()
    read()
    with of_edition(None):
        read()
    assert len(read.asked) == 3


def test_who_has_written_reads_anew_to_the_end_of_the_request(read):
    with of_edition(1):
        kept = read()
        hold_no_longer()
        assert read() is not read() is not kept
    with of_edition(1):
        assert read() is kept


def test_nothing_read_and_none_are_held_too(readings):
    asked = []

    @held
    def nothing():
        asked.append(1)

    with of_edition(1):
        assert nothing() is None
        assert nothing() is None
    assert len(asked) == 1


def test_a_new_edition_lets_go_of_the_one_before(read, readings):
    with of_edition(1):
        read(*range(20))
    with of_edition(2):
        read("a")
    assert readings.rows == 2


def test_the_longest_unread_go_first(readings):
    readings.put("a", range(79))
    readings.put("b", range(79))
    readings.put("c", range(79))
    assert readings.get("a")
    readings.put("d", range(79))
    assert not readings.get("b")
    assert readings.get("a")
    assert readings.rows == 240


def test_a_reading_put_twice_counts_once(readings):
    readings.put("a", range(9))
    readings.put("a", range(19))
    assert readings.rows == 20


def test_what_is_too_large_is_not_held(readings):
    readings.put("a", range(200))
    assert not readings.get("a")
    assert readings.rows == 0
