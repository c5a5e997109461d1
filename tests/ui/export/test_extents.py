"""Selection and current view are about one moment: they never outlast it, and belong to one stream."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.export.test_dialog import go, option, press_ctrl_e
from tests.ui.window_kit import Answers, add_step, told
from vsdesigner.commands import streams
from vsdesigner.exchange.registry import EXPORTERS
from vsdesigner.ui.editors.choice_field import ChoiceField
from vsdesigner.ui.export.dialog import ExportDialog
from vsdesigner.ui.export.kept import kept_values
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.pictures.register import register_pictures

Ask = Callable[[], ExportDialog]


def extent(dialog: ExportDialog) -> ChoiceField:
    field = option(dialog, "extent")
    assert isinstance(field, ChoiceField)
    return field


def shown_in(field: ChoiceField) -> list[str]:
    return [field.itemText(row) for row in range(field.count())]


def choose(field: ChoiceField, text: str) -> None:
    field.activated.emit(shown_in(field).index(text))


def select_a_step(window: MainWindow) -> None:
    window.session.select([add_step(window.session).id])


def test_a_selection_is_offered_only_while_something_is_selected(
    window: MainWindow, document: Path, ask: Ask
) -> None:
    dialog = ask()
    dialog.choose_format("svg")
    assert shown_in(extent(dialog)) == ["Whole stream", "Current view"]
    dialog.reject()
    select_a_step(window)
    dialog = ask()
    dialog.choose_format("svg")
    assert shown_in(extent(dialog)) == ["Whole stream", "Selection", "Current view"]


def test_the_last_selection_does_not_haunt_the_next_export(
    window: MainWindow, document: Path, ask: Ask, tmp_path: Path, qtbot: QtBot
) -> None:
    select_a_step(window)
    dialog = ask()
    dialog.choose_format("svg")
    choose(extent(dialog), "Selection")
    go(dialog, window, qtbot)
    assert kept_values(window.program.settings, EXPORTERS["svg"])["extent"] == "whole"
    window.program.settings.set_text("export/svg/extent", "=selection")  # as earlier versions wrote it
    assert kept_values(window.program.settings, EXPORTERS["svg"])["extent"] == "whole"
    window.session.select([])
    again = ask()  # of the same document: the last wish is still known, but cannot be had
    assert extent(again).value() == "whole"
    with qtbot.waitSignal(again.preview.shown, timeout=10_000):
        pass
    assert again.preview.look is not None
    assert again.preview.look.pictures


def test_ctrl_e_without_a_selection_writes_the_whole_stream_and_says_so(
    window: MainWindow, document: Path, ask: Ask, answers: Answers, qtbot: QtBot
) -> None:
    select_a_step(window)
    dialog = ask()
    dialog.choose_format("svg")
    choose(extent(dialog), "Selection")
    go(dialog, window, qtbot)
    file = document.with_suffix(".svg")
    before = len(file.read_bytes())
    window.session.select([])
    with qtbot.waitSignal(window.files.exported, timeout=30_000):
        press_ctrl_e(window, qtbot)
    assert not answers.errors
    assert len(file.read_bytes()) > before
    assert any("shows the whole stream" in text for text in told(window))


@pytest.mark.parametrize("format", ["pdf", "svg"])
def test_streams_cannot_be_chosen_for_a_selection(
    window: MainWindow, document: Path, ask: Ask, format: str, qtbot: QtBot
) -> None:
    register_pictures(display=True)
    with window.session.edit("Add a stream") as draft:
        streams.add(draft, "Second")
    select_a_step(window)
    dialog = ask()
    dialog.choose_format(format)
    ticks = dialog.streams.one if format == "svg" else dialog.streams.several
    assert ticks.isEnabled()
    choose(extent(dialog), "Selection")
    assert not ticks.isEnabled()
    assert dialog.streams.streams() == (window.session.stream,)
    choose(extent(dialog), "Whole stream")
    assert ticks.isEnabled()
    dialog.choose_format("xlsx")
    assert dialog.streams.streams() == ()
