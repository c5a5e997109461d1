"""Runs long work in threads: progress and cancel on the way, result or error back in the GUI thread."""

from __future__ import annotations

import functools
import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QProgressBar, QPushButton, QWidget

from vsdesigner.ui.guard import report
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import PlainLabel, shortened

log = logging.getLogger(__name__)

T = TypeVar("T")

BUSY_CURSOR_MS = 300
BANNER_MS = 1_000
QUIT_PATIENCE = 3.0  # seconds
PROGRESS_PAUSE = 0.04  # seconds between two reports that are passed on

Progress = Callable[[float], None]  # the share that is done, 0 to 1
IsCancelled = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class _Outcome:
    result: Any = None
    error: Exception | None = None


def run(
    function: Callable[[Progress, IsCancelled], T],
    on_done: Callable[[T], None],
    on_error: Callable[[Exception], None] | None = None,
    on_progress: Callable[[float], None] | None = None,
    *,
    on_cancel: Callable[[], None] | None = None,
    label: str = "",
    quiet: bool = False,
) -> Task:
    """Call ``function(progress, is_cancelled)`` in a thread; exactly one of the answers follows in this one.

    After a cancel neither ``on_done`` nor ``on_error`` is called, whatever the function still returns or
    raises (an exception is its way to stop), but ``on_cancel``. An error without ``on_error`` is reported
    as an unexpected fault. ``label`` is what the banner says ("Exporting …"); ``quiet`` work, for which
    nobody waits, shows neither banner nor busy cursor.
    """
    task = Task(function, on_done, on_error, on_progress, on_cancel, label, quiet=quiet)
    board().start(task)
    return task


def wait_all(timeout: float = 5.0) -> bool:
    """Cancel everything and wait at most ``timeout`` seconds; no answer is delivered. True when all ended."""
    return board().wait_all(timeout)


@functools.cache
def board() -> Board:
    """The one list of running work."""
    return Board()


class Task(QObject):
    """One piece of work under way; lives in the GUI thread."""

    lasted = Signal(object)  # itself, when it takes longer than a second
    progressed = Signal(float)
    ended = Signal(object)  # itself, before its answer
    _reported = Signal(float)
    _arrived = Signal(object)

    def __init__(
        self,
        function: Callable[[Progress, IsCancelled], Any],
        on_done: Callable[[Any], None],
        on_error: Callable[[Exception], None] | None,
        on_progress: Callable[[float], None] | None,
        on_cancel: Callable[[], None] | None,
        label: str,
        *,
        quiet: bool = False,
    ) -> None:
        super().__init__()
        self.label = label
        self._quiet = quiet
        self.share = 0.0
        self._function = function
        self._on_done, self._on_error = on_done, on_error
        self._on_progress, self._on_cancel = on_progress, on_cancel
        self._cancel = threading.Event()
        self._next_report = 0.0
        self._deaf = False
        self._is_cursor_set = False
        self._cursor_timer = QTimer(self, singleShot=True, interval=BUSY_CURSOR_MS)
        self._cursor_timer.timeout.connect(self._set_cursor)
        self._banner_timer = QTimer(self, singleShot=True, interval=BANNER_MS)
        self._banner_timer.timeout.connect(self._on_lasting)
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)
        self._arrived.connect(self._on_arrived, Qt.ConnectionType.QueuedConnection)
        self.thread_of_work = threading.Thread(target=self._work, name=f"task {label}", daemon=True)

    def cancel(self) -> None:
        """Ask the work to stop; it does so when it looks the next time."""
        self._cancel.set()

    def is_cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._cancel.is_set()

    def start(self) -> None:
        """Begin; called once, by the board."""
        if not self._quiet:
            self._cursor_timer.start()
            self._banner_timer.start()
        self.thread_of_work.start()

    def abandon(self) -> None:
        """Cancel, and let no answer come any more."""
        self._deaf = True
        self.cancel()
        self._stop_showing()

    def _work(self) -> None:
        try:
            outcome = _Outcome(result=self._function(self._report, self.is_cancelled))
        except Exception as error:
            outcome = _Outcome(error=error)
        if not self._deaf:
            self._arrived.emit(outcome)

    def _report(self, share: float) -> None:
        now = time.monotonic()
        if now >= self._next_report and not self._deaf:
            self._next_report = now + PROGRESS_PAUSE
            self._reported.emit(share)

    def _on_reported(self, share: float) -> None:
        if self._deaf:
            return
        self.share = min(max(share, 0.0), 1.0)
        self.progressed.emit(self.share)
        if self._on_progress is not None:
            _call(self._on_progress, self.share)

    def _on_arrived(self, outcome: _Outcome) -> None:
        self._stop_showing()
        self.ended.emit(self)
        if not self._deaf:
            self._answer(outcome)

    def _answer(self, outcome: _Outcome) -> None:
        if self.is_cancelled():
            if self._on_cancel is not None:
                _call(self._on_cancel)
        elif outcome.error is None:
            _call(self._on_done, outcome.result)
        elif self._on_error is not None:
            _call(self._on_error, outcome.error)
        else:
            report(outcome.error)

    def _on_lasting(self) -> None:
        self.lasted.emit(self)

    def _set_cursor(self) -> None:
        self._is_cursor_set = True
        QApplication.setOverrideCursor(Qt.CursorShape.BusyCursor)

    def _stop_showing(self) -> None:
        self._cursor_timer.stop()
        self._banner_timer.stop()
        if self._is_cursor_set:
            self._is_cursor_set = False
            QApplication.restoreOverrideCursor()


