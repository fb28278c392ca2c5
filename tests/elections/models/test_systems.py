from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from elections.models import System, SystemKind
from facts.guard import writing
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_database_knows_every_kind_and_no_other():
    system = factories.SystemFactory()
    rows = System.objects.filter(pk=system.pk)
    with writing():
        for kind in SystemKind.values:
            rows.update(kind=kind)
    with pytest.raises(IntegrityError), transaction.atomic(), writing():
        rows.update(kind="lottery")
