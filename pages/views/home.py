from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.translation import gettext as _

from facts.models import Fact
from parliament.chambers.moments import around, moments
from parliament.chambers.opening import opening
from parliament.chambers.standing import Standing
from parliament.models import Way
from web.http import SiteRequest
from web.partials import render_page
from web.public_page import public_page


@dataclass(frozen=True)
class KeyNumber:
    """A number of the first page, what it counts, and the section that tells more.

    ``number`` is ``None`` where the sources do not settle it.
    """

    number: int | None
    label: str
    part: str


@dataclass(frozen=True)
class KeyNumbers:
    """The key numbers of one chamber, and the facts they rest on, with their labels."""

    standing: Standing
    numbers: list[KeyNumber]
    facts: list[tuple[str, Fact]]


@public_page
def home(request: SiteRequest) -> HttpResponse:
    """The Parliament at a glance: on the day asked for, else on its last day."""
    opened = opening(request)
    standings = [standing for standing in opened.standings if standing.may_stand]
    changes = moments(fact for standing in opened.standings for fact in standing.facts)
    context = {
        "all": opened.standings,
        "standings": standings,
        "numbers": list(key_numbers(standings)),
        "ended": opened.ended,
        "day": opened.day,
        "moments": changes,
        "around": around(changes, opened.day),
    }
    return render_page(request, "pages/home.html", context)


def key_numbers(standings: Iterable[Standing]) -> Iterator[KeyNumbers]:
    """The seats of each chamber, who fills those of the Senate, and the terms."""
    for standing in standings:
        labelled = ((_("Seats"), standing.seats.fact_or_law), (_("Term"), standing.term))
        facts = [(label, fact) for label, fact in labelled if fact]
        if facts:
            yield KeyNumbers(standing, list(_numbers_of(standing)), facts)


def _numbers_of(standing: Standing) -> Iterator[KeyNumber]:
    institution = standing.institution
    words = {
        "name": standing.name,
        "member": institution.member,
        "members": institution.members,
    }
    if seats := standing.seats.fact_or_law:
        label = _("seats in the %(name)s") % words
        if standing.seats.dissolved:
            label = _("seats in the %(name)s before it was dissolved") % words
        yield KeyNumber(seats.composition.seats, label, "seats")
        if seats.composition.seats_by(Way.APPOINTED) != 0:
            for way, counted in (
                (Way.COUNCILS, _("elected %(members)s")),
                (Way.APPOINTED, _("appointed %(members)s")),
            ):
                number = seats.composition.seats_by(way)
                yield KeyNumber(number, counted % words, "seats")
    if standing.term:
        label = _("years in a %(member)s’s term") % words
        yield KeyNumber(standing.term.term.years, label, "term")
