"""The pages on members: the rules of a day, and the check against them."""

from __future__ import annotations

import logging
import re

import pytest

pytestmark = pytest.mark.django_db
CHECK = "/en/members/check/"
WOMAN = "age=28&citizen=yes&country=28&region=28&education=yes&work=6"


def test_the_page_answers_each_rule_with_its_source_and_compares_two_days(client, see):
    address = f"{CHECK}?role=senator&day=2010-01-01&other=2024-01-01&{WOMAN}"
    text = see(address)
    assert "1 January 2010 No." in text
    assert "1 January 2024 No." in text
    assert "A senator had to be at least 30 years old." in text
    assert text.count("not met") == 2
    page = client.get(address).page()
    first = page[page.index('id="answer-1"') : page.index('id="answer-2"')]
    assert first.count('data-label="Answer"') == 6
    assert first.count('<details class="sources">') == 6
    assert "Not asked here" in first
    kurultai = see(f"{CHECK}?role=kurultai-deputy&day=2026-09-01&{WOMAN}")
    assert "1 September 2026 Yes, as far as asked." in kurultai


def test_after_the_senate_there_is_no_rule_for_senators(see):
    text = see(f"{CHECK}?role=senator&day=2026-09-01&{WOMAN}")
    assert "There was no such chamber on this day." in text


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("age", "-3", "Years cannot be fewer than 0."),
        ("age", "400", "Nobody has had more than 130"),
        ("age", "young", "Write full years as a number"),
        ("country", "29", "That is more years than the age."),
        ("day", "banana", "We cannot read this as a date."),
        ("day", "", "Write a day, such as 2010-01-01."),
        ("other", "1700", "This site covers the days"),
        ("role", "king", "Select a valid choice."),
        ("citizen", "perhaps", "Select a valid choice."),
    ],
)
def test_impossible_input_gets_its_own_message(client, htmx, field, value, message):
    given = {
        "role": "senator",
        "day": "2010-01-01",
        "age": "28",
        "citizen": "yes",
        field: value,
    }
    response = client.get(CHECK, given)
    assert response.status_code == 400
    assert message in response.page()
    assert f'id="check-{field}_error"' in response.page()
    assert f'href="#check-{field}"' in response.page()
    part = htmx.get(CHECK, given)
    assert part.status_code == 400
    assert part.page().startswith('<div id="answer"')
    assert message in part.page()


def test_nothing_is_kept(client, htmx, caplog):
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.DEBUG, "django.request")
    for visitor in (client, htmx):
        for query in (f"role=senator&day=2010&{WOMAN}", "role=senator&age=-3&day=2010"):
            response = visitor.get(f"{CHECK}?{query}")
            assert response.headers["Cache-Control"] == "no-store"
            assert response.headers["HX-Push-Url"] == "false"
            assert response.headers["Referrer-Policy"] == "same-origin"
            assert not response.cookies
    assert "Bad Request: /en/members/check/" in caplog.text  # what is logged is heard
    assert "age" not in caplog.text
    assert "2010" not in caplog.text


def test_the_part_is_that_region_of_the_page(client, htmx):
    address = f"{CHECK}?role=senator&day=2010&{WOMAN}"
    assert client.get(address).text.count(htmx.get(address).text) == 1


def test_the_rules_by_role_and_date(see):
    text = see("/en/members/?on=2010-01-01&role=senator")
    assert "A senator had to be at least 30 years old." in text
    assert "A deputy of the Mäjilis had to" not in text
    assert "oath" in text
    assert "A deputy of the Kurultai" not in see("/en/members/?on=2010-01-01")
    kurultai = see("/en/members/?on=2026-09-01&role=kurultai-deputy")
    assert "A deputy of the Kurultai has to be at least 25 years old." in kurultai


def test_two_tests_of_residence_are_two_rules(see):
    text = see("/en/members/?on=2010-01-01&role=senator")
    assert "for the last 10 years" in text
    assert "for at least 3 years" in text


def test_the_rules_swap_alone(client, htmx):
    address = "/en/members/?on=2010-01-01&role=deputy"
    part = htmx.get(address, headers={"hx-target": "rules"}).text
    assert part.startswith('<div id="rules">')
    assert client.get(address).text.count(part) == 1


def test_an_unknown_role_shows_every_rule(client):
    every = client.get("/en/members/?on=2010-01-01").page()
    odd = client.get("/en/members/?on=2010-01-01&role=king").page()
    count = len(re.findall('class="fact"', every))
    assert len(re.findall('class="fact"', odd)) == count > 20
