from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/en/parties/"


def party(key, *names):
    """A party with a fact for each of its names: text, start, end."""
    subject = factories.SubjectFactory(key=key, name_en=key.title(), topic="parties")
    for text, start, end in names:
        naming = factories.FactFactory(
            subject=subject, aspect="name", start=start, end=end, sentence_en="Named."
        )
        factories.NameFactory(fact=naming, text=text)
    return subject


@pytest.fixture
def amanat(empty):
    return party(
        "amanat",
        ("Otan", "1999-02-12", "2006-12-22"),
        ("Nur Otan", "2006-12-22", "2022-03-01"),
        ("Amanat", "2022-03-01", ".."),
    )


def heading(client, address):
    return re.search(r"<h1>(.+?)</h1>", client.get(address).page)[1]


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("", "Amanat"),
        ("?on=2016", "Nur Otan"),
        ("?on=2006-12-21", "Otan"),
        ("?on=2006-12-22", "Nur Otan"),
        ("?on=2023-03-19", "Amanat"),
        ("?on=1990", "Otan"),
    ],
)
def test_a_page_uses_the_name_of_its_date(client, amanat, query, name):
    assert heading(client, f"{LIST}amanat/{query}") == name


def gist(client, address):
    told = client.get(address).page.split('class="plain gist"')[1].split("</dl>")[0]
    return " ".join(re.sub("<[^>]+>", " ", told).split())


def test_the_head_tells_when_it_took_its_name_and_what_it_was_called(client, amanat):
    text = gist(client, f"{LIST}amanat/")
    assert text.index("Amanat from 1 March 2022") < text.index("Other names")
    nur_otan = text.index("Nur Otan from 22 December 2006 to 28 February 2022")
    assert text.index("Other names") < nur_otan < text.index("Otan from 12 February 1999")
    text = gist(client, f"{LIST}amanat/?on=2016")
    assert "Name Nur Otan from 22 December 2006" in text


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
    text = gist(client, f"{LIST}amanat/")
    assert "new: 62 of 98 seats" in text


def test_names_stand_by_their_letters_and_not_by_their_marks(client, empty):
    for name in ("Zhovtis", "Äli", "Ömirbek", "Albert", "Olga"):
        party(name.encode("ascii", "ignore").decode().lower(), (name, "2000", ".."))
    page = client.get(LIST).page
    places = [page.index(f">{name}<") for name in ("Albert", "Äli", "Olga", "Ömirbek")]
    assert places == sorted(places)
    assert places[-1] < page.index(">Zhovtis<")


def test_two_parties_of_one_name_are_told_apart_to_a_search_engine(client):
    pages = [client.get(f"{LIST}adilet-{year}/").page for year in (2004, 2026)]
    told = [re.search('name="description" content="([^"]+)"', one)[1] for one in pages]
    assert told[0] != told[1]


def test_a_day_before_every_name_is_told_so(see, amanat):
    assert "give it no name on 31 December 1990" in see(f"{LIST}amanat/?on=1990")


def test_the_real_party_has_the_names_of_its_dates(client):
    assert heading(client, f"{LIST}amanat/?on=2016") == "Nur Otan"
    assert heading(client, f"{LIST}amanat/?on=2023-03-19") == "Amanat"
    page = client.get(f"{LIST}amanat/").page
    link = page.split("<b>Amanat</b>")[1].split("</section>")[0]
    assert "party-and-place-names-amanat" in link


@pytest.mark.parametrize(
    ("slug", "key"),
    [("nur-otan", "amanat"), ("otan", "amanat"), ("cppk", "peoples-party")],
)
@pytest.mark.parametrize("query", ["", "?on=2016"])
def test_a_former_name_leads_on_for_good(client, slug, key, query):
    response = client.get(f"{LIST}{slug}/{query}")
    assert response.status_code == 301
    assert response.headers["Location"] == f"{LIST}{key}/{query}"


def test_a_name_that_two_parties_bore_leads_to_the_list(client, empty):
    party("one", ("Adilet", "2004", "2013"))
    party("two", ("Adilet", "2026", ".."))
    response = client.get(f"{LIST}adilet/?on=2010")
    assert response.status_code == 302
    assert response.headers["Location"] == f"{LIST}?on=2010"


