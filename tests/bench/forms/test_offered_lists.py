"""Which lists the form of a change offers, by what its fact is about."""

from __future__ import annotations

import pytest
from django.urls import reverse

from bench.changes.states import ChangeState
from bench.models import Change
from facts.models import Fact
from tests.bench.form_pages import opened, values_of

pytestmark = pytest.mark.django_db
LISTS = {"row-names", "row-winners"}


@pytest.mark.parametrize(
    ("key", "offered"),
    [
        ("president-2015-04-26-held", {"row-winners"}),
        ("senate-2017-06-28-held", {"row-winners"}),
        ("term-senate-meaning", {"row-names"}),
        ("senate-term-1998", set()),
    ],
)
def test_a_list_is_offered_where_a_fact_has_it_or_may(at_editor, key, offered):
    form = at_editor.get(opened(at_editor, key)).context["form"]
    assert LISTS & set(form.list_names) == offered


def test_a_winner_is_added_and_published(at_editor, at_reviewer):
    address = opened(at_editor, "senate-2017-06-28-held")
    sent = values_of(at_editor.get(address)) | {
        "row-winners-0-contestant": "amanat",
        "row-winners-0-seat_en": "Astana",
        "head-reason_en": "A source names the winner.",
        "send": "1",
    }
    assert at_editor.post(address, sent).status_code == 302
    change = Change.objects.get()
    move = reverse("admin:bench_move", args=[change.pk])
    at_reviewer.post(move, {"name": "approve", "version": change.version})
    change.refresh_from_db()
    assert change.state == ChangeState.PUBLISHED
    (winner,) = Fact.objects.get(key="senate-2017-06-28-held").winners.all()
    assert (winner.contestant.key, winner.seat_en) == ("amanat", "Astana")
