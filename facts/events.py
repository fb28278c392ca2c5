"""What happened: the entries of the timeline, made from facts.

An event is the beginning of what a fact tells, or its end where that is an event of its
own. An app says in a function which of its facts are events, and of what kind; the
pages floor lists these functions.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from facts.aspects import EventKind
from facts.localised import Text
from facts.models import Basis, Fact
from facts.periods import Bound
from facts.periods_in_words import edtf_in_words

ENDS = "-ends"
"""What stands behind the key of a fact in the key of the entry on its end."""


@dataclass(frozen=True)
class Event:
    """One entry: what happened, when, and the fact that says so.

    ``when`` is a bound of the fact's period. ``chambers`` are the keys of the institutions
    it concerns. ``key`` is permanent: addresses, feeds and calendars name the entry by it.
    """

    kind: EventKind
    when: Bound
    title: Text
    fact: Fact
    chambers: frozenset[str]
    is_end: bool = False

    @property
    def key(self) -> str:
        """The key of the fact; of an end, with ``ENDS`` behind it."""
        return f"{self.fact.key}{ENDS}" if self.is_end else self.fact.key

    @property
    def is_dated(self) -> bool:
        """Whether its earliest and latest day are known, so that it has a place in time."""
        return self.when.earliest != date.min and self.when.latest != date.max

    @property
    def is_exact(self) -> bool:
        """Whether its day is known."""
        return self.when.is_exact

    @property
    def place(self) -> tuple[date, date, str]:
        """Where it stands in the order: by its earliest day, then by its latest."""
        return self.when.earliest, self.when.latest, self.key

    @property
    def decades(self) -> range:
        """The decades, by their first year, in which it may have happened."""
        return range(self.when.earliest.year // 10 * 10, self.when.latest.year + 1, 10)

    def when_in_words(self) -> str:
        """``29 August 2007``, ``August 2007`` or ``on some day from 2014 to 2016``."""
        return edtf_in_words(self.when.edtf, _("on some day from %(first)s to %(last)s"))

    @property
    def speaker(self) -> str:
        """After whom it is told, where its title does not say so itself; else empty."""
        fact = self.fact
        if fact.basis != Basis.ATTRIBUTED or (fact.sentence and not self.is_end):
            return ""
        source = fact.attributed_to
        return source.short_name if source else ""

    def __str__(self) -> str:
        """The title, with the speaker where there is one."""
        if not self.speaker:
            return str(self.title)
        words = {"title": self.title.rstrip("."), "source": self.speaker}
        return _("%(title)s, according to %(source)s.") % words


def begins(
    fact: Fact, kind: EventKind, chambers: Iterable[str], title: Text | None = None
) -> Event:
    """That what ``fact`` tells began; the title is its sentence unless one is given."""
    title = title or named(fact)
    return Event(kind, fact.period.start, title, fact, frozenset(chambers))


def named(fact: Fact, name: str = "") -> Text:
    """The sentence of a fact, after the name of its subject where it does not name it.

    ``name`` is the one that the subject then bore, where that is another than its last.
    """
    says, name = fact.says, name or fact.subject.name
    if name.casefold() in says.casefold():
        return says
    return Text(f"{name}: {says}", says.language, says.is_fallback)


def from_then_on(fact: Fact) -> Text:
    """That the state which a fact tells of began: its first sentence, told as an event."""
    says = fact.says
    first, dot, _rest = says.partition(". ")
    words = {"name": fact.subject.name, "says": f"{first}." if dot else first}
    title = _("%(name)s, from then on: %(says)s") % words
    return Text(title, says.language, says.is_fallback)


def own_title(words: str) -> Text:
    """A title made by the site itself, in the language of the page."""
    return Text(words)
