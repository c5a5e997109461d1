"""The presenter's notes over the lower part of the stage, for those who present on a single screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QScroller

from vsdesigner.analysis.journey import StopKind
from vsdesigner.model.records import Step
from vsdesigner.ui.colour import css
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.presentation.commands import Command
from vsdesigner.ui.presentation.show import Show

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

SHARE = 0.42  # of the height of the stage
LETTERS, LEAST_LETTERS = 26.0, 13.0  # px: of the design, and whatever the window's size
MARGIN = 20.0  # px of the design
BELOW = 70.0  # for the bar that comes when a hand moves


def notes_text(state: Show) -> str:
    """Return the notes of the present stop: of a step its own, of the opening what the stream is about."""
    if state.stop.kind is StopKind.OPENING:
        return state.record.description.strip()
    record = state.view.find(state.stop.id)
    return record.presenter_notes.strip() if isinstance(record, Step) else ""


class NotesPane(QPlainTextEdit):
    """Shows the notes while `state.notes` is on; long ones scroll."""

    def __init__(self, window: PresentWindow) -> None:
        super().__init__(window)
        self.setObjectName("notes")
        self.setAccessibleName(tr("Presenter’s notes"))
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._window, self._state = window, window.state
        for signal in (self._state.moved, self._state.changed, self._state.looks_changed):
            signal.connect(self._renew)
        self._state.unit_changed.connect(self._renew)
        window.installEventFilter(self)
        self._renew()

    def _renew(self, *_: object) -> None:
        self.setVisible(self._state.notes)
        if not self._state.notes:
            return
        text = notes_text(self._state)
        shown = text or tr("There are no notes for this step.")
        if self._state.stop.kind is not StopKind.STEP and not text:
            shown = tr("There are no notes here.")
        self._dress(quiet=not text)
        self._place()
        if shown != self.toPlainText():
            self.setPlainText(shown)

    def _dress(self, *, quiet: bool) -> None:
        worn, unit = self._state.theme, self._state.unit
        letters = round(max(LEAST_LETTERS, LETTERS * unit))
        ink = worn.muted if quiet else worn.text
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {css(worn.panel)}; color: {css(ink)}; font-size: {letters}px;"
            f" border: none; border-radius: 0; border-top: 2px solid {css(worn.accent)};"
            f" padding: {round(MARGIN * unit)}px; padding-bottom: {round(BELOW * unit)}px; }}"
        )

    def _place(self) -> None:
        stage = self._window.areas.stage
        high = stage.height * SHARE
        self.setGeometry(round(stage.x), round(stage.bottom - high), round(stage.width), round(high))

    @guarded(default=False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self._state.notes:
            self._place()
        return False

    @guarded
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()  # whoever reads does not go on

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        super().wheelEvent(event)
        event.accept()  # at the end of the notes it is no step of the presentation


def attach(window: PresentWindow) -> None:
    """Add the notes."""
    NotesPane(window)


NOTES = (
    Command(
        "look.notes",
        "look",
        "Presenter’s notes",
        lambda window: window.state.show_notes(on=not window.state.notes),
        ("N",),
    ),
)
