"""The page of a row, and where changes begin."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, cast

from django.contrib import messages
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
from bench.fact_search import facts_that_say
from bench.forms.start import StartForm, aspect_groups
from bench.models import Change, Check
from bench.usage import bench_address, usage_of
from bench.views.shared import bench_page, editor, needs, number_in, passages_in
from content.differences import Titles, in_words
from content.models import Aim
from content.serialisers import SERIALISERS, ContentKind
from content.usage import title_of_row
from facts.blocks.blocks import Block, block_of
from facts.blocks.leaves import differences, flat
from facts.models import Content, Fact, FactState
from web.clock import today

MODELS: dict[str, type[Content]] = {
    str(one.model._meta.model_name): one.model for one in SERIALISERS.values()
}
MOST_FOUND = 12


@needs(VIEW)
@require_safe
def row_detail(request: HttpRequest, model: type[Content], pk: str) -> HttpResponse:
    """What a row says, where it is used, what was done with it, and how to change it."""
    kind = next(
        name for name, serialiser in SERIALISERS.items() if serialiser.model is model
    )
    serialiser = SERIALISERS[kind]
    found = model._default_manager.prefetch_related(*serialiser.prefetches())
    row = get_object_or_404(found, pk=number_in(pk))
    block = block_of(row, serialiser)
    titles = Titles([(kind, block)])
    changes = list(Change.objects.touching(kind, row.key).select_related("author"))
    context = {
        "row": row,
        "kind": kind,
        "list_address": reverse(f"admin:facts_{model._meta.model_name}_changelist"),
        "list_title": capfirst(model._meta.verbose_name_plural),
        "lines": in_words(differences({}, flat(block, serialiser)), serialiser, titles),
        "passages": passages_in(block),
        "uses": usage_of(row, today()),
        "open": open_change_touching(kind, row.key),
        "history": [one for one in changes if not one.is_open],
        "checks": Check.objects.filter(fact=row).select_related("who")[:5]
        if isinstance(row, Fact)
        else [],
        "is_fact": isinstance(row, Fact),
        "goes_on": isinstance(row, Fact) and row.period.end.is_open,
        "is_published": not isinstance(row, Fact) or row.state == FactState.PUBLISHED,
        "may_write": may(request.user, WRITE),
    }
    return bench_page(request, "bench/row.html", title_of_row(row), context)


@needs(WRITE)
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """Choose what to add; begins the change that adds it."""
    sent = request.POST if request.method == "POST" else None
    form = StartForm(sent, initial={"kind": ContentKind.FACT})
    if form.is_valid():
        block = form.block()
        kind = form.cleaned_data["kind"]
        change = begin_change(editor(request), kind, Aim.ADD, block=block)
        return redirect("admin:bench_change_change", change.pk)
    status = 422 if form.is_bound else 200
    title = _("Add something")
    context = {"form": form, "aspect_groups": aspect_groups()}
    return bench_page(request, "bench/start.html", title, context, status)


@needs(WRITE)
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
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
            change = begin_change(editor(request), kind, aim, block=block, ends=key)
        else:
            change = begin_change(editor(request), kind, aim, key=key)
    except RefusedError as error:
        messages.error(request, str(error))
        return redirect(bench_address(row))
    return redirect("admin:bench_change_change", change.pk)


def _next_value(old: Block) -> Block:
    """What a new value starts with: all of the old one that may go on, and no source."""
    ends = {"key", "start", "end", "state", "act_en", "citations"}
    return {name: value for name, value in old.items() if name not in ends}


@needs(WRITE)
@require_POST
def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that the fact was compared with its sources today, and is as they say."""
    fact = get_object_or_404(Fact, pk=pk)
    Check.objects.get_or_create(fact=fact, who=editor(request), day=today())
    messages.success(request, _("Noted: you compared it with its sources today."))
    return redirect(bench_address(fact))


# --- what the fields of a form ask for ------------------------------------------------


def _model(name: str) -> type[Content]:
    if name not in MODELS:
        raise Http404
    return MODELS[name]


def _typed(request: HttpRequest) -> str:
    """What stands in the one field that asks, whatever its name."""
    return str(next(iter(request.GET.values()), ""))[:200]


@needs(VIEW)
@require_safe
def keys(request: HttpRequest, model: str) -> HttpResponse:
    """Rows whose key or text holds all the words typed, as options to choose from."""
    found: QuerySet[Any] = _model(model)._default_manager.all()
    words = _typed(request).split()
    if model == "fact":
        facts = Fact.objects.with_sentences()
        found = cast(QuerySet[Any], facts.filter(pk__in=facts_that_say(words)))
    else:
        found = holding(found, words)
    if model == "passage":
        found = found.select_related("document")  # a passage is called after its document
    rows = [(row, title_of_row(row)) for row in found.order_by("key")[:MOST_FOUND]]
    return render(request, "bench/_keys.html", {"rows": rows})


TEXTS = ("key", "name_en", "summary_en", "question_en", "short_name_en")
"""The columns of all kinds in which words are looked for; of a fact see ``fact_search``."""


def holding(rows: QuerySet[Any], words: Iterable[str]) -> QuerySet[Any]:
    """The rows of which a key or text holds each of ``words``."""
    columns = {field.name for field in rows.model._meta.fields}
    for word in words:
        either = Q()
        for name in columns.intersection(TEXTS):
            either |= Q(**{f"{name}__icontains": word})
        rows = rows.filter(either)
    return rows


@needs(VIEW)
@require_safe
def card(request: HttpRequest, model: str) -> HttpResponse:
    """What the row says whose key is typed; empty where there is none."""
    row = _model(model)._default_manager.filter(key=_typed(request)).first()
    return render(request, "bench/_card.html", {"row": row})