class Board(QObject):
    """All work under way, for whoever wants to show it or wait for it."""

    started = Signal(object)  # the Task

    def __init__(self) -> None:
        super().__init__()
        self.running: list[Task] = []
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._on_quit)

    def start(self, task: Task) -> None:
        """Begin ``task`` and keep it until its answer was delivered."""
        self.running.append(task)
        task.ended.connect(self._forget)
        self.started.emit(task)
        task.start()

    def wait_all(self, timeout: float) -> bool:
        """See the function of the same name."""
        deadline = time.monotonic() + timeout
        tasks, self.running = self.running, []
        for task in tasks:
            task.abandon()
        for task in tasks:
            task.thread_of_work.join(max(0.0, deadline - time.monotonic()))
        late = [task for task in tasks if task.thread_of_work.is_alive()]
        for task in late:
            log.info("Work did not stop in time: %s", task.label)
        # A thread that still runs needs its task; it ends with the process.
        self.running = late
        for task in tasks:
            if task not in late:
                task.ended.emit(task)
        return not late

    def _on_quit(self) -> None:
        self.wait_all(QUIT_PATIENCE)

    def _forget(self, task: Task) -> None:
        if task in self.running:
            self.running.remove(task)
        task.deleteLater()


class ProgressBanner(QWidget):
    """One line with text, bar and Cancel for the work that takes longer than a second; hidden otherwise."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks: list[Task] = []
        self.text = PlainLabel()
        self.bar = QProgressBar()
        self.bar.setRange(0, 1_000)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(140)
        self.bar.setAccessibleName(tr("Progress"))
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.setProperty("role", "link")
        self.cancel_button.clicked.connect(self._cancel)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.text, self.bar, self.cancel_button):
            row.addWidget(part)
        self.hide()
        board().started.connect(self.watch)

    def watch(self, task: Task) -> None:
        """Show ``task`` when it has not ended after a second."""
        # Bound methods only: Qt lets go of them when the banner is deleted before the work ends.
        task.lasted.connect(self._begin)
        task.ended.connect(self._end)
        task.progressed.connect(self._refresh)

    def _begin(self, task: Task) -> None:
        self._tasks.append(task)
        self._refresh()

    def _end(self, task: Task) -> None:
        if task in self._tasks:
            self._tasks.remove(task)
        self._refresh()

    def _cancel(self) -> None:
        if self._tasks:
            self._tasks[-1].cancel()
            self._refresh()

    def _refresh(self, _share: float = 0.0) -> None:
        self.setVisible(bool(self._tasks))
        if not self._tasks:
            return
        task = self._tasks[-1]
        label = task.label or tr("Working …")
        self.text.setText(tr("Stopping …") if task.is_cancelled() else shortened(label, 60))
        self.cancel_button.setEnabled(not task.is_cancelled())
        # Without a first report nobody knows how long it takes: the bar runs to and fro.
        self.bar.setRange(0, 1_000 if task.share > 0 else 0)
        self.bar.setValue(round(task.share * 1_000))


def _call(function: Callable[..., None], *args: Any) -> None:
    try:
        function(*args)
    except Exception as error:
        report(error)
