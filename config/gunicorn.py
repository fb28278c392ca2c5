"""How gunicorn serves the site: see `make run`."""

from __future__ import annotations

from environs import Env, validate

env = Env()

bind = (
    f"{env.str('BIND', '127.0.0.1')}:"
    f"{env.int('PORT', 8000, validate=validate.Range(min=1, max=65535))}"
)
workers = env.int("WEB_CONCURRENCY", 2, validate=validate.Range(min=1, max=64))
# A connection that is silent costs no thread, one that sends slowly costs one and leaves
# the others to those who ask; sync workers would be taken up by two of them.
worker_class = "gthread"
threads = env.int("THREADS", 32, validate=validate.Range(min=1, max=256))
wsgi_app = "config.wsgi:application"
accesslog = None
# The settings decide whose X-Forwarded-Proto is believed.
secure_scheme_headers: dict[str, str] = {}
control_socket_disable = True
# The longest request line gunicorn can be told to read; Django answers up to there.
limit_request_line = 8190
preload_app = True
