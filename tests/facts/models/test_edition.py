from __future__ import annotations

from facts.models import Edition


def test_an_edition_is_called_by_its_number():
    assert str(Edition(number=12)) == "Edition 12"
