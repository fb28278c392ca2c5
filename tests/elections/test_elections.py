from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/en/elections/"


def make(key, **values):
    subject = factories.SubjectFactory(key=key, name_en=key, topic="elections")
    return factories.ElectionFactory(subject=subject, **values)


def shown(client, query=""):
    page = client.get(f"{LIST}?{query}").page.split('id="results"')[1]
    return re.findall(rf'href="{LIST}([a-z0-9-]+)/"', page)


def figure(election, measure, value, **values):
    return factories.FigureFactory(
        fact__subject=election.subject, measure=measure, value=value, **values
    )


def row(result, label, **values):
    return factories.ResultRowFactory(result=result, label_en=label, **values)


# --- the list -------------------------------------------------------------------------


@pytest.fixture
def three(empty):
    return [
        make("late", day="2012-01-15"),
        make("early", day="1999-10", kind="president"),
        make("rough", day="[2009-12-01..2010-02-01]", kind="referendum"),
    ]


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
        ("kind=nonsense", []),
        ("decade=%00", []),
    ],
)
def test_filters_leave_what_fits(client, three, query, keys):
    assert shown(client, query) == keys


def test_a_filter_that_nothing_fits_is_told(see, three):
    assert "No vote fits" in see(f"{LIST}?kind=nonsense")


def test_the_days_are_as_precise_as_known(see, three):
    text = see(LIST)
    assert "October 1999" in text
    assert "between 1 December 2009 and 1 February 2010" in text
    assert "15 January 2012" in text


def test_the_part_is_that_region_of_the_page(client, htmx, three):
    for query in ("", "kind=majilis", "decade=2010"):
        part = htmx.get(f"{LIST}?{query}").text
        assert part.startswith('<div id="results">')
        assert client.get(f"{LIST}?{query}").text.count(part) == 1


def test_figures_and_what_is_lacking_are_told(see, empty):
    one = make("one")
    figure(one, "seats", "77", status="final")
    figure(one, "turnout", "54.2", status="preliminary")
    text = see(LIST)
    assert "1 of 1 vote " in text
    assert "77" in text
    assert "54.2% preliminary" in text
    make("two")
    assert see(LIST).count("not stated") == 2


def test_a_collision_and_a_gap_are_told(see, empty):
    one = make("one")
    factories.DisagreementFactory(subject=one.subject, aspect="figure-seats")
    factories.FactFactory(subject=one.subject, aspect="open-turnout", basis="gap")
    text = see(LIST)
    assert "the sources differ" in text
    assert "not stated" in text


def test_what_is_asked_and_not_stated_is_not_said_to_differ(see, empty):
    """Of Akmola in 1998 no source gives a number: there is a question, and no collision."""
    one = make("one")
    factories.DisagreementFactory(subject=one.subject, aspect="open-seats")
    factories.FactFactory(subject=one.subject, aspect="open-seats", basis="gap")
    text = see(LIST)
    assert "not settled" in text
    assert "the sources differ" not in text


def test_a_vote_that_no_fact_dates_has_no_page(client, empty):
    make("undated", day="")
    assert shown(client) == []
    assert client.get(f"{LIST}undated/").status_code == 404
    assert client.get(f"{LIST}nothing/").status_code == 404


def test_the_number_of_queries_does_not_grow(client, empty, django_assert_num_queries):
    for n in range(9):
        figure(make(f"vote-{n}"), "seats", "77")
    client.get("/healthz")  # the first request of a day asks what is due
    with django_assert_num_queries(3):
        client.get(LIST)


# --- one vote -------------------------------------------------------------------------


def test_every_figure_has_its_status_and_its_source(client, see, empty):
    one = make("one", kind="senate")
    figure(one, "candidates", "55", status="preliminary")
    figure(one, "highest-share", "90.9", status="planned")
    figure(one, "observers", "250", is_about=True)
    text = see(f"{LIST}one/")
    assert "Candidates 55 preliminary" in text
    assert "Largest share of a winner 90.9% planned" in text
    assert "Observers about 250" in text
    assert "its source does not say whether it is final" in text
    assert "Electors of the Senate" not in text
    table = client.get(f"{LIST}one/").page.split('class="stack figures"')[1]
    table = table.split("</table>")[0]
    assert table.count('<details class="sources">') == 3


