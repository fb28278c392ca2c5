"""The plain admin: every model is there, nothing can be deleted, nothing is lost."""

from __future__ import annotations

import pytest
from django.contrib import admin
from django.contrib.auth.models import User
from django.urls import reverse

from facts.files import read_folders
from facts.loading import COLLIDES, load
from facts.models import Fact
from pages.content import FOLDERS
from parliament.models import Term

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    client.force_login(User.objects.create_superuser("editor"))
    return client


def form_of(response):
    """The values a browser would send back from the admin's form."""
    values = {}
    adminform = response.context["adminform"].form
    formsets = [inline.formset for inline in response.context["inline_admin_formsets"]]
    for form in [adminform, *(f for s in formsets for f in [s.management_form, *s.forms])]:
        for field in form:
            value = field.value()
            values[field.html_name] = "" if value is None or value is False else value
    return values


def test_there_is_no_default_account():
    assert not User.objects.exists()


@pytest.mark.parametrize("model", list(admin.site._registry), ids=lambda m: m.__name__)
def test_every_list_and_form_opens_and_nothing_can_be_deleted(editor, model):
    name = f"{model._meta.app_label}_{model._meta.model_name}"
    response = editor.get(reverse(f"admin:{name}_changelist"))
    assert response.status_code == 200
    assert "delete_selected" not in response.text
    assert editor.get(reverse(f"admin:{name}_add")).status_code in (200, 403)
    row = model.objects.first()
    if row is not None:
        page = editor.get(reverse(f"admin:{name}_change", args=[row.pk]))
        assert page.status_code == 200
        assert "deletelink" not in page.text
        assert "-DELETE" not in page.text
        delete = editor.post(
            reverse(f"admin:{name}_delete", args=[row.pk]), {"post": "yes"}
        )
        assert delete.status_code == 403
        assert model.objects.filter(pk=row.pk).exists()


def test_a_visitor_sees_none_of_it(client):
    response = client.get(reverse("admin:facts_fact_changelist"))
    assert response.status_code == 302


def test_an_edit_in_the_admin_survives_a_newer_fixture(editor, fixtures_copy):
    fact = Fact.objects.get(key="senate-term-1998")
    address = reverse("admin:facts_fact_change", args=[fact.pk])
    values = form_of(editor.get(address)) | {"act_en": "an edit"}
    assert editor.post(address, values).status_code == 302
    fact.refresh_from_db()
    assert (fact.act_en, fact.version) == ("an edit", 2)
    path = fixtures_copy / "subjects" / "senate.yaml"
    newer = path.read_text(encoding="utf-8").replace("1998-10-07", "1998-10-08")
    path.write_text(newer, encoding="utf-8")
    kept = load(read_folders(fixtures_copy, FOLDERS)).kept
    assert ("facts senate-term-1998", COLLIDES) in kept
    fact.refresh_from_db()
    assert (fact.act_en, fact.start) == ("an edit", "1998-10-07")


def test_a_bad_period_is_told_beside_the_form(editor):
    fact = Fact.objects.get(key="senate-term-1998")
    address = reverse("admin:facts_fact_change", args=[fact.pk])
    page = editor.post(address, form_of(editor.get(address)) | {"start": "banana"})
    assert page.status_code == 200
    assert "no date we can read" in page.text


def test_the_sentence_follows_its_details(editor):
    term = Term.objects.get(fact__key="senate-term-1998")
    address = reverse("admin:parliament_term_change", args=[term.pk])
    values = form_of(editor.get(address)) | {"years": "8", "half_renewed_every": "4"}
    assert editor.post(address, values).status_code == 302
    term.fact.refresh_from_db()
    assert term.fact.made_sentence_en.startswith("Senators serve 8 years.")
