"""Content that an editor has not finished breaks no page."""

from __future__ import annotations

import pytest

from facts.guard import writing
from facts.models import Fact
from tests import factories

pytestmark = pytest.mark.django_db

PAGES = [
    "/en/",
    "/en/?on=2000-01-01",
    "/en/chambers/",
    "/en/chambers/?on=2000-01-01",
    "/en/chambers/senate/",
    "/en/chambers/senate/?on=2000-01-01",
    "/en/sources/senate-article/",
    "/en/styleguide/",
]


@pytest.mark.parametrize("aspect", ["composition", "term", "existence", "succession-next"])
def test_a_fact_published_before_its_details(client, aspect):
    subject = Fact.objects.get(key="senate-existence").subject
    factories.FactFactory(subject=subject, aspect=aspect, start="1996", sentence_en="")
    for address in PAGES:
        assert client.get(address).status_code == 200, address


def test_a_composition_without_parts(client):
    subject = Fact.objects.get(key="senate-existence").subject
    factories.CompositionFactory(fact__subject=subject, fact__start="1996")
    for address in PAGES:
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("state", ["retired"])
def test_a_chamber_whose_existence_is_not_published_has_no_page(client, state):
    with writing():
        Fact.objects.filter(key="senate-existence").update(state=state)
    assert client.get("/en/chambers/senate/").status_code == 404
    for address in ("/en/", "/en/chambers/", "/en/chambers/majilis/", "/en/styleguide/"):
        assert client.get(address).status_code == 200


def test_an_institution_that_nobody_dates_has_no_page(client):
    institution = factories.InstitutionFactory()
    assert client.get(f"/en/chambers/{institution.subject.key}/").status_code == 404
    assert client.get("/en/chambers/").status_code == 200
