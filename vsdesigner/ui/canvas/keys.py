"""What the keys do on the drawing; shortcuts of the window's actions come before them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent

from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.ports import Side
from vsdesigner.model.dimensions import GRID
from vsdesigner.model.records import Flow, Lane, Placed, Step, Terminal
from vsdesigner.ui.canvas import edits, lane_verbs, walk
from vsdesigner.ui.canvas.branching import Branching
from vsdesigner.ui.canvas.nudging import Nudger
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.bend import Bender
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.lane_words import lane_title

Key, Mod = Qt.Key, Qt.KeyboardModifier
FAR = 10.0  # times the grid with Shift
PAN, PAN_FAR = 50.0, 200.0

MODIFIERS = (Key.Key_Control, Key.Key_Shift, Key.Key_Alt, Key.Key_AltGr, Key.Key_Meta)
ARROWS = {Key.Key_Left: Side.LEFT, Key.Key_Right: Side.RIGHT, Key.Key_Up: Side.TOP, Key.Key_Down: Side.BOTTOM}


class Keys:
    """Every method answers whether it used the key."""

    def __init__(self, stage: Stage, on_busy: Callable[[], None]) -> None:
        """`on_busy` is called whenever steps began to be proposed or are no more."""
        self._stage = stage
        self._nudger = Nudger(stage)
        self._bender = Bender(stage)
        self._branching = Branching(stage, on_busy)
        self._explored: tuple[Side, list[str]] = (Side.RIGHT, [])  # what Alt with an arrow goes round
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
        if self._stage.aids.linking.key(event.key()):
            return True
        key = Qt.Key(event.key())
        keys = event.modifiers() & ~Mod.KeypadModifier
        if not keys & Mod.ControlModifier and key not in MODIFIERS:
            self.cancel()  # Ctrl was let go where nobody told us
        if key in ARROWS:
            return self._arrow(ARROWS[key], keys, again=event.isAutoRepeat())
        if keys == Mod.ControlModifier and key == Key.Key_A:
            return self._select_all()
        plain = keys in (Mod.NoModifier, Mod.ShiftModifier)
        if plain and key in self._table:
            return self._table[key](bool(keys & Mod.ShiftModifier))
        typed = event.text()
        if (plain or keys == Mod.ControlModifier | Mod.AltModifier) and _is_written(typed):
            return self._rename(typed)  # Windows says Ctrl+Alt for AltGr
        return False

    def release(self, event: QKeyEvent) -> bool:
        """A key went up and no gesture is under way."""
        if event.key() == Key.Key_Alt:
            self._explored = (Side.RIGHT, [])
        return event.key() == Key.Key_Control and self._branching.release()

    @property
    def proposing(self) -> bool:
        """Whether steps are proposed until a key is let go."""
        return self._branching.active

    def cancel(self) -> bool:
        """Propose nothing any more; False when nothing was proposed."""
        return self._branching.cancel()

    def input_method(self, event: QInputMethodEvent) -> bool:
        """Text came from an input method: accents, or writing without an alphabet."""
        text = event.commitString()
        return self._rename(text) if text.strip() else False

    # -- inside -----------------------------------------------------------------------------------------
    def _arrow(self, side: Side, keys: Qt.KeyboardModifier, *, again: bool) -> bool:
        shift = bool(keys & Mod.ShiftModifier)
        held = keys & ~Mod.ShiftModifier
        if held == Mod.ControlModifier | Mod.AltModifier:
            return self._pan(side, shift)
        if held == Mod.ControlModifier:
            return self._over(side) if shift else self._append(side, again)
        if held == Mod.AltModifier:
            return self._walk_to(side)
        if held != Mod.NoModifier:
            return False
        if self._stage.aids.linking.walk(side):
            return True
        if self._stage.view.headers.chosen and not side.horizontal and not shift:
            return lane_verbs.choose_beside(self._stage, side.value[1])
        distance = GRID * (FAR if shift else 1)
        if self._stage.selected_cards():
            self._nudger.nudge(side, distance)
            return True
        if flow := self._stage.single_flow():
            self._bender.nudge(flow, side, distance)
            return True
        return self._pan(side, shift)

    def _pan(self, side: Side, far: bool) -> bool:
        dx, dy = side.value
        distance = PAN_FAR if far else PAN
        self._stage.camera.scroll_by(dx * distance, dy * distance)
        return True

    def _append(self, side: Side, again: bool) -> bool:
        return again or self._branching.press(side)  # a key held down must not make a row of steps

    def _walk_to(self, side: Side) -> bool:
        """Go to the nearest neighbour; pressed again while Alt is held, round the others on that side."""
        id = self._stage.single_card()
        if not id:
            return self._walk(1)
        last, round_trip = self._explored
        if side is last and id in round_trip and len(round_trip) > 1:
            self._go(round_trip[(round_trip.index(id) + 1) % len(round_trip)])
            return True
        found = walk.neighbours(self._stage.now, self._rects(), id, side)
        self._explored = (side, found)
        self._go(found[0] if found else "")
        return True

    def _over(self, side: Side) -> bool:
        """Go over into the next lane that holds something, and say which one that is."""
        stage = self._stage
        present = stage.single_card()
        if side.horizontal or not stage.is_placed(present):
            return False
        found = walk.in_next_lane(stage.now, self._rects(), present, side.value[1])
        if found:
            self._go(found)
            lane = stage.now.get(stage.now.get(found, Placed).lane, Lane)
            name = lane_title(lane)
            stage.session.said.emit(tr("Lane {lane}").format(lane=name))
        return True

    def _rects(self) -> dict[str, Rect]:
        return {id: card.rect for id, card in self._stage.layout.cards.items()}

    def _walk(self, by: int) -> bool:
        stage = self._stage
        if flow := stage.single_flow():
            line = stage.now.get(flow, Flow)
            self._go(line.target if by > 0 else line.source)
            return True
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
            self._stage.camera.reveal(self._stage.rect(id), glide=True)

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
        return (
            self._stage.view.headers.choose("") or selected
        )  # without a selection Esc belongs to the window

    def _rename(self, typed: str) -> bool:
        selected = self._stage.session.selected
        if typed and (not selected or (len(selected) == 1 and isinstance(selected[0], Terminal))):
            self._stage.quick_add.open_for_selection(typed)  # the sentence of demand is not typed over
            return True
        if len(selected) != 1 or (typed and not isinstance(selected[0], Step | Flow)):
            return False
        return self._stage.naming.begin(selected[0].id, typed)


def _is_written(text: str) -> bool:
    return bool(text.strip()) and text.isprintable()
