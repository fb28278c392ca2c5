"""The page of a change: its form, and what becomes of what was typed."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
)

from bench.changes.drafts import Draft, draft_at, draft_of, settle
from bench.changes.saving import Clash, Saved, save_draft
from bench.changes.states import (
    VIEW,
    WRITE,
    ChangeState,
    RefusedError,
    may,
)
from bench.changes.wording import label_of
from bench.forms.change import ChangeForm
from bench.models import Change
from bench.presence import visit
from bench.views.change_page import change_page, presence_of
from bench.views.merge import merge_page, opened_seal
from bench.views.moves import make_move
from bench.views.shared import (
    editor,
    needs,
    number_in,
)
from content.serialisers import SERIALISERS
from facts.blocks.blocks import ContentError


@needs(VIEW)
@require_http_methods(["GET", "HEAD", "POST"])
def change_detail(request: HttpRequest, pk: str) -> HttpResponse:
    """The page of a change; of a draft, for those who may write, with its form."""
    found = Change.objects.select_related("author", "approver", "undoes")
    change = get_object_or_404(found, pk=number_in(pk))
    writes = may(request.user, WRITE)
    has_form = writes and change.state == ChangeState.DRAFT
    if has_form:
        visit(change, editor(request))
    if request.method == "POST":
        if not writes:
            raise PermissionDenied
        # Sent by somebody else meanwhile, too: what was typed must not be lost.
        return _saved(request, change)
    draft = draft_of(change)
    return change_page(request, change, ChangeForm(change, draft) if has_form else None)


def _number(request: HttpRequest, name: str) -> int:
    number = number_in(request.POST.get(name, ""))
    if number is None:
        raise BadRequest(f"“{name}” must be a number.")
    return number


def _saved(request: HttpRequest, change: Change) -> HttpResponse:
    """Save what was typed; show the form again with what is wrong, or the two texts."""
    version = _number(request, "version")
    try:
        started_from = draft_at(change, version)
    except RefusedError as error:
        raise BadRequest(str(error)) from error
    more = request.POST.get("more", "")
    form = ChangeForm(change, started_from, request.POST, more)
    if more and more not in form.lists:
        raise BadRequest("There is no such list.")
    if more:
        return change_page(request, change, form, version)
    if not form.is_valid():
        told = _("Nothing is saved yet. Mend what is marked; all you typed is still here.")
        return change_page(request, change, form, version, told, status=422)
    if change.state != ChangeState.DRAFT:
        told = _(
            "Nothing is saved, because the change is “%(state)s” now. All you typed is "
            "still here: once it is a draft again, save it from this page."
        )
        told %= {"state": change.get_state_display()}
        return change_page(request, change, form, version, told, status=422)
    draft = form.draft()
    try:
        done = save_draft(change.pk, editor(request), version, draft)
    except (RefusedError, ContentError) as error:
        told = _("Nothing is saved yet. This must be mended: %s") % error
        return change_page(request, change, form, version, told, status=422)
    return after_save(request, change, done)


def after_save(request: HttpRequest, change: Change, done: Saved | Clash) -> HttpResponse:
    if isinstance(done, Clash):
        return merge_page(request, change, done)
    if done.taken:
        serialiser = SERIALISERS[change.kind]
        names = ", ".join(label_of(one.path, serialiser) for one in done.taken)
        told = _("Saved, with what somebody else changed meanwhile: %(names)s.")
        messages.warning(request, told % {"names": names})
    else:
        messages.success(request, _("Saved as version %(n)s.") % {"n": done.version})
    if "send" in request.POST:
        make_move(request, change, "send")
    return redirect("admin:bench_change_change", change.pk)


@needs(WRITE)
@require_POST
def change_visit(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep one's visit, and say who else is there; asked every half minute by htmx."""
    change = get_object_or_404(Change, pk=pk)
    visit(change, editor(request))
    return render(request, "bench/_visits.html", presence_of(request, change))


@needs(WRITE)
@require_POST
def change_merge(request: HttpRequest, pk: int) -> HttpResponse:
    """Save what comes of the choices on the merge page."""
    change = get_object_or_404(Change, pk=pk)
    sealed = opened_seal(request, [change.pk, editor(request).pk])
    chosen = [
        (tuple(path), base, theirs)
        for number, (path, base, theirs) in enumerate(sealed["choices"])
        if request.POST.get(f"choice-{number}") == "theirs"
    ]
    settled, version = sealed["settled"], sealed["version"]
    # From what she saw, not from what is there by now: a third may have saved since.
    seen = {path: theirs for path, _base, theirs in chosen}
    draft = settle(change.kind, Draft(**sealed["merged"]), seen)
    # What she took from the published row is a change of the draft like any other.
    accepted = {} if settled else {path: base for path, base, _theirs in chosen}
    try:
        done = save_draft(pk, editor(request), version, draft, settled, accepted)
    except (RefusedError, ContentError) as error:
        return change_page(
            request, change, ChangeForm(change, draft), version, str(error), 422
        )
    return after_save(request, change, done)
