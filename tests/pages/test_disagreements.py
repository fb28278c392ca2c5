from __future__ import annotations

import re

import pytest

from facts.models import Disagreement
from pages.views.disagreements import folded
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/en/disagreements/"


def shown(client, query):
    return re.findall(rf'href="{LIST}([a-z0-9-]+)/"', client.get(f"{LIST}?{query}").text)


def keys(**wanted):
    return sorted(set(Disagreement.objects.filter(**wanted).values_list("key", flat=True)))


def test_all_are_listed_and_counted(client, see):
    assert sorted(shown(client, "")) == keys()
    assert f"{len(keys())} of {len(keys())} questions" in see(LIST)


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ("subject=senate", {"subject__key": "senate"}),
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


def test_words_are_found_whatever_their_spelling(client):
    assert shown(client, "words=MAJILIS+mazhilis") == ["majilis-spelling"]
    assert shown(client, "words=former+presidents") == ["senate-former-presidents"]
    assert folded("Мәжіліс Ä") == folded("мәжіліс a")


def test_what_fits_nothing_says_so(see):
    text = see(f"{LIST}?kind=nonsense")
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
    page = client.get(f"{LIST}?subject=senate&kind=slip&words=six").text
    assert '<option value="senate" selected>' in page
    assert '<option value="slip" selected>' in page
    assert 'value="six"' in page


def test_one_shows_every_claim_with_its_passage(see):
    text = see(f"{LIST}senate-former-presidents/")
    assert "No total on this site counts them" in text
    assert "former presidents are senators for life by office" in text
    assert text.count("Not followed here.") == 1
    assert text.count("The passage :") == 3


def test_an_unknown_one_is_not_found(client):
    assert client.get(f"{LIST}nothing/").status_code == 404


def test_the_number_of_queries_does_not_grow(client, django_assert_num_queries):
    for _ in range(20):
        claim = factories.ClaimFactory()
        factories.ClaimFactory(disagreement=claim.disagreement)
    with django_assert_num_queries(4):
        client.get(LIST)
