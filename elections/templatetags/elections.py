from __future__ import annotations

from django import template
from django.urls import reverse

from elections.diagrams import result_chart, seated
from facts.models import Subject, Topic

register = template.Library()

register.simple_tag(result_chart)
register.simple_tag(seated)

PAGES = {
    Topic.ELECTIONS.value: "elections:election-detail",
}
"""Which page tells of a subject, by its topic."""


@register.filter
def page_of(subject: Subject | None) -> str:
    """The address of the page of a party, a person or an election; empty without one."""
    name = PAGES.get(subject.topic) if subject else None
    return reverse(name, kwargs={"slug": subject.key}) if subject and name else ""


@register.filter
def grouped(number: int) -> str:
    """``5,247,720``: a count with its thousands apart."""
    return f"{number:,}"
