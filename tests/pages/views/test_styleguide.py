from __future__ import annotations

import pytest

pytestmark = pytest.mark.django_db

COMPONENTS = [
    "date-bar",
    "moments",
    "answer",
    "composition",
    "hemicycle",
    "swatch",
    "sources",
    "fact",
    "fact attributed",
    "questions",
    "card attributed",
    "roads",
    "road",
    "lanes",
    "axis",
    "lane",
    "steps",
    "block",
    "filters",
    "reading",
    "stack compare",
    "sources differ",
    "assessment",
    "card",
    "note",
    "ended",
    "error",
    "pair",
    "plain",
    "lead",
    "period",
    "tier",
]


def test_every_component_is_shown(client):
    page = client.get("/en/styleguide/").text
    assert [name for name in COMPONENTS if f'class="{name}' not in page] == []
