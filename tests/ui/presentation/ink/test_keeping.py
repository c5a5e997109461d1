"""Ink goes into the document only when somebody asks for it, as one step that can be undone."""

from __future__ import annotations

import base64

import pytest
from PySide6.QtCore import QByteArray, QPointF, QRectF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tests.ui.presentation.hands import Key, Mod, drag, part, presenting, press
from vsdesigner.model.records import Note, NoteKind
from vsdesigner.storage import json_format
from vsdesigner.ui.presentation.hand.said_line import SaidLine
from vsdesigner.ui.presentation.ink.ink import Ink
from vsdesigner.ui.presentation.window import PresentWindow


@pytest.fixture
def window(qtbot: QtBot) -> PresentWindow:
    made = presenting(qtbot)
    made.state.go_to(made.state.view.steps(made.state.stream)[1].id)
    return made


def pictures(window: PresentWindow) -> list[Note]:
    notes = window.state.view.notes(window.state.stream)
    return [note for note in notes if note.kind is NoteKind.PICTURE]


def around_the_step(window: PresentWindow) -> QRectF:
    """Where the present step is, in px of the window."""
    rect = window.state.layout.cards[window.state.stop.id].rect
    shown = window.stage.to_screen(rect)
    return shown.translated(QPointF(window.stage.pos()))


def draw_on_the_step(window: PresentWindow) -> QRectF:
    area = around_the_step(window).adjusted(20, 20, -20, -20)
    press(window, "d")
    corners = (area.topLeft(), area.topRight(), area.bottomRight(), area.bottomLeft())
    drag(window, *((round(at.x()), round(at.y())) for at in corners))
    return area


def test_it_is_one_step_and_undo_takes_it_back(window: PresentWindow) -> None:
    before = json_format.encode(window.state.view)
    draw_on_the_step(window)
    press(window, "k")
    (note,) = pictures(window)
    assert note.text == "Drawn while presenting"
    assert part(window, SaidLine).text
    assert len(part(window, Ink).strokes) == 1
    history = window.state.session.history
    assert history.count() == 1 and history.undoText() == "Keep ink as a picture"
    press(window, "d")
    press(window, Key.Key_Z, Mod.ControlModifier)
    assert json_format.encode(window.state.view) == before
    assert len(part(window, Ink).strokes) == 1


def test_it_stands_where_it_was_drawn_and_moves_nothing(window: PresentWindow) -> None:
    cards = dict(window.state.layout.cards)
    area = draw_on_the_step(window)
    press(window, "k")
    (note,) = pictures(window)
    after = window.state.layout.cards
    assert {id: after[id].rect for id in cards} == {id: card.rect for id, card in cards.items()}
    shown = window.stage.to_screen(after[note.id].rect).translated(QPointF(window.stage.pos()))
    for one, other in zip(shown.getCoords(), area.getCoords(), strict=True):
        assert abs(one - other) < 12
    image = QImage.fromData(QByteArray(base64.b64decode(note.picture)), "PNG")
    assert image.hasAlphaChannel() and image.pixelColor(image.rect().center()).alpha() == 0
    reds = [image.pixelColor(x, image.height() // 2) for x in range(image.width())]
    assert any(colour.alpha() == 255 and colour.red() > 200 for colour in reds)


def test_what_has_no_room_in_its_lane_is_small_and_covers_nothing(window: PresentWindow) -> None:
    press(window, "d")
    drag(window, (40, 120), (900, 580))
    press(window, "k")
    (note,) = pictures(window)
    assert max(note.width, note.height) <= 321
    rect = window.state.layout.cards[note.id].rect
    others = [card.rect for id, card in window.state.layout.cards.items() if id != note.id]
    assert not any(QRectF(*rect).intersects(QRectF(*other)) for other in others)


def test_a_small_stroke_over_two_lanes_keeps_its_size(window: PresentWindow) -> None:
    band = next(band for band in window.state.layout.lanes if band.top > 0)
    border = window.stage.to_screen(QRectF(0, band.top, 1, 1)).top() + window.stage.y()
    press(window, "d")
    drag(window, (400, round(border) - 30), (460, round(border) + 30))
    press(window, "k")
    (note,) = pictures(window)
    scale = window.stage.camera.end.scale
    assert note.width * scale == pytest.approx(96, abs=14)
    assert note.height * scale == pytest.approx(80, abs=14)


def test_it_is_saved_and_opens_again(window: PresentWindow) -> None:
    draw_on_the_step(window)
    press(window, "k")
    written = json_format.encode(window.state.view)
    assert json_format.decode(written, "x.vstream").snapshot == window.state.view


def test_without_ink_or_without_leave_there_is_nothing_to_keep(qtbot: QtBot, window: PresentWindow) -> None:
    press(window, "k")
    assert pictures(window) == []
    only_shown = presenting(qtbot, read_only=True)
    press(only_shown, "d")
    drag(only_shown, (300, 300), (400, 400))
    press(only_shown, "k")
    assert only_shown.state.session.history.count() == 0
