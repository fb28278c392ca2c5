from __future__ import annotations

from datetime import date

from django.template import RequestContext, Template
from django.test import RequestFactory

from tests import factories


def render(text):
    request = RequestFactory().get("/")
    return Template(text).render(RequestContext(request))


def test_every_page_knows_when_the_sources_end(empty):
    factories.DocumentFactory(consulted=date(2026, 11, 22))
    assert render("{{ sources_end|date:'Y-m-d' }}") == "2026-11-22"


def test_the_database_is_asked_once_and_only_by_a_page_that_says_it(
    empty, django_assert_num_queries
):
    with django_assert_num_queries(0):
        render("nothing")
    with django_assert_num_queries(1):
        render("{{ sources_end }}{{ sources_end }}")
