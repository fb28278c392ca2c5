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
from content.serialisers import SERIALISERS, ContentKind
from facts.blocks.blocks import Block
from facts.localised import column, localised_in, localised_names
from facts.models import Basis, Claim, Disagreement, Fact, Mark, Passage, RowState
from facts.periods import parse_bound
from web.clock import today

LONG_SENTENCE = 25
"""Words of a sentence from which on readers lose its thread: the limit of plain-language
guides such as GOV.UK's."""

FAR_AHEAD = timedelta(days=366)
"""A wait for publication so long that the year is more likely a slip."""


class AdviceLevel(models.TextChoices):
    """How much a piece of advice matters."""

    LOOK = "look", _l("Look again")
    IDEA = "idea", _l("An idea")


@dataclass(frozen=True)
class Advice:
    """Something about a field of the form that an editor may want to mend."""

    level: AdviceLevel
    field: str
    sentence: str


def advice_on(change: Change) -> list[Advice]:
    """What is worth a look in what the change says now; what matters more comes first."""
    advice = [*_on_reason_and_day(change), *_on_long_sentences(change)]
    if change.kind == ContentKind.FACT:
        advice += [*_on_sources(change.block), *_on_period(change.block)]
    if change.kind == ContentKind.DISAGREEMENT:
        advice += _on_disagreement(change.block)
    return sorted(advice, key=lambda item: item.level != AdviceLevel.LOOK)


def sentences_of(text: str) -> list[str]:
    """The sentences of a text, roughly: what ends in a full stop, ``?`` or ``!``."""
    return [sentence for sentence in re.split(r"(?<=[.!?])\s+", text.strip()) if sentence]


def _look(field: str, sentence: str) -> Advice:
    return Advice(AdviceLevel.LOOK, field, sentence)


def _idea(field: str, sentence: str) -> Advice:
    return Advice(AdviceLevel.IDEA, field, sentence)


def _on_reason_and_day(change: Change) -> Iterator[Advice]:
    if not change.reason:
        yield _look(
            column(Change, "reason"),
            _("Say why before you send it: readers see it in the list of changes."),
        )
    if change.publish_on and change.publish_on < today():
        yield _look(
            "publish_on",
            _("That day is past: it would be published as soon as it is approved."),
        )
    if change.publish_on and change.publish_on > today() + FAR_AHEAD:
        yield _look("publish_on", _("That day is more than a year away."))


def _on_long_sentences(change: Change) -> Iterator[Advice]:
    model = SERIALISERS[change.kind].model
    for name in localised_names(model):
        for sentence in sentences_of(localised_in(change.block, name)):
            words = sentence.split()
            if len(words) > LONG_SENTENCE:
                advice = _(
                    "%(words)s words from “%(start)s …”: two sentences read better."
                ) % {"words": len(words), "start": " ".join(words[:3])}
                yield _idea(column(model, name), advice)


def _on_sources(block: Block) -> Iterator[Advice]:
    cited = [row["passage"] for row in block.get("citations", [])]
    marks = set(Passage.objects.filter(key__in=cited).values_list("mark", flat=True))
    if marks == {Mark.WEAK.value} and block.get("basis") != Basis.ATTRIBUTED:
        yield _look(
            "basis",
            _("Only weak sources say it: “according to one source” would be honest."),
        )
    if len(cited) == 1:
        yield _idea("citations", _("It rests on one passage alone."))
    if block.get("state") == RowState.RETIRED:
        yield from _on_claims_that_follow(block.get("key", ""))


def _on_claims_that_follow(key: str) -> Iterator[Advice]:
    if claims := Claim.objects.filter(fact__key=key).count():
        advice = ngettext(
            "A claim of a disagreement follows this fact.",
            "%(n)s claims of disagreements follow this fact.",
            claims,
        )
        yield _look("state", advice % {"n": claims})


def _on_period(block: Block) -> Iterator[Advice]:
    start = parse_bound(block.get("start", ".."), "start")
    if start.earliest != start.latest:
        yield _idea(
            "start",
            _("Not a single day: until then pages say that the sources leave it open."),
        )
    elif not localised_in(block, "act"):
        yield _idea(column(Fact, "act"), _("Which act made it so? Nothing is named."))


def _on_disagreement(block: Block) -> Iterator[Advice]:
    if not (localised_in(block, "uses") and localised_in(block, "reasoning")):
        yield _look(
            column(Disagreement, "uses"), _("It says not yet what the site uses, and why.")
        )
    if len(block.get("claims", [])) < 2:
        yield _look("claims", _("It takes two claims to disagree."))
