"""The rules on members on a day, part by part and role by role."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from facts.aspects import AspectKind
from facts.models import Fact
from parliament.aspects import (
    DUTY,
    GAP_OF_MEMBERS,
    IMMUNITY,
    IMMUNITY_RULE,
    INCOMPATIBLE,
    INELIGIBLE,
    MANDATE,
    OATH,
    REQUIREMENT,
    RIGHT,
)
from parliament.chambers.standing import Standing, keys_standing

EVERY_MEMBER = "members"
"""The subject of the rules that held for both chambers alike."""


ROLES: dict[str, tuple[str | Promise, tuple[str, ...]]] = {
    "senator": (_("senator"), ("senate", EVERY_MEMBER)),
    "deputy": (_("deputy of the Mäjilis"), ("majilis", EVERY_MEMBER)),
    "kurultai-deputy": (_("deputy of the Kurultai"), ("kurultai",)),
}
"""Who somebody may be, and the subjects whose rules hold for them; the own one first."""


SECTIONS: list[tuple[str | Promise, tuple[AspectKind, ...]]] = [
    (_("Who could become one"), (REQUIREMENT, INELIGIBLE)),
    (_("How the mandate began and ended"), (MANDATE,)),
    (_("The oath"), (OATH,)),
    (_("What a member could not do besides"), (INCOMPATIBLE,)),
    (_("Immunity"), (IMMUNITY, IMMUNITY_RULE)),
    (_("Duties"), (DUTY,)),
    (_("Rights"), (RIGHT,)),
    (_("What the sources do not state"), (GAP_OF_MEMBERS,)),
]
"""The parts of the page on members, and the kinds of facts in each."""

KINDS = tuple(kind for _label, kinds in SECTIONS for kind in kinds)
"""All kinds of rules on members."""


@dataclass(frozen=True)
class RulesSection:
    """A part of the page, with the facts of a day."""

    label: str | Promise
    facts: list[Fact]


def rules_on(
    facts: Sequence[Fact], standings: Sequence[Standing], day: date, role: str = ""
) -> list[RulesSection]:
    """The rules that held on ``day``, for certain or perhaps, part by part.

    ``role`` is a key of ``ROLES``; empty, it means every role. A role has no rules on a
    day on which its chamber did not stand. Raises ``KeyError`` for any other role.
    """
    subjects = {
        subject
        for asked in ([role] if role else ROLES)
        if stands(asked, standings)
        for subject in ROLES[asked][1]
    }
    held = [
        fact
        for fact in facts
        if fact.period.is_possible(day) and fact.subject.key in subjects
    ]
    sections = [
        RulesSection(
            label,
            [fact for fact in held if any(kind.covers(fact.aspect) for kind in kinds)],
        )
        for label, kinds in SECTIONS
    ]
    return [section for section in sections if section.facts]


def stands(role: str, standings: Iterable[Standing]) -> bool:
    """Whether the chamber of a role, a key of ``ROLES``, stood for certain or perhaps."""
    return own_subject(role) in keys_standing(standings)


def own_subject(role: str) -> str:
    """The key of the chamber whose member a role makes; ``role`` is a key of ``ROLES``."""
    return ROLES[role][1][0]


def subjects_of_members() -> set[str]:
    """The keys of all subjects that hold rules on members."""
    return {key for _label, keys in ROLES.values() for key in keys}
