"""The one address of the site, whatever name and port a visitor wrote.

Canonical links, the sitemap, robots, the feeds and the ids in them are made of it: by the
Host of a request they would be other ones for each spelling of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from ipaddress import ip_address
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.encoding import iri_to_uri

LOCAL = "localhost"


def site_address(path: str) -> str:
    """The whole address of a path of this site."""
    return f"{settings.SITE_URL}{iri_to_uri(path)}"


def site_host() -> str:
    """The name of the site, without a port: it stands in permanent ids."""
    return urlsplit(settings.SITE_URL).hostname or LOCAL


def site_url(text: str) -> str:
    """A site's address in its one form: lower case, no final dot, no usual port.

    Raises ``ValueError`` where it is none, or where a path follows.
    """
    parts = urlsplit(text)
    usual = {"http": 80, "https": 443}
    if parts.scheme not in usual or not parts.hostname or parts.username is not None:
        raise ValueError(f"{text!r} is no address that begins with http:// or https://")
    if parts.path.strip("/") or parts.query or parts.fragment:
        raise ValueError(f"{text!r} is the address of a page; the site stands at the root")
    host = parts.hostname.rstrip(".")
    if ":" in host:
        host = f"[{host}]"
    port = "" if parts.port in (None, usual[parts.scheme]) else f":{parts.port}"
    return f"{parts.scheme}://{host}{port}"


def likely_site_url(hosts: Iterable[str], port: int, *, https: bool) -> str:
    """What is the site's address where nobody said: its first public name.

    Else it is a site to try out, on this machine.
    """
    for host in hosts:
        name = host.removeprefix(".")
        if name != LOCAL and "*" not in name and not _is_number(name):
            return site_url(f"{'https' if https else 'http'}://{name}")
    return f"http://{LOCAL}:{port}"


def _is_number(host: str) -> bool:
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True
