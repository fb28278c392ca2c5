"""Requests that no form of the bench sends: refused in plain words, and nothing written."""

from __future__ import annotations

import pytest
from django.core import signing
from django.urls import reverse

from bench.changes.states import ChangeState
from bench.models import Change
from facts.models import Fact
from tests import factories
from tests.bench.conftest import logged_in, person
from tests.bench.form_pages import values_of
from tests.bench.making_changes import TERM, change_at
from tests.bench.snapshots import snapshot

pytestmark = pytest.mark.django_db

NO_NUMBERS = ["", "-1", "²", "１", "1e3", "9" * 20, "9" * 5000, "2 ", "two", "2\0"]
# Django reads a one of another script, and a number with a space, as numbers.
NO_COUNTS = [str(10**9), *(one for one in NO_NUMBERS if one not in ("１", "2 "))]


def refused(ask, *statuses):
    """Ask, and see that the answer is a refusal that wrote nothing; returns the answer."""
    before = snapshot()
    response = ask()
    assert response.status_code in statuses, response.status_code
    assert snapshot() == before
    return response


@pytest.fixture
def draft(editor):
    return change_at(ChangeState.DRAFT, editor)


@pytest.fixture
def address(draft):
    return reverse("admin:bench_change_change", args=[draft.pk])


@pytest.fixture
def values(at_editor, address):
    """What the form of the draft sends when nothing is changed."""
    return values_of(at_editor.get(address))


# --- numbers --------------------------------------------------------------------------


@pytest.mark.parametrize("version", ["0", "3", *NO_NUMBERS])
def test_a_version_that_never_was(at_editor, address, values, version):
    refused(lambda: at_editor.post(address, values | {"version": version}), 400)


@pytest.mark.parametrize("pk", ["0", *filter(None, NO_NUMBERS)])
@pytest.mark.parametrize("model", ["bench/change", "facts/fact", "facts/passage"])
def test_a_number_of_no_row(at_editor, model, pk):
    refused(lambda: at_editor.get(f"/admin/{model}/{pk}/change/"), 404)


@pytest.mark.parametrize("version", NO_NUMBERS)
def test_a_visit_that_tells_no_version(at_editor, draft, version):
    visit = reverse("admin:bench_visit", args=[draft.pk])
    response = at_editor.post(visit, {"version": version})
    assert response.status_code == (400 if "\0" in version else 200)
    assert "Somebody has saved" not in response.text


# --- the lists of a form --------------------------------------------------------------


@pytest.mark.parametrize("name", ["TOTAL_FORMS", "INITIAL_FORMS"])
@pytest.mark.parametrize("count", NO_COUNTS)
def test_a_list_of_rows_that_cannot_be_counted(at_editor, address, values, name, count):
    sent = values | {f"row-citations-{name}": count}
    refused(lambda: at_editor.post(address, sent), 400 if "\0" in count else 422)


def test_rows_left_out_of_a_form_are_not_taken_for_removed(at_editor, address, values):
    sent = values | {"row-citations-TOTAL_FORMS": "7"}
    page = refused(lambda: at_editor.post(address, sent), 422)
    assert "Rows of it are missing" in page.text


@pytest.mark.parametrize("count", NO_COUNTS)
def test_one_more_row_of_a_list_that_cannot_be_counted(at_editor, address, values, count):
    sent = values | {"row-citations-TOTAL_FORMS": count, "more": "row-citations"}
    refused(lambda: at_editor.post(address, sent), 400 if "\0" in count else 200)


@pytest.mark.parametrize(
    "more", ["row", "citations", "row-citations-0", "row-names", "../", "<b>", "row\0"]
)
def test_one_more_of_no_list(at_editor, address, values, more):
    refused(lambda: at_editor.post(address, values | {"more": more}), 400)


# --- fields ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("row-subject", "nobody"),
        ("row-subject", "<script>"),
        ("row-subject", "x" * 5000),
        ("row-start", "banana"),
        ("row-end", "²"),
        ("row-basis", "guessed"),
        ("row-act_en", "x" * 5000),
        ("row-term-years", "six"),
        ("row-term-years", "9" * 5000),
        ("row-term-half_renewed_every", "-1"),
        ("row-citations-0-passage", "nothing"),
        ("row-citations-0-passage", ""),
        ("row-citations-0-note_en", "x" * 5000),
        ("head-publish_on", "tomorrow"),
        ("head-publish_on", "2026-13-45"),
        ("head-reason_en", "x" * 5000),
    ],
)
def test_a_value_that_its_field_cannot_hold(at_editor, address, values, field, value):
    page = refused(lambda: at_editor.post(address, values | {field: value}), 422)
    assert "Nothing is saved yet" in page.text


def test_a_nul_in_any_field(at_editor, address, values):
    for field in values:
        refused(lambda name=field: at_editor.post(address, values | {name: "a\0b"}), 400)


