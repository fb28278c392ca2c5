from __future__ import annotations

import pytest

from web.paging import numbers_shown, shown_page

ROWS = list(range(1000))


@pytest.mark.parametrize(
    ("asked", "number"),
    [("", 1), ("2", 2), ("100", 100), ("101", 100), ("-1", 100), ("two", 1), ("٢", 2)],
)
def test_the_address_says_which(rf, asked, number):
    page = shown_page(rf.get("/", {"page": asked}), ROWS, 10)
    assert page.number == number
    assert list(page) == ROWS[number * 10 - 10 : number * 10]


def test_a_number_goes_before_the_address(rf):
    assert shown_page(rf.get("/?page=2"), ROWS, 10, number=5).number == 5


def test_of_many_pages_it_numbers_those_near_and_at_the_ends(rf):
    page = shown_page(rf.get("/?page=50"), ROWS, 10)
    assert numbers_shown(page) == [1, 2, "…", *range(47, 54), "…", 99, 100]


def test_of_few_pages_it_numbers_all(rf):
    assert numbers_shown(shown_page(rf.get("/"), ROWS, 100)) == list(range(1, 11))


def test_nothing_is_one_empty_page(rf):
    page = shown_page(rf.get("/"), [], 10)
    assert not page.has_other_pages()
    assert not list(page)
