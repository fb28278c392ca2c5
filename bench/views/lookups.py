"""What the fields of a form ask for while somebody types."""

from __future__ import annotations

from typing import Any, cast

from django.contrib.auth.models import User
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from bench.changes.permissions import VIEW
from bench.forms.aspect_choice import aspects_for
from bench.search import find_facts, find_rows
from bench.views.shared import needs
from content.serialisers import SERIALISERS
from content.usage import title_of_row
from facts.localised import column, localised_names
from facts.models import Content, Fact, Subject

MODELS: dict[str, type[Content]] = {
    str(serialiser.model._meta.model_name): serialiser.model
    for serialiser in SERIALISERS.values()
}
"""The models that are edited, by their names in the addresses of the bench."""

SEARCHED = ("name", "short_name", "summary", "question")
"""The texts of all kinds in which words are looked for; of a fact see ``bench.search``."""

MOST_OPTIONS = 12
"""Rows that a field offers."""


@needs(VIEW)
@require_safe
def keys(request: HttpRequest, editor: User, model: str) -> HttpResponse:
    """Rows whose key or text has all the words typed, as options to choose from."""
    words = _typed(request)
    rows: QuerySet[Any] = _model(model)._default_manager.all()
    if model == "fact":
        facts = Fact.objects.with_sentences().filter(pk__in=find_facts(words))
        rows = cast(QuerySet[Any], facts)
    else:
        rows = find_rows(rows, words, columns_searched(rows.model))
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


@needs(VIEW)
@require_safe
def aspects(request: HttpRequest, editor: User) -> HttpResponse:
    """The aspects for the subject whose key is typed; all of them where there is none."""
    subject = Subject.objects.filter(key=_typed(request)).first()
    return render(request, "bench/_aspects.html", aspects_for(subject))


def _model(name: str) -> type[Content]:
    if name not in MODELS:
        raise Http404
    return MODELS[name]


def _typed(request: HttpRequest) -> str:
    """What stands in the one field that asks, whatever its name."""
    return str(next(iter(request.GET.values()), ""))[:200]


def columns_searched(model: type[Content]) -> list[str]:
    """The columns of a model in which words are looked for."""
    texts = [name for name in localised_names(model) if name in SEARCHED]
    return ["key", *(column(model, name) for name in texts)]
