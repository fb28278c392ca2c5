"""The public list of changes and its feed as a test reads them, and what stands in them."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import Group

from bench.changes.beginning import begin_change
from bench.changes.moves import move_change
from bench.changes.saving import save_draft
from bench.models import Draft
from tests import atom, factories

LIST = "/en/changes/"


FEED = "/en/changes/feed/"


BOTH = pytest.mark.parametrize("address", [LIST, FEED])


def person(name, group):
    found = factories.UserFactory(username=name, first_name="Aigerim", last_name="Serik")
    found.groups.add(Group.objects.get(name=group))
    return found


class Publisher:
    """Publishes changes as the bench does: one writes them, another approves them."""

    def __init__(self) -> None:
        self.editor, self.reviewer = (
            person("zhanna", "Editors"),
            person("timur", "Reviewers"),
        )

    def __call__(self, aim, key="", why="A slip.", *, kind="facts", **fields):
        """Publish a change of the row of this key, with other texts in these fields."""
        block, ends = fields.pop("block", None), fields.pop("ends", "")
        change = begin_change(self.editor, kind, aim, key=key, block=block, ends=ends)
        return self.saved(change, why, **fields)

    def saved(self, change, why, **fields):
        """Save a change that was begun, and publish it."""
        draft = Draft({**change.block, **fields}, why)
        save_draft(change.pk, self.editor, change.version, draft)
        move_change(change.pk, self.editor, "send")
        return move_change(change.pk, self.reviewer, "approve")


def shown(client, query=""):
    """The changes on a page of the list, in order."""
    text = client.get(f"{LIST}{query}").text
    return [
        int(pk) for pk in re.findall(r'<article class="change" id="change-(\d+)"', text)
    ]


def article(client, change):
    """What the list has of one change, as HTML."""
    text = client.get(f"{LIST}?change={change.pk}").page()
    return text.split(f'id="change-{change.pk}">')[1].split("</article>")[0]


def words(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


def rows():
    fact = factories.FactFactory(subject__topic="law", start="2000-01-01")
    yield fact, "/en/context/law/?on=2000-01-01"
    yield fact.subject, "/en/context/law/"
    passage = factories.PassageFactory()
    page = f"/en/sources/{passage.document.key}/{passage.key}/"
    yield passage, page
    yield factories.AssessmentFactory(passage=passage), page
    yield passage.document, f"/en/sources/{passage.document.key}/"
    question = factories.DisagreementFactory()
    yield question, f"/en/disagreements/{question.key}/"


def changes_of_all_kinds() -> None:
    """Changes of each kind of row, one that is new, one of a row with its whole text."""
    for row, _page in rows():
        factories.ChangeFactory(row=row)
    factories.ChangeFactory(is_new=True)
    factories.ChangeFactory(was={"act_en": "another act"})


def ids(feed):
    return [atom.said(one, "id") for one in (feed, *atom.entries(feed))]
