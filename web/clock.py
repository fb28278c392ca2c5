"""The one place that asks what time it is. The site's day is Almaty's."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone


def today() -> date:
    """The day it is in Kazakhstan."""
    return timezone.localdate()


def now() -> datetime:
    """The moment it is, with its time zone."""
    return timezone.now()
