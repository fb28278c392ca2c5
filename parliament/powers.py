"""The powers on a day: rows of the matrix, steps of a procedure, numbers of votes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import groupby

from django.utils.functional import Promise
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from facts.models import Fact
from parliament.aspects import POWER
from parliament.models import Matter, Power, Procedure, Share
from parliament.models.powers import votes_needed
from parliament.moments import Moment
from parliament.structure import Standing, is_complete
from web.words import has_words

BODIES: dict[str, tuple[str | Promise, tuple[str, ...]]] = {
    "senate": (
        gettext_lazy("Senate"),
        ("joint", "in-turn", "each", "senate", "stand-in"),
    ),
    "majilis": (gettext_lazy("Mäjilis"), ("joint", "in-turn", "each", "majilis")),
    "president": (gettext_lazy("President"), ("delegated",)),
    "kurultai": (gettext_lazy("Kurultai"), ("kurultai",)),
}
"""The bodies that act, what they are called, and the procedures in which they do."""

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
class Row:
    """A power on a day: whether it held for certain, and whether it ends next."""

    fact: Fact
    is_certain: bool
    ends_next: bool


@dataclass(frozen=True)
class Column:
    """A procedure of the matrix: its key, its head, and what it means."""

    key: str
    head: str | Promise
    label: str | Promise


@dataclass(frozen=True)
class Wanted:
    """What a visitor filters the matrix by; an empty text filters nothing."""

    body: str = ""
    procedure: str = ""
    matter: str = ""
    words: str = ""

    def fits(self, row: Row) -> bool:
        """Whether a row is among what is asked for."""
        power: Power = row.fact.power
        text = " ".join(
            [
                row.fact.subject.name_en,
                row.fact.sentence_en,
                power.proposer_en,
                power.condition_en,
                power.limit_en,
            ]
        )
        procedures = BODIES.get(self.body, ("", ()))[1]
        return (
            (not self.body or power.procedure in procedures)
            and self.procedure in ("", power.procedure)
            and self.matter in ("", power.matter)
            and has_words(text, self.words)
        )

    def pairs(self) -> list[tuple[str, str]]:
        """The filters that are set, by name."""
        return [(name, value) for name, value in asdict(self).items() if value]

    def query(self) -> str:
        """The filters that are set, as the query of an address."""
        return urlencode(self.pairs())


def all_powers() -> list[Fact]:
    """Every published power of any time, with sources; complete ones only."""
    found = (
        Fact.objects.published()
        .filter(aspect=POWER)
        .with_sources()
        .select_related("power")
        .in_order()
    )
    return [fact for fact in found if is_complete(fact)]


def rows_on(powers: Sequence[Fact], day: date) -> list[Row]:
    """The powers that held on ``day``, for certain or perhaps, by matter and name."""
    later = next_change(powers, day)
    rows = [
        Row(
            fact,
            fact.period.is_certain(day),
            later is not None and fact.period.end.earliest == later.day,
        )
        for fact in powers
        if fact.period.is_possible(day)
    ]
    order = list(Matter.values)
    return sorted(
        rows,
        key=lambda row: (
            order.index(row.fact.power.matter),
            row.fact.subject.name_en,
            row.fact.key,
        ),
    )


def by_matter(rows: Iterable[Row]) -> list[tuple[str, list[Row]]]:
    """Rows that are sorted by matter, under the label of each."""
    return [
        (Matter(matter).label, list(group))
        for matter, group in groupby(rows, key=lambda row: row.fact.power.matter)
    ]


def columns_of(rows: Iterable[Row]) -> list[Column]:
    """The procedures that occur in ``rows``, in their one order."""
    found = {row.fact.power.procedure for row in rows}
    return [
        Column(key, HEADS[key], label) for key, label in Procedure.choices if key in found
    ]


def beginning_next(powers: Sequence[Fact], day: date) -> list[Fact]:
    """The powers that begin with the next change after ``day``."""
    later = next_change(powers, day)
    return [fact for fact in powers if later and fact.period.start.latest == later.day]


def changes_of(powers: Iterable[Fact]) -> list[Moment]:
    """The days on which powers surely begin or end, in order."""
    days = {
        day
        for fact in powers
        for day in (fact.period.start.latest, fact.period.end.earliest)
        if day not in (date.min, date.max)
    }
    return [Moment(day, ()) for day in sorted(days)]


def next_change(powers: Iterable[Fact], day: date) -> Moment | None:
    """The first day after ``day`` on which a power surely begins or ends."""
    return next((one for one in changes_of(powers) if one.day > day), None)


# --- one power ------------------------------------------------------------------------


@dataclass(frozen=True)
class Step:
    """One step of a procedure: who acts, and what they do."""

    who: str
    does: str


def steps_of(power: Power) -> list[Step]:
    """Who does what, in which order."""
    steps = []
    if power.proposer_en:
        steps.append(Step(power.proposer_en, _("proposes")))
    if power.movers:
        share = Share(power.movers).label
        steps.append(
            Step(_("%(share)s of all members") % {"share": share}, _("ask for it"))
        )
    return steps + [Step(str(who), str(does)) for who, does in _ACTS[power.procedure]]


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
class Votes:
    """How many votes of how many members a share was in one chamber on a day."""

    chamber: str
    members: int
    needed: int


def votes_of(share: str, power: Power, standings: Iterable[Standing]) -> list[Votes]:
    """What ``share`` of all members was in numbers, in each chamber that decides.

    Chambers whose seats the sources do not settle are left out.
    """
    deciding = {
        key for key, (_name, procedures) in BODIES.items() if power.procedure in procedures
    }
    found = []
    for standing in standings:
        number = standing.seats.number or (
            standing.law_with_seats and standing.law_with_seats.composition.seats
        )
        if share and number and standing.institution.subject.key in deciding:
            found.append(Votes(standing.name, number, votes_needed(share, number)))
    return found
