from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from content.events import event_facts, events_of
from facts.aspects import EventKind
from facts.models import Fact
from pages.views.timeline import ON_A_PAGE
from parliament.chambers.fetching import institutions
from tests import factories

pytestmark = pytest.mark.django_db
TIMELINE = "/en/timeline/"
CHAMBERS = ("", "senate", "majilis", "supreme-soviet", "kurultai")
DECADES = ("", "1930", "1990", "2000", "2010", "2020")
ALL_PAIRS = [("", chamber, decade) for chamber in CHAMBERS for decade in DECADES]
EACH_KIND = [
    (kind, chamber, decade)
    for kind in EventKind.values
    for chamber, decade in (("", ""), ("senate", "2000"))
]


def all_events():
    return events_of(event_facts(), institutions())


def listed(page):
    """The keys of the entries that a page or part lists, in order."""
    return re.findall(r'<li id="e-([a-z0-9-]+)">', page)


def test_a_retired_fact_makes_no_entry(client):
    factories.edit(Fact.objects.filter(key="majilis-dissolved-2007"), state="retired")
    assert "majilis-dissolved-2007" not in {event.key for event in all_events()}
    assert client.get(f"{TIMELINE}majilis-dissolved-2007/").status_code == 404


def test_facts_without_their_details_break_nothing(client):
    senate = Fact.objects.get(key="senate-existence").subject
    for aspect in ("composition", "convocation", "chair", "existence"):
        factories.FactFactory(subject=senate, aspect=aspect, start="1950", end="1951")
    assert client.get(TIMELINE).status_code == 200
    unfinished = Fact.objects.filter(subject=senate, start="1950").first()
    assert client.get(f"{TIMELINE}{unfinished.key}/").status_code == 404


@pytest.mark.parametrize("year", ["1991", "2025", "2026"])
def test_the_steps_to_independence_and_to_the_kurultai_are_found(client, year):
    keys = {event.key for event in all_events() if event.when.edtf.startswith(f"{year}-")}
    assert keys & set(listed(client.get(f"{TIMELINE}?words={year}").page()))


