"""The powers on a day, how many votes they take, and the matrix that shows them."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.models import Citation, Fact, Passage
from parliament.aspects import POWER
from parliament.models import Procedure, Share
from parliament.models.powers import FRACTIONS, votes_needed
from parliament.powers.matrix import all_powers, changes_of
from parliament.powers.procedures import ACTING, BODIES

LIST = "/en/powers/"


@pytest.mark.parametrize(
    ("share", "members", "needed"),
    [
        (Share.TWO_THIRDS, 98, 66),
        (Share.TWO_THIRDS, 50, 34),
        (Share.TWO_THIRDS, 145, 97),
        (Share.TWO_THIRDS, 47, 32),
        (Share.TWO_THIRDS, 107, 72),
        (Share.THREE_QUARTERS, 98, 74),
        (Share.THREE_QUARTERS, 50, 38),
        (Share.THREE_QUARTERS, 145, 109),
        (Share.FOUR_FIFTHS, 98, 79),
        (Share.FOUR_FIFTHS, 50, 40),
        (Share.ONE_FIFTH, 98, 20),
        (Share.ONE_FIFTH, 145, 29),
        (Share.ONE_THIRD, 50, 17),
        (Share.MAJORITY, 98, 50),
        (Share.MAJORITY, 50, 26),
        (Share.MAJORITY, 145, 73),
    ],
)
def test_a_share_in_votes(share, members, needed):
    assert votes_needed(share, members) == needed


@given(st.sampled_from(list(FRACTIONS)), st.integers(1, 1000))
def test_a_share_is_the_fewest_votes_that_reach_it(share, members):
    needed = votes_needed(share, members)
    assert Fraction(needed, members) >= FRACTIONS[share] > Fraction(needed - 1, members)


@given(st.integers(1, 1000))
def test_a_majority_is_more_than_half(members):
    needed = votes_needed(Share.MAJORITY, members)
    assert needed * 2 > members >= (needed - 1) * 2


@pytest.mark.parametrize(
    ("share", "members", "why"),
    [("most", 10, "not a valid Share"), (Share.MAJORITY, 0, "without members")],
)
def test_nonsense_has_no_votes(share, members, why):
    with pytest.raises(ValueError, match=why):
        votes_needed(share, members)


def rows(page):
    """The rows of the matrix: slug and procedure, as the page shows them."""
    found = {}
    for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL):
        slug = re.search(r'id="in-([a-z0-9-]+)"', row)
        label = re.search(r'class="cell[^"]*".*?<span>(.*?)</span>', row, re.DOTALL)
        if slug and label:
            found[slug[1]] = label[1]
    return found


def shown(client, query):
    return rows(client.get(f"{LIST}?{query}").page)


def expected(day, **wanted):
    from datetime import date

    facts = Fact.objects.published().filter(aspect=POWER, **wanted)
    year, month, of = map(int, day.split("-"))
    return {fact.subject.key for fact in facts.on(date(year, month, of))}


@pytest.mark.django_db
@pytest.mark.parametrize("day", ["2008-01-01", "2016-01-01", "2018-01-01", "2024-01-01"])
def test_the_matrix_holds_the_powers_of_the_day(client, day):
    assert set(shown(client, f"on={day}")) == expected(day) != set()


@pytest.mark.django_db
@pytest.mark.parametrize("procedure", Procedure.values)
@pytest.mark.parametrize("body", ["", *BODIES])
def test_every_filter_gives_the_right_rows(client, body, procedure):
    for day in ("2016-01-01", "2026-08-01"):
        wanted = {"power__procedure": procedure}
        right = expected(day, **wanted)
        if body and body not in ACTING[procedure]:
            right = set()
        assert set(shown(client, f"on={day}&body={body}&procedure={procedure}")) == right


@pytest.mark.django_db
def test_the_filters_on_matter_and_words(client):
    found = set(shown(client, "on=2016-01-01&matter=budget"))
    assert found == expected("2016-01-01", power__matter="budget") != set()
    assert "amnesty" in shown(client, "on=2016-01-01&words=AMNESTY")
    assert shown(client, "words=mazhilis") == shown(client, "words=majilis") != {}
    assert shown(client, "words=nothing+of+the+kind") == {}
    assert "No power fits." in client.get(f"{LIST}?words=nothing+of+the+kind").page


@pytest.mark.django_db
def test_delegation_ended_in_march_2017(client):
    assert "laws-by-delegation" in shown(client, "on=2016-01-01")
    assert "delegating-law-making" in shown(client, "on=2017-03-09")
    for day in ("2017-03-10", "2018-01-01"):
        assert not {"laws-by-delegation", "delegating-law-making"} & set(
            shown(client, f"on={day}")
        )


@pytest.mark.django_db
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


@pytest.mark.django_db
def test_the_kurultai_alone_has_powers_after_july_2026(client):
    found = shown(client, "on=2026-09-01")
    assert found
    assert set(found.values()) == {"the Kurultai"}
    assert "the Kurultai" not in set(shown(client, "on=2026-06-30").values())


@pytest.mark.django_db
def test_what_the_next_moment_changes_is_marked(client):
    page = client.get(f"{LIST}?on=2016-01-01").page
    assert "10 March 2017" in page
    marked = [
        re.search(r'id="in-([a-z0-9-]+)"', row)[1]
        for row in re.findall(r"<tr>(.*?)</tr>", page, re.DOTALL)
        if "ends or changes next" in row
    ]
    assert "laws-by-delegation" in marked
    assert "passing-laws" not in marked


@pytest.mark.django_db
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


@pytest.mark.django_db
def test_a_power_opens_in_place(client, htmx):
    address = "/en/powers/amending-the-constitution/?on=2010"
    part = htmx.get(address, headers={"hx-target": "in-amending-the-constitution"}).text
    assert part.startswith('<div class="brief" id="in-amending-the-constitution"')
    assert client.get(address).text.count(part) == 1
    assert (
        '<div id="in-amending-the-constitution"></div>'
        in client.get(f"{LIST}?on=2010").page
    )


@pytest.mark.django_db
def test_votes_follow_the_seats_of_the_day(see):
    address = "/en/powers/amending-the-constitution/"
    assert "36 of 47 in the Senate, 81 of 107 in the Mäjilis" in see(f"{address}?on=2010")
    assert "38 of 50 in the Senate, 74 of 98 in the Mäjilis" in see(f"{address}?on=2024")
    assert "74 of 98 in the Mäjilis" not in see(f"{address}?on=2026-09-01")


@pytest.mark.django_db
def test_the_date_bar_keeps_the_filters(client):
    page = client.get(f"{LIST}?on=2016&body=senate").page
    assert '<input type="hidden" name="body" value="senate">' in page
    assert re.search(r'id="later" href="/en/powers/\?on=[\d-]+&amp;body=senate"', page)


@pytest.mark.django_db
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


@pytest.mark.django_db
def test_an_unknown_power_is_not_found(client):
    assert client.get("/en/powers/nothing/").status_code == 404
    assert client.get("/en/powers/senate/").status_code == 404


@pytest.mark.django_db
@pytest.mark.parametrize("day", ["1940-01-01", "1950-01-01", "1991-12-31", "1994-06-01"])
def test_a_chamber_that_did_not_exist_had_no_powers(client, see, day):
    assert shown(client, f"on={day}") == {}
    assert "The sources tell of no power on this day." in see(f"{LIST}?on={day}")
    assert "No source tells of this power on this day." in see(
        f"/en/powers/passing-laws/?on={day}"
    )


@pytest.mark.django_db
def test_only_known_days_are_changes():
    days = {str(moment.day) for moment in changes_of(all_powers())}
    assert {"2007-05-21", "2017-03-10", "2023-01-01", "2026-07-01"} <= days
    assert not {"2007-05-20", "2022-12-31", "1996-12-31"} & days


@pytest.mark.django_db
def test_the_word_war_finds_war(client):
    found = set(shown(client, "on=2010-01-01&words=war"))
    assert found == {"deciding-war-and-peace", "armed-forces-abroad"}
