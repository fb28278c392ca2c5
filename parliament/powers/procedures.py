"""How a power is used: who acts, in which steps, with how many votes."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from parliament.chambers.standing import Standing
from parliament.models import Power, Procedure, Share
from parliament.models.powers import votes_needed

BODIES: dict[str, str | Promise] = {
    "senate": gettext_lazy("Senate"),
    "majilis": gettext_lazy("Mäjilis"),
    "president": gettext_lazy("President"),
    "kurultai": gettext_lazy("Kurultai"),
}
"""The bodies that act, by the keys of their subjects."""


ACTING: dict[str, tuple[str, ...]] = {
    Procedure.JOINT: ("senate", "majilis"),
    Procedure.IN_TURN: ("senate", "majilis"),
    Procedure.EACH: ("senate", "majilis"),
    Procedure.SENATE: ("senate",),
    Procedure.MAJILIS: ("majilis",),
    Procedure.STAND_IN: ("senate",),
    Procedure.DELEGATED: ("president",),
    Procedure.KURULTAI: ("kurultai",),
}
"""Which bodies act in each procedure."""


ACTING_WHILE: dict[str, str] = {"president": "senate"}
"""Bodies that are no chamber, each with the chamber during whose time alone they act.

Both chambers handed their power to the President: Constitution of 1995, article 53(3).
"""


HEADS: dict[str, str | Promise] = {
    Procedure.JOINT: gettext_lazy("Jointly"),
    Procedure.IN_TURN: gettext_lazy("In turn"),
    Procedure.EACH: gettext_lazy("Each alone"),
    Procedure.SENATE: gettext_lazy("Senate"),
    Procedure.MAJILIS: gettext_lazy("Mäjilis"),
    Procedure.STAND_IN: gettext_lazy("Senate standing in"),
    Procedure.DELEGATED: gettext_lazy("President"),
    Procedure.KURULTAI: gettext_lazy("Kurultai"),
}
"""The columns of the matrix, in few words."""


@dataclass(frozen=True)
class ProcedureStep:
    """One step of a procedure: who acts, and what they do."""

    who: str
    does: str


def procedures_used(standing: Container[str]) -> set[str]:
    """The procedures in which a body can act while the chambers of these keys stand."""
    return {
        procedure
        for procedure, bodies in ACTING.items()
        if any(ACTING_WHILE.get(body, body) in standing for body in bodies)
    }


def steps_of(power: Power) -> list[ProcedureStep]:
    """Who does what, in which order."""
    steps = []
    if power.proposer:
        steps.append(ProcedureStep(power.proposer, _("proposes")))
    if power.movers:
        share = Share(power.movers).label
        steps.append(
            ProcedureStep(_("%(share)s of all members") % {"share": share}, _("ask for it"))
        )
    return steps + [
        ProcedureStep(str(who), str(does)) for who, does in _ACTS[power.procedure]
    ]


_TOGETHER = gettext_lazy("Senate and Mäjilis, in one sitting")


_ACTS: dict[str, list[tuple[str | Promise, str | Promise]]] = {
    Procedure.JOINT: [(_TOGETHER, gettext_lazy("decide"))],
    Procedure.IN_TURN: [
        (gettext_lazy("Mäjilis"), gettext_lazy("debates and votes first")),
        (gettext_lazy("Senate"), gettext_lazy("debates and votes next")),
    ],
    Procedure.EACH: [
        (gettext_lazy("Senate or Mäjilis"), gettext_lazy("decides for itself"))
    ],
    Procedure.SENATE: [(gettext_lazy("Senate"), gettext_lazy("decides"))],
    Procedure.MAJILIS: [(gettext_lazy("Mäjilis"), gettext_lazy("decides"))],
    Procedure.STAND_IN: [
        (gettext_lazy("Senate"), gettext_lazy("acts for the whole Parliament"))
    ],
    Procedure.DELEGATED: [
        (_TOGETHER, gettext_lazy("hand over the power")),
        (gettext_lazy("President"), gettext_lazy("acts")),
    ],
    Procedure.KURULTAI: [(gettext_lazy("Kurultai"), gettext_lazy("decides"))],
}


@dataclass(frozen=True)
class VotesNeeded:
    """How many votes of how many members a share was in one chamber on a day."""

    chamber: str
    members: int
    needed: int


def votes_of(share: str, power: Power, standings: Iterable[Standing]) -> list[VotesNeeded]:
    """What a ``Share`` of all members was in numbers, in each chamber that decides.

    Chambers whose seats the sources do not settle are left out; an empty ``share`` is no
    number of votes anywhere.
    """
    if not share:
        return []
    deciding = ACTING[power.procedure]
    return [
        VotesNeeded(standing.name, members, votes_needed(share, members))
        for standing in standings
        if standing.institution.subject.key in deciding
        and (members := standing.seats.all_members)
    ]
