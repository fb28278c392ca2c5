from __future__ import annotations

import re
from datetime import date

import pytest

from elections.contestants.contestant import Contestant
from tests import factories
from tests.elections.building import PARTIES, PEOPLE, page_and_lead, words_of

pytestmark = pytest.mark.django_db


def test_the_head_says_where_the_end_is_not_told(client):
    said = "Its end How and when Amanat ended, or whether it did, is not stated"
    assert said in words_of(page_and_lead(client, f"{PARTIES}amanat/")[1])
    assert "Its end" not in words_of(
        page_and_lead(client, f"{PARTIES}amanat/?on=2026-08-18")[1]
    )
    assert "Its end" not in words_of(page_and_lead(client, f"{PARTIES}adal/")[1])


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("sergey-lavrov", "Sergei Lavrov was Foreign Minister of Russia."),
        ("lyudmila-filaretova", "Lyudmila Filaretova was a deputy of the Supreme Soviet."),
        ("amirjan-kosanov", "Amirjan Kosanov of Ūlt Tağdyry stood for President and"),
        ("tatyana-kvyatkovskaya", "Tatyana Kvyatkovskaya was a journalist and had been"),
    ],
)
def test_who_held_no_post_is_told_by_what_is_known_first(client, key, said):
    page = client.get(f"{PEOPLE}{key}/").page()
    (lead,) = re.findall(r'<p class="lead">(.*?)</p>', page)
    assert re.sub("<[^>]+>", "", lead).startswith(said)
    head, _, rest = page.partition("What else the sources tell")
    assert page.count(f">{lead}</p>") == 1
    assert "sources" in head.split('class="lead"')[1]
    assert lead not in rest


def contestant_on(subject, day, facts=()):
    own = list(subject.facts.order_by("pk"))
    return Contestant(subject, [*own, *facts], date.fromisoformat(day))


def test_what_is_told_elsewhere_on_the_page_is_not_told_again(amanat):
    chair = factories.MembershipFactory(fact__subject=amanat).fact
    merger = factories.MergerFactory(fact__subject=amanat).fact
    note = factories.FactFactory(subject=amanat)
    party = contestant_on(amanat, "2016-01-01")
    assert [leader.fact for leader in party.leaders] == [chair]
    assert [joined.fact for joined in party.mergers.all] == [merger]
    assert party.others == [note]
    assert party.introduction is None


def test_a_person_without_a_post_is_introduced_by_what_is_told_first(empty):
    person = factories.SubjectFactory(topic="people")
    first = factories.FactFactory(subject=person)
    second = factories.FactFactory(subject=person)
    nameless = contestant_on(person, "2016-01-01")
    assert (nameless.introduction, nameless.others) == (None, [first, second])
    factories.FactFactory(subject=person, aspect="name")
    named = contestant_on(person, "2016-01-01")
    assert (named.introduction, named.others) == (first, [second])
    post = factories.MembershipFactory(person=person).fact
    assert contestant_on(person, "2016-01-01", [post]).introduction is None


def test_an_open_end_is_told_from_its_day_on(amanat):
    end = factories.FactFactory(subject=amanat, aspect="open-end", start="2020")
    assert contestant_on(amanat, "2019-01-01").left_open is None
    assert contestant_on(amanat, "2021-01-01").left_open == end
