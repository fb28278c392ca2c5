"""What happened to accounts, as it is kept and logged, and what it keeps from approving."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser, User
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from bench.models import AccountAct, AccountEvent
from web.clock import now

log = logging.getLogger(__name__)

HELD_FOR = timedelta(hours=72)
"""How long nobody approves who has just replaced a password that another person set."""
OWN_AGAIN = (AccountAct.REPLACED, AccountAct.BY_LINK)
"""What makes a password one's own that another person had in hand."""
HOLDING = (*OWN_AGAIN, AccountAct.CODES_TAKEN)
"""After which approving waits: another person could have come in by it."""


def note(account: User, act: AccountAct, who: User | None, words: str = "") -> None:
    """Keep that ``who`` did something to an account, and log it."""
    AccountEvent.objects.create(
        account=account, act=act, who=who, at=now(), words=words[:2000]
    )
    log.warning("Account %r: %s by %s. %r", str(account), act, who or "the server", words)


def note_own_password(user: User) -> None:
    """Note that somebody chose a password knowing her old one, where it matters."""
    if is_given(user):
        note(user, AccountAct.REPLACED, user)


def is_given(user: User) -> bool:
    """Whether another person set her password, and she has not replaced it yet."""
    acts = (AccountAct.GIVEN, *OWN_AGAIN)
    newest = AccountEvent.objects.filter(account=user, act__in=acts).first()
    return newest is not None and newest.act == AccountAct.GIVEN


def held_until(user: User) -> datetime | None:
    """Until when she approves nothing because of what happened to her account."""
    newest = AccountEvent.objects.filter(account=user, act__in=HOLDING).first()
    until = newest.at + HELD_FOR if newest else None
    return until if until and until > now() else None


def why_held(person: AbstractBaseUser | AnonymousUser) -> str:
    """Why she may approve nothing now, in a sentence; empty where she may."""
    if not isinstance(person, User):
        return ""
    if is_given(person):
        return _(
            "Another person set the password of this account. Approving begins %(hours)d "
            "hours after it was replaced by one of its own."
        ) % {"hours": HELD_FOR // timedelta(hours=1)}
    if until := held_until(person):
        words = date_format(timezone.localtime(until), "j F Y, H:i")
        return _(
            "Another person could have come into this account until lately. It approves "
            "from %(until)s on."
        ) % {"until": words}
    return ""


@dataclass(frozen=True)
class Hold:
    """Somebody who may approve nothing now, and why."""

    account: User
    why: str


def holds() -> list[Hold]:
    """Everybody active who is kept from approving now, by her account's name.

    Whether she might approve otherwise is for the caller to ask.
    """
    lately = Q(act__in=HOLDING, at__gt=now() - HELD_FOR) | Q(act=AccountAct.GIVEN)
    touched = AccountEvent.objects.filter(lately).values("account")
    accounts = User.objects.filter(pk__in=touched, is_active=True).order_by("username")
    found = (Hold(account, why_held(account)) for account in accounts)
    return [hold for hold in found if hold.why]
