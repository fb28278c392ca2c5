from __future__ import annotations

import pytest

from facts.models import Topic
from parliament.powers.fetching import all_powers, facts_on_power
from tests import factories

pytestmark = pytest.mark.django_db


def test_all_powers_are_published_complete_and_in_order_of_time(empty):
    later = factories.PowerFactory(fact__start="2005").fact
    earlier = factories.PowerFactory(fact__start="2001").fact
    factories.PowerFactory(fact__state="retired")
    factories.FactFactory(aspect="power", subject__topic=Topic.POWERS)
    factories.FactFactory(aspect="note-other", subject__topic=Topic.POWERS)
    assert all_powers() == [earlier, later]


def test_of_one_power_its_uses_and_notes_are_fetched_and_nothing_else(
    empty, django_assert_max_num_queries
):
    used = factories.PowerFactory(fact__subject__key="dissolving").fact
    note = factories.FactFactory(subject=used.subject, aspect="note-limits", start="2001")
    factories.FactFactory(subject=used.subject, aspect="open-chair")
    factories.PowerFactory()
    with django_assert_max_num_queries(5):
        facts = facts_on_power("dissolving")
        assert [fact.power.matter for fact in facts[:1]] == ["laws"]
        for fact in facts:
            assert [citation.passage.document for citation in fact.citations.all()]
            assert fact.says
    assert facts == [used, note]


def test_what_is_no_power_has_no_facts(empty):
    factories.FactFactory(subject__key="senate", aspect="note-inquiries")
    assert facts_on_power("senate") == []
    assert facts_on_power("nothing") == []
