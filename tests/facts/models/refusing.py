"""What the tests of models share."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from facts.guard import writing


def refused(queryset, **values):
    """Assert that the database itself refuses the values, whoever writes them."""
    with pytest.raises(IntegrityError), transaction.atomic(), writing():
        queryset.update(**values)
