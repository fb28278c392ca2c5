"""What is wrong in a form: once beside its field, once in the list at the top."""

from __future__ import annotations

import re

import pytest

from tests.bench.form_pages import folded, opened, values_of

pytestmark = pytest.mark.django_db
BAD_DAY = "is no date we can read"
DAY = "That is no day. Write it like 2026-12-31."


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("row-start", "29.08.2007", BAD_DAY),
        ("row-start", "2026-02-30", BAD_DAY),
        ("row-start", "", "This field is required."),
        ("row-end", "1990", "The period ends before it begins."),
        ("head-publish_on", "29.08.2027", DAY),
        ("head-publish_on", "08/29/2027", DAY),
    ],
)
def test_what_is_wrong_is_told_once_beside_its_field(at_editor, name, text, why):
    address = opened(at_editor)
    values = values_of(at_editor.get(address)) | {name: text}
    page = at_editor.post(address, values)
    assert page.status_code == 422
    told = page.text.count("errorlist")
    assert told == 1
    _before, _field, after = page.text.partition(f'name="{name}"')
    assert why in after.partition("</ul>")[0]


def test_a_refused_form_begins_with_a_list_of_what_is_wrong(at_editor):
    address = opened(at_editor)
    sent = values_of(at_editor.get(address))
    sent |= {"row-start": "banana", "row-citations-0-passage": "nothing-of-that-name"}
    page = at_editor.post(address, sent)
    assert page.status_code == 422
    (told,) = re.findall(r'<div class="errornote".*?</div>', folded(page))
    assert "autofocus" in told
    found = re.findall(r'<li><a href="#([^"]+)">([^<]+)</a>: ([^<]+)</li>', told)
    assert [(target, where) for target, where, _ in found] == [
        ("id_row-start", "First day it holds"),
        ("id_row-citations-0-passage", "Citations, 1: Passage"),
    ]
    assert "banana" in found[0][2]
    assert "nothing-of-that-name" in found[1][2]
    for target, _, _ in found:
        assert page.text.count(f' id="{target}"') == 1


def test_a_list_that_is_wrong_as_such_is_led_to(at_editor):
    address = opened(at_editor)
    sent = values_of(at_editor.get(address))
    sent |= {name: "on" for name in sent if name.endswith("-DELETE")}
    page = at_editor.post(address, sent)
    assert '<li><a href="#list-row-citations">Citations</a>: Name a passage' in folded(page)
    assert page.text.count('<fieldset id="list-row-citations">') == 1


def test_a_form_with_nothing_wrong_has_no_such_list(at_editor):
    assert "errornote" not in at_editor.get(opened(at_editor)).text
