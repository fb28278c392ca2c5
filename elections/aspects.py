"""The aspects of elections, systems and parties that facts are about."""

from __future__ import annotations

from facts import details

HELD = "held"
FIGURE = "figure-"  # followed by the measure: "figure-candidates"
RESULT = "result"
RESULT_BY = "result-"  # followed by the way: "result-list"
CALLED = "called"  # who called it, and how
ASKED = "asked"  # the question of a referendum
DECIDED = "decided"  # what a referendum changed
TERMS = "terms"  # for how long those elected in one vote served
OUTCOMES = ("majority", "run-offs", "seats-filled", "share-reported", TERMS)
"""How a vote ended, where no table of a result tells it all."""
AFTERWARDS = ("followed", "annulled", "inauguration")
"""What came of a vote, told of the vote itself: how such aspects begin."""
OPEN_END = "open-end"  # of a party: that the sources do not say how it ended
SYSTEM = "electoral-system"  # the subject is the chamber
TERM_IN_LAW = "term-in-law"  # how long a President serves; the subject is the presidency
MERGER = "merger-"  # followed by the party it went into: "merger-amanat"

DETAILS = {
    FIGURE: "figure",
    RESULT: "result",
    RESULT_BY: "result",
    SYSTEM: "system",
    MERGER: "merger",
}
"""The typed details without which a fact of an aspect (or of its prefix) says nothing."""


def is_for_head(aspect: str) -> bool:
    """Whether the head of a vote's page tells a fact of ``aspect``."""
    return aspect in (ASKED, DECIDED, *OUTCOMES) or aspect.startswith(AFTERWARDS)


def detail_of(aspect: str) -> str:
    """The name of the details that a fact of ``aspect`` needs here; empty if none."""
    return details.detail_of(aspect, DETAILS)
