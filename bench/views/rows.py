"""The page of a row, where changes begin, and what the fields of a form ask for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django.contrib import messages
from django.contrib.auth.models import User
from django.core.exceptions import BadRequest
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import (
    require_http_methods,
    require_POST,
    require_safe,
)

from bench.changes.beginning import begin_change
from bench.changes.record import open_change_touching
from bench.changes.states import VIEW, WRITE, RefusedError, may
from bench.fact_search import find_facts
from bench.forms.start import StartForm, aspect_groups
from bench.models import Change, Check
from bench.usage import bench_address, usage_of
from bench.views.shared import bench_page, needs, number_in, passages_in
from content.differences import Titles, in_words
from content.models import Aim
from content.serialisers import LEFT_TO_NEW_VALUE, SERIALISERS, ContentKind
from content.usage import title_of_row
from facts.blocks.blocks import Block, block_of
from facts.blocks.leaves import differences, flat
from facts.localised import column, localised_names
from facts.models import Content, Fact
from web.clock import today

MODELS: dict[str, type[Content]] = {
    str(serialiser.model._meta.model_name): serialiser.model
    for serialiser in SERIALISERS.values()
}
"""The models that are edited, by their names in the addresses of the bench."""

MOST_OPTIONS = 12
"""Rows that a field offers while somebody types."""


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
        "open": open_change_touching(kind, row.key),
        "history": [change for change in changes if not change.is_open],
        "may_write": may(editor, WRITE),
        **_of_a_fact(row),
    }
    return bench_page(request, "bench/row.html", title_of_row(row), context)


def _of_a_fact(row: Content) -> dict[str, Any]:
    """What only a fact has: checks, and an end or a retirement to come."""
    if not isinstance(row, Fact):
        return {"is_fact": False, "checks": []}
    return {
        "is_fact": True,
        "goes_on": row.period.end.is_open,
        "is_published": row.is_published,
        "checks": Check.objects.filter(fact=row).select_related("who")[:5],
    }


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
    context = {"form": form, "aspect_groups": aspect_groups()}
    return bench_page(request, "bench/start.html", title, context, status)


@needs(WRITE)
@require_POST
def begin(request: HttpRequest, editor: User) -> HttpResponse:
    """Begin a change of a row that is there: correct it, give it a new value, retire it."""
    kind, key, aim = (request.POST.get(name, "") for name in ("kind", "key", "aim"))
    if kind not in SERIALISERS or aim not in (Aim.CORRECT, Aim.REPLACE, Aim.RETIRE):
        raise BadRequest("Nothing is changed like that.")
    if aim != Aim.CORRECT and kind != ContentKind.FACT:
        raise BadRequest("Only a fact ends or retires.")
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


# --- what the fields of a form ask for ------------------------------------------------


@needs(VIEW)
@require_safe
def keys(request: HttpRequest, editor: User, model: str) -> HttpResponse:
    """Rows whose key or text holds all the words typed, as options to choose from."""
    words = _typed(request).split()
    rows: QuerySet[Any] = _model(model)._default_manager.all()
    if model == "fact":
        facts = Fact.objects.with_sentences().filter(pk__in=find_facts(words))
        rows = cast(QuerySet[Any], facts)
    else:
        rows = rows_with(rows, words)
    if model == "passage":
        rows = rows.select_related("document")  # a passage is called after its document
    options = [(row, title_of_row(row)) for row in rows.order_by("key")[:MOST_OPTIONS]]
    return render(request, "bench/_keys.html", {"rows": options})


@needs(VIEW)
@require_safe
def card(request: HttpRequest, editor: User, model: str) -> HttpResponse:
    """What the row says whose key is typed; empty where there is none."""
    row = _model(model)._default_manager.filter(key=_typed(request)).first()
    return render(request, "bench/_card.html", {"row": row})


def _model(name: str) -> type[Content]:
    if name not in MODELS:
        raise Http404
    return MODELS[name]


def _typed(request: HttpRequest) -> str:
    """What stands in the one field that asks, whatever its name."""
    return str(next(iter(request.GET.values()), ""))[:200]


SEARCHED = ("name", "short_name", "summary", "question")
"""The texts of all kinds in which words are looked for; of a fact see ``fact_search``."""


def rows_with(rows: QuerySet[Any], words: Iterable[str]) -> QuerySet[Any]:
    """The rows of which a key or text holds each of ``words``."""
    texts = [name for name in localised_names(rows.model) if name in SEARCHED]
    columns = ["key", *(column(rows.model, name) for name in texts)]
    for word in words:
        is_found = Q()
        for name in columns:
            is_found |= Q(**{f"{name}__icontains": word})
        rows = rows.filter(is_found)
    return rows
