"""The models that every statement of the site stands on."""

from __future__ import annotations

from facts.models.base import Content
from facts.models.disagreements import Assessment, Claim, Disagreement, Kind
from facts.models.documents import Document, Mark, Passage, Scope, Tier
from facts.models.facts import Basis, Citation, Detail, Fact, Name, State, Subject, Topic

__all__ = [
    "Assessment",
    "Basis",
    "Citation",
    "Claim",
    "Content",
    "Detail",
    "Disagreement",
    "Document",
    "Fact",
    "Kind",
    "Mark",
    "Name",
    "Passage",
    "Scope",
    "State",
    "Subject",
    "Tier",
    "Topic",
]
