"""A small content of its own: what a hall is called, and what is said of it."""

from __future__ import annotations

from facts.blocks.serialiser import Folder, Part, Serialiser
from facts.models import Citation, Fact, Name, Subject

SUBJECT = Serialiser("subject", Subject, ("key", "name_en", "topic"))
FACT = Serialiser(
    "facts",
    Fact,
    ("key", "subject", "aspect", "start", "end", "sentence_en"),
    parts=(
        Part("names", Name, "fact", ("language", "script", "text", "is_main"), ("text",)),
        Part("citations", Citation, "fact", ("passage", "note_en"), ("passage",)),
    ),
    usual={"end": ".."},
)
FOLDER = Folder("subjects", SUBJECT, (FACT,), "subject")

HALL = {"key": "hall", "name_en": "Hall", "topic": "parliament"}
TEXT = """\
subject:
  key: hall
  name_en: Hall
  topic: parliament

facts:
- key: hall-name
  aspect: name
  start: '1996'
  sentence_en: It was called Hall.
"""
"""The file of the hall, in its canonical form."""
