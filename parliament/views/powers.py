from __future__ import annotations

from django.http import Http404, HttpResponse

from facts.models import Disagreement
from facts.names import spellings
from parliament.chambers.moments import around
from parliament.chambers.opening import opening
from parliament.models import Matter
from parliament.powers.filter import PowerFilter
from parliament.powers.matrix import (
    all_powers,
    beginning,
    by_matter,
    changes_of,
    columns_of,
    rows_on,
    text_of,
)
from parliament.powers.procedures import BODIES, HEADS, steps_of, votes_of
from web.http import SiteRequest
from web.partials import render_page
from web.public_page import public_page
from web.word_match import finder


@public_page
def power_list(request: SiteRequest) -> HttpResponse:
    """The matrix: the powers of a day down, the procedures across, filtered."""
    opened, powers = opening(request), all_powers()
    wanted = PowerFilter(
        body=request.GET.get("body", ""),
        procedure=request.GET.get("procedure", ""),
        matter=request.GET.get("matter", ""),
        words=request.GET.get("words", "").strip(),
    )
    near = around(changes_of(powers), opened.day)
    every = rows_on(powers, opened.standings, opened.day, near.later)
    rows = [row for row in every if wanted.fits(row)]
    if wanted.words:
        finds = finder(wanted.words, spellings())
        rows = [row for row in rows if finds(text_of(row))]
    context = {
        "day": opened.day,
        "around": near,
        "ended": opened.ended,
        "wanted": wanted,
        "filtered": True,
        "kept": wanted.pairs(),
        "every": every,
        "rows": rows,
        "groups": by_matter(rows),
        "columns": columns_of(every),
        "next": near.later,
        "beginning": beginning(powers, near.later),
        "bodies": list(BODIES.items()),
        "procedures": list(HEADS.items()),
        "matters": Matter.choices,
        "is_kurultai": any(
            one.institution.subject.key == "kurultai" and one.may_stand
            for one in opened.standings
        ),
    }
    return render_page(
        request, "parliament/power_list.html", context, others={"matrix": "matrix"}
    )


@public_page
def power_detail(request: SiteRequest, slug: str) -> HttpResponse:
    """One power: in plain words, who does what in which order, votes, history."""
    history = [fact for fact in all_powers() if fact.subject.key == slug]
    if not history:
        raise Http404(slug)
    opened = opening(request)
    row = next(iter(rows_on(history, opened.standings, opened.day)), None)
    held = row.facts if row else []
    subject = history[0].subject
    context = {
        "subject": subject,
        "day": opened.day,
        "around": around(changes_of(history), opened.day),
        "held": [
            {
                "fact": fact,
                "steps": steps_of(fact.power),
                "to_ask": votes_of(fact.power.movers, fact.power, opened.standings),
                "to_carry": votes_of(fact.power.share, fact.power, opened.standings),
            }
            for fact in held
        ],
        "is_certain": row is None or row.is_certain,
        "history": history,
        "disagreements": Disagreement.objects.filter(claims__fact__in=history).distinct()
        | Disagreement.objects.filter(subject=subject).distinct(),
    }
    return render_page(
        request, "parliament/power_detail.html", context, others={f"in-{slug}": "brief"}
    )
