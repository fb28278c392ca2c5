"""What the database holds a change to, and what a change says of itself."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from bench.models import Change
from tests.bench.making_changes import begun

pytestmark = pytest.mark.django_db


def test_the_database_too_refuses_an_author_who_approves(editor):
    from facts.guard import writing

    change = begun(editor)
    with pytest.raises(IntegrityError), transaction.atomic(), writing():
        Change.objects.filter(pk=change.pk).update(approver=editor)
