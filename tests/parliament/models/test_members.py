"""What the database refuses of the requirements for members."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from facts.guard import writing
from parliament.models import Requirement, RequirementMeasure
from tests import factories

pytestmark = pytest.mark.django_db


def refused(requirement, **values):
    with pytest.raises(IntegrityError), transaction.atomic(), writing():
        Requirement.objects.filter(pk=requirement.pk).update(**values)


def test_nothing_is_measured_that_the_check_does_not_know():
    refused(factories.RequirementFactory(), measure="height")


@pytest.mark.parametrize("measure", list(RequirementMeasure))
def test_years_are_needed_except_for_education_and_citizenship(measure):
    requirement = factories.RequirementFactory(measure=measure, at_least=5)
    if measure in (RequirementMeasure.EDUCATION, RequirementMeasure.CITIZENSHIP):
        with writing():
            Requirement.objects.filter(pk=requirement.pk).update(at_least=None)
    else:
        refused(requirement, at_least=None)


def test_an_editor_is_told_that_years_are_missing():
    requirement = factories.RequirementFactory()
    requirement.at_least = None
    with pytest.raises(ValidationError, match="Say how many years are asked"):
        requirement.full_clean()
