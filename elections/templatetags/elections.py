from __future__ import annotations

from datetime import date

from django import template
from django.utils.translation import gettext as _

from elections.aspects import MERGER
from elections.charts import result_chart, seated
from elections.contestants.addresses import body_address, contestant_address
from elections.contestants.names import name_then, names_later
from elections.sentences import figure_in_words
from elections.votes.vote import Vote
from facts.localised import Text
from facts.models import Fact, Subject
from facts.names import main_name
from facts.periods_in_words import edtf_in_words, end_in_words
from parliament.aspects import EXISTENCE
from parliament.events import ended_title

register = template.Library()

register.filter("figure_in_words", figure_in_words)

register.simple_tag(result_chart)
register.simple_tag(seated)
register.filter("main_name", main_name)
register.filter("name_then", name_then)

register.filter("body_page", body_address)


@register.filter
def contestant_page(subject: Subject | None) -> str:
    """The address of the page of a party or a person; empty without one."""
    return contestant_address(subject) if subject else ""


@register.filter
def is_dated_as(vote: Vote, fact: Fact) -> bool:
    """Whether a fact is dated as the vote itself: its page need not say when."""
    return vote.is_of_the_day(fact)


@register.filter
def from_then(vote: Vote, fact: Fact) -> str:
    """When a fact held as seen from a vote: what began before is told by its end."""
    period = fact.period
    if period.start.latest < vote.day.earliest:
        return end_in_words(period.end)
    return fact.period_in_words()


@register.filter
def says_then(vote: Vote, fact: Fact) -> Text:
    """What a fact tells as seen from a vote: of what existed before, that it ended."""
    was_there = fact.period.start.latest < vote.day.earliest
    return ended_title(fact) if EXISTENCE.covers(fact.aspect) and was_there else fact.says


@register.filter
def grouped(number: int) -> str:
    """``5,247,720``: a count with its thousands apart."""
    return f"{number:,}"


@register.filter
def first_day(fact: Fact) -> str:
    """The first day on which a fact surely holds, as an address writes it."""
    return fact.period.start.latest.isoformat()


@register.filter
def begins_in_words(fact: Fact) -> str:
    """When a fact began, without how long it held: ``25 September 2006``."""
    start = fact.period.start
    return "" if start.is_open else edtf_in_words(start.edtf)


@register.filter
def happened_in_words(fact: Fact) -> str:
    """When an event was, as a sentence begins: ``on 26 April 2022``, ``in 2013``."""
    words = begins_in_words(fact)
    start = fact.period.start
    if start.is_open or start.edtf.startswith("["):
        return words
    told = _("on %(day)s") if start.is_exact else _("in %(day)s")
    return told % {"day": words}


@register.filter
def later(fact: Fact, day: date) -> str:
    """``" (later Nur Otan)"``: what the party joined was called since, by ``day``."""
    names = ", ".join(names_later(fact, day))
    return _(" (later %(names)s)") % {"names": names} if names else ""


@register.filter
def is_merger(fact: Fact) -> bool:
    """Whether a fact tells that one party went into another."""
    return MERGER.covers(fact.aspect)
