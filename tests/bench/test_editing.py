"""The bench through its pages: forms, merge page, moves, preview."""

from __future__ import annotations

import re
from datetime import date, timedelta
from html import unescape

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import Count
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from bench.changes.states import ChangeState
from bench.forms.fields import HELP, NO_SLUG, form_field
from bench.models import Change
from content.differences import Titles, title_of
from content.serialisers import SERIALISERS, ContentKind
from elections.models import Election, ResultRow
from facts.blocks.blocks import block_of, normal
from facts.guard import writing
from facts.models import Document, Fact
from facts.periods import parse_bound
from parliament.models import SeatPart
from tests import factories
from tests.reader import Reader

pytestmark = pytest.mark.django_db
TERM = "senate-term-1998"


def values_of(response):
    """The values that a browser would send back from the form of a change."""
    form = response.context["form"]
    values = {"version": response.context["version"]}
    forms = [form.head, *([form.row.form] if form.row else [])]
    nodes = [form.row] if form.row else []
    while nodes:
        node = nodes.pop()
        for single in node.singles:
            forms.append(single.form)
            nodes.append(single)
        for rows in node.lists:
            forms += [rows.management_form, *rows.forms]
    for one in forms:
        for field in one:
            value = field.value()
            values[field.html_name] = "" if value is None or value is False else value
    return values


def opened(client, key=TERM, aim="correct", kind="facts"):
    address = reverse("admin:bench_begin")
    response = client.post(address, {"kind": kind, "key": key, "aim": aim})
    assert response.status_code == 302
    return response.url


