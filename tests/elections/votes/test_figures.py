from __future__ import annotations

import pytest

from elections.votes.figures import VoteFigures, is_worth_a_row
from facts.aspects import FactIndex
from facts.models import Disagreement, Fact
from tests import factories
from tests.elections.building import VOTES, add_figure, add_gap, make_vote

pytestmark = pytest.mark.django_db


def test_every_figure_has_its_status_and_its_source(client, see, empty):
    election = make_vote("one", kind="senate")
    add_figure(election, "candidates", "55", status="preliminary")
    add_figure(election, "highest-share", "90.9", status="planned")
    add_figure(election, "observers", "250", is_about=True)
    text = see(f"{VOTES}one/")
    assert "Candidates 55 preliminary" in text
    assert "Largest share of a winner 90.9% planned" in text
    assert "Observers about 250" in text
    assert "its source does not say whether it is final" in text
    assert "Electors of the Senate" not in text
    table = client.get(f"{VOTES}one/").page().split('class="stack figures"')[1]
    table = table.split("</table>")[0]
    assert table.count('<details class="sources">') == 3


def test_no_status_is_missing_where_every_figure_has_one(see, empty):
    add_figure(make_vote("one", kind="senate"), "seats", "16", status="final")
    assert "does not say whether it is final" not in see(f"{VOTES}one/")


def test_figures_that_collide_lead_to_the_question(client, empty):
    election = make_vote("one", kind="senate")
    question = factories.DisagreementFactory(subject=election.subject, aspect="electors")
    page = client.get(f"{VOTES}one/").page()
    cell = page.split('<tr id="electors">')[1].split("</tr>")[0]
    assert f'href="/en/disagreements/{question.key}/"' in cell


def figures_of(election):
    """What the facts and the disagreements about an election tell of its figures."""
    facts = Fact.objects.filter(subject=election.subject).order_by("pk")
    questions = Disagreement.objects.filter(subject=election.subject)
    return VoteFigures(FactIndex(facts), list(questions))


def test_a_figure_is_told_open_disputed_or_passed_over_in_silence(empty):
    election = make_vote("one")
    seats = add_figure(election, "seats", "77").fact
    gap = add_gap(election, "turnout")
    question = factories.DisagreementFactory(
        subject=election.subject, aspect="figure-voters"
    )
    figures = figures_of(election)
    assert figures.seats.fact == seats
    assert (figures.turnout.fact, figures.turnout.gap) == (None, gap)
    assert figures.of("voters").differ == question
    assert not figures.of("lists").is_worth_a_row
    measures = [summary.measure for summary in figures.summaries]
    assert measures == ["seats", "voters"]
    assert figures.known == figures.shown == [seats]


def test_a_gap_is_worth_a_row_where_it_tells_a_figure_or_a_collision(empty):
    election = make_vote("one")
    assert is_worth_a_row(add_gap(election, "electors", "Either 3,167 or 3,168."))
    assert not is_worth_a_row(add_gap(election, "electors"))
    assert not is_worth_a_row(add_gap(election, "called", "Who set 19 March is open."))
    disputed = add_gap(election, "day")
    factories.ClaimFactory(disagreement__subject=election.subject, fact=disputed)
    assert is_worth_a_row(disputed)


def test_the_seats_of_a_vote_are_not_those_of_one_way(empty):
    election = make_vote("one")
    whole = factories.ResultFactory(fact__subject=election.subject)
    part = factories.ResultFactory(fact__aspect="result-list", way="list")
    assert figures_of(election).seats_of(whole) is None
    add_figure(election, "seats", "98")
    figures = figures_of(election)
    assert figures.all_seats == 98
    assert figures.seats_of(whole) == 98
    assert figures.seats_of(part) is None


def test_a_vote_may_tell_its_own_threshold(empty):
    election = make_vote("one")
    assert figures_of(election).threshold == ""
    add_figure(election, "threshold", "7.5")
    assert figures_of(election).threshold == "7.5"
