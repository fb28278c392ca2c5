"""The check of a person against what is asked of members."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from facts.models import Fact
from parliament.aspects import REQUIREMENT
from parliament.models import Requirement, RequirementMeasure


@dataclass(frozen=True)
class Person:
    """What somebody said of themselves, in full years; ``None`` where they did not."""

    age: int | None = None
    is_citizen: bool | None = None
    years_in_country: int | None = None
    years_in_region: int | None = None
    has_higher_education: bool | None = None
    years_of_work: int | None = None


class CheckOutcome(Enum):
    """How a person stands to a rule."""

    MET = _("met")
    NOT_MET = _("not met")
    NOT_KNOWN = _("not known")


@dataclass(frozen=True)
class CheckLine:
    """One rule of the check: what is asked, the fact that asks it, and how it came out.

    ``why`` says what is not known; it is empty for the other outcomes.
    """

    measure: RequirementMeasure
    fact: Fact | None
    outcome: CheckOutcome
    why: str | Promise = ""


def outcome_of(requirement: Requirement, person: Person) -> CheckOutcome:
    """Whether a person meets one requirement; ``NOT_KNOWN`` where they did not say."""
    measure, years = RequirementMeasure(requirement.measure), requirement.at_least or 0
    met: bool | None
    if measure == RequirementMeasure.EDUCATION:
        met = person.has_higher_education
    elif measure == RequirementMeasure.CITIZENSHIP:
        met = person.is_citizen
        if met and years:
            return CheckOutcome.NOT_KNOWN  # for how many years is not asked
    else:
        said = {
            RequirementMeasure.AGE: person.age,
            RequirementMeasure.RESIDENCE: person.years_in_country,
            RequirementMeasure.LOCAL_RESIDENCE: person.years_in_region,
            RequirementMeasure.EXPERIENCE: person.years_of_work,
        }[measure]
        met = None if said is None else said >= years
    if met is None:
        return CheckOutcome.NOT_KNOWN
    return CheckOutcome.MET if met else CheckOutcome.NOT_MET


def check(facts: Iterable[Fact], person: Person, day: date) -> list[CheckLine]:
    """Every rule of one role on ``day``, and how the person stands to it.

    Takes the requirements of that role's subject at all times. What is asked at other
    times, but of which the sources say nothing on this day, comes out as not known.
    """
    asked: dict[RequirementMeasure, list[Fact]] = {}
    for fact in facts:
        if REQUIREMENT.covers(fact.aspect):
            asked.setdefault(RequirementMeasure(fact.requirement.measure), []).append(fact)
    return [
        _line(measure, asked[measure], person, day)
        for measure in RequirementMeasure
        if measure in asked
    ]


def _line(
    measure: RequirementMeasure, facts: list[Fact], person: Person, day: date
) -> CheckLine:
    certain = [fact for fact in facts if fact.period.is_certain(day)]
    possible = [fact for fact in facts if fact.period.is_possible(day)]
    if not possible:
        why = _("The sources do not state this rule for this day.")
        return CheckLine(measure, None, CheckOutcome.NOT_KNOWN, why)
    fact = (certain or possible)[0]
    outcome = outcome_of(fact.requirement, person)
    if outcome is CheckOutcome.NOT_KNOWN:
        return CheckLine(measure, fact, outcome, _("What you said does not tell."))
    if not certain and outcome is CheckOutcome.NOT_MET:
        why = _("The sources do not settle whether this rule held on this day.")
        return CheckLine(measure, fact, CheckOutcome.NOT_KNOWN, why)
    return CheckLine(measure, fact, outcome)


def verdict(lines: Sequence[CheckLine]) -> CheckOutcome:
    """All rules together: not met as soon as one is not, met where all are."""
    outcomes = {line.outcome for line in lines}
    if CheckOutcome.NOT_MET in outcomes:
        return CheckOutcome.NOT_MET
    return CheckOutcome.MET if outcomes == {CheckOutcome.MET} else CheckOutcome.NOT_KNOWN
