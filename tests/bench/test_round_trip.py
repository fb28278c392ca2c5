"""After any edits, the content that is dumped and loaded again shows the same pages."""

from __future__ import annotations

import random
import re
from collections import Counter
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from bench.changes.beginning import begin_change, go_back
from bench.changes.moves import move_change
from bench.changes.permissions import RefusedError
from bench.changes.saving import save_draft
from bench.changes.states import ChangeState
from bench.models import Change, Draft
from content.addresses import address_of, own_pages
from content.models import Aim
from content.serialisers import SERIALISERS, ContentKind
from facts.blocks.blocks import ContentError
from facts.blocks.writing import block_now
from facts.models import Content, Edition, Fact, Passage, Subject
from tests.bench.conftest import person
from tests.conftest import TODAY, remove_all_content
from tests.test_every_page import addresses

# Random content leaves templates more things open than the site's own ever does.
pytestmark = [pytest.mark.django_db, pytest.mark.ignore_template_errors]
PUBLISHED = 8
UPDATED = rb"<updated>.*?</updated>"
DAYS = ("1996-02-01", "2015-06-30", "2026-12-31")
TEXTS = (
    "A plain sentence.",
    "yes",
    "2007-08-29",
    "10:45 # not a comment: a “text”, 'quoted' and \"quoted\"",
    "- [a] {b}: & *c !d |e >f %g @h `i",
    "Ends with a colon:",
    "~",
    "Қазақстан Парламенті — 𝔖 😀 \u200f\u00ad\ufeff\x7f",
    "<script>alert(1)</script> {{ x }} {% y %} %s \\n &amp;",
    "Word " * 30 + "end.",
)


# --- a walk of edits ------------------------------------------------------------------