def test_an_unknown_party_is_not_found(client, amanat):
    factories.SubjectFactory(key="untold", topic="parties")
    assert client.get(f"{LIST}nothing/").status_code == 404
    assert client.get(f"{LIST}untold/").status_code == 404


def test_names_and_mergers_are_drawn_and_listed(client, see, amanat):
    asar = party("asar", ("Asar", "2003", "2006-09-25"))
    factories.MergerFactory(fact__subject=asar, fact__start="2006-09-25", into=amanat)
    page = client.get(f"{LIST}amanat/").page
    part = page.split('class="lanes"')[1].split("</section>")[0]
    assert part.count('<svg class="lane"') == 5
    assert [re.sub("<[^>]+>", "", one) for one in re.findall(r"<p><b>(.+?)</b>", part)] == [
        "Otan",
        "Asar",
        "Asar joined it",
        "Nur Otan",
        "Amanat",
    ]
    text = see(f"{LIST}amanat/")
    assert "Asar joined it" in text
    assert "It joined Otan (later Nur Otan, Amanat)" in see(f"{LIST}asar/")


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
    page = client.get(f"{LIST}amanat/").page
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


def test_the_list_shows_the_parties_of_a_day(client, see, amanat):
    party("asar", ("Asar", "2003", "2006-09-25"))
    general = factories.FactFactory(subject__topic="parties").subject
    text = see(LIST)
    assert "Amanat" in text
    assert "Asar" in text
    assert general.name_en in text
    assert "Of 2 parties that our sources name, 1 surely bore its name on" in see(
        f"{LIST}?on=2016"
    )
    page = client.get(f"{LIST}?on=2005").page
    assert '<a href="/en/parties/amanat/?on=2005">Otan</a>' in page
    assert '<a href="/en/parties/asar/?on=2005">Asar</a>' in page


@pytest.mark.parametrize("address", [LIST, f"{LIST}?on=2016", f"{LIST}amanat/?on=2016"])
def test_the_part_is_that_region_of_the_page(client, htmx, address):
    part = htmx.get(address).text
    assert part.startswith('<div id="dated"')
    assert client.get(address).text.count(part) == 1


def test_a_bad_date_is_refused(client):
    assert client.get(f"{LIST}?on=banana").status_code == 400
    assert client.get(f"{LIST}nur-otan/?on=banana").status_code == 400


def test_two_parties_of_one_name_have_titles_of_their_own(client):
    for year in ("2004", "2026"):
        page = client.get(f"{LIST}adilet-{year}/").page
        assert f"<title>Adilet (the party of {year}" in page
    assert "<title>Nur Otan on" in client.get(f"{LIST}amanat/?on=2016").page


def names_of(table: str) -> list[str]:
    """The parties that the rows of a table are about."""
    return re.findall(r'<th scope="row"><a [^>]*>([^<]*)</a>', table)


def test_the_list_of_a_day_tells_the_sure_from_the_possible(client, empty):
    party("sure", ("Sure", "2001", "2005"))
    party("earlier", ("Earlier", "[..2004-01-01]", "2005"))
    party("later", ("Later", "2001", "[2002-01-01..]"))
    party("gone", ("Gone", "1999", "2001"))
    page = client.get(f"{LIST}?on=2003").page
    sure, perhaps = page.split("Perhaps there on that day")
    assert names_of(sure) == ["Sure"]
    assert names_of(perhaps) == ["Earlier", "Later"]
    assert "Perhaps there" not in client.get(LIST).page


def test_a_day_without_a_sure_party_has_no_empty_table(client):
    page = client.get(f"{LIST}?on=1994").page
    assert "Of 22 parties that our sources name, 0 surely bore their names" in page
    assert page.count("<table") == 1
    assert page.index("Perhaps there") < page.index("<table")


def test_a_name_that_may_have_held_is_not_told_as_sure(client, see):
    sure = "Named as on 29 March 2023"
    perhaps = "do not say whether it bore this name on 30 March 2023"
    assert sure in see(f"{LIST}amanat/?on=2023-03-29")
    text = see(f"{LIST}amanat/?on=2023-03-30")
    assert perhaps in text
    assert "Named as on" not in text


def test_the_head_says_where_the_end_is_not_told(client):
    said = "Its end How and when Amanat ended, or whether it did, is not stated"
    assert said in gist(client, f"{LIST}amanat/")
    assert "Its end" not in gist(client, f"{LIST}amanat/?on=2026-08-18")
    assert "Its end" not in gist(client, f"{LIST}adal/")