def test_every_row_of_every_kind_can_be_opened_and_saved_unchanged(at_editor):
    for kind, serialiser in SERIALISERS.items():
        keys = serialiser.model._default_manager.order_by("key").values_list(
            "key", flat=True
        )
        for key in list(keys)[:: max(1, len(keys) // 3)]:
            address = opened(at_editor, key, kind=kind)
            page = at_editor.get(address)
            assert page.status_code == 200
            before = Change.objects.first()
            answer = at_editor.post(address, values_of(page))
            assert answer.status_code == 302, (key, answer.context["error"])
            after = Change.objects.first()
            assert (after.block, after.version) == (before.block, 2), key


def test_an_edit_by_form_and_its_review(at_editor, at_reviewer):
    address = opened(at_editor)
    values = values_of(at_editor.get(address))
    values |= {"row-act_en": "another act", "head-reason_en": "A slip.", "send": "1"}
    assert at_editor.post(address, values).status_code == 302
    change = Change.objects.get()
    assert change.state == ChangeState.REVIEW
    page = at_reviewer.get(address)
    assert "another act" in page.page
    assert "Approve" in page.page
    assert "Approve" not in at_editor.get(address).page
    move = reverse("admin:bench_move", args=[change.pk])
    assert at_editor.post(move, {"name": "approve"}).status_code == 403
    approve = {"name": "approve", "version": change.version}
    assert at_reviewer.post(move, approve).status_code == 302
    assert Fact.objects.get(key=TERM).act_en == "another act"
    page = at_editor.get(address)
    assert "Go back to what it said before" in page.page


def test_what_cannot_be_read_stays_on_the_page(at_editor):
    address = opened(at_editor)
    values = values_of(at_editor.get(address))
    values |= {"row-start": "banana", "row-act_en": "typed at length"}
    page = at_editor.post(address, values)
    assert page.status_code == 422
    assert "typed at length" in page.page
    assert "no date we can read" in page.page


@pytest.mark.parametrize(
    ("passage", "why"),
    [("nonesuch", "There is nothing called nonesuch."), ("", "This field is required.")],
)
def test_a_citation_of_nothing_stays_on_the_page(at_editor, passage, why):
    address = opened(at_editor)
    values = values_of(at_editor.get(address))
    values |= {"row-citations-0-passage": passage, "row-citations-0-note_en": "a note"}
    page = at_editor.post(address, values)
    assert page.status_code == 422
    assert why in page.page
    assert "a note" in page.page


def test_the_merge_page_loses_nothing(at_editor, at_reviewer):
    address = opened(at_editor)
    first, second = values_of(at_editor.get(address)), values_of(at_reviewer.get(address))
    at_editor.post(address, first | {"row-act_en": "one", "head-reason_en": "Because."})
    page = at_reviewer.post(
        address, second | {"row-act_en": "two", "row-start": "1998-10-08"}
    )
    assert page.status_code == 409
    assert "one" in page.page
    assert "two" in page.page
    merge = reverse("admin:bench_merge", args=[Change.objects.get().pk])
    answer = {"sealed": page.context["sealed"], "choice-0": "theirs"}
    assert at_reviewer.post(merge, answer).status_code == 302
    change = Change.objects.get()
    assert (change.block["act_en"], change.block["start"]) == ("one", "1998-10-08")
    assert change.reason_en == "Because."


def test_the_preview_shows_the_page_and_leaves_no_trace(at_editor, client):
    address = opened(at_editor)
    values = values_of(at_editor.get(address))
    values |= {"row-term-years": "8", "row-term-half_renewed_every": "4"}
    values["head-reason_en"] = "A test."
    at_editor.post(address, values)
    change = Change.objects.get()
    start = at_editor.get(reverse("admin:bench_preview", args=[change.pk]))
    page = at_editor.get(start.url)
    assert "Preview, not published" in page.page
    assert "8 years" in page.page
    assert "8 years" not in client.get("/en/chambers/senate/?on=2000-01-01").page
    assert Fact.objects.get(key=TERM).version == 1


def test_retiring_asks_for_the_reason_alone(at_editor, at_reviewer):
    address = opened(at_editor, "kurultai-choice-list", "retire")
    page = at_editor.get(address)
    assert page.context["form"].row is None
    values = values_of(page) | {"send": "1"}
    assert "Say why" in at_editor.post(address, values, follow=True).page
    values = values_of(at_editor.get(address)) | {"send": "1"}
    at_editor.post(address, values | {"head-reason_en": "It was repealed."})
    change = Change.objects.get()
    move = reverse("admin:bench_move", args=[change.pk])
    at_reviewer.post(move, {"name": "approve", "version": change.version})
    assert Fact.objects.get(key="kurultai-choice-list").state == "retired"


def test_what_was_merged_and_refused_can_still_be_saved(at_editor, at_reviewer):
    address = opened(at_editor)
    first, second = values_of(at_editor.get(address)), values_of(at_reviewer.get(address))
    typed = {"row-act_en": "one", "head-reason_en": "Because.", "send": "1"}
    at_editor.post(address, first | typed)
    change = Change.objects.get()
    move = reverse("admin:bench_move", args=[change.pk])
    at_editor.post(move, {"name": "take-back", "version": change.version})
    clash = at_reviewer.post(address, second | {"row-act_en": "two"})
    at_editor.post(move, {"name": "send", "version": change.version})
    merge = reverse("admin:bench_merge", args=[change.pk])
    page = at_reviewer.post(merge, {"sealed": clash.context["sealed"]})
    assert page.status_code == 422
    assert "two" in page.page
    assert f'id="form" action="{address}"' in page.page
    at_editor.post(move, {"name": "take-back", "version": change.version})
    assert at_reviewer.post(address, values_of(page)).status_code == 302
    change.refresh_from_db()
    assert change.block["act_en"] == "two"


def test_words_of_a_move_that_came_too_late_are_shown_again(at_editor, at_reviewer):
    address = opened(at_editor)
    values = values_of(at_editor.get(address)) | {"row-act_en": "one", "send": "1"}
    at_editor.post(address, values | {"head-reason_en": "Because."})
    change = Change.objects.get()
    move = reverse("admin:bench_move", args=[change.pk])
    at_editor.post(move, {"name": "take-back", "version": change.version})
    given = {"name": "give-back", "version": change.version, "words": "Which article?"}
    page = at_reviewer.post(move, given, follow=True)
    assert "That cannot be done now" in page.page
    assert "Your words were: “Which article?”" in page.page


def test_no_button_beside_the_form_leaves_behind_what_she_types(at_editor, at_reviewer):
    address = opened(at_editor)
    at_editor.post(address, values_of(at_editor.get(address)))
    hers = at_editor.get(address)
    assert list(hers.context["moves"]) == ["drop"]
    assert '<textarea name="words" id="words" rows="2" required>' in hers.page
    another = at_reviewer.get(address)
    assert list(another.context["moves"]) == ["send", "drop"]
    assert '<textarea name="words" id="words" rows="2">' in another.page


def test_what_nobody_saved_is_dropped_with_one_click(at_editor):
    address = opened(at_editor)
    page = at_editor.get(address)
    assert list(page.context["moves"]) == ["drop"]
    assert 'name="words"' not in page.page
    assert "begun (version 1)" in page.page
    move = reverse("admin:bench_move", args=[Change.objects.get().pk])
    at_editor.post(move, {"name": "drop"})
    assert Change.objects.get().state == ChangeState.DROPPED


def test_what_somebody_saved_is_dropped_with_a_word_alone(at_editor):
    address = opened(at_editor)
    at_editor.post(address, values_of(at_editor.get(address)))
    assert "saved, with nothing new (version 2)" in at_editor.get(address).page
    move = reverse("admin:bench_move", args=[Change.objects.get().pk])
    at_editor.post(move, {"name": "drop", "words": " "})
    assert Change.objects.get().state == ChangeState.DRAFT


def test_details_without_any_text_can_be_written(at_editor, at_reviewer):
    address = opened(at_editor, "kurultai-existence")
    values = values_of(at_editor.get(address))
    values["row-existence-begun_by_en"] = ""
    why = {"head-reason_en": "No act is named.", "send": "1"}
    at_editor.post(address, {**values, **why})
    change = Change.objects.get()
    assert change.state == ChangeState.REVIEW
    move = reverse("admin:bench_move", args=[change.pk])
    at_reviewer.post(move, {"name": "approve", "version": change.version})
    fact = Fact.objects.get(key="kurultai-existence")
    assert fact.existence.begun_by_en == ""
    assert fact.says == "The Kurultai exists."
    block = block_of(fact, SERIALISERS[ContentKind.FACT])
    assert normal(block, SERIALISERS[ContentKind.FACT]) == block


def test_what_changes_nothing_is_neither_headed_nor_sent(at_editor):
    address = opened(at_editor)
    page = at_editor.get(address)
    assert "What it changes" not in page.page
    why = {"head-reason_en": "Nothing at all.", "send": "1"}
    page = at_editor.post(address, {**values_of(page), **why}, follow=True)
    assert "It changes nothing yet" in page.page
    assert "What it changes" not in page.page
    assert Change.objects.get().state == ChangeState.DRAFT
    typed = {**values_of(page), "row-act_en": "another act", "send": "1"}
    assert "What it changes" in at_editor.post(address, typed, follow=True).page
    assert Change.objects.get().state == ChangeState.REVIEW


def test_two_parts_at_one_place_are_told_so(at_editor):
    address = opened(at_editor, "majilis-seats-2007")
    values = values_of(at_editor.get(address))
    values["row-composition-parts-1-position"] = values["row-composition-parts-0-position"]
    assert (
        "Two of these have the same place in lists." in at_editor.post(address, values).page
    )


@pytest.mark.parametrize(
    ("kind", "block", "said"),
    [
        ("assessments", {"subject": "senate"}, "Senate"),
        ("facts", {"aspect": "first-sitting"}, "first sitting"),
        ("facts", {"subject": "senate", "aspect": "term"}, "Senate: term"),
    ],
)
def test_a_title_has_no_colon_for_what_is_not_there_yet(kind, block, said):
    assert title_of(kind, block, Titles([(kind, block)])) == said


def test_what_is_worth_a_look_stands_beside_what_it_is_about(at_editor):
    page = at_editor.get(opened(at_editor, factories.CitationFactory().fact.key))
    _before, _heading, citations = page.page.partition("<legend>Citations</legend>")
    assert "It rests on one passage alone." in citations
    fact = factories.ClaimFactory(fact=factories.FactFactory()).fact
    page = at_editor.get(opened(at_editor, fact.key, "retire"))
    assert "A claim of a disagreement follows this fact." in page.page


BAD_DAY = "is no date we can read"
DAY = "That is no day. Write it like 2026-12-31."


@pytest.mark.parametrize(
    ("name", "text", "why"),
    [
        ("row-start", "29.08.2007", BAD_DAY),
        ("row-start", "2026-02-30", BAD_DAY),
        ("row-start", "", "This field is required."),
        ("row-end", "1990", "The period ends before it begins."),
        ("head-publish_on", "29.08.2027", DAY),
        ("head-publish_on", "08/29/2027", DAY),
    ],
)
def test_what_is_wrong_is_told_once_beside_its_field(at_editor, name, text, why):
    address = opened(at_editor)
    values = values_of(at_editor.get(address)) | {name: text}
    page = at_editor.post(address, values)
    assert page.status_code == 422
    told = page.page.count("errorlist")
    assert told == 1
    _before, _field, after = page.page.partition(f'name="{name}"')
    assert why in after.partition("</ul>")[0]


def test_a_fact_without_a_source_is_told_beside_its_sources(at_editor):
    address = opened(at_editor)
    values = values_of(at_editor.get(address))
    values |= {name: "on" for name in values if name.endswith("-DELETE")}
    page = at_editor.post(address, values)
    assert page.status_code == 422
    _before, _heading, citations = page.page.partition("<legend>Citations</legend>")
    assert "Name a passage that says it." in citations


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("https://www.parlam.kz/kk/mazhilis", "www.parlam.kz/kk/mazhilis"),
        (" HTTP://adilet.zan.kz ", "adilet.zan.kz"),
        ("continent-online.com doc_id=1105029", "continent-online.com doc_id=1105029"),
        ("", ""),
        ("nonsense", None),
        ("javascript:alert(1)", None),
        ("ftp://parlam.kz", None),
    ],
)
def test_an_address_is_taken_as_browsers_show_it(at_editor, typed, kept):
    address = opened(at_editor, Document.objects.first().key, kind=ContentKind.DOCUMENT)
    values = values_of(at_editor.get(address)) | {"row-address": typed}
    page = at_editor.post(address, values)
    if kept is None:
        assert page.status_code == 422
        assert "That is no address on the web." in page.page
    else:
        assert page.status_code == 302
        assert Change.objects.get().block.get("address", "") == kept


