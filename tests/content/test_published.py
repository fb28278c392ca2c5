"""Published changes as the public reads of them."""

from __future__ import annotations

from datetime import date

import pytest

from content.models import ChangeRecord
from content.published import address_of_change, pages_of_rows, published_changes
from tests import factories

pytestmark = pytest.mark.usefixtures("empty")
TODAY = date(2026, 11, 22)


def published(pages=None):
    return published_changes(ChangeRecord.objects.newest_first(), pages or {})


@pytest.fixture
def term():
    return factories.FactFactory(
        key="hall-term",
        subject__key="hall",
        subject__name_en="Hall",
        subject__topic="places",
        aspect="note-term",
        start="1996-01-01",
    )


def test_a_correction_tells_what_was_and_what_is_now(term):
    change = factories.ChangeFactory(row=term, was={"start": "1995"}, reason_en="A slip.")
    (told,) = published({"facts/hall-term": "/en/hall/"})
    assert told.title == "Corrected: Hall: term"
    assert told.row.page == "/en/hall/"
    (line,) = told.row.lines
    assert (line.before, line.after) == ("1995", "1 January 1996")
    assert told.address == f"/en/changes/?change={change.pk}#change-{change.pk}"
    assert told.undone == ""
    assert told.record.reason == "A slip."


def test_an_open_end_has_a_word(term):
    factories.ChangeFactory(row=term, was={"end": "2007"})
    (told,) = published()
    assert [(line.before, line.after) for line in told.row.lines] == [("2007", "open")]


def test_of_a_new_fact_its_title_says_what_it_is_about(term):
    factories.ChangeFactory(row=term, is_new=True)
    (told,) = published()
    assert told.row.is_new
    assert {"subject", "aspect"}.isdisjoint(line.path for line in told.row.lines)
    assert "start" in {line.path for line in told.row.lines}


def test_what_goes_back_leads_to_the_change_before_which_it_goes(term):
    first = factories.ChangeFactory(row=term)
    factories.ChangeFactory(row=term, aim="restore", undoes=first)
    restored, _first = published()
    assert restored.undone == address_of_change(first.pk)


def test_each_row_has_the_page_that_tells_of_it(term):
    rows = {
        "facts": term,
        "subject": term.subject,
        "passages": term.citations.get().passage,
        "document": term.citations.get().passage.document,
        "disagreements": factories.DisagreementFactory(key="how-many"),
        "assessments": factories.AssessmentFactory(),
    }
    for row in rows.values():
        factories.ChangeFactory(row=row)
    pages = pages_of_rows(ChangeRecord.objects.all(), TODAY)
    by_kind = {kind: pages[f"{kind}/{row.key}"] for kind, row in rows.items()}
    passage, judged = rows["passages"], rows["assessments"].passage
    assert by_kind == {
        "facts": "/en/context/places/?on=1996-01-01",
        "subject": "/en/context/places/",
        "passages": f"/en/sources/{passage.document.key}/{passage.key}/",
        "document": f"/en/sources/{passage.document.key}/",
        "disagreements": "/en/disagreements/how-many/",
        "assessments": f"/en/sources/{judged.document.key}/{judged.key}/",
    }


def test_what_no_page_tells_of_has_none(term):
    retired = factories.FactFactory(state="retired", subject__topic="places")
    for row in (retired, retired.subject):
        factories.ChangeFactory(row=row)
    assert pages_of_rows(ChangeRecord.objects.all(), TODAY) == {}
    assert {told.row.page for told in published()} == {""}


def test_the_day_is_that_of_kazakhstan(term):
    factories.ChangeFactory(row=term, published_at="2026-01-01T23:30:00+00:00")
    (told,) = published()
    assert told.day == date(2026, 1, 2)
