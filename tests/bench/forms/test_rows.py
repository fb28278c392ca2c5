"""The lists in a form."""

from __future__ import annotations

import pytest

from tests.bench.form_pages import opened, values_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("passage", "why"),
    [("nonesuch", "There is nothing called nonesuch."), ("", "This field is required.")],
)
def test_a_citation_of_nothing_stays_on_the_page(at_editor, passage, why):
    address = opened(at_editor)
    values = values_of(at_editor.get(address))
    values |= {"row-citations-0-passage": passage, "row-citations-0-note_en": "a note"}
    page = at_editor.post(address, values)
    assert page.status_code == 422
    assert why in page.text
    assert "a note" in page.text


def test_two_parts_at_one_place_are_told_so(at_editor):
    address = opened(at_editor, "majilis-seats-2007")
    values = values_of(at_editor.get(address))
    values["row-composition-parts-1-position"] = values["row-composition-parts-0-position"]
    assert (
        "Two of these have the same place in lists." in at_editor.post(address, values).text
    )


def test_a_fact_without_a_source_is_told_beside_its_sources(at_editor):
    address = opened(at_editor)
    values = values_of(at_editor.get(address))
    values |= {name: "on" for name in values if name.endswith("-DELETE")}
    page = at_editor.post(address, values)
    assert page.status_code == 422
    _before, _heading, citations = page.text.partition("<legend>Citations</legend>")
    assert "Name a passage that says it." in citations