def in_review(at_editor):
    """The address of a change that the editor sent."""
    address = opened(at_editor)
    typed = {"row-act_en": "one", "head-reason_en": "The act was missing.", "send": "1"}
    at_editor.post(address, values_of(at_editor.get(address)) | typed)
    return address


def test_who_reviews_reads_the_reason_beside_what_it_changes(at_editor, at_reviewer):
    page = at_reviewer.get(in_review(at_editor)).page
    assert "<p>Why: The act was missing.</p>" in page.split('id="history"')[0]


def test_what_a_reviewer_asked_stands_above_the_form_until_it_is_sent(
    at_editor, at_reviewer
):
    def above():
        page = at_editor.get(address).page
        return page[: page.index('id="form"' if 'id="form"' in page else 'id="what"')]

    address = in_review(at_editor)
    change = Change.objects.get()
    move = reverse("admin:bench_move", args=[change.pk])
    given = {"name": "give-back", "version": change.version, "words": "Which article?"}
    at_reviewer.post(move, given)
    for _ in range(2):  # a save does not answer it
        assert "Given back by reviewer:</strong> Which article?" in above()
        at_editor.post(address, values_of(at_editor.get(address)))
    at_editor.post(address, values_of(at_editor.get(address)) | {"send": "1"})
    assert Change.objects.get().state == ChangeState.REVIEW
    assert "Which article?" not in above()


