from __future__ import annotations

import re
from datetime import date

import pytest

from elections.contestants.posts import PersonPosts
from parliament.models import Membership
from tests import factories
from tests.elections.building import PEOPLE

pytestmark = pytest.mark.django_db


def test_posts_stand_with_their_dates_and_chambers(client, see):
    text = see(f"{PEOPLE}marat-ospanov/")
    assert "Chair of the Mäjilis From" in text
    page = client.get(f"{PEOPLE}marat-ospanov/").page()
    assert re.search(r'href="/en/chambers/majilis/\?on=\d{4}-\d\d-\d\d">', page)


def test_a_day_marks_the_posts_of_that_day(client):
    fact = Membership.objects.get(
        person__key="marat-ospanov", post="chair", fact__subject__key="majilis"
    ).fact
    inside = fact.start_latest.isoformat()
    page = client.get(f"{PEOPLE}marat-ospanov/?on={inside}").page()
    assert page.count('class="shown" aria-current="date"') == 1
    page = client.get(f"{PEOPLE}marat-ospanov/?on=2025-01-01").page()
    assert 'class="shown" aria-current="date"' not in page


def test_who_held_no_post_has_no_empty_list_of_posts(see):
    text = see(f"{PEOPLE}honorary-senator/")
    assert "Posts" not in text
    assert "no post is certain" not in text
    assert "is marked" not in text


def test_what_is_marked_is_said_only_where_something_is(see):
    assert "On 1 January 2025 no post is certain." in see(
        f"{PEOPLE}marat-ospanov/?on=2025-01-01"
    )
    assert "What was held on 1 January 1998 is marked." in see(
        f"{PEOPLE}marat-ospanov/?on=1998-01-01"
    )


def test_the_first_line_says_who_it_is(client):
    def lead(address):
        return re.findall(
            r'<p class="lead">([^<]*)</p>', client.get(f"{PEOPLE}{address}").page()
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
    ("key", "title"),
    [
        ("ermuhamet-ertysbaev", "Chair of People&#x27;s Party"),
        ("ashat-raqymjanov", "Chair of Nationwide Social Democratic Party"),
        ("ali-bektaev", "Chair of Auyl"),
    ],
)
def test_a_post_is_named_with_its_party(client, key, title):
    page = client.get(f"{PEOPLE}{key}/").page()
    assert f'<p class="lead">{title}, ' in page


def chair_of(key, topic, start, end):
    """A chair of the body ``key`` that one person held."""
    body = factories.SubjectFactory(key=key, name_en=key.title(), topic=topic)
    return factories.MembershipFactory(
        fact__subject=body, fact__start=start, fact__end=end, person__key=f"chair-of-{key}"
    ).fact


def test_the_first_line_tells_the_posts_of_the_day_or_the_nearest(empty):
    facts = [
        chair_of("otan", "parties", "1999", "2004"),
        chair_of("senate", "parliament", "2004", "2010"),
        chair_of("court", "parliament", "2005", "2007"),
    ]

    def lead(year):
        posts = PersonPosts(facts, date(year, 6, 1))
        return [post.fact.subject.key for post in posts.lead], posts.other_titles

    assert lead(2006) == (["senate", "court"], ["Chair of Otan"])
    assert lead(2000) == (["otan"], ["Chair of the Senate", "Chair of the Court"])
    assert lead(2020)[0] == ["court"]
    assert lead(1990)[0] == ["senate"]


def test_a_post_in_a_party_is_told_first_of_those_who_held_no_other(empty):
    fact = chair_of("otan", "parties", "1999", "2004")
    posts = PersonPosts([fact], date(2020, 1, 1))
    assert [post.fact for post in posts.lead] == [fact]
    assert posts.sure == []
    assert not PersonPosts([], date(2020, 1, 1))


def test_a_post_leads_to_its_body_on_its_first_sure_day(empty):
    fact = chair_of("senate", "parliament", "[2004-01-01..2004-02-01]", "2010")
    (held,) = PersonPosts([fact], date(2005, 1, 1)).all
    assert held.is_sure
    assert held.title == "Chair of the Senate"
    assert held.address == "/en/chambers/senate/?on=2004-02-01"
    assert held.person_address == "/en/people/chair-of-senate/"
