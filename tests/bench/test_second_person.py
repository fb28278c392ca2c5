"""No way around the second person: whoever wrote a change, by whatever path she tries."""

from __future__ import annotations

from io import StringIO

import pytest
from django.contrib.auth.models import Group, User
from django.core import serializers, signing
from django.core.management import call_command
from django.db import IntegrityError, transaction
from django.urls import reverse

from bench.changes.moves import move_change, publish_due
from bench.changes.permissions import RefusedError
from bench.changes.saving import save_draft
from bench.changes.states import ChangeState
from bench.models import Change, Draft, Step
from bench.views.merge import SEAL
from content.models import Aim
from facts.guard import GuardedError, writing
from facts.models import Fact
from tests.bench.conftest import logged_in, person
from tests.bench.form_pages import values_of
from tests.bench.making_changes import TERM, change_at
from tests.bench.snapshots import snapshot
from web.clock import now, today

pytestmark = pytest.mark.django_db

DONE = (ChangeState.APPROVED, ChangeState.PUBLISHED)
WANTED = {"state": "published", "head-state": "published", "row-state": "published"}


@pytest.fixture(params=["Editors", "Reviewers", "superuser"])
def author(request) -> User:
    """Who wrote the change: in turn somebody of each group that writes."""
    if request.param == "superuser":
        return User.objects.create_superuser("author")
    return person("author", request.param)


def address_of(change, page="change_change"):
    return reverse(f"admin:bench_{page}", args=[change.pk])


def unpublished(change):
    """See that nothing has come of the change, and that its day brings nothing either."""
    assert publish_due() == []
    change.refresh_from_db()
    assert change.state not in DONE
    assert (change.approver, change.published_at) == (None, None)
    fact = Fact.objects.get(key=TERM)
    assert (fact.version, fact.act_en) == (1, change.before(change.name)["act_en"])


# --- by request -----------------------------------------------------------------------


def by_the_form(client, change):
    page = client.get(address_of(change))
    values = values_of(page) if page.context["form"] else {"version": change.version}
    for more in ({}, {"approve": "1"}, {"name": "approve", "_save": "1"}):
        client.post(address_of(change), {**values, **WANTED, **more})
        change.refresh_from_db()
        values["version"] = change.version


def by_the_form_when_it_is_sent(client, change):
    page = client.get(address_of(change))
    values = values_of(page) if page.context["form"] else {"version": change.version}
    client.post(address_of(change), {**values, **WANTED, "send": "1", "name": "approve"})


def by_the_list(client, change):
    address = reverse("admin:bench_change_changelist")
    read = {f"read-{change.pk}": change.version}
    chosen = {"action": "approve", "_selected_action": change.pk, **read}
    for more in ({}, {"select_across": "1"}, {"_selected_action": [change.pk] * 2}):
        client.post(address, chosen | more)
    client.post(f"{address}?state__exact=review", chosen)


def by_every_move(client, change):
    for name in ("approve", "publish", "put", "approved", "send", "approve", "save"):
        sent = {"name": name, "words": "Because.", "version": change.version, **WANTED}
        client.post(address_of(change, "move"), sent)


def by_another_method(client, change):
    move = f"{address_of(change, 'move')}?name=approve&version={change.version}"
    for method in ("get", "put", "patch", "delete", "options", "head"):
        getattr(client, method)(move)
        getattr(client, method)(address_of(change))
    for method in ("PUT", "PATCH"):
        headers = {"x-http-method-override": method}
        client.post(address_of(change), WANTED, headers=headers)


def by_the_forms_of_the_admin(client, change):
    columns = {**WANTED, "approver": "1", "published_at_0": "2026-11-22", "key": TERM}
    client.post("/admin/bench/change/add/", columns)
    client.post(f"/admin/bench/change/{change.pk}/delete/", {"post": "yes"})
    client.post(f"/admin/bench/change/{change.pk}/", columns)
    client.post("/admin/bench/change/", {**columns, "form-TOTAL_FORMS": 1, "_save": "1"})
    row = Fact.objects.get(key=TERM)
    client.post(f"/admin/facts/fact/{row.pk}/change/", {"act_en": "mine", "_save": "1"})