def gist(client, key):
    page = client.get(f"{LIST}{key}/").page
    return page, page.split('class="plain gist"')[1].split("</dl>")[0]


def test_the_head_answers_who_won_and_who_judged(client, empty):
    one = make("one", kind="majilis")
    result = factories.ResultFactory(fact__subject=one.subject, way="list")
    rows = [("Small", 2), ("Large", 84), ("None", 0), ("Third", 1), ("Big", 7)]
    for label, seats in rows:
        row(result, label, seats=seats)
    for sentence in ("Fair.", "Open."):
        factories.AssessmentFactory(
            subject=one.subject, speaker_en="Observer", sentence_en=sentence
        )
    page, told = gist(client, "one")
    text = " ".join(re.sub("<[^>]+>", " ", told).split())
    assert "Large 84 seats , Big 7 seats , Small 2 seats whole result" in text
    assert "Third" not in text
    assert text.count("Observer") == 1
    anchors = re.findall('href="#([^"]+)"', told)
    assert anchors
    assert all(f'id="{anchor}"' in page for anchor in anchors)


def test_the_head_tells_the_count_of_all_seats_and_not_its_parts(client, empty):
    one = make("one", kind="majilis")
    for way, seats in (("", 62), ("list", 40), ("district", 22)):
        aspect = f"result-{way}" if way else "result"
        row(
            factories.ResultFactory(
                fact__subject=one.subject, fact__aspect=aspect, way=way
            ),
            "Large",
            seats=seats,
        )
    told = gist(client, "one")[1]
    assert re.findall(r"<b>(\d+) seats</b>", told) == ["62"]


def test_the_head_says_that_no_result_is_known(client, empty):
    make("one", kind="kurultai")
    _page, told = gist(client, "one")
    assert "a verified result by party, how votes became seats." in told
    assert "Result" not in told


def test_the_head_of_a_referendum_tells_the_largest_share(client, empty):
    one = make("one", kind="referendum")
    result = factories.ResultFactory(fact__subject=one.subject)
    row(result, "Against", share="9.9")
    row(result, "In favour", share="10.5")
    told = gist(client, "one")[1]
    assert told.index("In favour <b>10.5%</b>") < told.index("Against <b>9.9%</b>")


def test_no_status_is_missing_where_every_figure_has_one(see, empty):
    figure(make("one", kind="senate"), "seats", "16", status="final")
    assert "does not say whether it is final" not in see(f"{LIST}one/")


def test_figures_that_collide_lead_to_the_question(client, empty):
    one = make("one", kind="senate")
    question = factories.DisagreementFactory(subject=one.subject, aspect="electors")
    page = client.get(f"{LIST}one/").page
    cell = page.split('<tr id="electors">')[1].split("</tr>")[0]
    assert f'href="/en/disagreements/{question.key}/"' in cell


def test_a_gap_is_told_in_its_own_words(see, empty):
    one = make("one", kind="president")
    factories.FactFactory(
        subject=one.subject, aspect="open-voters", basis="gap", sentence_en="Nobody says."
    )
    assert see(f"{LIST}one/").count("Nobody says.") == 2  # the second for its sources


def gap(election, aspect, words="Nobody says.", **values):
    return factories.FactFactory(
        subject=election.subject,
        aspect=f"open-{aspect}",
        basis="gap",
        start="2004-09-19",
        end="2004-09-20",
        sentence_en=words,
        **values,
    )


