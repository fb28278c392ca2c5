"""The one place that asks what time it is. The site's day is Almaty's."""

from __future__ import annotations

import time
from datetime import date, datetime

from django.utils import timezone


def today() -> date:
    """The day it is in Kazakhstan."""
    return timezone.localdate()


def now() -> datetime:
    """The moment it is, with its time zone."""
    return timezone.now()


class DayWatch:
    """Call it for the day it is, asked of the calendar once in each second.

    A day begins with a second, so that this is never late.
    """

    def __init__(self) -> None:
        self._known = (0, date.min)

    def __call__(self) -> date:
        """The day it is in Kazakhstan."""
        second, day = self._known
        if (now_second := int(time.time())) != second:
            # One value, so that no other thread puts its second to this day.
            self._known = (now_second, day := today())
        return day
