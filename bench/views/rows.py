"""The page of a row, and where changes begin."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from bench.changes.beginning import begin_change
from bench.changes.permissions import VIEW, WRITE, RefusedError, may
from bench.changes.record import open_change_touching
from bench.forms.aspect_choice import aspects_for
from bench.forms.start import StartForm
from bench.models import Change, Check
from bench.usage import bench_address, usage_of
from bench.views.shared import bench_page, needs, number_in, passages_in
from content.before_and_after import Titles, in_words
from content.models import Aim
from content.serialisers import LEFT_TO_NEW_VALUE, SERIALISERS, ContentKind
from content.usage import title_of_row
from facts.blocks.blocks import Block, block_of
from facts.blocks.leaves import differences, flat
from facts.models import Content, Fact
from web.clock import today

MOST_CHECKS = 5
"""Checks of a fact that its page lists."""


# --- the page of a row ----------------------------------------------------------------


@needs(VIEW)
@require_safe
def row_detail(
    request: HttpRequest, editor: User, model: type[Content], pk: str
) -> HttpResponse:
    """What a row says, where it is used, what was done with it, and how to change it."""
    kind = next(
        name for name, serialiser in SERIALISERS.items() if serialiser.model is model
    )
    serialiser = SERIALISERS[kind]
    rows = model._default_manager.prefetch_related(*serialiser.prefetches())
    row = get_object_or_404(rows, pk=number_in(pk))
    block = block_of(row, serialiser)
    titles = Titles([(kind, block)])
    changes = Change.objects.touching(kind, row.key).select_related("author")
    context = {
        "row": row,
        "kind": kind,
        "list_address": reverse(f"admin:facts_{model._meta.model_name}_changelist"),
        "list_title": capfirst(model._meta.verbose_name_plural),
        "lines": in_words(differences({}, flat(block, serialiser)), serialiser, titles),
        "passages": passages_in(block),
        "uses": usage_of(row, today()),
        "open_change": open_change_touching(kind, row.key),
        "history": [change for change in changes if not change.is_open],
        "may_write": may(editor, WRITE),
        "aims": _aims(row),
        "is_fact": isinstance(row, Fact),
        "checks": _last_checks(row),
    }
    return bench_page(request, "bench/row.html", title_of_row(row), context)


def _aims(row: Content) -> list[tuple[str, str]]:
    """What a change of the row may begin as, with the words of its button."""
    aims = [(Aim.CORRECT.value, _("Correct it"))]
    if isinstance(row, Fact) and row.is_published and row.period.end.is_open:
        aims.append((Aim.REPLACE.value, _("New value from a day")))
    if row.is_published:
        aims.append((Aim.RETIRE.value, _("Retire it")))
    return aims


def _last_checks(row: Content) -> Iterable[Check]:
    """When a fact was last compared with its sources, and by whom."""
    if not isinstance(row, Fact):
        return ()
    return row.checks.select_related("who")[:MOST_CHECKS]


@needs(WRITE)
@require_POST
def check(request: HttpRequest, editor: User, pk: int) -> HttpResponse:
    """Note that the fact was compared with its sources today, and is as they say."""
    fact = get_object_or_404(Fact, pk=pk)
    Check.objects.get_or_create(fact=fact, who=editor, day=today())
    messages.success(request, _("Noted: you compared it with its sources today."))
    return redirect(bench_address(fact))


# --- where changes begin --------------------------------------------------------------


@needs(WRITE)
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, editor: User) -> HttpResponse:
    """Choose what to add; begins the change that adds it."""
    sent = request.POST if request.method == "POST" else None
    form = StartForm(sent, initial={"kind": ContentKind.FACT})
    if form.is_valid():
        kind = form.cleaned_data["kind"]
        change = begin_change(editor, kind, Aim.ADD, block=form.block())
        return redirect("admin:bench_change_change", change.pk)
    status = 422 if form.is_bound else 200
    title = _("Add something")
    context = {"form": form, **aspects_for(form.chosen_subject)}
    return bench_page(request, "bench/start.html", title, context, status)


@needs(WRITE)
@require_POST
def begin(request: HttpRequest, editor: User) -> HttpResponse:
    """Begin a change of a row that is there: correct it, give it a new value, retire it."""
    kind, key, aim = (request.POST.get(name, "") for name in ("kind", "key", "aim"))
    if kind not in SERIALISERS or aim not in (Aim.CORRECT, Aim.REPLACE, Aim.RETIRE):
        raise BadRequest("Nothing is changed like that.")
    if aim == Aim.REPLACE and kind != ContentKind.FACT:
        raise BadRequest("Only a fact ends.")
    row = get_object_or_404(SERIALISERS[kind].model._default_manager, key=key)
    try:
        if aim == Aim.REPLACE:
            block = _next_value(block_of(row, SERIALISERS[kind]))
            change = begin_change(editor, kind, aim, block=block, ends=key)
        else:
            change = begin_change(editor, kind, aim, key=key)
    except RefusedError as error:
        messages.error(request, str(error))
        return redirect(bench_address(row))
    return redirect("admin:bench_change_change", change.pk)


def _next_value(old: Block) -> Block:
    """What a new value starts with: all of the old one that may go on, and no source."""
    return {name: value for name, value in old.items() if name not in LEFT_TO_NEW_VALUE}