def test_what_is_not_stated_is_told_once_and_in_few_words(client, see, empty):
    one = make("one", kind="president")
    for aspect in ("turnout", "called", "result"):
        gap(one, aspect, f"Nobody says {aspect}.")
    text = see(f"{LIST}one/")
    assert text.count("Our sources do not state:") == 1
    assert (
        "Our sources do not state: how many candidates stood, how many people were "
        "entitled to vote, how many took part, the turnout, votes and shares, how the "
        "vote was decided, who called it."
    ) in text
    assert "Not stated" not in text
    page = client.get(f"{LIST}one/").page
    told = page.split('<details class="unstated">')[1].split("</dd>")[0]
    for aspect in ("turnout", "called", "result"):
        assert told.count(f"<li>Nobody says {aspect}.") == 1
    assert told.count('<details class="sources">') == 3


def test_a_result_of_which_a_part_is_told_lacks_the_rest(see, empty):
    one = make("one", kind="president")
    row(factories.ResultFactory(fact__subject=one.subject), "One", share="71")
    assert "in full" not in see(f"{LIST}one/")
    gap(one, "result")
    text = see(f"{LIST}one/")
    assert "the count in full" in text
    assert "votes and shares" not in text


@pytest.mark.parametrize("words", ["Either 3,167 or 3,168.", "Nobody says."])
def test_a_gap_that_tells_a_figure_or_a_collision_keeps_its_row(client, empty, words):
    one = make("one", kind="senate")
    fact = gap(one, "electors", words)
    if "3" not in words:
        factories.ClaimFactory(disagreement__subject=one.subject, fact=fact)
    page = client.get(f"{LIST}one/").page
    assert words in page.split('<tr id="electors">')[1].split("</tr>")[0]
    assert "how many electors" not in page.split('id="unstated"')[1].split("</dd>")[0]


def test_a_date_in_a_gap_is_no_figure(see, empty):
    gap(make("one"), "called", "Who set 19 March 2023 is not stated.")
    text = see(f"{LIST}one/")
    assert "who called it" in text
    assert "What else the sources tell" not in text


def test_a_gap_beside_a_known_figure_is_not_called_a_gap(see, empty):
    one = make("one", kind="senate")
    figure(one, "electors", "3167")
    gap(one, "electors", "Nobody says who they were.")
    text = see(f"{LIST}one/")
    assert "how many electors" not in text
    assert "Nobody says who they were." in text


def test_what_is_of_the_day_of_the_vote_bears_no_date(client, empty):
    one = make("one")
    held = one.subject.facts.get(aspect="held")
    for key, start, end, act in (
        ("same", held.start, held.end, ""),
        ("acted", held.start, held.end, "a decree"),
        ("later", "2004-10-03", "2004-10-04", ""),
    ):
        factories.FactFactory(
            subject=one.subject,
            aspect=f"it-{key}",
            sentence_en=f"It is {key}.",
            start=start,
            end=end,
            act_en=act,
        )
    page = client.get(f"{LIST}one/").page
    told = {
        key: page.split(f"<p>It is {key}.")[1].split("<details")[0]
        for key in ("same", "acted", "later")
    }
    assert 'class="period"' not in told["same"]
    assert '<p class="period">A decree</p>' in told["acted"]
    assert "On 3 October 2004" in told["later"]
    assert page.count("Where no date stands, it is that of the vote.") == 1


def test_every_disagreement_that_the_page_shows_is_counted(client, empty):
    one = make("one")
    own = factories.DisagreementFactory(subject=one.subject)
    remark = factories.FactFactory(subject=one.subject, sentence_en="A remark.")
    rule = factories.SystemFactory(fact__subject=one.institution).fact
    claims = [factories.ClaimFactory(fact=fact) for fact in (remark, rule)]
    factories.ClaimFactory(disagreement=own, fact=remark)
    page, told = gist(client, "one")
    assert "3 questions on which the sources differ" in told
    listed = page.split('class="questions"')[1].split("</ul>")[0]
    for question in (own, *(claim.disagreement for claim in claims)):
        assert listed.count(f'href="/en/disagreements/{question.key}/"') == 1


