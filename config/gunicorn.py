"""How gunicorn serves the site: see `make run`."""

from __future__ import annotations

from environs import Env, validate

env = Env()

bind = (
    f"{env.str('BIND', '127.0.0.1')}:"
    f"{env.int('PORT', 8000, validate=validate.Range(min=1, max=65535))}"
)
workers = env.int("WEB_CONCURRENCY", 2, validate=validate.Range(min=1, max=64))
# Pages are short work for the processor: sync workers serve them fastest here.
worker_class = "sync"
wsgi_app = "config.wsgi:application"
accesslog = None
control_socket_disable = True
# The longest request line gunicorn can be told to read; Django answers up to there.
limit_request_line = 8190
preload_app = True
