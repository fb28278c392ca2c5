"""The aspects of an institution that facts are about.

Facts of one subject and one aspect exclude each other on a day. An aspect is a plain
slug in the database; these are the ones that the chamber pages know.
"""

from __future__ import annotations

from facts import details

EXISTENCE = "existence"
NAME = "name"
COMPOSITION = "composition"
COMPOSITION_IN_LAW = "composition-in-law"
TERM = "term"
CHOICE = "choice-"  # followed by the way: "choice-appointed"
DISSOLVED = "dissolved"
FIRST_SITTING = "first-sitting"
SUCCESSION = "succession-"  # followed by the successor: "succession-senate"
CHAIR = "chair"
DEPUTY_CHAIR = "deputy-chair-"  # followed by the person: "deputy-chair-albert-rau"
RULE_FOR_CHAIR = "rule-for-chair"
CONVOCATION = "convocation"
REQUIREMENT = "requirement-"  # followed by the measure: "requirement-age"
HOLDER = "holder"  # who held a post, the subject
POWER = "power"  # the subject is what may be done
ALONE = "alone"  # it made the laws without the other chamber
OPEN_QUESTION = "open-"  # what the sources leave open: "open-chair"

DETAILS = {
    EXISTENCE: "existence",
    COMPOSITION: "composition",
    TERM: "term",
    SUCCESSION: "succession",
    CHAIR: "membership",
    DEPUTY_CHAIR: "membership",
    CONVOCATION: "convocation",
    REQUIREMENT: "requirement",
    POWER: "power",
}
"""The typed details without which a fact of an aspect (or of its prefix) says nothing."""


def detail_of(aspect: str) -> str:
    """The name of the details that a fact of ``aspect`` needs here; empty if none."""
    return details.detail_of(aspect, DETAILS)
