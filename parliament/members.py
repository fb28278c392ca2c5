"""The rules on members on a day, and the check against what is asked of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from facts.models import Fact
from parliament.aspects import REQUIREMENT
from parliament.models import Measure, Requirement
from parliament.structure import Standing

EVERY_MEMBER = "members"
"""The subject of the rules that held for both chambers alike."""

ROLES: dict[str, tuple[str | Promise, tuple[str, ...]]] = {
    "senator": (_("senator"), ("senate", EVERY_MEMBER)),
    "deputy": (_("deputy of the Mäjilis"), ("majilis", EVERY_MEMBER)),
    "kurultai-deputy": (_("deputy of the Kurultai"), ("kurultai",)),
}
"""Who somebody may be, and the subjects whose rules hold for them; the own one first."""

SECTIONS: list[tuple[str | Promise, tuple[str, ...]]] = [
    (_("Who could become one"), (REQUIREMENT, "ineligible-")),
    (_("How the mandate began and ended"), ("mandate",)),
    (_("The oath"), ("oath",)),
    (_("What a member could not do besides"), ("incompatible-",)),
    (_("Immunity"), ("immunity",)),
    (_("Duties"), ("duty-",)),
    (_("Rights"), ("right-",)),
    (_("What the sources do not state"), ("gap-", "open-member-")),
]
"""The parts of the page on members, and how the aspects of their facts begin."""


@dataclass(frozen=True)
class Section:
    """A part of the page, with the facts of a day."""

    label: str | Promise
    facts: list[Fact]


def rules_on(
    facts: Sequence[Fact], standings: Sequence[Standing], day: date, role: str = ""
) -> list[Section]:
    """The rules that held on ``day``, for certain or perhaps, part by part.

    ``role`` is a key of ``ROLES``; empty, and anything else, means every role. A role has
    no rules on a day on which its chamber did not stand.
    """
    roles = [role] if role in ROLES else list(ROLES)
    subjects = {key for one in roles if stands(one, standings) for key in ROLES[one][1]}
    held = [
        fact
        for fact in facts
        if fact.period.is_possible(day) and fact.subject.key in subjects
    ]
    sections = [
        Section(label, [fact for fact in held if fact.aspect.startswith(prefixes)])
        for label, prefixes in SECTIONS
    ]
    return [section for section in sections if section.facts]


def stands(role: str, standings: Iterable[Standing]) -> bool:
    """Whether the chamber of a role stood, for certain or perhaps."""
    own = ROLES[role][1][0]
    return any(one.may_stand for one in standings if one.institution.subject.key == own)


def subjects_of_members() -> set[str]:
    """The keys of all subjects that hold rules on members."""
    return {key for _label, keys in ROLES.values() for key in keys}


# --- the check ------------------------------------------------------------------------


@dataclass(frozen=True)
class Person:
    """What somebody said of themselves, in full years; ``None`` where they did not."""

    age: int | None = None
    is_citizen: bool | None = None
    years_in_country: int | None = None
    years_in_region: int | None = None
    has_higher_education: bool | None = None
    years_of_work: int | None = None


class Outcome(Enum):
    """How a person stands to a rule."""

    MET = _("met")
    NOT_MET = _("not met")
    NOT_KNOWN = _("not known")


@dataclass(frozen=True)
class Line:
    """One rule of the check: what is asked, the fact that asks it, and how it came out.

    ``why`` says what is not known; it is empty for the other outcomes.
    """

    measure: Measure
    fact: Fact | None
    outcome: Outcome
    why: str | Promise = ""


def outcome_of(requirement: Requirement, person: Person) -> Outcome:
    """Whether a person meets one requirement; ``NOT_KNOWN`` where they did not say."""
    measure, years = Measure(requirement.measure), requirement.at_least or 0
    met: bool | None
    if measure == Measure.EDUCATION:
        met = person.has_higher_education
    elif measure == Measure.CITIZENSHIP:
        met = person.is_citizen
        if met and years:
            return Outcome.NOT_KNOWN  # for how many years is not asked
    else:
        said = {
            Measure.AGE: person.age,
            Measure.RESIDENCE: person.years_in_country,
            Measure.LOCAL_RESIDENCE: person.years_in_region,
            Measure.EXPERIENCE: person.years_of_work,
        }[measure]
        met = None if said is None else said >= years
    if met is None:
        return Outcome.NOT_KNOWN
    return Outcome.MET if met else Outcome.NOT_MET


def check(facts: Iterable[Fact], person: Person, day: date) -> list[Line]:
    """Every rule of one role on ``day``, and how the person stands to it.

    Takes the requirements of that role's subject at all times. What is asked at other
    times, but of which the sources say nothing on this day, comes out as not known.
    """
    asked: dict[Measure, list[Fact]] = {}
    for fact in facts:
        if fact.aspect.startswith(REQUIREMENT):
            asked.setdefault(Measure(fact.requirement.measure), []).append(fact)
    return [
        _line(measure, asked[measure], person, day)
        for measure in Measure
        if measure in asked
    ]


def _line(measure: Measure, facts: list[Fact], person: Person, day: date) -> Line:
    certain = [fact for fact in facts if fact.period.is_certain(day)]
    possible = [fact for fact in facts if fact.period.is_possible(day)]
    if not possible:
        why = _("The sources do not state this rule for this day.")
        return Line(measure, None, Outcome.NOT_KNOWN, why)
    fact = (certain or possible)[0]
    outcome = outcome_of(fact.requirement, person)
    if outcome is Outcome.NOT_KNOWN:
        return Line(measure, fact, outcome, _("What you said does not tell."))
    if not certain and outcome is Outcome.NOT_MET:
        why = _("The sources do not settle whether this rule held on this day.")
        return Line(measure, fact, Outcome.NOT_KNOWN, why)
    return Line(measure, fact, outcome)


def verdict(lines: Sequence[Line]) -> Outcome:
    """All rules together: not met as soon as one is not, met where all are."""
    outcomes = {line.outcome for line in lines}
    if Outcome.NOT_MET in outcomes:
        return Outcome.NOT_MET
    return Outcome.MET if outcomes == {Outcome.MET} else Outcome.NOT_KNOWN
