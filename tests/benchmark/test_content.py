"""Many times as much content: as whole as the content itself."""

from __future__ import annotations

import pytest
from django.urls import reverse

from content.rules import breaches
from facts.models import Document, Fact, Subject, Tier
from parliament.models import Institution
from tests.benchmark.content import as_they_are, multiply

pytestmark = pytest.mark.django_db
UNUSED = "is used by nothing and not marked out of scope"


def test_all_but_chambers_and_powers_is_there_so_many_times(client):
    before = {model: model.objects.count() for model in (Document, Subject, Fact)}
    kept, chambers = as_they_are(), Institution.objects.count()
    facts_kept = Fact.objects.filter(subject__in=kept).count()
    multiply(3)
    assert Document.objects.count() == 3 * before[Document]
    assert Subject.objects.count() == 3 * before[Subject] - 2 * len(kept)
    assert Fact.objects.count() == 3 * before[Fact] - 2 * facts_kept
    assert Institution.objects.count() == chambers
    assert Document.objects.filter(tier=Tier.FOUNDING).count() == 5
    # But for passages on chambers and powers, whose facts have no copies.
    assert {breach.what for breach in breaches()} <= {UNUSED}
    for name in ("elections:election-list", "pages:timeline", "elections:party-list"):
        assert client.get(reverse(name)).status_code == 200
    copy = reverse("elections:party-detail", kwargs={"slug": "amanat-copy-2"})
    assert client.get(copy).status_code == 200