def by_the_merge_page(client, change):
    sealed = {
        "of": [change.pk, int(client.session["_auth_user_id"])],
        "draft": {"block": change.block, "reason_en": "A slip.", "publish_on": ""},
        "choices": [],
        "version": change.version,
        "published_version": 0,
    }
    forged = signing.dumps(sealed, salt=SEAL, key="guessed")
    true = signing.dumps(sealed | {"state": "published"}, salt=SEAL)
    foreign = signing.dumps(sealed | {"of": [change.pk, 0]}, salt=SEAL)
    for seal in (forged, foreign, true):
        sent = {"sealed": seal, **WANTED, "name": "approve"}
        client.post(address_of(change, "merge"), sent)


def by_the_preview(client, change):
    for page in ("en/", "en/chambers/senate/", "healthz"):
        client.get(f"{address_of(change, 'preview')}{page}")


@pytest.mark.parametrize("state", [ChangeState.DRAFT, ChangeState.REVIEW])
@pytest.mark.parametrize(
    "attempt",
    [
        by_the_form,
        by_the_form_when_it_is_sent,
        by_the_list,
        by_every_move,
        by_another_method,
        by_the_forms_of_the_admin,
        by_the_merge_page,
        by_the_preview,
    ],
    ids=lambda one: one.__name__,
)
def test_no_request_of_the_author_publishes_her_change(author, attempt, state):
    change = change_at(state, author)
    attempt(logged_in(author), change)
    unpublished(change)


def test_the_same_requests_of_another_publish_it(author):
    """Else the test above would show nothing."""
    for attempt, key in ((by_the_list, TERM), (by_every_move, "majilis-term-1995")):
        change = change_at(ChangeState.REVIEW, author, key=key)
        attempt(logged_in(person(f"second-{key}", "Reviewers")), change)
        change.refresh_from_db()
        assert change.state == ChangeState.PUBLISHED
        assert Fact.objects.get(key=key).act_en == "another act"


def test_an_author_who_becomes_a_reviewer_is_still_the_author():
    author = person("author", "Editors")
    change = change_at(ChangeState.REVIEW, author)
    author.groups.add(Group.objects.get(name="Reviewers"))
    by_every_move(logged_in(author), change)
    unpublished(change)


def test_who_saves_by_the_merge_page_has_written_too(reviewer):
    author = person("author", "Editors")
    change = change_at(ChangeState.DRAFT, author)
    client = logged_in(reviewer)
    values = values_of(client.get(address_of(change)))
    theirs = Draft({**change.block, "act_en": "theirs"}, "A slip.")
    save_draft(change.pk, author, 2, theirs)
    page = client.post(address_of(change), values | {"row-act_en": "hers"})
    merge = address_of(change, "merge")
    answer = {"sealed": page.context["sealed"], "choice-0": "theirs"}
    assert client.post(merge, answer).status_code == 302
    move_change(change.pk, author, "send")
    with pytest.raises(RefusedError, match="somebody else"):
        move_change(change.pk, reviewer, "approve")
    by_every_move(client, Change.objects.get())
    unpublished(change)


def test_what_is_approved_is_not_written_any_more(author, reviewer):
    """A text cannot be slipped in while the approved change waits for its day."""
    change = change_at(ChangeState.APPROVED, author, reviewer)
    before = snapshot()
    client = logged_in(author)
    by_the_form(client, change)
    by_the_merge_page(client, change)
    assert snapshot() == before
    move_change(change.pk, author, "take-back")
    move_change(change.pk, author, "send")
    change.refresh_from_db()
    assert (change.state, change.approver) == (ChangeState.REVIEW, None)


