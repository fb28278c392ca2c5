"""What who keeps the accounts may do with which of them.

She adds people to the groups that read, edit and review, switches them off and on, and
hands out links. She is none of them, and makes nobody her equal or above: the accounts of
those who keep accounts and of superusers are a superuser's business.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, Group, User
from django.db.models import QuerySet

from bench.changes.permissions import GROUPS, KEEP, WRITE, may

KEPT_GROUPS = [name for name, rights in GROUPS.items() if KEEP not in rights]
"""The groups that she may put people into."""
KEEPING_GROUPS = [name for name, rights in GROUPS.items() if KEEP in rights]
WRITING_GROUPS = [name for name, rights in GROUPS.items() if WRITE in rights]


def is_superuser(person: AbstractBaseUser | AnonymousUser) -> bool:
    """Whether she is of the staff, and above all groups."""
    return may(person, KEEP) and bool(getattr(person, "is_superuser", False))


def may_keep(person: AbstractBaseUser | AnonymousUser, account: User | None = None) -> bool:
    """Whether ``person`` keeps accounts, this one where one is named."""
    if not may(person, KEEP):
        return False
    if account is None or is_superuser(person):
        return True
    is_plain = not account.is_superuser and not account.user_permissions.exists()
    return is_plain and not account.groups.exclude(name__in=KEPT_GROUPS).exists()


def groups_open_to(person: AbstractBaseUser | AnonymousUser) -> QuerySet[Group]:
    """The groups that ``person`` may put somebody into."""
    groups = Group.objects.order_by("name")
    return groups if is_superuser(person) else groups.filter(name__in=KEPT_GROUPS)


def is_of_two_sides(groups: Iterable[Group]) -> bool:
    """Whether these groups would let one person keep accounts and edit: alone she could
    then be the author of a change and its second person."""
    names = {group.name for group in groups}
    return not (names.isdisjoint(KEEPING_GROUPS) or names.isdisjoint(WRITING_GROUPS))


def summary(account: User) -> str:
    """An account in a line, for the log: what may be changed of it."""
    facts = [
        account.get_username(),
        account.email or "no address",
        "active" if account.is_active else "switched off",
        *(["of the staff"] if account.is_staff else []),
        *(["superuser"] if account.is_superuser else []),
        *account.groups.order_by("name").values_list("name", flat=True),
        *account.user_permissions.order_by("codename").values_list("codename", flat=True),
    ]
    return ", ".join(facts)
