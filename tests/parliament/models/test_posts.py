"""What the database refuses of posts."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from facts.guard import writing
from parliament.models import Membership, Post
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("post", list(Post))
def test_every_post_can_be_held(post):
    assert factories.MembershipFactory(post=post).get_post_display() == post.label


def test_no_other_post_can_be_held():
    membership = factories.MembershipFactory()
    with pytest.raises(IntegrityError), transaction.atomic(), writing():
        Membership.objects.filter(pk=membership.pk).update(post="king")
