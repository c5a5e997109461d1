"""Text measured without a screen: widths as of the named families, lines that fit, no letter torn apart."""

from __future__ import annotations

import time

import pytest

from vsdesigner.layout.sans import ELLIPSIS, TYPES, SansMeasurer, elided

measurer = SansMeasurer()


@pytest.mark.parametrize(
    "text,role,width",
    [
        ("Hello, World!", "note", 68.47),  # as a browser measures it, where pairs of letters stand closer
        ("Design and Transition", "lane", 146.24),
        ("Straße", "panel", 39.01),
        ("Привет, мир — ещё", "panel", 117.94),
        ("", "card", 0.0),
    ],
)
def test_widths_are_those_of_the_family(text: str, role: str, width: float) -> None:
    assert measurer.width(text, role) == pytest.approx(width, rel=0.02, abs=0.01)


def test_accents_take_no_room_and_wide_scripts_a_square() -> None:
    assert measurer.width("é", "card") == measurer.width("e\u0301", "card") == measurer.width("e", "card")
    assert measurer.width("中", "card") == TYPES["card"].size
    assert measurer.width("\u200d\u202e", "card") == 0


@pytest.mark.parametrize(
    "text",
    [
        "Agree on what is delivered and who works in it",
        "x" * 300,
        "two\n\nparagraphs of text that are a little longer",
        "👩‍👩‍👧‍👦" * 20,
        "e\u0301\u0300" * 80,
        "中文字" * 30,
    ],
)
def test_lines_fit_and_lose_nothing(text: str) -> None:
    lines = measurer.lines(text, "card", 134.0)
    assert all(measurer.width(line, "card") <= 134.0 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert not any(line.startswith(("\u0301", "\u0300", "\u200d")) for line in lines)
    assert not any(line.endswith("\u200d") for line in lines)


def test_a_letter_wider_than_the_line_stands_alone() -> None:
    assert measurer.lines("wm", "card", 1.0) == ("w", "m")
    assert measurer.lines("", "card", 1.0) == ("",)


def test_text_is_cut_with_an_ellipsis() -> None:
    assert elided("short", "chip", 200) == "short"
    cut = elided("a rather long name of a half", "chip", 60)
    assert cut.endswith(ELLIPSIS)
    assert measurer.width(cut, "chip") <= 60
    assert elided("anything", "chip", 2) == ELLIPSIS


def test_the_longest_text_is_broken_quickly() -> None:
    begun = time.perf_counter()
    assert len(measurer.lines("x" * 10_000, "note", 160.0)) > 300
    assert time.perf_counter() - begun < 0.5
