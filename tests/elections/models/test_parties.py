from __future__ import annotations

import pytest
from django.db.models import ProtectedError

from facts.guard import GuardedError
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_party_that_took_in_another_is_not_deleted():
    merger = factories.MergerFactory()
    assert list(merger.into.mergers.all()) == [merger]
    with pytest.raises((GuardedError, ProtectedError)):
        merger.into.delete()
