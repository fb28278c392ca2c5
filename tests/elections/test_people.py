from __future__ import annotations

import re

import pytest

from facts.models import Fact
from parliament.models import Membership
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/en/people/"


def test_everybody_with_a_post_is_listed(client):
    page = client.get(LIST).page
    found = set(re.findall(rf'href="{LIST}([a-z-]+)/"', page))
    people = set(Membership.objects.values_list("person__key", flat=True))
    assert people <= found
    for key in people:
        assert client.get(f"{LIST}{key}/").status_code == 200


def test_posts_stand_with_their_dates_and_chambers(client, see):
    text = see(f"{LIST}marat-ospanov/")
    assert "Chair of the Mäjilis From" in text
    page = client.get(f"{LIST}marat-ospanov/").page
    assert re.search(r'href="/en/chambers/majilis/\?on=\d{4}-\d\d-\d\d">', page)


def test_a_day_marks_the_posts_of_that_day(client):
    fact = Membership.objects.get(
        person__key="marat-ospanov", post="chair", fact__subject__key="majilis"
    ).fact
    inside = fact.start_latest.isoformat()
    page = client.get(f"{LIST}marat-ospanov/?on={inside}").page
    assert page.count('class="shown" aria-current="date"') == 1
    page = client.get(f"{LIST}marat-ospanov/?on=2025-01-01").page
    assert 'class="shown" aria-current="date"' not in page


def test_names_in_other_scripts_are_marked(client):
    page = client.get(f"{LIST}kassym-jomart-tokayev/").page
    assert '<span lang="kk">Қасым-Жомарт Тоқаев</span>' in page
    assert '<span lang="kk-Latn">Qasym-Jomart Toqaev</span>' in page


def test_elections_stood_in_are_told(see, empty):
    person = factories.SubjectFactory(key="somebody", topic="people")
    election = factories.ElectionFactory(kind="president", day="2005-12-04")
    result = factories.ResultFactory(fact__subject=election.subject)
    factories.ResultRowFactory(
        result=result, label_en="A Somebody", contestant=person, share="91.15"
    )
    text = see(f"{LIST}somebody/")
    assert f"{election.subject.name_en} A Somebody not stated 91.15%" in text
    assert "91.15% not stated" not in text


def test_a_retired_post_does_not_show(client, empty):
    person = factories.SubjectFactory(key="somebody", topic="people")
    fact = factories.FactFactory(aspect="chair", sentence_en="", state="retired")
    factories.MembershipFactory(fact=fact, person=person)
    assert client.get(f"{LIST}somebody/").status_code == 404


def test_an_unknown_person_is_not_found(client):
    assert client.get(f"{LIST}nobody/").status_code == 404


@pytest.mark.parametrize("address", [LIST, f"{LIST}marat-ospanov/?on=1997"])
def test_the_part_is_that_region_of_the_page(client, htmx, address):
    part = htmx.get(address).text
    assert part.startswith('<div id="dated"')
    assert client.get(address).text.count(part) == 1


def test_who_stood_for_no_seat_is_told_of_none(see):
    text = see(f"{LIST}kassym-jomart-tokayev/")
    stood = text.split("Elections stood in")[1]
    assert "Share Sources" in stood
    assert "Seats" not in stood.split("What else")[0]


def test_who_held_no_post_has_no_empty_list_of_posts(see):
    text = see(f"{LIST}honorary-senator/")
    assert "Posts" not in text
    assert "no post is certain" not in text
    assert "is marked" not in text


def test_what_is_marked_is_said_only_where_something_is(see):
    assert "On 1 January 2025 no post is certain." in see(
        f"{LIST}marat-ospanov/?on=2025-01-01"
    )
    assert "What was held on 1 January 1998 is marked." in see(
        f"{LIST}marat-ospanov/?on=1998-01-01"
    )


def test_a_vote_won_without_a_number_is_told_beside_those_with_one(see):
    text = see(f"{LIST}nursultan-nazarbayev/").split("Elections stood in")[1]
    days = ["January 1999", "December 2005", "26 April 2015"]
    places = [text.index(f"Presidential election of {day}") for day in days]
    assert places == sorted(places)
    assert "no share of the votes here" in text
    tokayev = see(f"{LIST}kassym-jomart-tokayev/")
    assert "no share of the votes here" not in tokayev
    assert tokayev.count("Presidential election of 9 June 2019") == 2


def test_who_is_named_without_having_won_is_not_told_as_a_winner(see, empty):
    person = factories.SubjectFactory(key="somebody", name_en="Somebody", topic="people")
    factories.MembershipFactory(person=person)
    vote = factories.ElectionFactory(kind="president", day="").subject
    held = factories.FactFactory(
        subject=vote, aspect="held", sentence_en="Somebody lost to Another."
    )
    assert "Elections stood in" not in see(f"{LIST}somebody/")
    factories.WinnerFactory(fact=held, contestant=person)
    assert vote.name_en in see(f"{LIST}somebody/").split("Elections stood in")[1]


def test_a_retired_vote_is_not_told_of_its_winner(see):
    held = Fact.objects.filter(key="president-2015-04-26-held")
    factories.edit(held, state="retired")
    assert "26 April 2015" not in see(f"{LIST}nursultan-nazarbayev/")


def test_the_first_line_says_who_it_is(client):
    def lead(address):
        return re.findall(
            r'<p class="lead">([^<]*)</p>', client.get(f"{LIST}{address}").page
        )

    end = "from 28 January 1993 at the latest to some day in March 2019."
    for day in ("1999", "2025"):
        assert lead(f"nursultan-nazarbayev/?on={day}") == [
            f"President of Kazakhstan, {end}"
        ]
    began = "President of Kazakhstan, from some day in March 2019."
    also = " Other posts: Chair of Amanat, Chair of the Senate."
    assert lead("kassym-jomart-tokayev/?on=2024") == [began + also]
    (chair,) = lead("kassym-jomart-tokayev/?on=2010")
    assert chair.startswith("Chair of the Senate, from")
    (chair,) = lead("yerlan-koshanov/")
    assert chair.startswith("Chair of the Mäjilis, from 31 March 2023 at the latest")
    assert chair.endswith("to 30 June 2026. Other posts: Chair of Amanat.")
    assert lead("honorary-senator/") == []


@pytest.mark.parametrize(
    ("key", "said"),
    [
        ("sergey-lavrov", "Sergei Lavrov was Foreign Minister of Russia."),
        ("lyudmila-filaretova", "Lyudmila Filaretova was a deputy of the Supreme Soviet."),
        ("amirjan-kosanov", "Amirjan Kosanov of Ūlt Tağdyry stood for President and"),
        ("tatyana-kvyatkovskaya", "Tatyana Kvyatkovskaya was a journalist and had been"),
    ],
)
def test_who_held_no_post_is_told_by_what_is_known_first(client, key, said):
    page = client.get(f"{LIST}{key}/").page
    (lead,) = re.findall(r'<p class="lead">(.*?)</p>', page)
    assert re.sub("<[^>]+>", "", lead).startswith(said)
    head, _, rest = page.partition("What else the sources tell")
    assert page.count(f">{lead}</p>") == 1
    assert "sources" in head.split('class="lead"')[1]
    assert lead not in rest


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("ermuhamet-ertysbaev", "Chair of People&#x27;s Party"),
        ("ashat-raqymjanov", "Chair of Nationwide Social Democratic Party"),
        ("ali-bektaev", "Chair of Auyl"),
    ],
)
def test_a_post_is_named_with_its_party(client, key, title):
    page = client.get(f"{LIST}{key}/").page
    assert f'<p class="lead">{title}, ' in page
