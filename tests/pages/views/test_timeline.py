from __future__ import annotations

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from content import events as told
from facts.aspects import EventKind
from facts.models import Fact
from facts.periods import parse_bound
from pages.views import timeline as view
from parliament.chambers.fetching import institutions
from tests import factories

pytestmark = pytest.mark.django_db
TIMELINE = "/en/timeline/"
CHAMBERS = ("", "senate", "majilis", "supreme-soviet", "kurultai")
DECADES = ("", "1930", "1990", "2000", "2010", "2020")


def every():
    return told.events_of(told.event_facts(), institutions())


def listed(page):
    """The keys of the entries that a page or part lists, in order."""
    return re.findall(r'<li id="e-([a-z0-9-]+)">', page)


def find(key):
    return next(one for one in every() if one.key == key)


# --- what happened ---------------------------------------------------------------------


def test_keys_are_unique_and_the_order_is_that_of_the_earliest_days():
    found = every()
    assert len({one.key for one in found}) == len(found) > 150
    days = [one.when.earliest for one in found]
    assert days == sorted(days)
    assert date.min not in days
    assert date.max not in {one.when.latest for one in found}


def test_every_kind_has_entries():
    assert {one.kind for one in every()} == set(EventKind)


@pytest.mark.parametrize(
    ("aspect", "kind"),
    [
        ("held", {EventKind.ELECTION, EventKind.REFERENDUM}),
        ("dissolved", {EventKind.DISSOLUTION}),
        ("convocation", {EventKind.CONVOCATION}),
        ("amended", {EventKind.AMENDMENT}),
        ("adopted", {EventKind.CONSTITUTION}),
        ("chair", {EventKind.POST}),
    ],
)
def test_every_dated_fact_of_these_aspects_is_an_entry(aspect, kind):
    topics = ("parliament", "elections", "law")
    facts = Fact.objects.published().filter(aspect=aspect, subject__topic__in=topics)
    dated = facts.exclude(start_earliest=date.min)
    own = [one for one in every() if one.fact.aspect == aspect and one.kind in kind]
    assert (
        {one.fact.key for one in own} >= set(dated.values_list("key", flat=True)) != set()
    )


def test_an_institution_begins_and_ends():
    begun, ended = find("senate-existence"), find("senate-existence-ends")
    assert str(begun).startswith("The Senate began with the Constitution")
    assert begun.when.edtf == "[1995-08-30..1995-12-05]"
    assert not begun.is_exact
    assert str(ended).startswith("The Senate ended with the Constitution of 2026")
    assert ended.when.edtf == "2026-07-01"
    assert ended.chambers == {"senate"}
    assert find("parliament-existence-ends").chambers == {"senate", "majilis"}


def test_what_one_weak_source_says_is_told_after_it():
    chair = find("majilis-chair-1996")
    assert str(chair).startswith("Marat Ospanov became Chair of the Mäjilis, according to ")
    assert str(find("ombudsman-set-up")).count("ccording to") == 1


def test_a_call_dated_with_the_vote_is_no_entry():
    """It does not say when it was made."""
    call = Fact.objects.filter(key="senate-2002-10-08-called")
    assert find("senate-2002-10-08-called").when.edtf == "2002-07-07"
    factories.edit(call, start="2002-10-08")
    assert "senate-2002-10-08-held" in {one.key for one in every()}
    assert "senate-2002-10-08-called" not in {one.key for one in every()}
    assert find("majilis-2016-03-20-called").when.edtf == "2016-01-20"


def test_what_two_facts_tell_of_is_one_entry():
    words = {date(1993, 12, 13): "dissolved itself", date(1995, 3, 6): "Court upheld"}
    for day, said in words.items():
        found = [one for one in every() if one.when.earliest == day]
        assert len([one for one in found if said in str(one.fact.says)]) == 1


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("constitution-of-1995-in-force", "The Constitution of 1995 came into force."),
        ("senate-seats-1999", "From then on the Senate had 39 seats: 32 elected"),
        ("majilis-term-1998", "Mäjilis, from then on: Deputies serve 5 years."),
        ("capital-name-akmola", "from then on: The capital was called Akmola."),
        ("regions-2022", "from then on: There are 17 regions."),
        ("adal-name-2020", "from then on: The party was called Adal."),
    ],
)
def test_what_held_for_a_time_is_told_as_its_beginning(key, words):
    assert words in str(find(key))
    assert "becoming part" not in str(find(key))


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("1991-12-16", "Kazakhstan became independent"),
        ("2025-09-08", "proposed a parliament of one chamber"),
        ("2025-10-08", "set up a Working Group"),
        ("2026-01-20", "a new parliament named Kurultai"),
        ("2026-01-21", "Constitutional Commission of 130 members"),
    ],
)
def test_the_steps_to_independence_and_to_the_kurultai_are_told(client, day, words):
    assert words in next(str(one) for one in every() if one.when.edtf == day)
    found = [one.key for one in every() if one.when.edtf == day]
    assert set(found) <= set(listed(client.get(f"{TIMELINE}?words={day[:4]}").page))


