"""The aspects that a form offers, and those that it refuses."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bench.forms.aspect_choice import aspect_error, aspects_for
from content.aspect_groups import ASPECTS, TABLE
from facts.models import Topic
from tests import factories

pytestmark = pytest.mark.django_db


def names_in(offered):
    return [
        entry.kind.name for _label, entries in offered["aspect_groups"] for entry in entries
    ]


@pytest.mark.parametrize("topic", Topic)
def test_of_a_subject_all_kinds_of_its_topic_are_offered_and_no_others(topic):
    subject = factories.SubjectFactory(topic=topic)
    offered = aspects_for(subject)
    assert offered["topic"] == topic.label
    assert sorted(names_in(offered)) == [kind.name for kind in ASPECTS.of_topic(topic)]
    assert all(entries for _label, entries in offered["aspect_groups"])


def test_without_a_subject_every_kind_is_offered():
    offered = aspects_for(None)
    assert offered["topic"] == ""
    assert len(names_in(offered)) == len(TABLE)


def test_an_aspect_of_the_table_is_not_refused():
    subject = factories.SubjectFactory(topic=Topic.PARLIAMENT)
    assert aspect_error("composition", subject) == ""
    assert aspect_error("duty-absences", subject) == ""


@pytest.mark.parametrize("aspect", ["seats", "duty-", "merger-amanat"])
def test_an_aspect_outside_the_table_is_refused_with_those_that_there_are(aspect):
    error = aspect_error(aspect, factories.SubjectFactory(topic=Topic.PARLIAMENT))
    assert "No page shows such facts of “Parliament and its chambers”." in error
    assert "composition" in error
    assert "duty-," in error
    assert "merger-" not in error


def test_where_a_topic_has_no_aspects_that_is_said():
    error = aspect_error("term", factories.SubjectFactory(topic=Topic.SOURCES))
    assert "There are: none." in error


# --- on the pages ---------------------------------------------------------------------


def test_the_page_lists_the_aspects_of_the_subject_that_is_typed(at_editor):
    address = reverse("admin:bench_aspects")
    listed = at_editor.get(address, {"subject": "senate"}).text
    assert "Aspects of subjects under “Parliament and its chambers”" in listed
    assert "<code>composition</code>" in listed
    assert "<code>merger-…</code>" not in listed
    assert "<details" not in listed
    for typed in ("", "nonesuch"):
        listed = at_editor.get(address, {"subject": typed}).text
        assert "All aspects, by what they are about" in listed
        assert "<code>merger-…</code>" in listed


def test_a_refused_start_lists_them_too(at_editor):
    sent = {"kind": "facts", "subject": "senate", "aspect": "seats"}
    page = at_editor.post(reverse("admin:bench_start"), sent)
    assert page.status_code == 422
    assert "No page shows such facts" in page.text
    assert "Aspects of subjects under" in page.text
