from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from facts.guard import writing
from facts.models import Citation
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_same_citation_twice():
    citation = factories.CitationFactory()
    with pytest.raises(IntegrityError), transaction.atomic(), writing():
        Citation.objects.create(fact=citation.fact, passage=citation.passage)


def test_the_five_documents_come_before_the_record():
    record = factories.CitationFactory(passage__document__tier="record")
    founding = factories.CitationFactory(
        fact=record.fact, passage__document__tier="founding"
    )
    assert list(record.fact.citations.all()) == [founding, record]
