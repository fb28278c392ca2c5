from __future__ import annotations

import pytest

from facts.models import Citation, Fact, Passage
from tests import factories

pytestmark = pytest.mark.django_db


def test_the_five_stand_apart_from_the_record(see):
    text = see("/en/sources/")
    five, record = text.split("The public record We read")
    for name in (
        "Senate article",
        "Parliament article",
        "Politics article",
        "News report",
        "Embassy page",
    ):
        assert name in five
    assert "IPU, election of 1995" in record


def test_a_document_says_how_much_of_it_is_used(see):
    used = Passage.objects.filter(document__key="senate-article", scope="cited").count()
    assert f"Senate article 120 {used} " in see("/en/sources/")


def test_the_layers_of_each_document_are_drawn_and_listed(client, see):
    assert client.get("/en/sources/").text.count('class="lane"') == 5
    text = see("/en/sources/embassy-page/")
    assert "How old its layers are" in text
    assert "Between 2006 and June 2008: 20 passages" in text
    assert "2024" not in text[text.index("How old its layers") : text.index("Overview")]


def test_a_document_shows_every_passage_and_what_rests_on_it(client):
    page = client.get("/en/sources/senate-article/").text
    for key in Passage.objects.filter(document__key="senate-article").values_list(
        "key", flat=True
    ):
        assert f'id="{key}"' in page
    fact = Fact.objects.get(key="senate-seats-1995")
    assert fact.made_sentence_en in page


def test_drafts_do_not_show(client):
    citation = factories.CitationFactory(fact__state="draft", fact__sentence_en="A secret.")
    page = client.get(f"/en/sources/{citation.passage.document.key}/").text
    assert "A secret." not in page
    assert Citation.objects.filter(pk=citation.pk).exists()


def test_a_passage_out_of_scope_says_why(see):
    passage = Passage.objects.filter(scope="out").first()
    text = see(f"/en/sources/{passage.document.key}/")
    assert f"Out of scope: {passage.reason_en}" in text


def test_the_embassy_page_is_of_2008_and_no_evidence_for_2024(see):
    text = see("/en/sources/embassy-page/")
    assert "2008" in text
    later = Fact.objects.filter(
        citations__passage__document__key="embassy-page", start_earliest__gt="2009-01-01"
    )
    assert not later.exists()