def test_one_event_is_one_entry():
    keys = {one.key for one in every()}
    assert keys.isdisjoint({"amanat-name-1999", "adilet-2026-name", "aq-jol-name"})
    assert keys >= {"amanat-founded", "adilet-2026-founded", "amanat-name-2006"}
    assert "parliament-first-sitting-1996" in keys
    assert keys.isdisjoint({"senate-first-sitting-1996", "majilis-first-sitting-1996"})
    assert find("parliament-first-sitting-1996").chambers == {"senate", "majilis"}


def test_a_gap_and_an_unsettled_number_are_no_entries():
    found = every()
    assert not [one for one in found if one.fact.basis == "gap"]
    assert "senate-seats-1997-open" not in {one.key for one in found}


def test_a_retired_fact_makes_no_entry(client):
    factories.edit(Fact.objects.filter(key="majilis-dissolved-2007"), state="retired")
    assert "majilis-dissolved-2007" not in {one.key for one in every()}
    assert client.get(f"{TIMELINE}majilis-dissolved-2007/").status_code == 404


def test_facts_without_their_details_break_nothing(client):
    senate = Fact.objects.get(key="senate-existence").subject
    for aspect in ("composition", "convocation", "chair", "existence"):
        factories.FactFactory(subject=senate, aspect=aspect, start="1950", end="1951")
    assert client.get(TIMELINE).status_code == 200


# --- the page --------------------------------------------------------------------------


