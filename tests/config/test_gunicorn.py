from __future__ import annotations

import gc

from config import gunicorn


def test_a_worker_looks_for_garbage_less_often():
    before = gc.get_threshold()
    try:
        gunicorn.post_fork(None, None)
        assert gc.get_threshold()[0] > 700
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)