def test_a_form_that_lacks_its_fields(at_editor, address):
    refused(lambda: at_editor.post(address, {}), 400)
    refused(lambda: at_editor.post(address, {"version": "2"}), 422)


def test_two_new_rows_with_one_key(at_editor):
    answers = []
    for name in ("One", "Another"):
        start = at_editor.post(reverse("admin:bench_start"), {"kind": "subject"})
        sent = values_of(at_editor.get(start.url))
        sent |= {"row-key": "the-same", "row-name_en": name, "row-topic": "people"}
        answers.append(at_editor.post(start.url, sent))
    assert [answer.status_code for answer in answers] == [302, 422]
    assert "has this key already" in answers[1].text


# --- beginning ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({}, 400),
        ({"kind": "facts", "key": TERM}, 400),
        ({"kind": "facts", "key": TERM, "aim": "add"}, 400),
        ({"kind": "facts", "key": TERM, "aim": "restore"}, 400),
        ({"kind": "facts", "key": TERM, "aim": "CORRECT"}, 400),
        ({"kind": "Fact", "key": TERM, "aim": "correct"}, 400),
        ({"kind": "__class__", "key": TERM, "aim": "correct"}, 400),
        ({"kind": "document", "key": "senate-article", "aim": "replace"}, 400),
        ({"kind": "facts", "key": "", "aim": "correct"}, 404),
        ({"kind": "facts", "key": "senate", "aim": "correct"}, 404),
        ({"kind": "facts", "key": "../" * 99, "aim": "correct"}, 404),
        ({"kind": "facts", "key": "x" * 100_000, "aim": "correct"}, 404),
        ({"kind": "facts", "key": "сенат ²", "aim": "correct"}, 404),
        ({"kind": "facts", "key": "a\0b", "aim": "correct"}, 400),
    ],
)
def test_a_change_of_nothing(at_editor, sent, status):
    refused(lambda: at_editor.post(reverse("admin:bench_begin"), sent), status)


@pytest.mark.parametrize("aim", ["replace", "retire"])
def test_what_is_retired_neither_ends_nor_retires_again(at_editor, aim):
    factories.edit(Fact.objects.filter(key=TERM), state="retired")
    sent = {"kind": "facts", "key": TERM, "aim": aim}
    page = refused(lambda: at_editor.post(reverse("admin:bench_begin"), sent), 302)
    assert "It is retired already." in at_editor.get(page.url).text


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({}, 422),
        ({"kind": "senate"}, 422),
        ({"kind": "facts", "subject": "nobody"}, 422),
        ({"kind": "facts", "aspect": "Not a slug"}, 422),
        ({"kind": "facts", "aspect": "x" * 61}, 422),
        ({"kind": "facts", "aspect": "a\0b"}, 400),
    ],
)
def test_a_new_row_of_no_kind(at_editor, sent, status):
    refused(lambda: at_editor.post(reverse("admin:bench_start"), sent), status)


# --- moves ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name", ["", "save", "publish", "APPROVE", "approve ", "__class__", "../", "send\0"]
)
def test_no_move(at_reviewer, draft, name):
    move = reverse("admin:bench_move", args=[draft.pk])
    refused(lambda: at_reviewer.post(move, {"name": name}), 400)


def test_words_that_no_column_holds(at_editor, draft):
    move = reverse("admin:bench_move", args=[draft.pk])
    refused(lambda: at_editor.post(move, {"name": "drop", "words": "a\0b"}), 400)
    assert at_editor.post(move, {"name": "drop", "words": "x" * 99_999}).status_code == 302
    assert len(Change.objects.get().steps.last().words) == 2000


# --- the merge page -------------------------------------------------------------------


@pytest.fixture
def clash(at_reviewer, reviewer, draft, address, values):
    """What the merge page seals for the editor, after the reviewer saved the same."""
    at_reviewer.post(address, values | {"row-act_en": "theirs"})

    def sealed(client):
        page = client.post(address, values | {"row-act_en": "mine"})
        assert page.status_code == 409
        return page.context["sealed"]

    return sealed


def test_a_seal_opens_for_its_change_and_its_editor_alone(
    at_editor, at_reviewer, editor, draft, clash
):
    seal = clash(at_editor)
    other = change_at(ChangeState.DRAFT, editor, key="majilis-term-1995")
    merge, elsewhere = (
        reverse("admin:bench_merge", args=[one.pk]) for one in (draft, other)
    )
    refused(lambda: at_editor.post(elsewhere, {"sealed": seal}), 400)
    refused(lambda: at_reviewer.post(merge, {"sealed": seal}), 400)
    assert at_editor.post(merge, {"sealed": seal}).status_code == 302
    draft.refresh_from_db()
    assert draft.block["act_en"] == "mine"


