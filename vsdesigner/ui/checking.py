"""Keeps what is wrong with the document known: looks again, in a thread, when somebody has paused."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from vsdesigner.analysis.problems import Problems
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.ui import tasks
from vsdesigner.ui.session import Session

PAUSE_MS = 350  # without a change before it is worth looking


class Checker(QObject):
    """Hands the session its `problems` after changes. At most one look is under way at a time."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._task: tasks.Task | None = None
        self._again = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.look)
        session.changed.connect(self._on_change)
        session.replaced.connect(self._pause.start)

    def look(self) -> None:
        """Look at the document as it is now; again afterwards when a look is under way already."""
        self._pause.stop()
        if self._task is not None:
            self._again = True
            return
        snapshot = self._session.now
        self._task = tasks.run(
            lambda _progress, _is_cancelled: _find(snapshot), self._on_found, self._on_error, quiet=True
        )

    def stop(self) -> None:
        """Look no more: the window goes."""
        self._pause.stop()
        if self._task is not None:
            self._task.abandon()
            self._task = None

    def _on_change(self) -> None:
        self._pause.start()

    def _on_found(self, problems: Problems) -> None:
        self._end()
        # What was found while somebody went on is about records that may be gone; the next look follows.
        self._session.show_problems(problems)

    def _on_error(self, error: Exception) -> None:
        self._end()
        raise error  # a fault of ours: it is reported like any other

    def _end(self) -> None:
        self._task = None
        if self._again:
            self._again = False
            self._pause.start()


def _find(snapshot: Snapshot) -> Problems:
    from vsdesigner.analysis.findings import find_all  # late: the first frame checks nothing

    return Problems(find_all(snapshot), snapshot.settings.check_profile)
