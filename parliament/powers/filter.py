"""What a visitor filters the powers by."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from parliament.powers.matrix import PowerRow
from parliament.powers.procedures import ACTING


@dataclass(frozen=True)
class PowerFilter:
    """What a visitor filters the matrix by; an empty text filters nothing."""

    body: str = ""
    procedure: str = ""
    matter: str = ""
    words: str = ""

    def fits(self, row: PowerRow) -> bool:
        """Whether a row is among what is asked for; ``words`` are looked for apart."""
        bodies = {body for one in row.procedures for body in ACTING[one]}
        return (
            (not self.body or self.body in bodies)
            and (not self.procedure or self.procedure in row.procedures)
            and self.matter in ("", row.power.matter)
        )

    def pairs(self) -> list[tuple[str, str]]:
        """The filters that are set, by name."""
        return [(name, value) for name, value in asdict(self).items() if value]