@pytest.mark.parametrize(
    ("key", "before", "after"),
    [
        ("baytaq", "2022-12-30", "2022-12-31"),
        ("respublica", "2023-01-30", "2023-01-31"),
        ("auyl", "2007-08-17", "2007-08-18"),
    ],
)
def test_a_name_is_sure_from_the_registration_or_vote_told(client, key, before, after):
    address = f'<th scope="row"><a href="{LIST}{key}/?on='
    early, late = (client.get(f"{LIST}?on={day}").page for day in (before, after))
    assert address in early.split('id="perhaps"')[1]
    assert address in late.split('id="perhaps"')[0]


def test_a_party_that_joined_another_says_so_first(client):
    page = client.get(f"{LIST}adal/?on=2023").page
    (lead,) = re.findall(r'<p class="lead">(.*?)</p>', page)
    assert re.sub("<[^>]+>", "", lead) == ("On 26 April 2022 it became part of Amanat.")
    assert f'href="{LIST}amanat/?on=2023"' in lead
    assert "it was gone. This is its last name, from" in page
    assert 'class="lead"' not in client.get(f"{LIST}adal/?on=2022-04-25").page


@pytest.mark.parametrize(
    ("key", "query", "said"),
    [
        (
            "asar",
            "",
            "On 25 September 2006 it became part of Otan (later Nur Otan, Amanat).",
        ),
        (
            "asar",
            "?on=2016",
            "On 25 September 2006 it became part of Otan (later Nur Otan).",
        ),
        ("rukhaniyat", "", "In 2013 it became part of Birlik (later Adal)."),
        (
            "civic-party",
            "?on=2007",
            "Between 26 September 2006 and 31 December 2006 it became part of Otan"
            " (later Nur Otan).",
        ),
    ],
)
def test_a_party_joined_one_that_had_the_name_of_that_day(client, key, query, said):
    page = client.get(f"{LIST}{key}/{query}").page
    (lead,) = re.findall(r'<p class="lead">(.*?)</p>', page)
    assert re.sub("<[^>]+>", "", lead) == said
    row = page.split("<dt>Went into</dt>")[1].split("</dd>")[0]
    assert "record" in row


def test_the_queries_of_parties_do_not_grow(client, empty, django_assert_num_queries):
    into = party("amanat", ("Otan", "1999", "2006"), ("Amanat", "2006", ".."))

    def join(key):
        one = party(key, (key.title(), "2003", "2006-09-25"))
        merged = factories.MergerFactory(
            fact__subject=one, fact__start="2006-09-25", into=into
        )
        factories.CitationFactory(fact=merged.fact)

    def asked():
        for address in (LIST, f"{LIST}?on=2016", f"{LIST}amanat/", f"{LIST}one/"):
            client.get(address)

    join("one")
    asked()
    with CaptureQueriesContext(connection) as few:
        asked()
    for key in ("two", "three", "four"):
        join(key)
    with django_assert_num_queries(len(few)):
        asked()


def test_seats_of_one_way_stand_beside_all_where_they_are_all(client):
    page = client.get(f"{LIST}amanat/").page
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


def test_what_one_note_reports_of_2026_stands_with_its_speaker(see):
    said = "According to one note of August 2026, Adilet won about 71% in the Kurultai"
    text = see(f"{LIST}adilet-2026/")
    assert said in text
    assert "Our sources give no counted result under this name." in text


def test_the_first_vote_of_auyl_is_told_by_one_of_the_five_documents(client):
    page = client.get(f"{LIST}auyl/").page.split("<dt>Name</dt>")[1].split("</dd>")[0]
    assert "Embassy page" in page


def test_parties_in_general_won_nothing(see):
    assert "What it won" not in see(f"{LIST}political-parties/")


def test_each_list_of_2026_has_its_candidates(see):
    lists = {
        "adilet-2026": 186,
        "respublica": 75,
        "peoples-party": 72,
        "auyl": 69,
        "aq-jol": 63,
        "baytaq": 47,
        "nsdp": 33,
    }
    assert sum(lists.values()) == 545
    for key, number in lists.items():
        told = (
            f"For the Kurultai election of 23 August 2026 its list had {number} candidates."
        )
        assert told in see(f"{LIST}{key}/")
