"""What the tests of elections build their small worlds of."""

from __future__ import annotations

import re

from tests import factories

VOTES = "/en/elections/"
PARTIES = "/en/parties/"
PEOPLE = "/en/people/"


def make_vote(key, **values):
    """An election with a subject of that key, held on one day unless told otherwise."""
    subject = factories.SubjectFactory(key=key, name_en=key, topic="elections")
    return factories.ElectionFactory(subject=subject, **values)


def add_figure(election, measure, value, **values):
    return factories.FigureFactory(
        fact__subject=election.subject, measure=measure, value=value, **values
    )


def add_row(result, label, **values):
    return factories.ResultRowFactory(result=result, label_en=label, **values)


def add_gap(election, aspect, words="Nobody says.", **values):
    """What says that the sources leave an aspect of the election open."""
    return factories.FactFactory(
        subject=election.subject,
        aspect=f"open-{aspect}",
        basis="gap",
        start="2004-09-19",
        end="2004-09-20",
        sentence_en=words,
        **values,
    )


def make_party(key, *names):
    """A party with a fact for each of its names: text, start, end."""
    subject = factories.SubjectFactory(key=key, name_en=key.title(), topic="parties")
    for text, start, end in names:
        naming = factories.FactFactory(
            subject=subject, aspect="name", start=start, end=end, sentence_en="Named."
        )
        factories.NameFactory(fact=naming, text=text)
    return subject


def make_amanat():
    """A party with three names, one after the other."""
    return make_party(
        "amanat",
        ("Otan", "1999-02-12", "2006-12-22"),
        ("Nur Otan", "2006-12-22", "2022-03-01"),
        ("Amanat", "2022-03-01", ".."),
    )


def page_and_lead(client, address):
    """The HTML of a page of a vote or a party, and of the list at its head."""
    page = client.get(address).page()
    return page, page.split('class="plain gist"')[1].split("</dl>")[0]


def words_of(html):
    """The text of a piece of HTML, spaces folded."""
    return " ".join(re.sub("<[^>]+>", " ", html).split())
