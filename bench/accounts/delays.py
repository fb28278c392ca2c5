"""How wrong log-ins are slowed.

By name and place: who types one name wrong again and again from one place waits, ever
longer. A place is an address, or a browser that the holder of that name logged in with
before: so nobody who shares her address can keep her waiting. All names from one address
are slowed only when many different ones were wrong there: a school has one address.

A try is counted before the password is looked at and forgotten when it was right, so that
many at once are not all looked at. No try counts while a delay runs, and none runs longer
than ``LONGEST``: nobody is locked out for good. The counts are in the database, which all
workers and machines share.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils.crypto import salted_hmac

from bench.models import LoginDelay
from web.clock import now

FREE = 5
"""Wrong tries that cost no wait."""
FIRST = timedelta(seconds=10)
"""The wait after the last free try; each more doubles it."""
LONGEST = timedelta(minutes=5)
FORGOTTEN = timedelta(days=1)
"""After how long without a wrong try they are forgotten."""
MANY_NAMES = 50
"""Different names wrong from one address within that time, from which on it is slowed."""

NONE = timedelta()


def digest(text: str) -> str:
    """What stands for a name or a place; one name for all spellings of its letters."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return salted_hmac("bench.accounts.delays", folded).hexdigest()[:32]


def delay_after(wrong: int, free: int = FREE) -> timedelta:
    """How long the next try waits after so many wrong ones."""
    if wrong < free:
        return NONE
    doubled: int = 2 ** min(wrong - free, 10)
    return min(FIRST * doubled, LONGEST)


@dataclass(frozen=True)
class Attempt:
    """Somebody tries to log in: as whom, and from where.

    ``browser`` is the id of a browser that is known of that name, or empty.
    """

    name: str
    address: str
    browser: str = ""

    @property
    def place(self) -> str:
        """The digest of the browser where it is known, else of the address."""
        return digest(f"browser {self.browser}" if self.browser else self.address)

    def wait(self) -> timedelta:
        """Take a turn: no time where the password may be looked at now, else how long
        to wait. What is looked at counts as wrong until ``passed``."""
        name = digest(self.name)
        is_slowed = not self.browser and _many_names_from(self.place, name)
        wait = _take_turn("", self.place, free=1) if is_slowed else NONE
        return wait or _take_turn(name, self.place)

    def wait_for_code(self) -> timedelta:
        """As ``wait``, for the code of an app, which only who knows the password is asked.

        It has few digits and many people may guess, so all unknown browsers wait as one.
        """
        place = self.place if self.browser else ""
        return _take_turn(digest(f"code of {self.name}"), place)

    def passed(self) -> None:
        """It was right: forget what was wrong before."""
        forget(self.name, self.place)
        forget(f"code of {self.name}", self.place if self.browser else "")


def forget(name: str, *places: str) -> None:
    """Forget the wrong tries of a name, from these places (digests) or from everywhere."""
    delays = LoginDelay.objects.filter(name=digest(name))
    (delays.filter(place__in=places) if places else delays).delete()


def _many_names_from(place: str, name: str) -> bool:
    others = LoginDelay.objects.filter(place=place, last_at__gt=now() - FORGOTTEN)
    return others.exclude(name__in=("", name)).count() >= MANY_NAMES


def _take_turn(name: str, place: str, free: int = FREE) -> timedelta:
    moment = now()
    waiting = LoginDelay.objects.filter(name=name, place=place, open_at__gt=moment)
    if found := waiting.first():  # read first: to wait is to write nothing
        return found.open_at - moment
    with transaction.atomic():
        row, is_new = LoginDelay.objects.select_for_update().get_or_create(
            name=name, place=place, defaults={"last_at": moment, "open_at": moment}
        )
        if row.open_at > moment:
            return row.open_at - moment
        if row.last_at < moment - FORGOTTEN:
            row.wrong = 0
        row.wrong += 1
        row.last_at = moment
        row.open_at = moment + delay_after(row.wrong, free)
        row.save()
    if is_new:
        LoginDelay.objects.filter(last_at__lt=moment - FORGOTTEN).delete()
    return NONE
