"""Find and replace over all text: the panel that stays open, by keys."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.search.desk import CTRL, SHIFT, Key, open_window, panel_of, press
from tests.ui.search.find_kit import document, find, places, replace
from vsdesigner.commands import steps, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.model.parts import PracticeUse, Task, ToolUse
from vsdesigner.model.place import Place
from vsdesigner.model.records import Note, Phase, Practice, Step, Stream, Tool
from vsdesigner.model.reference import practice_catalog
from vsdesigner.ui import theme
from vsdesigner.ui.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    with open_window(qtbot, document()) as made:
        yield made


# -- finding ------------------------------------------------------------------------------------------------
def test_ctrl_f_lists_every_place_in_words(window: MainWindow, qtbot: QtBot) -> None:
    panel = find(window, qtbot, "ticket")
    assert places(panel) == [
        "Use case · demand or trigger · Support",
        "Step 1, Log the ticket · name · Support",
        "Step 2, Triage · task 1 · Support",
        "Step 2, Triage · task 2 · Support",
        "Step 2, Triage · task 2 · Support",
        "Step 1, Ticketing reviewed · name · Another",
        "Role Ticket owner · name",
    ]
    assert panel.bar.count.text() == "7 places"
    assert not panel.model.is_replacing
    assert window.session.selection == ()  # typing alone moves nothing


def test_case_whole_words_and_scope(window: MainWindow, qtbot: QtBot) -> None:
    panel = find(window, qtbot, "ticket")
    for widget, count in ((panel.bar.case, 4), (panel.bar.whole, 4)):
        widget.click()
        qtbot.waitUntil(lambda: not panel._soon.isActive())
        assert len(panel.model.hits) == count
    panel.bar.case.click()
    qtbot.waitUntil(lambda: not panel._soon.isActive())
    assert len(panel.model.hits) == 6  # without "Ticketing"
    panel.bar.whole.click()
    panel.bar.scope.setCurrentIndex(1)
    qtbot.waitUntil(lambda: not panel._soon.isActive())
    assert len(panel.model.hits) == 5  # neither the other stream nor the role
    window.session.show_stream(window.session.now.streams[1].id)
    qtbot.waitUntil(lambda: not panel._soon.isActive())
    assert places(panel) == ["Step 1, Ticketing reviewed · name · Another"]


def test_enter_and_f3_walk_and_reveal(window: MainWindow, qtbot: QtBot) -> None:
    panel = find(window, qtbot, "ticket")
    met = []
    for key, modifiers in (
        (Key.Key_Return, None),
        (Key.Key_F3, None),
        (Key.Key_F3, None),
        (Key.Key_Return, SHIFT),
    ):
        press(qtbot, key, modifiers or Qt.KeyboardModifier.NoModifier)
        met.append((panel.bar.count.text(), window.session.selection))
    assert met == [("1 of 7", ()), ("2 of 7", ("s1",)), ("3 of 7", ("s2",)), ("2 of 7", ("s1",))]
    assert panel.bar.words.hasFocus()  # one goes on typing
    window.regions.focus("canvas")
    for _ in range(4):
        press(qtbot, Key.Key_F3)
    assert (window.session.selection, window.session.stream) == (("o1",), window.session.now.streams[1].id)
    assert window.centre.widget.isAncestorOf(QApplication.focusWidget())
    press(qtbot, Key.Key_F3)
    assert window.session.selection == ("s3",)  # where the role is
    press(qtbot, Key.Key_F3)
    assert panel.bar.count.text() == "1 of 7"  # round
    press(qtbot, Key.Key_F3, SHIFT)
    assert panel.bar.count.text() == "7 of 7"


def test_walking_begins_at_what_is_selected(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select(["s2"])
    panel = find(window, qtbot, "ticket")
    press(qtbot, Key.Key_F3)
    assert panel.bar.count.text() == "3 of 7"


def test_f3_without_words_opens_the_panel(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, Key.Key_F3)
    assert panel_of(window).bar.words.hasFocus()


def test_f3_goes_on_while_the_panel_is_closed(window: MainWindow, qtbot: QtBot) -> None:
    find(window, qtbot, "ticket")
    press(qtbot, Key.Key_F3)
    press(qtbot, Key.Key_Escape)
    press(qtbot, Key.Key_F3)
    assert window.session.selection == ("s1",)
    assert not window.regions.is_shown("find")


def test_the_list_is_walked_by_arrows_and_enter_goes_into_the_field(window: MainWindow, qtbot: QtBot) -> None:
    panel = find(window, qtbot, "ticket")
    press(qtbot, Key.Key_Down)
    assert panel.list.hasFocus()
    for _ in range(3):
        press(qtbot, Key.Key_Down)
    assert (panel.list.row(), window.session.selection) == (3, ("s2",))
    assert panel.list.hasFocus()
    press(qtbot, Key.Key_Return)
    assert QApplication.focusWidget().objectName() == "tasks.line.1"


def test_conv_12_esc_closes_and_gives_the_keyboard_back(window: MainWindow, qtbot: QtBot) -> None:
    window.regions.focus("outline")
    before = QApplication.focusWidget()
    panel = find(window, qtbot, "ticket")
    press(qtbot, Key.Key_Down)
    assert panel.list.hasFocus()
    press(qtbot, Key.Key_Escape)
    assert not window.regions.is_shown("find")
    assert QApplication.focusWidget() is before


def test_marked_words_are_looked_for(window: MainWindow, qtbot: QtBot) -> None:
    window.session.select(["s1"])
    window.regions.focus("inspector")
    window.session.field_requested.emit("s1", "name")
    press(qtbot, Key.Key_A, CTRL)
    press(qtbot, Key.Key_F, CTRL)
    assert panel_of(window).words == "Log the ticket"


def test_the_list_follows_the_document(window: MainWindow, qtbot: QtBot) -> None:
    panel = find(window, qtbot, "ticket")
    with window.session.edit("Rename") as draft:
        draft.update("s1", name="Log it")
    qtbot.waitUntil(lambda: len(panel.model.hits) == 6)
    window.session.undo()
    qtbot.waitUntil(lambda: len(panel.model.hits) == 7)


def test_nothing_found_is_said(window: MainWindow, qtbot: QtBot) -> None:
    panel = find(window, qtbot, "zzz")
    assert panel.bar.count.text() == "Nothing found"
    press(qtbot, Key.Key_F3)
    press(qtbot, Key.Key_Return)
    press(qtbot, Key.Key_Down)
    assert not panel.bar.next.isEnabled()


@pytest.mark.parametrize("words", ["(", "[a", "\\", "<b>", "&", "%s {x}"])
def test_signs_are_letters(window: MainWindow, qtbot: QtBot, words: str) -> None:
    with window.session.edit("Note") as draft:
        draft.add(Note(id="n", stream=window.session.stream, lane="plan", text=f"Before {words} after"))
    panel = replace(window, qtbot, words, words)
    assert [panel.model.hits[0].record, len(panel.model.hits)] == ["n", 1]


def test_every_kind_of_record_has_its_place_and_is_gone_to(window: MainWindow, qtbot: QtBot) -> None:
    session = window.session
    practice = next(iter(practice_catalog()))
    with session.edit("Prepare") as draft:
        draft.add(Tool(id="tool", name="Zebra tool", products=("Zebra one",)))
        draft.add(Practice(id="own", name="Zebra way"))
        draft.update(
            "s3",
            tools=(ToolUse(tool="tool", products=("Zebra one",)),),
            practices=(
                PracticeUse(practice="own"),
                PracticeUse(practice=practice, contribution="Zebra help"),
            ),
            inputs=("A zebra",),
        )
        draft.add(Phase(id="p", stream=session.stream, name="Zebra phase", x=0.0, width=300.0))
        draft.update("engage", purpose="Zebra purpose")
    panel = find(window, qtbot, "zebra")
    said = places(panel)
    assert said == [
        "Step 3, Close · practices 2 · Support",
        "Step 3, Close · tools and technologies 1 · Support",
        "Step 3, Close · inputs and triggers 1 · Support",
        "Phase · name · Support",
        "Activity Engage · purpose",
        "Tool Zebra tool · name",
        "Tool Zebra tool · products 1",
        "Practice Zebra way · name",
    ]
    met = []
    for _ in said:
        press(qtbot, Key.Key_F3)
        met.append(session.selection)
    assert met == [("s3",)] * 3 + [("p",), ("s1",)] + [("s3",)] * 3
    for row, name in ((0, "practices"), (1, "tools"), (2, "inputs"), (5, "tools"), (7, "practices")):
        panel.list.go_to(row)
        panel.list.setFocus()
        press(qtbot, Key.Key_Return)
        assert QApplication.focusWidget().objectName().startswith(f"{name}."), row


# -- look, sound, size --------------------------------------------------------------------------------------
def test_it_can_be_heard(window: MainWindow, qtbot: QtBot) -> None:
    panel = replace(window, qtbot, "ticket", "case")
    for widget in (
        *panel.findChildren(QLineEdit),
        panel.list,
        panel,
        panel.bar.case,
        panel.bar.scope,
        panel.bar.next,
    ):
        assert widget.accessibleName(), widget.objectName()
    row = QAccessible.queryAccessibleInterface(panel.list).child(1)
    assert row.text(QAccessible.Text.Name) == (
        "Step 1, Log the ticket · name · Support, Log the ticket, will be replaced"
    )


def test_it_is_complete_without_a_pointer(window: MainWindow, qtbot: QtBot) -> None:
    panel = replace(window, qtbot, "ticket", "case")
    panel.bar.words.setFocus()
    met = []
    for _ in range(12):
        met.append(QApplication.focusWidget().objectName())
        press(qtbot, Key.Key_Tab)
    assert met == [
        *("find.words", "find.new", "find.replace", "find.replace_all", "find.check_all"),
        *("find.case", "find.whole", "find.scope", "find.previous", "find.next", "find.list", "find.close"),
    ]


@pytest.mark.parametrize("worn", [theme.LIGHT, theme.DARK], ids=lambda worn: worn.name)
def test_it_fits_at_1280_and_is_painted(
    window: MainWindow, qtbot: QtBot, worn: theme.Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "_current", worn)
    theme.dress(worn)
    panel = replace(window, qtbot, "ticket", "case")
    panel.list.go_to(1)
    assert window.width() == 1280
    assert panel.bar.close_button.geometry().right() <= panel.bar.width()
    assert panel.width() <= window.centre.width() + 10
    picture = panel.list.viewport().grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(picture.width()) for y in range(60)}
    assert {worn.danger.name(), worn.selection.name(), worn.accent.name()} <= colours


def test_a_thousand_steps_are_searched_while_one_types(qtbot: QtBot) -> None:
    draft = Draft(streams.new_document())
    stream = draft.view.streams[0].id
    for order in range(1_000):
        tasks = tuple(Task(id=f"t{order}-{n}", text=f"Task {n} of many with some words") for n in range(10))
        step = Step(id=f"s{order}", stream=stream, lane="plan", x=300.0 + order * 270, y=26.0, order=order)
        draft.add(step.model_copy(update={"name": f"Step {order}", "tasks": tasks}))
    with open_window(qtbot, complete(draft).view) as window:
        panel = find(window, qtbot, "words")
        times = []
        for words in ("task", "some", "words"):
            panel.bar.words.setText(words)
            before = time.process_time()
            panel._search()
            times.append(time.process_time() - before)
        assert len(panel.model.hits) == 10_000
        print("search with the list:", [f"{each * 1e3:.0f} ms" for each in times])
        assert min(times) < 0.1


def test_the_panel_is_folded_when_a_window_opens(window: MainWindow) -> None:
    assert not window.regions.is_shown("find")
    assert not window.search.content.is_built


def test_a_stream_that_is_deleted_takes_its_hits_along(window: MainWindow, qtbot: QtBot) -> None:
    panel = find(window, qtbot, "ticket")
    with window.session.edit("Delete") as draft:
        streams.delete(draft, window.session.now.streams[1].id)
    press(qtbot, Key.Key_F3)
    assert all("Another" not in place for place in places(panel))
    assert window.session.now.find("o1") is None
    assert isinstance(window.session.now.streams[0], Stream)


def test_steps_added_by_hand_are_found(window: MainWindow, qtbot: QtBot) -> None:
    with window.session.edit("Add") as draft:
        steps.add(draft, window.session.stream, Place("plan", 2000, 40), "Check it twice")
    assert len(find(window, qtbot, "it twice").model.hits) == 1
