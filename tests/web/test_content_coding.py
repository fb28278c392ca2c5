"""Which coding a browser asks for."""

from __future__ import annotations

import pytest

from web.content_coding import coding_for


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("", ""),
        ("gzip", "gzip"),
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=0.5, gzip;q=0.8", "gzip"),
        ("gzip;q=0.5, BR;q=0.5", "br"),
        ("gzip;q=0", ""),
        ("gzip;q=0, br;q=0.1", "br"),
        ("*", "br"),
        ("br;q=0, *;q=0.3", "gzip"),
        ("*;q=0", ""),
        ("identity, gzip;q=0.5", ""),
        ("identity;q=0.5, gzip", "gzip"),
        ("gzip;q=x", "gzip"),
        ("deflate, x-gzip-like", ""),
        (",;,=;q", ""),
        ("x" * 300 + ", gzip", ""),
    ],
)
def test_the_quality_decides_and_brotli_is_ours(accepted, coding):
    assert coding_for(accepted) == coding
