"""Small words around numbers, for sentences that are made from details."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _


def in_words(number: int | None) -> str:
    """The number as text; ``an unknown number`` where there is none."""
    return _("an unknown number") if number is None else str(number)


def counted(number: int | None, one: str, many: str) -> str:
    """``1 seat``, ``47 seats``, ``an unknown number of seats``."""
    if number is None:
        return f"{in_words(None)} of {many}"
    return f"{number} {one if number == 1 else many}"


def joined(parts: Sequence[str]) -> str:
    """``a``, ``a and b``, ``a, b and c``."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"
