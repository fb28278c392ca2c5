"""The pages of the people."""

from __future__ import annotations

import pytest

from tests.elections.building import PEOPLE

pytestmark = pytest.mark.django_db


def test_names_in_other_scripts_are_marked(client):
    page = client.get(f"{PEOPLE}kassym-jomart-tokayev/").page()
    assert '<span lang="kk">Қасым-Жомарт Тоқаев</span>' in page
    assert '<span lang="kk-Latn">Qasym-Jomart Toqaev</span>' in page


@pytest.mark.parametrize("address", [PEOPLE, f"{PEOPLE}marat-ospanov/?on=1997"])
def test_the_part_is_that_region_of_the_page(client, htmx, address):
    part = htmx.get(address).text
    assert part.startswith('<div id="dated"')
    assert client.get(address).text.count(part) == 1
