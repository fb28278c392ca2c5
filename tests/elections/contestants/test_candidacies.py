from __future__ import annotations

import re

import pytest

from elections.contestants.candidacies import Candidacies, votes_of
from facts.models import Fact
from tests import factories
from tests.elections.building import (
    PARTIES,
    PEOPLE,
    add_figure,
    add_row,
    make_vote,
    page_and_lead,
    words_of,
)

pytestmark = pytest.mark.django_db


def test_the_head_tells_what_it_got_in_the_latest_vote(client, amanat):
    for key, day, counts in (
        ("old", "2021-01-10", [("", 76)]),
        ("new", "2023-03-19", [("", 62), ("list", 40)]),
    ):
        subject = factories.SubjectFactory(key=key, name_en=key, topic="elections")
        factories.ElectionFactory(subject=subject, day=day)
        factories.FigureFactory(fact__subject=subject, measure="seats", value="98")
        for way, seats in counts:
            aspect = f"result-{way}" if way else "result"
            result = factories.ResultFactory(
                fact__subject=subject, fact__aspect=aspect, way=way
            )
            factories.ResultRowFactory(result=result, contestant=amanat, seats=seats)
    text = words_of(page_and_lead(client, f"{PARTIES}amanat/")[1])
    assert "new: 62 of 98 seats" in text


def test_what_it_won_stands_in_order_with_its_names(client, see, amanat):
    for key, day, label, share, seats in (
        ("late", "2012-01-15", "Nur Otan", "80.99", 83),
        ("early", "2004-09-19", "Otan", "60.61", 42),
    ):
        subject = factories.SubjectFactory(key=key, name_en=key, topic="elections")
        election = factories.ElectionFactory(subject=subject, day=day)
        factories.FigureFactory(fact__subject=subject, measure="seats", value="98")
        result = factories.ResultFactory(fact__subject=election.subject)
        factories.ResultRowFactory(
            result=result, label_en=label, contestant=amanat, share=share, seats=seats
        )
        factories.ResultRowFactory(result=result, label_en="Another", share="1")
    page = client.get(f"{PARTIES}amanat/").page()
    figure = page.split('class="shares"')[1].split("</figure>")[0]
    table = page.split('class="stack stood"')[1].split("</table>")[0]
    told = re.findall(r"<b>([\d.]+)%, (\d+) of (\d+) seats</b>", figure)
    assert told == [("60.61", "42", "98"), ("80.99", "83", "98")]
    for share, seats, of in told:
        assert f">{share}%</td>" in table
        assert f">{seats} of {of}</td>" in table
        assert f'width="{share}"' in figure
        assert f'viewBox="0 0 {of} 12"' in figure
        assert f'width="{seats}"' in figure
    assert table.index("Otan") < table.index("Nur Otan")
    assert "Another" not in table.split("<details")[0]


def test_seats_of_one_way_stand_beside_all_where_they_are_all(client):
    page = client.get(f"{PARTIES}amanat/").page()
    figure = page.split('class="shares"')[1].split("</figure>")[0]
    told = re.findall(r"<b>([\d.]+%)?(?:, )?(?:(\d+) of (\d+) seats)?</b>", figure)
    assert told == [
        ("30.9%", "23", "77"),
        ("60.6%", "42", "77"),
        ("88.41%", "98", "98"),
        ("", "16", "16"),
        ("80.99%", "83", "98"),
        ("", "16", "16"),
        ("82.20%", "84", "98"),
        ("71.09%", "76", "98"),
        ("", "62", "98"),
        ("53.90%", "", ""),
    ]


def test_elections_stood_in_are_told(see, empty):
    person = factories.SubjectFactory(key="somebody", topic="people")
    election = factories.ElectionFactory(kind="president", day="2005-12-04")
    result = factories.ResultFactory(fact__subject=election.subject)
    factories.ResultRowFactory(
        result=result, label_en="A Somebody", contestant=person, share="91.15"
    )
    text = see(f"{PEOPLE}somebody/")
    assert f"{election.subject.name_en} A Somebody not stated 91.15%" in text
    assert "91.15% not stated" not in text