def test_going_back_takes_a_second_person_as_well(author, reviewer):
    change = change_at(ChangeState.PUBLISHED, author, reviewer)
    client = logged_in(author)
    back = client.post(address_of(change, "go_back")).url
    values = values_of(client.get(back))
    # Nothing was written when it was brought here, so going back must say something.
    typed = {"row-act_en": "a third act", "head-reason_en": "It was wrong.", "send": "1"}
    client.post(back, values | typed)
    undo = Change.objects.get(aim=Aim.RESTORE)
    assert undo.state == ChangeState.REVIEW
    by_every_move(client, undo)
    by_the_list(client, undo)
    undo.refresh_from_db()
    assert undo.state == ChangeState.REVIEW


# --- by code --------------------------------------------------------------------------


def test_no_code_moves_a_change_but_the_one_place(editor, reviewer):
    change = change_at(ChangeState.REVIEW, editor)
    before = snapshot()
    done = {"state": ChangeState.APPROVED, "approver": reviewer, "publish_on": today()}
    for name, value in done.items():
        setattr(change, name, value)
    these = Change.objects.filter(pk=change.pk)
    for attempt in (
        change.save,
        change.save_base,
        lambda: change.save(update_fields=["state"]),
        lambda: these.update(**done),
        lambda: these.update_or_create(defaults=done, pk=change.pk),
        lambda: Change.objects.bulk_update([change], ["state"]),
        lambda: Change.objects.bulk_create([change]),
        lambda: Change.objects.create(kind="facts", aim="add", author=editor),
        lambda: editor.changes.update(**done),
        lambda: editor.changes.create(kind="facts", aim="add"),
        lambda: reviewer.approved_changes.add(change, bulk=True),
        change.delete,
        these.delete,
        change.steps.all().delete,
        lambda: change.steps.update(who=reviewer),
        lambda: Step.objects.create(change=change, name="approve", at=now(), version=2),
    ):
        with pytest.raises(GuardedError), transaction.atomic():
            attempt()
    assert snapshot() == before


def test_no_file_of_rows_brings_an_approved_change(tmp_path, editor, reviewer):
    change = change_at(ChangeState.REVIEW, editor)
    steps = list(change.steps.all())
    before = snapshot()
    change.state, change.approver, change.publish_on = (
        ChangeState.APPROVED,
        reviewer,
        today(),
    )
    for number, rows in enumerate(([change], [*steps, change], steps)):
        path = tmp_path / f"{number}.json"
        path.write_text(serializers.serialize("json", rows), encoding="utf-8")
        with pytest.raises(GuardedError), transaction.atomic():
            call_command("loaddata", path, stdout=StringIO())
    assert snapshot() == before


@pytest.mark.parametrize(
    "values",
    [
        {"approver": None},
        {"approver": "the author"},
        {"reason_en": ""},
        {"key": ""},
        {"state": "waved on"},
        {"state": ChangeState.PUBLISHED},
    ],
    ids=str,
)
def test_the_database_refuses_what_no_second_person_approved(editor, reviewer, values):
    change = change_at(ChangeState.REVIEW, editor)
    if "approver" in values:
        values = {"approver": editor if values["approver"] else None}
    good = {"state": ChangeState.APPROVED, "approver": reviewer, "publish_on": today()}
    these = Change.objects.filter(pk=change.pk)
    with pytest.raises(IntegrityError), transaction.atomic(), writing():
        these.update(**good | values)
    with writing():
        assert these.update(**good) == 1


def test_no_day_brings_what_nobody_approved(editor):
    for state, key in (
        (ChangeState.DRAFT, TERM),
        (ChangeState.REVIEW, "majilis-term-1995"),
    ):
        change = change_at(state, editor, key=key)
        with writing():
            Change.objects.filter(pk=change.pk).update(publish_on=today())
    before = snapshot()
    assert publish_due() == []
    assert snapshot() == before
