"""That parties went into others: under which names, and where the site tells of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from elections.contestants.addresses import contestant_address
from elections.sentences import happened_in_words, later_names_in_words
from facts.aspects import NAME
from facts.models import Fact, Subject
from facts.names import main_name, nearest


@dataclass(frozen=True)
class PartyMerger:
    """That one party went into another, as told on a day.

    The party joined bears the name that it had then; the day decides which of its later
    names are told. The names of that party are to be fetched with the fact.
    """

    fact: Fact
    day: date

    @property
    def into_name(self) -> str:
        """What the party that took in the other was called when that began."""
        naming = nearest(self._names_of_joined(), self._joined_on)
        return main_name(naming) or self.fact.merger.into.name

    @property
    def later_names(self) -> list[str]:
        """What that party was called after the merger, in order, by the day."""
        return [
            name
            for naming in self._names_of_joined()
            if self._joined_on < naming.period.start.latest <= self.day
            and (name := main_name(naming)) not in ("", self.into_name)
        ]

    @property
    def later_names_in_words(self) -> str:
        """``(later Nur Otan)``; empty where it kept its name."""
        return later_names_in_words(self.later_names)

    @property
    def when(self) -> str:
        """When it was: ``on 26 April 2022``, ``in 2013``."""
        return happened_in_words(self.fact.period.start)

    @property
    def address(self) -> str:
        """The page of the party joined."""
        return contestant_address(self.fact.merger.into)

    @property
    def joiner_address(self) -> str:
        """The page of the party that joined it."""
        return contestant_address(self.fact.subject)

    @property
    def _joined_on(self) -> date:
        return self.fact.period.start.earliest

    def _names_of_joined(self) -> list[Fact]:
        return [fact for fact in self.fact.merger.into.facts.all() if fact.aspect == NAME]


class PartyMergers:
    """The mergers that a party was part of, in order, and what they mean on a day."""

    def __init__(self, subject: Subject, facts: Sequence[Fact], day: date) -> None:
        """``facts`` are those that tell of its mergers, in order."""
        self.day = day
        self.all = [PartyMerger(fact, day) for fact in facts]
        self.own = [merger for merger in self.all if merger.fact.subject_id == subject.pk]

    @property
    def joined(self) -> PartyMerger | None:
        """The one by which it had become part of another party by the day, if any."""
        for merger in self.own:
            if merger.fact.period.start.latest <= self.day:
                return merger
        return None
