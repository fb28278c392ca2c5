from __future__ import annotations

import pytest
from django.http import QueryDict
from django.template.loader import render_to_string
from django.test import RequestFactory

from web.filters import LONGEST_WORDS, FilterField, FilterForm, WordsField


class SeatFilter(FilterForm):
    """A list of seats, for these tests."""

    target = "seats"
    keeps_date = True
    way = FilterField("Way", "every way", [("list", "by list"), ("law", "by law")])
    words = WordsField()


def read(query):
    return SeatFilter(QueryDict(query))


@pytest.mark.parametrize(
    ("query", "pairs"),
    [
        ("", []),
        ("way=list", [("way", "list")]),
        ("way=no-such", []),
        ("way=list&way=law", [("way", "law")]),
        ("words=+two++words+", [("words", "two  words")]),
        ("words=" + "x" * 500, [("words", "x" * LONGEST_WORDS)]),
        ("page=3&other=1", []),
    ],
)
def test_an_address_is_read_into_filters(query, pairs):
    form = read(query)
    assert form.pairs() == pairs
    assert form.is_valid()


def test_filters_are_written_back_into_an_address():
    assert read("way=list&words=a%26b").query() == "way=list&words=a%26b&"
    assert read("way=list&words=a%26b").query_after() == "&way=list&words=a%26b"
    assert read("").query() == read("").query_after() == ""


def test_what_is_no_filter_is_empty():
    assert read("way=list").chosen("words") == ""
    assert read("way=list").chosen("no-such") == ""


def test_the_form_works_without_a_script_and_says_what_it_filters_by():
    request = RequestFactory().get("/seats/?way=law")
    context = {
        "filter": SeatFilter(request.GET),
        "address": "/seats/",
        "on": None,
        "on_query": "",
    }
    html = render_to_string("includes/_filter.html", context)
    assert 'action="/seats/"' in html
    assert 'data-hx-target="#seats"' in html
    assert '<option value="law" selected>by law</option>' in html
    assert '<label for="way">Way</label>' in html
    assert "aria-invalid" not in html


def test_choices_stand_in_groups_and_are_escaped():
    choices = [("", "all"), ('A & "B"', [("1", "<one>"), ("2", "two")])]
    field = FilterField("Of", "", [])
    field.choices = choices
    assert field.widget.render("of", "2", {"id": "of"}) == (
        '<select id="of" name="of"><option value="">all</option>\n'
        '<optgroup label="A &amp; &quot;B&quot;">\n'
        '<option value="1">&lt;one&gt;</option>\n'
        '<option value="2" selected>two</option></optgroup></select>'
    )
