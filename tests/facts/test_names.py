"""Which name holds on a day, and which names mean the same."""

from __future__ import annotations

from datetime import date

import pytest

from facts.names import main_name, nearest, spellings
from tests import factories

DAY = date(2005, 1, 1)


def facts(*periods):
    return [
        factories.FactFactory(key=key, start=start, end=end, aspect="name")
        for key, start, end in periods
    ]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("periods", "key"),
    [
        ([("sure", "2000", "2010"), ("perhaps", "[2004..2006]", "2010")], "sure"),
        ([("perhaps", "[2004..2006]", "2010"), ("later", "2011", "..")], "perhaps"),
        ([("before", "1990", "1995"), ("last", "1996", "2001")], "last"),
        ([("first", "2011", "2012"), ("later", "2013", "..")], "first"),
        ([("one", "2000", ".."), ("another", "2001", "..")], "another"),
    ],
)
def test_the_nearest_fact_is_a_sure_one_else_a_possible_one_else_one_before(periods, key):
    assert nearest(facts(*periods), DAY).key == key


def test_where_there_are_no_facts_none_is_near():
    assert nearest([], DAY) is None


@pytest.mark.django_db
def test_the_main_name_is_the_english_form_that_pages_use():
    naming = factories.FactFactory(aspect="name")
    factories.NameFactory(fact=naming, text="Сенат", language="kk", script="Cyrl")
    factories.NameFactory(fact=naming, text="Upper house", is_main=False)
    assert main_name(naming) == ""
    factories.NameFactory(fact=naming, text="Senate")
    assert main_name(naming) == "Senate"
    assert main_name(None) == ""


@pytest.mark.django_db
def test_names_of_one_time_mean_the_same_and_names_of_different_times_do_not(empty):
    early, late, retired = (
        factories.FactFactory(aspect="name", state=state)
        for state in ("published", "published", "retired")
    )
    factories.NameFactory(fact=early, text="Akmola")
    factories.NameFactory(fact=late, text="Astana")
    factories.NameFactory(fact=late, text="Астана", language="kk", script="Cyrl")
    factories.NameFactory(fact=retired, text="Nowhere")
    assert spellings() == [["Akmola"], ["Astana", "Астана"]]
