"""The edition of the content: a number that every publication and every load raises.

Each worker keeps what it made for one edition. It believes the number that it read for a
moment (``known_for``), and who publishes waits as long: once publishing has answered, no
worker shows what was before.
"""

from __future__ import annotations

import time

from django.db import DatabaseError, connection, transaction
from django.db.models import F

from facts.held import hold_no_longer
from facts.models import Edition

KNOWN_FOR_ON_SQLITE, KNOWN_FOR = 0.05, 1.0
"""Seconds for which a worker believes the number that it read, on SQLite and elsewhere.

On SQLite the question costs little, yet as much as all the rest of a kept page.
"""


def known_for() -> float:
    """Seconds for which a worker of this database believes the number."""
    return KNOWN_FOR_ON_SQLITE if connection.vendor == "sqlite" else KNOWN_FOR


def raise_edition() -> None:
    """Begin a new edition, in the transaction in which the content is written.

    The commit returns when every worker knows of it.
    """
    hold_no_longer()
    if not Edition.objects.update(number=F("number") + 1):
        # Other than any number of a database that stood here before.
        Edition.objects.create(number=int(time.time()))
    _let_workers_know()


def set_edition(number: int) -> None:
    """Let the edition have this number, which none has had: for a database brought back."""
    with transaction.atomic():
        Edition.objects.all().delete()
        Edition.objects.create(number=number)
        _let_workers_know()


def _let_workers_know() -> None:
    """Have the commit wait, once, for workers believe an older number for a while."""
    if not any(wait_for_workers in waiting for waiting in connection.run_on_commit):
        transaction.on_commit(wait_for_workers)


def wait_for_workers() -> None:
    """Wait until no worker believes an older number."""
    time.sleep(known_for())


def number_now() -> int | None:
    """The number of the edition as the database says it; nothing where it does not answer.

    It is asked while pages are answered, so past Django's querysets.
    """
    try:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT number FROM {Edition._meta.db_table}")  # noqa: S608
            row = cursor.fetchone()
    except DatabaseError:
        return None
    return int(row[0]) if row else 0


class EditionWatch:
    """What one worker knows of the edition: call it for the number, or nothing."""

    def __init__(self) -> None:
        self._known: tuple[int | None, float] = (None, 0.0)

    def __call__(self) -> int | None:
        """The number, at most ``known_for`` seconds old."""
        number, until = self._known
        if (now := time.monotonic()) >= until:
            if not connection.in_atomic_block:
                connection.close_if_unusable_or_obsolete()
            number = number_now()
            # The time before the question: an answer may be as old as that. One value, so
            # that no other thread puts its time to this number.
            self._known = (number, now + known_for())
        return number
