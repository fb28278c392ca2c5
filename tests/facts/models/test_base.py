"""What every row of the content has: a key of its own, and a version."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from facts.models import Fact
from tests import factories
from tests.facts.models.refusing import refused

pytestmark = pytest.mark.django_db


def test_the_same_key_twice():
    fact = factories.FactFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.FactFactory(key=fact.key)


def test_a_row_without_a_key_or_before_its_first_version():
    fact = factories.FactFactory()
    assert fact.version == 1
    refused(Fact.objects.filter(pk=fact.pk), key="")
    refused(Fact.objects.filter(pk=fact.pk), version=0)


def test_a_row_is_called_by_its_key_where_it_has_no_better_name():
    assert str(factories.FactFactory.build(key="senate-seats")) == "senate-seats"
