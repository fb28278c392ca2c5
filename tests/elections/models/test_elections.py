from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from elections.models import Election
from facts.guard import writing
from tests import factories

pytestmark = pytest.mark.django_db


def refused(election, **values):
    with pytest.raises(IntegrityError), transaction.atomic(), writing():
        Election.objects.filter(pk=election.pk).update(**values)


def test_an_election_of_a_chamber_says_which():
    refused(factories.ElectionFactory(kind="majilis"), institution=None)


@pytest.mark.parametrize("kind", ["president", "referendum"])
def test_a_president_and_a_referendum_are_of_no_chamber(kind):
    election = factories.ElectionFactory(kind=kind)
    refused(election, institution=factories.SubjectFactory())


def test_an_unknown_kind():
    refused(factories.ElectionFactory(), kind="raffle")


def test_it_is_called_by_its_subject():
    election = factories.ElectionFactory()
    assert str(election) == election.subject.name_en
