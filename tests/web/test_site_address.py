"""The one address of the site."""

from __future__ import annotations

import re

import pytest

from web.site_address import likely_site_url, site_address, site_host, site_url

PAGES = ["/en/", "/sitemap.xml", "/robots.txt", "/en/timeline/feed.atom"]
SPELLED = ["SHANYRAQ.kz", "shanyraq.kz:443", "shanyraq.kz.", "www.shanyraq.kz"]


@pytest.fixture(autouse=True)
def named(settings):
    settings.SITE_URL = "https://shanyraq.kz"
    settings.ALLOWED_HOSTS = ["shanyraq.kz", "www.shanyraq.kz"]


def test_it_is_put_before_a_path():
    assert site_address("/en/a b/") == "https://shanyraq.kz/en/a%20b/"


def test_its_name_has_no_port(settings):
    settings.SITE_URL = "http://localhost:8000"
    assert site_host() == "localhost"


@pytest.mark.django_db
@pytest.mark.parametrize("spelled", SPELLED)
@pytest.mark.parametrize("address", PAGES)
def test_no_spelling_of_the_host_makes_another_one(client, address, spelled):
    page = client.get(address, headers={"host": spelled}).text
    found = set(re.findall(r"https?://[^/\s<\"]*shanyraq[^/\s<\"]*", page, re.I))
    assert found == {"https://shanyraq.kz"}


@pytest.mark.django_db
@pytest.mark.parametrize("spelled", SPELLED)
@pytest.mark.parametrize(
    ("address", "identity"),
    [
        ("/en/timeline/feed.atom", r"tag:shanyraq\.kz,"),
        ("/en/timeline/events.ics", r"UID:[^@]+@shanyraq\.kz\r"),
    ],
)
def test_ids_stay_the_same(client, address, identity, spelled):
    text = client.get(address, headers={"host": spelled}).text
    ids = re.findall(r"^UID:.*\r|tag:[^<]*,", text, re.M)
    assert len(ids) > 20
    assert [one for one in ids if not re.match(identity, one)] == []


@pytest.mark.parametrize(
    ("written", "is_in"),
    [
        ("https://SHANYRAQ.kz./", "https://shanyraq.kz"),
        ("https://shanyraq.kz:443", "https://shanyraq.kz"),
        ("http://localhost:8000", "http://localhost:8000"),
        ("http://[::1]:80", "http://[::1]"),
    ],
)
def test_it_has_one_form(written, is_in):
    assert site_url(written) == is_in


@pytest.mark.parametrize(
    "written",
    [
        "",
        "shanyraq.kz",
        "ftp://a.kz",
        "https://",
        "https://a.kz/en/",
        "https://a.kz:x",
        "https://u@a.kz",
    ],
)
def test_what_is_none(written):
    with pytest.raises(ValueError, match=r"address|[Pp]ort"):
        site_url(written)


@pytest.mark.parametrize(
    ("hosts", "https", "likely"),
    [
        (["localhost", "127.0.0.1", "[::1]"], False, "http://localhost:8001"),
        (["*"], False, "http://localhost:8001"),
        (["127.0.0.1", "Shanyraq.kz", "www.shanyraq.kz"], True, "https://shanyraq.kz"),
        ([".shanyraq.kz"], False, "http://shanyraq.kz"),
    ],
)
def test_where_nobody_said_it_is_the_first_public_name(hosts, https, likely):
    assert likely_site_url(hosts, 8001, https=https) == likely
