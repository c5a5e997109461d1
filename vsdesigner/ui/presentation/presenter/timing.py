"""Time in the presenter's window: how long one has presented, and what the clock says."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QLocale, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import PlainLabel
from vsdesigner.ui.presentation.presenter.stopwatch import Stopwatch, time_text

TICK_MS = 200
_LARGE = "QLabel { font-size: 26px; font-weight: 600; }"
_CLOCK = "QLabel { font-size: 20px; }"


class TimeRow(QWidget):
    """Elapsed time with pause and reset at the left, the clock at the right."""

    def __init__(self, stopwatch: Stopwatch, parent: QWidget) -> None:
        super().__init__(parent)
        self._stopwatch = stopwatch
        self.elapsed = PlainLabel("", self)
        self.elapsed.setObjectName("presenter.elapsed")
        self.elapsed.setAccessibleName(tr("Elapsed time"))
        self.elapsed.setStyleSheet(_LARGE)
        self.clock = PlainLabel("", self)
        self.clock.setObjectName("presenter.clock")
        self.clock.setAccessibleName(tr("Clock"))
        self.clock.setStyleSheet(_CLOCK)
        self.pause = self._button("presenter.pause", self._toggle)
        self.reset = self._button("presenter.reset", self._reset)
        self.reset.setText(tr("Reset"))
        self.reset.setToolTip(tr("Let the time begin again at nothing"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.elapsed)
        row.addSpacing(8)
        row.addWidget(self.pause)
        row.addWidget(self.reset)
        row.addStretch(1)
        row.addWidget(self.clock)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.renew)
        self._show_pause()
        self.renew()

    def renew(self) -> None:
        """Show what time it is."""
        self.elapsed.setText(time_text(self._stopwatch.seconds))
        now = QDateTime.currentDateTime().time()
        self.clock.setText(QLocale().toString(now, QLocale.FormatType.ShortFormat))

    def _button(self, name: str, do: object) -> QPushButton:
        made = QPushButton(self)
        made.setObjectName(name)
        made.setProperty("role", "quiet")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(do)
        return made

    def _toggle(self) -> None:
        self._stopwatch.toggle()
        self._show_pause()
        self.renew()

    def _reset(self) -> None:
        self._stopwatch.reset()
        self.renew()

    def _show_pause(self) -> None:
        runs = self._stopwatch.runs
        self.pause.setText(tr("Pause") if runs else tr("Go on"))
        self.pause.setToolTip(tr("Stop the time") if runs else tr("Let the time run on"))

    @guarded
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tick.start()

    @guarded
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tick.stop()
