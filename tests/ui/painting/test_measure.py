"""Measuring and breaking text in the canvas's fonts."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from vsdesigner.layout.measure import TextMeasurer
from vsdesigner.ui.painting.measure import FontMeasurer, metrics
from vsdesigner.ui.painting.text import shaped

pytestmark = pytest.mark.usefixtures("qapp")


def test_lines_fit_and_lose_no_word() -> None:
    measurer: TextMeasurer = FontMeasurer()
    text = "Understand what the customer needs and expects from the new service"
    lines = measurer.lines(text, "card", 134.0)
    assert len(lines) > 2
    assert " ".join(lines) == text
    assert all(measurer.width(line, "card") <= 134.5 for line in lines)


def test_a_line_is_as_long_as_it_can_be() -> None:
    measurer = FontMeasurer()
    words = ["Agree", "on", "a", "plan", "and", "a", "road", "map", "for", "providing", "the", "service"]
    lines = measurer.lines(" ".join(words), "card", 134.0)
    for line, following in itertools.pairwise(lines):
        longer = f"{line} {following.split()[0]}"
        assert measurer.width(longer, "card") > 134.0


def test_line_ends_are_kept_and_empty_text_is_one_line() -> None:
    measurer = FontMeasurer()
    assert measurer.lines("one\ntwo", "card", 134.0) == ("one", "two")
    assert measurer.lines("", "card", 134.0) == ("",)


@given(st.text(max_size=60), st.sampled_from(["card", "block", "flow_label"]))
def test_any_text_fits(text: str, role: str) -> None:
    measurer = FontMeasurer()
    lines = measurer.lines(text, role, 80.0)
    assert "".join("".join(lines).split()) == "".join(text.split())
    for line in lines:
        # A single letter may be wider than the line: it cannot be broken.
        assert metrics(role).horizontalAdvance(line) <= 82.0 or len(line) <= 12


def test_words_break_between_letters_never_inside_one() -> None:
    family = "👩‍👩‍👧‍👦"
    accented = "e\u0301"
    for letter in (family, accented):
        lines = FontMeasurer().lines(letter * 30, "card", 60.0)
        assert len(lines) > 1
        assert all(len(line) % len(letter) == 0 for line in lines), lines


@pytest.mark.parametrize("text", ["x" * 10_000, "\u0301" * 10_000, "漢" * 10_000, "ab " * 3_000])
def test_long_texts_are_broken_quickly(text: str) -> None:
    start = time.process_time()
    FontMeasurer().lines(text, "block", 108.0)
    assert time.process_time() - start < 2.0


def test_painted_lines_are_as_wide_as_measured(qapp: QApplication) -> None:
    text = "Configure the service components"
    measured = FontMeasurer().width(text, "card")
    painted = max(run.boundingRect().right() for run in shaped(text, "card"))
    assert painted == pytest.approx(measured, abs=2.0)
