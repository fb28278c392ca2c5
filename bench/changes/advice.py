"""What is worth a second look in a draft. None of it stops a save.

The *musts* are elsewhere: the form refuses what it cannot read, and
``bench.changes.applying.new_breaches`` what would break a rule of the content.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l
from django.utils.translation import ngettext

from bench.models import Change
from content.serialisers import ContentKind
from facts.blocks.blocks import Block
from facts.models import Claim, FactState, Mark, Passage
from facts.periods import parse_bound
from web.clock import today

LONG = 25
"""Words of a sentence from which on readers lose its thread: the limit of plain-language
guides such as GOV.UK's."""


FAR = timedelta(days=366)
"""A wait for publication so long that the year is more likely a slip."""


class AdviceLevel(models.TextChoices):
    """How much a finding matters."""

    LOOK = "look", _l("Look again")
    IDEA = "idea", _l("An idea")


@dataclass(frozen=True)
class Advice:
    """Something about a field that an editor may want to mend."""

    level: AdviceLevel
    field: str
    sentence: str


def advice_on(change: Change) -> list[Advice]:
    """What is worth a look in what the change says now."""
    found = [*_of_the_change(change), *_of_every_text(change.block)]
    if change.kind == ContentKind.FACT:
        found += _of_a_fact(change.block)
    if change.kind == ContentKind.DISAGREEMENT:
        found += _of_a_disagreement(change.block)
    return sorted(found, key=lambda one: one.level != AdviceLevel.LOOK)


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, roughly: what ends in a full stop, ``?`` or ``!``."""
    return [one for one in re.split(r"(?<=[.!?])\s+", text.strip()) if one]


def _of_the_change(change: Change) -> Iterator[Advice]:
    if not change.reason_en:
        sentence = _("Say why before you send it: readers see it in the list of changes.")
        yield Advice(AdviceLevel.LOOK, "reason_en", sentence)
    if change.publish_on and change.publish_on < today():
        sentence = _("That day is past: it would be published as soon as it is approved.")
        yield Advice(AdviceLevel.LOOK, "publish_on", sentence)
    if change.publish_on and change.publish_on > today() + FAR:
        sentence = _("That day is more than a year away.")
        yield Advice(AdviceLevel.LOOK, "publish_on", sentence)


def _of_every_text(block: Block) -> Iterator[Advice]:
    for name, text in block.items():
        if not (name.endswith("_en") and isinstance(text, str)):
            continue
        for sentence in sentences_of(text):
            words = len(sentence.split())
            if words > LONG:
                told = _("%(words)s words from “%(start)s …”: two sentences read better.")
                start = " ".join(sentence.split()[:3])
                yield Advice(
                    AdviceLevel.IDEA, name, told % {"words": words, "start": start}
                )


def _of_a_fact(block: Block) -> Iterator[Advice]:
    cited = [row["passage"] for row in block.get("citations", [])]
    marks = set(Passage.objects.filter(key__in=cited).values_list("mark", flat=True))
    if marks == {Mark.WEAK.value} and block.get("basis") != "attributed":
        told = _("Only weak sources say it: “according to one source” would be honest.")
        yield Advice(AdviceLevel.LOOK, "basis", told)
    if len(cited) == 1:
        yield Advice(AdviceLevel.IDEA, "citations", _("It rests on one passage alone."))
    if block.get("state") == FactState.RETIRED:
        claims = Claim.objects.filter(fact__key=block.get("key", "")).count()
        if claims:
            told = ngettext(
                "A claim of a disagreement follows this fact.",
                "%(n)s claims of disagreements follow this fact.",
                claims,
            ) % {"n": claims}
            yield Advice(AdviceLevel.LOOK, "state", told)
    yield from _of_a_period(block)


def _of_a_period(block: Block) -> Iterator[Advice]:
    start = parse_bound(block.get("start", ".."), "start")
    if start.earliest != start.latest:
        told = _("Not a single day: until then pages say that the sources leave it open.")
        yield Advice(AdviceLevel.IDEA, "start", told)
    elif not block.get("act_en"):
        yield Advice(
            AdviceLevel.IDEA, "act_en", _("Which act made it so? Nothing is named.")
        )


def _of_a_disagreement(block: Block) -> Iterator[Advice]:
    if not (block.get("uses_en") and block.get("reasoning_en")):
        told = _("It says not yet what the site uses, and why.")
        yield Advice(AdviceLevel.LOOK, "uses_en", told)
    if len(block.get("claims", [])) < 2:
        yield Advice(AdviceLevel.LOOK, "claims", _("It takes two claims to disagree."))
