"""Two hundred times a worker or the whole server dies while two editors save."""

from __future__ import annotations

import time

from django.db import connections

from tests.bench.live_site import ALIAS, Browser
from tests.bench.patient_editors import saving_on
from tests.long.parts import parts


@parts("kills", whole=200, each=10)
def test_no_stored_save_is_lost_to_a_kill(part, site):
    address = Browser(site, "vera").begin("hall-rule-3")
    with saving_on(site, address) as stored_some:
        for number in range(part.each):
            random = part.random(number)
            stored_some()
            time.sleep(random.random() / 4)  # at any moment of a save
            if random.random() < 0.8:
                site.kill_a_worker()
            else:
                site.kill()
                site.start()
        stored_some()
    assert "0 breaches" in site.run("manage.py", "check_content")
    if connections[ALIAS].vendor == "sqlite":
        with connections[ALIAS].cursor() as cursor:
            cursor.execute("PRAGMA integrity_check")
            assert cursor.fetchall() == [("ok",)]
