"""What the bench keeps: changes and their steps, visits to a form, checks of facts."""

from __future__ import annotations

from bench.models.changes import Change
from bench.models.checks import Check
from bench.models.drafts import OWN_FIELDS, Draft
from bench.models.steps import Step
from bench.models.visits import Visit

__all__ = ["OWN_FIELDS", "Change", "Check", "Draft", "Step", "Visit"]
