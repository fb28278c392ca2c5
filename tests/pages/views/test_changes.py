"""The public list of changes: what it shows, in what order, and what it never shows."""

from __future__ import annotations

import gzip
import re
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.changes.beginning import go_back
from bench.changes.states import ChangeState
from bench.models import Change
from content.models import Aim
from content.serialisers import SERIALISERS
from facts.blocks.writing import block_now
from facts.models import Fact
from tests import atom, factories
from tests.pages.change_pages import (
    BOTH,
    FEED,
    LIST,
    Publisher,
    article,
    changes_of_all_kinds,
    ids,
    rows,
    shown,
    words,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def publish():
    """Publish a change that was begun: one writes it, another approves it."""
    return Publisher()


@pytest.fixture
def feed(client):
    """Read the feed with a reader that did not write it."""
    return lambda: atom.read(client.get(FEED).text)


def test_it_starts_with_none_and_says_so(see, feed):
    text = see(LIST)
    assert "No change has been published yet" in text
    assert "without a second person’s approval" in text
    assert atom.entries(feed()) == []


def test_a_correction_is_told_with_its_reason_before_and_after(client, publish):
    old = Fact.objects.get(key="senate-term-1998").act_en
    change = publish(
        Aim.CORRECT, "senate-term-1998", "It was misnamed.", act_en="a new act"
    )
    html = article(client, change)
    assert f"<del>{old}</del>" in html
    assert "<ins>a new act</ins>" in html
    assert words(html).startswith("Senate: term Corrected It was misnamed.")
    assert f"Was Now Act {old} a new act" in words(html)
    assert 'href="/en/chambers/senate/?on=1998-10-07"' in html


def test_what_a_new_value_ends_comes_after_it_and_going_back_names_it(client, publish):
    before = block_now(SERIALISERS["facts"], "kurultai-choice-threshold")
    block = {name: before[name] for name in ("subject", "aspect", "citations")}
    block |= {"start": "2026-11-23", "sentence_en": "The threshold is 7%."}
    change = publish(
        Aim.REPLACE, why="A new law.", block=block, ends="kurultai-choice-threshold"
    )
    text = words(article(client, change))
    assert "Was Now First day it holds 1 July 2026 23 November 2026" in text
    assert text.index("The threshold is 7%.") < text.index("Changed with it:")
    assert text.endswith(
        f"First day it no longer holds open 23 November 2026 Change {change.pk}"
    )
    back = publish.saved(go_back(change, publish.editor), "It was a draft.")
    html = article(client, back)
    assert f'href="{LIST}?change={change.pk}#change-{change.pk}"' in html
    assert "It goes back before" in words(html)
    assert "State published retired" in words(html)


def test_a_fact_that_was_retired_has_no_link(client, publish):
    added = factories.ChangeFactory(row=Fact.objects.get(key="senate-right-records"))
    assert "<h3><a href=" in article(client, added)
    change = publish(Aim.RETIRE, "senate-right-records", "It stood here twice.")
    for one in (added, change):
        assert "<h3>Senate: right 12 records" in article(client, one)


def test_each_kind_of_row_leads_to_its_page(client):
    for row, page in rows():
        html = article(client, factories.ChangeFactory(row=row))
        assert f'<h3><a href="{page}">' in html
        assert client.get(page).status_code == 200


def test_a_subject_of_which_nothing_tells_has_no_link(client):
    subject = factories.SubjectFactory(topic="terms")
    assert "<h3>Subject-" in article(client, factories.ChangeFactory(row=subject))


def test_a_new_fact_is_told_without_what_its_title_says(client):
    fact = Fact.objects.get(key="senate-term-1998")
    text = words(article(client, factories.ChangeFactory(row=fact, is_new=True)))
    assert text.startswith("Senate: term Added")
    assert "Years of office 6 Years between renewals of half 3" in text
    assert "Aspect" not in text
    assert " Was " not in text
    assert " yes " not in text


def test_a_change_that_leaves_the_text_alone_says_so(client):
    change = factories.ChangeFactory()
    assert "Its text is as it was." in words(article(client, change))


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_the_newest_comes_first_under_its_day_in_kazakhstan(client, feed):
    late = factories.ChangeFactory(published_at=at("2026-03-01T19:30"))
    early = factories.ChangeFactory(published_at=at("2026-02-28T19:30"))
    evening = factories.ChangeFactory(published_at=at("2026-03-01T18:30"))
    same = factories.ChangeFactory(published_at=at("2026-03-01T18:30"))
    order = [late.pk, same.pk, evening.pk, early.pk]
    assert shown(client) == order
    text = client.get(LIST).page()
    days = re.findall(r"<h2>([^<]+)</h2>|id=\"change-(\d+)\"", text)
    assert [day or int(pk) for day, pk in days] == [
        "2 March 2026",
        late.pk,
        "1 March 2026",
        same.pk,
        evening.pk,
        early.pk,
    ]
    _own, *found = ids(feed())
    # The day of a tag is one that had begun everywhere.
    assert found[0] == f"tag:testserver,2026-03-01:change-{late.pk}.en"
    assert [int(re.findall(r"change-(\d+)", one)[0]) for one in found] == order


def test_the_list_has_pages_and_an_address_of_a_change_finds_its_own(client):
    same = at("2026-03-01T12:00")
    made = [factories.ChangeFactory(published_at=same).pk for _ in range(52)]
    made.reverse()
    assert [shown(client, f"?page={n}") for n in (1, 2, 3)] == [
        made[:25],
        made[25:50],
        made[50:],
    ]
    for place in (0, 24, 25, 49, 50):
        assert made[place] in shown(client, f"?change={made[place]}")
    assert 'href="/en/changes/?page=2" data-hx-get="/en/changes/?page=2"' in (
        client.get(LIST).page()
    )
    assert shown(client, "?page=999") == shown(client, "?page=3")
    for nonsense in ("0", "x", "%00", "-1", "²", "9" * 30, "1.5", ""):
        assert shown(client, f"?change={nonsense}") == made[:25], nonsense


def test_the_part_is_that_region_of_the_page(client, htmx):
    for _ in range(26):
        factories.ChangeFactory()
    for query in ("", "?page=2"):
        whole, part = client.get(LIST + query).text, htmx.get(LIST + query).text
        assert part.startswith('<div id="results">')
        assert part.endswith("</div>")
        assert whole.count(part) == 1


@BOTH
def test_nobody_is_named(client, publish, address):
    change = publish(Aim.CORRECT, "senate-term-1998", act_en="a new act")
    made = factories.ChangeFactory()
    text = client.get(address).text
    assert "a new act" in text
    people = [change.author, change.approver, made.author, made.approver]
    for one in people:
        for name in (one.username, one.first_name, one.last_name):
            assert name
            assert name.casefold() not in text.casefold()


@BOTH
@pytest.mark.parametrize(
    "state", [one for one in ChangeState if one != ChangeState.PUBLISHED], ids=str
)
def test_what_is_not_published_shows_nowhere(client, address, state):
    published = factories.ChangeFactory()
    before = client.get(address).text
    change = factories.ChangeFactory(
        state=state, reason_en="Unpublished reason.", was={"act_en": "unpublished act"}
    )
    assert Change.objects.get(pk=change.pk).state == state
    after = client.get(f"{address}?change={change.pk}").text
    assert after == before
    assert published.reason_en in after


HOSTILE = '<script>alert("1")</script>]]>&amp;\x0b\x1f\ufffe"\'é'


def test_hostile_text_stays_text(client, feed):
    change = factories.ChangeFactory(
        row=factories.FactFactory(act_en=HOSTILE, subject__name_en=f"<b>{HOSTILE}"[:120]),
        was={"act_en": f"was {HOSTILE}"},
        reason_en=HOSTILE,
    )
    html = article(client, change)
    assert "<script" not in html
    assert "<b>" not in html
    assert html.count("&lt;script&gt;") == 5  # title, reason, caption, was, now
    (entry,) = atom.entries(feed())
    kept = HOSTILE.translate({ord(one): None for one in "\x0b\x1f\ufffe"})
    assert atom.said(entry, "summary") == f"{kept}\nAct: was “was {kept}”, now “{kept}”"
    assert atom.said(entry, "title") == f"Corrected: <b>{kept}: remark"
    assert atom.faults(feed()) == []


@pytest.fixture
def some():
    """Changes of each kind of row."""
    changes_of_all_kinds()


@BOTH
def test_it_is_only_read_and_keeps_nothing(client, address, some):
    assert client.post(address).status_code == 405
    assert client.head(address).status_code == 200
    response = client.get(address)
    assert not response.cookies
    assert "Cookie" not in response.headers["Vary"]
    assert response.headers["Cache-Control"] == "public, no-cache"
    tag = response.headers["ETag"]
    assert client.get(address, headers={"if-none-match": tag}).status_code == 304
    factories.ChangeFactory()
    assert client.get(address, headers={"if-none-match": tag}).status_code == 200


def test_page_and_feed_find_each_other(client):
    page = client.get(LIST)
    assert re.search(
        rf'<link rel="alternate" type="application/atom\+xml"[^>]+href="{FEED}">',
        page.page(),
    )
    assert "HX-Request" in page.headers["Vary"]
    response = client.get(FEED)
    assert response.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    assert f'<a href="{LIST}">What we corrected</a>' in client.get("/en/").page()


def queries_of(client, address):
    with CaptureQueriesContext(connection) as found:
        client.get(address)
    return len(found)


@pytest.mark.parametrize("query", ["", "?change={}"])
@BOTH
def test_the_number_of_queries_is_small_and_does_not_grow(client, address, query):
    client.get("/healthz")  # the first request of a day asks what is due

    def more(sets):
        for _ in range(sets):
            for row, _page in rows():
                factories.ChangeFactory(row=row)
            claim = factories.ClaimFactory(fact=factories.FactFactory())
            change = factories.ChangeFactory(row=claim.disagreement)
        return change.pk

    first = queries_of(client, address + query.format(more(1)))
    assert first == queries_of(client, address + query.format(more(8))) <= 16


def test_a_full_page_is_small_enough(client):
    """Twenty-five changes of the site's own facts, half of them new with all they say."""
    for n, fact in enumerate(Fact.objects.order_by("key")[100:800:28]):
        factories.ChangeFactory(
            row=fact,
            is_new=n % 2 == 0,
            was={"act_en": f"The act said before: {fact.says}", "start": "1995"},
        )
    assert len(shown(client)) == 25
    assert len(gzip.compress(client.get(LIST).content, 6)) <= 14 * 1024
