"""Figures with their limits, as a table and as JSON."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from operator import ge, le


@dataclass(frozen=True)
class Figure:
    """One figure: what it is of, in which unit, and where it should lie.

    ``at_most`` and ``at_least`` are what design asks for on two cores. Only ratios are
    held to them; what depends on the machine is told.
    """

    what: str
    value: float
    unit: str
    at_most: float | None = None
    at_least: float | None = None

    @property
    def is_ratio(self) -> bool:
        """Whether it compares two things of one run: any machine may be held to it."""
        return self.unit == "ratio"

    def is_within(self, width: float = 1) -> bool:
        """Whether it lies where it should, its limits moved apart by so much."""
        below = self.at_most is None or le(self.value, self.at_most * width)
        above = self.at_least is None or ge(self.value, self.at_least / width)
        return below and above

    def limit(self) -> str:
        """Where it should lie, in words."""
        if self.at_most is not None:
            return f"at most {self.at_most:g}"
        return f"at least {self.at_least:g}" if self.at_least is not None else ""


@dataclass
class BenchmarkReport:
    """All figures of a run, and how wide its limits are."""

    width: float = 1
    figures: list[Figure] = field(default_factory=list)

    def add(self, what: str, value: float, unit: str, **limits: float) -> None:
        """Note a figure, and tell it at once: a run takes minutes."""
        self.figures.append(Figure(what, value, unit, **limits))
        print(f"{what}: {value:.3g} {unit}", flush=True)

    def beyond(self) -> list[Figure]:
        """The ratios that lie beyond their limits."""
        return [
            one for one in self.figures if one.is_ratio and not one.is_within(self.width)
        ]

    def table(self) -> str:
        """All of them below one another; what lies beyond its limit is marked."""
        longest = max((len(figure.what) for figure in self.figures), default=0)
        return "\n".join(
            f"{figure.what:{longest}} {figure.value:10.3g} {figure.unit:12} "
            f"{figure.limit():14} {'' if figure.is_within() else '<- beyond'}".rstrip()
            for figure in self.figures
        )

    def as_json(self) -> str:
        """The same for a program."""
        rows = [
            {
                "what": figure.what,
                "value": figure.value,
                "unit": figure.unit,
                "at most": figure.at_most,
                "at least": figure.at_least,
                "is within": figure.is_within(),
            }
            for figure in self.figures
        ]
        return json.dumps(rows, indent=1)
