"""Every aspect is of a known kind: facts, disagreements and changes follow.

What was told under a word of its own has the kind ``note-`` now, and a few kinds have
plainer names. A row that was as the fixtures had loaded it is so afterwards, too: its
digest is made anew. One that was edited stays edited.
"""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict

from django.db import migrations

KINDS = {'committees': ['committee', 'note-', 'open-'],
 'courts': ['existence', 'jury-trials', 'name', 'note-', 'open-', 'set-up'],
 'elections': ['annulled', 'asked', 'assembly-election', 'called', 'decided',
               'election-law', 'figure-', 'followed', 'followed-', 'held',
               'inauguration', 'note-', 'open-', 'outcome-', 'result', 'result-',
               'voting-round-'],
 'law': ['adopted', 'amended', 'in-force', 'note-', 'open-', 'step-',
         'text-published'],
 'parliament': ['alone', 'chair', 'choice-', 'composition', 'composition-in-law',
                'convocation', 'deputy-chair-', 'dissolved', 'duty-',
                'electoral-system', 'existence', 'first-sitting', 'gap-', 'immunity',
                'immunity-', 'incompatible-', 'ineligible-', 'mandate-', 'name',
                'name-', 'note-', 'oath-', 'open-', 'requirement-', 'right-',
                'rule-for-chair', 'step-', 'succession-', 'term'],
 'parties': ['chair', 'founded', 'merger-', 'name', 'note-', 'open-', 'registered'],
 'people': ['holder', 'leader-law-passed', 'leader-of-the-nation', 'name', 'note-',
            'open-', 'title-'],
 'places': ['cities', 'city', 'name', 'note-', 'number', 'open-', 'status'],
 'powers': ['note-', 'open-', 'power'],
 'presidency': ['electoral-system', 'holder', 'note-', 'open-', 'term-in-law',
                'term-limit'],
 'society': ['note-', 'open-'],
 'sources': [],
 'terms': ['meaning'],
 'world': ['note-', 'open-', 'takes-part']}
"""The kinds of aspects on each topic; after a hyphen follows a free part."""

RENAMED = {
    ("parliament", "pay-open"): "gap-pay",
    ("parliament", "appeal"): "step-appeal",
    ("parliament", "ruling"): "step-ruling",
    ("parliament", "decree"): "step-decree",
    ("elections", "second-round"): "voting-round-second",
    ("elections", "third-round"): "voting-round-third",
    ("elections", "majority"): "outcome-majority",
    ("elections", "run-offs"): "outcome-run-offs",
    ("elections", "seats-filled"): "outcome-seats-filled",
    ("elections", "share-reported"): "outcome-share-reported",
    ("elections", "terms"): "outcome-terms",
    ("people", "proposal"): "title-proposal",
    ("people", "bureau"): "title-bureau",
    ("people", "created"): "title-created",
    ("people", "award"): "title-award",
    ("people", "removal"): "title-removal",
}
LONGEST = 60


def new_aspect(topic, aspect):
    """The aspect of a fact on a subject of ``topic`` from now on."""
    if renamed := RENAMED.get((topic, aspect)):
        return renamed
    for kind in KINDS.get(topic, ()):
        is_covered = aspect.startswith(kind) if kind.endswith("-") else aspect == kind
        if is_covered and aspect != "":
            return aspect
    return f"note-{aspect}"[:LONGEST].rstrip("-") if "note-" in KINDS[topic] else aspect


# --- blocks as they were written when this was ----------------------------------------

FACT = (
    ("key", "subject", "aspect", "start", "end", "sentence_en", "basis", "working_en")
    + ("act_en", "state")
)
DISAGREEMENT = ("key", "subject", "aspect", "kind", "question_en", "uses_en", "reasoning_en")
USUAL = {"end": "..", "basis": "stated", "state": "published"}
SINGLES = {
    "existence": ("begun_by_en", "ended_by_en"),
    "succession": ("successor",),
    "composition": ("total",),
    "term": ("years", "half_renewed_every"),
    "membership": ("person", "post"),
    "convocation": ("number",),
    "power": ("procedure", "matter", "proposer_en", "movers", "share", "limit_en")
    + ("condition_en", "article"),
    "requirement": ("measure", "at_least"),
    "figure": ("measure", "value", "is_about", "status"),
    "result": ("way", "base", "status"),
    "system": ("kind", "threshold"),
    "merger": ("into",),
}
LISTS = {
    "composition": ("parts", ("position", "way", "seats"), ("position",)),
    "result": (
        "rows",
        ("position", "contestant", "label_en", "votes", "share", "seats"),
        ("position",),
    ),
}
NAMES = ("names", ("language", "script", "text", "is_main"), ("language", "script", "text"))
CITATIONS = ("citations", ("passage", "note_en"), ("passage",))
CLAIMS = ("claims", ("passage", "says_en", "fact"), ("passage", "says_en"))


