"""How seats were filled, and who stood for them, hung on subjects and facts."""

from __future__ import annotations

from elections.models.elections import CountStatus, Election, ElectionKind
from elections.models.parties import Merger
from elections.models.results import (
    AGAINST_ALL,
    PERCENT,
    Figure,
    FigureMeasure,
    Result,
    ResultRow,
    ShareBase,
)
from elections.models.systems import System, SystemKind
from elections.models.winners import Winner

__all__ = [
    "AGAINST_ALL",
    "PERCENT",
    "CountStatus",
    "Election",
    "ElectionKind",
    "Figure",
    "FigureMeasure",
    "Merger",
    "Result",
    "ResultRow",
    "ShareBase",
    "System",
    "SystemKind",
    "Winner",
]