def test_the_head_leads_with_what_is_known_of_an_election_without_a_result(client, empty):
    one = make("one", kind="senate")
    figure(one, "seats", "20", status="preliminary")
    figure(one, "candidates", "55")
    figure(one, "lowest-share", "61.7")
    factories.FactFactory(
        subject=one.subject, aspect="outcome-majority", sentence_en="Half was needed."
    )
    composition = factories.CompositionFactory(fact__subject=one.institution)
    factories.SeatPartFactory(composition=composition, way="councils", seats=40)
    for start, end in (("1999", "2004-06-01"), ("2004-06-01", "..")):
        factories.SystemFactory(
            fact__subject=one.institution,
            fact__start="[2004-01-01..2005-01-01]" if end == ".." else start,
            fact__end="[2004-01-01..2005-01-01]" if end != ".." else end,
            kind="indirect",
        )
    page, told = gist(client, "one")
    text = " ".join(re.sub("<[^>]+>", " ", told).split())
    assert text.startswith("> Outcome Half was needed. ")
    assert "Seats at stake 20 preliminary" in text
    assert "had 40 in all." in text
    assert "Candidates 55" in text
    assert "Smallest share of a winner 61.7%" in text
    assert "Rule Electors from the local councils" in text
    assert page.count("<p>Half was needed.") == 0


def test_the_head_tells_what_came_of_a_vote_before_the_next(client, empty):
    one = make("one", day="2004-09-19")
    for day in ("2004-11", "2007-09-02"):
        factories.FactFactory(subject=one.institution, aspect="first-sitting", start=day)
    make("next", day="2007-08-18")
    told = gist(client, "one")[1].split("Afterwards")[1]
    assert told.count('<details class="sources">') == 1
    assert "November 2004" in told
    assert f'href="{LIST}next/"' in told


def test_what_met_after_the_next_vote_did_not_come_of_this_one(client, empty):
    one = make("one", day="2004-09-19")
    factories.FactFactory(
        subject=one.institution, aspect="first-sitting", start="2007-09-02"
    )
    assert "Afterwards" in gist(client, "one")[1]
    make("next", day="2007-08-18")
    assert "Afterwards" not in gist(client, "one")[1]


def test_the_last_vote_of_a_chamber_tells_when_it_ended(client, empty):
    one = make("one", day="2004-09-19")
    factories.ExistenceFactory(
        fact__subject=one.institution, fact__start="1995-12-05", fact__end="2026-07-01"
    )
    told = gist(client, "one")[1].split("Afterwards")[1]
    assert f"The {one.institution.name_en} ended" in told
    assert "existed" not in told.split("<summary")[0]
    assert "To 30 June 2026" in told
    make("next", day="2007-08-18")
    assert "Afterwards" not in gist(client, "one")[1]


def test_the_head_tells_the_term_of_the_day_or_that_of_the_vote(client, empty):
    one = make("one", kind="senate")
    for start, end, years in (("1995", "1998-10-07", 4), ("1998-10-07", "..", 6)):
        factories.TermFactory(
            fact__subject=one.institution,
            fact__start=start,
            fact__end=end,
            fact__sentence_en=f"They serve {years} years.",
            years=years,
            half_renewed_every=years // 2,
        )
    told = gist(client, "one")[1]
    assert "serve 6 years" in told
    assert "?on=2004-09-19#term" in told
    assert "serve 4 years" not in told
    factories.FactFactory(
        subject=one.subject, aspect="outcome-terms", sentence_en="Half served for two."
    )
    told = gist(client, "one")[1]
    assert "serve 6 years" not in told
    assert "Half served for two." in told


@pytest.mark.parametrize(
    ("slug", "years"),
    [("1999-01", "seven"), ("2005-12", "seven"), ("2019-06-09", "five")],
)
def test_the_head_tells_how_long_a_president_served_by_law(client, slug, years):
    told = gist(client, f"president-{slug}")[1]
    assert f"a presidential term lasted {years} years" in told
    assert "/en/context/presidency/?on=" in told


def test_the_head_tells_who_then_held_the_post(client, empty):
    make("one", kind="president", day="2015-04-26")
    post = factories.SubjectFactory(key="president")
    for start, end, words in (
        ("1993", "2019-03", "First."),
        ("2019-03", "..", "Second."),
    ):
        factories.FactFactory(
            subject=post, aspect="holder", start=start, end=end, sentence_en=words
        )
    told = gist(client, "one")[1].split("Afterwards")[1]
    assert "First." in told
    assert "To some day in March 2019" in told
    assert "Second." not in told