def test_a_reviewer_approves_or_gives_back_and_is_done_with_it(at_editor, at_reviewer):
    address = in_review(at_editor)
    assert list(at_editor.get(address).context["moves"]) == ["take-back"]
    hers = at_reviewer.get(address)
    assert list(hers.context["moves"]) == ["approve", "give-back"]
    # What it changes is read beside what it leaves as it is.
    row = hers.context["row"]
    assert f"{row.says} <small>{row.period_in_words()}</small>" in hers.page
    change = Change.objects.get()
    move = reverse("admin:bench_move", args=[change.pk])
    given = {"name": "give-back", "version": change.version}
    assert at_reviewer.post(move, given).url == address
    given["words"] = "Which article?"
    assert at_reviewer.post(move, given).url == reverse("admin:index")
    # Her page of it is not open, so its author is not told that somebody else has it.
    assert not at_editor.get(address).context["others"]


def test_who_would_go_back_is_led_to_the_change_that_is_open(at_editor):
    change = factories.ChangeFactory(is_new=True)
    page = reverse("admin:bench_change_change", args=[change.pk])
    undo = reverse("admin:bench_go_back", args=[change.pk])
    assert undo in at_editor.get(page).page
    opened_by_it = at_editor.post(undo).url
    again = at_editor.get(page).page
    assert undo not in again
    assert f'href="{opened_by_it}">A change of it is open (draft): go there' in again