def test_every_entry_stands_on_one_page_in_order(client):
    found = every()
    seen = []
    for number in range(1, -(-len(found) // view.ON_A_PAGE) + 1):
        seen += listed(client.get(f"{TIMELINE}?page={number}").page)
    assert seen == [one.key for one in found]


@pytest.mark.parametrize("kind", ["", *EventKind.values])
def test_every_combination_of_filters(client, htmx, monkeypatch, kind):
    """The same few queries, the right entries, and the part is that region of the page."""
    htmx.get("/healthz")  # the first request of a day asks what is due
    facts, chambers = told.event_facts(), institutions()
    known = told.events_of(facts, chambers)
    combinations = [(chamber, decade) for chamber in CHAMBERS for decade in DECADES]
    counts = set()
    for chamber, decade in combinations:
        address = f"{TIMELINE}?kind={kind}&chamber={chamber}&decade={decade}"
        if kind and decade:
            # No query knows a filter, as the pairs show; so three at once may spare them.
            monkeypatch.setattr(view, "event_facts", lambda: facts)
            monkeypatch.setattr(view, "institutions", lambda: chambers)
        else:
            monkeypatch.setattr(view, "event_facts", told.event_facts)
            monkeypatch.setattr(view, "institutions", institutions)
        with CaptureQueriesContext(connection) as queries:
            part = htmx.get(address).page
        if not (kind and decade):
            counts.add(len(queries))
        whole = client.get(address).page
        assert part.startswith('<div id="results">')
        assert part.endswith("</div>")
        assert whole.count(part) == 1
        years = range(int(decade), int(decade) + 10) if decade else range(1, 9999)
        wanted = [
            one.key
            for one in known
            if (not kind or one.kind == kind)
            and (not chamber or chamber in one.chambers)
            and one.when.earliest.year <= years[-1]
            and one.when.latest.year >= years[0]
        ]
        assert listed(part) == wanted[: view.ON_A_PAGE]
        assert f"{len(wanted)} of {len(known)} entries" in part
        numbers = re.findall(r">(\d+)</text></a>", part)
        assert sum(map(int, numbers)) == len(wanted)
    assert len(counts) == 1
    assert max(counts) <= 6


def test_the_form_keeps_what_was_asked_and_the_other_pages_too(client):
    page = client.get(f"{TIMELINE}?kind=election&chamber=senate&decade=2010&words=32").page
    assert '<option value="election" selected>' in page
    assert '<option value="senate" selected>' in page
    assert '<option value="2010" selected>' in page
    assert 'value="32"' in page
    assert (
        f'href="{TIMELINE}?decade=2020&amp;page=2"'
        in client.get(f"{TIMELINE}?decade=2020").page
    )


@pytest.mark.parametrize(
    ("words", "others"),
    [("Mäjilis", "mazhilis"), ("Mäjilis", "Мәжіліс"), ("Aq Jol", "ak zhol")],
)
def test_every_spelling_of_a_name_finds_the_same(client, words, others):
    found = listed(client.get(TIMELINE, {"words": words}).page)
    assert found
    assert listed(client.get(TIMELINE, {"words": others}).page) == found


def test_words_are_found_whatever_their_spelling(client):
    page = client.get(f"{TIMELINE}?words=MAJILIS+dissolved").page
    assert "majilis-dissolved-2007" in listed(page)
    assert listed(client.get(f"{TIMELINE}?words=Tuiaqbai").page) == ["majilis-chair-1999"]


def test_a_body_is_called_what_it_was_called_then():
    assert "Supreme Soviet had 360 seats" in str(find("supreme-soviet-seats-1990"))
    later = [
        str(one)
        for one in every()
        if one.fact.subject.key == "supreme-soviet"
        and one.when.earliest >= date(1993, 1, 29)
    ]
    assert len(later) > 4
    assert all("Supreme Council" in one for one in later)
    assert not any("Supreme Soviet" in one for one in later)


def test_words_with_html_stay_words(client, htmx):
    address = f'{TIMELINE}?words="><script>alert(1)</script>&kind=<b>'
    for visitor in (client, htmx):
        page = visitor.get(address).page
        assert "<script>alert" not in page
        assert "No entry fits" in page
    typed = "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"
    assert f'value="{typed}"' in client.get(address).page


@pytest.mark.parametrize(
    "query",
    ["kind=nonsense", "chamber=nonsense", "decade=nonsense", "decade=1950", "kind=%00"],
)
def test_what_fits_nothing_says_so(see, query):
    text = see(f"{TIMELINE}?{query}")
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
    page = client.get(TIMELINE).page
    strip = page[page.index('<svg class="strip"') : page.index("</figure>")]
    for name in ("Senate", "Mäjilis", "Supreme Soviet", "Kurultai"):
        assert f">{name}</text>" in strip
        assert f"<li><b>{name}</b>:" in page  # the same in words
    assert len(re.findall('class="number-of"', strip)) == 10
    assert 'class="perhaps"' in strip
    for number, key in re.findall(rf'href="{TIMELINE}\?page=(\d+)#e-([a-z0-9-]+)"', strip):
        assert key in listed(client.get(f"{TIMELINE}?page={number}").page)
    for key in re.findall(r'href="#e-([a-z0-9-]+)"', strip):
        assert key in listed(page)


def test_every_first_sitting_but_those_of_a_joint_one_is_an_entry():
    facts = set(Fact.objects.filter(aspect="first-sitting").values_list("key", flat=True))
    told = {one.key for one in every() if one.kind == EventKind.SITTING}
    assert facts - told == {"senate-first-sitting-1996", "majilis-first-sitting-1996"}
    assert len(facts) > 5


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
    page = client.get(f"{TIMELINE}?kind=dissolution&chamber=majilis&decade=2000").page
    assert 'href="/en/?on=2007-06-20"' in page
    for asked in set(re.findall(r'href="(/en/\?on=[0-9-]+)"', page)):
        assert client.get(asked).status_code == 200
    # A month is asked for as such; of a span, the day when it is sure.
    assert 'href="/en/?on=2008-10"' in client.get(f"{TIMELINE}senate-2008-10-held/").page
    assert 'href="/en/?on=1999-12-01"' in client.get(f"{TIMELINE}senate-seats-1999/").page


def test_an_entry_leads_to_what_changed(client):
    page = client.get(f"{TIMELINE}majilis-dissolved-2007/").page
    compare = reverse("pages:compare")
    assert f'href="{compare}?from=2007-06-19&amp;to=2007-06-20"' in page


def entry(when, today=date(2026, 11, 22)):
    made = factories.FactFactory(start=when)
    one = told.begins(made, EventKind.LAW, ())
    assert one.when == parse_bound(when, "start")
    return view.TimelineEntry.of(one, today)


@pytest.mark.parametrize(
    ("when", "on", "before", "after"),
    [
        ("2007-08-29", "2007-08-29", "2007-08-28", "2007-08-29"),
        ("2007-08", "2007-08", "2007-07-31", "2007-08-31"),
        ("2007", "2007", "2006-12-31", "2007-12-31"),
        ("[1997-10-08..1999-12-01]", "1999-12-01", "1997-10-07", "1999-12-01"),
        ("1938", "1938", "", ""),  # the day before is not covered
        ("1930-01-01", "", "", ""),
        ("2031-01-01", "", "", ""),
        ("2026-12", "2026-12-31", "2026-11-30", "2026-12-31"),  # not begun as a month
    ],
)
def test_the_days_that_an_entry_leads_to(when, on, before, after):
    found = entry(when)
    assert (found.on, found.before, found.after) == (on, before, after)


def test_home_leads_to_the_timeline(client):
    assert f'href="{TIMELINE}"' in client.get("/en/").page


def title_of(page):
    return re.search("<title>(.*?)</title>", page.page, re.DOTALL)[1]


def test_entries_of_one_day_bear_titles_of_their_own(client):
    day = date(1996, 1, 30)
    keys = [one.key for one in every() if one.when.earliest == day]
    titles = {title_of(client.get(reverse("pages:timeline-entry", args=[k]))) for k in keys}
    assert len(titles) == len(keys) > 2
