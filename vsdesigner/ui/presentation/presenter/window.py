"""The presenter's own window: what the audience sees, what comes next, notes, time, and the tools."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from vsdesigner.document.wording import stream_title
from vsdesigner.ui.colour import css
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import PlainLabel, title_text
from vsdesigner.ui.presentation.presenter.mirror import Mirror
from vsdesigner.ui.presentation.presenter.notes import NotesColumn
from vsdesigner.ui.presentation.presenter.onward import NextPane
from vsdesigner.ui.presentation.presenter.stopwatch import Stopwatch
from vsdesigner.ui.presentation.presenter.timing import TimeRow
from vsdesigner.ui.presentation.presenter.tools import ToolRow
from vsdesigner.ui.presentation.where import phase_words, place_words
from vsdesigner.ui.theme_qss import style_sheet

if TYPE_CHECKING:
    from vsdesigner.ui.presentation.window import PresentWindow

GAP = 16  # px
LEFT, RIGHT = 3, 2  # how the width is shared by what is seen and what is read
# The rest of the program may wear another theme, of which Qt would take the ground and the text.
_OWN = Template(
    "#presenter { background: $panel; } QLabel { color: $text; }"
    " QLabel#presenter_place { font-size: 20px; font-weight: 600; }"
)


class PresenterWindow(QWidget):
    """Every key here is a key of the presentation. It goes when the presentation ends; `closed` says that
    somebody closed it by hand."""

    closed = Signal()

    def __init__(self, window: PresentWindow, stopwatch: Stopwatch) -> None:
        super().__init__(window, Qt.WindowType.Window)
        self.setObjectName("presenter")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        name = title_text(stream_title(window.state.record))
        self.setWindowTitle(tr("Presenter’s view of “{name}”").format(name=name))
        self._window, self._state = window, window.state
        #: Whether what happens now comes from a key that was pressed here.
        self.has_key = False
        self.place = PlainLabel("", self)
        self.place.setObjectName("presenter_place")
        self.phase = PlainLabel("", self)
        self.phase.setProperty("role", "muted")
        self.time = TimeRow(stopwatch, self)
        self.mirror = Mirror(window, self)
        self.tools = ToolRow(window, self)
        self.next = NextPane(window, self)
        self.notes = NotesColumn(window.state, self)
        self._lay_out()
        for signal in (self._state.moved, self._state.changed, self._state.looks_changed):
            signal.connect(self._renew)
        self._dress()
        self._renew()

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.setSpacing(GAP)
        place.addWidget(self.place)
        place.addWidget(self.phase, 1)
        seen = QVBoxLayout()
        seen.setSpacing(GAP)
        seen.addWidget(self.mirror, 1)
        seen.addWidget(self.tools)
        seen.addWidget(self.next)
        seen.addStretch()
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP, GAP, GAP, GAP)
        grid.setSpacing(GAP)
        grid.setColumnStretch(0, LEFT)
        grid.setColumnStretch(1, RIGHT)
        grid.setRowStretch(1, 1)
        grid.addLayout(place, 0, 0)
        grid.addWidget(self.time, 0, 1)
        grid.addLayout(seen, 1, 0)
        grid.addWidget(self.notes, 1, 1)

    def _dress(self) -> None:
        worn = self._state.theme
        own = _OWN.substitute(panel=css(worn.panel), text=css(worn.text))
        self.setStyleSheet(style_sheet(worn) + own)

    def _renew(self, *_: object) -> None:
        if self.property("worn") != self._state.theme.name:
            self.setProperty("worn", self._state.theme.name)
            self._dress()
        self.place.setText(place_words(self._state))
        self.phase.setText(phase_words(self._state))

    # -- what Qt says -----------------------------------------------------------------------------------
    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        # As in the window of the audience: no key may reach a menu behind it.
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    @guarded(default=False)
    def focusNextPrevChild(self, next: bool) -> bool:
        return False

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # To whom it would go there: what lies over the presentation takes keys of its own.
        target = self._window.focusWidget() or self._window
        self.has_key = True
        try:
            QApplication.sendEvent(target, event)
        finally:
            self.has_key = False
        event.accept()

    @guarded
    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        QApplication.sendEvent(self._window.focusWidget() or self._window, event)
        event.accept()

    @guarded
    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        self.closed.emit()
