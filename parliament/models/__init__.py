"""What the Parliament is, may do and asks of its members, hung on the facts."""

from __future__ import annotations

from parliament.models.chambers import (
    Composition,
    Convocation,
    Existence,
    Institution,
    Membership,
    SeatPart,
    Succession,
    Term,
    Way,
)
from parliament.models.members import Measure, Requirement
from parliament.models.powers import Matter, Power, Procedure, Share

__all__ = [
    "Composition",
    "Convocation",
    "Existence",
    "Institution",
    "Matter",
    "Measure",
    "Membership",
    "Power",
    "Procedure",
    "Requirement",
    "SeatPart",
    "Share",
    "Succession",
    "Term",
    "Way",
]
