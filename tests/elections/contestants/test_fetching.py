from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from facts.held import readings
from parliament.models import Membership
from tests import factories
from tests.elections.building import PARTIES, PEOPLE, make_party

pytestmark = pytest.mark.django_db


def test_names_stand_by_their_letters_and_not_by_their_marks(client, empty):
    for name in ("Zhovtis", "Äli", "Ömirbek", "Albert", "Olga"):
        make_party(name.encode("ascii", "ignore").decode().lower(), (name, "2000", ".."))
    page = client.get(PARTIES).page()
    places = [page.index(f">{name}<") for name in ("Albert", "Äli", "Olga", "Ömirbek")]
    assert places == sorted(places)
    assert places[-1] < page.index(">Zhovtis<")


def test_the_queries_of_parties_do_not_grow(client, empty, django_assert_num_queries):
    into = make_party("amanat", ("Otan", "1999", "2006"), ("Amanat", "2006", ".."))

    def join(key):
        party = make_party(key, (key.title(), "2003", "2006-09-25"))
        merged = factories.MergerFactory(
            fact__subject=party, fact__start="2006-09-25", into=into
        )
        factories.CitationFactory(fact=merged.fact)

    def asked():
        for address in (
            PARTIES,
            f"{PARTIES}?on=2016",
            f"{PARTIES}amanat/",
            f"{PARTIES}one/",
        ):
            readings.clear()
            client.get(address)

    join("one")
    asked()
    with CaptureQueriesContext(connection) as few:
        asked()
    for key in ("two", "three", "four"):
        join(key)
    with django_assert_num_queries(len(few)):
        asked()


@pytest.mark.parametrize(
    ("slug", "key"),
    [("nur-otan", "amanat"), ("otan", "amanat"), ("cppk", "peoples-party")],
)
@pytest.mark.parametrize("query", ["", "?on=2016"])
def test_a_former_name_leads_on_for_good(client, slug, key, query):
    response = client.get(f"{PARTIES}{slug}/{query}")
    assert response.status_code == 301
    assert response.headers["Location"] == f"{PARTIES}{key}/{query}"


def test_a_name_that_two_parties_bore_leads_to_the_list(client, empty):
    make_party("one", ("Adilet", "2004", "2013"))
    make_party("two", ("Adilet", "2026", ".."))
    response = client.get(f"{PARTIES}adilet/?on=2010")
    assert response.status_code == 302
    assert response.headers["Location"] == f"{PARTIES}?on=2010"


def test_an_unknown_party_is_not_found(client, amanat):
    factories.SubjectFactory(key="untold", topic="parties")
    assert client.get(f"{PARTIES}nothing/").status_code == 404
    assert client.get(f"{PARTIES}untold/").status_code == 404


def test_everybody_with_a_post_is_listed(client):
    page = client.get(PEOPLE).page()
    found = set(re.findall(rf'href="{PEOPLE}([a-z-]+)/"', page))
    people = set(Membership.objects.values_list("person__key", flat=True))
    assert people <= found
    for key in people:
        assert client.get(f"{PEOPLE}{key}/").status_code == 200


def test_a_retired_post_does_not_show(client, empty):
    person = factories.SubjectFactory(key="somebody", topic="people")
    fact = factories.FactFactory(aspect="chair", sentence_en="", state="retired")
    factories.MembershipFactory(fact=fact, person=person)
    assert client.get(f"{PEOPLE}somebody/").status_code == 404


def test_an_unknown_person_is_not_found(client):
    assert client.get(f"{PEOPLE}nobody/").status_code == 404
