"""Requests that no browser sends, drawn at random from what the site has and from oddities.

A ``Walk`` learns addresses, parameters and forms from the answers that it gets, so that
new pages are tried without being listed here.
"""

from __future__ import annotations

import encodings.aliases
import re
from dataclasses import dataclass
from html import unescape
from random import Random
from typing import Any
from urllib.parse import quote_from_bytes, urlencode, urlsplit

from django.apps import apps
from django.db.models import Field
from django.db.models.constants import LOOKUP_SEP

from tests.bench.live_site import form_of

MARK = "<q9 x='y\">&amp;"
"""Markup that no page may show unescaped."""
ODD = [
    *("", " ", "0", "-1", "+1", "1e400", "²", "１", "٣٠", "9" * 20, "9" * 5000, "0x1f"),
    *("2007", "2007-13", "2007-02-30", "0000-00-00", "9999-12-31", "10000-01-01"),
    *("1938-01-01", "2007-08-29T00:00", "2007-W01", "-0044-03-15", "２００７-08-29"),
    *("\0", "a\0b", "\r\nX-Odd: 1", "\x1b[31m", "\u202eabc", "\u200b", "\ufeff", "é" * 99),
    *("Қазақстан", "ﬃ", "İ", "ẞ", "\U0001f600", "a\u0301" * 200, "\u0301", "\ud7ff"),
    *("'", '"', "' OR 1=1 --", "%", "%%s", "%(x)s", "{0}", "{{ 7|add:7 }}", "$(id)", "`"),
    *("../../etc/passwd", "..%2f", "//evil.example", "javascript:alert(1)", "file:///x"),
    *("(", "[", "**", "^(([a-z])+.)+[A-Z]([a-z])+$", "\\", "x" * 300, "a " * 900),
    *("null", "None", "true", "[]", "{}", "__class__", "-", "_", ".", "~", ";", "&", "="),
]
RAW = [b"%00", b"%ff", b"%ED%A0%80", b"%C0%AF", b"%", b"%zz", b"%u0041", b"%F4%90%80%80"]
"""What can stand in an address alone: no NUL, no UTF-8, no escape."""
NAMES = [
    *("on", "from", "to", "q", "o", "p", "all", "page", "words", "group", "change", "e"),
    *("next", "kind", "topic", "state", "born", "_to_field", "_popup", "row", "row-key"),
]
METHODS = (
    ["GET"] * 12
    + ["POST"] * 4
    + ["HEAD"] * 2
    + [
        *(
            "PUT",
            "PATCH",
            "DELETE",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "PROPFIND",
            "get",
            "X-ODD",
        ),
    ]
)
LOOKUPS = [
    *("exact", "iexact", "contains", "regex", "iregex", "in", "gt", "lte", "isnull"),
    *("range", "year", "date", "time", "week_day", "startswith", "year__gt", "nothing"),
]
TYPES = [
    *("application/x-www-form-urlencoded", "multipart/form-data; boundary=b", "text/plain"),
    *("multipart/form-data", "application/json", "", ";", "a/b; c", "text/html; charset"),
    *("multipart/form-data; boundary=" + "b" * 300, "multipart/mixed; boundary=b"),
]
CHARSETS = sorted(
    {*encodings.aliases.aliases.values(), "utf-8", "x", "", "undefined", "idna"}
)
HEADERS = {
    "Accept": ["*/*", "text/html;q=x", "application/json", ",;,", "*/*;q=" + "9" * 400],
    "Accept-Encoding": ["gzip", "br", "gzip;q=0", "*;q=0", "x" * 900, "identity;q=0"],
    "Accept-Language": ["kk", "en-US,en;q=0.5", "x" * 600, "*;q=z", "zz-" * 90],
    "Range": ["bytes=0-0", "bytes=-1", "bytes=9-1", "bytes=" + "0-1," * 300, "x=1"],
    "If-None-Match": ["*", '"x"', 'W/"', "," * 900, '"a", ' * 300, "x"],
    "If-Match": ["*", '"x"', ","],
    "If-Modified-Since": [
        "x",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "Thu, 99 Jan 9999 99:99:99 GMT",
    ],
    "If-Unmodified-Since": ["x", "Mon, 30 Nov 0001 00:00:00 GMT"],
    "If-Range": ['"x"', "x"],
    "Cookie": ["sessionid=x; csrftoken=y", "=;=;", "a" * 4000, 'x="\\777"', "messages=1"],
    "Host": ["", "a..b", "localhost:99999", "[::1", "evil.example", "localhost,x", "қ.kz"],
    "Origin": ["null", "http://evil.example", "http://[", "http://localhost:x"],
    "Referer": ["http://[", "x", "http://localhost/en/?on=" + "x" * 900, "https://é/"],
    "X-Forwarded-Proto": ["https", "http", "x", "https, http"],
    "X-Forwarded-For": ["1.2.3.4", "x" * 300, "::1, " * 99],
    "X-Forwarded-Host": ["evil.example"],
    "X-CSRFToken": ["", "x", "y" * 32, "é" * 32],
    "Authorization": ["Basic eA==", "Bearer x"],
    "HX-Request": ["true", "1"],
    "HX-Boosted": ["true"],
    "HX-Target": ["results", "dated", "x y", "%74", "../"],
    "HX-Target-URI-AutoEncoded": ["true"],
    "HX-Current-URL": ["http://[", "%ff", "http://localhost/en/?" + "x" * 900],
    "HX-History-Restore-Request": ["true"],
    "X-Requested-With": ["XMLHttpRequest"],
    "Save-Data": ["on"],
    "Content-Language": ["x"],
    "Content-Encoding": ["gzip", "x"],
    "Expect": ["x"],
    "Upgrade": ["websocket", "h2c"],
}
LOGOUT = "/admin/logout/"
"""Where no walk goes, or it would be over."""
MOST_LEARNED = 200
TOKEN = "q" * 32
"""What a logged-in browser sends as its token against forged forms."""


