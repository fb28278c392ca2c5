"""The pages on the rules for members, and the check against them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse

from facts.models import Fact
from parliament.aspects import INCOMPATIBLE, INELIGIBLE
from parliament.chambers.moments import around
from parliament.chambers.opening import Opening, opening
from parliament.members.check import CheckLine, CheckOutcome, Person, check, verdict
from parliament.members.fetching import facts_on_members
from parliament.members.filter import MemberFilter
from parliament.members.forms import CheckForm
from parliament.members.rules import own_subject, rules_on, stands
from parliament.powers.matrix import changes_of
from web.http import SiteRequest
from web.partials import render_page
from web.public_page import public_page


@public_page
def member_rules(request: SiteRequest) -> HttpResponse:
    """Who could be a member, from when to when, with what duties and rights, by role."""
    opened, facts = opening(request), facts_on_members()
    filters = MemberFilter(request.GET)
    role = filters.chosen("role")
    context = {
        "day": opened.day,
        "around": around(changes_of(facts), opened.day),
        "ended": opened.ended,
        "filter": filters,
        "sections": rules_on(facts, opened.standings, opened.day, role),
    }
    return render_page(
        request, "parliament/member_rules.html", context, others={"rules": "rules"}
    )


@dataclass(frozen=True)
class CheckAnswer:
    """What the check says for one day.

    ``is_known`` tells whether any rule of the day was found at all.
    """

    day: date
    lines: list[CheckLine]
    outcome: CheckOutcome
    chamber_stood: bool
    is_known: bool
    not_asked: list[Fact]


@public_page
def member_check(request: SiteRequest) -> HttpResponse:
    """Could this person have been a member then? Nothing of the answer is kept."""
    asked = "role" in request.GET
    opened = opening(request)
    start = request.on.given if request.on else opened.day.isoformat()
    form = CheckForm(
        request.GET if asked else None, initial={"day": start}, today=request.today
    )
    answers = []
    if asked and form.is_valid():
        facts = facts_on_members()
        role, person = form.cleaned_data["role"], form.person()
        dates = (form.cleaned_data["day"], form.cleaned_data["other"])
        answers = [
            answer(facts, opened.on(asked_for.day), role, person)
            for asked_for in dates
            if asked_for
        ]
    context = {"form": form, "answers": answers}
    response = render_page(
        request,
        "parliament/member_check.html",
        context,
        partial="answer",
        status=400 if asked and not form.is_valid() else 200,
    )
    response.headers["Cache-Control"] = "no-store"
    response.headers["HX-Push-Url"] = "false"
    return response


def answer(facts: list[Fact], opened: Opening, role: str, person: Person) -> CheckAnswer:
    """The check for one role, a key of ``ROLES``, on the day of the opening."""
    own, day = own_subject(role), opened.day
    stood = stands(role, opened.standings)
    lines = check(
        [fact for fact in facts if fact.subject.key == own and stood], person, day
    )
    not_asked = [
        fact
        for section in rules_on(facts, opened.standings, day, role)
        for fact in section.facts
        if any(kind.covers(fact.aspect) for kind in (INELIGIBLE, INCOMPATIBLE))
    ]
    is_known = any(line.fact for line in lines)
    return CheckAnswer(day, lines, verdict(lines), stood, is_known, not_asked)
