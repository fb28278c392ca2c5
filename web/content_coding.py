"""In which coding an answer is sent: brotli, gzip or as it is."""

from __future__ import annotations

from functools import lru_cache

from django.http.request import MediaType

CODINGS = ("br", "gzip")
"""What is offered, the best first."""
LONGEST_HEADER = 200
"""Characters of ``Accept-Encoding`` that are read; browsers send forty."""


def coding_for(accepted: str) -> str:
    """The coding that ``Accept-Encoding`` asks for; empty where it takes none of ours.

    The quality that it gives each decides, ours is the better one where it gives both the
    same: RFC 9110, 12.5.3.
    """
    return _coding_for(accepted[:LONGEST_HEADER])


@lru_cache(maxsize=128)
def _coding_for(accepted: str) -> str:
    # The quality is written as in Accept, which Django reads.
    asked = [MediaType(one) for one in accepted.split(",")]
    quality = {one.main_type.strip().lower(): float(one.quality) for one in asked}
    others = quality.get("*", 0.0)
    best = max(CODINGS, key=lambda coding: quality.get(coding, others))
    takes_it = quality.get(best, others)
    return best if takes_it and takes_it >= quality.get("identity", 0.0) else ""
