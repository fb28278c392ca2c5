"""Which institutions and facts have a place on pages, and on which day these open.

Content that an editor has not finished breaks no page.
"""

from __future__ import annotations

from datetime import date

import pytest

from facts.guard import writing
from facts.models import Fact
from parliament.chambers.fetching import day_shown, facts_of, institutions
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


def test_only_institutions_that_a_fact_dates_are_there_in_their_order(empty):
    last = factories.InstitutionFactory(position=2)
    first = factories.InstitutionFactory(position=1)
    for institution in (last, first):
        factories.ExistenceFactory(fact__subject=institution.subject)
    whole = factories.InstitutionFactory(kind="legislature", position=0)
    factories.ExistenceFactory(fact__subject=whole.subject)
    factories.InstitutionFactory(position=3)
    assert institutions() == [first, last]


def test_facts_are_complete_published_and_in_order_of_time(empty):
    subject = factories.SubjectFactory()
    later = factories.FactFactory(subject=subject, start="2005")
    earlier = factories.FactFactory(subject=subject, start="2001")
    factories.FactFactory(subject=subject, aspect="term", sentence_en="")
    factories.FactFactory(subject=subject, start="2003", state="retired")
    factories.FactFactory()
    bare = factories.SubjectFactory()
    facts = facts_of([subject, bare])
    assert facts == {subject.pk: [earlier, later], bare.pk: []}


@pytest.mark.parametrize(
    ("end", "shown"),
    [
        ("..", date(2026, 11, 22)),
        ("2026-07-01", date(2026, 6, 30)),
        ("[2026-07-01..2026-08-01]", date(2026, 6, 30)),
        ("2027-01-01", date(2026, 11, 22)),
    ],
)
def test_what_has_ended_is_shown_as_it_last_stood(end, shown):
    institution = factories.InstitutionFactory()
    fact = factories.ExistenceFactory(fact__subject=institution.subject, fact__end=end).fact
    assert day_shown(institution, [fact], date(2026, 11, 22)) == shown
