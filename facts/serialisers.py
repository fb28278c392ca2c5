"""How the models of this app stand in the fixtures, and in which files."""

from __future__ import annotations

from facts.aspects import NAME
from facts.blocks.serialiser import Folder, Part, Serialiser
from facts.models import (
    Assessment,
    Citation,
    Claim,
    Disagreement,
    Document,
    Fact,
    Name,
    Passage,
    Subject,
)

SEEN = {"state": "published"}
"""Most rows are seen by the public; a retired one says so."""

DOCUMENT = Serialiser(
    "document",
    Document,
    (
        "key",
        "tier",
        "short_name_en",
        "title_en",
        "kind_en",
        "publisher_en",
        "address",
        "consulted",
        "speaks",
        "about_en",
        "state",
    ),
    usual=SEEN,
)


PASSAGE = Serialiser(
    "passages",
    Passage,
    (
        "key",
        "document",
        "section_en",
        "place_en",
        "lines",
        "speaks",
        "layer_en",
        "mark",
        "scope",
        "reason_en",
        "summary_en",
        "state",
    ),
    usual={"scope": "cited", **SEEN},
)


CITATIONS = Part("citations", Citation, "fact", ("passage", "note_en"), sort=("passage",))


NAMES = Part(
    "names",
    Name,
    "fact",
    ("language", "script", "text", "is_main"),
    sort=("language", "script", "text"),
    aspects=(NAME,),
)


DISAGREEMENT = Serialiser(
    "disagreements",
    Disagreement,
    (
        "key",
        "subject",
        "aspect",
        "kind",
        "question_en",
        "uses_en",
        "reasoning_en",
        "state",
    ),
    parts=(
        Part(
            "claims",
            Claim,
            "disagreement",
            ("passage", "says_en", "fact"),
            sort=("passage", "says_en"),
        ),
    ),
    usual=SEEN,
)


ASSESSMENT = Serialiser(
    "assessments",
    Assessment,
    ("key", "subject", "speaker_en", "made", "sentence_en", "passage", "state"),
    usual=SEEN,
)


def folders(
    subject_parts: tuple[Part, ...], fact_parts: tuple[Part, ...]
) -> tuple[Folder, ...]:
    """The folders of fixtures, in the order in which they are loaded.

    Higher floors hand in what hangs on a subject and on a fact in their apps.
    """
    subject = Serialiser(
        "subject",
        Subject,
        ("key", "name_en", "topic", "state"),
        parts=subject_parts,
        usual=SEEN,
    )
    fact = Serialiser(
        "facts",
        Fact,
        (
            "key",
            "subject",
            "aspect",
            "start",
            "end",
            "sentence_en",
            "basis",
            "working_en",
            "act_en",
            "state",
        ),
        parts=(*fact_parts, NAMES, CITATIONS),
        usual={"end": "..", "basis": "stated", **SEEN},
    )
    return (
        Folder("documents", DOCUMENT, (PASSAGE,), "document"),
        Folder("subjects", subject, (fact, DISAGREEMENT, ASSESSMENT), "subject"),
    )