@dataclass(frozen=True)
class HostileRequest:
    """A request as it goes over the line: its address is escaped, or meant to be."""

    method: str
    address: bytes
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""


class Walk:
    """Where one visitor has been, and what she may try next."""

    def __init__(self, *starts: str) -> None:
        self.names = list(NAMES)
        self._forms: dict[str, list[dict[str, str]]] = {}
        self._sections: dict[str, list[str]] = {}
        for address in starts:
            self._learn_address(address)

    def learn(self, address: str, page: str) -> None:
        """Note where a page leads, the names it sends and the form that it holds."""
        for one in re.findall(r'(?:href|action|hx-get|hx-post)="(/[^"#]*)', page):
            parts = urlsplit(unescape(one))
            self._learn_address(parts.path)
            for name in re.findall(r"([^=&]+)=", parts.query):
                _add(self.names, name)
        for name in re.findall(r' name="([^"]+)"', page):
            _add(self.names, unescape(name))
        for tag in re.findall(r'<form[^>]*method="post"[^>]*', page):
            led = re.search(r'action="([^"]*)"', tag)
            one = (led and unescape(led[1])) or address
            if one != LOGOUT:
                values = form_of(page, "")
                values.pop("csrfmiddlewaretoken", None)  # a header says it
                _add(self._forms.setdefault(one, []), values)

    def _learn_address(self, address: str) -> None:
        """Note an address, beside others of its section; so that none is lost in many."""
        if address != LOGOUT:
            deep = 5 if "/bench/" in address else 4 if "/admin/" in address else 3
            section = "/".join(address.split("/")[:deep])
            _add(self._sections.setdefault(section, []), address)

    def _known_address(self, random: Random) -> str:
        return random.choice(self._sections[random.choice(list(self._sections))])

    def request(self, random: Random) -> HostileRequest:
        """Any request."""
        if self._forms and random.random() < 0.35:
            return self._filled_form(random)
        method = random.choice(METHODS)
        address = self._address(random)
        query = self._query(random)
        headers = _headers(random)
        body = b""
        if method == "POST" or random.random() < 0.1:
            body, kind = _body(random, self._pairs(random))
            headers.append(("Content-Type", kind))
        elif random.random() < 0.15:
            headers.append(("Content-Type", _content_type(random)))
        return HostileRequest(method, address + query, tuple(headers), body)

    def plain(self, random: Random) -> HostileRequest:
        """A link followed, as anybody would: it shows what the hostile ones left behind."""
        return HostileRequest("GET", self._known_address(random).encode())

    def _filled_form(self, random: Random) -> HostileRequest:
        """A form of a page, with a few of its fields filled oddly."""
        address = random.choice(list(self._forms))
        values = dict(random.choice(self._forms[address]))
        for _ in range(random.choice([0, 0, 1, 1, 2, 5])):
            if values:
                values[random.choice(list(values))] = _value(random)
        if values and random.random() < 0.2:
            del values[random.choice(list(values))]
        body, kind = _body(random, list(values.items()))
        headers = [("Content-Type", kind)]
        if random.random() < 0.3:
            headers += _headers(random)
        return HostileRequest("POST", address.encode(), tuple(headers), body)

    def _address(self, random: Random) -> bytes:
        address = self._known_address(random)
        if random.random() < 0.7:
            return quote_from_bytes(address.encode(), safe="/%").encode()
        steps = address.encode().split(b"/")
        place = random.randrange(len(steps))
        steps[place] = random.choice(
            [random.choice(RAW), _escaped(_value(random)), b"", b"..", steps[place] * 2]
        )
        return b"/" + b"/".join(steps).lstrip(b"/")

    def _query(self, random: Random) -> bytes:
        if random.random() < 0.35:
            return b""
        if random.random() < 0.02:
            return b"?" + b"a&" * 1001
        pairs = [
            _escaped(name)
            + b"="
            + (random.choice(RAW) if random.random() < 0.1 else _escaped(value))
            for name, value in self._pairs(random)
        ]
        return b"?" + random.choice([b"&", b"&", b";", b"&&"]).join(pairs)

    def _pairs(self, random: Random) -> list[tuple[str, str]]:
        found = []
        for _ in range(random.choice([1, 1, 1, 2, 3, 8])):
            name = random.choice(self.names)
            if random.random() < 0.2:
                name = _lookup(random)
            elif random.random() < 0.05:
                name = _value(random)
            found.append((name, _value(random)))
        return found