def test_the_head_of_a_referendum_tells_question_answer_and_what_followed(client, empty):
    one = make("one", kind="referendum")
    row(factories.ResultFactory(fact__subject=one.subject), "In favour", share="77.18")
    for aspect in ("asked", "decided", "followed-first", "followed-then"):
        factories.FactFactory(
            subject=one.subject, aspect=aspect, sentence_en=f"It {aspect}."
        )
    page, told = gist(client, "one")
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


def test_the_number_of_queries_of_a_vote_does_not_grow(
    client, empty, django_assert_num_queries
):
    one = make("one", kind="senate")
    for measure in ("seats", "candidates", "turnout"):
        figure(one, measure, "20")
    gap(one, "electors")
    chamber = one.institution
    factories.ConvocationFactory(fact__subject=chamber, fact__start="2005")
    factories.ClaimFactory(disagreement__subject=one.subject, fact=gap(one, "called"))
    client.get("/healthz")
    with CaptureQueriesContext(connection) as few:
        client.get(f"{LIST}one/")
    for number in range(9):
        fact = factories.FactFactory(subject=one.subject, aspect=f"more-{number}")
        factories.ClaimFactory(fact=fact)
        day = f"20{number + 10}"
        factories.ConvocationFactory(fact__subject=chamber, fact__start=day, number=number)
        factories.TermFactory(fact__subject=chamber, fact__start=day)
        factories.ExistenceFactory(fact__subject=chamber, fact__start=day)
    with django_assert_num_queries(len(few)):
        client.get(f"{LIST}one/")


def test_the_result_is_shown_as_given(see, empty):
    one = make("one")
    party = factories.SubjectFactory(key="amanat", topic="parties")
    result = factories.ResultFactory(fact__subject=one.subject, base="valid")
    row(result, "Nur Otan", contestant=party, votes=5247720, share="88.41", seats=98)
    row(result, "Against all", share="10.5")
    text = see(f"{LIST}one/")
    assert "Nur Otan 5,247,720 88.41% 98" in text
    assert "Against all not stated 10.5% none to win" in text
    assert "They add up to 98.91%, not to 100%" in text
    assert "Shares are of valid votes" in text


def test_shares_are_not_added_up_where_one_is_missing(see, empty):
    one = make("one")
    result = factories.ResultFactory(fact__subject=one.subject)
    row(result, "One", share="60", seats=2)
    row(result, "Two", seats=1)
    text = see(f"{LIST}one/")
    assert "not added up" in text
    assert "In all 3" in text


def test_one_share_alone_is_not_added_up(see, empty):
    result = factories.ResultFactory(fact__subject=make("one").subject)
    row(result, "For", share="77.18")
    text = see(f"{LIST}one/")
    assert "No other share is stated." in text
    assert "add up" not in text


def test_shares_that_make_a_hundred_need_no_word(see, empty):
    result = factories.ResultFactory(fact__subject=make("one").subject)
    row(result, "One", share="60.5")
    row(result, "Two", share="39.5")
    assert "add up" not in see(f"{LIST}one/")


def test_the_system_is_that_of_the_day(see, empty):
    one = make("one", day="2004-09-19")
    chamber = one.institution
    for start, end, words in (
        ("1999-10-10", "2004-09-19", "Before."),
        ("2004-09-19", "2007-08-18", "Then."),
    ):
        factories.SystemFactory(
            fact__subject=chamber,
            fact__start=start,
            fact__end=end,
            fact__sentence_en=words,
            kind="parallel",
            threshold="7",
        )
    text = see(f"{LIST}one/")
    assert "Then." in text
    assert "Before." not in text
    assert "lists that win too little drop out (less than 7%)" in text
    assert "counted apart; a list needed 7% how votes became seats" in text
    assert "Voters of one district mark one candidate" in text


