from __future__ import annotations

import pytest

from parliament.members.fetching import facts_on_members
from tests import factories

pytestmark = pytest.mark.django_db


def test_rules_of_those_who_may_be_members_are_fetched_in_order_of_time(empty):
    senate = factories.InstitutionFactory(subject__key="senate").subject
    members = factories.SubjectFactory(key="members")
    later = factories.FactFactory(subject=senate, aspect="right-01-pay", start="2005")
    asked = factories.RequirementFactory(fact__subject=senate, fact__start="2003").fact
    earlier = factories.FactFactory(subject=members, aspect="oath-when", start="2001")
    factories.FactFactory(subject=senate, aspect="note-inquiries")
    factories.FactFactory(subject=senate, aspect="duty-visits", state="retired")
    factories.FactFactory(subject=senate, aspect="requirement-work", sentence_en="")
    factories.FactFactory(aspect="right-01-pay")
    assert facts_on_members() == [earlier, asked, later]