def texts_of(row, fields, usual=None):
    texts = {name: text_of(row, name) for name in fields}
    return {name: text for name, text in texts.items() if text != (usual or {}).get(name, "")}


def text_of(row, name):
    column = row._meta.get_field(name)
    value = getattr(row, name)
    if value is None or value is False:
        return ""
    if column.is_relation:
        return value.key
    return "yes" if value is True else str(column.value_to_string(row))


def list_of(row, part):
    name, fields, order = part
    rows = [texts_of(one, fields) for one in getattr(row, name).all()]

    def place(texts):
        found = [texts.get(key, "") for key in order]
        return [(int(text) if text.isdecimal() else -1, text) for text in found]

    return {name: sorted(rows, key=place)} if rows else {}


def block_of_fact(fact):
    block = texts_of(fact, FACT, USUAL)
    for name, fields in SINGLES.items():
        if (detail := getattr(fact, name, None)) is not None:
            inside = list_of(detail, LISTS[name]) if name in LISTS else {}
            block[name] = {**texts_of(detail, fields), **inside}
    return {**block, **list_of(fact, NAMES), **list_of(fact, CITATIONS)}


def block_of_disagreement(disagreement):
    return {**texts_of(disagreement, DISAGREEMENT), **list_of(disagreement, CLAIMS)}


def digest(block):
    text = json.dumps(block, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


# --- the rows -------------------------------------------------------------------------


def rename(row, aspect, block_of):
    """Give a row its aspect, and a digest of now where it was as it had been loaded."""
    was_loaded = row.loaded_digest and digest(block_of(row)) == row.loaded_digest
    row.aspect = aspect
    if was_loaded:
        row.loaded_digest = digest(block_of(row))
    type(row).objects.filter(pk=row.pk).update(
        aspect=row.aspect, loaded_digest=row.loaded_digest
    )


def give_known_kinds(apps, schema_editor):
    Fact = apps.get_model("facts", "Fact")
    Disagreement = apps.get_model("facts", "Disagreement")
    Subject = apps.get_model("facts", "Subject")
    topics = dict(Subject.objects.values_list("key", "topic"))
    renamed = defaultdict(dict)  # old and new aspects, by the key of their subject
    for fact in Fact.objects.select_related("subject"):
        aspect = new_aspect(fact.subject.topic, fact.aspect)
        if aspect != fact.aspect:
            renamed[fact.subject.key][fact.aspect] = aspect
            rename(fact, aspect, block_of_fact)
    for one in Disagreement.objects.select_related("subject"):
        known = RENAMED.get((one.subject.topic, one.aspect), one.aspect)
        aspect = renamed[one.subject.key].get(one.aspect, known)
        if aspect != one.aspect:
            rename(one, aspect, block_of_disagreement)

    def renewed(kind, block):
        """A block with its aspect of now."""
        subject, aspect = block.get("subject", ""), block.get("aspect", "")
        if subject not in topics or not aspect or kind not in ("facts", "disagreements"):
            return block
        known = RENAMED.get((topics[subject], aspect), aspect)
        new = renamed[subject].get(aspect, known)
        if kind == "facts":
            new = new_aspect(topics[subject], aspect)
        return {**block, "aspect": new}

    def renewed_by_name(blocks):
        return {name: renewed(name.split("/")[0], block) for name, block in blocks.items()}

    for change in apps.get_model("bench", "Change").objects.all():
        change.block = renewed(change.kind, change.block)
        change.beside = renewed_by_name(change.beside)
        change.base = {
            name: {**found, "block": renewed(name.split("/")[0], found.get("block", {}))}
            for name, found in change.base.items()
        }
        change.save(update_fields=["block", "beside", "base"])
        for step in change.steps.all():
            if "block" in step.written:
                block = renewed(change.kind, step.written["block"])
                step.written = {**step.written, "block": block}
                step.save(update_fields=["written"])
    for record in apps.get_model("content", "ChangeRecord").objects.all():
        record.rows = [
            {
                **row,
                "before": renewed(row["name"].split("/")[0], row["before"]),
                "after": renewed(row["name"].split("/")[0], row["after"]),
            }
            for row in record.rows
        ]
        record.replaced = renewed("facts", record.replaced)
        record.save(update_fields=["rows", "replaced"])


class Migration(migrations.Migration):
    dependencies = [
        ("bench", "0003_public_record"),
        ("content", "0001_change_record"),
        ("elections", "0002_name_of_the_system_of_1994"),
        ("facts", "0007_sentences_are_made_when_read"),
        ("parliament", "0005_seat_parts_have_places"),
    ]

    operations = [
        migrations.RunPython(give_known_kinds, migrations.RunPython.noop),
    ]