def test_a_system_that_is_not_settled_is_told_so(see, empty):
    one = make("one", day="2004")
    for start, end, kind in (
        ("1999", "2004-06-01", "parallel"),
        ("2004-06-01", "..", "list"),
    ):
        factories.SystemFactory(
            fact__subject=one.institution, fact__start=start, fact__end=end, kind=kind
        )
    text = see(f"{LIST}one/")
    assert "the sources do not settle which" in text
    assert "mark one party list" not in text
    assert "Rule" not in text


def test_rules_of_one_kind_are_drawn_even_where_which_one_held_is_open(see, empty):
    one = make("one", day="2004")
    for start, end in (("1999", "2004-06-01"), ("2004-06-01", "..")):
        factories.SystemFactory(
            fact__subject=one.institution,
            fact__start=start,
            fact__end=end,
            kind="list",
            threshold="7",
        )
    text = see(f"{LIST}one/")
    assert "the sources do not settle which" in text
    assert "mark one party list" in text
    assert "less than" not in text
    assert "Rule Party lists" in text


def test_a_system_that_no_source_states_is_a_gap(client, see, empty):
    one = make("one")
    factories.FactFactory(
        subject=one.institution,
        aspect="open-electoral-system",
        basis="gap",
        sentence_en="Nobody says how.",
    )
    page = client.get(f"{LIST}one/").page
    told = page.split('id="unstated"')[1].split("</dd>")[0]
    assert "how votes became seats" in told
    assert "<li>Nobody says how." in told
    assert 'id="system"' not in page


def test_the_seats_of_each_way_are_told_where_settled(see, empty):
    one = make("one")
    factories.SystemFactory(fact__subject=one.institution, kind="mixed")
    composition = factories.CompositionFactory(fact__subject=one.institution)
    factories.SeatPartFactory(composition=composition, way="list", seats=69)
    factories.SeatPartFactory(composition=composition, way="district", seats=29)
    text = see(f"{LIST}one/")
    assert "69 seats in all" in text
    assert "29 seats in all" in text


def test_a_referendum_has_no_seats_and_no_system(see, empty):
    make("one", kind="referendum")
    text = see(f"{LIST}one/")
    assert "How votes became seats" not in text
    assert "the turnout, votes and shares." in text
    assert "no seats" in see(LIST)


def test_a_president_is_elected_by_the_rule_of_the_presidency(see, empty):
    make("one", kind="president")
    presidency = factories.SubjectFactory(key="president")
    factories.SystemFactory(fact__subject=presidency, kind="direct")
    text = see(f"{LIST}one/")
    assert "How the vote was decided" in text
    assert "the winner takes the one post" in text
    assert "seats" not in text.partition("How the vote was decided")[0]


def test_the_votes_before_and_after_are_of_the_same_kind(client, three):
    make("later", day="2016-03-20")
    make("other", day="2014", kind="president")
    page = client.get(f"{LIST}late/").page
    assert f'href="{LIST}later/" rel="next"' in page
    assert 'rel="prev"' not in page


def test_a_page_leads_to_the_parliament_of_its_day(client, three):
    page = client.get(f"{LIST}late/").page
    assert 'href="/en/?on=2012-01-15"' in page
    assert 'href="/en/chambers/chamber-of-late/?on=2012-01-15"' in page


def test_what_is_incomplete_or_retired_does_not_show(see, empty):
    one = make("one")
    factories.FactFactory(subject=one.subject, aspect="result", sentence_en="A stub.")
    factories.FactFactory(subject=one.subject, sentence_en="A secret.", state="retired")
    factories.FactFactory(subject=one.subject, sentence_en="A remark.")
    text = see(f"{LIST}one/")
    assert "A stub." not in text
    assert "A secret." not in text
    assert "A remark." in text


def test_judgements_stand_with_their_speaker(see, empty):
    one = make("one")
    factories.AssessmentFactory(subject=one.subject)
    text = see(f"{LIST}one/")
    assert "not of this site" in text
    assert "A speaker, 2007" in text
