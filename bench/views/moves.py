"""The moves of a change, going back, and its preview."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.views.decorators.http import require_POST, require_safe

from bench.changes.beginning import go_back
from bench.changes.permissions import MOVES, VIEW, WRITE, RefusedError, may
from bench.changes.preview import preview_page, previews_of
from bench.changes.states import ChangeState
from bench.models import Change
from bench.views.shared import needs, number_in, try_move
from facts.blocks.blocks import ContentError
from web.clock import today

STATE_IN_WORDS = {
    ChangeState.DRAFT: _l("It is a draft again."),
    ChangeState.REVIEW: _l("It waits for a second person."),
    ChangeState.APPROVED: _l("It waits for its day."),
    ChangeState.PUBLISHED: _l("It is published."),
    ChangeState.DROPPED: _l("It stays in the records."),
}
"""What a state means, for somebody who has just brought a change there."""


@needs(VIEW)
@require_POST
def change_move(request: HttpRequest, editor: User, pk: int) -> HttpResponse:
    """Send, take back, give back, approve or drop; 403 where the right is lacking."""
    change = get_object_or_404(Change, pk=pk)
    name = request.POST.get("name", "")
    if name not in MOVES or name == "save":
        raise BadRequest("There is no such move.")
    if not may(editor, MOVES[name].right):
        raise PermissionDenied
    words = request.POST.get("words", "")[:2000]
    read = number_in(request.POST.get("version", "")) or 0
    is_made = make_move(request, editor, change, name, words, read)
    if is_made and name == "give-back":
        # On its page she would have the form open that its author now goes on with.
        return redirect("admin:index")
    return redirect("admin:bench_change_change", pk)


def make_move(
    request: HttpRequest,
    editor: User,
    change: Change,
    name: str,
    words: str = "",
    read: int = 0,
) -> bool:
    """Make a move, and say in a message how it went; the answer is whether it was made."""
    if why := try_move(editor, change, name, words, read):
        if words:  # they may be long, and the page of the change is another by now
            why = _("%(why)s Your words were: “%(words)s”") % {"why": why, "words": words}
        messages.error(request, why)
        return False
    done = capfirst(str(MOVES[name].done))
    messages.success(request, f"{done}. {STATE_IN_WORDS[ChangeState(change.state)]}")
    return True


@needs(WRITE)
@require_POST
def change_go_back(request: HttpRequest, editor: User, pk: int) -> HttpResponse:
    """Begin a change that undoes this one."""
    change = get_object_or_404(Change, pk=pk)
    try:
        pk = go_back(change, editor).pk
    except (RefusedError, ContentError) as error:
        messages.error(request, str(error))
    return redirect("admin:bench_change_change", pk)


@needs(VIEW)
@require_safe
def change_preview(
    request: HttpRequest, editor: User, pk: int, page: str = ""
) -> HttpResponse:
    """A public page as it will be; without ``page``, the one that shows the change."""
    change = get_object_or_404(Change, pk=pk)
    if not (change.is_open and change.key):
        messages.error(request, _("Only a saved change that is open has a preview."))
        return redirect("admin:bench_change_change", pk)
    try:
        if not page:
            return redirect(previews_of(change, today())[0].address)
        return preview_page(request, change, page, today())
    except ContentError as error:
        messages.error(request, str(error))
        return redirect("admin:bench_change_change", pk)