def test_the_day_of_an_approved_change_waits_for_no_approval(at_editor, at_reviewer):
    address = in_review(at_editor)
    change = Change.objects.get()
    day = date.today() + timedelta(days=2)
    move = reverse("admin:bench_move", args=[change.pk])
    at_editor.post(move, {"name": "take-back"})
    typed = {"head-publish_on": day.isoformat(), "send": "1"}
    at_editor.post(address, values_of(at_editor.get(address)) | typed)
    assert "Once approved, it is published on" in at_editor.get(address).page
    version = Change.objects.get().version
    at_reviewer.post(move, {"name": "approve", "version": version})
    page = at_editor.get(address).page
    assert "Once approved" not in page
    assert "It is published on" in page


def test_going_back_to_nothing_asks_for_the_reason_alone(at_editor):
    change = factories.ChangeFactory(is_new=True)
    undo = reverse("admin:bench_go_back", args=[change.pk])
    page = at_editor.post(undo, follow=True)
    assert page.context["form"].row is None
    assert "Readers will no longer see this fact." in page.page
    address = page.redirect_chain[-1][0]
    typed = values_of(page) | {"head-reason_en": "It was a test.", "send": "1"}
    at_editor.post(address, typed)
    assert Change.objects.get(undoes=change).state == ChangeState.REVIEW


def test_no_page_is_said_to_show_what_is_retired(at_editor):
    fact = Fact.objects.get(key=TERM)
    row = reverse("admin:facts_fact_change", args=[fact.pk])
    assert "page: <a" in at_editor.get(row).page
    with writing():
        Fact.objects.filter(pk=fact.pk).update(state="retired")
    assert "page: <a" not in at_editor.get(row).page


def test_the_times_of_the_history_are_times_of_html(at_editor):
    """HTML knows no millionth of a second, and a step is noted with them."""
    page = at_editor.get(opened(at_editor))
    assert re.findall(r'<time datetime="(.*?)"', page.page)
    wanted = r'<time datetime="\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+0500"'
    assert len(re.findall(wanted, page.page)) == page.page.count("<time")


def test_who_is_logged_out_meanwhile_gets_her_text_back(at_editor, client):
    address = opened(at_editor)
    values = values_of(at_editor.get(address)) | {"row-sentence_en": "<b>Hers</b> & new."}
    answer = client.post(address, values)
    assert answer.status_code == 403
    assert "Not saved: you are logged out" in answer.page
    assert "&lt;b&gt;Hers&lt;/b&gt; &amp; new." in answer.page
    names = {name for name, text in answer.context["fields"]}
    assert "row-sentence_en" in names
    assert not any(name.endswith("_FORMS") or name == "version" for name in names)
    assert Change.objects.get().version == 1


