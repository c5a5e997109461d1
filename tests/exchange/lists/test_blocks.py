"""Blocks of cells as text and as HTML, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsdesigner.exchange.lists.blocks import block_html, block_text, read_block

CELL = st.lists(st.text("ab –=+\"'", max_size=6).map(str.strip), min_size=1, max_size=3).map(
    lambda lines: "\n".join(lines).strip("\n")
)
BLOCK = [["One", "– a\n    – b", ""], ["", "", ""], ['say "no"', "=1+1", "+44"]]


def test_a_block_survives_as_text_and_as_html() -> None:
    assert read_block(block_text(BLOCK)) == BLOCK
    assert read_block("", block_html(BLOCK)) == BLOCK
    assert read_block(block_text(BLOCK), block_html(BLOCK)) == BLOCK


@given(
    st.integers(2, 4).flatmap(lambda wide: st.lists(st.lists(CELL, min_size=wide, max_size=wide), min_size=2))
)
def test_any_block_comes_back_from_its_text(block: list[list[str]]) -> None:
    assert read_block(block_text(block)) == [
        [cell[1:] if cell[:1] == "'" and cell[1:2] in ("=", "+", "-", "@") else cell for cell in row]
        for row in block
    ]


def test_breaks_come_from_the_table_where_the_text_has_lost_them() -> None:
    html = "<table><tr><td>– a<br>– b</td><td>x</td></tr></table>"
    assert read_block("– a – b\tx\n", html) == [["– a\n– b", "x"]]


def test_spaces_come_from_the_text_where_the_table_has_lost_them() -> None:
    html = "<table><tr><td>– a<br>– b</td><td>x</td></tr></table>"
    assert read_block('"– a\n    – b"\tx\n', html) == [["– a\n    – b", "x"]]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", []),
        ("one", [["one"]]),
        ("one\r\ntwo\r\n", [["one"], ["two"]]),
        ("a\n\nb\n", [["a"], [""], ["b"]]),
        ("a\tb\nc\n", [["a", "b"], ["c", ""]]),
        ('5" pipe\tx\n', [['5" pipe', "x"]]),
        ('"never closed\tx\ny\n', [['"never closed', "x"], ["y", ""]]),
    ],
)
def test_plain_text_is_read_as_far_as_it_goes(text: str, rows: list[list[str]]) -> None:
    assert read_block(text) == rows


def test_html_without_a_table_is_not_asked() -> None:
    assert read_block("a\tb", "<p>a b</p>") == [["a", "b"]]
