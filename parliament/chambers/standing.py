"""An institution as it stood on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import Enum
from functools import cached_property

from facts.aspects import NOTE, OPEN_QUESTION
from facts.models import Fact
from facts.names import main_name, nearest
from parliament.aspects import CONVOCATION, EXISTENCE, NAME, TERM
from parliament.chambers.facts_on_day import FactsOnDay
from parliament.chambers.history import History
from parliament.chambers.leaders import Leaders
from parliament.chambers.seats import Seats
from parliament.chambers.selection import Selection
from parliament.models import Institution


class StandingStatus(Enum):
    """How an institution stands to a day."""

    NOT_YET = "not yet"
    PERHAPS = "perhaps"
    STANDS = "stands"
    ENDED = "ended"


class Standing:
    """One institution, and the day on which it is looked at.

    Its parts answer what belongs to them: ``seats`` how many there were, ``selection`` how
    members came to them, ``leaders`` who led it, ``history`` what was at any time.
    """

    def __init__(self, institution: Institution, facts: Sequence[Fact], day: date) -> None:
        """``facts`` are all about the institution, in order of time."""
        self.institution = institution
        self.facts = facts
        self.day = day
        self._facts = FactsOnDay(facts, day)
        self.seats = Seats(self._facts)
        self.selection = Selection(self._facts, self.seats)
        self.leaders = Leaders(self._facts)
        self.history = History(self._facts)

    @cached_property
    def existence(self) -> Fact:
        """The fact that dates the institution.

        Raises ``IndexError`` where it has none; ``institutions()`` leaves such out.
        """
        return self._facts.of(EXISTENCE)[0]

    @cached_property
    def status(self) -> StandingStatus:
        """How the institution stands to the day."""
        period = self.existence.period
        if period.is_certain(self.day):
            return StandingStatus.STANDS
        if period.is_possible(self.day):
            return StandingStatus.PERHAPS
        return (
            StandingStatus.NOT_YET
            if self.day < period.start.latest
            else StandingStatus.ENDED
        )

    @property
    def stands(self) -> bool:
        """Whether it existed on the day for certain."""
        return self.status is StandingStatus.STANDS

    @property
    def may_stand(self) -> bool:
        """Whether it existed on the day, for certain or perhaps."""
        return self.status in (StandingStatus.STANDS, StandingStatus.PERHAPS)

    @property
    def has_ended(self) -> bool:
        """Whether it had ended by the day."""
        return self.status is StandingStatus.ENDED

    @property
    def is_not_yet(self) -> bool:
        """Whether it was still to come on the day."""
        return self.status is StandingStatus.NOT_YET

    def last_day(self) -> date | None:
        """The last day on which it stood for certain; ``None`` while it has no end."""
        end = self.existence.period.end
        return None if end.is_open else end.earliest - timedelta(days=1)

    @cached_property
    def naming(self) -> Fact | None:
        """The fact that holds its names on the day, or the nearest one."""
        return nearest(self._facts.of(NAME), self.day)

    @cached_property
    def name(self) -> str:
        """What it was called in English on the day, or at last where it had ended."""
        name = "" if self.is_not_yet else main_name(self.naming)
        return name or self.institution.subject.name

    @cached_property
    def term(self) -> Fact | None:
        """The term of office on the day."""
        return self._facts.first_held(TERM)

    @cached_property
    def convocation(self) -> Fact | None:
        """The convocation that sat on the day."""
        return self._facts.first_held(CONVOCATION)

    @cached_property
    def gaps(self) -> list[Fact]:
        """What the sources leave open on the day."""
        return self._facts.held(OPEN_QUESTION)

    @cached_property
    def notes(self) -> list[Fact]:
        """What else the sources tell of it on the day, for certain or perhaps."""
        return self._facts.possible(NOTE)


def keys_standing(standings: Iterable[Standing]) -> set[str]:
    """The keys of the institutions that stood, for certain or perhaps."""
    return {
        standing.institution.subject.key for standing in standings if standing.may_stand
    }
