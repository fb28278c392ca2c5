"""How the models of this app stand in the fixtures."""

from __future__ import annotations

from facts.blocks.serialiser import Part
from parliament.models import (
    Composition,
    Convocation,
    Existence,
    Institution,
    Membership,
    Power,
    Requirement,
    SeatPart,
    Succession,
    Term,
)

SUBJECT_PARTS = (
    Part(
        "institution",
        Institution,
        "subject",
        ("kind", "part_of", "position", "member_en", "members_en", "about_en"),
        single=True,
    ),
)

FACT_PARTS = (
    Part("existence", Existence, "fact", ("begun_by_en", "ended_by_en"), single=True),
    Part("succession", Succession, "fact", ("successor",), single=True),
    Part(
        "composition",
        Composition,
        "fact",
        ("total",),
        single=True,
        parts=(
            Part(
                "parts",
                SeatPart,
                "composition",
                ("position", "way", "seats"),
                sort=("position",),
            ),
        ),
    ),
    Part("term", Term, "fact", ("years", "half_renewed_every"), single=True),
    Part("membership", Membership, "fact", ("person", "post"), single=True),
    Part("convocation", Convocation, "fact", ("number",), single=True),
    Part(
        "power",
        Power,
        "fact",
        (
            "procedure",
            "matter",
            "proposer_en",
            "movers",
            "share",
            "limit_en",
            "condition_en",
            "article",
        ),
        single=True,
    ),
    Part("requirement", Requirement, "fact", ("measure", "at_least"), single=True),
)
