"""The export dialog: made from the tables of the formats, used with mouse and keyboard, remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.export.conftest import Fake
from tests.ui.window_kit import Answers, add_step, named, told
from vsdesigner.commands import streams
from vsdesigner.exchange.registry import EXPORTERS
from vsdesigner.storage import documents
from vsdesigner.ui.editors.choice_field import ChoiceField
from vsdesigner.ui.export.dialog import ICONS, ExportDialog
from vsdesigner.ui.export.option_fields import Several
from vsdesigner.ui.files.opening import Opened
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.pictures.register import register_pictures

Ask = Callable[[], ExportDialog]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def click(box: QCheckBox) -> None:
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(10, box.height() // 2))


def option(dialog: ExportDialog, id: str) -> QWidget:
    assert dialog.fields is not None
    return dialog.fields.field(id)


def type_target(dialog: ExportDialog, path: Path) -> None:
    field = dialog.target.field
    field.selectAll()
    QTest.keyClicks(field, str(path))


def go(dialog: ExportDialog, window: MainWindow, qtbot: QtBot) -> None:
    """Press the button and wait for the file."""
    with qtbot.waitSignal(window.files.exported, timeout=30_000):
        QTest.mouseClick(dialog.export_button, Qt.MouseButton.LeftButton)


def press_ctrl_e(window: MainWindow, qtbot: QtBot) -> None:
    """Press it where the stream is drawn, once the dialog has left the window to the user again."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window.centre.widget, Qt.Key.Key_E, CTRL)


def test_every_format_of_the_registry_is_there(window: MainWindow, ask: Ask, fake: Fake) -> None:
    dialog = ask()
    shown = [dialog.formats.item(row).text() for row in range(dialog.formats.count())]
    assert shown == [exporter.label for exporter in EXPORTERS.values()]
    assert all(not dialog.formats.item(row).icon().isNull() for row in range(dialog.formats.count()))


def test_formats_stand_in_the_order_of_their_use(window: MainWindow, ask: Ask) -> None:
    register_pictures(display=True)
    dialog = ask()
    shown = [dialog.formats.item(row).text() for row in range(dialog.formats.count())]
    assert shown == [
        "Excel workbook",
        "PowerPoint slides",
        "PDF document",
        "PNG picture",
        "SVG picture",
        "Web page",
    ]
    assert len(set(ICONS.values())) == len(shown), "none looks like another"
    assert "present" not in ICONS.values(), "a triangle would play something"


def test_the_fields_of_a_format_are_made_from_its_table(window: MainWindow, ask: Ask, fake: Fake) -> None:
    dialog = ask()
    dialog.choose_format("fake")
    quick, kind, parts, dots = (option(dialog, id) for id in ("quick", "kind", "parts", "dots"))
    assert isinstance(quick, QCheckBox)
    assert quick.isChecked()
    assert isinstance(kind, ChoiceField)
    assert kind.value() == "one"
    assert isinstance(parts, Several)
    assert parts.values() == ("one", "two")
    assert isinstance(dots, QDoubleSpinBox)
    assert (dots.value(), dots.minimum(), dots.maximum(), dots.suffix()) == (96.0, 72.0, 600.0, " dpi")
    assert [field.accessibleName() for field in (kind, parts, dots)] == ["Kind", "Parts", "Dots"]


def test_how_fine_a_picture_is_is_asked_once(window: MainWindow, ask: Ask) -> None:
    register_pictures(display=True)
    dialog = ask()
    dialog.choose_format("png")
    assert dialog.fields is not None
    assert [id for id in dialog.fields.values() if id in {"scale", "dpi"}] == ["scale"]
    assert {"scale", "dpi"} <= {option.id for option in EXPORTERS["png"].options}, "both as words"


def test_what_needs_something_else_waits_for_it(window: MainWindow, ask: Ask, fake: Fake) -> None:
    dialog = ask()
    dialog.choose_format("fake")
    quick, kind, dots = (option(dialog, id) for id in ("quick", "kind", "dots"))
    assert isinstance(quick, QCheckBox)
    assert isinstance(kind, ChoiceField)
    assert not dots.isEnabled()
    kind.activated.emit(1)
    assert dots.isEnabled()
    click(quick)
    assert not kind.isEnabled()


