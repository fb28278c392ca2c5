"""A small content of its own: a hall of members, and a paper that tells of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from content.serialisers import FOLDERS
from facts.blocks.files import read_folders
from facts.blocks.loading import load

PAPER = """\
document:
  key: paper
  tier: record
  short_name_en: The paper
  title_en: A paper on the hall
  kind_en: report
  speaks: '2020'
  about_en: A source for tests.

passages:
- key: paper-2
  section_en: The hall
  place_en: paragraph 2
  speaks: '2020'
  summary_en: What it says of terms.

- key: paper-1
  section_en: The hall
  place_en: paragraph 1
  speaks: '2020'
  summary_en: What it says of seats.
"""

HALL = """\
subject:
  key: hall
  name_en: Hall
  topic: parliament
  institution:
    kind: single
    position: '1'
    member_en: deputy
    members_en: deputies
    about_en: A hall for tests.

facts:
- key: hall-seats
  aspect: composition
  start: '1996-01-01'
  act_en: the first election
  composition:
    parts:
      - position: '1'
        way: list
        seats: '40'
  citations:
    - passage: paper-1

- key: hall-term
  aspect: term
  start: '1996-01-01'
  end: '2008-01-01'
  term:
    years: '6'
    half_renewed_every: '3'
  citations:
    - passage: paper-2
"""


@pytest.fixture
def small(empty, tmp_path) -> Path:
    """The small content as files, loaded into a database that holds nothing else."""
    for name, text in (("documents/paper", PAPER), ("subjects/hall", HALL)):
        path = tmp_path / f"{name}.yaml"
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
    load(read_folders(tmp_path, FOLDERS))
    return tmp_path
