from __future__ import annotations

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from elections.models import Figure, ResultRow
from facts.guard import writing
from tests import factories


@pytest.mark.parametrize(
    ("measure", "is_percent"),
    [("turnout", True), ("threshold", True), ("lowest-share", True), ("seats", False)],
)
def test_shares_are_told_from_counts(measure, is_percent):
    figure = Figure(measure=measure, value="7.50")
    assert figure.is_percent is is_percent
    assert figure.number == Decimal("7.5")


def test_votes_against_all_are_told_from_votes_for_somebody():
    assert ResultRow(label_en="Against all").is_against_all
    assert not ResultRow(label_en="Otan").is_against_all


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("factory", "values"),
    [
        (factories.FigureFactory, {"measure": "mood"}),
        (factories.FigureFactory, {"status": "felt"}),
        (factories.FigureFactory, {"value": ""}),
        (factories.ResultFactory, {"status": "felt"}),
        (factories.ResultFactory, {"base": "all"}),
        (factories.ResultFactory, {"way": "lottery"}),
        (factories.ResultRowFactory, {"label_en": ""}),
    ],
)
def test_the_database_refuses_what_is_no_choice(factory, values):
    row = factory()
    with pytest.raises(IntegrityError), transaction.atomic(), writing():
        type(row).objects.filter(pk=row.pk).update(**values)


@pytest.mark.django_db
@pytest.mark.parametrize("same", ["position", "label_en"])
def test_a_place_and_a_name_stand_once_in_a_result(same):
    row = factories.ResultRowFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.ResultRowFactory(result=row.result, **{same: getattr(row, same)})
