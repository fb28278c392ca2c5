"""Every figure on a chart of results equals the table under it."""

from __future__ import annotations

import re

import pytest

from elections.charts import MARKS, UNSTATED, marks_of, seat_chart
from elections.votes.counts import ResultCount
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def count(empty):
    """A result of three parties on lists under a threshold of seven per cent."""
    election = factories.ElectionFactory(
        subject=factories.SubjectFactory(key="one", topic="elections")
    )
    factories.SystemFactory(fact__subject=election.institution, kind="list", threshold="7")
    result = factories.ResultFactory(fact__subject=election.subject)
    for key, share, seats in (("amanat", "71.4", 80), ("new", "7.2", 18), ("x", "3", 0)):
        factories.ResultRowFactory(
            result=result,
            label_en=key.title(),
            contestant=factories.SubjectFactory(key=key, topic="parties"),
            share=share,
            seats=seats,
        )
    return ResultCount(result.fact)


def table_of(page):
    """The cells of the table of results, row by row, without tags."""
    body = page.split('class="stack result"')[1].split("<tbody>")[1].split("</tbody>")[0]
    return [
        [
            re.sub(r"<[^>]+>", "", cell).strip()
            for cell in re.findall(r"<t[hd].*?</t[hd]>", row)
        ]
        for row in body.split("</tr>")[:-1]
    ]


def test_the_hemicycle_has_the_seats_of_the_table(client, count):
    page = client.get("/en/elections/one/").page()
    drawing = page.split('class="hemicycle"')[1].split("</svg>")[0]
    wedges = re.findall(r'<g class="seat [^"]+"><path [^>]*d="([^"]+)"', drawing)
    assert [wedge.count("M") for wedge in wedges] == [80, 18]
    assert drawing.endswith(">98</text>")
    legend = re.findall(r"</svg>\s*(\w+): (\d+)</li>", page)
    rows = [(row[0], row[2]) for row in table_of(page) if row[2] != "0"]
    assert legend == rows == [("Amanat", "80"), ("New", "18")]


def test_the_bars_have_the_shares_of_the_table(client, count):
    page = client.get("/en/elections/one/").page()
    figure = page.split('class="shares"')[1].split("</figure>")[0]
    told = re.findall(r"<span>(\w+)</span> <b>([\d.]+)%</b>", figure)
    widths = re.findall(r'<rect x="0" y="1" width="([\d.]+)"', figure)
    rows = [(row[0], row[1].removesuffix("%")) for row in table_of(page)]
    assert told == rows
    assert widths == [share for _, share in rows] == ["71.4", "7.2", "3"]
    assert figure.count('d="M7 0v12"') == 3
    assert "threshold of 7%" in figure


def test_without_all_seats_there_is_no_hemicycle(client, count):
    row = count.rows[1]
    factories.edit(type(row).objects.filter(pk=row.pk), seats=None)
    page = client.get("/en/elections/one/").page()
    assert 'class="hemicycle"' not in page
    assert "The seats are not drawn" in page


def test_votes_against_all_leave_no_seat_open(client, count):
    row = count.rows[2]
    factories.edit(type(row).objects.filter(pk=row.pk), seats=None, label_en="Against all")
    page = client.get("/en/elections/one/").page()
    assert page.split('class="hemicycle"')[1].split("</svg>")[0].endswith(">98</text>")
    assert ["Against all", "none to win"] in [[row[0], row[2]] for row in table_of(page)]


def test_seats_of_unknown_winners_are_drawn_and_counted(client):
    page = client.get("/en/elections/supreme-soviet-1994-03-07/").page()
    assert ">97 of 177 seats</h3>" in page
    drawing = page.split('class="hemicycle"')[1].split("</svg>")[0]
    wedges = re.findall(r'<g class="seat [^"]+"><path [^>]*d="([^"]+)"', drawing)
    assert sorted(wedge.count("M") for wedge in wedges) == [33, 64, 80]
    assert drawing.endswith(">177</text>")
    assert "not stated: 80</li>" in page
    assert "not stated <b>80</b>" in page
    assert ["Not stated", "80"] in table_of(page)


@pytest.mark.parametrize(("at_stake", "all_seats"), [(None, 98), (90, 98), (98, 98)])
def test_the_seats_of_the_rows_are_never_counted_as_fewer(count, at_stake, all_seats):
    told = ResultCount(count.fact, at_stake=at_stake)
    assert (told.without_holder, told.all_seats) == (0, all_seats)


def test_seats_at_stake_in_all_are_not_those_of_one_way(client, count):
    vote = count.fact.subject
    factories.FigureFactory(fact__subject=vote, measure="seats", value="150")
    factories.edit(type(count.result).objects.filter(pk=count.result.pk), way="list")
    page = client.get("/en/elections/one/").page()
    assert page.split('class="hemicycle"')[1].split("</svg>")[0].endswith(">98</text>")


def test_marks_tell_all_apart(count):
    assert len(set(MARKS)) == 16
    assert len({mark.split()[0] for mark in MARKS[:4]}) == 4
    assert len({mark.split()[1] for mark in MARKS[:4]}) == 4
    given = marks_of(count.rows)
    assert len(set(given.values())) == 3
    assert given[count.rows[0].pk] == MARKS[0]


def test_more_winners_than_marks_are_not_drawn(empty):
    result = factories.ResultFactory()
    for _ in range(len(MARKS) + 1):
        factories.ResultRowFactory(result=result, seats=1)
    count = ResultCount(result.fact)
    assert len(count.drawn) == len(MARKS)
    assert count.chart is None


def test_seats_of_which_no_source_says_who_won_them_are_drawn_last(db):
    patterns = [wedge.pattern for wedge in seat_chart([("solid in-sky", 5)], 3).wedges]
    assert patterns == ["solid in-sky", UNSTATED]
    with pytest.raises(ValueError, match="without seats"):
        seat_chart([], 0)


def test_the_turnout_is_drawn_for_one_kind_alone(client, empty):
    election = factories.ElectionFactory()
    factories.FigureFactory(fact__subject=election.subject, measure="turnout", value="54.2")
    assert 'class="share"' not in client.get("/en/elections/").page()
    assert 'width="54.2"' in client.get("/en/elections/?kind=majilis").page()
