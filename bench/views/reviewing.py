"""Several changes approved at once: first each is read, with its sources beside it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from bench.changes.record import writers_of
from bench.changes.states import refusal
from bench.changes.wording import titles_of
from bench.models import Change
from bench.views.shared import bench_page, differing, editor, moved, number_in, passages_of
from content.differences import RowDifference
from facts.models import Passage


@dataclass(frozen=True)
class ReviewedChange:
    """A change as a reviewer reads it; ``why_not`` is empty where she may approve it."""

    change: Change
    differences: list[RowDifference]
    passages: list[Passage]
    why_not: str


def approve_chosen(request: HttpRequest, changes: Iterable[Change]) -> HttpResponse | None:
    """Show what these changes do, or approve those whose versions she says she has read.

    The answer is none once that is done, and each change is told of in a message.
    """
    read = {
        change: version
        for change in changes
        if (version := number_in(request.POST.get(f"read-{change.pk}", ""))) is not None
    }
    if not read:
        return _page(request, changes)
    for change, version in read.items():
        if why_not := moved(editor(request), change, "approve", read=version):
            messages.error(request, f"{change}: {why_not}")
        else:
            messages.success(request, _("Approved: %s") % change)
    return None


def _page(request: HttpRequest, changes: Iterable[Change]) -> HttpResponse:
    titles = titles_of(changes)
    shown = [
        ReviewedChange(
            change,
            differing(change, titles),
            passages_of(change),
            refusal("approve", change.state, editor(request), writers_of(change), ""),
        )
        for change in changes
    ]
    context = {"shown": shown, "some": any(not one.why_not for one in shown)}
    title = _("Read, then approve")
    return bench_page(request, "bench/approve.html", title, context)