def test_a_vote_won_without_a_number_is_told_beside_those_with_one(see):
    text = see(f"{PEOPLE}nursultan-nazarbayev/").split("Elections stood in")[1]
    days = ["January 1999", "December 2005", "26 April 2015"]
    places = [text.index(f"Presidential election of {day}") for day in days]
    assert places == sorted(places)
    assert "no share of the votes here" in text
    tokayev = see(f"{PEOPLE}kassym-jomart-tokayev/")
    assert "no share of the votes here" not in tokayev
    assert tokayev.count("Presidential election of 9 June 2019") == 2


def test_who_is_named_without_having_won_is_not_told_as_a_winner(see, empty):
    person = factories.SubjectFactory(key="somebody", name_en="Somebody", topic="people")
    factories.MembershipFactory(person=person)
    vote = factories.ElectionFactory(kind="president", day="").subject
    held = factories.FactFactory(
        subject=vote, aspect="held", sentence_en="Somebody lost to Another."
    )
    assert "Elections stood in" not in see(f"{PEOPLE}somebody/")
    factories.WinnerFactory(fact=held, contestant=person)
    assert vote.name_en in see(f"{PEOPLE}somebody/").split("Elections stood in")[1]


def test_a_retired_vote_is_not_told_of_its_winner(see):
    held = Fact.objects.filter(key="president-2015-04-26-held")
    factories.edit(held, state="retired")
    assert "26 April 2015" not in see(f"{PEOPLE}nursultan-nazarbayev/")


def test_who_stood_for_no_seat_is_told_of_none(see):
    text = see(f"{PEOPLE}kassym-jomart-tokayev/")
    stood = text.split("Elections stood in")[1]
    assert "Share Sources" in stood
    assert "Seats" not in stood.split("What else")[0]


def candidacies_of(party):
    facts = Fact.objects.with_sentences().select_related("subject__election")
    return Candidacies(party, list(facts.order_by("pk")))


def stand(party, key, day, seats=None, share="", way=""):
    """Let a party stand in a vote for the 98 seats of a chamber, in one row."""
    vote = make_vote(key, day=day)
    add_figure(vote, "seats", "98")
    aspect = f"result-{way}" if way else "result"
    result = factories.ResultFactory(
        fact__subject=vote.subject, fact__aspect=aspect, way=way
    )
    add_row(result, "Then", contestant=party, seats=seats, share=share)
    return vote


def test_rows_stand_in_the_order_of_their_votes(amanat):
    for key, day in (("late", "2012-01-15"), ("early", "2004-09-19")):
        stand(amanat, key, day, seats=80)
    candidacies = candidacies_of(amanat)
    assert [candidacy.vote.subject.key for candidacy in candidacies.all] == [
        "early",
        "late",
    ]
    assert candidacies.latest.vote.subject.key == "late"
    assert candidacies.is_for_seats
    assert candidacies.has_seats
    assert not candidacies.has_shares


@pytest.mark.parametrize(
    ("values", "at_stake"),
    [
        ({"seats": 76}, 98),
        ({"seats": None, "share": "3"}, None),
        ({"seats": 40, "way": "list"}, None),
        ({"seats": 98, "way": "list"}, 98),
    ],
)
def test_seats_compare_beside_all_that_could_be_won(amanat, values, at_stake):
    stand(amanat, "one", "2012-01-15", **values)
    (candidacy,) = candidacies_of(amanat).all
    assert candidacy.at_stake == at_stake


def test_who_stood_in_no_vote_has_no_latest(amanat):
    candidacies = candidacies_of(amanat)
    assert (candidacies.all, candidacies.latest) == ([], None)
    assert not candidacies.is_for_seats


def test_a_vote_won_is_told_where_no_row_of_a_result_tells_it(amanat):
    counted, uncounted = (
        stand(amanat, "counted", "2012-01-15", seats=83),
        make_vote("uncounted", day="1999-10-10"),
    )
    for vote in (counted, uncounted):
        held = vote.subject.facts.get(aspect="held")
        factories.WinnerFactory(fact=held, contestant=amanat)
    other = factories.WinnerFactory(fact__start="2005")
    (won,) = candidacies_of(amanat).won_uncounted
    assert won.subject == uncounted.subject
    assert won != other.fact


def test_a_vote_that_no_fact_dates_is_passed_over(empty):
    election = make_vote("one", day="")
    add_figure(election, "seats", "77")
    assert votes_of(election.subject.facts.all()) == []
