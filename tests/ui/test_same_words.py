"""Menus, the bar beside the selection and the palette call the same thing by the same words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.search.desk import open_window, summon
from vsdesigner.commands import notes, phases
from vsdesigner.layout.geometry import Point
from vsdesigner.model.place import Place
from vsdesigner.model.records import FlowKind, Step, TerminalKind
from vsdesigner.ui.actions.spec import sequences
from vsdesigner.ui.actions.specs import ACTIONS
from vsdesigner.ui.canvas.context_menu import build_menu, kind_names
from vsdesigner.ui.canvas.lane_canvas import LaneCanvas
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.editors.choice_field import ChoiceField
from vsdesigner.ui.editors.words import WORDS
from vsdesigner.ui.help_texts import plain_text
from vsdesigner.ui.main_window import MainWindow
from vsdesigner.ui.selection_words import describe

#: F2 is one key for what is written on anything; a menu names what it is.
NAMES_THE_OBJECT = {"F2": {"Rename Lane", "Edit Label", "Edit Text"}}
SMALL_WORDS = {"a", "and", "as", "by", "from", "in", "into", "of", "on", "out", "the", "to"}
#: Groups of actions on cells: their keys mean something else on the drawing.
OTHER_VIEWS = ("table", "raci")


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window(qtbot) as made:
        yield made


def stage_of(window: MainWindow) -> Stage:
    canvas = window.findChild(LaneCanvas)
    assert canvas is not None
    return canvas.stage


def entries(menu: QMenu) -> list[QAction]:
    """All entries, with those of the menus within."""
    found: list[QAction] = []
    for action in menu.actions():
        below = action.menu()
        found.append(action)
        if isinstance(below, QMenu):
            found += entries(below)
    return [action for action in found if action.text()]


def menus(window: MainWindow) -> Iterator[QMenu]:
    """The menus of all that can be clicked: ground, steps, ends, flows, notes, phases, lanes, several."""
    stage, session = stage_of(window), window.session
    stream = session.stream
    with session.edit("Prepare") as draft:
        phase = phases.add(draft, stream, 0.0, 900.0)
        note = notes.add(draft, stream, Place("plan", 900.0, 20.0))
    now = session.now
    steps, flows = now.steps(stream), now.flows(stream)
    step = steps[0]
    with session.edit("Bend") as draft:
        draft.update(flows[0].id, source_side="top")
    ends = [now.terminal(stream, kind).id for kind in (TerminalKind.DEMAND, TerminalKind.VALUE)]
    chosen: list[tuple[str, ...]] = [
        (),
        (step.id,),
        (flows[0].id,),
        (note,),
        (phase,),
        (ends[0],),
        (ends[1],),
    ]
    chosen += [tuple(each.id for each in steps), tuple(each.id for each in flows)]
    for ids in chosen:
        session.select(ids)
        yield build_menu(stage, Point(500.0, 60.0))
    session.select(())
    stage.view.headers.choose(step.lane)
    yield build_menu(stage, Point(500.0, 60.0))


def portable(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.PortableText)


def test_an_entry_with_a_shortcut_has_the_words_of_the_action_with_this_shortcut(window: MainWindow) -> None:
    drawn = [spec for spec in ACTIONS if spec.group not in OTHER_VIEWS]
    words = {portable(keys): {plain_text(spec)} for spec in drawn for keys in sequences(spec)}
    for keys, texts in NAMES_THE_OBJECT.items():
        words[keys] |= texts
    compared = set()
    for menu in menus(window):
        for entry in entries(menu):
            keys = portable(entry.shortcut())
            if keys in words:
                assert entry.text().replace("&", "").rstrip("…") in words[keys], keys
                compared.add(keys)
    assert {"F2", "Ins", "Ctrl+D", "Ctrl+1", "Del", "Ctrl+Shift+L", "Alt+Shift+R", "Ctrl+Return"} <= compared


def test_entries_are_written_like_those_of_the_menu_bar(window: MainWindow) -> None:
    lanes = {word for lane in window.session.now.lanes for word in lane.name.split()}
    facets = {
        word for lane in window.session.now.lanes for facet in lane.facets for word in facet.name.split()
    }
    seen = set()
    for menu in menus(window):
        for entry in entries(menu):
            seen.add(entry.text())
            for word in entry.text().replace("&", "").split():
                if word not in lanes | facets and entry.text() != "All of it":
                    assert word in SMALL_WORDS or word[0].isupper(), entry.text()
    assert {"Kind of Flow", "Make Rework", "Reverse Flow", "Append Step", "Distribute Horizontally"} <= seen
    assert {"Paste Here", "Add Note Here", "Change Activity", "Rename Lane"} <= seen


def test_only_what_the_key_does_shows_the_key(window: MainWindow) -> None:
    # Ctrl+V pastes where the user looks, not where the menu was opened.
    here = [entry for menu in menus(window) for entry in entries(menu) if entry.text() == "Paste Here"]
    assert here and all(entry.shortcut().isEmpty() for entry in here)


def test_the_bar_beside_a_step_has_the_same_words(window: MainWindow) -> None:
    session = window.session
    session.select((session.now.steps(session.stream)[0].id,))
    bar = stage_of(window).view.findChildren(QToolButton)
    tips = {b.objectName(): b.accessibleName() for b in bar if b.objectName().startswith("context_")}
    words = {spec.id: plain_text(spec) for spec in ACTIONS}
    assert tips["context_value"] == f"{words['insert.connect_to_value']} (Ctrl+Shift+Return)"
    assert tips["context_rename"] == f"{words['edit.rename']} (F2)"
    assert tips["context_delete"] == f"{words['edit.delete']} (Del)"
    assert tips["context_append"] == "Append Step (Ctrl+Right)"


def test_kinds_of_flow_are_called_alike_everywhere(window: MainWindow) -> None:
    texts = {spec.id: plain_text(spec) for spec in ACTIONS}
    for kind in FlowKind:
        assert WORDS[kind] == kind_names()[kind]
        assert texts[f"flow.make_{kind.value}"].casefold() == f"make {WORDS[kind]}".casefold()


def test_a_lane_is_called_by_its_given_name_wherever_one_works_with_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    """The workbook keeps the method's name; who works with the drawing reads what stands on the header."""
    session = window.session
    step = session.now.steps(session.stream)[0]
    session.select((step.id,))
    choice = window.inspector.findChild(ChoiceField, "field.lane")
    assert choice is not None
    with session.edit("Name the lane") as draft:
        draft.update(step.lane, alias="Front desk")
    QApplication.processEvents()
    assert choice.currentText() == "Front desk"
    assert "Front desk" in describe(session.now, session.now.get(step.id, Step), full=True)
    outline = window.outline.list.outline
    assert "Front desk" in outline.index(outline.row_of(step.id)).data(Qt.ItemDataRole.ToolTipRole)
    palette = summon(window, qtbot, step.name)
    details = [row.spoken for row in palette.list.rows()]
    assert any("Front desk" in detail for detail in details), details
