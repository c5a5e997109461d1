"""The program and window of the file tests, a format of our own, and an export dialog to be used."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.files.conftest import program, saved, window
from tests.ui.window_kit import Answers
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange import registry
from vsdesigner.exchange.options import Choice, Option, OptionKind
from vsdesigner.exchange.registry import Cancelled, Exporter, ExportOptions, Progress, Question
from vsdesigner.ui.dialogs.dialogs import Dialogs
from vsdesigner.ui.export.dialog import ExportDialog, Request
from vsdesigner.ui.export.wish import Wish
from vsdesigner.ui.main_window import MainWindow

__all__ = ["program", "saved", "window"]

WORDS = (Choice("one", "One"), Choice("two", "Two"), Choice("three", "Three"))
OPTIONS = (
    Option("quick", "Quick", "Leave out half of it.", OptionKind.FLAG, default=True),
    Option("kind", "Kind", "Which kind.", OptionKind.CHOICE, "one", WORDS, needs="quick"),
    Option("parts", "Parts", "Which parts.", OptionKind.SEVERAL, ("one", "two"), WORDS),
    Option(
        "dots", "Dots", "How fine.", OptionKind.NUMBER, 96.0, least=72, most=600, unit="dpi", needs="kind=two"
    ),
)


@dataclass
class Fake:
    """A format that writes down what it was asked; it can be slow or refuse."""

    asked: list[ExportOptions] = field(default_factory=list)
    stopped: int = 0
    error: Exception | None = None
    waits: Callable[[Question], None] | None = None

    def render(self, view: Snapshot, options: ExportOptions, progress: Progress, stop: Question) -> bytes:
        self.asked.append(options)
        if self.waits is not None:
            self.waits(stop)
        if stop():
            self.stopped += 1
            raise Cancelled
        if self.error is not None:
            raise self.error
        return f"fake of {len(view.records)} records\n{sorted(options.values.items())}".encode()


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch) -> Fake:
    made = Fake()
    exporter = Exporter("fake", "Fake & picture", ".fake", "x/y", made.render, OPTIONS, carries=True)
    monkeypatch.setitem(registry.EXPORTERS, "fake", exporter)
    return made


class RealExport(Answers):
    """Shows the real export dialog; everything else is answered."""

    def export(
        self,
        parent: QWidget,
        request: Request,
        on_wish: Callable[[Wish], None],
        on_problems: Callable[[str], None],
    ) -> None:
        self.asked.append("export")
        Dialogs.export(self, parent, request, on_wish, on_problems)


@pytest.fixture
def answers() -> Answers:
    return RealExport()


@pytest.fixture
def ask(window: MainWindow, qtbot: QtBot) -> Iterator[Callable[[], ExportDialog]]:
    """Open the dialog as a user does; what is open at the end is left."""

    def opened() -> ExportDialog:
        window.verbs["file.export_as"].trigger()
        found = window.findChildren(ExportDialog)[-1]
        qtbot.waitExposed(found)
        return found

    yield opened
    for dialog in window.findChildren(ExportDialog):
        dialog.reject()


@pytest.fixture
def document(window: MainWindow, saved: Path) -> Path:
    """A document that is open in the window."""
    window.program.open_paths([saved], window.files)
    return saved
