"""What readers read of the details of this app: each sentence made when it is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Prefetch
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from elections.aspects import ASPECTS
from elections.models import CountStatus, Figure, Merger, Result, ResultRow
from facts.models import Fact
from facts.periods import Bound
from facts.periods_in_words import edtf_in_words
from parliament.sentences import in_a_row, seats_counted

JOINS = ("figure", "result", "merger__into")
PREFETCHES = (
    Prefetch("result__rows", queryset=ResultRow.objects.select_related("contestant")),
)
"""What facts are fetched with so that their sentences ask no further query."""


def made_sentence(fact: Fact) -> str:
    """The sentence that the details of ``fact`` make, without its dates; else empty."""
    for name in ASPECTS.details_of(fact.aspect) & SENTENCES.keys():
        if detail := getattr(fact, name, None):
            return SENTENCES[name](detail)
    return ""


def figure_in_words(detail: Figure) -> str:
    """``12,035,578``, ``54.21%``, ``about 250``."""
    text = f"{detail.value}%" if detail.is_percent else f"{detail.number:,}"
    return _("about %(figure)s") % {"figure": text} if detail.is_about else text


def figure(detail: Figure) -> str:
    """What is counted, and the figure: ``Candidates: 55 (preliminary).``"""
    words = {
        "name": capfirst(detail.get_measure_display()),
        "figure": figure_in_words(detail),
        "status": detail.get_status_display(),
    }
    if detail.status in (CountStatus.PRELIMINARY, CountStatus.PLANNED):
        return _("%(name)s: %(figure)s (%(status)s).") % words
    return _("%(name)s: %(figure)s.") % words


def result(detail: Result) -> str:
    """Every row in its order: ``Nur Otan: 98 seats and 88.41%; NSDP: 4.5%.``"""
    return "; ".join(result_row(row) for row in detail.rows.all()) + "."


def result_row(row: ResultRow) -> str:
    """What one of those who stood got, as far as it is known."""
    known = []
    if row.seats is not None:
        known.append(seats_counted(row.seats))
    if row.votes is not None:
        votes = ngettext("%(n)s vote", "%(n)s votes", row.votes)
        known.append(votes % {"n": f"{row.votes:,}"})
    if row.share:
        known.append(f"{row.share}%")
    if not known:
        return str(row.label)
    return _("%(name)s: %(known)s") % {"name": row.label, "known": in_a_row(known)}


def merger(detail: Merger) -> str:
    """Who joined whom."""
    return _("%(name)s joined %(into)s.") % {
        "name": detail.fact.subject.name,
        "into": detail.into.name,
    }


# --- small words ----------------------------------------------------------------------


def decade_in_words(first_year: int) -> str:
    """``1990s``."""
    return _("%(decade)ss") % {"decade": first_year}


def happened_in_words(when: Bound) -> str:
    """When an event was: ``on 26 April 2022``, ``in 2013``; empty where it is not told."""
    if when.is_open:
        return ""
    words = edtf_in_words(when.edtf)
    if when.edtf.startswith("["):
        return words
    pattern = _("on %(day)s") if when.is_exact else _("in %(day)s")
    return pattern % {"day": words}


def later_names_in_words(names: Sequence[str]) -> str:
    """``(later Nur Otan, Amanat)``: what a party was called since; empty without names."""
    return _("(later %(names)s)") % {"names": ", ".join(names)} if names else ""


SENTENCES: dict[str, Callable[[Any], str]] = {
    "figure": figure,
    "result": result,
    "merger": merger,
}
"""The details of this app that make a sentence, by their names on a fact."""
