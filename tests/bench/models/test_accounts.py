from __future__ import annotations

import pytest
from django.db import IntegrityError
from django.utils import timezone

from bench.accounts.events import note
from bench.models import AccountAct, AccountEvent, LoginDelay

pytestmark = pytest.mark.django_db


def test_the_newest_event_stands_first(editor):
    note(editor, AccountAct.MADE, None)
    note(editor, AccountAct.LINK, None)
    assert [event.act for event in AccountEvent.objects.all()] == ["link", "made"]


def test_a_name_from_a_place_is_one_row():
    moment = timezone.now()
    row = {"name": "n", "place": "p", "last_at": moment, "open_at": moment}
    LoginDelay.objects.create(**row)
    with pytest.raises(IntegrityError):
        LoginDelay.objects.create(**row)
