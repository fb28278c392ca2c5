"""What an editor writes of a change, and how each save of it is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from facts.blocks.blocks import Block

OWN_FIELDS = ("reason_en", "publish_on")
"""The fields of a draft that belong to the change itself: they stand in no block."""


@dataclass(frozen=True)
class Draft:
    """What an editor writes of a change: the form, as text."""

    block: Block
    reason: str = ""
    publish_on: str = ""

    @classmethod
    def from_stored(cls, stored: Mapping[str, Any]) -> Self:
        """The draft of which ``stored`` was written."""
        reason, day = (stored.get(name, "") for name in OWN_FIELDS)
        return cls(stored["block"], reason, day)

    def stored(self) -> dict[str, Any]:
        """The draft as a column of JSON keeps it, each field by the name of its column."""
        return {
            "block": self.block,
            **dict(zip(OWN_FIELDS, (self.reason, self.publish_on), strict=True)),
        }
