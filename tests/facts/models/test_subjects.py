from __future__ import annotations

import pytest

from facts.models import Subject
from tests import factories
from tests.facts.models.refusing import refused

pytestmark = pytest.mark.django_db


def test_an_unknown_topic():
    subject = factories.SubjectFactory()
    refused(Subject.objects.filter(pk=subject.pk), topic="weather")


def test_the_subjects_of_which_anything_is_published_are_listed_by_name(empty):
    later, first = (
        factories.SubjectFactory(topic="law", name_en=name) for name in ("B", "A")
    )
    for subject in (later, later, first):
        factories.FactFactory(subject=subject)
    factories.FactFactory(subject__topic="law", state="retired")
    factories.FactFactory(subject__topic="people")
    factories.SubjectFactory(topic="law")
    assert list(Subject.objects.told("law", "courts")) == [first, later]
