from __future__ import annotations

import json

import pytest

from tests.benchmark.report import BenchmarkReport, Figure


@pytest.mark.parametrize(
    ("limits", "value", "width", "expected"),
    [
        ({"at_most": 12}, 12, 1, True),
        ({"at_most": 12}, 12.1, 1, False),
        ({"at_most": 12}, 24, 2, True),
        ({"at_least": 0.8}, 0.79, 1, False),
        ({"at_least": 0.8}, 0.4, 2, True),
        ({}, 1000, 1, True),
    ],
)
def test_where_a_figure_should_lie(limits, value, width, expected):
    assert Figure("it", value, "ratio", **limits).is_within(width) is expected


def test_ratios_alone_make_a_run_fail(capsys):
    report = BenchmarkReport(width=2)
    report.add("slow", 100, "ms", at_most=1)
    report.add("dear", 0.5, "ratio", at_least=0.95)
    assert report.beyond() == []
    report.add("dearer", 0.4, "ratio", at_least=0.95)
    assert [figure.what for figure in report.beyond()] == ["dearer"]
    assert "dear: 0.5 ratio" in capsys.readouterr().out


def test_the_table_marks_what_lies_beyond_and_a_program_reads_the_same(capsys):
    report = BenchmarkReport()
    report.add("slow", 100, "ms", at_most=1)
    report.add("told", 3, "MB")
    first, second = report.table().splitlines()
    assert first.endswith("at most 1      <- beyond")
    assert second.split() == ["told", "3", "MB"]
    assert [row["is within"] for row in json.loads(report.as_json())] == [False, True]
