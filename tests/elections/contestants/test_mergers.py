from __future__ import annotations

import re
from datetime import date

import pytest

from elections.contestants.mergers import PartyMerger, PartyMergers
from facts.periods import parse_bound
from tests import factories
from tests.elections.building import PARTIES, make_party

pytestmark = pytest.mark.django_db


def test_a_party_that_joined_another_says_so_first(client):
    page = client.get(f"{PARTIES}adal/?on=2023").page()
    (lead,) = re.findall(r'<p class="lead">(.*?)</p>', page)
    assert re.sub("<[^>]+>", "", lead) == ("On 26 April 2022 it became part of Amanat.")
    assert f'href="{PARTIES}amanat/?on=2023"' in lead
    assert "it was gone. This is its last name, from" in page
    assert 'class="lead"' not in client.get(f"{PARTIES}adal/?on=2022-04-25").page()


@pytest.mark.parametrize(
    ("key", "query", "said"),
    [
        (
            "asar",
            "",
            "On 25 September 2006 it became part of Otan (later Nur Otan, Amanat).",
        ),
        (
            "asar",
            "?on=2016",
            "On 25 September 2006 it became part of Otan (later Nur Otan).",
        ),
        ("rukhaniyat", "", "In 2013 it became part of Birlik (later Adal)."),
        (
            "civic-party",
            "?on=2007",
            "Between 26 September 2006 and 31 December 2006 it became part of Otan"
            " (later Nur Otan).",
        ),
    ],
)
def test_a_party_joined_one_that_had_the_name_of_that_day(client, key, query, said):
    page = client.get(f"{PARTIES}{key}/{query}").page()
    (lead,) = re.findall(r'<p class="lead">(.*?)</p>', page)
    assert re.sub("<[^>]+>", "", lead) == said
    row = page.split("<dt>Went into</dt>")[1].split("</dd>")[0]
    assert "record" in row


def test_a_merger_is_told_under_the_names_of_its_day(amanat):
    asar = make_party("asar", ("Asar", "2003", "2006-09-25"))
    fact = factories.MergerFactory(
        fact__subject=asar, fact__start="2006-09-25", into=amanat
    ).fact
    merger = PartyMerger(fact, date(2016, 1, 1))
    assert merger.into_name == "Otan"
    assert merger.later_names == ["Nur Otan"]
    assert merger.later_names_in_words == "(later Nur Otan)"
    assert merger.when == "on 25 September 2006"
    assert merger.address == "/en/parties/amanat/"
    assert merger.joiner_address == "/en/parties/asar/"
    assert PartyMerger(fact, date(2006, 10, 1)).later_names_in_words == ""


@pytest.mark.parametrize(("day", "has_joined"), [("2006-09-24", False), ("2007", True)])
def test_a_party_has_joined_from_the_latest_day_that_fits(amanat, day, has_joined):
    asar = make_party("asar")
    fact = factories.MergerFactory(
        fact__subject=asar, fact__start="[2006-09-25..2006-12-31]", into=amanat
    ).fact
    day = parse_bound(day, "start").latest
    assert bool(PartyMergers(asar, [fact], day).joined) is has_joined
    other = PartyMergers(amanat, [fact], day)
    assert (other.own, other.joined) == ([], None)
    assert len(other.all) == 1
