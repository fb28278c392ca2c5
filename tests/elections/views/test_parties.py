"""The pages of the parties."""

from __future__ import annotations

import re

import pytest

from tests import factories
from tests.elections.building import PARTIES, make_party

pytestmark = pytest.mark.django_db


def test_two_parties_of_one_name_are_told_apart_to_a_search_engine(client):
    pages = [client.get(f"{PARTIES}adilet-{year}/").page() for year in (2004, 2026)]
    told = [re.search('name="description" content="([^"]+)"', page)[1] for page in pages]
    assert told[0] != told[1]


def test_the_list_shows_the_parties_of_a_day(client, see, amanat):
    make_party("asar", ("Asar", "2003", "2006-09-25"))
    general = factories.FactFactory(subject__topic="parties").subject
    text = see(PARTIES)
    assert "Amanat" in text
    assert "Asar" in text
    assert general.name_en in text
    assert "Of 2 parties that our sources name, 1 surely bore its name on" in see(
        f"{PARTIES}?on=2016"
    )
    page = client.get(f"{PARTIES}?on=2005").page()
    assert '<a href="/en/parties/amanat/?on=2005">Otan</a>' in page
    assert '<a href="/en/parties/asar/?on=2005">Asar</a>' in page


@pytest.mark.parametrize(
    "address", [PARTIES, f"{PARTIES}?on=2016", f"{PARTIES}amanat/?on=2016"]
)
def test_the_part_is_that_region_of_the_page(client, htmx, address):
    part = htmx.get(address).text
    assert part.startswith('<div id="dated"')
    assert client.get(address).text.count(part) == 1


def test_a_bad_date_is_refused(client):
    assert client.get(f"{PARTIES}?on=banana").status_code == 400
    assert client.get(f"{PARTIES}nur-otan/?on=banana").status_code == 400


def names_of(table: str) -> list[str]:
    """The parties that the rows of a table are about."""
    return re.findall(r'<th scope="row"><a [^>]*>([^<]*)</a>', table)


def test_the_list_of_a_day_tells_the_sure_from_the_possible(client, empty):
    make_party("sure", ("Sure", "2001", "2005"))
    make_party("earlier", ("Earlier", "[..2004-01-01]", "2005"))
    make_party("later", ("Later", "2001", "[2002-01-01..]"))
    make_party("gone", ("Gone", "1999", "2001"))
    page = client.get(f"{PARTIES}?on=2003").page()
    sure, perhaps = page.split("Perhaps there on that day")
    assert names_of(sure) == ["Sure"]
    assert names_of(perhaps) == ["Earlier", "Later"]
    assert "Perhaps there" not in client.get(PARTIES).page()


def test_a_day_without_a_sure_party_has_no_empty_table(client):
    page = client.get(f"{PARTIES}?on=1994").page()
    assert "Of 22 parties that our sources name, 0 surely bore their names" in page
    assert page.count("<table") == 1
    assert page.index("Perhaps there") < page.index("<table")


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [
        ("baytaq", "2022-12-30", "2022-12-31"),
        ("respublica", "2023-01-30", "2023-01-31"),
        ("auyl", "2007-08-17", "2007-08-18"),
    ],
)
def test_a_name_is_sure_from_the_registration_or_vote_told(client, key, before, after):
    address = f'<th scope="row"><a href="{PARTIES}{key}/?on='
    early, late = (client.get(f"{PARTIES}?on={day}").page() for day in (before, after))
    assert address in early.split('id="perhaps"')[1]
    assert address in late.split('id="perhaps"')[0]


def test_what_one_note_reports_of_2026_stands_with_its_speaker(see):
    said = "According to one note of August 2026, Adilet won about 71% in the Kurultai"
    text = see(f"{PARTIES}adilet-2026/")
    assert said in text
    assert "Our sources give no counted result under this name." in text


def test_the_first_vote_of_auyl_is_told_by_one_of_the_five_documents(client):
    page = client.get(f"{PARTIES}auyl/").page().split("<dt>Name</dt>")[1].split("</dd>")[0]
    assert "Embassy page" in page


def test_parties_in_general_won_nothing(see):
    assert "What it won" not in see(f"{PARTIES}political-parties/")


def test_each_list_of_2026_has_its_candidates(see):
    lists = {
        "adilet-2026": 186,
        "respublica": 75,
        "peoples-party": 72,
        "auyl": 69,
        "aq-jol": 63,
        "baytaq": 47,
        "nsdp": 33,
    }
    assert sum(lists.values()) == 545
    for key, number in lists.items():
        told = (
            f"For the Kurultai election of 23 August 2026 its list had {number} candidates."
        )
        assert told in see(f"{PARTIES}{key}/")
