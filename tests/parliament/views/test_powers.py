"""The pages on powers: the matrix of a day, its filters, and one power."""

from __future__ import annotations

import re
from datetime import date

import pytest

from facts.models import Citation, Fact, Passage
from parliament.aspects import POWER
from parliament.models import Procedure
from parliament.powers.procedures import ACTING, BODIES

pytestmark = pytest.mark.django_db

LIST = "/en/powers/"


def rows(page):
    """The rows of the matrix: slug and procedure, as the page shows them."""
    labels = {}
    for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL):
        slug = re.search(r'id="in-([a-z0-9-]+)"', row)
        label = re.search(r'class="cell[^"]*".*?<span>(.*?)</span>', row, re.DOTALL)
        if slug and label:
            labels[slug[1]] = label[1]
    return labels


def shown(client, query):
    return rows(client.get(f"{LIST}?{query}").page())


def expected(day, **wanted):
    facts = Fact.objects.published().filter(aspect=POWER, **wanted)
    year, month, of = map(int, day.split("-"))
    return {fact.subject.key for fact in facts.on(date(year, month, of))}


@pytest.mark.parametrize("day", ["2008-01-01", "2016-01-01", "2018-01-01", "2024-01-01"])
def test_the_matrix_holds_the_powers_of_the_day(client, day):
    assert set(shown(client, f"on={day}")) == expected(day) != set()


@pytest.mark.parametrize("procedure", Procedure.values)
@pytest.mark.parametrize("day", ["2016-01-01", "2026-08-01"])
def test_the_filter_on_the_procedure(client, day, procedure):
    right = expected(day, power__procedure=procedure)
    assert set(shown(client, f"on={day}&procedure={procedure}")) == right


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("day", ["2016-01-01", "2026-08-01"])
def test_the_filter_on_who_acts(client, day, body):
    acting = [procedure for procedure in Procedure if body in ACTING[procedure]]
    right = expected(day, power__procedure__in=acting)
    assert set(shown(client, f"on={day}&body={body}")) == right


def test_the_filters_on_matter_and_words(client):
    budget = set(shown(client, "on=2016-01-01&matter=budget"))
    assert budget == expected("2016-01-01", power__matter="budget") != set()
    assert "amnesty" in shown(client, "on=2016-01-01&words=AMNESTY")
    assert shown(client, "words=mazhilis") == shown(client, "words=majilis") != {}
    assert shown(client, "words=nothing+of+the+kind") == {}
    assert "No power fits." in client.get(f"{LIST}?words=nothing+of+the+kind").page()


def test_delegation_ended_in_march_2017(client):
    assert "laws-by-delegation" in shown(client, "on=2016-01-01")
    assert "delegating-law-making" in shown(client, "on=2017-03-09")
    for day in ("2017-03-10", "2018-01-01"):
        assert not {"laws-by-delegation", "delegating-law-making"} & set(
            shown(client, f"on={day}")
        )


def test_council_and_court_in_their_time(see):
    message = "/en/powers/yearly-message-on-legality/"
    council = see(f"{message}?on=2020-01-01")
    court = see(f"{message}?on=2024-01-01")
    how = council[council.index("How it works") : council.index("Its history")]
    assert "Constitutional Council" in how
    assert "Constitutional Court" not in how
    how = court[court.index("How it works") : court.index("Its history")]
    assert "Constitutional Court" in how
    assert "Constitutional Council" not in how


def test_the_kurultai_alone_has_powers_after_july_2026(client):
    labels = shown(client, "on=2026-09-01")
    assert labels
    assert set(labels.values()) == {"the Kurultai"}
    assert "the Kurultai" not in set(shown(client, "on=2026-06-30").values())


def test_what_the_next_moment_changes_is_marked(client):
    page = client.get(f"{LIST}?on=2016-01-01").page()
    assert "10 March 2017" in page
    marked = [
        re.search(r'id="in-([a-z0-9-]+)"', row)[1]
        for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)
        if "ends or changes next" in row
    ]
    assert "laws-by-delegation" in marked
    assert "passing-laws" not in marked


