from __future__ import annotations

import re

import pytest

from facts.models import Disagreement
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/en/disagreements/"


def shown(client, query):
    """The keys on every page of the list, in order."""
    first = client.get(f"{LIST}?{query}").page()
    pages = max([1, *map(int, re.findall(r'id="page-(\d+)"', first))])
    found = []
    for number in range(1, pages + 1):
        page = client.get(f"{LIST}?{query}&page={number}").page().split('id="results"')[1]
        found += re.findall(rf'href="{LIST}([a-z0-9-]+)/"', page)
    return found


def keys(**wanted):
    return sorted(set(Disagreement.objects.filter(**wanted).values_list("key", flat=True)))


def test_all_are_listed_and_counted(client, see):
    assert sorted(shown(client, "")) == keys()
    assert f"{len(keys())} of {len(keys())} questions" in see(LIST)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("subject=senate", {"subject__key": "senate"}),
        ("subject=all-places", {"subject__topic": "places"}),
        (
            "subject=all-elections&kind=slip",
            {"subject__topic": "elections", "kind": "slip"},
        ),
        ("kind=slip", {"kind": "slip"}),
        ("document=embassy-page", {"claims__passage__document__key": "embassy-page"}),
        (
            "subject=majilis&kind=slip&document=politics-article",
            {
                "subject__key": "majilis",
                "kind": "slip",
                "claims__passage__document__key": "politics-article",
            },
        ),
    ],
)
def test_each_filter_gives_the_right_ones(client, query, wanted):
    assert sorted(shown(client, query)) == keys(**wanted) != []


def test_a_page_beyond_the_last_is_the_last(client, see):
    assert "Page 1 of" in see(LIST)
    text = see(f"{LIST}?page=999")
    number, of = re.search(r"Page (\d+) of (\d+)", text).groups()
    assert number == of
    assert client.get(f"{LIST}?page=nonsense").status_code == 200


def test_the_other_pages_keep_the_filters(client):
    page = client.get(f"{LIST}?subject=all-parliament").page()
    assert f'href="{LIST}?subject=all-parliament&amp;page=2"' in page


def test_dates_are_drawn_where_they_decide_it(client):
    assert 'id="when"' in client.get(f"{LIST}senate-how-many/").page()
    one = factories.ClaimFactory().disagreement
    assert 'id="when"' not in client.get(f"{LIST}{one.key}/").page()


def test_words_are_found_whatever_their_spelling(client):
    assert "majilis-spelling" in shown(client, "words=MAJILIS+majlis")
    assert shown(client, "words=mazhilis") == shown(client, "words=Мәжіліс") != []
    assert shown(client, "words=former+presidents") == ["senate-former-presidents"]


def test_what_is_no_choice_filters_nothing(client):
    assert shown(client, "kind=nonsense&subject=all-weather") == shown(client, "")


def test_what_fits_nothing_says_so(see):
    text = see(f"{LIST}?words=nonsense")
    assert "0 of" in text
    assert "No question fits" in text


def test_a_nul_byte_finds_nothing_and_breaks_nothing(client):
    assert client.get(f"{LIST}?words=%00&subject=%00").status_code == 200


def test_the_part_is_that_region_of_the_page(client, htmx):
    whole = client.get(f"{LIST}?subject=senate").text
    part = htmx.get(f"{LIST}?subject=senate").text
    assert part.startswith('<div id="results">')
    assert part.endswith("</div>")
    assert whole.count(part) == 1


def test_the_form_keeps_what_was_asked(client):
    page = client.get(f"{LIST}?subject=senate&kind=slip&words=six").page()
    assert '<option value="senate" selected>' in page
    assert '<option value="slip" selected>' in page
    assert 'value="six"' in page


def test_one_shows_every_claim_with_its_passage(see):
    text = see(f"{LIST}senate-former-presidents/")
    assert "No total on this site counts them" in text
    assert "former presidents are senators for life by office" in text
    assert "Not followed here." not in text
    assert "Not followed here." in see(f"{LIST}senate-term-and-renewal/")
    assert text.count("The passage :") == 4


def test_a_retired_fact_that_takes_a_claim_up_does_not_show(client):
    claim = factories.ClaimFactory(
        fact=factories.FactFactory(state="retired", sentence_en="A secret."),
        disagreement__kind="slip",
    )
    page = client.get(f"{LIST}{claim.disagreement.key}/").page()
    assert claim.says_en in page
    assert "A secret." not in page
    assert "Followed here" not in page


def test_an_unknown_one_is_not_found(client):
    assert client.get(f"{LIST}nothing/").status_code == 404


def test_the_number_of_queries_does_not_grow(client, django_assert_num_queries):
    for _ in range(20):
        claim = factories.ClaimFactory()
        factories.ClaimFactory(disagreement=claim.disagreement)
    client.get("/healthz")  # the first request of a day asks what is due
    with django_assert_num_queries(3):  # and the number of the edition
        client.get(LIST)
