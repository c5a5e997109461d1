"""What the keys do on the drawing; shortcuts of the window's actions come before them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from vsdesigner.layout.ports import Side
from vsdesigner.model.dimensions import GRID
from vsdesigner.model.records import Flow, Step
from vsdesigner.ui.canvas import edits, walk
from vsdesigner.ui.canvas.nudging import Nudger
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.landing import append_beside

Key, Mod = Qt.Key, Qt.KeyboardModifier
FAR = 10.0  # times the grid with Shift
PAN, PAN_FAR = 50.0, 200.0

ARROWS = {Key.Key_Left: Side.LEFT, Key.Key_Right: Side.RIGHT, Key.Key_Up: Side.TOP, Key.Key_Down: Side.BOTTOM}


class Keys:
    """Every method answers whether it used the key."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._nudger = Nudger(stage)
        self._table: dict[Qt.Key, Callable[[bool], bool]] = {
            Key.Key_Tab: lambda shift: self._walk(-1 if shift else 1),
            Key.Key_Backtab: lambda shift: self._walk(-1),
            Key.Key_Home: lambda shift: self._go_to_end(0),
            Key.Key_End: lambda shift: self._go_to_end(-1),
            Key.Key_Delete: lambda shift: self._delete(heal=not shift),
            Key.Key_Backspace: lambda shift: self._delete(heal=not shift),
            Key.Key_Escape: lambda shift: self._clear(),
            Key.Key_F2: lambda shift: self._rename(""),
        }

    def press(self, event: QKeyEvent) -> bool:
        """A key went down and no gesture is under way."""
        key = Qt.Key(event.key())
        keys = event.modifiers() & ~Mod.KeypadModifier
        if key in ARROWS:
            return self._arrow(ARROWS[key], keys)
        if keys == Mod.ControlModifier and key == Key.Key_A:
            return self._select_all()
        plain = keys in (Mod.NoModifier, Mod.ShiftModifier)
        if plain and key in self._table:
            return self._table[key](bool(keys & Mod.ShiftModifier))
        typed = event.text()
        if (plain or keys == Mod.ControlModifier | Mod.AltModifier) and _is_written(typed):
            return self._rename(typed)  # Windows says Ctrl+Alt for AltGr
        return False

    def input_method(self, event: QInputMethodEvent) -> bool:
        """Text came from an input method: accents, or writing without an alphabet."""
        text = event.commitString()
        return self._rename(text) if text.strip() else False

    # -- inside -----------------------------------------------------------------------------------------
    def _arrow(self, side: Side, keys: Qt.KeyboardModifier) -> bool:
        shift = bool(keys & Mod.ShiftModifier)
        held = keys & ~Mod.ShiftModifier
        if held == Mod.ControlModifier | Mod.AltModifier:
            return self._pan(side, shift)
        if held == Mod.ControlModifier:
            return self._append(side)
        if held == Mod.AltModifier:
            return self._walk_to(side)
        if held != Mod.NoModifier:
            return False
        if self._stage.selected_cards():
            self._nudger.nudge(side, GRID * (FAR if shift else 1))
            return True
        return self._pan(side, shift)

    def _pan(self, side: Side, far: bool) -> bool:
        dx, dy = side.value
        distance = PAN_FAR if far else PAN
        self._stage.camera.scroll_by(dx * distance, dy * distance)
        return True

    def _append(self, side: Side) -> bool:
        id = self._stage.single_card()
        if id:
            append_beside(self._stage, id, side)
        return bool(id)

    def _walk_to(self, side: Side) -> bool:
        id = self._stage.single_card()
        if not id:
            return self._walk(1)
        rects = {other: card.rect for other, card in self._stage.layout.cards.items()}
        self._go(walk.neighbour(self._stage.now, rects, id, side))
        return True

    def _walk(self, by: int) -> bool:
        stage = self._stage
        self._go(walk.along(stage.now, stage.session.stream, stage.single_card(), by))
        return True

    def _go_to_end(self, index: int) -> bool:
        stage = self._stage
        steps = stage.now.steps(stage.session.stream)
        if steps:
            self._go(steps[index].id)
        return True

    def _go(self, id: str) -> None:
        if id:
            self._stage.session.select((id,))
            self._stage.camera.reveal(self._stage.rect(id))

    def _select_all(self) -> bool:
        now, stream = self._stage.now, self._stage.session.stream
        members = (*now.steps(stream), *now.flows(stream), *now.notes(stream))
        self._stage.session.select(member.id for member in members)
        return True

    def _delete(self, *, heal: bool) -> bool:
        edits.delete(self._stage.session, self._stage.session.selection, heal=heal)
        return True

    def _clear(self) -> bool:
        selected = bool(self._stage.session.selection)
        self._stage.session.select(())
        return selected  # without a selection Esc belongs to the window

    def _rename(self, typed: str) -> bool:
        selected = self._stage.session.selected
        if len(selected) != 1 or (typed and not isinstance(selected[0], Step | Flow)):
            return False
        return self._stage.naming.begin(selected[0].id, typed)


def _is_written(text: str) -> bool:
    return bool(text.strip()) and text.isprintable()
