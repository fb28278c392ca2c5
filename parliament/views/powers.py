"""The pages on the powers."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpResponse

from facts.models import Fact
from parliament.aspects import POWER
from parliament.chambers.moments import around
from parliament.chambers.opening import Opening, opening
from parliament.chambers.standing import keys_standing
from parliament.charts import fact_lanes
from parliament.powers.fetching import (
    all_powers,
    disagreements_on_power,
    facts_on_power,
)
from parliament.powers.filter import PowerFilter
from parliament.powers.matrix import (
    beginning,
    by_matter,
    changes_of,
    columns_of,
    notes_on,
    rows_on,
)
from parliament.powers.procedures import (
    ProcedureStep,
    VotesNeeded,
    steps_of,
    votes_of,
)
from web.http import SiteRequest
from web.partials import render_page
from web.public_page import public_page


@public_page
def power_list(request: SiteRequest) -> HttpResponse:
    """The matrix: the powers of a day down, the procedures across, filtered."""
    opened, powers = opening(request), all_powers()
    filters = PowerFilter(request.GET)
    changes = around(changes_of(powers), opened.day)
    every = rows_on(powers, opened.standings, opened.day, changes.later)
    rows = filters.rows_of(every)
    context = {
        "day": opened.day,
        "around": changes,
        "ended": opened.ended,
        "filter": filters,
        "every": every,
        "rows": rows,
        "groups": by_matter(rows),
        "columns": columns_of(every),
        "beginning": beginning(powers, changes.later),
        "is_kurultai": "kurultai" in keys_standing(opened.standings),
    }
    return render_page(
        request, "parliament/power_list.html", context, others={"matrix": "matrix"}
    )


@dataclass(frozen=True)
class UsedPower:
    """A fact on how a power was used, with its steps and its shares in votes."""

    fact: Fact
    steps: list[ProcedureStep]
    to_ask: list[VotesNeeded]
    to_carry: list[VotesNeeded]


@public_page
def power_detail(request: SiteRequest, slug: str) -> HttpResponse:
    """One power: in plain words, who does what in which order, votes, history.

    Raises ``Http404`` where no published power has the slug.
    """
    facts = facts_on_power(slug)
    history = POWER.among(facts)
    if not history:
        raise Http404(slug)
    opened = opening(request)
    row = next(iter(rows_on(history, opened.standings, opened.day)), None)
    subject = history[0].subject
    context = {
        "subject": subject,
        "day": opened.day,
        "around": around(changes_of(history), opened.day),
        "held": [_used(fact, opened) for fact in row.facts] if row else [],
        "is_certain": row is None or row.is_certain,
        "notes": notes_on(facts, opened.standings, opened.day),
        "history": fact_lanes(history, opened.day),
        "disagreements": disagreements_on_power(subject),
    }
    return render_page(
        request, "parliament/power_detail.html", context, others={f"in-{slug}": "brief"}
    )


def _used(fact: Fact, opened: Opening) -> UsedPower:
    power = fact.power
    return UsedPower(
        fact,
        steps_of(power),
        votes_of(power.movers, power, opened.standings),
        votes_of(power.share, power, opened.standings),
    )
