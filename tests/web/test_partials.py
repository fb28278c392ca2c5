from __future__ import annotations

import pytest

pytestmark = pytest.mark.django_db

PAGES = [
    "/en/",
    "/en/?on=2007-08-29",
    "/en/chambers/",
    "/en/chambers/?on=1996",
    "/en/chambers/senate/",
    "/en/chambers/senate/?on=1997-12-01",
    "/en/chambers/kurultai/",
    "/en/sources/",
    "/en/sources/embassy-page/",
    "/en/styleguide/",
]


@pytest.mark.parametrize("address", PAGES)
def test_the_part_is_byte_for_byte_that_region_of_the_page(client, htmx, address):
    whole = client.get(address).text
    part = htmx.get(address).text
    assert part.startswith('<div id="dated"')
    assert part.endswith("</div>")
    assert whole.count(part) == 1
    before, after = whole.split(part)
    assert before.endswith('<main id="main" tabindex="-1">\n')
    assert after.startswith("\n</main>")


@pytest.mark.parametrize("header", ["hx-boosted", "hx-history-restore-request"])
def test_a_boosted_link_and_a_restored_page_get_it_all(htmx, header):
    response = htmx.get("/en/", headers={header: "true"})
    assert response.text.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize("address", PAGES)
def test_the_answer_varies_on_what_it_depends_on(client, htmx, address):
    for visitor in (client, htmx):
        vary = visitor.get(address).headers["Vary"]
        for name in ("HX-Request", "HX-Boosted", "HX-History-Restore-Request"):
            assert name in vary
