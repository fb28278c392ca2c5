from __future__ import annotations

from datetime import date

from django import template

from elections.aspects import MERGER
from elections.contestants.addresses import body_address, contestant_address
from elections.contestants.names import name_then, names_later
from elections.sentences import (
    figure_in_words,
    happened_in_words,
    later_names_in_words,
)
from facts.models import Fact, Subject
from facts.names import main_name

register = template.Library()

register.filter("figure_in_words", figure_in_words)

register.filter("main_name", main_name)
register.filter("name_then", name_then)

register.filter("body_page", body_address)


@register.filter
def contestant_page(subject: Subject | None) -> str:
    """The address of the page of a party or a person; empty without one."""
    return contestant_address(subject) if subject else ""


@register.filter
def grouped(number: int) -> str:
    """``5,247,720``: a count with its thousands apart."""
    return f"{number:,}"


@register.filter
def first_day(fact: Fact) -> str:
    """The first day on which a fact surely holds, as an address writes it."""
    return fact.period.start.latest.isoformat()


@register.filter
def happened(fact: Fact) -> str:
    """When an event was, as a sentence begins: ``on 26 April 2022``, ``in 2013``."""
    return happened_in_words(fact.period.start)


@register.filter
def later(fact: Fact, day: date) -> str:
    """``" (later Nur Otan)"``: what the party joined was called since, by ``day``."""
    words = later_names_in_words(names_later(fact, day))
    return f" {words}" if words else ""


@register.filter
def is_merger(fact: Fact) -> bool:
    """Whether a fact tells that one party went into another."""
    return MERGER.covers(fact.aspect)
