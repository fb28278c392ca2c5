"""Pages in the memory of a worker."""

from __future__ import annotations

from web.page_shelves import KeptPage, Shelf


def test_a_shelf_lets_go_what_was_read_longest_ago():
    shelf = Shelf(3 * KeptPage([], b"a", "").size)
    for key in ("a", "b", "c"):
        shelf.put((key,), KeptPage([], key.encode(), ""))
    assert shelf.get(("a",))
    shelf.put(("d",), KeptPage([], b"d", ""))
    shelf.put(("d",), KeptPage([], b"e", ""))
    assert shelf.get(("b",)) is None
    assert [shelf.get((key,)).body for key in "acd"] == [b"a", b"c", b"e"]
    assert shelf.size == 3 * KeptPage([], b"a", "").size
