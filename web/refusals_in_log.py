"""What a refused request leaves in the log: one line, since anybody can send thousands."""

from __future__ import annotations

import logging


def in_one_line(record: logging.LogRecord) -> bool:
    """Take the traceback from a record of Django about an answer of 400 to 499.

    It becomes a warning at most: Django takes some for errors, and those who watch the log
    look for faults of the site among these. A filter for a handler; always true.
    """
    if 400 <= getattr(record, "status_code", 500) < 500:
        record.exc_info = record.exc_text = None
        if record.levelno > logging.WARNING:
            record.levelno, record.levelname = logging.WARNING, "WARNING"
    return True
