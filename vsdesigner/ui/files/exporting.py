"""Exports the document in a thread and tells how it went."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.ui import tasks
from vsdesigner.ui.guard import report
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.program import Program
from vsdesigner.ui.session import Session


class Exporting(QObject):
    """The exports of one window, one at a time."""

    changed = Signal()  # an export began or ended
    done = Signal(object)  # the path that was written

    def __init__(self, window: QWidget, session: Session, program: Program, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._session = session
        self._program = program
        self._task: tasks.Task | None = None
        #: Where the last export of this document went; None when there was none.
        self.last: Path | None = None

    @property
    def is_running(self) -> bool:
        """Whether an export is under way."""
        return self._task is not None

    def start(self, path: Path) -> None:
        """Write the document as it is now to `path`, in the format that its suffix says."""
        snapshot = self._session.now
        self._task = tasks.run(
            lambda progress, is_cancelled: _write(snapshot, path, progress, is_cancelled),
            lambda _nothing: self._on_done(path),
            self._on_error,
            on_cancel=self._on_cancel,
            label=tr("Exporting “{name}” …").format(name=path.name),
        )
        self.changed.emit()

    def stop(self) -> None:
        """Give up what is under way: the window goes."""
        if self._task is not None:
            self._task.abandon()
            self._task = None

    def _end(self) -> None:
        self._task = None
        self.changed.emit()

    def _on_done(self, path: Path) -> None:
        self._end()
        self.last = path
        self._program.settings.last_folder = path.parent
        self.done.emit(path)

    def _on_cancel(self) -> None:
        self._end()
        self._session.tell(tr("The export was stopped; nothing was written."))

    def _on_error(self, error: Exception) -> None:
        self._end()
        if isinstance(error, UserError):
            self._program.dialogs.error(
                self._window, tr("The export did not work."), str(error), error.details
            )
        else:
            report(error)


def _write(snapshot: Snapshot, path: Path, progress: tasks.Progress, is_cancelled: tasks.IsCancelled) -> None:
    from vsdesigner.exchange.registry import ExportOptions, exporter_for  # may wait until now
    from vsdesigner.storage.atomic import write_bytes

    content = exporter_for(path).render(snapshot, ExportOptions(), progress, is_cancelled)
    write_bytes(path, content)


def opener(path: Path, session: Session) -> Callable[[], None]:
    """Return what opens a file that we wrote, or a folder, with the program that the system has for it."""

    def open_it() -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            session.tell(tr("The system knows no program that opens “{path}”.").format(path=path))

    return open_it
