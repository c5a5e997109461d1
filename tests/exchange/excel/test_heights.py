"""Widths, lines and heights of text in cells."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsdesigner.exchange.excel.heights import (
    MOST_HEIGHT,
    ellipsized,
    line_count,
    line_height,
    most_lines,
    room,
    row_height,
    shortened_lines,
    text_width,
    units16,
    width_for,
    wrap,
)

TEXTS = st.text(st.sampled_from("aiW –\n漢🚀é"), max_size=80)
WIDTHS = st.floats(30, 400)


def test_widths_are_those_of_the_font() -> None:
    assert text_width("0" * 100, 10) == pytest.approx(506.8, abs=0.1)
    assert text_width("Hello", 10) == pytest.approx((1276 + 1019 + 470 + 470 + 1080) * 10 / 2048)
    assert text_width("m", 20) == 2 * text_width("m", 10)
    assert text_width("Engage", 10, bold=True) > text_width("Engage", 10)


def test_other_scripts_have_a_width() -> None:
    assert text_width("é", 10) == text_width("e", 10)
    assert text_width("e\u0301", 10) == text_width("e", 10)
    assert text_width("漢", 10) > text_width("W", 10)
    assert text_width("🚀", 10) > text_width("W", 10)
    assert text_width("س", 10) > text_width("e", 10)


def test_the_widest_line_counts() -> None:
    assert text_width("wide line\ni", 10) == text_width("wide line", 10)


def test_words_are_wrapped_and_long_ones_broken() -> None:
    word = text_width("word", 10)
    assert line_count("word", word + 0.1, 10) == 1
    assert line_count("word word", word + 0.1, 10) == 2
    assert line_count("word\n\nword", 200, 10) == 3
    assert line_count("w" * 100, text_width("w" * 10, 10), 10) in (11, 12)


@given(TEXTS, WIDTHS)
def test_wrapped_lines_fit_and_are_the_text(text: str, points: float) -> None:
    lines = wrap(text, points, 10)
    assert "".join(lines) == text
    assert len(lines) <= line_count(text, points, 10)
    for line in lines:
        assert text_width(line.strip(" \n"), 10) <= points + 0.01


@given(TEXTS, WIDTHS, st.floats(0, 100), TEXTS)
def test_more_room_never_takes_more_lines_and_more_text_never_fewer(
    text: str, points: float, more: float, tail: str
) -> None:
    present = line_count(text, points, 10)
    assert line_count(text + tail, points, 10) >= present
    if max(text_width(word, 10) for word in text.replace("\n", " ").split(" ")) <= points:
        assert line_count(text, points + more, 10) <= present


def test_heights_grow_by_lines_up_to_the_limit_of_excel() -> None:
    heights = [row_height(lines, 10) for lines in range(1, 60)]
    assert heights == sorted(heights)
    assert heights[0] == 16.5
    assert heights[1] - heights[0] == line_height(10) == 13.5
    assert line_height(11) == 15.0
    assert heights[-1] == MOST_HEIGHT
    assert row_height(most_lines(10), 10) < MOST_HEIGHT
    assert row_height(most_lines(10) + 1, 10) == MOST_HEIGHT


def test_room_and_width_are_each_others_inverse() -> None:
    assert room(width_for(120.0)) == pytest.approx(120.0)
    assert room(width_for(120.0, 0), 0) == pytest.approx(120.0)
    assert room(20.0, 2) < room(20.0, 1) < room(21.0, 1)


def test_a_long_line_ends_in_an_ellipsis() -> None:
    text = "a long line\nthat goes on"
    assert ellipsized("short", 100, 10) == "short"
    cut = ellipsized(text, 60, 10)
    assert cut.endswith("…") and text.replace("\n", " ").startswith(cut[:-1])
    assert text_width(cut, 10) <= 60
    assert shortened_lines("one two three", 2, text_width("three", 10) + 1, 10) == "one two…"


def test_excel_counts_characters_in_utf16() -> None:
    assert (units16("abc"), units16("é漢"), units16("🚀a")) == (3, 2, 3)
