"""What the site's own content must show of elections, parties and people."""

from __future__ import annotations

import re
from datetime import date

import pytest

from elections.contestants.fetching import subjects_with_pages
from elections.models import ResultRow
from elections.votes.fetching import fetch_votes
from facts.models import Fact, Topic

NO_SEAT = {"0", "none to win"}
pytestmark = pytest.mark.django_db

WEDGE = r'<g class="seat [^"]+"><path [^>]*d="([^"]+)"'
VOTES = [
    "supreme-soviet-1990-03",
    "supreme-soviet-1994-03-07",
    "senate-1995-12-05",
    "senate-1997-10-08",
    "senate-1998-02-11",
    "senate-1999-09-17",
    "senate-2002-10-08",
    "senate-2005-08-19",
    "senate-2008-10",
    "senate-2011-08-19",
    "senate-2014-10-01",
    "senate-2017-06-28",
    "senate-2018-10-05",
    "senate-2020-08",
    "senate-2022-08-24",
    "senate-2023-01-14",
    "majilis-1995-12-09",
    "majilis-1999-10",
    "majilis-2004-09-19",
    "majilis-2007-08-18",
    "majilis-2012-01-15",
    "majilis-2016-03-20",
    "majilis-2021-01-10",
    "majilis-2023-03-19",
    "kurultai-2026-08-23",
    "president-1999-01",
    "president-2005-12",
    "president-2015-04-26",
    "president-2019-06-09",
    "president-2022-11-20",
    "referendum-1995-04-29",
    "referendum-1995-08-30",
    "referendum-2022-06-05",
    "referendum-2026-03-15",
]


def test_every_vote_has_its_page():
    assert sorted(vote.subject.key for vote in fetch_votes()) == sorted(VOTES)


def tables_of(page):
    """Each count of a page: its section, and the cells of its rows by column."""
    for section in page.split('<section class="count"')[1:]:
        section = section.split("</section>")[0]
        head = section.split("<thead>")[1].split("</thead>")[0]
        columns = re.findall(r">([^<>]+)</th>", head)
        body = section.split("<tbody>")[1].split("</tbody>")[0]
        rows = []
        for row in body.split("</tr>")[:-1]:
            cells = re.findall(r"<t[hd].*?</t[hd]>", row)
            texts = [re.sub(r"<[^>]+>", "", cell).strip() for cell in cells]
            rows.append(dict(zip(columns[1:], texts[1:], strict=True)) | {"": texts[0]})
        yield section, rows


def test_every_chart_of_every_vote_equals_its_table(client):
    seen = drawn = 0
    for key in VOTES:
        page = client.get(f"/en/elections/{key}/").page()
        for section, rows in tables_of(page):
            seen += sum(row[""] != "Not stated" for row in rows)
            bars = re.findall(r"<span>([^<]+)</span> <b>([\d.]+)%</b>", section)
            widths = re.findall(r'<rect x="0" y="1" width="([\d.]+)"', section)
            shares = [
                (row[""], row["Share"].removesuffix("%"))
                for row in rows
                if row.get("Share", "not stated") != "not stated"
            ]
            assert bars == shares
            assert widths == [share for _, share in shares]
            if 'class="hemicycle"' in section:
                drawn += 1
                drawing = section.split('class="hemicycle"')[1].split("</svg>")[0]
                wedges = re.findall(
                    r'<g class="seat [^"]+"><path [^>]*d="([^"]+)"', drawing
                )
                won = [int(row["Seats"]) for row in rows if row["Seats"] not in NO_SEAT]
                assert [wedge.count("M") for wedge in wedges] == won
                legend = re.findall(r"</svg>\s*([^<]+): (\d+)</li>", section)
                assert [int(seats) for _, seats in legend] == won
                assert drawing.endswith(f">{sum(won)}</text>")
    assert seen == ResultRow.objects.filter(result__fact__state="published").count()
    assert drawn >= 6


def test_the_senate_of_2023_is_told_as_preliminary(see):
    text = see("/en/elections/senate-2023-01-14/")
    for figure in (
        "Seats at stake 20 preliminary",
        "Candidates 55 preliminary",
        "Women elected 2 preliminary",
        "Smallest share of a winner 61.7% preliminary",
        "Largest share of a winner 90.9% preliminary",
    ):
        assert figure in text
    assert "10:45" in text


def head_of(client, key):
    """The head of a page of a vote: its text by the word that stands before it."""
    page = client.get(f"/en/elections/{key}/").page()
    head = page.split('<dl class="plain gist">')[1].split("</dl>")[0]
    head = re.sub(r"<details class=.sources.*?</details>", "", head, flags=re.DOTALL)
    parts = {}
    for part in head.split("<dt>")[1:]:
        name, rest = part.split("</dt>")
        parts[name] = " ".join(re.sub("<[^>]+>", " ", rest).split())
    return parts


