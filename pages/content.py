"""The content of the whole site: which apps' models stand in the fixtures."""

from __future__ import annotations

from elections import aspects as elections_aspects
from elections import shapes as elections
from facts.serialisers import folders
from parliament import aspects as parliament_aspects
from parliament import shapes as parliament

FOLDERS = folders(
    (*parliament.SUBJECT_PARTS, *elections.SUBJECT_PARTS),
    (*parliament.FACT_PARTS, *elections.FACT_PARTS),
)


def detail_of(aspect: str) -> str:
    """The name of the details that a fact of ``aspect`` needs; empty if none."""
    return parliament_aspects.detail_of(aspect) or elections_aspects.detail_of(aspect)
