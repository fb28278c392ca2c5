from __future__ import annotations

import pytest

from elections.models import Figure, ResultRow
from elections.sentences import (
    decade_in_words,
    figure,
    figure_in_words,
    happened_in_words,
    later_names_in_words,
    made_sentence,
    result_row,
)
from facts.periods import parse_bound
from tests import factories
from tests.elections.building import add_row, make_party


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"measure": "voters", "value": "12035578"}, "12,035,578"),
        ({"measure": "turnout", "value": "54.21"}, "54.21%"),
        ({"measure": "observers", "value": "250", "is_about": True}, "about 250"),
    ],
)
def test_a_figure_is_told_as_the_source_prints_it(values, words):
    assert figure_in_words(Figure(**values)) == words


@pytest.mark.parametrize(
    ("status", "sentence"),
    [
        ("preliminary", "Candidates: 55 (preliminary)."),
        ("planned", "Candidates: 55 (planned)."),
        ("final", "Candidates: 55."),
        ("unsaid", "Candidates: 55."),
    ],
)
def test_a_figure_that_is_not_final_says_so(status, sentence):
    assert figure(Figure(measure="candidates", value="55", status=status)) == sentence


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({}, "Otan"),
        ({"seats": 1}, "Otan: 1 seat"),
        ({"seats": 0, "share": "3"}, "Otan: 0 seats and 3%"),
        (
            {"seats": 98, "votes": 5247720, "share": "88.41"},
            "Otan: 98 seats, 5,247,720 votes and 88.41%",
        ),
        ({"votes": 1}, "Otan: 1 vote"),
    ],
)
def test_a_row_tells_what_is_known_of_it(values, sentence):
    assert result_row(ResultRow(label_en="Otan", **values)) == sentence


@pytest.mark.django_db
def test_a_result_tells_every_row_in_its_order(empty):
    result = factories.ResultFactory()
    add_row(result, "Nur Otan", seats=98)
    add_row(result, "NSDP", share="4.5")
    assert made_sentence(result.fact) == "Nur Otan: 98 seats; NSDP: 4.5%."


@pytest.mark.django_db
def test_a_merger_tells_who_joined_whom(empty):
    merger = factories.MergerFactory(
        fact__subject=make_party("asar"), into=make_party("otan")
    )
    assert made_sentence(merger.fact) == "Asar joined Otan."
    assert made_sentence(factories.FactFactory()) == ""


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2022-04-26", "on 26 April 2022"),
        ("2013", "in 2013"),
        ("2013-06", "in June 2013"),
        ("[2006-09-26..2006-12-31]", "between 26 September 2006 and 31 December 2006"),
        ("..", ""),
    ],
)
def test_an_event_is_told_as_precisely_as_it_is_known(edtf, words):
    assert happened_in_words(parse_bound(edtf, "start")) == words


def test_small_words():
    assert decade_in_words(1990) == "1990s"
    assert later_names_in_words([]) == ""
    assert later_names_in_words(["Nur Otan", "Amanat"]) == "(later Nur Otan, Amanat)"
