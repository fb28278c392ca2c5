"""What the fields of a form take."""

from __future__ import annotations

import re

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import Count
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from bench.forms.errors import form_errors
from bench.forms.fields import HELP, NO_SLUG, form_field
from bench.models import Change
from content.serialisers import ContentKind
from elections.models import ResultRow
from facts.models import Document, Fact
from facts.periods import parse_bound
from parliament.models import SeatPart
from tests.bench.form_pages import opened, values_of

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://www.parlam.kz/kk/mazhilis", "www.parlam.kz/kk/mazhilis"),
        (" HTTP://adilet.zan.kz ", "adilet.zan.kz"),
        ("continent-online.com doc_id=1105029", "continent-online.com doc_id=1105029"),
        ("", ""),
        ("nonsense", None),
        ("javascript:alert(1)", None),
        ("ftp://parlam.kz", None),
    ],
)
def test_an_address_is_taken_as_browsers_show_it(at_editor, typed, kept):
    address = opened(at_editor, Document.objects.first().key, kind=ContentKind.DOCUMENT)
    values = values_of(at_editor.get(address)) | {"row-address": typed}
    page = at_editor.post(address, values)
    if kept is None:
        assert page.status_code == 422
        assert "That is no address on the web." in page.text
    else:
        assert page.status_code == 302
        assert Change.objects.get().block.get("address", "") == kept


@pytest.mark.parametrize("field", ["start", "end", "speaks"])
def test_the_help_of_a_field_shows_what_the_field_takes(field):
    examples = re.findall(r"\[[^]]*\]|\d[\d/-]*|\.\.", str(HELP[field]))
    assert examples
    for example in examples:
        parse_bound(example, "end" if field == "end" else "start")


@pytest.mark.parametrize("typed", ["Vice_Chairs", "Term", "vice_chairs"])
def test_an_aspect_has_small_letters_digits_and_hyphens(at_editor, typed):
    sent = {"kind": "facts", "subject": "senate", "aspect": typed}
    page = at_editor.post(reverse("admin:bench_start"), sent)
    assert page.status_code == 422
    assert str(NO_SLUG) in page.text
    with pytest.raises(ValidationError):
        form_field(Fact._meta.get_field("aspect")).clean(typed)


def test_a_form_asks_no_query_for_each_of_its_citations(at_editor):
    few, many = (
        Fact.objects.annotate(cited=Count("citations")).filter(cited=n).first()
        for n in (1, 6)
    )

    def asked(fact):
        address = opened(at_editor, fact.key)
        at_editor.get(address)  # she is seen there from now on
        with CaptureQueriesContext(connection) as found:
            page = at_editor.get(address)
        cited = [one.passage for one in fact.citations.select_related("passage__document")]
        form = page.text.split('id="form"')[1].split("</form>")[0]
        for passage in cited:
            assert escape(passage.summary_en) in form
        return len([one for one in found if "facts_passage" in one["sql"]])

    assert asked(few) == asked(many)


@pytest.mark.parametrize(
    ("model", "column", "most"),
    [
        (SeatPart, "seats", 32_767),
        (ResultRow, "votes", 2_147_483_647),
    ],
)
def test_a_number_that_postgresql_could_not_hold_is_refused(model, column, most):
    field = form_field(model._meta.get_field(column))
    assert field.clean(str(most)) == most
    with pytest.raises(ValidationError):
        field.clean(str(most + 1))


def test_a_draft_of_an_aspect_that_no_page_shows_is_told_beside_its_field(at_editor):
    sent = {"kind": "facts", "subject": "senate", "aspect": "note-remark"}
    address = at_editor.post(reverse("admin:bench_start"), sent).url
    values = values_of(at_editor.get(address))
    values |= {"row-aspect": "seats-of-old", "row-start": "2000"}
    page = at_editor.post(address, values)
    assert page.status_code == 422
    (told,) = [
        error for error in form_errors(page.context["form"]) if "shows" in error.what
    ]
    assert (told.where, told.target) == ("Aspect", "id_row-aspect")
    assert "There are: alone, chair," in told.what
    assert f'<a href="{reverse("admin:bench_start")}"' in page.text
