from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from facts.models import Assessment, Disagreement
from tests import factories
from tests.facts.models.refusing import refused

pytestmark = pytest.mark.django_db


def test_an_unknown_kind():
    disagreement = factories.DisagreementFactory()
    refused(Disagreement.objects.filter(pk=disagreement.pk), kind="quarrel")


def test_the_same_claim_twice():
    claim = factories.ClaimFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.ClaimFactory(
            disagreement=claim.disagreement, passage=claim.passage, says_en=claim.says_en
        )


def test_a_judgement_without_its_speaker():
    assessment = factories.AssessmentFactory()
    refused(Assessment.objects.filter(pk=assessment.pk), speaker_en="")
    assert assessment.made_in_words() == "2007"


def test_it_is_resolved_when_it_says_what_is_used_and_why():
    build = factories.DisagreementFactory.build
    assert build(subject=None).is_resolved
    assert not build(subject=None, uses_en="").is_resolved
    assert not build(subject=None, reasoning_en="").is_resolved


@pytest.mark.parametrize(
    ("kind", "state", "settles"),
    [
        ("slip", "published", True),
        ("loose", "published", True),
        ("slip", "retired", False),
        ("change", "published", False),
        ("speakers", "published", False),
    ],
)
def test_a_claim_is_not_followed_only_where_another_one_is(kind, state, settles):
    disagreement = factories.DisagreementFactory(kind=kind)
    factories.ClaimFactory(disagreement=disagreement)
    assert not disagreement.settles_by_choice
    factories.ClaimFactory(
        disagreement=disagreement, fact=factories.FactFactory(state=state)
    )
    assert disagreement.settles_by_choice is settles


def test_a_claim_is_followed_by_a_published_fact():
    fact = factories.FactFactory()
    assert factories.ClaimFactory(fact=fact).followed_by == fact
    assert factories.ClaimFactory().followed_by is None
    retired = factories.FactFactory(state="retired")
    assert factories.ClaimFactory(fact=retired).followed_by is None


@pytest.mark.parametrize(
    ("fetch", "most"),
    # Disagreements and claims; in full also facts, and the seats of compositions.
    [("with_claims", 2), ("with_claims_in_full", 4)],
)
def test_claims_are_fetched_at_once(empty, django_assert_max_num_queries, fetch, most):
    for _ in range(3):
        claim = factories.ClaimFactory(fact=factories.FactFactory())
        factories.ClaimFactory(disagreement=claim.disagreement)
    with django_assert_max_num_queries(most):
        for disagreement in getattr(Disagreement.objects, fetch)():
            assert disagreement.subject.name
            for claim in disagreement.claims.all():
                assert claim.passage.document.short_name
                assert claim.fact is None or claim.fact.subject.name
