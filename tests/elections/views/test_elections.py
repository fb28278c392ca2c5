"""The pages of the elections and referendums."""

from __future__ import annotations

import re

import pytest

from tests import factories
from tests.elections.building import VOTES, add_figure, make_vote, page_and_lead

pytestmark = pytest.mark.django_db


def shown(client, query=""):
    page = client.get(f"{VOTES}?{query}").page().split('id="results"')[1]
    return re.findall(rf'href="{VOTES}([a-z0-9-]+)/"', page)


def test_all_stand_in_order_of_time(client, three):
    assert shown(client) == ["early", "rough", "late"]


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("kind=president", ["early"]),
        ("decade=1990", ["early"]),
        ("decade=2000", ["rough"]),
        ("decade=2010", ["rough", "late"]),
        ("kind=majilis&decade=2010", ["late"]),
        ("kind=majilis&decade=1990", []),
        ("kind=nonsense", ["early", "rough", "late"]),
        ("decade=%00", ["early", "rough", "late"]),
    ],
)
def test_filters_leave_what_fits(client, three, query, keys):
    assert shown(client, query) == keys


def test_a_filter_that_nothing_fits_is_told(see, three):
    assert "No vote fits" in see(f"{VOTES}?kind=senate")


def test_the_days_are_as_precise_as_known(see, three):
    text = see(VOTES)
    assert "October 1999" in text
    assert "between 1 December 2009 and 1 February 2010" in text
    assert "15 January 2012" in text


def test_the_part_is_that_region_of_the_page(client, htmx, three):
    for query in ("", "kind=majilis", "decade=2010"):
        part = htmx.get(f"{VOTES}?{query}").text
        assert part.startswith('<div id="results">')
        assert client.get(f"{VOTES}?{query}").text.count(part) == 1


def test_figures_and_what_is_lacking_are_told(see, empty):
    election = make_vote("one")
    add_figure(election, "seats", "77", status="final")
    add_figure(election, "turnout", "54.2", status="preliminary")
    text = see(VOTES)
    assert "1 of 1 vote " in text
    assert "77" in text
    assert "54.2% preliminary" in text
    make_vote("two")
    assert see(VOTES).count("not stated") == 2


def test_a_collision_and_a_gap_are_told(see, empty):
    election = make_vote("one")
    factories.DisagreementFactory(subject=election.subject, aspect="figure-seats")
    factories.FactFactory(subject=election.subject, aspect="open-turnout", basis="gap")
    text = see(VOTES)
    assert "the sources differ" in text
    assert "not stated" in text


def test_what_is_asked_and_not_stated_is_not_said_to_differ(see, empty):
    """Of Akmola in 1998 no source gives a number: there is a question, and no collision."""
    election = make_vote("one")
    factories.DisagreementFactory(subject=election.subject, aspect="open-seats")
    factories.FactFactory(subject=election.subject, aspect="open-seats", basis="gap")
    text = see(VOTES)
    assert "not settled" in text
    assert "the sources differ" not in text


def test_a_vote_that_no_fact_dates_has_no_page(client, empty):
    make_vote("undated", day="")
    assert shown(client) == []
    assert client.get(f"{VOTES}undated/").status_code == 404
    assert client.get(f"{VOTES}nothing/").status_code == 404


def test_what_is_of_the_day_of_the_vote_bears_no_date(client, empty):
    election = make_vote("one")
    held = election.subject.facts.get(aspect="held")
    for key, start, end, act in (
        ("same", held.start, held.end, ""),
        ("acted", held.start, held.end, "a decree"),
        ("later", "2004-10-03", "2004-10-04", ""),
    ):
        factories.FactFactory(
            subject=election.subject,
            aspect=f"it-{key}",
            sentence_en=f"It is {key}.",
            start=start,
            end=end,
            act_en=act,
        )
    page = client.get(f"{VOTES}one/").page()
    told = {
        key: page.split(f"<p>It is {key}.")[1].split("<details")[0]
        for key in ("same", "acted", "later")
    }
    assert 'class="period"' not in told["same"]
    assert '<p class="period">A decree</p>' in told["acted"]
    assert "On 3 October 2004" in told["later"]
    assert page.count("Where no date stands, it is that of the vote.") == 1


def test_every_disagreement_that_the_page_shows_is_counted(client, empty):
    election = make_vote("one")
    own = factories.DisagreementFactory(subject=election.subject)
    remark = factories.FactFactory(subject=election.subject, sentence_en="A remark.")
    rule = factories.SystemFactory(fact__subject=election.institution).fact
    claims = [factories.ClaimFactory(fact=fact) for fact in (remark, rule)]
    factories.ClaimFactory(disagreement=own, fact=remark)
    page, told = page_and_lead(client, f"{VOTES}one/")
    assert "3 questions on which the sources differ" in told
    listed = page.split('class="questions"')[1].split("</ul>")[0]
    for question in (own, *(claim.disagreement for claim in claims)):
        assert listed.count(f'href="/en/disagreements/{question.key}/"') == 1


def test_a_page_leads_to_the_parliament_of_its_day(client, three):
    page = client.get(f"{VOTES}late/").page()
    assert 'href="/en/?on=2012-01-15"' in page
    assert 'href="/en/chambers/chamber-of-late/?on=2012-01-15"' in page


def test_what_is_incomplete_or_retired_does_not_show(see, empty):
    election = make_vote("one")
    factories.FactFactory(subject=election.subject, aspect="result", sentence_en="A stub.")
    factories.FactFactory(
        subject=election.subject, sentence_en="A secret.", state="retired"
    )
    factories.FactFactory(subject=election.subject, sentence_en="A remark.")
    text = see(f"{VOTES}one/")
    assert "A stub." not in text
    assert "A secret." not in text
    assert "A remark." in text


def test_judgements_stand_with_their_speaker(see, empty):
    election = make_vote("one")
    factories.AssessmentFactory(subject=election.subject)
    text = see(f"{VOTES}one/")
    assert "not of this site" in text
    assert "A speaker, 2007" in text
