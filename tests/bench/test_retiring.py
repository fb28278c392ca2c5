"""What readers no longer see: every kind of row retires alike, and can return."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bench.changes.beginning import go_back
from bench.changes.moves import move_change
from bench.models import Change
from content.models import LastLoad
from content.serialisers import SERIALISERS
from facts.blocks.loading import GONE
from facts.guard import writing
from facts.models import Document
from tests import factories
from tests.bench.form_pages import opened, values_of
from tests.bench.making_changes import saved
from tests.bench.test_worklist import section

pytestmark = pytest.mark.django_db

PAPER = "/en/sources/paper/"
PASSAGE = "/en/sources/paper/paper-1/"
QUESTION = "/en/disagreements/question/"


@pytest.fixture
def rows():
    """A document with a passage, and what rests on it alone."""
    paper = factories.DocumentFactory(key="paper", short_name_en="The odd paper")
    passage = factories.PassageFactory(key="paper-1", document=paper)
    subject = factories.SubjectFactory(key="hall", topic="society", name_en="Odd hall")
    question = factories.DisagreementFactory(
        key="question", subject=subject, question_en="How odd is it?"
    )
    factories.ClaimFactory(disagreement=question, passage=passage)
    factories.AssessmentFactory(
        key="judgement", subject=subject, passage=passage, sentence_en="Rather odd."
    )


def retired(at_editor, at_reviewer, kind, key):
    """Retire a row as people do; the answer to the approval."""
    address = opened(at_editor, key=key, aim="retire", kind=kind)
    why = {"head-reason_en": "The sources are one again.", "send": "1"}
    at_editor.post(address, values_of(at_editor.get(address)) | why)
    change = Change.objects.get(key=key)
    move = reverse("admin:bench_move", args=[change.pk])
    approve = {"name": "approve", "version": change.version}
    at_reviewer.post(move, approve)
    change.refresh_from_db()
    return change


def row_of(kind, key):
    return SERIALISERS[kind].model.objects.get(key=key)


def status(client, *addresses):
    return [client.get(address).status_code for address in addresses]


def test_each_kind_retires_and_is_seen_nowhere(rows, client, at_editor, at_reviewer):
    """What rests on others first: the others would be refused before."""
    assert status(client, PAPER, PASSAGE, QUESTION) == [200, 200, 200]
    for kind, key, gone in (
        ("disagreements", "question", [200, 200, 404]),
        ("assessments", "judgement", [200, 200, 404]),
        ("passages", "paper-1", [200, 404, 404]),
        ("document", "paper", [404, 404, 404]),
        ("subject", "hall", [404, 404, 404]),
    ):
        change = retired(at_editor, at_reviewer, kind, key)
        assert change.state == "published", key
        assert row_of(kind, key).state == "retired"
        assert status(client, PAPER, PASSAGE, QUESTION) == gone
    sitemap = client.get("/sitemap.xml").text
    assert not any(address in sitemap for address in (PAPER, PASSAGE, QUESTION))
    for page in ("/en/sources/", "/en/disagreements/", "/en/context/society/"):
        text = client.get(page).text
        assert "odd paper" not in text
        assert "How odd" not in text
        assert "Rather odd" not in text
    log = client.get("/en/changes/").text
    assert log.count("The sources are one again.") == 5
    assert not any(f'href="{address}' in log for address in (PAPER, PASSAGE, QUESTION))


def test_a_retired_question_leaves_the_pages_of_its_facts_and_passages(
    rows, client, at_editor, at_reviewer
):
    assert "How odd is it?" in client.get(PASSAGE).text
    retired(at_editor, at_reviewer, "disagreements", "question")
    assert "How odd is it?" not in client.get(PASSAGE).text
    assert "Rather odd." in client.get(PASSAGE).text


def test_a_passage_goes_with_its_document(rows, client, at_editor, at_reviewer):
    retired(at_editor, at_reviewer, "disagreements", "question")
    retired(at_editor, at_reviewer, "assessments", "judgement")
    assert retired(at_editor, at_reviewer, "document", "paper").state == "published"
    assert row_of("passages", "paper-1").state == "published"
    assert status(client, PAPER, PASSAGE) == [404, 404]
    assert PASSAGE not in client.get("/sitemap.xml").text


@pytest.mark.parametrize(
    ("kind", "key"), [("document", "paper"), ("passages", "paper-1"), ("subject", "hall")]
)
def test_what_something_rests_on_stays(rows, at_editor, kind, key):
    address = opened(at_editor, key=key, aim="retire", kind=kind)
    why = {"head-reason_en": "It is gone.", "send": "1"}
    page = at_editor.post(address, values_of(at_editor.get(address)) | why)
    assert page.status_code == 422
    assert f"{key} is retired, yet " in page.text
    assert "would rest on it" in page.text


def test_it_returns(rows, client, editor, reviewer, at_editor, at_reviewer):
    change = retired(at_editor, at_reviewer, "disagreements", "question")
    back = saved(go_back(change, editor), editor)
    move_change(back.pk, editor, "send")
    move_change(back.pk, reviewer, "approve")
    assert status(client, QUESTION) == [200]


def test_a_row_that_was_added_retires_by_going_back(editor, reviewer, rows):
    page = factories.PassageFactory(key="paper-2", document__key="other")
    added = Change.objects.filter(key=page.key)
    with writing():
        change = Change.objects.create(
            kind="passages",
            key=page.key,
            aim="add",
            author=editor,
            approver=reviewer,
            state="published",
            reason_en="New.",
            published_at="2026-11-22T00:00Z",
            block={"key": page.key},
        )
    assert added.get().can_be_undone
    back = go_back(change, editor)
    assert back.block["state"] == "retired"


def test_a_retired_row_is_not_retired_again(rows, at_editor, at_reviewer):
    retired(at_editor, at_reviewer, "disagreements", "question")
    begin = reverse("admin:bench_begin")
    sent = {"kind": "disagreements", "key": "question", "aim": "retire"}
    assert "It is retired already." in at_editor.post(begin, sent, follow=True).text


def test_the_start_page_lists_what_the_fixtures_dropped(rows, at_editor, at_reviewer):
    kept = [["document paper", GONE], ["facts x", "edited"]]
    with writing():
        LastLoad.objects.update(kept=kept)
    assert "document paper is no longer in the fixtures" in section(at_editor, "gone")
    with writing():
        Document.objects.filter(key="paper").update(state="retired")
    assert 'id="gone"' not in at_editor.get(reverse("admin:index")).text
