"""The powers on a day: rows of the matrix, steps of a procedure, numbers of votes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from itertools import groupby

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from facts.models import Fact, Subject
from parliament.aspects import POWER
from parliament.models import Matter, Power, Procedure, Share
from parliament.models.powers import votes_needed
from parliament.moments import Moment
from parliament.structure import Standing, is_complete

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
    """A power on a day: every fact on it that held, or may have held.

    It is certain where one of them surely held; ``ends_next`` tells whether the next
    change ends one of them.
    """

    facts: list[Fact]
    is_certain: bool
    ends_next: bool

    @property
    def subject(self) -> Subject:
        """What the power is."""
        return self.facts[0].subject

    @property
    def power(self) -> Power:
        """Its details, of the first fact."""
        power: Power = self.facts[0].power
        return power

    @property
    def procedures(self) -> list[str]:
        """The procedures in which it was, or may have been, used."""
        return [fact.power.procedure for fact in self.facts]


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
        """Whether a row is among what is asked for; ``words`` are looked for apart."""
        bodies = {body for one in row.procedures for body in ACTING[one]}
        return (
            (not self.body or self.body in bodies)
            and (not self.procedure or self.procedure in row.procedures)
            and self.matter in ("", row.power.matter)
        )

    def pairs(self) -> list[tuple[str, str]]:
        """The filters that are set, by name."""
        return [(name, value) for name, value in asdict(self).items() if value]


def text_of(row: Row) -> str:
    """All that words are looked for in."""
    texts = [row.subject.name_en, str(Matter(row.power.matter).label)]
    for fact in row.facts:
        power = fact.power
        texts += [fact.sentence_en, power.proposer_en, power.condition_en, power.limit_en]
    return " ".join(texts)


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


def rows_on(
    powers: Sequence[Fact],
    standings: Sequence[Standing],
    day: date,
    later: Moment | None = None,
) -> list[Row]:
    """The powers that held on ``day``, for certain or perhaps, by matter and name.

    A power is left out where no body that acts stood on the day: a rule whose first day
    is not known is no older than its chamber. ``later`` is the next change.
    """
    standing = {one.institution.subject.key for one in standings if one.may_stand}
    if "senate" in standing:
        standing.add("president")  # he acts for the chambers, which hand the power over
    usable = {
        procedure for procedure, bodies in ACTING.items() if standing.intersection(bodies)
    }
    held: dict[int, list[Fact]] = defaultdict(list)
    for fact in powers:
        if fact.period.is_possible(day) and fact.power.procedure in usable:
            held[fact.subject_id].append(fact)
    rows = [
        Row(
            facts=_the_certain(facts, day),
            is_certain=any(fact.period.is_certain(day) for fact in facts),
            ends_next=later is not None
            and any(fact.period.end.earliest == later.day for fact in facts),
        )
        for facts in held.values()
    ]
    order = list(Matter.values)
    return sorted(
        rows, key=lambda row: (order.index(row.power.matter), row.subject.name_en)
    )


def _the_certain(facts: list[Fact], day: date) -> list[Fact]:
    """Only the facts that surely held, if any did."""
    return [fact for fact in facts if fact.period.is_certain(day)] or facts


def by_matter(rows: Iterable[Row]) -> list[tuple[str | Promise, list[Row]]]:
    """Rows that are sorted by matter, under the label of each."""
    return [
        (Matter(matter).label, list(group))
        for matter, group in groupby(rows, key=lambda row: row.power.matter)
    ]


def columns_of(rows: Iterable[Row]) -> list[Column]:
    """The procedures that occur in ``rows``, in their one order."""
    found = {procedure for row in rows for procedure in row.procedures}
    return [
        Column(key, HEADS[key], label) for key, label in Procedure.choices if key in found
    ]


def beginning(powers: Sequence[Fact], moment: Moment | None) -> list[Fact]:
    """The powers that begin with a change, on exactly its day."""
    return [
        fact
        for fact in powers
        if moment and fact.period.start.is_exact and fact.period.start.latest == moment.day
    ]


def changes_of(facts: Iterable[Fact]) -> list[Moment]:
    """The known days on which powers or rules begin or end, in order.

    A day "at the latest" is an edge of what is known, and no change.
    """
    bounds = [bound for fact in facts for bound in (fact.period.start, fact.period.end)]
    return [
        Moment(day, ()) for day in sorted({one.latest for one in bounds if one.is_exact})
    ]


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
    deciding = ACTING[power.procedure]
    found = []
    for standing in standings:
        number = standing.seats.number or (
            standing.law_with_seats and standing.law_with_seats.composition.seats
        )
        if share and number and standing.institution.subject.key in deciding:
            found.append(Votes(standing.name, number, votes_needed(share, number)))
    return found
