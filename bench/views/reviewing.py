"""Several changes approved at once: first each is read, with its sources beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from bench.changes.permissions import refusal
from bench.changes.record import writers_of
from bench.changes.wording import state_in_words, titles_of
from bench.models import Change
from bench.views.shared import (
    bench_page,
    changed_rows,
    number_in,
    passages_of,
    try_move,
)
from content.before_and_after import RowDifference
from facts.models import Passage


@dataclass(frozen=True)
class ReviewedChange:
    """A change as a reviewer reads it; ``why_not`` is empty where she may approve it."""

    change: Change
    state: str
    differences: list[RowDifference]
    passages: list[Passage]
    why_not: str


def approve_chosen(
    request: HttpRequest, editor: User, changes: Sequence[Change]
) -> HttpResponse | None:
    """Show what these changes do, or approve those whose versions she says she has read.

    The answer is none once that is done, and a message says of each change how it went.
    """
    read = {
        change: version
        for change in changes
        if (version := number_in(request.POST.get(f"read-{change.pk}", ""))) is not None
    }
    if not read:
        return _page(request, editor, changes)
    for change, version in read.items():
        if why := try_move(editor, change, "approve", read=version):
            messages.error(request, f"{change}: {why}")
        else:
            messages.success(request, _("Approved: %s") % change)
    return None


def _page(request: HttpRequest, editor: User, changes: Sequence[Change]) -> HttpResponse:
    titles = titles_of(changes)
    reviewed = [
        ReviewedChange(
            change,
            state_in_words(change),
            changed_rows(change, titles),
            passages_of(change),
            refusal("approve", change.state, editor, writers_of(change), ""),
        )
        for change in changes
    ]
    context = {
        "changes": reviewed,
        "may_approve_any": any(not change.why_not for change in reviewed),
    }
    title = _("Read, then approve")
    return bench_page(request, "bench/approve.html", title, context)
