"""The content of the whole site: which apps' models stand in the fixtures."""

from __future__ import annotations

from facts.shapes import folders
from parliament import shapes as parliament

FOLDERS = folders(parliament.SUBJECT_PARTS, parliament.FACT_PARTS)
