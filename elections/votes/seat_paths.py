"""How votes become seats: the steps of each way, told in words and drawn."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from elections.models import SystemKind
from parliament.models import Way

WAYS: dict[str, tuple[str, ...]] = {
    SystemKind.SINGLE_MEMBER: (Way.DISTRICT,),
    SystemKind.STATE_LIST: (Way.ELECTED, Way.STATE_LIST),
    SystemKind.PARALLEL: (Way.DISTRICT, Way.LIST),
    SystemKind.LIST_AND_ASSEMBLY: (Way.LIST, Way.ASSEMBLY),
    SystemKind.MIXED: (Way.LIST, Way.DISTRICT),
    SystemKind.LIST: (Way.LIST,),
    SystemKind.INDIRECT: (Way.COUNCILS, Way.APPOINTED),
    SystemKind.DIRECT: (Way.ELECTED,),
}
"""The ways in which each kind of system fills seats, as its drawing shows them."""


STEPS: dict[str, tuple[str | Promise, ...]] = {
    Way.DISTRICT: (
        _("Voters of one district mark one candidate"),
        _("their votes are counted apart from all others"),
        _("the winner takes the one seat of the district"),
    ),
    Way.LIST: (
        _("Voters of the whole country mark one party list"),
        _("lists that win too little drop out"),
        _("the others share the seats by their votes"),
    ),
    Way.COUNCILS: (
        _("Deputies of the local councils of a region or city meet as electors"),
        _("they mark one candidate"),
        _("the winner takes the seat of the region or city"),
    ),
    Way.ASSEMBLY: (
        _("The Assembly of People meets"),
        _("its members vote, nobody else does"),
        _("those it chooses take the seats"),
    ),
    Way.APPOINTED: (
        _("The President decides alone"),
        _("there is no vote"),
        _("those appointed take the seats"),
    ),
    Way.ELECTED: (
        _("Voters of the whole country mark one candidate"),
        _("all votes are counted together"),
        _("the winner takes the one post"),
    ),
}
"""The three steps from a vote to a seat, for each way."""


ENDS: dict[tuple[str, str], tuple[str | Promise, ...]] = {
    (SystemKind.STATE_LIST, Way.ELECTED): (
        _("Candidates stand in the popular vote"),
        _("those elected take the seats"),
    ),
    (SystemKind.STATE_LIST, Way.STATE_LIST): (
        _("Candidates stand on the President’s list"),
        _("some of them take the seats"),
    ),
}
"""Where it begins and ends, for a system and way whose middle no source states."""


WHOLE = 3
"""The steps of a way of which every one is stated."""


@dataclass(frozen=True)
class SeatPath:
    """One way from votes to seats: its steps, and how many seats it fills.

    There are three steps, or two where no source states the one between. ``seats`` is
    ``None`` where that is not settled; ``threshold`` is empty without one.
    """

    way: str
    steps: tuple[str | Promise, ...]
    seats: int | None
    threshold: str

    @property
    def is_whole(self) -> bool:
        """Whether the sources state every step."""
        return len(self.steps) == WHOLE

    @property
    def fills_one(self) -> bool:
        """Whether one count fills one seat or post."""
        return self.is_whole and self.way in (Way.DISTRICT, Way.COUNCILS, Way.ELECTED)


def seat_path(kind: str, way: str, seats: int | None, threshold: str) -> SeatPath:
    """The path of one way in a kind of system; the threshold bears on lists alone."""
    steps = ENDS.get((kind, way)) or STEPS[way]
    return SeatPath(way, steps, seats, threshold if way == Way.LIST else "")
