"""Two editors at once: the page on which the second chooses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.auth.models import User
from django.core import signing
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from bench.changes.saving import Clash
from bench.changes.wording import draft_differences, label_of, value_of
from bench.models import Change
from bench.views.shared import bench_page
from content.before_and_after import Titles
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


def merge_page(
    request: HttpRequest, editor: User, change: Change, clash: Clash
) -> HttpResponse:
    """What both wrote, line by line, for the editor to choose from; 409.

    Nothing is stored until she does: the page carries it all, sealed.
    """
    serialiser = SERIALISERS[change.kind]
    blocks = [clash.draft.block, change.block, change.before(change.name)]
    titles = Titles((change.kind, block) for block in blocks if block)
    choices = [
        MergeChoice(
            number,
            label_of(collision.path, serialiser),
            value_of(collision.path, collision.base, serialiser, titles),
            value_of(collision.path, collision.mine, serialiser, titles),
            value_of(collision.path, collision.theirs, serialiser, titles),
        )
        for number, collision in enumerate(clash.collisions)
    ]
    context = {
        "change": change,
        "choices": choices,
        "merged_in": draft_differences(clash.merged_in, serialiser, titles),
        "who": clash.who,
        "sealed": seal(change, editor, clash),
    }
    title = _("You both changed the same thing")
    return bench_page(request, "bench/merge.html", title, context, status=409)


def seal(change: Change, editor: User, clash: Clash) -> str:
    """All that a choice needs, signed, so that it comes back as it went."""
    collisions = clash.collisions
    sealed = {
        "of": [change.pk, editor.pk],
        "draft": clash.draft.stored(),
        "choices": [(leaf.path, leaf.base, leaf.theirs) for leaf in collisions],
        "version": clash.version,
        "published_version": clash.published_version,
    }
    return signing.dumps(sealed, salt=SEAL, compress=True)


def open_seal(text: str, change: Change, editor: User) -> dict[str, Any]:
    """What the merge page sealed for this change and this editor; else ``BadRequest``."""
    try:
        sealed: dict[str, Any] = signing.loads(text, salt=SEAL)
    except signing.BadSignature as error:
        raise BadRequest("This does not come from the merge page.") from error
    if sealed["of"] != [change.pk, editor.pk]:
        raise BadRequest("This comes from the merge page of another.")
    return sealed
