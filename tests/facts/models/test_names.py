from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from tests import factories

pytestmark = pytest.mark.django_db


def test_two_main_forms_of_a_name():
    name = factories.NameFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.NameFactory(fact=name.fact, text="Another")
    factories.NameFactory(fact=name.fact, text="Аты", language="kk", script="Cyrl")


def test_the_same_form_twice():
    name = factories.NameFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        factories.NameFactory(fact=name.fact, is_main=False)


def test_the_lang_tag_of_a_name_leaves_out_the_usual_script():
    tags = [
        factories.NameFactory.build(language=language, script=script).lang_tag
        for language, script in [("en", "Latn"), ("kk", "Cyrl"), ("kk", "Latn")]
    ]
    assert tags == ["en", "kk", "kk-Latn"]
