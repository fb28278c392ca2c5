"""Every page in a language that has no texts yet: the English ones, marked, and valid."""

from __future__ import annotations

import re

import pytest

from tests.reader import Reader
from tests.test_every_page import addresses

pytestmark = pytest.mark.django_db


WITHOUT_CONTENT = {"/en/about/", "/en/changes/", "/en/members/check/"}


@pytest.mark.parametrize("address", addresses())
def test_english_texts_are_marked_but_never_inside_a_tag(settings, address):
    settings.LANGUAGES = [("en", "English"), ("kk", "Kazakh")]
    response = Reader().get(address.replace("/en/", "/kk/", 1))
    assert response.status_code == 200
    assert '<html lang="kk"' in response.text
    assert ('<span lang="en">' in response.text) == (address not in WITHOUT_CONTENT)
    assert "&lt;span lang=" not in response.text
    assert not re.search(r'="[^"<>]*<span', response.text)
    for element in ("title", "option", "textarea"):
        assert not re.search(rf"<{element}\b[^>]*>[^<]*<span", response.text)
