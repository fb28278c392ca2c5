"""The sitemap: every public page once."""

from __future__ import annotations

from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from django.urls import resolve

from pages.sitemaps import PAGES_FOR_EACH, SINGLE_PAGES
from tests import factories
from tests.test_every_page import NO_HTML, names

PLACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def places(client):
    """The paths that the sitemap names."""
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)  # noqa: S314 - our own
    return [urlsplit(place.text).path for place in tree.iter(PLACE)]


def test_it_knows_every_kind_of_page():
    known = {*SINGLE_PAGES, *(name for name, _things in PAGES_FOR_EACH)}
    assert known == set(names()) - NO_HTML


def test_it_names_a_page_for_each_thing_that_has_one(client, empty):
    alone = set(places(client))
    chamber = factories.InstitutionFactory(subject__key="hall")
    factories.ExistenceFactory(
        fact__key="hall-existence",
        fact__subject=chamber.subject,
        fact__citation__passage__key="paper-1",
        fact__citation__passage__document__key="paper",
    )
    for topic, key in (("powers", "budget"), ("terms", "term-quorum")):
        factories.FactFactory(subject__topic=topic, subject__key=key, citation=None)
    for topic, key in (("parties", "amanat"), ("people", "somebody")):
        factories.FactFactory(subject__topic=topic, subject__key=key, citation=None)
    vote = factories.ElectionFactory(subject__key="vote", kind="referendum", day="")
    factories.FactFactory(
        key="vote-held", subject=vote.subject, aspect="held", citation=None
    )
    factories.DisagreementFactory(key="how-many", subject=chamber.subject)
    assert set(places(client)) - alone == {
        "/en/chambers/hall/",
        "/en/chambers/hall/history/",
        "/en/powers/budget/",
        "/en/glossary/quorum/",
        "/en/elections/vote/",
        "/en/parties/amanat/",
        "/en/people/somebody/",
        "/en/timeline/hall-existence/",
        "/en/timeline/vote-held/",
        "/en/disagreements/how-many/",
        "/en/sources/paper/",
        "/en/sources/paper/paper-1/",
    }


@pytest.mark.django_db
def test_every_page_that_it_names_is_there_once(client):
    paths = places(client)
    assert len(paths) == len(set(paths)) > 90
    for path in paths:
        resolve(path)
    for path in paths[::40]:
        assert client.get(path).status_code == 200
