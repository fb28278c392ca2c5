"""The models that every statement of the site stands on."""

from __future__ import annotations

from facts.models.base import Content, ContentQuerySet, RowState
from facts.models.citations import Citation
from facts.models.details import Detail
from facts.models.disagreements import Assessment, Claim, Disagreement, DisagreementKind
from facts.models.documents import Document, Mark, Passage, Scope, Tier
from facts.models.edition import Edition
from facts.models.facts import Basis, Fact
from facts.models.names import Name, NameLanguage, Script
from facts.models.subjects import Subject, Topic

__all__ = [
    "Assessment",
    "Basis",
    "Citation",
    "Claim",
    "Content",
    "ContentQuerySet",
    "Detail",
    "Disagreement",
    "DisagreementKind",
    "Document",
    "Edition",
    "Fact",
    "Mark",
    "Name",
    "NameLanguage",
    "Passage",
    "RowState",
    "Scope",
    "Script",
    "Subject",
    "Tier",
    "Topic",
]