OURS = {"Origin": "http://testserver"}


def hidden_in(page):
    """Names and values that the page of a refused form sends once more."""
    found = re.findall(r'<input type="hidden" name="(.*?)" value="(.*?)">', page.page)
    return {name: unescape(value) for name, value in found}


def at_a_browser_that_checks(user):
    client = Reader(enforce_csrf_checks=True)
    client.force_login(user)
    return client


def test_what_was_typed_before_logging_in_again_is_sent_once_more(at_editor, editor):
    address = opened(at_editor)
    page = values_of(at_editor.get(address))
    values = page | {"head-reason_en": 'A "slip".', "row-act_en": "<b>", "send": "1"}
    client = at_a_browser_that_checks(editor)
    refused = client.post(address, values, headers=OURS)
    assert refused.status_code == 403
    assert "Not saved yet" in refused.page
    sent = hidden_in(refused)
    assert sent.keys() - {"csrfmiddlewaretoken"} == set(values)
    assert Change.objects.get().version == 1
    assert client.post(address, sent, headers=OURS).status_code == 302
    change = Change.objects.get()
    assert (change.reason_en, change.block["act_en"]) == ('A "slip".', "<b>")
    assert change.state == ChangeState.REVIEW


@pytest.mark.parametrize("origin", [None, "https://elsewhere.example", "null"])
def test_a_form_of_another_site_cannot_be_sent_once_more(at_editor, editor, origin):
    address = opened(at_editor)
    values = values_of(at_editor.get(address)) | {"row-act_en": "planted"}
    client = at_a_browser_that_checks(editor)
    refused = client.post(address, values, headers={"Origin": origin} if origin else {})
    assert refused.status_code == 403
    assert "planted" not in refused.page
    assert "This form has expired" in refused.page


def test_words_to_others_are_not_lost_with_the_login(at_editor, client):
    change = opened(at_editor)
    move = reverse("admin:bench_move", args=[Change.objects.get().pk])
    refused = client.post(move, {"name": "drop", "words": "A long why.", "version": 1})
    assert refused.status_code == 403
    assert hidden_in(refused)["words"] == "A long why."
    assert at_editor.get(change).status_code == 200
    assert client.post(move, {"name": "drop"}).status_code == 302  # to log in


@pytest.mark.parametrize("field", ["start", "end", "speaks"])
def test_the_help_of_a_field_shows_what_the_field_takes(field):
    examples = re.findall(r"\[[^]]*\]|\d[\d/-]*|\.\.", str(HELP[field]))
    assert examples
    for example in examples:
        parse_bound(example, "end" if field == "end" else "start")


@pytest.mark.parametrize("typed", ["Vice_Chairs", "Term", "vice_chairs"])
def test_an_aspect_has_small_letters_digits_and_hyphens(at_editor, typed):
    sent = {"kind": "facts", "subject": "senate", "aspect": typed}
    page = at_editor.post(reverse("admin:bench_start"), sent)
    assert page.status_code == 422
    assert str(NO_SLUG) in page.page
    with pytest.raises(ValidationError):
        form_field(Fact._meta.get_field("aspect")).clean(typed)


def test_the_aspect_of_a_fact_stays_what_it_is(at_editor):
    address = opened(at_editor)
    sent = values_of(at_editor.get(address))
    assert "row-aspect" not in sent
    at_editor.post(address, sent | {"row-aspect": "composition", "row-act_en": "Another."})
    block = Change.objects.get().block
    assert (block["aspect"], block["act_en"]) == ("term", "Another.")


def test_a_day_has_one_check_of_a_fact_by_one_person(at_editor):
    fact = Fact.objects.get(key="senate-term-1998")
    for _ in range(3):
        at_editor.post(reverse("admin:bench_check", args=[fact.pk]))
    assert fact.checks.count() == 1


def test_looking_for_a_passage_asks_once(at_editor, django_assert_max_num_queries):
    address = reverse("admin:bench_keys", args=["passage"])
    at_editor.get(address)
    with django_assert_max_num_queries(6):
        page = at_editor.get(address, {"row-passage": "senate"})
    assert page.page.count("<option") == 12


