"""The table of aspects, as the forms offer it to editors and hold them to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from content.aspect_groups import ASPECTS, TABLE, AspectEntry, BenchGroup
from facts.models import Subject


def aspects_for(subject: Subject | None) -> dict[str, Any]:
    """What ``bench/_aspects.html`` shows: the kinds of aspects that facts on a subject may
    have, under their headings, and the topic of the subject; without one, all kinds."""
    if subject is None:
        return {"topic": "", "aspect_groups": _grouped(TABLE)}
    entries = [entry for entry in TABLE if subject.topic in entry.kind.topics]
    return {"topic": subject.get_topic_display(), "aspect_groups": _grouped(entries)}


def _grouped(
    entries: Sequence[AspectEntry],
) -> list[tuple[str | Promise, list[AspectEntry]]]:
    """Headings, and the kinds under each; no heading without any."""
    grouped = [
        (heading.label, [entry for entry in entries if entry.bench == heading])
        for heading in BenchGroup
    ]
    return [(label, group) for label, group in grouped if group]


def aspect_error(aspect: str, subject: Subject) -> str:
    """Why no page would show facts of this aspect on the subject; empty where one does."""
    if ASPECTS.kind_of(aspect, subject.topic):
        return ""
    kinds = ASPECTS.of_topic(subject.topic)
    return _(
        "No page shows such facts of “%(topic)s”. There are: %(names)s. Where a name ends "
        "with a hyphen, a word of your own follows."
    ) % {
        "topic": subject.get_topic_display(),
        "names": ", ".join(kind.name for kind in kinds) or _("none"),
    }
