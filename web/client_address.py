"""From where a request comes."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest

UNKNOWN = "unknown"


def client_address(request: HttpRequest) -> str:
    """The address of who asks, as a text; of an IPv6 address the network of 64 bits.

    Whoever has one IPv6 address has all of that network. Behind proxies (``PROXIES`` says
    how many) it is the entry that the outermost of them wrote into X-Forwarded-For; what
    stands left of it anybody may have sent. ``unknown`` where there is no address.
    """
    found = request.META.get("REMOTE_ADDR", "")
    if settings.PROXIES:
        header = request.headers.get("X-Forwarded-For", "")
        passed_on = [entry for entry in header.split(",") if entry.strip()]
        if len(passed_on) >= settings.PROXIES:
            found = passed_on[-settings.PROXIES]
    return _folded(found.strip())


def _folded(text: str) -> str:
    try:
        address = ip_address(text)
    except ValueError:
        return UNKNOWN
    if not isinstance(address, IPv6Address):
        return str(address)
    if address.ipv4_mapped:
        return str(address.ipv4_mapped)
    return f"{IPv6Address(int(address) >> 64 << 64)}/64"
