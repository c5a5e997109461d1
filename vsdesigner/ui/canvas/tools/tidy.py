"""Tidying, shown before it is done: ghosts, and a small bar that asks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from vsdesigner.commands import arrange
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.layout.tidy_stream import Tidying, tidy_stream
from vsdesigner.model.records import Placed, Step
from vsdesigner.ui.canvas.arrange_marks import Ghost, TidyMark
from vsdesigner.ui.canvas.overlay import Layer
from vsdesigner.ui.canvas.stage import Stage
from vsdesigner.ui.canvas.tools.armed import Armed
from vsdesigner.ui.canvas.tools.gesture import Gesture, Pointer
from vsdesigner.ui.canvas.tools.pan import PanGesture
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.painting.looks import StepLook, card_look, lane_colour
from vsdesigner.ui.plain import PlainLabel

EDGE = 16  # px between the bar and the edge of the view
APPLYING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
KEEPING = Qt.KeyboardModifier.ControlModifier  # with it a key is no letter: scrolling, zooming


def begin_tidy(stage: Stage) -> None:
    """Show what tidying would do to the selected steps, or to all; or say that there is nothing to do."""
    found = tidy_stream(stage.now, stage.layout, stage.session.selection)
    if not found:
        stage.session.tell(tr("Everything stands in order already."))
        return
    stage.arm(TidyPreview(stage, found, partly=_chosen(stage) > 1))


def _chosen(stage: Stage) -> int:
    return sum(1 for record in stage.session.selected if isinstance(record, Step))


class TidyPreview(Armed):
    """Enter or the bar's button does it, Esc, a right click or any change of the document leaves it."""

    action = "arrange.tidy"

    def __init__(self, stage: Stage, found: Tidying, *, partly: bool) -> None:
        self._stage = stage
        self._found = found
        self._label = (
            tr_count("Tidy 1 step", "Tidy {count} steps", _chosen(stage)) if partly else tr("Tidy stream")
        )
        self._bar = TidyBar(stage, len(found.places), self.apply, stage.disarm)
        stage.overlay.show(Layer.ARRANGING, TidyMark(self._ghosts()))
        session = stage.session
        self._watched = (
            session.changed.connect(self._give_up),
            session.selection_changed.connect(self._give_up),
            session.stream_changed.connect(self._give_up),
            session.replaced.connect(self._give_up),
        )

    def begin(self, pointer: Pointer) -> Gesture:
        return PanGesture(self._stage, pointer)

    def key(self, event: QKeyEvent) -> bool:
        if event.key() in APPLYING:
            self.apply()
            return True
        return not event.modifiers() & KEEPING

    def leave(self) -> None:
        for connection in self._watched:
            QObject.disconnect(connection)
        self._stage.overlay.hide(Layer.ARRANGING)
        self._bar.leave()

    def apply(self) -> None:
        """Do what was shown."""
        stage = self._stage
        stage.disarm()
        with stage.session.edit(self._label) as draft:
            arrange.tidy(draft, stage.session.stream, self._found.places, self._found.phases)

    def _give_up(self, *_: object) -> None:
        self._stage.disarm()

    def _ghosts(self) -> tuple[Ghost, ...]:
        """The cards that would stand elsewhere, demand and value among them, in the lanes as they are now."""
        stage = self._stage
        draft = Draft(stage.now)
        arrange.tidy(draft, stage.session.stream, self._found.places, self._found.phases)
        after = complete(draft).view
        return tuple(
            self._ghost(after, id)
            for id, card in stage.layout.cards.items()
            if (after.get(id, Placed).x, after.get(id, Placed).lane, after.get(id, Placed).y)
            != (card.rect.x, stage.now.get(id, Placed).lane, self._top(id))
        )

    def _top(self, id: str) -> float:
        lane = self._stage.now.get(id, Placed).lane
        return self._stage.rect(id).y - self._stage.layout.band(lane).top

    def _ghost(self, after: Snapshot, id: str) -> Ghost:
        stage, place = self._stage, after.get(id, Placed)
        card = stage.layout.cards[id]
        y = stage.layout.band(place.lane).top + place.y
        new = card.rect.moved(place.x - card.rect.x, y - card.rect.y)
        look = card_look(after, replace(card, rect=new))
        colour = look.colour if isinstance(look, StepLook) else lane_colour(after, place.lane)
        return Ghost(card.rect, new, colour, look)


class TidyBar(QFrame):
    """Says what would happen, at the upper edge of the view; for the mouse it has two buttons."""

    def __init__(
        self, stage: Stage, count: int, apply: Callable[[], object], leave: Callable[[], object]
    ) -> None:
        super().__init__(stage.view.viewport())
        self._stage = stage
        self.setObjectName("tidy_bar")
        self.setProperty("role", "toast")
        self.setCursor(Qt.CursorShape.ArrowCursor)
        words = tr_count("1 element would move.", "{count} elements would move.", count)
        self.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 8, 8)
        row.setSpacing(8)
        label = PlainLabel(words)
        row.addWidget(label)
        row.addSpacing(8)
        self.apply_button = self._button("tidy_apply", tr("Apply (Enter)"), apply, "primary")
        self.leave_button = self._button("tidy_leave", tr("Leave (Esc)"), leave, "quiet")
        row.addWidget(self.apply_button)
        row.addWidget(self.leave_button)
        self._moved = stage.view.moved.connect(self._stand)
        self._stand()
        self.show()

    def leave(self) -> None:
        """Go away for good."""
        QObject.disconnect(self._moved)
        self.hide()
        self.deleteLater()

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # a press between the buttons is not one on the drawing

    @guarded
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def _button(self, name: str, words: str, do: Callable[[], object], role: str) -> QPushButton:
        made = QPushButton(words)
        made.setObjectName(name)
        made.setProperty("role", role)
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keys stay with the drawing
        made.clicked.connect(lambda: do())
        return made

    def _stand(self) -> None:
        self.adjustSize()
        room = self._stage.view.viewport().rect()
        self.move((room.width() - self.width()) // 2, EDGE)
        self.raise_()
