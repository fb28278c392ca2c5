"""The models that every statement of the site stands on."""

from __future__ import annotations

from facts.models.base import Content
from facts.models.citations import Citation
from facts.models.details import Detail
from facts.models.disagreements import Assessment, Claim, Disagreement, DisagreementKind
from facts.models.documents import Document, Mark, Passage, Scope, Tier
from facts.models.edition import Edition
from facts.models.facts import Basis, Fact, FactState
from facts.models.names import Name, NameLanguage, Script
from facts.models.subjects import Subject, Topic

__all__ = [
    "Assessment",
    "Basis",
    "Citation",
    "Claim",
    "Content",
    "Detail",
    "Disagreement",
    "DisagreementKind",
    "Document",
    "Edition",
    "Fact",
    "FactState",
    "Mark",
    "Name",
    "NameLanguage",
    "Passage",
    "Scope",
    "Script",
    "Subject",
    "Tier",
    "Topic",
]
