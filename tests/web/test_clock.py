from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.utils import timezone

from web.clock import now, today


@pytest.fixture
def at(monkeypatch):
    """Set the clock, in UTC; the day is worked out from it as on the site."""

    def set_clock(moment):
        monkeypatch.setattr(timezone, "now", lambda: moment)
        monkeypatch.setattr(
            timezone, "localdate", lambda: timezone.localtime(moment).date()
        )

    return set_clock


def test_the_day_is_that_of_almaty(at):
    at(datetime(2026, 7, 1, 18, 59, tzinfo=UTC))
    assert today() == date(2026, 7, 1)
    at(datetime(2026, 7, 1, 19, 1, tzinfo=UTC))
    assert today() == date(2026, 7, 2)


def test_the_moment_knows_its_time_zone(at):
    moment = datetime(2026, 7, 1, 12, tzinfo=UTC)
    at(moment)
    assert now() == moment
    assert now().tzinfo is not None
