from __future__ import annotations

from datetime import date

import pytest

from parliament.chambers.fetching import facts_of, institutions
from parliament.chambers.standing import Standing
from tests import factories


@pytest.fixture
def standing(db):
    """An institution of the site's content, by its key, on a day: ``2007-08-29``."""
    by_key = {institution.subject.key: institution for institution in institutions()}
    facts = facts_of(institution.subject for institution in by_key.values())

    def on(key, day):
        institution = by_key[key]
        own_facts = facts[institution.subject_id]
        return Standing(institution, own_facts, date.fromisoformat(day))

    return on


@pytest.fixture
def small_chamber(empty):
    """Make a chamber of 2000 to 2009 in a database without others, seen on a day of 2005.

    ``seats`` members had been chosen, where a number is given.
    """

    def make(key, seats=None, day=date(2005, 1, 1)):
        subject = factories.SubjectFactory(key=key, name_en=key.capitalize())
        institution = factories.InstitutionFactory(subject=subject)
        existence = factories.ExistenceFactory(
            fact__subject=subject, fact__start="2000-01-01", fact__end="2010-01-01"
        )
        facts = [existence.fact]
        if seats:
            part = factories.SeatPartFactory(
                seats=seats, composition__fact__subject=subject
            )
            facts.append(part.composition.fact)
        return Standing(institution, facts, day)

    return make