def _add(known: list[Any], one: Any) -> None:
    if len(known) < MOST_LEARNED and one not in known:
        known.append(one)


def _value(random: Random) -> str:
    """A value of any kind; some hold markup."""
    chance = random.random()
    if chance < 0.1:
        return MARK
    if chance < 0.2:
        return random.choice(ODD) + random.choice(ODD)
    if chance < 0.25:
        return "".join(
            chr(random.choice([random.randrange(1, 0xD800), random.randrange(256)]))
            for _ in range(9)
        )
    if chance < 0.4:
        return str(random.choice([random.randrange(99), random.randrange(1900, 2100)]))
    return random.choice(ODD)


def _escaped(text: str) -> bytes:
    return quote_from_bytes(text.encode("utf-8", "surrogatepass"), safe="").encode()


def _lookup(random: Random) -> str:
    """A column of any table, a few joins away, and how it is to be compared."""
    model = random.choice(list(apps.get_models()))
    path = []
    for _ in range(random.randint(1, 3)):
        one = random.choice(model._meta.get_fields())
        path.append(one.name)
        if not one.is_relation or one.related_model is None:
            break
        model = one.related_model
        if random.random() < 0.3 and isinstance(one, Field):
            break
    return LOOKUP_SEP.join([*path, random.choice(LOOKUPS)])


def _content_type(random: Random) -> str:
    if random.random() < 0.5:
        return random.choice(TYPES)
    return f"{random.choice(TYPES)}; charset={random.choice(CHARSETS)}"


def _headers(random: Random) -> list[tuple[str, str]]:
    names = random.sample(list(HEADERS), random.choice([0, 0, 1, 1, 2, 4]))
    return [(name, random.choice(HEADERS[name])) for name in names]


def _body(random: Random, pairs: list[tuple[str, str]]) -> tuple[bytes, str]:
    """A body and its type, which mostly fit one another."""
    chance = random.random()
    if chance < 0.6:
        pieces = [(name, value.encode("utf-8", "surrogatepass")) for name, value in pairs]
        return urlencode(pieces).encode(), TYPES[0]
    if chance < 0.75:
        return _multipart(random, pairs), TYPES[1]
    if chance < 0.85:
        return random.randbytes(random.choice([0, 1, 99, 5000])), _content_type(random)
    return urlencode(pairs, errors="replace").encode(), _content_type(random)


def _multipart(random: Random, pairs: list[tuple[str, str]]) -> bytes:
    """A form as browsers send files, each part with a header of its own."""
    more = [
        "",
        "; filename=x",
        '; filename="../\0"',
        "; filename*=utf-8''%ff",
        "; x=" + "y" * 99,
    ]
    own = [
        "",
        "Content-Type: a/b; charset=rot13\r\n",
        "Content-Transfer-Encoding: base64\r\n",
        ":\r\n",
    ]
    written = b""
    for name, value in pairs:
        head = (
            f'--b\r\nContent-Disposition: form-data; name="{name}"{random.choice(more)}\r\n'
        )
        head += random.choice(own) if random.random() < 0.3 else ""
        written += f"{head}\r\n{value}\r\n".encode("utf-8", "surrogatepass")
    return written + random.choice([b"--b--\r\n", b"--b--\r\n", b"--b", b""])
