from __future__ import annotations

import re

import pytest

from elections.votes.lead import Consequence, VoteLead
from elections.votes.vote import Vote, VoteDay
from facts.periods import parse_bound
from tests import factories
from tests.elections.building import (
    VOTES,
    add_figure,
    add_row,
    make_vote,
    page_and_lead,
    words_of,
)

pytestmark = pytest.mark.django_db


def test_the_head_answers_who_won_and_who_judged(client, empty):
    election = make_vote("one", kind="majilis")
    result = factories.ResultFactory(fact__subject=election.subject, way="list")
    rows = [("Small", 2), ("Large", 84), ("None", 0), ("Third", 1), ("Big", 7)]
    for label, seats in rows:
        add_row(result, label, seats=seats)
    for sentence in ("Fair.", "Open."):
        factories.AssessmentFactory(
            subject=election.subject, speaker_en="Observer", sentence_en=sentence
        )
    page, told = page_and_lead(client, f"{VOTES}one/")
    text = words_of(told)
    assert "Large 84 seats , Big 7 seats , Small 2 seats whole result" in text
    assert "Third" not in text
    assert text.count("Observer") == 1
    anchors = re.findall('href="#([^"]+)"', told)
    assert anchors
    assert all(f'id="{anchor}"' in page for anchor in anchors)


def test_the_head_tells_the_count_of_all_seats_and_not_its_parts(client, empty):
    election = make_vote("one", kind="majilis")
    for way, seats in (("", 62), ("list", 40), ("district", 22)):
        aspect = f"result-{way}" if way else "result"
        add_row(
            factories.ResultFactory(
                fact__subject=election.subject, fact__aspect=aspect, way=way
            ),
            "Large",
            seats=seats,
        )
    told = page_and_lead(client, f"{VOTES}one/")[1]
    assert re.findall(r"<b>(\d+) seats</b>", told) == ["62"]


def test_the_head_says_that_no_result_is_known(client, empty):
    make_vote("one", kind="kurultai")
    _page, told = page_and_lead(client, f"{VOTES}one/")
    assert "a verified result by party, how votes became seats." in told
    assert "Result" not in told


def test_the_head_of_a_referendum_tells_the_largest_share(client, empty):
    election = make_vote("one", kind="referendum")
    result = factories.ResultFactory(fact__subject=election.subject)
    add_row(result, "Against", share="9.9")
    add_row(result, "In favour", share="10.5")
    told = page_and_lead(client, f"{VOTES}one/")[1]
    assert told.index("In favour <b>10.5%</b>") < told.index("Against <b>9.9%</b>")


def test_the_head_leads_with_what_is_known_of_an_election_without_a_result(client, empty):
    election = make_vote("one", kind="senate")
    add_figure(election, "seats", "20", status="preliminary")
    add_figure(election, "candidates", "55")
    add_figure(election, "lowest-share", "61.7")
    factories.FactFactory(
        subject=election.subject, aspect="outcome-majority", sentence_en="Half was needed."
    )
    composition = factories.CompositionFactory(fact__subject=election.institution)
    factories.SeatPartFactory(composition=composition, way="councils", seats=40)
    for start, end in (("1999", "2004-06-01"), ("2004-06-01", "..")):
        factories.SystemFactory(
            fact__subject=election.institution,
            fact__start="[2004-01-01..2005-01-01]" if end == ".." else start,
            fact__end="[2004-01-01..2005-01-01]" if end != ".." else end,
            kind="indirect",
        )
    page, told = page_and_lead(client, f"{VOTES}one/")
    text = words_of(told)
    assert text.startswith("> Outcome Half was needed. ")
    assert "Seats at stake 20 preliminary" in text
    assert "had 40 in all." in text
    assert "Candidates 55" in text
    assert "Smallest share of a winner 61.7%" in text
    assert "Rule Electors from the local councils" in text
    assert page.count("<p>Half was needed.") == 0


def test_the_head_tells_what_came_of_a_vote_before_the_next(client, empty):
    election = make_vote("one", day="2004-09-19")
    for day in ("2004-11", "2007-09-02"):
        factories.FactFactory(
            subject=election.institution, aspect="first-sitting", start=day
        )
    make_vote("next", day="2007-08-18")
    told = page_and_lead(client, f"{VOTES}one/")[1].split("Afterwards")[1]
    assert told.count('<details class="sources">') == 1
    assert "November 2004" in told
    assert f'href="{VOTES}next/"' in told


def test_what_met_after_the_next_vote_did_not_come_of_this_one(client, empty):
    election = make_vote("one", day="2004-09-19")
    factories.FactFactory(
        subject=election.institution, aspect="first-sitting", start="2007-09-02"
    )
    assert "Afterwards" in page_and_lead(client, f"{VOTES}one/")[1]
    make_vote("next", day="2007-08-18")
    assert "Afterwards" not in page_and_lead(client, f"{VOTES}one/")[1]


