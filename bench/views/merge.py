"""Two editors at once: the page on which the second chooses."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from django.core import signing
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from bench.changes.saving import Clash
from bench.changes.wording import draft_differences, label_of, value_of
from bench.models import Change
from bench.views.shared import (
    bench_page,
    editor,
)
from content.differences import Titles
from content.serialisers import SERIALISERS

SEAL = "bench.merge"


@dataclass(frozen=True)
class MergeChoice:
    """A field that two editors changed, in words, and its number on the page."""

    number: int
    label: str
    base: str
    mine: str
    theirs: str


def merge_page(request: HttpRequest, change: Change, clash: Clash) -> HttpResponse:
    serialiser = SERIALISERS[change.kind]
    sides = [clash.merged.block, change.block, change.before(change.name)]
    titles = Titles((change.kind, block) for block in sides if block)
    choices = [
        MergeChoice(
            number,
            label_of(one.path, serialiser),
            value_of(one.path, one.base, serialiser, titles),
            value_of(one.path, one.mine, serialiser, titles),
            value_of(one.path, one.theirs, serialiser, titles),
        )
        for number, one in enumerate(clash.collisions)
    ]
    sealed = {
        "of": [change.pk, editor(request).pk],
        "merged": asdict(clash.merged),
        "choices": [(one.path, one.base, one.theirs) for one in clash.collisions],
        "version": clash.version,
        "settled": clash.settled,
    }
    context = {
        "change": change,
        "choices": choices,
        "taken": draft_differences(clash.taken, serialiser, titles),
        "who": clash.who,
        "sealed": signing.dumps(sealed, salt=SEAL, compress=True),
    }
    title = _("You both changed the same thing")
    return bench_page(request, "bench/merge.html", title, context, status=409)


def opened_seal(request: HttpRequest, of: list[int]) -> dict[str, Any]:
    """What the merge page sealed, for this change and this editor alone; else 400."""
    try:
        sealed: dict[str, Any] = signing.loads(request.POST.get("sealed", ""), salt=SEAL)
    except signing.BadSignature as error:
        raise BadRequest("This does not come from the merge page.") from error
    if sealed["of"] != of:
        raise BadRequest("This comes from the merge page of another.")
    return sealed
