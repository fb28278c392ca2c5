"""How the parts of a chamber are written and drawn in templates."""

from __future__ import annotations

import pytest
from django.template import Context, Template

from parliament.models import Way
from tests import factories

pytestmark = pytest.mark.django_db


def rendered(template, **context):
    return Template("{% load parliament %}" + template).render(Context(context))


@pytest.fixture
def composition():
    """32 elected by local councils and 7 appointed."""
    made = factories.CompositionFactory()
    for way, seats in ((Way.COUNCILS, 32), (Way.APPOINTED, 7)):
        factories.SeatPartFactory(composition=made, way=way, seats=seats)
    return made


def test_parts_of_the_seats_are_told_in_words(composition):
    template = "{% for part in seats.parts.all %}{{ part|seat_part }}; {% endfor %}"
    assert rendered(template, seats=composition) == (
        "32 elected by local councils; 7 appointed by the President; "
    )
    assert rendered("{{ seats|known_parts }}", seats=composition) == (
        "32 elected by local councils and 7 appointed by the President."
    )


def test_a_post_has_its_title():
    post = factories.MembershipFactory(fact__subject__name_en="Senate")
    assert rendered("{{ post|post_title }}", post=post) == "Chair of the Senate"


def test_seats_are_drawn_with_the_pattern_of_their_way(composition):
    template = (
        "{% seat_chart seats as chart %}{{ chart.total }}"
        "{% for part in seats.parts.all %} {{ part.way|pattern }}{% endfor %}"
    )
    assert rendered(template, seats=composition) == "39 solid ring"
