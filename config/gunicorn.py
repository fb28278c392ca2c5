"""How gunicorn serves the site: see `make run`."""

from __future__ import annotations

import gc
from typing import Any

from environs import Env, validate

env = Env()

bind = (
    f"{env.str('BIND', '127.0.0.1')}:"
    f"{env.int('PORT', 8000, validate=validate.Range(min=1, max=65535))}"
)
workers = env.int("WEB_CONCURRENCY", 2, validate=validate.Range(min=1, max=64))
# A connection that is silent costs a thread for five seconds, one that sends slowly for
# longer; the others are left to those who ask. Sync workers would be taken up by two.
worker_class = "gthread"
threads = env.int("THREADS", 64, validate=validate.Range(min=1, max=256))
wsgi_app = "config.wsgi:application"
accesslog = None
# The settings decide whose X-Forwarded-Proto is believed.
secure_scheme_headers: dict[str, str] = {}
control_socket_disable = True
# The longest request line gunicorn can be told to read; Django answers up to there.
limit_request_line = 8190
preload_app = True


def post_fork(server: Any, worker: Any) -> None:
    """Let a worker look for garbage less often.

    What it holds of an edition lives long, and each full search walks through all of it: a
    tenth of a second, in the middle of somebody's page. What was there before the fork is
    not searched at all, and so stays shared memory.
    """
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)
