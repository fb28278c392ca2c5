"""How the models of this app stand in the fixtures."""

from __future__ import annotations

from elections.aspects import HELD
from elections.models import (
    Election,
    Figure,
    Merger,
    Result,
    ResultRow,
    System,
    Winner,
)
from facts.blocks.serialiser import Part

SUBJECT_PARTS = (
    Part("election", Election, "subject", ("kind", "institution"), single=True),
)

FACT_PARTS = (
    Part("figure", Figure, "fact", ("measure", "value", "is_about", "status"), single=True),
    Part(
        "result",
        Result,
        "fact",
        ("way", "base", "status"),
        single=True,
        parts=(
            Part(
                "rows",
                ResultRow,
                "result",
                ("position", "contestant", "label_en", "votes", "share", "seats"),
                sort=("position",),
            ),
        ),
    ),
    Part("system", System, "fact", ("kind", "threshold"), single=True),
    Part("merger", Merger, "fact", ("into",), single=True),
    Part(
        "winners",
        Winner,
        "fact",
        ("contestant", "seat_en"),
        sort=("contestant", "seat_en"),
        aspects=(HELD.name,),
    ),
)