@pytest.mark.parametrize(
    ("key", "asked", "result", "decided", "after"),
    [
        ("1995-04-29", "December 2000", "95%", "", "January 1999"),
        ("1995-08-30", "draft Constitution", "", "two chambers", "30 January 1996"),
        ("2022-06-05", "amend", "77.18%", "98 seats, not 107", "19 March 2023"),
        ("2026-03-15", "96 articles", "87.15%", "145 deputies", "1 July 2026"),
    ],
)
def test_a_referendum_says_what_was_asked_decided_and_done(
    client, key, asked, result, decided, after
):
    head = head_of(client, f"referendum-{key}")
    assert asked in head["Asked"]
    assert result in head.get("Result", "")
    assert decided in head.get("Decided", "")
    assert after in head["Afterwards"]


def test_heads_lead_with_what_is_known(client):
    head = head_of(client, "senate-2023-01-14")
    assert list(head)[:3] == ["Outcome", "Seats at stake", "Candidates"]
    assert head["Seats at stake"] == "20 preliminary"
    assert head["Smallest share of a winner"] == "61.7% preliminary"
    assert head["Largest share of a winner"] == "90.9% preliminary"
    head = head_of(client, "kurultai-2026-08-23")
    assert next(iter(head)) == "Outcome"
    assert head["Seats at stake"] == "145"
    assert head["Outcome"].startswith("According to one note of August 2026, Adilet")
    assert "asks for its facts to be verified" in head["Outcome"]


def test_no_head_leaves_the_reader_without_the_rule_or_what_came_after(client):
    unruled = ("referendum", "supreme-soviet-1990")
    for key in VOTES:
        head = head_of(client, key)
        assert "Rule" in head or key.startswith(unruled), key
        assert "Afterwards" in head or "Next vote" in head, key


def test_what_is_not_stated_is_told_once_on_every_page(client, see):
    for key in VOTES:
        page = client.get(f"/en/elections/{key}/").page()
        assert page.count("Our sources do not state:") <= 1, key
        assert "Not stated in the sources." not in page, key


def test_no_fact_repeats_the_day_of_its_vote(client):
    for key, day in (
        ("senate-2023-01-14", "14 January 2023"),
        ("majilis-2023-03-19", "19 March 2023"),
        ("referendum-2026-03-15", "15 March 2026"),
    ):
        page = client.get(f"/en/elections/{key}/").page()
        assert page.count(f'<p class="period">On {day}</p>') == 1, key


def test_the_count_of_disagreements_is_that_of_the_page(client):
    for key in VOTES:
        page = client.get(f"/en/elections/{key}/").page()
        shown = set(re.findall(r'href="(/en/disagreements/[a-z0-9-]+/)"', page))
        counted = re.search(r"(\d+) questions? on which the sources differ", page)
        assert int(counted[1] if counted else 0) == len(shown), key


def test_of_1994_only_the_stated_ends_are_drawn(client, see):
    text = see("/en/elections/supreme-soviet-1994-03-07/")
    assert text.count("No source states the steps between.") == 2
    assert "135 seats in all" in text
    assert "42 seats in all" in text
    assert "mark" not in text.split("How votes became seats")[1].split("What else")[0]
    page = client.get("/en/elections/supreme-soviet-1994-03-07/").page()
    ways = page.split('<ul class="ways">')[1].split("</ul>")[0]
    assert ways.count('class="arrow open"') == 2
    assert 'class="bar' not in ways


def test_the_plan_of_2020_is_older_than_the_vote_of_2019():
    plan = Fact.objects.get(key="president-2019-06-09-planned")
    assert plan.period.end.latest == date(2019, 6, 9)
    assert not plan.period.is_possible(date(2019, 6, 9))


@pytest.mark.parametrize(
    "key", [key for key in VOTES if key.startswith("majilis-") and "1995" not in key]
)
def test_the_seats_of_lists_are_drawn(client, key):
    page = client.get(f"/en/elections/{key}/").page()
    counts = list(tables_of(page))
    assert counts
    for section, _rows in counts:
        assert section.count('class="hemicycle"') == 1


def test_the_osce_speaks_of_the_president_and_not_of_the_senate(client):
    assert "odihr-2015" in client.get("/en/elections/president-2015-04-26/").page()
    page = client.get("/en/elections/senate-2014-10-01/").page()
    judged = page.split('id="judged"')[1].split("</section>")[0] if "judged" in page else ""
    assert "odihr-2015" not in judged


def test_the_shares_of_2016_pass_a_line_at_seven(client):
    page = client.get("/en/elections/majilis-2016-03-20/").page()
    assert page.count('d="M7 0v12"') == 6


def test_no_page_of_a_party_or_person_breaks(client):
    for topic, folder in ((Topic.PARTIES, "parties"), (Topic.PEOPLE, "people")):
        for subject in subjects_with_pages(topic):
            assert client.get(f"/en/{folder}/{subject.key}/?on=2010").status_code == 200