def test_a_forged_seal_opens_nothing(at_editor, draft, editor, clash):
    merge = reverse("admin:bench_merge", args=[draft.pk])
    seal = clash(at_editor)
    said = {
        "of": [draft.pk, editor.pk],
        "choices": [],
        "version": 2,
        "published_version": 0,
    }
    said["draft"] = {"block": {"act_en": "forged"}}
    for forged in (
        "",
        "x",
        seal[1:],
        seal[:-1],
        seal.replace(":", "."),
        signing.dumps(said, salt="bench.merge", key="another key"),
        signing.dumps(said, salt="another salt"),
        "x" * 100_000,
        f"{seal}é",
    ):
        refused(lambda one=forged: at_editor.post(merge, {"sealed": one}), 400)
    refused(lambda: at_editor.post(merge, {"choice-0": "theirs"}), 400)


# --- lists and look-ups ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "statuses"),
    [
        ("q=%00", {400}),
        ("state__exact=%00", {400}),
        ("%00=1", {400}),
        ("author__password__startswith=a", {400, 302}),
        ("author__is_superuser=1", {400, 302}),
        ("checks__who__password__startswith=a", {400, 302}),
        ("_to_field=author", {400}),
        ("pk__in=1,%C2%B2", {400}),
        ("p=9999", {200, 302}),
        ("o=99.-98", {200}),
        ("q=" + "a+" * 300, {200}),
    ],
)
@pytest.mark.parametrize("model", ["bench/change", "facts/fact"])
def test_a_list_asked_for_what_it_does_not_tell(at_editor, model, query, statuses):
    refused(lambda: at_editor.get(f"/admin/{model}/?{query}"), *statuses)


@pytest.mark.parametrize("page", ["keys", "card"])
@pytest.mark.parametrize(
    ("model", "typed", "status"),
    [
        ("user", "a", 404),
        ("change", "a", 404),
        ("fact", "a " * 100, 200),
        ("fact", "%" * 200, 200),
        ("passage", "x" * 9000, 200),
        ("fact", "a\0b", 400),
    ],
)
def test_a_key_that_nobody_types(at_editor, page, model, typed, status):
    address = reverse(f"admin:bench_{page}", args=[model])
    refused(lambda: at_editor.get(address, {"row-subject": typed}), status)


# --- the pages that a preview shows ---------------------------------------------------


@pytest.mark.parametrize(
    "page",
    [
        "admin/",
        "/admin/",
        "admin/login/",
        "en/../admin/",
        "../",
        "../../admin/auth/user/",
        "%2e%2e/",
        "/evil",
        "//evil",
        "///evil/en/",
        "http://evil/en/",
        "static/css/base.css",
        "en",
        "en/chambers/қ/",
        "en/%D2%9B/",
        "en/sources/\0/",
        "x" * 3000,
        "en/" * 900,
    ],
)
def test_a_preview_of_no_public_page(at_editor, draft, page):
    start = reverse("admin:bench_preview", args=[draft.pk])
    refused(lambda: at_editor.get(f"{start}{page}"), 404)


@pytest.mark.parametrize(
    ("query", "status"),
    [("on=banana", 400), ("on=%00", 400), ("x=" + "y" * 3000, 414), ("utm=x", 200)],
)
def test_a_preview_asked_as_no_reader_may_ask(at_editor, draft, query, status):
    start = reverse("admin:bench_preview", args=[draft.pk])
    refused(lambda: at_editor.get(f"{start}en/?{query}"), status)


# --- bodies ---------------------------------------------------------------------------


def test_a_body_that_is_too_big(at_editor, address, values):
    refused(lambda: at_editor.post(address, values | {"row-act_en": "x" * 3_000_000}), 400)
    many = {f"row-{n}": "x" for n in range(1001)}
    refused(lambda: at_editor.post(address, values | many), 400)


@pytest.mark.parametrize(
    ("kind", "body", "status"),
    [
        ("application/json", b'{"version": 2}', 400),
        ("text/plain", b"version=2", 400),
        ("multipart/form-data", b"version=2", 400),
        ("multipart/form-data; boundary=x", b"--x\r\nbroken", 400),
        ("application/x-www-form-urlencoded; charset=banana", b"version=2", 422),
        ("application/x-www-form-urlencoded", b"version=2&\xff\xfe=%ff%00", 400),
        ("application/x-www-form-urlencoded", b"", 400),
    ],
)
def test_a_body_of_another_kind(at_editor, address, kind, body, status):
    refused(lambda: at_editor.generic("POST", address, body, content_type=kind), status)


# --- accounts -------------------------------------------------------------------------


def test_an_account_that_is_switched_off_is_out_at_once(db):
    who = person("leaver", "Editors")
    client = logged_in(who)
    assert client.get("/admin/facts/fact/").status_code == 200
    who.is_active = False
    who.save()
    assert client.get("/admin/facts/fact/").status_code == 302
