from __future__ import annotations

import pytest

from elections.votes.vote import Vote
from tests import factories
from tests.elections.building import VOTES, add_figure, add_gap, add_row, make_vote

pytestmark = pytest.mark.django_db


def test_a_gap_is_told_in_its_own_words(see, empty):
    election = make_vote("one", kind="president")
    factories.FactFactory(
        subject=election.subject,
        aspect="open-voters",
        basis="gap",
        sentence_en="Nobody says.",
    )
    assert see(f"{VOTES}one/").count("Nobody says.") == 2  # the second for its sources


def test_what_is_not_stated_is_told_once_and_in_few_words(client, see, empty):
    election = make_vote("one", kind="president")
    for aspect in ("turnout", "called", "result"):
        add_gap(election, aspect, f"Nobody says {aspect}.")
    text = see(f"{VOTES}one/")
    assert text.count("Our sources do not state:") == 1
    assert (
        "Our sources do not state: how many candidates stood, how many people were "
        "entitled to vote, how many took part, the turnout, votes and shares, how the "
        "vote was decided, who called it."
    ) in text
    assert "Not stated" not in text
    page = client.get(f"{VOTES}one/").page()
    told = page.split('<details class="unstated">')[1].split("</dd>")[0]
    for aspect in ("turnout", "called", "result"):
        assert told.count(f"<li>Nobody says {aspect}.") == 1
    assert told.count('<details class="sources">') == 3


def test_a_result_of_which_a_part_is_told_lacks_the_rest(see, empty):
    election = make_vote("one", kind="president")
    add_row(factories.ResultFactory(fact__subject=election.subject), "One", share="71")
    assert "in full" not in see(f"{VOTES}one/")
    add_gap(election, "result")
    text = see(f"{VOTES}one/")
    assert "the count in full" in text
    assert "votes and shares" not in text


@pytest.mark.parametrize("words", ["Either 3,167 or 3,168.", "Nobody says."])
def test_a_gap_that_tells_a_figure_or_a_collision_keeps_its_row(client, empty, words):
    election = make_vote("one", kind="senate")
    fact = add_gap(election, "electors", words)
    if "3" not in words:
        factories.ClaimFactory(disagreement__subject=election.subject, fact=fact)
    page = client.get(f"{VOTES}one/").page()
    assert words in page.split('<tr id="electors">')[1].split("</tr>")[0]
    assert "how many electors" not in page.split('id="unstated"')[1].split("</dd>")[0]


def test_a_date_in_a_gap_is_no_figure(see, empty):
    add_gap(make_vote("one"), "called", "Who set 19 March 2023 is not stated.")
    text = see(f"{VOTES}one/")
    assert "who called it" in text
    assert "What else the sources tell" not in text


def test_a_gap_beside_a_known_figure_is_not_called_a_gap(see, empty):
    election = make_vote("one", kind="senate")
    add_figure(election, "electors", "3167")
    add_gap(election, "electors", "Nobody says who they were.")
    text = see(f"{VOTES}one/")
    assert "how many electors" not in text
    assert "Nobody says who they were." in text


def test_a_system_that_no_source_states_is_a_gap(client, see, empty):
    election = make_vote("one")
    factories.FactFactory(
        subject=election.institution,
        aspect="open-electoral-system",
        basis="gap",
        sentence_en="Nobody says how.",
    )
    page = client.get(f"{VOTES}one/").page()
    told = page.split('id="unstated"')[1].split("</dd>")[0]
    assert "how votes became seats" in told
    assert "<li>Nobody says how." in told
    assert 'id="system"' not in page


def labels_of(election):
    """What is said to be unstated, and the words of the gap that says so, if any."""
    vote = Vote(election, list(election.subject.facts.order_by("pk")))
    return {
        item.label: str(item.gap.says) if item.gap else "" for item in vote.unstated.items
    }


def test_what_a_reader_asks_of_a_vote_depends_on_its_kind(empty):
    assert list(labels_of(make_vote("one", kind="referendum"))) == [
        "how many people were entitled to vote",
        "how many took part",
        "the turnout",
        "votes and shares",
    ]
    assert list(labels_of(make_vote("two", kind="senate"))) == [
        "how many seats were at stake",
        "how many candidates stood",
        "how many electors there were",
        "the turnout",
        "the winners and their votes",
        "how votes became seats",
    ]


def test_a_gap_of_its_own_name_is_added_and_one_without_a_name_is_not(empty):
    election = make_vote("one", kind="referendum")
    add_gap(election, "called", "Nobody says who.")
    add_gap(election, "weather", "Nobody says how it rained.")
    labels = labels_of(election)
    assert labels["who called it"] == "Nobody says who."
    assert "Nobody says how it rained." not in labels.values()


def test_a_figure_that_is_told_is_not_missed(empty):
    election = make_vote("one", kind="referendum")
    add_figure(election, "turnout", "54")
    assert "the turnout" not in labels_of(election)