def test_ctrl_shift_e_enter_exports_what_is_chosen(
    window: MainWindow, document: Path, fake: Fake, tmp_path: Path, qtbot: QtBot
) -> None:
    window.activateWindow()
    QTest.keyClick(window.centre.widget, Qt.Key.Key_E, CTRL | SHIFT)
    dialog = window.findChildren(ExportDialog)[-1]
    qtbot.waitExposed(dialog)
    assert dialog.isModal()
    QTest.keyClick(dialog.formats, Qt.Key.Key_End)
    assert dialog.exporter.id == "fake"
    quick, parts = option(dialog, "quick"), option(dialog, "parts")
    assert isinstance(quick, QCheckBox)
    assert isinstance(parts, Several)
    QTest.keyClick(quick, Qt.Key.Key_Space)
    click(parts.boxes["three"])
    with qtbot.waitSignal(window.files.exported, timeout=30_000):
        QTest.keyClick(dialog.formats, Qt.Key.Key_Return)
    assert document.with_suffix(".fake").read_bytes().startswith(b"fake of")
    made = fake.asked[-1]
    assert dict(made.values) == {
        "quick": False,
        "kind": "one",
        "parts": ("one", "two", "three"),
        "dots": 96.0,
    }
    assert made.source.startswith('{\n "format": "vsdesigner"')  # the tick is set from the beginning
    assert told(window) == ["Exported to “service.fake”."]
    actions = window.notifier.toasts[-1].findChildren(QPushButton)
    assert [button.text() for button in actions][:2] == ["Open", "Show in folder"]


def test_enter_alone_exports_what_was_exported_last(
    window: MainWindow, document: Path, ask: Ask, fake: Fake, qtbot: QtBot
) -> None:
    dialog = ask()
    with qtbot.waitSignal(window.files.exported, timeout=30_000):
        QTest.keyClick(dialog.formats, Qt.Key.Key_Return)
    assert document.with_suffix(".xlsx").read_bytes()[:2] == b"PK"


def test_tab_walks_through_the_dialog_as_it_stands(
    window: MainWindow, document: Path, ask: Ask, fake: Fake, qtbot: QtBot
) -> None:
    dialog = ask()
    dialog.choose_format("svg")
    dialog.choose_format("fake")
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.formats.setFocus()
    walked = []
    for _ in range(20):
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        at = dialog.focusWidget()
        walked.append(at.objectName() or getattr(at, "text", lambda: "")())
        if at is dialog.formats:
            break
    # What is not possible now is passed by: how fine it is counts for the second kind only.
    assert walked[:5] == ["option_quick", "option_kind", "One", "Two", "Three"]
    rest = [
        name for name in walked[5:] if name in {"export_carry", "export_target", "export_browse", "export_go"}
    ]
    assert rest == ["export_carry", "export_target", "export_browse", "export_go"]
    assert walked[-1] == "export_formats"


