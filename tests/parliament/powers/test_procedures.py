from __future__ import annotations

import pytest

from parliament.models import Procedure, Share
from parliament.powers.procedures import (
    ACTING,
    ACTING_WHILE,
    BODIES,
    HEADS,
    ProcedureStep,
    VotesNeeded,
    procedures_used,
    steps_of,
    votes_of,
)
from tests import factories

pytestmark = pytest.mark.django_db


def test_of_every_procedure_it_is_known_who_acts_and_in_which_steps():
    assert set(ACTING) == set(HEADS) == set(Procedure)
    assert {body for bodies in ACTING.values() for body in bodies} == set(BODIES)
    assert set(ACTING_WHILE) <= set(BODIES)
    for procedure in Procedure:
        assert steps_of(factories.PowerFactory.build(procedure=procedure))


@pytest.mark.parametrize(
    ("standing", "procedures"),
    [
        (
            {"senate", "majilis"},
            {"joint", "in-turn", "each", "senate", "majilis", "stand-in", "delegated"},
        ),
        ({"senate"}, {"joint", "in-turn", "each", "senate", "stand-in", "delegated"}),
        ({"majilis"}, {"joint", "in-turn", "each", "majilis"}),
        ({"kurultai"}, {"kurultai"}),
        ({"supreme-soviet"}, set()),
        (set(), set()),
    ],
)
def test_which_procedures_are_used_while_chambers_stand(standing, procedures):
    """The President acts for the chambers, so only in their time."""
    assert procedures_used(standing) == procedures


def test_the_proposer_and_those_who_ask_come_before_those_who_decide():
    power = factories.PowerFactory.build(
        procedure=Procedure.SENATE, proposer_en="The President", movers=Share.ONE_THIRD
    )
    assert steps_of(power) == [
        ProcedureStep("The President", "proposes"),
        ProcedureStep("one third of all members", "ask for it"),
        ProcedureStep("Senate", "decides"),
    ]


def test_a_share_is_counted_in_each_chamber_that_decides(small_chamber):
    standings = [
        small_chamber("senate", 47),
        small_chamber("majilis", 107),
        small_chamber("kurultai", 145),
    ]
    power = factories.PowerFactory.build(procedure=Procedure.JOINT)
    assert votes_of(Share.TWO_THIRDS, power, standings) == [
        VotesNeeded("Senate", 47, 32),
        VotesNeeded("Majilis", 107, 72),
    ]


def test_where_seats_are_not_settled_or_no_share_is_named_no_votes_are_counted(
    small_chamber,
):
    power = factories.PowerFactory.build(procedure=Procedure.SENATE)
    assert votes_of(Share.MAJORITY, power, [small_chamber("senate")]) == []
    assert votes_of("", power, [small_chamber("senate-2", 47)]) == []
