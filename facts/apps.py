from __future__ import annotations

from django.apps import AppConfig


class FactsConfig(AppConfig):
    """Floor 0: documents, passages, dated facts, citations and disagreements."""

    name = "facts"
    verbose_name = "Facts and their sources"
