"""Logging in: who gets in, what a wrong try costs, and what is logged of it."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.hashers import check_password
from django.test import Client
from django.urls import reverse

from bench.accounts.delays import FREE, LONGEST
from bench.forms.login import wait_in_words
from bench.models import LoginDelay
from tests.bench.conftest import person

pytestmark = pytest.mark.django_db
LOGIN = reverse("admin:login")
RIGHT = "a sentence that nobody guesses"
START = datetime(2026, 11, 22, 10, tzinfo=UTC)
REFUSED = "Please enter the correct username and password for a staff account."


@pytest.fixture
def hashed(monkeypatch):
    """How many passwords are looked at, each of which costs a quarter of a second."""
    seen = []

    def counted(*args, **kwargs):
        seen.append(args[0])
        return check_password(*args, **kwargs)

    monkeypatch.setattr("django.contrib.auth.base_user.check_password", counted)
    return seen


@pytest.fixture
def anna(set_clock):
    set_clock(START)
    user = person("anna", "Editors")
    user.set_password(RIGHT)
    user.save()
    return user


def log_in(password, name="anna", address="192.0.2.1", browser=None):
    form = {"username": name, "password": password, "next": reverse("admin:index")}
    return (browser or Client()).post(LOGIN, form, REMOTE_ADDR=address)


@pytest.mark.parametrize(
    ("seconds", "sentence"),
    [
        (0.2, "Too many wrong tries. Wait 1 second, then try again."),
        (90, "Too many wrong tries. Wait 90 seconds, then try again."),
        (91, "Too many wrong tries. Wait 2 minutes, then try again."),
    ],
)
def test_how_long_one_waits(seconds, sentence):
    assert wait_in_words(timedelta(seconds=seconds)) == sentence


def test_the_right_password_lets_in(anna):
    assert log_in(RIGHT).status_code == 302


def test_a_wrong_one_is_logged_with_name_and_place_and_never_itself(anna, caplog):
    assert REFUSED in log_in("my secret guess").text
    assert "Log-in of 'anna' from 192.0.2.1: invalid_login" in caplog.text
    assert "my secret guess" not in caplog.text
    log_in("x", name="a\nforged line" + "b" * 500)
    assert "\nforged line" not in caplog.text
    assert "b" * 200 not in caplog.text


def test_while_a_delay_runs_no_password_is_looked_at(anna, hashed):
    for _ in range(FREE):
        log_in("wrong")
    seen = len(hashed)
    page = log_in(RIGHT)
    assert "Too many wrong tries. Wait 10 seconds, then try again." in page.text
    assert len(hashed) == seen


def test_the_right_person_gets_in_during_an_attack(anna, set_clock):
    hers = Client()
    assert log_in(RIGHT, browser=hers).status_code == 302
    hers.post(reverse("admin:logout"))
    for _ in range(50):
        log_in("wrong")
    assert log_in(RIGHT, browser=hers).status_code == 302  # the browser is known
    assert log_in(RIGHT, address="198.51.100.1").status_code == 302  # another place
    set_clock(START + LONGEST)
    assert log_in(RIGHT).status_code == 302  # the same place, a little later


def test_thirty_pupils_behind_one_address_are_unhindered(anna):
    pupils = [person(f"pupil-{number}", "Readers") for number in range(30)]
    for pupil in pupils:
        pupil.set_password(RIGHT)
        pupil.save()
    for pupil in pupils:
        assert log_in("mistyped", name=pupil.username).status_code == 200
        assert log_in(RIGHT, name=pupil.username).status_code == 302


def test_a_thousand_wrong_log_ins_let_nobody_in(anna, hashed, set_clock, caplog):
    dice = random.Random(14)  # noqa: S311 - the same guesses every time
    names = ["anna", *(f"name-{number}" for number in range(200))]
    for guess in range(1000):
        set_clock(START + timedelta(seconds=guess))
        address = f"192.0.2.{dice.randrange(3)}"
        page = log_in(f"guess-{guess}", dice.choice(names), address)
        assert page.status_code == 200
    logged = [one for one in caplog.records if one.getMessage().startswith("Log-in of")]
    assert len(logged) == 1000
    assert len(hashed) < 100  # of anna alone; no other name is there
    assert log_in(RIGHT, address="198.51.100.1").status_code == 302


def test_what_is_kept_of_them_goes_after_a_day(anna, set_clock):
    for number in range(20):
        log_in("wrong", name=f"name-{number}")
    set_clock(START + timedelta(days=2))
    log_in("wrong", name="another")
    assert LoginDelay.objects.count() == 1


@pytest.mark.parametrize("form", [{}, {"username": "anna"}, {"password": "x"}])
def test_a_form_that_lacks_something_is_no_try(anna, form):
    assert Client().post(LOGIN, form).status_code == 200
    assert not LoginDelay.objects.exists()