def test_the_last_vote_of_a_chamber_tells_when_it_ended(client, empty):
    election = make_vote("one", day="2004-09-19")
    factories.ExistenceFactory(
        fact__subject=election.institution, fact__start="1995-12-05", fact__end="2026-07-01"
    )
    told = page_and_lead(client, f"{VOTES}one/")[1].split("Afterwards")[1]
    assert f"The {election.institution.name_en} ended" in told
    assert "existed" not in told.split("<summary")[0]
    assert "To 30 June 2026" in told
    make_vote("next", day="2007-08-18")
    assert "Afterwards" not in page_and_lead(client, f"{VOTES}one/")[1]


def test_the_head_tells_the_term_of_the_day_or_that_of_the_vote(client, empty):
    election = make_vote("one", kind="senate")
    for start, end, years in (("1995", "1998-10-07", 4), ("1998-10-07", "..", 6)):
        factories.TermFactory(
            fact__subject=election.institution,
            fact__start=start,
            fact__end=end,
            fact__sentence_en=f"They serve {years} years.",
            years=years,
            half_renewed_every=years // 2,
        )
    told = page_and_lead(client, f"{VOTES}one/")[1]
    assert "serve 6 years" in told
    assert "?on=2004-09-19#term" in told
    assert "serve 4 years" not in told
    factories.FactFactory(
        subject=election.subject, aspect="outcome-terms", sentence_en="Half served for two."
    )
    told = page_and_lead(client, f"{VOTES}one/")[1]
    assert "serve 6 years" not in told
    assert "Half served for two." in told


@pytest.mark.parametrize(
    ("slug", "years"),
    [("1999-01", "seven"), ("2005-12", "seven"), ("2019-06-09", "five")],
)
def test_the_head_tells_how_long_a_president_served_by_law(client, slug, years):
    told = page_and_lead(client, f"{VOTES}president-{slug}/")[1]
    assert f"a presidential term lasted {years} years" in told
    assert "/en/context/presidency/?on=" in told


def test_the_head_tells_who_then_held_the_post(client, empty):
    make_vote("one", kind="president", day="2015-04-26")
    post = factories.SubjectFactory(key="president")
    for start, end, words in (
        ("1993", "2019-03", "First."),
        ("2019-03", "..", "Second."),
    ):
        factories.FactFactory(
            subject=post, aspect="holder", start=start, end=end, sentence_en=words
        )
    told = page_and_lead(client, f"{VOTES}one/")[1].split("Afterwards")[1]
    assert "First." in told
    assert "To some day in March 2019" in told
    assert "Second." not in told


def test_the_head_of_a_referendum_tells_question_answer_and_what_followed(client, empty):
    election = make_vote("one", kind="referendum")
    add_row(
        factories.ResultFactory(fact__subject=election.subject), "In favour", share="77.18"
    )
    for aspect in ("asked", "decided", "followed-first", "followed-then"):
        factories.FactFactory(
            subject=election.subject, aspect=aspect, sentence_en=f"It {aspect}."
        )
    page, told = page_and_lead(client, f"{VOTES}one/")
    places = [
        told.index(words)
        for words in (
            "It asked.",
            "77.18%",
            "It decided.",
            "It followed-first.",
            "It followed-then.",
        )
    ]
    assert places == sorted(places)
    assert "What else the sources tell" not in page


def lead(election, *around, after=""):
    """The lead of a vote with facts around it; ``after`` is the day of the next one."""
    vote = Vote(election, list(election.subject.facts.order_by("pk")), around)
    day = parse_bound(after, "start") if after else None
    return VoteLead(vote, VoteDay(election.subject, day) if day else None)


def test_what_was_there_before_is_told_by_its_end(empty):
    fact = factories.FactFactory(start="1995-12-05", end="2026-07-01")
    after, before = (Consequence(fact, was_there) for was_there in (False, True))
    assert after.when == "from 5 December 1995 to 30 June 2026"
    assert before.when == "to 30 June 2026"
    assert before.says == after.says == fact.says


def test_of_a_gap_no_time_is_told(empty):
    fact = factories.FactFactory(basis="gap")
    assert Consequence(fact, False).when == ""


def test_the_seats_of_the_chamber_are_told_where_a_part_was_at_stake(empty):
    election = make_vote("one", kind="senate")
    add_figure(election, "seats", "20")
    composition = factories.CompositionFactory()
    factories.SeatPartFactory(composition=composition, way="councils", seats=40)
    assert lead(election, composition.fact).chamber_seats == 40
    assert lead(election).chamber_seats is None
    all_of_them = make_vote("all")
    add_figure(all_of_them, "seats", "40")
    assert lead(all_of_them, composition.fact).chamber_seats is None


def test_the_fullest_that_tells_how_a_chamber_met_is_told_alone(empty):
    election = make_vote("one", day="2004-09-19")
    sitting = factories.FactFactory(aspect="first-sitting", start="2004-11-03")
    convocation = factories.ConvocationFactory(fact__start="2004-11").fact
    gap = factories.FactFactory(aspect="open-first-sitting", start="2004-11")
    after = "2007-08-18"

    def told(*around):
        return [election.fact for election in lead(election, *around, after=after).followed]

    assert told(gap, sitting, convocation) == [convocation]
    assert told(gap, sitting) == [sitting]
    assert told(gap) == [gap]
    assert told() == []
