"""What the bench keeps: changes and their steps, visits to a form, checks, accounts."""

from __future__ import annotations

from bench.models.accounts import AccountAct, AccountEvent, LoginDelay
from bench.models.changes import Change
from bench.models.checks import Check
from bench.models.drafts import OWN_FIELDS, Draft
from bench.models.steps import Step
from bench.models.visits import Visit

__all__ = [
    "OWN_FIELDS",
    "AccountAct",
    "AccountEvent",
    "Change",
    "Check",
    "Draft",
    "LoginDelay",
    "Step",
    "Visit",
]
