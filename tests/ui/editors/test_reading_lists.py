"""What is read from pasted lists and from tools as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsdesigner.document.tool_text import read_products, read_tool, written_products
from vsdesigner.ui.editors.pasted_lines import PastedLine, pasted_lines, written_lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("\n \n\t\n", []),
        ("one", [(0, "one")]),
        ("– one\n– two", [(0, "one"), (0, "two")]),
        ("- one\n* two\n• three\n1. four\n12) five\n(6) six\na) seven", [(0, w) for w in
            ("one", "two", "three", "four", "five", "six", "seven")]),
        ("one\n\ttwo\n\t\tthree\nfour", [(0, "one"), (1, "two"), (1, "three"), (0, "four")]),
        ("  one\n    – two", [(0, "one"), (1, "two")]),
        ("\tfirst is never deeper\nthan the others", [(0, "first is never deeper"), (0, "than the others")]),
        ("•one\n◦two", [(0, "one"), (1, "two")]),
        ("\u00a0\u00a0one\n\u00a0\u00a0\u00a0\u00a0two", [(0, "one"), (1, "two")]),
        ("-5 degrees\n3.5 hours\nA. Smith\n2024 plan", [(0, w) for w in
            ("-5 degrees", "3.5 hours", "A. Smith", "2024 plan")]),
        ("–\n•\nreal", [(0, "real")]),
        ("one\vtwo", [(0, "one"), (0, "two")]),
    ],
)  # fmt: skip
def test_pasted_lines(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(line.indent, line.text) for line in pasted_lines(text)] == expected


words = st.text("abc äß€", min_size=1).map(str.strip).filter(lambda text: len(text) > 1)


@given(st.lists(st.tuples(words, st.integers(0, 1)), min_size=1))
def test_what_is_copied_is_pasted_again(entries: list[tuple[str, int]]) -> None:
    lines = [PastedLine(text, indent if place else 0) for place, (text, indent) in enumerate(entries)]
    assert pasted_lines(written_lines(lines)) == lines


@pytest.mark.parametrize(
    ("text", "category", "products"),
    [
        ("Meeting tools", "Meeting tools", ()),
        ("Meeting tools.", "Meeting tools", ()),
        ("Meeting tools: Teams, Zoom", "Meeting tools", ("Teams", "Zoom")),
        ("Meeting tools:", "Meeting tools", ()),
        ("Meeting tools (e.g., Teams, Zoom)", "Meeting tools", ("Teams", "Zoom")),
        ("Meeting tools (e.g. Teams).", "Meeting tools", ("Teams",)),
        ("Meeting tools (for example Teams", "Meeting tools", ("Teams",)),
        ("Meeting tools (such as: Teams; Zoom; teams)", "Meeting tools", ("Teams", "Zoom")),
        ("Access management (IAM)", "Access management (IAM)", ()),
        ("Access management (IAM): Okta", "Access management (IAM)", ("Okta",)),
        ("Tools (e.g., Box (the new one))", "Tools", ("Box (the new one)",)),
        ("CI/CD tools: Jenkins", "CI/CD tools", ("Jenkins",)),
        ("– Wiki\u00a0tools: Notes", "Wiki tools", ("Notes",)),
        (": nothing before", ": nothing before", ()),
        ("  ", "", ()),
        ("x" * 900, "x" * 500, ()),
    ],
)
def test_tools(text: str, category: str, products: tuple[str, ...]) -> None:
    assert read_tool(text) == (category, products)


def test_products() -> None:
    assert read_products(" A ,b;\n C ,, a. ,") == ("A", "b", "C")
    assert read_products(written_products(("Teams", "Zoom"))) == ("Teams", "Zoom")
