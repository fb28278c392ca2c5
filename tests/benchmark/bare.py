"""A WSGI application that returns given bytes with given headers, and does nothing else."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

_answer = json.loads(Path(os.environ["BARE_ANSWER"]).read_text(encoding="utf-8"))
_status, _headers = _answer["status"], [tuple(pair) for pair in _answer["headers"]]
_body = bytes.fromhex(_answer["body"])


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> list[bytes]:
    """The same answer to every request."""
    start_response(_status, list(_headers))
    return [_body]
