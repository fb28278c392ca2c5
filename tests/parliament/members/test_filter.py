from __future__ import annotations

import pytest
from django.http import QueryDict

from parliament.members.filter import MemberFilter
from parliament.members.rules import ROLES


@pytest.mark.parametrize("role", ["", *ROLES])
def test_a_role_is_kept(role):
    assert MemberFilter(QueryDict(f"role={role}")).chosen("role") == role


def test_what_is_no_role_filters_nothing():
    assert MemberFilter(QueryDict("role=king")).pairs() == []
