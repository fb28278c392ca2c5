from __future__ import annotations

from functools import cache
from typing import Any

from django.http import HttpRequest

from facts import fetching


def sources_end(request: HttpRequest) -> dict[str, Any]:
    """``sources_end``: the last day on which a source was read, asked when it is shown."""
    return {"sources_end": cache(fetching.sources_end)}
