from __future__ import annotations

import pytest
from django.http import QueryDict

from parliament.models import Matter, Procedure
from parliament.powers.filter import PowerFilter
from parliament.powers.matrix import PowerRow
from tests import factories

pytestmark = pytest.mark.django_db


def row(name, procedure, matter):
    fact = factories.PowerFactory(
        fact__subject__name_en=name, procedure=procedure, matter=matter
    ).fact
    return PowerRow([fact], is_certain=True, ends_next=False)


@pytest.fixture
def rows(empty):
    return [
        row("Amnesty", Procedure.MAJILIS, Matter.LAWS),
        row("Judges", Procedure.SENATE, Matter.APPOINTMENTS),
        row("Budget", Procedure.IN_TURN, Matter.BUDGET),
    ]


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Amnesty", "Judges", "Budget"]),
        ("body=senate", ["Judges", "Budget"]),
        ("body=senate&procedure=senate", ["Judges"]),
        ("body=kurultai", []),
        ("procedure=in-turn", ["Budget"]),
        ("matter=laws", ["Amnesty"]),
        ("words=amnesties+", []),
        ("words=BUDGET", ["Budget"]),
        ("words=judges&matter=laws", []),
        # What is no choice filters nothing.
        ("body=king&procedure=lot&matter=weather", ["Amnesty", "Judges", "Budget"]),
    ],
)
def test_rows_that_fit_every_filter_are_left(rows, query, names):
    fitting = PowerFilter(QueryDict(query)).rows_of(rows)
    assert [fitted.subject.name for fitted in fitting] == names


def test_words_find_other_spellings_too(rows):
    naming = factories.NameFactory(text="Judges").fact
    factories.NameFactory(fact=naming, text="Судьи", language="ru", script="Cyrl")
    fitting = PowerFilter(QueryDict("words=судьи")).rows_of(rows)
    assert [fitted.subject.name for fitted in fitting] == ["Judges"]
