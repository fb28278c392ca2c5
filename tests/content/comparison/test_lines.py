"""One line of a comparison, on facts of its own."""

from __future__ import annotations

import pytest

from content.aspect_groups import ComparisonGroup
from content.comparison.lines import ComparisonLine, NumberChange, procedures_of
from facts.guard import writing
from facts.models import Fact
from parliament.models import Matter, Power, Procedure
from tests import factories

pytestmark = pytest.mark.usefixtures("empty")


@pytest.fixture
def senate():
    institution = factories.InstitutionFactory(
        subject__name_en="Senate", member_en="senator", members_en="senators"
    )
    return institution.subject


def line(before=(), after=(), group=ComparisonGroup.SEATS, **more):
    details = {"perhaps_before": frozenset(), "perhaps_after": frozenset()}
    lives = {"has_begun": False, "has_ended": False}
    subject = (*before, *after)[0].subject
    return ComparisonLine(
        group, subject, tuple(before), tuple(after), **{**details, **lives, **more}
    )


def fact(subject, sentence="It is so.", **more):
    return factories.FactFactory(subject=subject, sentence_en=sentence, **more)


def seats(subject, **parts):
    """A composition with so many seats of each way."""
    composition = factories.CompositionFactory(fact__subject=subject)
    for way, number in parts.items():
        factories.SeatPartFactory(composition=composition, way=way, seats=number)
    return Fact.objects.get(pk=composition.fact.pk)


def power(subject, procedure):
    details = {"procedure": procedure, "matter": Matter.LAWS}
    with writing():
        return Power.objects.create(fact=fact(subject), **details).fact


# --- what it is about ------------------------------------------------------------------


def test_its_title_is_the_subject_and_of_seats_which_ones(senate):
    assert line([fact(senate)]).title == "Senate"
    chosen = fact(senate, aspect="choice-appointed")
    assert line([], [chosen]).title == "Senate, seats appointed by the President"
    assert line([fact(senate, aspect="choice-of-the-others")]).title == "Senate"


def test_what_only_the_law_says_is_told_so(senate):
    in_law = line([fact(senate, aspect="composition-in-law")])
    assert in_law.is_in_law
    assert in_law.title == "Senate, in law"
    assert not line([fact(senate, aspect="composition")]).is_in_law


def test_its_gist_is_what_holds_after_it_or_else_before(senate):
    before, after = fact(senate, "Before."), fact(senate, "After.")
    assert line([before], [after]).gist == "After."
    assert line([before]).gist == "Before."


# --- what happened to it ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("sides", "more", "what"),
    [
        ("after", {"has_begun": True}, "new"),
        ("after", {}, "from then on"),
        ("before", {"has_ended": True}, "ended"),
        ("before", {}, "no longer so"),
        ("both", {}, "changed"),
        ("both", {"group": ComparisonGroup.PERHAPS}, "not settled"),
        ("after", {"group": ComparisonGroup.PERHAPS, "has_begun": True}, "not settled"),
    ],
)
def test_what_happened_to_it(senate, sides, more, what):
    facts = [fact(senate)]
    before = facts if sides in ("before", "both") else []
    after = facts if sides in ("after", "both") else []
    assert line(before, after, **more).what == what


def test_what_is_said_of_no_procedure_has_none(senate):
    assert procedures_of([fact(senate)]) == set()


def test_a_power_moves_where_no_procedure_is_left(senate):
    joint, also_joint, alone = (
        power(senate, procedure)
        for procedure in (Procedure.JOINT, Procedure.JOINT, Procedure.SENATE)
    )
    group = ComparisonGroup.POWERS
    assert line([joint], [also_joint], group).what == "changed"
    assert line([joint], [alone], group).what == "moved"
    assert line([joint], [also_joint, alone], group).what == "changed"


# --- the acts behind it ----------------------------------------------------------------


def test_the_acts_that_made_it_so_are_named_once(senate):
    ended = factories.ExistenceFactory(
        fact__subject=senate, begun_by_en="a treaty", ended_by_en="a law"
    ).fact
    begun = factories.ExistenceFactory(fact__subject=senate, begun_by_en="a decree").fact
    acts = [fact(senate, act_en=act) for act in ("a law", "", "an order")]
    assert line([ended], [begun, *acts]).acts == ["a decree", "a law", "an order"]
    assert line([fact(senate)], [fact(senate)]).acts == []


# --- the numbers in it -----------------------------------------------------------------


def test_only_the_numbers_that_changed_are_told(senate):
    before = seats(senate, councils=32, appointed=7)
    after = seats(senate, councils=32, appointed=15)
    assert line([before], [after]).figures == [
        NumberChange("seats", "39", "47"),
        NumberChange("appointed by the President", "7", "15"),
    ]


def test_a_way_that_was_not_there_had_no_seats(senate):
    before, after = seats(senate, councils=32), seats(senate, councils=32, appointed=7)
    assert line([before], [after]).figures[1:] == [
        NumberChange("appointed by the President", "0", "7")
    ]


def test_a_number_that_is_not_settled_is_left_empty(senate):
    before, after = seats(senate, councils=40, appointed=7), seats(senate, appointed=None)
    (total, councils, appointed) = line([before], [after]).figures
    assert (total.before, total.after) == ("47", "")
    assert (councils.before, councils.after) == ("40", "0")
    assert (appointed.before, appointed.after) == ("7", "")
    perhaps = line([before], [after], perhaps_before=frozenset({before.pk}))
    assert {number.before for number in perhaps.figures} <= {""}


def test_elsewhere_there_are_no_numbers(senate):
    before, after = seats(senate, councils=32), seats(senate, councils=40)
    assert line([before], [after], ComparisonGroup.TERMS).figures == []
    assert line([], [after]).figures == []
    assert line([fact(senate)], [after]).figures == []
