"""What readers read of the details of this app: each sentence made when it is read.

A sentence is a pattern of the active language with figures and names in it; counted nouns
go through ``ngettext``. No pattern takes a part of a name or looks at how one ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from django.contrib.humanize.templatetags.humanize import ordinal
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from facts.models import Fact, Topic
from facts.periods import OPEN
from parliament.aspects import ASPECTS
from parliament.models import (
    Composition,
    Convocation,
    Existence,
    Institution,
    Membership,
    Post,
    Requirement,
    RequirementMeasure,
    SeatPart,
    Succession,
    Term,
)

JOINS = (
    "subject__institution",
    "existence",
    "succession__successor",
    "composition",
    "term",
    "membership__person",
    "convocation",
    "requirement",
)
PREFETCHES = ("composition__parts",)
"""What facts are fetched with so that their sentences ask no further query."""


def made_sentence(fact: Fact) -> str:
    """The sentence that the details of ``fact`` make, without its dates; else empty."""
    for name in ASPECTS.details_of(fact.aspect) & SENTENCES.keys():
        if detail := getattr(fact, name, None):
            return SENTENCES[name](detail)
    return ""


# --- small words ----------------------------------------------------------------------


def in_a_row(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return _("%(first)s and %(last)s") % {
        "first": ", ".join(parts[:-1]),
        "last": parts[-1],
    }


def seats_counted(number: int | None) -> str:
    """``1 seat``, ``47 seats``, ``an unknown number of seats``."""
    if number is None:
        return _("an unknown number of seats")
    return ngettext("%(n)d seat", "%(n)d seats", number) % {"n": number}


def years_counted(number: int) -> str:
    """``1 year``, ``6 years``."""
    return ngettext("%(n)d year", "%(n)d years", number) % {"n": number}


# --- institutions ---------------------------------------------------------------------


def existence(detail: Existence) -> str:
    """Whose existence it is, and by what acts it began and ended."""
    stands = detail.fact.end == OPEN
    pattern = _("The %(name)s exists.") if stands else _("The %(name)s existed.")
    parts = [pattern % {"name": detail.fact.subject.name}]
    if detail.begun_by:
        parts.append(_("It began with %(act)s.") % {"act": detail.begun_by})
    if detail.ended_by:
        parts.append(_("It ended with %(act)s.") % {"act": detail.ended_by})
    return " ".join(parts)


def succession(detail: Succession) -> str:
    """Who came after whom."""
    return _("The %(successor)s took the place of the %(name)s.") % {
        "successor": detail.successor.name,
        "name": detail.fact.subject.name,
    }


def convocation(detail: Convocation) -> str:
    """Which one sat: ``The Mäjilis of the 4th convocation sat.``"""
    return _("The %(name)s of the %(number)s convocation sat.") % {
        "name": detail.fact.subject.name,
        "number": ordinal(detail.number),
    }


# --- seats and terms ------------------------------------------------------------------


def seat_part(part: SeatPart) -> str:
    """``40 elected by local councils``, ``an unknown number elected ...``."""
    number = _("an unknown number") if part.seats is None else str(part.seats)
    return _("%(number)s %(how)s") % {"number": number, "how": part.get_way_display()}


def composition(detail: Composition) -> str:
    """``47 seats: 40 elected by local councils and 7 appointed ...``."""
    parts = list(detail.parts.all())
    total = seats_counted(detail.seats)
    if len(parts) == 1:
        how = parts[0].get_way_display()
        return _("%(total)s, %(how)s.") % {"total": total, "how": how}
    return _("%(total)s: %(parts)s.") % {"total": total, "parts": _parts_in_a_row(parts)}


def known_parts(detail: Composition) -> str:
    """What is known of a composition with an open part: ``7 appointed ...``; else empty."""
    known = [part for part in detail.parts.all() if part.seats is not None]
    return f"{_parts_in_a_row(known)}." if known else ""


def _parts_in_a_row(parts: Iterable[SeatPart]) -> str:
    return in_a_row([seat_part(part) for part in parts])


def term(detail: Term) -> str:
    """The term in years, and the renewal if there is one."""
    institution = institution_of(detail.fact)
    if institution is None:
        return ""
    words = {
        "members": capfirst(institution.members),
        "years": years_counted(detail.years),
    }
    serve = _("%(members)s serve %(years)s.") % words
    if not detail.half_renewed_every:
        return serve
    every = _("Half of the elected ones are chosen anew every %(years)s.") % {
        "years": years_counted(detail.half_renewed_every)
    }
    return f"{serve} {every}"


# --- people ---------------------------------------------------------------------------


def post_title(detail: Membership) -> str:
    """The post and where it is: ``Chair of the Mäjilis``, ``Chair of Amanat``."""
    body = detail.fact.subject
    if detail.post == Post.PRESIDENT:
        return body.name
    # A party's list of earlier names, in brackets, would not read as a name.
    words = {"post": detail.get_post_display(), "body": body.name.partition(" (")[0]}
    if body.topic == Topic.PARLIAMENT:
        return _("%(post)s of the %(body)s") % words
    return _("%(post)s of %(body)s") % words


def membership(detail: Membership) -> str:
    """Who holds or held which post: ``Marat Ospanov was Chair of the Mäjilis.``"""
    holds = detail.fact.end == OPEN
    pattern = _("%(person)s is %(post)s.") if holds else _("%(person)s was %(post)s.")
    return pattern % {"person": detail.person.name, "post": post_title(detail)}


def requirement(detail: Requirement) -> str:
    """The requirement in words: ``A senator had to be at least 30 years old.``"""
    institution = institution_of(detail.fact)
    if institution is None:
        return ""
    pattern = _("A %(member)s has to %(asked)s.")
    if detail.fact.end != OPEN:
        pattern = _("A %(member)s had to %(asked)s.")
    return pattern % {"member": member_of(institution), "asked": _asked(detail)}


def member_of(institution: Institution) -> str:
    """What a member is called where no page says of what: ``deputy of the Mäjilis``.

    ``senator`` says it by itself, ``deputy`` does not.
    """
    if institution.member != _("deputy"):  # the word for a member of any chamber
        return institution.member
    return _("%(member)s of the %(name)s") % {
        "member": institution.member,
        "name": institution.subject.name,
    }


def _asked(detail: Requirement) -> str:
    """What is asked, as the end of a sentence: ``be at least 30 years old``."""
    years = {"years": years_counted(detail.at_least)} if detail.at_least else {}
    measure = RequirementMeasure(detail.measure)
    if measure == RequirementMeasure.CITIZENSHIP:
        if years:
            return _("be a citizen of Kazakhstan for at least %(years)s") % years
        return _("be a citizen of Kazakhstan")
    if measure == RequirementMeasure.EDUCATION:
        return _("have a higher education")
    return {
        RequirementMeasure.AGE: _("be at least %(years)s old"),
        RequirementMeasure.RESIDENCE: _("have lived in Kazakhstan for the last %(years)s"),
        RequirementMeasure.LOCAL_RESIDENCE: _(
            "have lived in the region, city or capital represented for at least %(years)s"
        ),
        RequirementMeasure.EXPERIENCE: _("have at least %(years)s of work experience"),
    }[measure] % {"years": years_counted(detail.at_least or 0)}


def institution_of(fact: Fact) -> Institution | None:
    """The institution that a fact is about; nothing where its subject is none."""
    return getattr(fact.subject, "institution", None)


SENTENCES: dict[str, Callable[[Any], str]] = {
    "existence": existence,
    "succession": succession,
    "composition": composition,
    "term": term,
    "membership": membership,
    "convocation": convocation,
    "requirement": requirement,
}
"""The details of this app that make a sentence, by their names on a fact."""
