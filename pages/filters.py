"""What a visitor filters the lists of these pages by."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from facts.aspects import EventKind
from facts.events import Event
from facts.held import held
from facts.models import Disagreement, DisagreementKind, Topic
from facts.names import spellings
from pages.disagreements import documents_disputed, subjects_disputed
from parliament.models import Institution
from web.filters import FilterField, FilterForm, WordsField
from web.word_match import finder

Row = TypeVar("Row")

ALL_OF = "all-"
"""Stands before a topic where all subjects of it are chosen."""


class ContentFilter(FilterForm):
    """Filters of a list whose choices are what the content has."""

    def __init__(self, query: QueryDict, **choices: Iterable[tuple[Any, Any]]) -> None:
        """Read the filters from a query; ``choices`` has what each field offers."""
        super().__init__(query)
        for name, offered in choices.items():
            field: Any = self.fields[name]
            field.choices = [*field.choices, *offered]
        self.full_clean()

    def with_words(self, rows: Iterable[Row], text_of: Callable[[Row], str]) -> list[Row]:
        """Those of the rows in whose text the words stand, whatever their spelling."""
        words = self.chosen("words")
        if not words:
            return list(rows)
        finds = finder(words, spellings())
        return [row for row in rows if finds(text_of(row))]


class TimelineFilter(ContentFilter):
    """Which entries of the timeline are shown."""

    kind = FilterField(_l("Kind"), _l("every kind"), ())
    chamber = FilterField(_l("Chamber"), _l("all"), ())
    decade = FilterField(_l("Decade"), _l("all times"), ())
    words = WordsField()

    def __init__(
        self, query: QueryDict, events: list[Event], chambers: list[Institution]
    ) -> None:
        """Read the filters from a query, for a timeline of these events."""
        kinds = {event.kind for event in events}
        decades = sorted({decade for event in events for decade in event.decades})
        super().__init__(
            query,
            kind=[(kind.value, kind.label) for kind in EventKind if kind in kinds],
            chamber=[
                (chamber.subject.key, str(chamber.subject.name)) for chamber in chambers
            ],
            decade=[
                (str(decade), _("%(decade)ss") % {"decade": decade}) for decade in decades
            ],
        )

    def fitting(self, events: Iterable[Event]) -> list[Event]:
        """Those of the events that fit every filter that is set, in their order."""
        kind, chamber, decade = map(self.chosen, ("kind", "chamber", "decade"))
        chosen = [
            event
            for event in events
            if kind in ("", event.kind)
            and chamber in ("", *event.chambers)
            and decade in ("", *map(str, event.decades))
        ]
        return self.with_words(chosen, _text_of_event)

    def chambers_among(self, chambers: Iterable[Institution]) -> list[Institution]:
        """The chamber that is chosen, or all of them."""
        chosen = self.chosen("chamber")
        return [chamber for chamber in chambers if chosen in ("", chamber.subject.key)]


def _text_of_event(event: Event) -> str:
    return f"{event} {event.fact.says} {event.when_in_words()} {event.kind.label}"


class DisagreementFilter(ContentFilter):
    """Which questions on which the sources collide are shown."""

    subject = FilterField(_l("About"), _l("everything"), ())
    kind = FilterField(_l("Kind"), _l("every kind"), DisagreementKind.choices)
    document = FilterField(_l("Source"), _l("every source"), ())
    words = WordsField()

    def __init__(self, query: QueryDict) -> None:
        """Read the filters from a query."""
        super().__init__(
            query,
            subject=_choices_of_subjects(),
            document=_choices_of_documents(),
        )

    def fitting(self, disagreements: Iterable[Disagreement]) -> list[Disagreement]:
        """Those of the questions that fit every filter that is set, in their order."""
        subject, kind, document = map(self.chosen, ("subject", "kind", "document"))
        chosen = [
            question
            for question in disagreements
            if subject in ("", question.subject.key, ALL_OF + question.subject.topic)
            and kind in ("", question.kind)
            and (not document or document in _keys_of_documents(question))
        ]
        return self.with_words(chosen, _text_of_disagreement)


@held
def _choices_of_subjects() -> list[tuple[Any, Any]]:
    """The subjects of questions by topic; the first choice of a topic is all of them."""
    subjects, groups = subjects_disputed(), []
    for topic, label in Topic.choices:
        names = [
            (subject.key, str(subject.name))
            for subject in subjects
            if subject.topic == topic
        ]
        if names:
            whole = (ALL_OF + topic, _("%(label)s: all") % {"label": label})
            groups.append((label, [whole, *names]))
    return groups


@held
def _choices_of_documents() -> list[tuple[Any, Any]]:
    return [(document.key, str(document.short_name)) for document in documents_disputed()]


def _keys_of_documents(question: Disagreement) -> set[str]:
    return {claim.passage.document.key for claim in question.claims.all()}


def _text_of_disagreement(question: Disagreement) -> str:
    claims = [claim.says for claim in question.claims.all()]
    return " ".join([question.question, question.uses, question.reasoning, *claims])
