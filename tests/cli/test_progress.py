"""The bar on the terminal."""

from __future__ import annotations

import io

import pytest

from vsdesigner.cli import progress
from vsdesigner.cli.progress import Bar


class Screen(io.StringIO):
    def __init__(self, *, is_terminal: bool) -> None:
        super().__init__()
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        return self._is_terminal


def drawn(monkeypatch: pytest.MonkeyPatch, *, is_terminal: bool, columns: int = 80) -> str:
    screen = Screen(is_terminal=is_terminal)
    monkeypatch.setattr("sys.stderr", screen)
    monkeypatch.setattr(progress, "PAUSE", 0.0)
    monkeypatch.setenv("COLUMNS", str(columns))
    with Bar() as bar:
        bar.show(0.5, "a very\tlong name of a document.vstream")
        bar.show(2.0, "short")
    return screen.getvalue()


def test_it_is_drawn_over_itself_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second, last = drawn(monkeypatch, is_terminal=True).split("\r")[1:4]
    assert first == "[############------------]  50% a very long name of a document.vstream"
    assert second.rstrip() == "[########################] 100% short"
    assert len(second) == len(first)  # nothing of the longer line is left
    assert last == " " * len(second.rstrip())


@pytest.mark.parametrize(("is_terminal", "columns"), [(False, 80), (True, 20)])
def test_it_is_silent_where_nobody_watches_or_there_is_no_room(
    monkeypatch: pytest.MonkeyPatch, is_terminal: bool, columns: int
) -> None:
    assert drawn(monkeypatch, is_terminal=is_terminal, columns=columns) == ""


def test_a_narrow_terminal_cuts_it(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = drawn(monkeypatch, is_terminal=True, columns=45).split("\r")
    assert max(map(len, lines)) == 44


def test_a_program_without_a_console_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", None)
    with Bar() as bar:
        bar.show(0.5, "x")