def test_esc_leaves_without_a_file(
    window: MainWindow, document: Path, ask: Ask, fake: Fake, tmp_path: Path
) -> None:
    dialog = ask()
    dialog.choose_format("fake")
    QTest.keyClick(dialog.formats, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert not document.with_suffix(".fake").exists()


def test_ctrl_e_repeats_format_options_and_file(
    window: MainWindow, document: Path, ask: Ask, fake: Fake, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = ask()
    dialog.choose_format("fake")
    quick = option(dialog, "quick")
    assert isinstance(quick, QCheckBox)
    click(quick)
    click(dialog.carry)
    target = tmp_path / "elsewhere.fake"
    type_target(dialog, target)
    go(dialog, window, qtbot)
    target.unlink()
    add_step(window.session)
    with qtbot.waitSignal(window.files.exported, timeout=30_000):
        press_ctrl_e(window, qtbot)
    assert target.exists()
    assert answers.asked == ["export"]
    assert told(window) == ["Exported to “elsewhere.fake”."], "the same notice does not stack"
    assert dict(fake.asked[-1].values)["quick"] is False
    assert fake.asked[-1].source == ""


def test_ctrl_e_knows_the_last_export_of_a_document_after_a_restart(
    window: MainWindow, document: Path, ask: Ask, fake: Fake, answers: Answers, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = ask()
    dialog.choose_format("fake")
    type_target(dialog, tmp_path / "again.fake")
    go(dialog, window, qtbot)
    (tmp_path / "again.fake").unlink()
    window.files.take(_opened_again(document))
    with qtbot.waitSignal(window.files.exported, timeout=30_000):
        press_ctrl_e(window, qtbot)
    assert (tmp_path / "again.fake").exists()
    assert answers.asked == ["export"]


def _opened_again(path: Path) -> Opened:

    loaded = documents.read(path)
    return Opened(loaded.snapshot, path, loaded.state)


def test_choices_are_remembered_for_each_format(
    window: MainWindow, document: Path, ask: Ask, fake: Fake, tmp_path: Path, qtbot: QtBot
) -> None:
    dialog = ask()
    dialog.choose_format("fake")
    parts, kind = option(dialog, "parts"), option(dialog, "kind")
    assert isinstance(parts, Several)
    assert isinstance(kind, ChoiceField)
    for box in parts.boxes.values():
        box.setChecked(False)
    kind.activated.emit(1)
    click(dialog.carry)
    go(dialog, window, qtbot)
    window.files.file.adopt(tmp_path / "other.vstream", None)
    window.files._exporting.forget()
    again = ask()
    assert again.exporter.id == "fake"
    assert again.fields is not None
    assert again.fields.values() == {"quick": True, "kind": "two", "parts": (), "dots": 96.0}
    assert not again.carry.isChecked()
    assert again.target.path() == tmp_path / "other.fake"
    again.choose_format("xlsx")
    assert again.target.path() == tmp_path / "other.xlsx"


def test_damaged_memory_is_no_trouble(window: MainWindow, ask: Ask, fake: Fake) -> None:
    settings = window.program.settings
    settings.set_text("export/format", "gone")
    settings.set_text("export/fake/kind", "=four")
    settings.set_text("export/fake/dots", "=x")
    settings.set_text("export/fake/quick", "=perhaps")
    settings.set_text("export/fake/parts", "two")
    settings.set_texts(
        "export/again", ["{", "[]", '{"document": "/x", "path": "/y", "format": "fake"}', "\0"]
    )
    dialog = ask()
    assert dialog.exporter.id == "xlsx"
    dialog.choose_format("fake")
    assert dialog.fields is not None
    assert dialog.fields.values() == {"quick": True, "kind": "one", "parts": ("one", "two"), "dots": 96.0}


def test_the_target_ends_as_the_format_wants_and_says_what_is_odd(
    window: MainWindow, document: Path, ask: Ask, fake: Fake, tmp_path: Path
) -> None:
    dialog = ask()
    dialog.choose_format("fake")
    (tmp_path / "there.fake").touch()
    for typed, path, said, possible in (
        (tmp_path / "x", tmp_path / "x.fake", "Written as “x.fake”.", True),
        (tmp_path / "x.xlsx", tmp_path / "x.fake", "Written as “x.fake”.", True),
        (tmp_path / "v1.2", tmp_path / "v1.2.fake", "Written as “v1.2.fake”.", True),
        (tmp_path / "there.fake", tmp_path / "there.fake", "it will be replaced", True),
        (tmp_path / "none" / "x.fake", None, "is not there", False),
    ):
        type_target(dialog, typed)
        assert dialog.target.path() == path
        assert said in dialog.target.note.text()
        assert dialog.export_button.isEnabled() is possible
    dialog.target.field.selectAll()
    QTest.keyClick(dialog.target.field, Qt.Key.Key_Delete)
    assert not dialog.export_button.isEnabled()
    assert dialog.target.note.text() == "Name the file to write."


def test_browse_asks_for_a_file_of_the_format(
    window: MainWindow, document: Path, ask: Ask, fake: Fake, answers: Answers, tmp_path: Path
) -> None:
    dialog = ask()
    dialog.choose_format("fake")
    answers.export_path = tmp_path / "chosen.fake"
    button = named(dialog.target, "export_browse")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert answers.suggested == document.with_suffix(".fake")
    assert dialog.target.path() == tmp_path / "chosen.fake"


def test_streams_can_be_chosen_where_there_are_several(
    window: MainWindow, document: Path, ask: Ask, fake: Fake, qtbot: QtBot
) -> None:
    dialog = ask()
    assert not dialog.streams.isVisible()
    dialog.reject()
    with window.session.edit("Add a stream") as draft:
        second = streams.add(draft, "Second & last")
    first = window.session.now.streams[0].id
    dialog = ask()
    dialog.choose_format("fake")
    boxes = dialog.streams.several.boxes
    assert list(boxes) == [first, second]
    click(boxes[first])
    go(dialog, window, qtbot)
    assert fake.asked[-1].streams == (second,)
    dialog = ask()
    assert dialog.streams.streams() == (second,)
    click(dialog.streams.several.boxes[second])  # none at all is nothing one could want
    assert dialog.streams.several.values() == (first,)
    dialog.choose_format("svg")  # shows one stream: the one in the window
    assert dialog.streams.one.isVisible()
    assert dialog.streams.streams() == (window.session.stream,)


def test_selection_and_view_go_with_the_options(
    window: MainWindow, document: Path, ask: Ask, fake: Fake, qtbot: QtBot
) -> None:
    step = add_step(window.session)
    window.session.select([step.id])
    dialog = ask()
    dialog.choose_format("fake")
    go(dialog, window, qtbot)
    assert fake.asked[-1].selection == (step.id,)
    area = fake.asked[-1].area
    assert area is not None
    assert area[2] > 100 < area[3]


@pytest.mark.parametrize("width", [700, 1_900])
def test_nothing_is_cut_off(window: MainWindow, ask: Ask, fake: Fake, width: int) -> None:
    dialog = ask()
    dialog.choose_format("fake")
    dialog.resize(width, 600)
    for button in dialog.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.sizeHint().width()
            assert dialog.rect().contains(button.mapTo(dialog, button.rect().bottomRight()))
