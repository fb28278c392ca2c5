"""Committees, bodies abroad, and what stands around the Parliament."""

from __future__ import annotations

import re

import pytest

from facts.models import Fact, Topic
from pages.views.topics import CONTEXT

pytestmark = pytest.mark.django_db


def everything(client, address):
    """All pages of a topic as one text."""
    first = client.get(address).page()
    last = max([1, *map(int, re.findall(r"page=(\d+)", first))])
    others = [client.get(f"{address}?page={n}").page() for n in range(2, last + 1)]
    return "".join([first, *others])


@pytest.mark.parametrize(
    ("address", "topic"),
    [("/en/committees/", Topic.COMMITTEES), ("/en/international/", Topic.WORLD)]
    + [(f"/en/context/{topic}/", topic) for topic in CONTEXT],
)
def test_every_subject_and_fact_of_a_topic_is_on_its_page(client, address, topic):
    text = everything(client, address)
    facts = Fact.objects.published().filter(subject__topic=topic)
    assert facts
    for fact in facts.select_related("subject"):
        assert f'id="{fact.subject.key}"' in text
    assert text.count('class="fact') == facts.count()


def test_the_six_committees_of_the_senate(see):
    text = see("/en/committees/")
    for words in (
        "Constitutional Legislation",
        "Finance and Budget",
        "International Relations, Defen",
        "Economic Development",
        "Social and Cultur",
        "Natural Resources",
    ):
        assert words in text


def test_plans_of_2008_are_told_as_of_2008_and_not_of_2024(client):
    everywhere = "".join(everything(client, f"/en/context/{topic}/") for topic in CONTEXT)
    assert "2008" in everywhere
    for topic in CONTEXT:
        later = client.get(f"/en/context/{topic}/?on=2024-01-01").page()
        assert "Embassy page of 2008" not in later


def test_an_unknown_topic_is_not_found(client):
    for topic in ("terms", "powers", "nothing"):
        assert client.get(f"/en/context/{topic}/").status_code == 404


def test_the_context_lists_its_topics(see):
    text = see("/en/context/")
    for topic in CONTEXT:
        assert str(Topic(topic).label) in text


def test_what_is_attributed_says_so_once(client):
    """A typed sentence names its source itself; the mark is for sentences that are made."""
    for fact in Fact.objects.filter(basis="attributed").exclude(sentence_en=""):
        assert fact.sentence_en.startswith("According to"), fact.key
    page = everything(client, "/en/context/society/")
    assert "According to the Embassy page" in page
    assert "according to Embassy page" not in page
    assert "according to Encyclopedia copy" in client.get(
        "/en/chambers/senate/?on=1996-06-01"
    ).page().replace("\n", " ")
