from __future__ import annotations

import re
from datetime import date

import pytest

from elections.contestants.names import ContestantNames
from tests import factories
from tests.elections.building import PARTIES, make_party, page_and_lead, words_of

pytestmark = pytest.mark.django_db


def heading(client, address):
    return re.search(r"<h1>(.+?)</h1>", client.get(address).page())[1]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("", "Amanat"),
        ("?on=2016", "Nur Otan"),
        ("?on=2006-12-21", "Otan"),
        ("?on=2006-12-22", "Nur Otan"),
        ("?on=2023-03-19", "Amanat"),
        ("?on=1990", "Otan"),
    ],
)
def test_a_page_uses_the_name_of_its_date(client, amanat, query, name):
    assert heading(client, f"{PARTIES}amanat/{query}") == name


def test_the_head_tells_when_it_took_its_name_and_what_it_was_called(client, amanat):
    text = words_of(page_and_lead(client, f"{PARTIES}amanat/")[1])
    assert text.index("Amanat from 1 March 2022") < text.index("Other names")
    nur_otan = text.index("Nur Otan from 22 December 2006 to 28 February 2022")
    assert text.index("Other names") < nur_otan < text.index("Otan from 12 February 1999")
    text = words_of(page_and_lead(client, f"{PARTIES}amanat/?on=2016")[1])
    assert "Name Nur Otan from 22 December 2006" in text


def test_a_day_before_every_name_is_told_so(see, amanat):
    assert "give it no name on 31 December 1990" in see(f"{PARTIES}amanat/?on=1990")


def test_the_real_party_has_the_names_of_its_dates(client):
    assert heading(client, f"{PARTIES}amanat/?on=2016") == "Nur Otan"
    assert heading(client, f"{PARTIES}amanat/?on=2023-03-19") == "Amanat"
    page = client.get(f"{PARTIES}amanat/").page()
    link = page.split("<b>Amanat</b>")[1].split("</section>")[0]
    assert "party-and-place-names-amanat" in link


def test_two_parties_of_one_name_have_titles_of_their_own(client):
    for year in ("2004", "2026"):
        page = client.get(f"{PARTIES}adilet-{year}/").page()
        assert f"<title>Adilet (the party of {year}" in page
    assert "<title>Nur Otan on" in client.get(f"{PARTIES}amanat/?on=2016").page()


def test_a_name_that_may_have_held_is_not_told_as_sure(client, see):
    sure = "Named as on 29 March 2023"
    perhaps = "do not say whether it bore this name on 30 March 2023"
    assert sure in see(f"{PARTIES}amanat/?on=2023-03-29")
    text = see(f"{PARTIES}amanat/?on=2023-03-30")
    assert perhaps in text
    assert "Named as on" not in text


def names_on(party, day):
    facts = list(party.facts.order_by("start_earliest"))
    return ContestantNames(party, facts, date.fromisoformat(day))


@pytest.mark.parametrize(
    ("day", "text", "is_sure", "others"),
    [
        ("1990-01-01", "Otan", False, ["Amanat", "Nur Otan"]),
        ("2016-01-01", "Nur Otan", True, ["Amanat", "Otan"]),
        ("2026-01-01", "Amanat", True, ["Nur Otan", "Otan"]),
    ],
)
def test_the_name_of_a_day_is_the_sure_one_else_the_nearest(
    amanat, day, text, is_sure, others
):
    names = names_on(amanat, day)
    assert names.text == text
    assert names.is_surely_borne is is_sure
    assert [name.text for name in names.others] == others


def test_who_has_no_name_in_time_is_called_by_the_key_of_the_site(empty):
    names = names_on(make_party("asar"), "2005-01-01")
    assert not names
    assert (names.current, names.text, names.title) == (None, "Asar", "Asar")
    assert not names.is_perhaps_borne


def test_a_title_tells_two_of_one_name_apart(empty):
    party = make_party("adilet-2004", ("Adilet", "2004", "2013"))
    party.name_en = "Adilet (the party of 2004)"
    assert names_on(party, "2005-01-01").title == "Adilet (the party of 2004)"


def test_a_name_without_an_english_form_is_told_by_its_fact(empty):
    party = make_party("asar")
    factories.FactFactory(subject=party, aspect="name", sentence_en="Named so.")
    assert [name.text for name in names_on(party, "2005-01-01").all] == ["Named so."]
