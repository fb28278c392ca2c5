from __future__ import annotations

import pytest

from tests.benchmark.kinds import DAYS, THE_SAME_THREE, address_of, kinds, on_days


@pytest.mark.django_db
@pytest.mark.parametrize("name", kinds())
def test_each_kind_has_a_page_on_each_day(client, name):
    for address in on_days(address_of(name), (DAYS[0], DAYS[-1])):
        assert client.get(address).status_code == 200


def test_all_kinds_are_measured():
    assert len(kinds()) == 31
    assert set(THE_SAME_THREE) <= set(kinds())
    assert len(set(DAYS)) == len(DAYS) == 60
