"""The rules of the whole content see their breaches, and the site's own has none."""

from __future__ import annotations

import pytest

from content import rules
from content.rules import breaches
from elections import rules as elections
from facts import rules as facts
from facts.guard import writing
from parliament import rules as parliament
from tests import factories

pytestmark = pytest.mark.django_db


def said(rule):
    """The breaches of a rule as an editor reads them."""
    return [str(breach) for breach in rule()]


def test_the_content_of_the_site_breaks_no_rule():
    assert breaches() == []


@pytest.mark.parametrize(
    ("model", "way", "named"),
    rules.LINKS,
    ids=lambda value: getattr(value, "__name__", value),
)
def test_what_is_retired_is_named_nowhere(model, way, named):
    wanted = model.objects.filter(**{f"{way}__isnull": False})
    key = wanted.values_list(f"{way}__key", flat=True)[0]
    with writing():
        named.objects.filter(key=key).update(state="retired")
    told = [breach for breach in breaches(rules.OWN_MUSTS) if breach.row.key == key]
    assert [breach.row._meta.model for breach in told] == [named]
    assert "is retired, yet " in str(told[0])


def test_what_is_retired_itself_may_name_it(empty):
    fact = factories.FactFactory()
    with writing():
        for row in (fact, fact.subject):
            row.state = "retired"
            row.save()
    assert said(rules.nothing_rests_on_what_is_retired) == []


def test_a_fact_that_says_nothing(empty):
    fact = factories.FactFactory(sentence_en="")
    assert fact.key in said(rules.every_fact_says_something)[0]


def test_a_typed_sentence_beside_the_one_that_its_details_make(empty):
    fact = factories.FactFactory(sentence_en="Six years.", aspect="term")
    assert said(rules.no_fact_says_it_twice) == []
    factories.InstitutionFactory(subject=fact.subject, members_en="elders")
    factories.TermFactory(fact=fact, years=6, half_renewed_every=None)
    [breach] = said(rules.no_fact_says_it_twice)
    assert fact.key in breach
    assert "“Elders serve 6 years.”" in breach


@pytest.mark.parametrize("aspect", ["composition", "term", "existence", "succession-next"])
def test_a_fact_without_its_details(empty, aspect):
    factories.FactFactory(aspect=aspect, key="bare")
    assert "fact bare lacks the details" in said(rules.facts_have_their_details)[0]


def test_a_fact_may_lack_details_that_are_optional(empty):
    factories.FactFactory(aspect="composition-in-law")
    assert said(rules.facts_have_their_details) == []


def test_the_rules_of_every_app_are_among_them():
    for app in (facts, parliament, elections):
        assert {*app.MUSTS} <= {*rules.MUSTS}
        assert {*app.RULES} <= {*rules.RULES}
    assert {*rules.MUSTS} <= {*rules.RULES}


def test_only_the_rules_that_are_named_are_asked(empty):
    factories.FactFactory(citation=None, aspect="no-such")
    assert len(breaches([facts.every_fact_is_cited])) == 1
    assert len(breaches()) == 2
