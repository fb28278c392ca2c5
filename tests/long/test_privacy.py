"""The bench has cookies and keeps them to itself; readers' pages know of nobody."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from bench.changes.states import ChangeState
from tests.bench.conftest import logged_in
from tests.bench.making_changes import change_at
from tests.test_every_page import NO_HTML, addresses

pytestmark = pytest.mark.django_db
PUBLIC = [*addresses(), *map(reverse, sorted(NO_HTML)), "/en/nowhere/", "/en/?on=banana"]


@pytest.fixture
def busy(at_editor, editor) -> Client:
    """An editor in the middle of her work: with a form open and a message not yet read."""
    change = change_at(ChangeState.REVIEW, editor)
    at_editor.get(reverse("admin:bench_start"))
    move = reverse("admin:bench_move", args=[change.pk])
    assert at_editor.post(move, {"name": "take-back"}).status_code == 302
    assert set(at_editor.cookies) == {"sessionid", "csrftoken"}
    return at_editor


def test_a_reader_and_an_editor_get_the_same_answers(busy, client):
    for address in PUBLIC:
        hers, theirs = busy.get(address), client.get(address)
        assert (hers.status_code, hers.content) == (theirs.status_code, theirs.content)
        for response in (hers, theirs):
            assert not response.cookies, address
            assert "Cookie" not in response.headers.get("Vary", ""), address
        assert hers.headers.get("Cache-Control") == theirs.headers.get("Cache-Control")


def test_the_cookies_of_the_bench_go_to_the_bench_alone(db):
    User.objects.create_superuser("boss", password="a-Long-enough-1")  # noqa: S106
    client = Client()
    client.get(reverse("admin:login"))
    sent = {"username": "boss", "password": "a-Long-enough-1"}
    assert client.post(reverse("admin:login"), sent).status_code == 302
    assert set(client.cookies) == {"sessionid", "csrftoken", "known"}
    for cookie in client.cookies.values():
        assert cookie["path"] == "/admin/"
        assert cookie["httponly"]
        assert cookie["samesite"] == "Lax"


def test_logging_out_takes_the_session_away(busy):
    before = busy.cookies["sessionid"].value
    response = busy.post(reverse("admin:logout"))
    assert response.cookies["sessionid"]["path"] == "/admin/"
    again = Client()
    again.cookies["sessionid"] = before
    assert again.get(reverse("admin:index")).status_code == 302


@pytest.mark.parametrize(
    "page", ["/admin/", "/admin/nothing/", "/admin/facts/fact/add/", "/admin/login/"]
)
def test_no_cache_keeps_a_refusal_of_the_bench(at_editor, page):
    for client in (at_editor, Client()):
        kept = client.get(page).headers["Cache-Control"]
        assert "no-store" in kept
        assert "private" in kept
        assert "public" not in kept


def test_no_cache_keeps_a_preview(at_editor, editor):
    change = change_at(ChangeState.DRAFT, editor)
    for page in ("en/", "en/chambers/senate/?on=2007", "en/nowhere/", "en/?on=banana"):
        address = reverse("admin:bench_preview", args=[change.pk]) + page
        response = at_editor.get(address)
        kept = response.headers["Cache-Control"]
        assert "no-store" in kept
        assert "public" not in kept
        assert "ETag" not in response.headers


def test_a_reader_who_is_no_editor_sees_no_preview(client, editor):
    change = change_at(ChangeState.DRAFT, editor)
    stranger = logged_in(User.objects.create_user("stranger"))
    address = reverse("admin:bench_page", args=[change.pk, "en/"])
    for who in (client, stranger):
        assert who.get(address).status_code == 302
