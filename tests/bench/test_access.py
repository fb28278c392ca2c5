"""Who may open what: the table in ``docs/bench.md``, walked as everybody it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from django.conf import settings
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Model
from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from django.utils.http import urlencode

from bench import presence as visits
from bench import worklist as desk
from bench.changes import advice as checks
from bench.changes.beginning import begin_change
from bench.changes.saving import save_draft
from bench.changes.states import GROUPS, MOVES, ChangeState
from bench.models import Change, Draft
from content.models import Aim
from content.rules import MUSTS
from content.serialisers import SERIALISERS
from facts.guard import writing
from facts.models import Fact
from tests.bench.conftest import logged_in, person
from tests.bench.form_pages import values_of
from tests.bench.making_changes import TERM, brought_to, change_at
from tests.bench.snapshots import snapshot

DOC = (settings.BASE_DIR / "docs" / "bench.md").read_text(encoding="utf-8")
NOBODY, STRANGER, NEWCOMER = "nobody", "not of the staff", "no group"
COLUMNS = (NOBODY, STRANGER, NEWCOMER, *GROUPS, "superuser")
REFUSED = {"login", "400", "403", "404", "405", "422", "told"}
WORDS = {4: "four", 6: "six"}
PASSWORD = "a-Long-enough-1"  # noqa: S105 - of accounts that live for one test


# --- the table ------------------------------------------------------------------------


@dataclass(frozen=True)
class Row:
    """A row of the table: an address, of what, how asked, and what everybody gets."""

    name: str
    what: str
    how: str
    gets: dict[str, str]

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.name, self.what, self.how)))


def shown(app: str) -> list[type[Model]]:
    """The models of an app that the admin shows."""
    return [model for model in admin.site._registry if model._meta.app_label == app]


def names_in(cell: str) -> list[str]:
    """The addresses that a cell means: an asterisk stands for each model of an app."""
    name = cell.strip("`")
    app = re.match(r"(\w+?)[_/]\*", name)
    if app is None:
        return [name]
    return [name.replace("*", str(model._meta.model_name)) for model in shown(app[1])]


def table() -> Iterator[Row]:
    """The rows of the table in the document."""
    head = f"| address | of what | asked by | {' | '.join(COLUMNS)} |"
    for line in DOC[DOC.index(head) :].splitlines()[2:]:
        if not line.startswith("|"):
            return
        cells = [cell.strip() for cell in line.split("|")[1:-1]]
        gets = dict(zip(COLUMNS, cells[3:], strict=True))
        for name in names_in(cells[0]):
            for how in cells[2].split(", "):
                yield Row(name, cells[1], how, gets)


TABLE = list(table())


def patterns(resolver: URLResolver, at: str = "") -> Iterator[str]:
    """Every address below a resolver, by its name or else by its route."""
    for one in resolver.url_patterns:
        route = at + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from patterns(one, route)
        else:
            yield one.name or route


def test_every_address_has_its_row_and_every_row_its_address():
    found = get_resolver().url_patterns
    bench = next(one for one in found if getattr(one, "namespace", "") == "admin")
    names = list(patterns(bench))
    assert len(names) == len(set(names)) >= 76
    assert {row.name for row in TABLE} == set(names)


def test_no_row_stands_twice():
    assert len(TABLE) == len({str(row) for row in TABLE})


# --- what is asked of each address ----------------------------------------------------


@dataclass(frozen=True)
class World:
    """Who asks, and whose changes are asked about."""

    who: User | None
    author: User
    second: User


@dataclass(frozen=True)
class Asked:
    """An address, and what the form that leads there would send."""

    address: str
    sent: dict[str, Any] = field(default_factory=dict)


Case = Callable[[World], Asked]


def of(page: str, *args: Any, **sent: Any) -> Asked:
    return Asked(reverse(f"admin:{page}", args=args), sent)


def at(state: str, world: World) -> Change:
    return change_at(state, world.author, world.second)


def hers(world: World) -> Change:
    """A change in review of which she who asks wrote the last version."""
    change = at(ChangeState.REVIEW, world)
    if world.who:
        with writing():
            change.steps.filter(version=2).update(who=world.who)
    return change


def form_at(state: str, world: World) -> Asked:
    """The form of a draft as its author sends it, when it has come to ``state``."""
    draft = at(ChangeState.DRAFT, world)
    address = of("bench_change_change", draft.pk).address
    values = values_of(logged_in(world.author).get(address))
    brought_to(state, draft, world.second)
    return Asked(address, values)


def moved(name: str, change: Change) -> Asked:
    """A move, as the page of the change sends it."""
    sent = {"name": name, "words": "Because.", "version": change.version}
    return Asked(reverse("admin:bench_move", args=[change.pk]), sent)


def merged(world: World) -> Asked:
    """What she who asks sends from her merge page, if she can come to have one."""
    change = at(ChangeState.DRAFT, world)
    address = of("bench_change_change", change.pk).address
    page = (logged_in(world.who) if world.who else Client()).get(address)
    if not (page.context and page.context.get("form")):
        return of("bench_merge", change.pk, sealed="by somebody else")
    values = values_of(page) | {"row-act_en": "hers"}
    theirs = Draft({**change.block, "act_en": "theirs"}, "A slip.")
    save_draft(change.pk, world.second, 2, theirs)
    page = logged_in(world.who).post(address, values)
    return of("bench_merge", change.pk, sealed=page.context["sealed"])


def listed(change: Change) -> Asked:
    """Approving from the list of changes."""
    return of(
        "bench_change_changelist",
        action="approve",
        _selected_action=change.pk,
        index=0,
        **{f"read-{change.pk}": change.version},
    )


def begun(world: World) -> Change:
    """A new row of which nothing is saved yet."""
    return begin_change(world.author, "facts", Aim.ADD)


def account_of(user: User) -> Asked:
    """The page of an account, and what it sends when nothing is changed."""
    day, time = user.date_joined.strftime("%Y-%m-%d %H:%M:%S").split()
    sent = {"username": user.username, "date_joined_0": day, "date_joined_1": time}
    return Asked(reverse("admin:auth_user_change", args=[user.pk]), sent)


def some(model: type[Model]) -> Any:
    return model._default_manager.order_by("pk").first()


def passwords(**more: str) -> dict[str, str]:
    return {"password1": PASSWORD, "password2": PASSWORD, "usable_password": "true", **more}


def pages_of(model: type[Model]) -> dict[tuple[str, str], Case]:
    """The addresses that the admin has for every model."""
    app, name = model._meta.app_label, model._meta.model_name
    stem = f"{app}_{name}"

    def rows(page: str, **sent: Any) -> Case:
        return lambda _world: of(f"{stem}_{page}", some(model).pk, **sent)

    return {
        (f"{stem}_changelist", ""): lambda _world: of(f"{stem}_changelist"),
        (f"{stem}_add", ""): lambda _world: of(f"{stem}_add"),
        (f"{stem}_change", ""): rows("change"),
        (f"{stem}_history", ""): rows("history"),
        (f"{stem}_delete", ""): rows("delete", post="yes"),
        (f"{app}/{name}/<path:object_id>/", ""): lambda _world: Asked(
            f"/admin/{app}/{name}/{some(model).pk}/"
        ),
    }


def autocomplete(model: str, column: str) -> Asked:
    app, name = model.split(".")
    query = {"app_label": app, "model_name": name, "field_name": column, "term": "a"}
    return Asked(f"{reverse('admin:autocomplete')}?{urlencode(query)}")


def app_list(app: str) -> Case:
    return lambda _world: of("app_list", app)


def on_site(_world: World) -> Asked:
    kind = ContentType.objects.get_for_model(Fact)
    return of("view_on_site", kind.pk, some(Fact).pk)


CASES: dict[tuple[str, str], Case] = {
    ("index", ""): lambda _world: of("index"),
    ("login", ""): lambda world: of(
        "login", username=world.author.username, password=PASSWORD
    ),
    ("logout", ""): lambda _world: of("logout"),
    ("password_change", ""): lambda _world: of(
        "password_change",
        old_password=PASSWORD,
        new_password1=f"{PASSWORD}2",
        new_password2=f"{PASSWORD}2",
    ),
    ("password_change_done", ""): lambda _world: of("password_change_done"),
    ("autocomplete", "documents"): lambda _world: autocomplete("facts.passage", "document"),
    ("autocomplete", "accounts"): lambda _world: autocomplete("bench.change", "author"),
    ("jsi18n", ""): lambda _world: of("jsi18n"),
    ("view_on_site", "a fact"): on_site,
    ("app_list", "facts"): app_list("facts"),
    ("app_list", "bench"): app_list("bench"),
    ("app_list", "auth"): app_list("auth"),
    ("(?P<url>.*)$", "anything else"): lambda _world: Asked("/admin/nothing/here/"),
    **{
        key: case
        for app in ("facts", "auth")
        for model in shown(app)
        for key, case in pages_of(model).items()
    },
    ("auth_user_add", ""): lambda _world: of(
        "auth_user_add", **passwords(username="newcomer")
    ),
    ("auth_user_change", ""): lambda world: account_of(world.author),
    ("auth_user_password_change", ""): lambda world: of(
        "auth_user_password_change", world.author.pk, **passwords()
    ),
    ("auth_group_add", ""): lambda _world: of("auth_group_add", name="Guests"),
    ("auth_group_change", ""): lambda _world: of(
        "auth_group_change", some(Group).pk, name="Guests"
    ),
    ("bench_change_changelist", "of another"): lambda world: listed(
        at(ChangeState.REVIEW, world)
    ),
    ("bench_change_changelist", "her own"): lambda world: listed(hers(world)),
    ("bench_change_add", ""): lambda _world: of("bench_change_add"),
    **{
        ("bench_change_change", state.value): lambda world, state=state: form_at(
            state, world
        )
        for state in ChangeState
    },
    ("bench_change_history", ""): lambda world: of(
        "bench_change_history", at(ChangeState.PUBLISHED, world).pk
    ),
    **{
        ("bench_change_delete", state.value): lambda world, to=state: of(
            "bench_change_delete", at(to, world).pk, post="yes"
        )
        for state in (ChangeState.DRAFT, ChangeState.PUBLISHED)
    },
    ("bench/change/<path:object_id>/", ""): lambda world: Asked(
        f"/admin/bench/change/{at(ChangeState.DRAFT, world).pk}/"
    ),
    ("bench_start", ""): lambda _world: of("bench_start", kind="facts", aspect="term"),
    ("bench_begin", ""): lambda _world: of(
        "bench_begin", kind="facts", key=TERM, aim="correct"
    ),
    ("bench_check", ""): lambda _world: of("bench_check", some(Fact).pk),
    ("bench_keys", ""): lambda _world: of("bench_keys", "passage"),
    ("bench_card", ""): lambda _world: of("bench_card", "passage"),
    ("bench_aspects", ""): lambda _world: of("bench_aspects"),
    ("bench_merge", ""): merged,
    ("bench_move", "send"): lambda world: moved("send", at(ChangeState.DRAFT, world)),
    ("bench_move", "take-back"): lambda world: moved(
        "take-back", at(ChangeState.REVIEW, world)
    ),
    ("bench_move", "take-back, approved"): lambda world: moved(
        "take-back", at(ChangeState.APPROVED, world)
    ),
    ("bench_move", "give-back"): lambda world: moved(
        "give-back", at(ChangeState.REVIEW, world)
    ),
    ("bench_move", "drop"): lambda world: moved("drop", at(ChangeState.DRAFT, world)),
    ("bench_move", "approve"): lambda world: moved(
        "approve", at(ChangeState.REVIEW, world)
    ),
    ("bench_move", "approve, her own"): lambda world: moved("approve", hers(world)),
    ("bench_move", "approve, a draft"): lambda world: moved(
        "approve", at(ChangeState.DRAFT, world)
    ),
    ("bench_move", "publish"): lambda world: moved(
        "publish", at(ChangeState.APPROVED, world)
    ),
    ("bench_go_back", "published"): lambda world: of(
        "bench_go_back", at(ChangeState.PUBLISHED, world).pk
    ),
    ("bench_go_back", "draft"): lambda world: of(
        "bench_go_back", at(ChangeState.DRAFT, world).pk
    ),
    ("bench_preview", "draft"): lambda world: of(
        "bench_preview", at(ChangeState.DRAFT, world).pk
    ),
    ("bench_preview", "new, not saved"): lambda world: of("bench_preview", begun(world).pk),
    ("bench_preview", "published"): lambda world: of(
        "bench_preview", at(ChangeState.PUBLISHED, world).pk
    ),
    ("bench_page", "a public page"): lambda world: of(
        "bench_page", at(ChangeState.DRAFT, world).pk, "en/chambers/senate/"
    ),
    ("bench_page", "a page of the bench"): lambda world: of(
        "bench_page", at(ChangeState.DRAFT, world).pk, "admin/"
    ),
    ("bench_visit", ""): lambda world: of("bench_visit", at(ChangeState.DRAFT, world).pk),
}


def ask(client: Client, how: str, asked: Asked) -> Any:
    if how == "GET":
        return client.get(asked.address)
    return client.post(asked.address, asked.sent if how == "POST" else {})


def got(client: Client, response: Any) -> str:
    """What the table calls an answer."""
    if response.status_code != 302:
        return str(response.status_code)
    if response.url.startswith(reverse("admin:login")):
        return "login"
    page = client.get(response.url, follow=True)
    told = page.context["messages"] if page.context and "messages" in page.context else ()
    return "told" if any(one.level_tag == "error" for one in told) else "302"


@pytest.fixture
def people(db) -> dict[str, User | None]:
    """Everybody who heads a column, and two whose changes are asked about."""
    found: dict[str, User | None] = {NOBODY: None}
    found[STRANGER] = User.objects.create_user("stranger")
    found[NEWCOMER] = person("newcomer-2")
    found |= {group: person(f"one-of-the-{group}", group) for group in GROUPS}
    found["superuser"] = User.objects.create_superuser("boss")
    found["author"] = person("author", "Editors")
    found["second"] = person("second", "Reviewers")
    for one in filter(None, found.values()):
        one.set_password(PASSWORD)
        one.save()
    return found


def browser_of(who: User | None, **options: Any) -> Client:
    client = Client(**options)
    if who:
        client.force_login(who)
    return client


@pytest.mark.parametrize("row", TABLE, ids=str)
def test_everybody_gets_what_the_table_says(people, row):
    found = {}
    for column in COLUMNS:
        with transaction.atomic():
            who = people[column]
            world = World(who, people["author"], people["second"])
            client = browser_of(who)
            asked = CASES[row.name, row.what](world)
            before = snapshot()
            response = ask(client, row.how, asked)
            after = snapshot()
            answer = found[column] = got(client, response)
            if row.how == "GET" or answer in REFUSED:
                assert after == before, column
            elif row.name.startswith("bench_") and answer == "302":
                assert after != before, column
            kept = response.headers["Cache-Control"]
            assert "no-store" in kept, column
            assert "private" in kept, column
            transaction.set_rollback(True)
    assert found == row.gets


# --- what no table can say ------------------------------------------------------------


@pytest.fixture
def world(people) -> World:
    """The one who may do most asks."""
    return World(people["superuser"], people["author"], people["second"])


TAKES_A_FORM = sorted({(row.name, row.what) for row in TABLE if row.how == "POST"})
TAKES_NONE = sorted(CASES.keys() - set(TAKES_A_FORM))


@pytest.mark.parametrize(("name", "what"), TAKES_A_FORM, ids=", ".join)
def test_a_form_of_elsewhere_does_nothing(world, name, what):
    client = browser_of(world.who, enforce_csrf_checks=True)
    asked = CASES[name, what](world)
    before = snapshot()
    response = client.post(asked.address, asked.sent)
    assert response.status_code == 403
    assert "This form has expired" in response.text
    assert "no-store" in response.headers["Cache-Control"]
    assert snapshot() == before


@pytest.mark.parametrize(("name", "what"), TAKES_NONE, ids=", ".join)
def test_what_takes_no_form_does_nothing_with_one(world, name, what):
    asked = CASES[name, what](world)
    before = snapshot()
    for sent in (
        {},
        {"post": "yes", "_save": "1", "name": "approve", "state": "published"},
    ):
        assert browser_of(world.who).post(asked.address, sent).status_code < 500
    assert snapshot() == before


@pytest.mark.parametrize("app", ["facts", "bench", "auth"])
def test_no_list_deletes(world, app):
    at(ChangeState.DRAFT, world)
    for model in shown(app):
        address = of(f"{app}_{model._meta.model_name}_changelist").address
        keys = list(model._default_manager.values_list("pk", flat=True)[:50])
        before = snapshot()
        for more in ({}, {"post": "yes"}, {"post": "yes", "select_across": "1"}):
            sent = {"action": "delete_selected", "_selected_action": keys, "index": 0}
            response = browser_of(world.who).post(address, sent | more)
            assert response.status_code in (200, 302)
        assert snapshot() == before


# --- what the document says besides ---------------------------------------------------


def test_the_document_names_every_state_aim_move_group_and_must():
    for choices in (ChangeState, Aim):
        for label in choices.labels:
            assert f"| {label} |" in DOC
    for move in MOVES.values():
        assert f"| {move.label} |" in DOC
    for group in GROUPS:
        assert f"| {group} |" in DOC
    for must in MUSTS:
        assert f"- {(must.__doc__ or '').splitlines()[0]}\n" in DOC


def test_the_figures_of_the_document_are_those_of_the_code():
    assert f"more than {checks.LONG_SENTENCE} words" in DOC
    assert f"for {desk.YEAR.days} days nobody" in DOC
    assert f"the last {visits.VISIT_LASTS.seconds // 60}\nminutes" in DOC
    assert f"its {WORDS[len(settings.AUTH_PASSWORD_VALIDATORS)]} rules" in DOC
    assert f"all {WORDS[len(SERIALISERS)]} kinds of rows" in DOC
