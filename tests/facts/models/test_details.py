from __future__ import annotations

import pytest
from django.apps import apps

from facts.guard import Guarded
from facts.models import Detail, Fact
from tests import factories

DETAILS = [model for model in apps.get_models() if issubclass(model, Detail)]


@pytest.mark.parametrize("model", DETAILS, ids=lambda model: model.__name__)
def test_details_hang_on_a_fact_one_to_one_and_are_guarded_as_part_of_it(model):
    field = model._meta.get_field("fact")
    assert field.one_to_one
    assert not field.primary_key  # loading the fixtures again would break on that
    assert field.related_model is Fact
    assert issubclass(model, Guarded)
    assert model.is_part


@pytest.mark.django_db
def test_details_are_called_as_their_fact_is():
    term = factories.TermFactory(fact__key="hall-term")
    assert str(term) == "hall-term"
