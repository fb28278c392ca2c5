"""What a party or a person was called, and which of the names is that of a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from facts.localised import Text
from facts.models import Fact, Subject
from facts.names import main_name, nearest


@dataclass(frozen=True)
class DatedName:
    """A name, and the fact that says from when until when it was borne."""

    fact: Fact

    @property
    def text(self) -> str | Text:
        """The English form; what the fact says where none is told."""
        return main_name(self.fact) or self.fact.says


class ContestantNames:
    """The names of a party or person, in order, and those of the day looked at."""

    def __init__(self, subject: Subject, facts: Sequence[Fact], day: date) -> None:
        """``facts`` are those that hold its names, in order."""
        self.subject = subject
        self.day = day
        self.all = [DatedName(fact) for fact in facts]

    def __bool__(self) -> bool:
        return bool(self.all)

    @cached_property
    def current(self) -> DatedName | None:
        """The one on the day: surely held, else perhaps, else the nearest; if any."""
        fact = nearest([name.fact for name in self.all], self.day)
        return next((name for name in self.all if name.fact is fact), None)

    @property
    def others(self) -> list[DatedName]:
        """Those borne on other days, the latest first."""
        return [name for name in reversed(self.all) if name != self.current]

    @property
    def text(self) -> str:
        """What it was called in English on the day."""
        fact = self.current.fact if self.current else None
        return main_name(fact) or self.subject.name

    @property
    def title(self) -> str:
        """The same, with what tells it apart from another of that name."""
        last = self.subject.name
        return last if last.startswith(f"{self.text} (") else self.text

    @property
    def is_perhaps_borne(self) -> bool:
        """Whether one of them may have held on the day."""
        return bool(self.current and self.current.fact.period.is_possible(self.day))

    @property
    def is_surely_borne(self) -> bool:
        """Whether one of them held on the day for certain."""
        return bool(self.current and self.current.fact.period.is_certain(self.day))
