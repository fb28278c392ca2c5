"""What happened to an institution, told in a small world of its own."""

from __future__ import annotations

import pytest

from facts.aspects import EventKind
from facts.models import Topic
from parliament.events import chambers_of, events
from tests import factories

pytestmark = pytest.mark.django_db


def entries_of(facts, institutions=()):
    """The entries that facts make: kind, first bound, title and chambers."""
    return [
        (event.kind, event.when.edtf, str(event.title), set(event.chambers))
        for event in events(facts, institutions)
    ]


@pytest.fixture
def chamber(empty):
    """A chamber that began in 1996 and ended in 2026."""
    institution = factories.InstitutionFactory(
        subject__key="senate", subject__name_en="Senate"
    )
    existence = factories.ExistenceFactory(
        fact__subject=institution.subject,
        fact__start="1996-01-30",
        fact__end="2026-07-01",
        begun_by_en="the Constitution of 1995",
        ended_by_en="the Constitution of 2026",
    )
    return institution, existence.fact


def test_an_institution_begins_and_ends_by_its_acts(chamber):
    institution, existence = chamber
    assert entries_of([existence], [institution]) == [
        (
            EventKind.INSTITUTION,
            "1996-01-30",
            "The Senate began with the Constitution of 1995.",
            {"senate"},
        ),
        (
            EventKind.INSTITUTION,
            "2026-07-01",
            "The Senate ended with the Constitution of 2026.",
            {"senate"},
        ),
    ]


def test_what_still_is_has_no_end(empty):
    existence = factories.ExistenceFactory(
        fact__subject__name_en="Kurultai", fact__start="2026-07-01", begun_by_en=""
    )
    assert [title for _kind, _when, title, _about in entries_of([existence.fact])] == [
        "The Kurultai began."
    ]


def test_a_name_and_a_term_of_the_first_day_go_without_saying(chamber):
    institution, existence = chamber
    of_birth, later = (
        factories.NameFactory(
            fact__subject=institution.subject, fact__start=start, fact__end=end
        ).fact
        for start, end in (("1996-01-30", "2000-01-01"), ("2000-01-01", ".."))
    )
    term = factories.TermFactory(
        fact__subject=institution.subject, fact__start="1996-01-30"
    ).fact
    entries = entries_of([existence, of_birth, later, term], [institution])
    assert [when for kind, when, _title, _about in entries if kind == EventKind.NAME] == [
        "2000-01-01"
    ]
    assert EventKind.SEATS not in {kind for kind, *_rest in entries}


def test_a_number_of_seats_is_an_entry_only_where_it_is_settled(chamber):
    institution, _existence = chamber
    settled, unsettled = (
        factories.SeatPartFactory(
            seats=seats,
            composition__fact__subject=institution.subject,
            composition__fact__start=start,
        ).composition.fact
        for seats, start in ((39, "1999-12-01"), (None, "1997-10-08"))
    )
    assert entries_of([unsettled, settled], [institution]) == [
        (
            EventKind.SEATS,
            "1999-12-01",
            "From then on the Senate had 39 seats, elected by local councils.",
            {"senate"},
        )
    ]


def test_posts_and_convocations_are_told_with_the_name_of_the_body(chamber):
    institution, _existence = chamber
    chair = factories.MembershipFactory(
        fact__subject=institution.subject,
        fact__start="2020-05-04",
        person__name_en="Maulen Ashimbayev",
    ).fact
    convocation = factories.ConvocationFactory(
        fact__subject=institution.subject, fact__start="1996-01-30", number=1
    ).fact
    titles = [
        title for _k, _w, title, _a in entries_of([chair, convocation], [institution])
    ]
    assert titles == [
        "Maulen Ashimbayev became Chair of the Senate.",
        "Convocation 1 of the Senate began.",
    ]


def test_it_is_called_what_it_was_called_then(empty):
    subject = factories.SubjectFactory(name_en="Supreme Council")
    namings = [
        factories.NameFactory(
            text=text, fact__subject=subject, fact__start=start, fact__end=end
        ).fact
        for text, start, end in (
            ("Supreme Soviet", "1938-01-01", "1993-01-29"),
            ("Supreme Council", "1993-01-29", "1995-03-11"),
        )
    ]
    seats = [
        factories.SeatPartFactory(
            seats=number, composition__fact__subject=subject, composition__fact__start=day
        ).composition.fact
        for number, day in ((360, "1990-03-25"), (177, "1994-03-07"))
    ]
    titles = [title for _k, _w, title, _a in entries_of([*namings, *seats])]
    assert titles[-2].startswith("From then on the Supreme Soviet had 360 seats")
    assert titles[-1].startswith("From then on the Supreme Council had 177 seats")


def test_the_first_sitting_of_both_chambers_is_told_once(empty):
    whole = factories.SubjectFactory(key="parliament")
    chambers = [
        factories.InstitutionFactory(kind="chamber", part_of=whole, subject__key=key)
        for key in ("senate", "majilis")
    ]
    sittings = [
        factories.FactFactory(subject=subject, aspect="first-sitting", start="1996-01-30")
        for subject in (whole, *(chamber.subject for chamber in chambers))
    ]
    later = factories.FactFactory(
        subject=chambers[1].subject, aspect="first-sitting", start="1999-12-01"
    )
    entries = entries_of([*sittings, later], chambers)
    assert [(when, about) for _kind, when, _title, about in entries] == [
        ("1996-01-30", {"senate", "majilis"}),
        ("1999-12-01", {"majilis"}),
    ]


def test_what_is_unfinished_no_event_or_of_another_topic_is_left_out(empty):
    facts = [
        factories.FactFactory(aspect="term", sentence_en=""),
        factories.FactFactory(aspect="note-remark"),
        factories.FactFactory(aspect="dissolved", subject__topic=Topic.LAW),
    ]
    assert entries_of(facts) == []


def test_what_concerns_the_whole_concerns_each_chamber(empty):
    whole = factories.SubjectFactory(key="parliament")
    senate = factories.InstitutionFactory(
        kind="chamber", part_of=whole, subject__key="senate"
    )
    single = factories.InstitutionFactory(subject__key="kurultai")
    assert chambers_of([senate, single]) == {
        senate.subject_id: ["senate"],
        whole.pk: ["senate"],
        single.subject_id: ["kurultai"],
    }
