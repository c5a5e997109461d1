"""The outline: order, selection in both directions, renaming, deleting, reordering, five thousand steps."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from vsdesigner.commands import elements, steps, streams
from vsdesigner.model.records import Numbering, Stream
from vsdesigner.ui.panels.outline import OutlineList, OutlinePanel
from vsdesigner.ui.panels.outline_model import NUMBER_ROLE
from vsdesigner.ui.session import Session

NAMES = ("Register", "Triage", "Diagnose", "Fix")
DOWN, UP = Qt.Key.Key_Down, Qt.Key.Key_Up


def fill(session: Session, names: tuple[str, ...] = NAMES) -> list[str]:
    """Append one step after the other to demand; returns their ids."""
    ids: list[str] = []
    with session.edit("Fill") as draft:
        source = next(end.id for end in draft.view.terminals(session.stream) if steps.is_demand(end))
        for name in names:
            source = steps.append(draft, source, "", name)
            ids.append(source)
    return ids


@pytest.fixture
def session() -> Session:
    return Session()


@pytest.fixture
def ids(session: Session) -> list[str]:
    return fill(session)


@pytest.fixture
def outline(qtbot: QtBot, session: Session, ids: list[str]) -> Iterator[OutlineList]:
    panel = OutlinePanel(session)
    qtbot.addWidget(panel)
    panel.resize(240, 300)
    panel.show()
    qtbot.waitExposed(panel)
    tester = QAbstractItemModelTester(
        panel.list.outline, QAbstractItemModelTester.FailureReportingMode.Fatal, panel
    )
    assert tester.model() is panel.list.outline
    yield panel.list


def shown(outline: OutlineList) -> list[str]:
    return [outline.outline.index(row).data() for row in range(outline.outline.rowCount())]


def place(outline: OutlineList, row: int) -> QPoint:
    return outline.visualRect(outline.outline.index(row)).center()


def click(qtbot: QtBot, outline: OutlineList, row: int, keys: Qt.KeyboardModifier | None = None) -> None:
    qtbot.mouseClick(
        outline.viewport(),
        Qt.MouseButton.LeftButton,
        keys or Qt.KeyboardModifier.NoModifier,
        pos=place(outline, row),
    )


def editor(outline: OutlineList) -> QLineEdit | None:
    return outline.findChild(QLineEdit, "outline_editor")


def test_demand_steps_and_value_stand_in_their_order(outline: OutlineList) -> None:
    assert shown(outline) == ["Demand", *NAMES, "Value"]
    assert outline.outline.index(3).data(NUMBER_ROLE) == 3


def test_opportunity_and_blank_names_are_said(outline: OutlineList, session: Session, ids: list[str]) -> None:
    with session.edit("Change") as draft:
        streams.update(draft, session.stream, demand_kind="opportunity")
        steps.update(draft, ids[:1], name=" \n")
    assert shown(outline)[:2] == ["Opportunity", "Unnamed step"]


def test_there_is_never_a_horizontal_scroll_bar(
    outline: OutlineList, session: Session, ids: list[str]
) -> None:
    with session.edit("Rename") as draft:
        steps.update(draft, ids[:1], name="A very long name " * 20)
    assert not outline.horizontalScrollBar().isVisible()
    assert outline.horizontalScrollBar().maximum() == 0


def test_a_click_selects_in_the_session(
    outline: OutlineList, session: Session, ids: list[str], qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.reveal_requested):
        click(qtbot, outline, 2)
    assert session.selection == (ids[1],)
    click(qtbot, outline, 4, Qt.KeyboardModifier.ControlModifier)
    assert session.selection == (ids[1], ids[3])
    click(qtbot, outline, 3)
    click(qtbot, outline, 1, Qt.KeyboardModifier.ShiftModifier)
    assert set(session.selection) == set(ids[:3])


def test_the_session_selects_in_the_list(outline: OutlineList, session: Session, ids: list[str]) -> None:
    session.select((ids[3], ids[0], ids[1]))
    rows = sorted(index.row() for index in outline.selectedIndexes())
    assert rows == [1, 2, 4]
    session.select(())
    assert not outline.selectedIndexes()


def test_what_is_selected_elsewhere_is_brought_into_view(
    outline: OutlineList, session: Session, qtbot: QtBot
) -> None:
    many = fill(session, tuple(f"Step {n}" for n in range(40)))
    session.select((many[-1],))
    row = outline.outline.row_of(many[-1])
    assert outline.viewport().rect().contains(place(outline, row))


def test_double_click_renames_in_the_list(
    outline: OutlineList, session: Session, ids: list[str], qtbot: QtBot
) -> None:
    click(qtbot, outline, 2)
    qtbot.mouseDClick(outline.viewport(), Qt.MouseButton.LeftButton, pos=place(outline, 2))
    field = editor(outline)
    assert field is not None and field.selectedText() == "Triage"
    qtbot.keyClicks(field, "Sort out")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shown(outline)[2] == "Sort out")
    assert session.history.undoText() == "Rename “Sort out”"
    session.undo()
    assert shown(outline)[2] == "Triage"


def test_f2_renames_and_escape_leaves_it(outline: OutlineList, session: Session, qtbot: QtBot) -> None:
    click(qtbot, outline, 1)
    before = session.history.count()
    qtbot.keyClick(outline, Qt.Key.Key_F2)
    field = editor(outline)
    assert field is not None
    qtbot.keyClicks(field, "Nonsense")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert shown(outline)[1] == "Register"
    assert session.history.count() == before


def test_demand_is_not_renamed_here(outline: OutlineList, qtbot: QtBot) -> None:
    click(qtbot, outline, 0)
    qtbot.keyClick(outline, Qt.Key.Key_F2)
    assert editor(outline) is None


def test_committing_hands_in_the_name_being_typed(
    outline: OutlineList, session: Session, qtbot: QtBot
) -> None:
    click(qtbot, outline, 1)
    qtbot.keyClick(outline, Qt.Key.Key_F2)
    field = editor(outline)
    assert field is not None
    qtbot.keyClicks(field, "Take in")
    session.committing.emit()
    assert shown(outline)[1] == "Take in"


def test_an_unchanged_name_is_no_step_back(
    outline: OutlineList, session: Session, ids: list[str], qtbot: QtBot
) -> None:
    with session.edit("Name") as draft:
        steps.update(draft, ids[:1], name="Two\nlines")
    before = session.history.count()
    click(qtbot, outline, 1)
    qtbot.keyClick(outline, Qt.Key.Key_F2)
    field = editor(outline)
    assert field is not None
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: outline.state() == outline.State.NoState)
    assert session.history.count() == before


def test_delete_removes_and_heals(
    outline: OutlineList, session: Session, ids: list[str], qtbot: QtBot
) -> None:
    click(qtbot, outline, 2)
    qtbot.keyClick(outline, Qt.Key.Key_Delete)
    assert shown(outline) == ["Demand", "Register", "Diagnose", "Fix", "Value"]
    assert [flow.target for flow in session.now.outgoing(ids[0])] == [ids[2]]
    assert session.history.undoText() == "Delete “Triage”"
    session.undo()
    assert shown(outline)[2] == "Triage"


def test_delete_leaves_demand_alone(outline: OutlineList, session: Session, qtbot: QtBot) -> None:
    click(qtbot, outline, 0)
    before = session.now
    qtbot.keyClick(outline, Qt.Key.Key_Delete)
    assert session.now is before


def test_alt_and_arrows_reorder_and_say_so(
    outline: OutlineList, session: Session, ids: list[str], qtbot: QtBot
) -> None:
    told: list[tuple[str, str, object]] = []
    session.told.connect(lambda text, action, do: told.append((text, action, do)))
    click(qtbot, outline, 4)
    for _ in range(2):
        qtbot.keyClick(outline, UP, Qt.KeyboardModifier.AltModifier)
    assert shown(outline) == ["Demand", "Register", "Fix", "Triage", "Diagnose", "Value"]
    assert session.selection == (ids[3],)
    assert [index.row() for index in outline.selectedIndexes()] == [2]
    assert len(told) == 1
    follow = told[0][2]
    assert callable(follow)
    follow()
    assert shown(outline) == ["Demand", *NAMES, "Value"]
    assert session.now.get(session.stream, Stream).numbering is Numbering.AUTOMATIC


def test_several_steps_move_together_and_stop_at_the_end(
    outline: OutlineList, session: Session, ids: list[str], qtbot: QtBot
) -> None:
    outline.setFocus()
    session.select(ids[1:3])
    qtbot.keyClick(outline, DOWN, Qt.KeyboardModifier.AltModifier)
    assert shown(outline)[1:5] == ["Register", "Fix", "Triage", "Diagnose"]
    count = session.history.count()
    qtbot.keyClick(outline, DOWN, Qt.KeyboardModifier.AltModifier)
    assert session.history.count() == count


def test_another_stream_and_another_document(outline: OutlineList, session: Session) -> None:
    with session.edit("Add stream") as draft:
        other = streams.add(draft)
    session.show_stream(other)
    assert shown(outline) == ["Demand", "Value"]
    session.replace(streams.new_document())
    assert shown(outline) == ["Demand", "Value"]


def test_rows_are_spoken_with_number_and_lane(outline: OutlineList) -> None:
    text = outline.outline.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert text == "Step 2 of 4, Triage, lane Engage"


def test_five_thousand_steps_stay_fluid(outline: OutlineList, session: Session, qtbot: QtBot) -> None:
    names = tuple(f"Step {n}" for n in range(5_000))
    with session.edit("Fill") as draft:
        added = [
            steps.add(draft, session.stream, steps.Place("plan", 400.0 + 300 * n, 20.0), name)
            for n, name in enumerate(names[:200])
        ]
    middle = added[100]
    resets: list[None] = []
    outline.outline.modelReset.connect(lambda: resets.append(None))
    start = time.perf_counter()
    with session.edit("Rename") as draft:
        steps.update(draft, (middle,), name="Another")
    with session.edit("Delete") as draft:
        elements.delete(draft, (middle,))
    session.undo()
    assert time.perf_counter() - start < 1.0
    assert not resets  # single rows came and went
    assert "Another" in shown(outline)