def test_every_entry_stands_on_one_page_in_order(client):
    events = all_events()
    seen = []
    for number in range(1, -(-len(events) // ON_A_PAGE) + 1):
        seen += listed(client.get(f"{TIMELINE}?page={number}").page())
    assert seen == [event.key for event in events]


@pytest.mark.parametrize("combinations", [ALL_PAIRS, EACH_KIND], ids=["pairs", "kinds"])
def test_combinations_of_filters(client, htmx, combinations):
    """The same few queries, the right entries, and the part is that region of the page."""
    htmx.get("/healthz")  # the first request of a day asks what is due
    events = all_events()
    counts = set()
    for kind, chamber, decade in combinations:
        address = f"{TIMELINE}?kind={kind}&chamber={chamber}&decade={decade}"
        with CaptureQueriesContext(connection) as queries:
            answer = htmx.get(address)
        counts.add(len(queries))
        assert answer.text.startswith('<div id="results">')
        assert answer.text.endswith("</div>")
        assert client.get(address).text.count(answer.text) == 1
        part = answer.page()
        years = range(int(decade), int(decade) + 10) if decade else range(1, 9999)
        wanted = [
            event.key
            for event in events
            if (not kind or event.kind == kind)
            and (not chamber or chamber in event.chambers)
            and event.when.earliest.year <= years[-1]
            and event.when.latest.year >= years[0]
        ]
        assert listed(part) == wanted[:ON_A_PAGE]
        assert f"{len(wanted)} of {len(events)} entries" in part
        numbers = re.findall(r">(\d+)</text></a>", part)
        assert sum(map(int, numbers)) == len(wanted)
    assert len(counts) == 1
    assert max(counts) <= 6


def test_the_form_keeps_what_was_asked_and_the_other_pages_too(client):
    page = client.get(
        f"{TIMELINE}?kind=election&chamber=senate&decade=2010&words=32"
    ).page()
    assert '<option value="election" selected>' in page
    assert '<option value="senate" selected>' in page
    assert '<option value="2010" selected>' in page
    assert 'value="32"' in page
    assert (
        f'href="{TIMELINE}?decade=2020&amp;page=2"'
        in client.get(f"{TIMELINE}?decade=2020").page()
    )


@pytest.mark.parametrize(
    ("words", "others"),
    [("Mäjilis", "mazhilis"), ("Mäjilis", "Мәжіліс"), ("Aq Jol", "ak zhol")],
)
def test_every_spelling_of_a_name_finds_the_same(client, words, others):
    found = listed(client.get(TIMELINE, {"words": words}).page())
    assert found
    assert listed(client.get(TIMELINE, {"words": others}).page()) == found


def test_words_are_found_whatever_their_spelling(client):
    page = client.get(f"{TIMELINE}?words=MAJILIS+dissolved").page()
    assert "majilis-dissolved-2007" in listed(page)
    assert listed(client.get(f"{TIMELINE}?words=Tuiaqbai").page()) == ["majilis-chair-1999"]


def test_words_with_html_stay_words(client, htmx):
    address = f'{TIMELINE}?words="><script>alert(1)</script>&kind=<b>'
    for visitor in (client, htmx):
        page = visitor.get(address).page()
        assert "<script>alert" not in page
        assert "No entry fits" in page
    typed = "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"
    assert f'value="{typed}"' in client.get(address).page()


@pytest.mark.parametrize(
    "query",
    ["kind=nonsense", "chamber=nonsense", "decade=nonsense", "decade=1950", "kind=%00"],
)
def test_what_is_no_choice_filters_nothing(client, query):
    page = client.get(f"{TIMELINE}?{query}").page()
    assert listed(page) == listed(client.get(TIMELINE).page())
    assert f'href="{TIMELINE}?page=2"' in page


def test_what_fits_nothing_says_so(see):
    text = see(f"{TIMELINE}?kind=referendum&chamber=senate")
    assert "0 of" in text
    assert "No entry fits" in text


def test_bad_values_are_borne_or_refused_as_everywhere(client, see):
    assert client.get(f"{TIMELINE}?words=%00").status_code == 200
    assert client.get(f"{TIMELINE}?on=banana").status_code == 400
    assert client.get(f"{TIMELINE}?words={'x' * 3000}").status_code == 414
    assert client.post(TIMELINE).status_code == 405
    assert client.get(f"{TIMELINE}?page=nonsense").status_code == 200
    number, of = re.search(r"Page (\d+) of (\d+)", see(f"{TIMELINE}?page=999")).groups()
    assert number == of


def test_the_strip_draws_periods_and_leads_to_the_list(client):
    page = client.get(TIMELINE).page()
    strip = page[page.index('<svg class="strip"') : page.index("</figure>")]
    for name in ("Senate", "Mäjilis", "Supreme Soviet", "Kurultai"):
        assert f">{name}</text>" in strip
        assert f"<li><b>{name}</b>:" in page  # the same in words
    assert len(re.findall('class="number-of"', strip)) == 10
    assert 'class="perhaps"' in strip
    for number, key in re.findall(rf'href="{TIMELINE}\?page=(\d+)#e-([a-z0-9-]+)"', strip):
        assert key in listed(client.get(f"{TIMELINE}?page={number}").page())
    for key in re.findall(r'href="#e-([a-z0-9-]+)"', strip):
        assert key in listed(page)


@pytest.mark.parametrize("query", ["", "?decade=1990", "?chamber=supreme-soviet"])
def test_the_strip_ends_where_the_sources_end(client, query):
    strip = client.get(f"{TIMELINE}{query}").context["strip"]
    assert strip.scale.last == 2027


def test_rough_dates_are_said_in_words(see):
    text = see(f"{TIMELINE}?kind=institution&chamber=senate")
    assert "On some day from 30 August 1995 to 5 December 1995" in text
    assert "October 2008 Elections" in see(f"{TIMELINE}?decade=2000&chamber=senate")


def test_an_entry_opens_in_place_with_its_sources(client, htmx):
    address = f"{TIMELINE}majilis-dissolved-2007/"
    whole, part = client.get(address).text, htmx.get(address).text
    assert part.startswith('<div class="opened" id="opened-majilis-dissolved-2007"')
    assert whole.count(part) == 1
    fact = Fact.objects.with_sources().get(key="majilis-dissolved-2007")
    for citation in fact.citations.all():
        assert f"/{citation.passage.key}/" in part
    assert client.get(f"{TIMELINE}nothing/").status_code == 404


def test_an_entry_leads_to_the_parliament_as_of_its_day(client):
    page = client.get(f"{TIMELINE}?kind=dissolution&chamber=majilis&decade=2000").page()
    assert 'href="/en/?on=2007-06-20"' in page
    for asked in set(re.findall(r'href="(/en/\?on=[0-9-]+)"', page)):
        assert client.get(asked).status_code == 200
    # A month is asked for as such; of a span, the day when it is sure.
    assert 'href="/en/?on=2008-10"' in client.get(f"{TIMELINE}senate-2008-10-held/").page()
    assert 'href="/en/?on=1999-12-01"' in client.get(f"{TIMELINE}senate-seats-1999/").page()


def test_an_entry_leads_to_what_changed(client):
    page = client.get(f"{TIMELINE}majilis-dissolved-2007/").page()
    compare = reverse("pages:compare")
    assert f'href="{compare}?from=2007-06-19&amp;to=2007-06-20"' in page


def test_home_leads_to_the_timeline(client):
    assert f'href="{TIMELINE}"' in client.get("/en/").page()


def title_of(page):
    return re.search("<title>(.*?)</title>", page.page(), re.DOTALL)[1]


def test_entries_of_one_day_bear_titles_of_their_own(client):
    day = date(1996, 1, 30)
    keys = [event.key for event in all_events() if event.when.earliest == day]
    titles = {title_of(client.get(f"{TIMELINE}{key}/")) for key in keys}
    assert len(titles) == len(keys) > 2


def test_one_entry_costs_few_queries_however_many_there_are(
    client, django_assert_max_num_queries
):
    client.get("/healthz")  # the first request of a day asks what is due
    for n in range(5):
        factories.FactFactory(
            subject__topic="law", aspect="amended", start=f"19{90 + n}-01-01"
        )
    for key in ("majilis-dissolved-2007", "senate-existence-ends", "amanat-name-2006"):
        with django_assert_max_num_queries(14):
            client.get(f"{TIMELINE}{key}/")
