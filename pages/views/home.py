from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.translation import gettext as _

from facts.models import Document, Fact
from parliament.models import Way
from parliament.moments import around, moments
from parliament.structure import Standing, day_shown, facts_of, institutions
from web.http import SiteRequest
from web.pages import public_page
from web.partials import render_page


@dataclass(frozen=True)
class KeyNumber:
    """A number of the first page: what it counts, where it stands, what it rests on.

    ``number`` is ``None`` where the sources do not settle it.
    """

    standing: Standing
    number: int | None
    label: str
    part: str
    fact: Fact


@public_page
def home(request: SiteRequest) -> HttpResponse:
    """The Parliament at a glance: on the day asked for, else on its last day."""
    found = institutions()
    facts = facts_of(institution.subject for institution in found)
    day, ended = request.today, None
    if request.on:
        day = request.on.day
    elif chamber := next((one for one in found if one.kind == one.Kind.CHAMBER), None):
        own = facts[chamber.subject_id]
        day = day_shown(chamber, own, request.today)
        ended = Standing(chamber, own, day) if day < request.today else None
    every = [Standing(one, facts[one.subject_id], day) for one in found]
    standings = [standing for standing in every if standing.may_stand]
    changes = moments(fact for own in facts.values() for fact in own)
    context = {
        "all": every,
        "standings": standings,
        "numbers": list(key_numbers(standings)),
        "next_up": next((one for one in every if one.is_not_yet), None),
        "ended": ended,
        "day": day,
        "today": request.today,
        "moments": changes,
        "current": around(changes, day)[0],
        "sources_end": Document.objects.last_consulted(),
    }
    return render_page(request, "pages/home.html", context)


def key_numbers(standings: Iterable[Standing]) -> Iterator[KeyNumber]:
    """The seats of each chamber, who fills those of the Senate, and the terms."""
    for standing in standings:
        name = standing.name
        members = standing.institution.members_en
        if fact := standing.seats.fact or standing.law_with_seats:
            composition = fact.composition
            seats = {"name": name}
            label = _("seats in the %(name)s") % seats
            yield KeyNumber(standing, composition.seats, label, "seats", fact)
            if composition.seats_by(Way.APPOINTED) != 0:
                elected = composition.seats_by(Way.COUNCILS)
                appointed = composition.seats_by(Way.APPOINTED)
                label = _("elected %(members)s") % {"members": members}
                yield KeyNumber(standing, elected, label, "seats", fact)
                label = _("appointed %(members)s") % {"members": members}
                yield KeyNumber(standing, appointed, label, "seats", fact)
        if term := standing.term:
            label = _("years: the term of %(members)s") % {"members": members}
            yield KeyNumber(standing, term.term.years, label, "term", term)
