from __future__ import annotations

import logging

import pytest

from facts.models import Disagreement, Fact

pytestmark = pytest.mark.django_db


def test_it_counts_what_is_there(see):
    text = see("/en/about/")
    assert "into 256 passages" in text
    assert f"There are {Fact.objects.published().count()} facts so far" in text
    assert f"On {Disagreement.objects.count()} questions the sources collide" in text


def test_what_it_says_of_privacy_is_so(client, caplog):
    caplog.set_level(logging.DEBUG, "django.request")
    assert not client.get("/en/about/").cookies
    client.get("/en/?on=banana-and-a-secret")
    assert "Bad Request: /en/" in caplog.text
    assert "secret" not in caplog.text


def test_the_server_keeps_no_list_of_visits():
    from config import gunicorn

    assert gunicorn.accesslog is None
