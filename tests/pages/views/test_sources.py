from __future__ import annotations

import re

import pytest

from facts.models import Citation, Claim, Fact, Passage
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
    assert client.get("/en/sources/").page().count('class="lane"') == 5
    text = see("/en/sources/embassy-page/")
    assert "How old its layers are" in text
    assert "Between 2006 and June 2008: 14 passages" in text
    drawn = text[text.index("How old its layers") : text.index("Overview")]
    assert "2023" not in drawn


def test_a_document_shows_every_passage_and_what_rests_on_it(client):
    pages = [client.get(f"/en/sources/senate-article/?page={n}").page() for n in (1, 2)]
    page = "".join(pages)
    for key in Passage.objects.filter(document__key="senate-article").values_list(
        "key", flat=True
    ):
        assert f'id="{key}"' in page


def test_what_rests_on_a_passage_opens_in_place(client, htmx):
    address = "/en/sources/senate-article/senate-article-history-1/"
    document = client.get("/en/sources/senate-article/").page()
    link = re.search(rf'<a href="{address}"[^>]*>', document)[0]
    assert f'data-hx-get="{address}"' in link
    assert 'data-opens="rests-senate-article-history-1"' in link
    whole, part = client.get(address).text, htmx.get(address).text
    assert whole.count(part) == 1
    assert part.startswith('<div id="rests-senate-article-history-1"')
    assert 'id="rests-senate-article-history-1"></div>' in document
    assert Fact.objects.get(key="senate-seats-1995").says in part
    claim = Claim.objects.filter(passage__key="senate-article-history-1").first()
    assert claim.disagreement.question_en in part


def test_a_passage_belongs_to_its_document(client):
    wrong = "/en/sources/embassy-page/senate-article-history-1/"
    assert client.get(wrong).status_code == 404


def test_retired_facts_do_not_show(client):
    citation = factories.CitationFactory(
        fact__state="retired", fact__sentence_en="A secret."
    )
    passage = citation.passage
    page = client.get(f"/en/sources/{passage.document.key}/{passage.key}/").page()
    assert "A secret." not in page
    assert "Nothing yet." in page
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


def test_each_fact_on_a_passage_leads_to_a_page_that_answers(client):
    seen = set()
    for key in ("joint-sessions-1", "history-1", "committees-1", "lead-1", "rights-1"):
        page = client.get(f"/en/sources/senate-article/senate-article-{key}/").page()
        rests = page.partition('class="rests"')[2].partition("</ul>")[0]
        seen |= set(re.findall(r'<a href="(/en/(?!disagreements)[^"]+)"', rests))
    pages = {address.split("/")[2] for address in seen}
    assert {"chambers", "powers", "glossary"} <= pages
    for address in seen:
        assert client.get(address.replace("&amp;", "&")).status_code == 200, address
