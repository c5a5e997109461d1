"""The benchmark measures what it says, for a stream small enough for every test run."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.bench import canvas, editing, figures, files, present
from tests.bench.timing import Line, median, p95


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (files.lines, ("save", "export")),
        (canvas.lines, ("open a document", "paint all", "drag a step", "drop after", "pan", "zoom")),
        (editing.lines, ("drag 200", "undo of moving", "type a letter", "all checks")),
        (
            present.lines,
            ("present: from the opening", "present: from step", "present: to a step", "present: whole"),
        ),
    ],
    ids=["files", "canvas", "editing", "present"],
)
def test_all_lines_come(
    qapp: QApplication, lines: Callable[[int], Iterator[Line]], expected: tuple[str, ...]
) -> None:
    found = list(lines(20))
    for start in expected:
        assert any(line.what.startswith(start) for line in found), start
    assert all(line.ours > 0 for line in found)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_figures_of_lines_and_keys(qapp: QApplication) -> None:
    ((lines, none_crosses),) = figures.routing(6)
    assert lines.startswith("routing of random streams: 6 streams") and "0 through a box" in lines
    assert none_crosses
    ((keys, few),) = figures.keyboard()
    assert "ten steps by keyboard" in keys and few


def test_a_budget_is_a_ratio_or_a_time() -> None:
    assert Line("x", 1, ours=30.0, floor=10.0, budget=3.0).kept
    assert not Line("x", 1, ours=31.0, floor=10.0, budget=3.0).kept
    assert Line("x", 1, ours=16.0, floor=None, budget=16.7).kept
    assert not Line("x", 1, ours=17.0, floor=None, budget=16.7).kept
    assert Line("x", 1, ours=17.0, floor=None, budget=None).kept is None
    assert "MISSED" in str(Line("x", 1, ours=17.0, floor=None, budget=16.7))


def test_percentiles() -> None:
    assert p95([float(number) for number in range(101)]) == 95
    assert median([3.0, 1.0, 2.0]) == 2
