"""Who is logged out, or logged in anew, gets her text back."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.db import OperationalError
from django.test import Client
from django.urls import reverse

from bench.changes.states import ChangeState
from bench.models import Change
from tests.bench.form_pages import opened, values_of

pytestmark = pytest.mark.django_db


def test_who_is_logged_out_meanwhile_gets_her_text_back(at_editor, client):
    address = opened(at_editor)
    values = values_of(at_editor.get(address)) | {"row-sentence_en": "<b>Hers</b> & new."}
    answer = client.post(address, values)
    assert answer.status_code == 403
    assert "Not saved: you are logged out" in answer.text
    assert "&lt;b&gt;Hers&lt;/b&gt; &amp; new." in answer.text
    names = {name for name, text in answer.context["fields"]}
    assert "row-sentence_en" in names
    assert not any(name.endswith("_FORMS") or name == "version" for name in names)
    assert Change.objects.get().version == 1


OURS = {"Origin": "http://testserver"}


def hidden_in(page):
    """Names and values that the page of a refused form sends once more."""
    found = re.findall(r'<input type="hidden" name="(.*?)" value="(.*?)">', page.text)
    return {name: unescape(value) for name, value in found}


def at_a_browser_that_checks(user):
    client = Client(enforce_csrf_checks=True)
    client.force_login(user)
    return client


def test_what_was_typed_before_logging_in_again_is_sent_once_more(at_editor, editor):
    address = opened(at_editor)
    page = values_of(at_editor.get(address))
    values = page | {"head-reason_en": 'A "slip".', "row-act_en": "<b>", "send": "1"}
    client = at_a_browser_that_checks(editor)
    refused = client.post(address, values, headers=OURS)
    assert refused.status_code == 403
    assert "Not saved yet" in refused.text
    sent = hidden_in(refused)
    assert sent.keys() - {"csrfmiddlewaretoken"} == set(values)
    assert Change.objects.get().version == 1
    assert client.post(address, sent, headers=OURS).status_code == 302
    change = Change.objects.get()
    assert (change.reason_en, change.block["act_en"]) == ('A "slip".', "<b>")
    assert change.state == ChangeState.REVIEW


@pytest.mark.parametrize("origin", [None, "https://elsewhere.example", "null"])
def test_a_form_of_another_site_cannot_be_sent_once_more(at_editor, editor, origin):
    address = opened(at_editor)
    values = values_of(at_editor.get(address)) | {"row-act_en": "planted"}
    client = at_a_browser_that_checks(editor)
    refused = client.post(address, values, headers={"Origin": origin} if origin else {})
    assert refused.status_code == 403
    assert "planted" not in refused.text
    assert "This form has expired" in refused.text


def test_words_to_others_are_not_lost_with_the_login(at_editor, client):
    change = opened(at_editor)
    move = reverse("admin:bench_move", args=[Change.objects.get().pk])
    refused = client.post(move, {"name": "drop", "words": "A long why.", "version": 1})
    assert refused.status_code == 403
    assert hidden_in(refused)["words"] == "A long why."
    assert at_editor.get(change).status_code == 200
    assert client.post(move, {"name": "drop"}).status_code == 302  # to log in


def fails(*args, **kwargs):
    raise OperationalError("database or disk is full")


def test_what_the_database_could_not_store_comes_back(at_editor, editor, caplog):
    address = opened(at_editor)
    values = values_of(at_editor.get(address)) | {"row-act_en": "<b>Hers</b> & new."}
    client = at_a_browser_that_checks(editor)
    token = client.get(reverse("admin:index")).context["csrf_token"]
    values["csrfmiddlewaretoken"] = str(token)
    with pytest.MonkeyPatch.context() as patches:
        patches.setattr("django.db.models.query.QuerySet._fetch_all", fails)
        patches.setattr("django.db.models.Model.save_base", fails)
        answer = client.post(address, values, headers=OURS)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "30")
    assert "A form could not be stored" in caplog.text
    assert "&lt;b&gt;Hers&lt;/b&gt; &amp; new." in answer.text
    assert client.post(address, hidden_in(answer), headers=OURS).status_code == 302
    assert Change.objects.get().block["act_en"] == "<b>Hers</b> & new."
