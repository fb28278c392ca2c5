"""Writing what a change says into the content, and what keeps it from being written."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from bench.changes.permissions import RefusedError
from bench.changes.record import stale_rows
from bench.models import Change
from content.rules import MUSTS, breaches
from content.serialisers import SERIALISERS, ordered, split_name
from facts.blocks.blocks import ContentError
from facts.blocks.writing import write
from facts.edition import raise_edition
from facts.guard import writing


def require_ready(change: Change) -> None:
    """Refuse what cannot be published as it is: to be sent, and to be approved."""
    if not change.key:
        raise RefusedError(_("Save it first."))
    if not change.reason:
        raise RefusedError(_("Say why, in one sentence for the public."))
    if stale := stale_rows(change):
        raise RefusedError(
            _("%(row)s has changed since. Open the change and save it again.")
            % {"row": stale[0]}
        )
    if broken := new_breaches(change):
        raise RefusedError(" ".join(broken))


def require_difference(change: Change) -> None:
    """Refuse to have reviewed, and told to readers, what leaves all as it was."""
    if all(change.before(name) == block for name, block in change.blocks.items()):
        raise RefusedError(_("It changes nothing yet: there is nothing to review."))


def apply_change(change: Change) -> None:
    """Write what the change says into the content; the caller holds the transaction.

    Raises ``ContentError`` where a block cannot be written.
    """
    with writing():
        raise_edition()
        for name in ordered(list(change.blocks)):
            write(SERIALISERS[split_name(name)[0]], change.blocks[name])


def new_breaches(change: Change) -> list[str]:
    """The rules of the content that it would break if it were published now."""
    try:
        with transaction.atomic():
            apply_change(change)
            after = [str(breach) for breach in breaches(MUSTS)]
            transaction.set_rollback(True)
    except ContentError as error:
        return [str(error)]
    if not after:
        return []  # so nearly always; what was broken before need not be asked then
    before = {str(breach) for breach in breaches(MUSTS)}
    return [sentence for sentence in after if sentence not in before]