def test_a_fact_begins_with_its_aspect(at_editor):
    sent = {"kind": "facts", "subject": "senate"}
    page = at_editor.post(reverse("admin:bench_start"), sent)
    assert page.status_code == 422
    assert "A fact is about one aspect" in page.page
    assert not Change.objects.exists()


def test_an_election_that_is_to_come_can_be_added(at_editor, at_reviewer):
    sent = {"kind": "subject", "details": "election"}
    address = at_editor.post(reverse("admin:bench_start"), sent).url
    values = values_of(at_editor.get(address)) | {
        "row-name_en": "Kurultai election of some day",
        "row-topic": "elections",
        "row-election-kind": "kurultai",
        "row-election-institution": "kurultai",
        "head-reason_en": "It was called.",
        "send": "1",
    }
    assert at_editor.post(address, values).status_code == 302
    change = Change.objects.get()
    move = reverse("admin:bench_move", args=[change.pk])
    at_reviewer.post(move, {"name": "approve", "version": change.version})
    change.refresh_from_db()
    assert change.state == ChangeState.PUBLISHED
    election = Election.objects.get(subject__key=change.key)
    assert election.institution.key == "kurultai"


def test_a_refused_form_begins_with_a_list_of_what_is_wrong(at_editor):
    address = opened(at_editor)
    sent = values_of(at_editor.get(address))
    sent |= {"row-start": "banana", "row-citations-0-passage": "nothing-of-that-name"}
    page = at_editor.post(address, sent)
    assert page.status_code == 422
    (told,) = re.findall(r'<div class="errornote".*?</div>', page.page, re.S)
    assert "autofocus" in told
    found = re.findall(r'<li><a href="#([^"]+)">([^<]+)</a>: ([^<]+)</li>', told)
    assert [(target, where) for target, where, _ in found] == [
        ("id_row-start", "First day it holds"),
        ("id_row-citations-0-passage", "Citations, 1: Passage"),
    ]
    assert "banana" in found[0][2]
    assert "nothing-of-that-name" in found[1][2]
    for target, _, _ in found:
        assert page.page.count(f' id="{target}"') == 1


def test_a_list_that_is_wrong_as_such_is_led_to(at_editor):
    address = opened(at_editor)
    sent = values_of(at_editor.get(address))
    sent |= {name: "on" for name in sent if name.endswith("-DELETE")}
    page = at_editor.post(address, sent)
    assert '<li><a href="#list-row-citations">Citations</a>: Name a passage' in page.page
    assert page.page.count('<fieldset id="list-row-citations">') == 1


def test_a_form_with_nothing_wrong_has_no_such_list(at_editor):
    assert "errornote" not in at_editor.get(opened(at_editor)).page


def test_a_form_asks_no_query_for_each_of_its_citations(at_editor):
    few, many = (
        Fact.objects.annotate(cited=Count("citations")).filter(cited=n).first()
        for n in (1, 6)
    )

    def asked(fact):
        address = opened(at_editor, fact.key)
        at_editor.get(address)  # she is seen there from now on
        with CaptureQueriesContext(connection) as found:
            page = at_editor.get(address)
        cited = [one.passage for one in fact.citations.select_related("passage__document")]
        form = page.page.split('id="form"')[1].split("</form>")[0]
        for passage in cited:
            assert escape(passage.summary_en) in form
        return len([one for one in found if "facts_passage" in one["sql"]])

    assert asked(few) == asked(many)


@pytest.mark.parametrize(
    ("model", "column", "most"),
    [
        (SeatPart, "seats", 32_767),
        (ResultRow, "votes", 2_147_483_647),
    ],
)
def test_a_number_that_postgresql_could_not_hold_is_refused(model, column, most):
    field = form_field(model._meta.get_field(column))
    assert field.clean(str(most)) == most
    with pytest.raises(ValidationError):
        field.clean(str(most + 1))
