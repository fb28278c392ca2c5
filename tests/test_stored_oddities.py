"""What no form and no fixture lets in, and a database may hold all the same.

Somebody may have written past all checks, with an older version or by hand. A page tells
what can be told, and is never lost to one row.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.db.models import Model

from elections import models as elections
from facts import models as facts
from facts.guard import writing
from facts.held import readings
from parliament import models as parliament
from tests.reader import Reader
from tests.test_every_page import addresses

pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
TEXT = "\x07 <b>&amp; {{ x }} \u202e"
NO_PAGES = (
    "/en/timeline/feed.atom",
    "/en/timeline/events.ics",
    "/en/changes/feed/",
    "/sitemap.xml",
)


def some(model: type[Model]) -> list[int]:
    """Every third row."""
    return list(model._base_manager.order_by("pk").values_list("pk", flat=True)[::3])


def with_values(model: type[Model], **values: object) -> None:
    """Give every third row these values, past all checks."""
    with writing():
        model._base_manager.filter(pk__in=some(model)).update(**values)


def without(*models: type[Model]) -> None:
    """Take every third row away, past all guards."""
    for model in models:
        model._base_manager.filter(pk__in=some(model))._raw_delete(connection.alias)


def odd_dates() -> None:
    with_values(facts.Document, speaks="garbage", consulted=None)
    with_values(facts.Passage, speaks="2007-24")
    with_values(facts.Assessment, made="")
    with_values(facts.Fact, start="2007-13-45", end="[..]")


def odd_texts() -> None:
    with_values(facts.Document, short_name_en="", kind_en=TEXT, about_en=TEXT)
    with_values(facts.Passage, summary_en=TEXT, section_en="", place_en=TEXT)
    with_values(facts.Subject, name_en=TEXT)
    with_values(facts.Fact, sentence_en=TEXT, act_en=TEXT, basis="attributed")
    with_values(facts.Disagreement, question_en="", uses_en=TEXT, kind="slip")
    with_values(facts.Name, is_main=False)


def odd_kinds() -> None:
    with_values(facts.Fact, aspect="existence", basis="gap")
    with_values(facts.Subject, topic="world")


def no_sources() -> None:
    with_values(facts.Fact, basis="attributed")
    without(facts.Citation, facts.Claim, facts.Name)


def no_details() -> None:
    without(
        *(elections.ResultRow, elections.Result, elections.Figure, elections.System),
        *(elections.Winner, elections.Merger, parliament.SeatPart),
        *(parliament.Composition, parliament.Existence, parliament.Term),
        *(parliament.Requirement, parliament.Membership, parliament.Convocation),
        *(parliament.Power, parliament.Succession),
    )


@pytest.mark.parametrize(
    "store",
    [odd_dates, odd_texts, odd_kinds, no_sources, no_details],
    ids=lambda store: store.__name__,
)
def test_no_stored_oddity_breaks_a_page(store: Callable[[], None]):
    store()
    readings.clear()
    visitor = Reader(raise_request_exception=False)
    statuses = {page: visitor.get(page).status_code for page in [*addresses(), *NO_PAGES]}
    readings.clear()
    # No test may end with rows that name others which are gone, but to take all back.
    connection.set_rollback(True)
    assert {page: status for page, status in statuses.items() if status >= 500} == {}
