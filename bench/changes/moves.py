"""What happens to a saved change: it is sent, given back, approved, dropped, published."""

from __future__ import annotations

import logging

from django.contrib.auth.models import User
from django.db import InterfaceError, OperationalError, transaction
from django.utils.translation import gettext as _

from bench.changes.applying import apply_change, require_difference, require_ready
from bench.changes.permissions import MOVES, RefusedError, require
from bench.changes.record import add_step, writers_of
from bench.changes.states import ChangeState
from bench.models import Change
from content.record import record_change
from facts.blocks.blocks import ContentError
from facts.guard import alone, writing
from web.clock import now, today

log = logging.getLogger(__name__)


@alone()
@writing()
def move_change(
    pk: int, who: User, name: str, words: str = "", read: int | None = None
) -> Change:
    """Make a move other than a save: send, take back, give back, approve, drop.

    What is approved without a day to wait for is published at once. ``read`` is the
    version that she has read; pages always send it. Raises ``RefusedError`` where ``who``
    may not, or the change cannot be published as it is.
    """
    change = Change.objects.get(pk=pk)
    require(name, change.state, who, writers_of(change), words, change.is_untouched)
    if name == "approve" and read not in (None, change.version):
        raise RefusedError(_("It is not the version that you read. Read this one first."))
    if name == "send":
        require_ready(change)
        require_difference(change)
    change.state = MOVES[name].target
    change.approver = who if name == "approve" else None
    if name == "approve" and change.publish_on is None:
        change.publish_on = today()
    change.save()
    add_step(change, name, who, words)
    if name == "approve":
        require_ready(change)
        if change.publish_on and change.publish_on <= today():
            _publish(change, who)
    return change


def _publish(change: Change, who: User | None) -> None:
    """Write it into the content and the public record.

    ``who`` is nobody where it is published because its day has come.
    """
    apply_change(change)
    change.state = ChangeState.PUBLISHED
    change.published_at = now()
    change.save()
    add_step(change, "publish", who)
    record_change(
        change.pk,
        change.aim,
        change.written,
        reason=str(change.reason),
        at=change.published_at,
        undoes=change.undoes_id,
    )


@writing()
def publish_due() -> list[Change]:
    """Publish every approved change whose day has come; return those published.

    One that can no longer be published goes back to its author with the reason. Raises
    ``OperationalError`` or ``InterfaceError`` where the database fails: then it is to be
    tried again. What the database only refuses to store is the fault of one change.
    """
    published = []
    for due in Change.objects.due(today()):
        with alone():
            change = Change.objects.get(pk=due.pk)
            if change.state != ChangeState.APPROVED:
                continue  # another worker was quicker
            try:
                with transaction.atomic():
                    require_ready(change)
                    _publish(change, None)
                published.append(change)
            except (OperationalError, InterfaceError):
                raise  # it is gone or busy: nothing that this change could mend
            except (RefusedError, ContentError) as error:
                _give_back(change, str(error))
            except Exception:
                # A fault of ours may cost one change its day, but no reader her page.
                log.exception("%s could not be published", change)
                words = _("It could not be written. The log of the site says why.")
                _give_back(change, words)
    return published


def _give_back(change: Change, words: str) -> None:
    change.refresh_from_db()
    change.state = ChangeState.DRAFT
    change.approver = None
    change.save()
    add_step(change, "give-back", None, words)
