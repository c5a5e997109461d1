"""What is hidden from an audience: by keys and from the menu, everywhere at once, and the next time, too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.lens.build import role
from tests.ui.presentation.hands import Key, Mod, part, presenting, press
from tests.ui.presentation.stage_kit import picture, stream
from vsdesigner.ui.lens.bar import LensBar
from vsdesigner.ui.painting.looks import BlockLook, StepLook
from vsdesigner.ui.presentation.audience import names, without
from vsdesigner.ui.presentation.card.content import texts
from vsdesigner.ui.presentation.card.opening import numbers_content
from vsdesigner.ui.presentation.covers.tiles import tiles
from vsdesigner.ui.presentation.playback.clock import Clock
from vsdesigner.ui.presentation.show import PARTS, Show
from vsdesigner.ui.presentation.window import PresentWindow
from vsdesigner.ui.session import Session

CTRL = Mod.ControlModifier
KEYS = dict(zip(PARTS, (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4), strict=True))
LOOK = StepLook(
    190, 84, "blue", "1", ("A",), named=True, tasks=3, practices=2, tools=1, answers="L", time="4 h"
)
HEADINGS = {"tools": "Tools", "times": "Time", "raci": "Who", "practices": "Practices"}


@pytest.fixture
def window(qtbot: QtBot) -> PresentWindow:
    made = presenting(qtbot, stream("examples/cloud-service"), (1920, 1080))
    assert made.state.go_to(made.state.view.steps(made.state.stream)[0].id)
    QApplication.processEvents()
    return made


def said_on_card(window: PresentWindow) -> str:
    return "\n".join(texts(window.card.content.blocks))


@pytest.mark.parametrize("hidden", PARTS)
def test_a_card_without_one_part(hidden: str) -> None:
    look = without(LOOK, {hidden})
    assert isinstance(look, StepLook)
    left = {"tools": look.tools, "times": look.time, "raci": look.answers, "practices": look.practices}
    assert not left.pop(hidden)
    assert all(left.values())
    assert look.tasks == 3
    assert without(LOOK, ()) is LOOK


def test_blocks_have_nothing_to_hide() -> None:
    block = BlockLook(150, 84, "Demand", (), filled=False)
    assert without(block, set(PARTS)) is block


@pytest.mark.parametrize("hidden", PARTS)
def test_a_key_hides_and_shows_it_everywhere(window: PresentWindow, hidden: str) -> None:
    card, stage = said_on_card(window), picture(window.stage)
    assert HEADINGS[hidden] in card
    press(window, KEYS[hidden], CTRL)
    assert window.state.hidden == {hidden}
    assert HEADINGS[hidden] not in said_on_card(window)
    assert picture(window.stage) != stage
    press(window, KEYS[hidden], CTRL)
    assert window.state.hidden == frozenset()
    assert said_on_card(window) == card
    assert picture(window.stage) == stage


def test_it_is_said(window: PresentWindow) -> None:
    said: list[str] = []
    window.state.said.connect(said.append)
    press(window, Key.Key_1, CTRL)
    press(window, Key.Key_1, CTRL)
    assert said == ["Tools: hidden", "Tools: shown"]


def test_the_menu_stays_for_several_choices(window: PresentWindow) -> None:
    press(window, Key.Key_A)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = {action.objectName(): action for action in menu.actions() if action.isCheckable()}
    assert menu.fontInfo().pixelSize() == max(13, round(24 * window.state.unit))
    assert [entry.text().split("\t")[0][4:] for entry in entries.values()] == list(names().values())
    for entry in ("parts.times", "parts.raci"):
        spot = menu.actionGeometry(entries[entry]).center()
        QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=spot)
        assert menu.isVisible()
    assert window.state.hidden == {"times", "raci"}
    assert [entry.isChecked() for entry in entries.values()] == [True, False, False, True]
    QTest.keyClick(menu, Key.Key_1)
    assert not menu.isVisible()
    assert window.state.hidden == {"tools", "times", "raci"}


def test_without_times_no_totals_say_any(window: PresentWindow) -> None:
    state = window.state
    assert "weeks" in window.header.subtitle
    assert "Lead time" in texts(numbers_content(state.view, state.stream).blocks)
    state.go_to_end()
    assert "hours" in said_on_card(window) and "weeks" in said_on_card(window)
    press(window, Key.Key_2, CTRL)
    assert "hours" not in said_on_card(window) and "weeks" not in said_on_card(window)
    assert "weeks" not in window.header.subtitle
    assert "Lead time" not in texts(numbers_content(state.view, state.stream, state.hidden).blocks)


def test_tiles_and_clock_keep_it_to_themselves(window: PresentWindow) -> None:
    state, clock = window.state, part(window, Clock)
    assert [figure.label for figure in clock.figures] == ["Process", "Wait", "Lead time", "Hand-overs"]
    assert tiles(state.view, state.stream)[1].small == "Engage  ·  4 h"
    press(window, Key.Key_2, CTRL)
    assert [figure.label for figure in clock.figures] == ["Hand-overs"]
    press(window, Key.Key_3, CTRL)
    assert clock.figures == ()
    press(window, Key.Key_P)  # it still plays
    assert clock.isVisible()
    press(window, Key.Key_P)
    assert tiles(state.view, state.stream, timed=False)[1].small == "Engage"


def test_the_lens_says_nothing_of_what_is_hidden(window: PresentWindow) -> None:
    window.state.session.look_through(role(window.state.view, "Client"))
    bar = part(window, LensBar)
    assert "of the time" in bar.share.text()
    assert bar.place.text() == "C  ·  1 of 6"
    press(window, Key.Key_2, CTRL)
    press(window, Key.Key_3, CTRL)
    assert bar.share.text() == "6 of 7 steps (86 %)"
    assert bar.place.text() == "1 of 6"


def test_it_is_kept_for_the_next_time(window: PresentWindow) -> None:
    press(window, Key.Key_1, CTRL)
    press(window, Key.Key_4, CTRL)
    again = Session(stream("examples/coffee-shop"))
    again.flags = window.state.session.flags
    assert Show(again).hidden == {"tools", "practices"}


def test_what_is_kept_may_be_nonsense(qapp: QApplication) -> None:
    session = Session(stream("examples/coffee-shop"))
    session.flags.set_text("presenting/hidden", "raci everything <b>")
    assert Show(session).hidden == {"raci"}
