"""The page of a change, and what becomes of the form that is sent from it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from bench.changes.drafts import apply_choices, draft_at
from bench.changes.permissions import VIEW, WRITE, RefusedError, may
from bench.changes.saving import Clash, Saved, save_draft
from bench.changes.states import ChangeState
from bench.changes.wording import label_of
from bench.forms.change import ChangeForm
from bench.models import Change, Draft
from bench.presence import record_visit
from bench.views.change_page import OpenForm, change_page, presence_of
from bench.views.merge import merge_page, open_seal
from bench.views.moves import make_move
from bench.views.shared import needs, number_in
from content.serialisers import SERIALISERS
from facts.blocks.blocks import ContentError

Outcome = Saved | Clash | OpenForm
"""What becomes of a form that was sent: it is stored, or collides, or is shown again."""


@needs(VIEW)
@require_http_methods(["GET", "HEAD", "POST"])
def change_detail(request: HttpRequest, editor: User, pk: str) -> HttpResponse:
    """The page of a change; of a draft, for those who may write, with its form."""
    changes = Change.objects.select_related("author", "approver", "undoes")
    change = get_object_or_404(changes, pk=number_in(pk))
    outcome: Outcome | None
    may_write = may(editor, WRITE)
    has_form = may_write and change.state == ChangeState.DRAFT
    if has_form:
        record_visit(change, editor)
    if request.method == "POST":
        if not may_write:
            raise PermissionDenied
        outcome = save_form(change, editor, request.POST)
    elif has_form:
        outcome = OpenForm(ChangeForm(change, change.draft), change.version)
    else:
        outcome = None
    return answer(request, editor, change, outcome)


@needs(WRITE)
@require_POST
def change_merge(request: HttpRequest, editor: User, pk: int) -> HttpResponse:
    """Save what comes of the choices on the merge page."""
    change = get_object_or_404(Change, pk=pk)
    sealed = open_seal(request.POST.get("sealed", ""), change, editor)
    outcome = save_choices(change, editor, sealed, request.POST)
    return answer(request, editor, change, outcome)


@needs(WRITE)
@require_POST
def change_visit(request: HttpRequest, editor: User, pk: int) -> HttpResponse:
    """Keep one's visit, and say who else is there; asked every half minute by htmx."""
    change = get_object_or_404(Change, pk=pk)
    record_visit(change, editor)
    version = number_in(request.POST.get("version", "")) or change.version
    context = {"change": change, **presence_of(change, editor, version)}
    return render(request, "bench/_visits.html", context)


def answer(
    request: HttpRequest, editor: User, change: Change, outcome: Outcome | None
) -> HttpResponse:
    """The page of the change, with a form or without; of a clash the page on which to
    choose. What was stored is told in a message, and the page is asked for anew."""
    if outcome is None or isinstance(outcome, OpenForm):
        return change_page(request, editor, change, outcome)
    if isinstance(outcome, Clash):
        return merge_page(request, editor, change, outcome)
    if outcome.merged_in:
        serialiser = SERIALISERS[change.kind]
        names = ", ".join(label_of(leaf.path, serialiser) for leaf in outcome.merged_in)
        sentence = _("Saved, with what somebody else changed meanwhile: %(names)s.")
        messages.warning(request, sentence % {"names": names})
    else:
        messages.success(request, _("Saved as version %(n)s.") % {"n": outcome.version})
    if "send" in request.POST:
        make_move(request, editor, change, "send")
    return redirect("admin:bench_change_change", change.pk)


def save_form(change: Change, editor: User, sent: QueryDict) -> Outcome:
    """Save what was typed, or say with what the form is shown again.

    The change may be no draft any more, because somebody else sent it meanwhile: even
    then nothing that was typed is lost.
    """
    version = number_in(sent.get("version", ""))
    if version is None:
        raise BadRequest("“version” must be a number.")
    list_to_extend = sent.get("more", "")
    form = _sent_form(change, version, sent, list_to_extend)
    if list_to_extend:
        return OpenForm(form, version)
    error = _why_not_saved(change, form)
    if not error:
        try:
            return save_draft(change.pk, editor, version, form.draft())
        except (RefusedError, ContentError) as refused:
            error = _("Nothing is saved yet. This must be mended: %s") % refused
    return OpenForm(form, version, error)


def _sent_form(
    change: Change, version: int, sent: QueryDict, list_to_extend: str
) -> ChangeForm:
    """The form as it was sent, with the draft that it started from.

    Raises ``BadRequest`` for a version or a list that the change does not have.
    """
    try:
        started_from = draft_at(change, version)
    except RefusedError as error:
        raise BadRequest(str(error)) from error
    form = ChangeForm(change, started_from, sent, list_to_extend)
    if list_to_extend and list_to_extend not in form.list_names:
        raise BadRequest("There is no such list.")
    return form


def _why_not_saved(change: Change, form: ChangeForm) -> str:
    """Why a form that was sent is not even tried to be saved; empty where it is."""
    if not form.is_valid():
        return _("Nothing is saved yet. Mend what is marked; all you typed is still here.")
    if change.state != ChangeState.DRAFT:
        return _(
            "Nothing is saved, because the change is “%(state)s” now. All you typed is "
            "still here: once it is a draft again, save it from this page."
        ) % {"state": change.get_state_display()}
    return ""


def save_choices(
    change: Change, editor: User, sealed: Mapping[str, Any], sent: QueryDict
) -> Outcome:
    """Save both texts in one, each collision as she chose it; see ``merge_page``."""
    taken = [
        (tuple(path), base, theirs)
        for number, (path, base, theirs) in enumerate(sealed["choices"])
        if sent.get(f"choice-{number}") == "theirs"
    ]
    # From what she saw, not from what is there by now: a third may have saved since.
    theirs = {path: leaf for path, _base, leaf in taken}
    draft = apply_choices(Draft.from_stored(sealed["draft"]), change.kind, theirs)
    version, published = sealed["version"], sealed["published_version"]
    # What she took from the published row is a change of the draft like any other.
    chosen = {} if published else {path: base for path, base, _theirs in taken}
    try:
        return save_draft(change.pk, editor, version, draft, published, chosen)
    except (RefusedError, ContentError) as error:
        return OpenForm(ChangeForm(change, draft), version, str(error))
