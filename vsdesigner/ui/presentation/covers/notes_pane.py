"""The presenter's notes below the stage, for those who present on a single screen."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit, QScroller, QStyle

from vsdesigner.analysis.journey import StopKind
from vsdesigner.model.records import Step
from vsdesigner.ui.colour import css
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import PlainLabel
from vsdesigner.ui.presentation.commands import Command
from vsdesigner.ui.presentation.covers.key_words import key_words
from vsdesigner.ui.presentation.show import Show

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

LETTERS, LEAST_LETTERS = 26.0, 13.0  # px: of the design, and whatever the window's size
HEADING = 0.75  # of the letters
MARGIN = 16.0  # px of the design
DOCUMENT_MARGIN = 1  # px; without any, Qt takes the last line for cut off
SPARE = 3  # px: what is measured and what is laid out may differ a little
ON, BACK = "Shift+Down", "Shift+Up"  # keys that scroll


def notes_text(state: Show) -> str:
    """Return the notes of the present stop: of a step its own, of the opening what the stream is about."""
    if state.stop.kind is StopKind.OPENING:
        return state.record.description.strip()
    record = state.view.find(state.stop.id)
    return record.presenter_notes.strip() if isinstance(record, Step) else ""


class NotesPane(QPlainTextEdit):
    """Shows the notes while `state.notes` is on, as high as they are; long ones scroll."""

    def __init__(self, window: PresentWindow) -> None:
        super().__init__(window)
        self.setObjectName("notes")
        self.setAccessibleName(tr("Presenter’s notes"))
        self.setReadOnly(True)
        self.document().setDocumentMargin(DOCUMENT_MARGIN)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._window, self._state = window, window.state
        self._margin = 0
        self.heading = PlainLabel(tr("Notes"), self)
        self.heading.setObjectName("notes_heading")
        self.more = PlainLabel("", self)  # says that there is more than is seen, and how to come there
        self.more.setObjectName("notes_more")
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._tell_more)
        bar.rangeChanged.connect(self._tell_more)
        self._state.moved.connect(lambda: bar.setValue(0))
        for signal in (self._state.moved, self._state.changed, self._state.looks_changed):
            signal.connect(self._renew)
        self._state.unit_changed.connect(self._renew)
        self._renew()
        window.put_below_stage(self)

    def fit(self, width: int) -> int:
        """Return how high the notes are when they are so wide, in px of the window."""
        aside = 2 * (self._margin + self.document().documentMargin())
        room = QRectF(0, 0, max(1.0, width - aside), 1e6)
        flags = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextExpandTabs
        text = QFontMetricsF(self.font()).boundingRect(room, flags, self.toPlainText() or " ")
        around = self.viewportMargins().top() + 2 * (self._margin + self.document().documentMargin())
        return math.ceil(text.height() + around) + SPARE

    def turn(self, pages: int) -> None:
        """Go on or back in notes that do not fit; the last line that was seen stays in view."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + pages * max(1, bar.pageStep() - 1))

    def _tell_more(self, *_: object) -> None:
        bar = self.verticalScrollBar()
        signs = {BACK: bar.value() > bar.minimum(), ON: bar.value() < bar.maximum()}
        keys = "   ".join(key_words(key) for key, there in signs.items() if there)
        self.more.setText(tr("More: {keys}").format(keys=keys))
        self.more.setVisible(bool(keys))
        self._place_more()

    def _place_more(self) -> None:
        size, at = self.more.sizeHint(), self.heading.geometry()
        wide = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        self.more.setGeometry(
            self.width() - self._margin - wide - size.width(), at.y(), size.width(), size.height()
        )

    def _renew(self, *_: object) -> None:
        if not self._state.notes:
            self.setVisible(False)
            return
        text = notes_text(self._state)
        shown = text or tr("There are no notes for this step.")
        if self._state.stop.kind is not StopKind.STEP and not text:
            shown = tr("There are no notes here.")
        self._dress(quiet=not text)
        if shown != self.toPlainText():
            self.setPlainText(shown)
        self.setVisible(True)
        self._window.place()

    def _dress(self, *, quiet: bool) -> None:
        worn, unit = self._state.theme, self._state.unit
        letters = round(max(LEAST_LETTERS, LETTERS * unit))
        heading = round(max(LEAST_LETTERS, LETTERS * HEADING * unit))
        ink = worn.muted if quiet else worn.text
        self._margin = round(MARGIN * unit)
        self.setStyleSheet(
            f"QPlainTextEdit {{ background: {css(worn.panel)}; color: {css(ink)}; font-size: {letters}px;"
            f" border: none; border-radius: 0; border-top: 2px solid {css(worn.accent)};"
            f" padding: {self._margin}px; }}"
            f" QLabel {{ background: transparent; color: {css(worn.muted)}; font-size: {heading}px;"
            " font-weight: 600; }"
        )
        self.heading.ensurePolished()
        size = self.heading.sizeHint()
        self.heading.setGeometry(self._margin, self._margin, size.width(), size.height())
        self.setViewportMargins(0, size.height() + self._margin // 3, 0, 0)
        self.more.ensurePolished()
        self._tell_more()

    @guarded
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_more()

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


def _shown(window: PresentWindow) -> bool:
    return window.state.notes


def _turn(window: PresentWindow, pages: int) -> None:
    pane = window.findChild(NotesPane)
    if isinstance(pane, NotesPane):
        pane.turn(pages)


NOTES = (
    Command(
        "look.notes",
        "look",
        "Presenter’s notes",
        lambda window: window.state.show_notes(on=not window.state.notes),
        ("N",),
    ),
    Command("look.notes_on", "look", "Scroll long notes on", lambda window: _turn(window, 1), (ON,), _shown),
    Command(
        "look.notes_back", "look", "Scroll long notes back", lambda window: _turn(window, -1), (BACK,), _shown
    ),
)
