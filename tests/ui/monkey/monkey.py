"""A monkey at mouse and keyboard: random events from a seed, aimed at one window."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from vsdesigner.ui.actions.specs import ACTIONS
from vsdesigner.ui.main_window import MainWindow

Button, Mod, Key = Qt.MouseButton, Qt.KeyboardModifier, Qt.Key

KEPT = 60  # events that are remembered for the report of a failure
STEPS_MOST = 420  # a jungle that grows forever makes every event slower: then the monkey deletes
#: What leaves the window, asks for files or shows another window.
SPARED = ("file.", "help.", "present.", "view.full_screen", "insert.picture", "stream.delete", "stream.new")
COPYING, STREAMS_MOST = ("stream.make_to_be", "stream.make_substream"), 3  # copies make all slower
KEYS = (
    *(Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Tab, Key.Key_Backtab),
    *(Key.Key_Return, Key.Key_Escape, Key.Key_Delete, Key.Key_Backspace, Key.Key_F2, Key.Key_Space),
    *(Key.Key_Home, Key.Key_End, Key.Key_PageDown, Key.Key_F6, Key.Key_Insert, Key.Key_Menu),
)
MODIFIERS = (
    *(Mod.NoModifier, Mod.NoModifier, Mod.NoModifier, Mod.ShiftModifier, Mod.ControlModifier),
    *(Mod.AltModifier, Mod.ControlModifier | Mod.ShiftModifier, Mod.ControlModifier | Mod.AltModifier),
    Mod.AltModifier | Mod.ShiftModifier,
)
#: Places on a card: its middle, its handles, a corner, beside it.
SPOTS = (
    *((0.5, 0.5), (0.5, 0.5), (0.3, 0.7), (1.0, 0.5), (1.0, 0.5), (0.0, 0.5), (0.5, 0.0), (0.5, 1.0)),
    *((0.0, 0.0), (1.1, 0.5), (-0.1, 0.8)),
)
READABLE = 0.4
PAINTED = 0.6  # share of acts after which the window is painted before the next
TEXT = "abcRAI Log it=:/-1\t<&é漢"


class Monkey:
    """Sends `count` events of its own choice; `log` holds the last of them in words."""

    def __init__(self, window: MainWindow, seed: int) -> None:
        self.count = 0
        self.log: deque[str] = deque(maxlen=KEPT)
        self._window = window
        self._chance = random.Random(seed)  # a seed is the point
        self._held: tuple[QWidget, Qt.MouseButton, Qt.KeyboardModifier] | None = None
        self._actions = [spec.id for spec in ACTIONS if not spec.id.startswith(SPARED)]
        self._habits: list[tuple[int, Callable[[], None]]] = [
            (24, self._drag),
            (10, self._click),
            (4, self._double_click),
            (14, self._type),
            (22, self._key),
            (6, self._wheel),
            (3, self._context_menu),
            (8, self._action),
            (2, self._select_some),
        ]

    def act(self) -> None:
        """Do one thing, of one event or several."""
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu):
            self._choose(popup)
        elif popup is not None:
            self._press_key(popup, Key.Key_Escape, Mod.NoModifier)
            popup.close()
        elif len(self._steps()) > STEPS_MOST:
            self._thin_out()
        else:
            weights = [weight for weight, _ in self._habits]
            habit = self._chance.choices([habit for _, habit in self._habits], weights)[0]
            habit()
        if self._chance.random() < PAINTED:
            QApplication.processEvents()

    # -- habits -----------------------------------------------------------------------------------------
    def _drag(self) -> None:
        keys = self._chance.choice(MODIFIERS) if self._chance.random() < 0.35 else Mod.NoModifier
        button = self._chance.choice((Button.LeftButton,) * 8 + (Button.MiddleButton,))
        start = self._point()
        self._move(start, Button.NoButton, keys)
        target, spot = self._under(start)
        self._mouse(QEvent.Type.MouseButtonPress, target, spot, button, button, keys)
        end = self._point()
        for share in (0.1, 0.5, 1.0):
            point = start + (end - start) * share
            if self._chance.random() < 0.1:
                keys = self._chance.choice(MODIFIERS)
            self._mouse(QEvent.Type.MouseMove, target, self._on(target, point), Button.NoButton, button, keys)
            if self._chance.random() < 0.5:
                QApplication.processEvents()
        if self._chance.random() < 0.15:
            self._press_key(self._focus(), self._chance.choice((Key.Key_Escape, Key.Key_Delete)), keys)
        self._mouse(
            QEvent.Type.MouseButtonRelease, target, self._on(target, end), button, Button.NoButton, keys
        )

    def _click(self) -> None:
        at = self._point()
        keys = self._chance.choice(MODIFIERS)
        self._move(at, Button.NoButton, keys)
        target, spot = self._under(at)
        self._mouse(QEvent.Type.MouseButtonPress, target, spot, Button.LeftButton, Button.LeftButton, keys)
        self._mouse(QEvent.Type.MouseButtonRelease, target, spot, Button.LeftButton, Button.NoButton, keys)

    def _double_click(self) -> None:
        self._click()
        target, spot = self._under(self._point())
        self._mouse(
            *(QEvent.Type.MouseButtonDblClick, target, spot),
            *(Button.LeftButton, Button.LeftButton, Mod.NoModifier),
        )
        self._mouse(
            *(QEvent.Type.MouseButtonRelease, target, spot),
            *(Button.LeftButton, Button.NoButton, Mod.NoModifier),
        )

    def _type(self) -> None:
        for _ in range(self._chance.randint(1, 5)):
            letter = self._chance.choice(TEXT)
            target = self._focus()
            self._note(f"type {letter!r}")
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, 0, Mod.NoModifier, letter))

    def _key(self) -> None:
        self._press_key(self._focus(), self._chance.choice(KEYS), self._chance.choice(MODIFIERS))

    def _wheel(self) -> None:
        at = self._point()
        keys = self._chance.choice((Mod.NoModifier, Mod.ShiftModifier, Mod.ControlModifier))
        turn = QPoint(0, self._chance.choice((-240, -120, -30, 30, 120, 240)))
        viewport = self._viewport
        self._note(f"wheel {turn.y()} {keys}")
        spot = QPointF(at), QPointF(viewport.mapToGlobal(at))
        event = QWheelEvent(*spot, QPoint(), turn, Button.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False)
        QApplication.sendEvent(viewport, event)

    def _context_menu(self) -> None:
        at = self._point()
        self._note(f"context menu {at.toTuple()}")
        viewport = self._viewport
        self._mouse(
            *(QEvent.Type.MouseButtonPress, viewport, at),
            *(Button.RightButton, Button.RightButton, Mod.NoModifier),
        )
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, viewport.mapToGlobal(at))
        QApplication.sendEvent(viewport, event)
        self._mouse(
            *(QEvent.Type.MouseButtonRelease, viewport, at),
            *(Button.RightButton, Button.NoButton, Mod.NoModifier),
        )

    def _action(self) -> None:
        """Press the keys of an action: what is not possible now does nothing."""
        id = self._chance.choice(self._actions)
        if id in COPYING and len(self._window.session.now.streams) > STREAMS_MOST:
            return
        self._note(f"action {id}")
        self._window.verbs[id].trigger()

    def _select_some(self) -> None:
        session = self._window.session
        members = [*self._steps(), *(flow.id for flow in session.now.flows(session.stream))]
        most = min(len(members), self._chance.choice((1, 1, 2, 3, 12)))
        ids = self._chance.sample(members, most)
        self._note(f"select {len(ids)}")
        session.reveal(ids)
        self.count += 1

    def _choose(self, menu: QMenu) -> None:
        entries = [entry for entry in menu.actions() if entry.isEnabled() and not entry.isSeparator()]
        if not entries or self._chance.random() < 0.4:
            self._press_key(menu, Key.Key_Escape, Mod.NoModifier)
            menu.close()
            return
        for _ in range(self._chance.randint(1, len(entries))):
            self._press_key(menu, Key.Key_Down, Mod.NoModifier)
        self._press_key(menu, Key.Key_Return, Mod.NoModifier)

    def _thin_out(self) -> None:
        ids = self._chance.sample(self._steps(), STEPS_MOST // 3)
        self._note("thin out")
        self._window.session.select(ids)
        self._press_key(
            self._window.centre.widget.focusProxy() or self._focus(), Key.Key_Delete, Mod.NoModifier
        )

    # -- hands ------------------------------------------------------------------------------------------
    @property
    def _viewport(self) -> QWidget:
        """What the mouse is over: the drawing, or the cells of another view."""
        from vsdesigner.ui.canvas.lane_canvas import LaneCanvas
        from vsdesigner.ui.views.grid.sheet import SheetView

        shown = self._window.centre.widget
        if isinstance(shown, LaneCanvas):
            return shown.view.viewport()
        return shown.grid.viewport() if isinstance(shown, SheetView) else shown

    def _steps(self) -> list[str]:
        session = self._window.session
        return [step.id for step in session.now.steps(session.stream)]

    def _focus(self) -> QWidget:
        """Where keys go; back to the drawing now and then, when the focus has left it."""
        found = QApplication.focusWidget()
        if found is None or (found.window() is self._window and self._chance.random() < 0.02):
            found = self._window.centre.widget
            found.setFocus()
        return QApplication.focusWidget() or found

    def _point(self) -> QPoint:
        """A pixel of the viewport or a little outside; often one on a card, where something happens."""
        from vsdesigner.ui.canvas.lane_canvas import LaneCanvas

        canvas = self._window.centre.widget
        viewport = self._viewport
        if isinstance(canvas, LaneCanvas) and self._chance.random() < 0.75:
            stage = canvas.stage
            if stage.scale < READABLE and self._chance.random() < 0.1:
                canvas.set_zoom(1.0)  # from far away there is little to hit
            seen = stage.layout.cards_in(stage.visible, enclosed=False)
            if seen and viewport.isVisible():
                rect = stage.rect(self._chance.choice(seen))
                across, down = self._chance.choice(SPOTS)
                x, y = rect.x + rect.width * across, rect.y + rect.height * down
                at = stage.camera.to_view(QPointF(x, y)).toPoint()
                if viewport.rect().contains(at):
                    return at
        return QPoint(
            self._chance.randint(-20, viewport.width() + 20),
            self._chance.randint(-10, viewport.height() + 10),
        )

    def _under(self, at: QPoint) -> tuple[QWidget, QPoint]:
        """The widget under a pixel of the viewport: what floats above it, or a neighbour."""
        viewport = self._viewport
        spot = viewport.mapTo(self._window, at)
        child = self._window.childAt(spot) if viewport.rect().contains(at) else None
        target = child or viewport
        return target, self._on(target, at)

    def _on(self, target: QWidget, at: QPoint) -> QPoint:
        if not shiboken6.isValid(target):
            return at
        return target.mapFromGlobal(self._viewport.mapToGlobal(at))

    def _move(self, at: QPoint, buttons: Qt.MouseButton, keys: Qt.KeyboardModifier) -> None:
        viewport = self._viewport
        self._mouse(QEvent.Type.MouseMove, viewport, at, Button.NoButton, buttons, keys)

    def _mouse(
        self,
        kind: QEvent.Type,
        target: QWidget,
        at: QPoint,
        button: Qt.MouseButton,
        buttons: Qt.MouseButton,
        keys: Qt.KeyboardModifier,
    ) -> None:
        if not shiboken6.isValid(target):
            return  # what was pressed is gone; Qt would not deliver this either
        self._note(f"{kind.name} {type(target).__name__} {at.toTuple()} {button.name} {keys}")
        spot = QPointF(at), QPointF(target.mapToGlobal(at))
        QApplication.sendEvent(target, QMouseEvent(kind, *spot, button, buttons, keys))

    def _press_key(self, target: QWidget, key: Qt.Key, keys: Qt.KeyboardModifier) -> None:
        self._note(f"{key.name} {keys} on {type(target).__name__}")
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, keys))

    def _note(self, what: str) -> None:
        self.count += 1
        self.log.append(what)
