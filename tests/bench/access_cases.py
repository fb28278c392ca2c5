"""What is asked of each address of the bench, as its forms and links would ask it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils.http import urlencode
from django_otp.plugins.otp_totp.models import TOTPDevice

from bench.changes.beginning import begin_change
from bench.changes.saving import save_draft
from bench.changes.states import ChangeState
from bench.models import AccountEvent, Change, Draft
from content.models import Aim
from facts.guard import writing
from facts.models import Fact
from tests.bench.access_table import shown
from tests.bench.conftest import logged_in
from tests.bench.form_pages import values_of
from tests.bench.making_changes import TERM, brought_to, change_at

PASSWORD = "a-Long-enough-1"  # noqa: S105 - of accounts that live for one test


@dataclass(frozen=True)
class Roles:
    """Who asks, and whose changes are asked about."""

    who: User | None
    author: User
    second: User


@dataclass(frozen=True)
class Asked:
    """An address, and what the form that leads there would send."""

    address: str
    sent: dict[str, Any] = field(default_factory=dict)


Case = Callable[[Roles], Asked]


def of(page: str, *args: Any, **sent: Any) -> Asked:
    return Asked(reverse(f"admin:{page}", args=args), sent)


def at(state: str, roles: Roles) -> Change:
    return change_at(state, roles.author, roles.second)


def hers(roles: Roles) -> Change:
    """A change in review of which she who asks wrote the last version."""
    change = at(ChangeState.REVIEW, roles)
    if roles.who:
        with writing():
            change.steps.filter(version=2).update(who=roles.who)
    return change


def form_at(state: str, roles: Roles) -> Asked:
    """The form of a draft as its author sends it, when it has come to ``state``."""
    draft = at(ChangeState.DRAFT, roles)
    address = of("bench_change_change", draft.pk).address
    values = values_of(logged_in(roles.author).get(address))
    brought_to(state, draft, roles.second)
    return Asked(address, values)


def moved(name: str, change: Change) -> Asked:
    """A move, as the page of the change sends it."""
    sent = {"name": name, "words": "Because.", "version": change.version}
    return Asked(reverse("admin:bench_move", args=[change.pk]), sent)


def merged(roles: Roles) -> Asked:
    """What she who asks sends from her merge page, if she can come to have one."""
    change = at(ChangeState.DRAFT, roles)
    address = of("bench_change_change", change.pk).address
    page = (logged_in(roles.who) if roles.who else Client()).get(address)
    if not (page.context and page.context.get("form")):
        return of("bench_merge", change.pk, sealed="by somebody else")
    values = values_of(page) | {"row-act_en": "hers"}
    theirs = Draft({**change.block, "act_en": "theirs"}, "A slip.")
    save_draft(change.pk, roles.second, 2, theirs)
    page = logged_in(roles.who).post(address, values)
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


def begun(roles: Roles) -> Change:
    """A new row of which nothing is saved yet."""
    return begin_change(roles.author, "facts", Aim.ADD)


def account_of(user: User) -> Asked:
    """The page of an account, and what it sends when nothing is changed."""
    day, time = user.date_joined.strftime("%Y-%m-%d %H:%M:%S").split()
    sent = {"username": user.username, "date_joined_0": day, "date_joined_1": time}
    return Asked(reverse("admin:auth_user_change", args=[user.pk]), sent)


def superuser() -> User:
    return User.objects.get(is_superuser=True)


def keeper() -> User:
    return User.objects.get(groups__name="Keepers")


def with_codes(user: User) -> User:
    TOTPDevice.objects.get_or_create(user=user, name="app")
    return user


def some(model: type[Model]) -> Any:
    return model._default_manager.order_by("pk").first()


def passwords(**more: str) -> dict[str, str]:
    return {"password1": PASSWORD, "password2": PASSWORD, "usable_password": "true", **more}


def pages_of(model: type[Model]) -> dict[tuple[str, str], Case]:
    """The addresses that the admin has for every model."""
    app, name = model._meta.app_label, model._meta.model_name
    stem = f"{app}_{name}"

    def rows(page: str, **sent: Any) -> Case:
        return lambda _roles: of(f"{stem}_{page}", some(model).pk, **sent)

    return {
        (f"{stem}_changelist", ""): lambda _roles: of(f"{stem}_changelist"),
        (f"{stem}_add", ""): lambda _roles: of(f"{stem}_add"),
        (f"{stem}_change", ""): rows("change"),
        (f"{stem}_history", ""): rows("history"),
        (f"{stem}_delete", ""): rows("delete", post="yes"),
        (f"{app}/{name}/<path:object_id>/", ""): lambda _roles: Asked(
            f"/admin/{app}/{name}/{some(model).pk}/"
        ),
    }


def autocomplete(model: str, column: str) -> Asked:
    app, name = model.split(".")
    query = {"app_label": app, "model_name": name, "field_name": column, "term": "a"}
    return Asked(f"{reverse('admin:autocomplete')}?{urlencode(query)}")


def app_list(app: str) -> Case:
    return lambda _roles: of("app_list", app)


def on_site(_roles: Roles) -> Asked:
    kind = ContentType.objects.get_for_model(Fact)
    return of("view_on_site", kind.pk, some(Fact).pk)


CASES: dict[tuple[str, str], Case] = {
    ("index", ""): lambda _roles: of("index"),
    ("login", ""): lambda roles: of(
        "login", username=roles.author.username, password=PASSWORD
    ),
    ("logout", ""): lambda _roles: of("logout"),
    ("password_change", ""): lambda _roles: of(
        "password_change",
        old_password=PASSWORD,
        new_password1=f"{PASSWORD}2",
        new_password2=f"{PASSWORD}2",
    ),
    ("password_change_done", ""): lambda _roles: of("password_change_done"),
    ("password_reset", ""): lambda _roles: of("password_reset", email="a@example.org"),
    ("password_reset_done", ""): lambda _roles: of("password_reset_done"),
    ("password_reset_confirm", "no such link"): lambda _roles: of(
        "password_reset_confirm", "MQ", "no-link"
    ),
    ("password_reset_complete", ""): lambda _roles: of("password_reset_complete"),
    ("codes", ""): lambda _roles: of("codes"),
    ("codes_set_up", "no key offered"): lambda _roles: of("codes_set_up", code="123456"),
    **{
        ("codes_change", name): lambda _roles, name=name: of(
            "codes_change", name=name, password=PASSWORD
        )
        for name in ("recovery", "off")
    },
    **pages_of(AccountEvent),
    ("autocomplete", "documents"): lambda _roles: autocomplete("facts.passage", "document"),
    ("autocomplete", "accounts"): lambda _roles: autocomplete("bench.change", "author"),
    ("jsi18n", ""): lambda _roles: of("jsi18n"),
    ("view_on_site", "a fact"): on_site,
    ("app_list", "facts"): app_list("facts"),
    ("app_list", "bench"): app_list("bench"),
    ("app_list", "auth"): app_list("auth"),
    ("(?P<url>.*)$", "anything else"): lambda _roles: Asked("/admin/nothing/here/"),
    **{
        key: case
        for app in ("facts", "auth")
        for model in shown(app)
        for key, case in pages_of(model).items()
    },
    ("auth_user_add", ""): lambda _roles: of(
        "auth_user_add", **passwords(username="newcomer")
    ),
    ("auth_user_change", ""): lambda roles: account_of(roles.author),
    ("auth_user_change", "a superuser"): lambda _roles: account_of(superuser()),
    ("auth_user_change", "a keeper"): lambda _roles: account_of(keeper()),
    ("auth_user_link", "an editor"): lambda roles: of("auth_user_link", roles.author.pk),
    ("auth_user_link", "a superuser"): lambda _roles: of("auth_user_link", superuser().pk),
    ("auth_user_link", "a keeper"): lambda _roles: of("auth_user_link", keeper().pk),
    ("auth_user_codes", "an editor"): lambda roles: of(
        "auth_user_codes", with_codes(roles.author).pk
    ),
    ("auth_user_codes", "a superuser"): lambda _roles: of(
        "auth_user_codes", with_codes(superuser()).pk
    ),
    ("auth_user_password_change", ""): lambda roles: of(
        "auth_user_password_change", roles.author.pk, **passwords()
    ),
    ("auth_group_add", ""): lambda _roles: of("auth_group_add", name="Guests"),
    ("auth_group_change", ""): lambda _roles: of(
        "auth_group_change", some(Group).pk, name="Guests"
    ),
    ("bench_change_changelist", "of another"): lambda roles: listed(
        at(ChangeState.REVIEW, roles)
    ),
    ("bench_change_changelist", "her own"): lambda roles: listed(hers(roles)),
    ("bench_change_add", ""): lambda _roles: of("bench_change_add"),
    **{
        ("bench_change_change", state.value): lambda roles, state=state: form_at(
            state, roles
        )
        for state in ChangeState
    },
    ("bench_change_history", ""): lambda roles: of(
        "bench_change_history", at(ChangeState.PUBLISHED, roles).pk
    ),
    **{
        ("bench_change_delete", state.value): lambda roles, to=state: of(
            "bench_change_delete", at(to, roles).pk, post="yes"
        )
        for state in (ChangeState.DRAFT, ChangeState.PUBLISHED)
    },
    ("bench/change/<path:object_id>/", ""): lambda roles: Asked(
        f"/admin/bench/change/{at(ChangeState.DRAFT, roles).pk}/"
    ),
    ("bench_start", ""): lambda _roles: of("bench_start", kind="facts", aspect="term"),
    ("bench_begin", ""): lambda _roles: of(
        "bench_begin", kind="facts", key=TERM, aim="correct"
    ),
    ("bench_check", ""): lambda _roles: of("bench_check", some(Fact).pk),
    ("bench_keys", ""): lambda _roles: of("bench_keys", "passage"),
    ("bench_card", ""): lambda _roles: of("bench_card", "passage"),
    ("bench_aspects", ""): lambda _roles: of("bench_aspects"),
    ("bench_merge", ""): merged,
    ("bench_move", "send"): lambda roles: moved("send", at(ChangeState.DRAFT, roles)),
    ("bench_move", "take-back"): lambda roles: moved(
        "take-back", at(ChangeState.REVIEW, roles)
    ),
    ("bench_move", "take-back, approved"): lambda roles: moved(
        "take-back", at(ChangeState.APPROVED, roles)
    ),
    ("bench_move", "give-back"): lambda roles: moved(
        "give-back", at(ChangeState.REVIEW, roles)
    ),
    ("bench_move", "drop"): lambda roles: moved("drop", at(ChangeState.DRAFT, roles)),
    ("bench_move", "approve"): lambda roles: moved(
        "approve", at(ChangeState.REVIEW, roles)
    ),
    ("bench_move", "approve, her own"): lambda roles: moved("approve", hers(roles)),
    ("bench_move", "approve, a draft"): lambda roles: moved(
        "approve", at(ChangeState.DRAFT, roles)
    ),
    ("bench_move", "publish"): lambda roles: moved(
        "publish", at(ChangeState.APPROVED, roles)
    ),
    ("bench_go_back", "published"): lambda roles: of(
        "bench_go_back", at(ChangeState.PUBLISHED, roles).pk
    ),
    ("bench_go_back", "draft"): lambda roles: of(
        "bench_go_back", at(ChangeState.DRAFT, roles).pk
    ),
    ("bench_preview", "draft"): lambda roles: of(
        "bench_preview", at(ChangeState.DRAFT, roles).pk
    ),
    ("bench_preview", "new, not saved"): lambda roles: of("bench_preview", begun(roles).pk),
    ("bench_preview", "published"): lambda roles: of(
        "bench_preview", at(ChangeState.PUBLISHED, roles).pk
    ),
    ("bench_page", "a public page"): lambda roles: of(
        "bench_page", at(ChangeState.DRAFT, roles).pk, "en/chambers/senate/"
    ),
    ("bench_page", "a page of the bench"): lambda roles: of(
        "bench_page", at(ChangeState.DRAFT, roles).pk, "admin/"
    ),
    ("bench_visit", ""): lambda roles: of("bench_visit", at(ChangeState.DRAFT, roles).pk),
}
