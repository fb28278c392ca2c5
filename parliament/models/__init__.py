"""What the Parliament is, may do and asks of its members, hung on the facts."""

from __future__ import annotations

from parliament.models.chambers import (
    Composition,
    Existence,
    Institution,
    InstitutionKind,
    SeatPart,
    Succession,
    Term,
    Way,
)
from parliament.models.members import Requirement, RequirementMeasure
from parliament.models.posts import Convocation, Membership, Post
from parliament.models.powers import Matter, Power, Procedure, Share

__all__ = [
    "Composition",
    "Convocation",
    "Existence",
    "Institution",
    "InstitutionKind",
    "Matter",
    "Membership",
    "Post",
    "Power",
    "Procedure",
    "Requirement",
    "RequirementMeasure",
    "SeatPart",
    "Share",
    "Succession",
    "Term",
    "Way",
]