class Walk:
    """Three people who edit at random, always through the bench."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311 - the same walk every time
        self.people = [person(name, "Reviewers") for name in ("anna", "berik", "vera")]
        self.done: Counter[str] = Counter()
        self.touched: set[str] = set()

    def go(self, published: int) -> None:
        """Make changes until so many are published; the others are refused or given up."""
        while self.done["published"] < published:
            anna, berik, vera = self.dice.sample(self.people, 3)
            try:
                change = self.begun(anna)
                self.save(change, self.dice.choice([anna, berik]))
                self.finish(Change.objects.get(pk=change.pk), anna, vera)
            except (RefusedError, ContentError):
                self.done["refused"] += 1

    def begun(self, who):
        kind, aim = self.dice.choice(
            [(ContentKind.FACT, aim) for aim in Aim] * 2
            + [
                (kind, aim)
                for kind in ContentKind
                for aim in (Aim.CORRECT, Aim.CORRECT, Aim.ADD)
            ]
        )
        self.done[f"{kind} {aim}"] += 1
        if aim == Aim.RESTORE:
            published = list(Change.objects.published())
            if not published:
                raise RefusedError
            return go_back(self.dice.choice(published), who)
        serialiser = SERIALISERS[kind]
        # What has its end already takes no new value.
        row = self.one_of(serialiser.model, **({"end": ".."} if aim == Aim.REPLACE else {}))
        block = block_now(serialiser, row.key)
        if aim in (Aim.CORRECT, Aim.RETIRE):
            return begin_change(who, kind, aim, key=row.key)
        if aim == Aim.REPLACE:
            start = self.dice.choice(["2026-11-23", "2026-12", "[2026-11-01..2026-12-31]"])
            new = {**block, "key": "", "start": start, "end": ".."}
            return begin_change(who, kind, aim, block=new, ends=row.key)
        new = {**block, "key": ""}
        if kind == ContentKind.FACT:
            new["subject"] = self.one_of(Subject).key
        if kind == ContentKind.PASSAGE:
            new |= {"scope": "later", "reason_en": ""}
        return begin_change(who, kind, aim, block=new)

    def one_of(self, model: type[Content], **only: str) -> Content:
        """Some row; of those that were edited, as often as of the others."""
        keys = sorted(self.touched) if self.dice.random() < 0.5 else []
        rows = model._default_manager.filter(**only)
        found = rows.filter(key__in=keys) or rows
        return self.dice.choice(list(found.order_by("key")))

    def save(self, change, who) -> None:
        block = dict(change.block)
        for _ in range(self.dice.randint(1, 3)):
            self.edit(block, SERIALISERS[change.kind])
        reason = self.dice.choice(["A test.", "Because.", ""])
        save_draft(change.pk, who, change.version, Draft(block, reason, ""))

    def edit(self, block, owner) -> None:
        """Change something in a block or in a part of it, as often as not for the worse."""
        parts = [part for part in owner.parts if block.get(part.name)]
        names = [name for name in owner.fields if name.endswith("_en")]
        if "sentence_en" in names and not block.get("sentence_en"):
            names.remove("sentence_en")  # its details make it, so a typed one is refused
        if parts and (not names or self.dice.random() < 0.6):
            part = self.dice.choice(parts)
            inside = block[part.name]
            if part.single:
                block[part.name] = dict(inside)
                self.edit(block[part.name], part)
            else:
                block[part.name] = [dict(row) for row in inside]
                self.edit_rows(block[part.name], part)
        elif names and self.dice.random() < 0.8:
            block[self.dice.choice(names)] = self.dice.choice(TEXTS).strip()
        else:
            name = self.dice.choice(owner.fields)
            if name != "key" and block.get(name, "").isdecimal():
                block[name] = str(int(block[name]) + 1)
            elif name in ("start", "end"):
                block[name] = self.dice.choice(["1995", "2001-05", "[..2000]", "2030"])

    def edit_rows(self, rows, part) -> None:
        row = self.dice.choice(rows)
        if self.dice.random() < 0.3:
            rows.remove(row)
        elif "passage" in part.fields and self.dice.random() < 0.6:
            rows.append({**row, "passage": self.one_of(Passage).key})
        else:
            self.edit(row, part)

    def finish(self, change, who, other) -> None:
        if self.dice.random() < 0.2:
            move_change(change.pk, who, "drop", "Not needed.")
            self.done["dropped"] += 1
            return
        move_change(change.pk, who, "send")
        if self.dice.random() < 0.2:
            move_change(change.pk, other, "give-back", "No.")
            self.done["given back"] += 1
            return
        change = move_change(change.pk, other, "approve")
        assert change.state == ChangeState.PUBLISHED
        self.touched |= {name.partition("/")[2] for name in change.blocks}
        self.done["published"] += 1


# --- what it must leave as it is ------------------------------------------------------


def public_addresses(keys):
    """Every public page, on several days where it shows days, and the pages of ``keys``."""
    about_changes = reverse("pages:change-list")  # not content: no fixture has them
    found = {one for one in addresses() if one != about_changes}
    found |= {"/sitemap.xml", "/robots.txt", reverse("pages:timeline-feed")}
    dated = [one for one in found if "/chambers/" in one or one == "/en/"]
    found |= {f"{one}?on={day}" for one in dated for day in DAYS}
    own = own_pages()
    for fact in Fact.objects.filter(key__in=keys).select_related("subject"):
        found.add(address_of(fact, own, TODAY))
    return sorted(found - {""})


def pages_at(places):
    """What the site answers there, byte for byte.

    But for when an entry of the feed last changed: no fixture keeps a clock.
    """
    visitor = Client()
    found = {}
    for place in places:
        answer = visitor.get(place)
        found[place] = (answer.status_code, re.sub(UPDATED, b"", answer.content))
    return found


def dumped(root):
    """Dump the content there; the bytes of each file."""
    call_command("dump_content", root=root, stdout=StringIO())
    return {path.relative_to(root): path.read_bytes() for path in root.rglob("*.yaml")}


def loaded(root):
    """Load the content from there; what the command says of it."""
    out = StringIO()
    call_command("load_content", root=root, stdout=out)
    return out.getvalue()


def shows_the_same_again(seed, published, tmp_path):
    """Publish so many random edits; dump, empty the tables, load, and compare it all."""
    walk = Walk(seed)
    walk.go(published)
    places = public_addresses(walk.touched)
    before = pages_at(places)
    files = dumped(tmp_path / "one")
    n_rows = sum(
        serialiser.model._default_manager.count() for serialiser in SERIALISERS.values()
    )
    # The database itself already says all that.
    same = f"0 added, 0 changed, {n_rows} the same, 0 left alone"
    assert same in loaded(tmp_path / "one")
    assert dumped(tmp_path / "two") == files
    # A database is what its tables hold: with these empty, it is as good as another one;
    # it even gives other numbers to the rows, so that no page can rest on them.
    remove_all_content()
    for app in ("bench", "facts", "parliament", "elections"):
        for model in set(apps.get_app_config(app).get_models()) - {Edition}:
            assert not model._base_manager.exists(), model
    assert f"{n_rows} added, 0 changed, 0 the same" in loaded(tmp_path / "one")
    assert dumped(tmp_path / "three") == files
    after = pages_at(places)
    assert [place for place in places if before[place] != after[place]] == []


def test_what_is_dumped_and_loaded_again_shows_the_same(tmp_path):
    shows_the_same_again(1, PUBLISHED, tmp_path)