def test_the_part_is_that_region_and_nothing_else(client, htmx):
    address = f"{LIST}?body=senate&procedure=joint"
    whole = client.get(address).text
    part = htmx.get(address, headers={"hx-target": "matrix"})
    assert part.text.startswith('<div id="matrix">')
    assert whole.count(part.text) == 1
    assert "HX-Target" in part.headers["Vary"]
    dated = htmx.get(address, headers={"hx-target": "dated"}).text
    assert dated.startswith('<div id="dated"')
    assert part.text in dated


def test_a_power_opens_in_place(client, htmx):
    address = "/en/powers/amending-the-constitution/?on=2010"
    part = htmx.get(address, headers={"hx-target": "in-amending-the-constitution"}).text
    assert part.startswith('<div class="brief" id="in-amending-the-constitution"')
    assert client.get(address).text.count(part) == 1
    assert (
        '<div id="in-amending-the-constitution"></div>'
        in client.get(f"{LIST}?on=2010").page()
    )


def test_votes_follow_the_seats_of_the_day(see):
    address = "/en/powers/amending-the-constitution/"
    assert "36 of 47 in the Senate, 81 of 107 in the Mäjilis" in see(f"{address}?on=2010")
    assert "38 of 50 in the Senate, 74 of 98 in the Mäjilis" in see(f"{address}?on=2024")
    assert "74 of 98 in the Mäjilis" not in see(f"{address}?on=2026-09-01")


def test_the_date_bar_keeps_the_filters(client):
    page = client.get(f"{LIST}?on=2016&body=senate").page()
    assert '<input type="hidden" name="body" value="senate">' in page
    assert re.search(r'id="later" href="/en/powers/\?on=[\d-]+&amp;body=senate"', page)


def test_every_item_of_the_senate_articles_lists_is_a_power():
    sections = (
        "joint-sessions",
        "separate-sessions",
        "also-shall",
        "exclusive-powers",
        "each-chamber",
    )
    for section in sections:
        items = Passage.objects.filter(
            key__startswith=f"senate-article-{section}-", scope="cited"
        )
        assert items
        for item in items:
            cited = Citation.objects.filter(passage=item, fact__aspect=POWER)
            introduces = item.place_en.startswith(("heading", "paragraph"))
            assert cited.exists() or introduces, item.key


def test_an_unknown_power_is_not_found(client):
    assert client.get("/en/powers/nothing/").status_code == 404
    assert client.get("/en/powers/senate/").status_code == 404


@pytest.mark.parametrize("day", ["1940-01-01", "1950-01-01", "1991-12-31", "1994-06-01"])
def test_a_chamber_that_did_not_exist_had_no_powers(client, see, day):
    assert shown(client, f"on={day}") == {}
    assert "The sources tell of no power on this day." in see(f"{LIST}?on={day}")
    assert "No source tells of this power on this day." in see(
        f"/en/powers/passing-laws/?on={day}"
    )


def test_the_word_war_finds_war(client):
    slugs = set(shown(client, "on=2010-01-01&words=war"))
    assert slugs == {"deciding-war-and-peace", "armed-forces-abroad"}


def test_what_else_the_sources_tell_of_a_power_is_told_with_sources(client, see):
    address = "/en/powers/electing-human-rights-commissioner/"
    after = see(f"{address}?on=2026-09-01")
    section = after[after.index("What else the sources tell") :]
    assert "The President alone appoints the Human Rights Commissioner." in section
    assert section.index("1 source") < section.index("Its history")
    assert "What else the sources tell" not in see(f"{address}?on=2024-01-01")


def test_a_note_without_a_first_day_is_no_older_than_the_chambers(see):
    address = "/en/powers/hearing-ministers/"
    note = "The Government answered to the President and to Parliament."
    assert note in see(f"{address}?on=2010-01-01")
    assert note not in see(f"{address}?on=1994-06-01")
