"""Exports the document in a thread and tells how it went."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.ui import tasks
from vsdesigner.ui.files.document_file import DocumentFile
from vsdesigner.ui.guard import report
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.program import Program
from vsdesigner.ui.session import Session

if TYPE_CHECKING:
    from vsdesigner.exchange.registry import Exporter, ExportOptions
    from vsdesigner.ui.export.wish import Wish


class Exporting(QObject):
    """The exports of one window, one at a time."""

    changed = Signal()  # an export began or ended
    done = Signal(object)  # the path that was written

    def __init__(
        self, window: QWidget, session: Session, program: Program, file: DocumentFile, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._window = window
        self._session = session
        self._program = program
        self._file = file
        self._task: tasks.Task | None = None
        self._last: Wish | None = None

    @property
    def is_running(self) -> bool:
        """Whether an export is under way."""
        return self._task is not None

    def forget(self) -> None:
        """Another document stands here now."""
        self._last = None

    def ask(self, first: Path) -> None:
        """Show the dialog; `first` is the file to begin with, without suffix, where none is known."""
        from vsdesigner.exchange.registry import EXPORTERS  # late: the first frame exports nothing
        from vsdesigner.ui.export.kept import last_format
        from vsdesigner.ui.export.wish import Wish

        last = self._known()
        format = last_format(self._program.settings)
        new = Wish(format, first.with_name(first.name + EXPORTERS[format].suffix))
        self._ask(last or new, was_made=last is not None)

    def _ask(self, first: Wish, *, was_made: bool, has_failed: bool = False) -> None:
        from vsdesigner.ui.export.dialog import Request

        request = Request(
            view=self._session.now,
            shown=self._session.stream,
            first=first,
            was_made=was_made,
            settings=self._program.settings,
            complete=self._completed,
            browse=self._program.dialogs.path_to_export,
            has_failed=has_failed,
        )
        self._program.dialogs.export(self._window, request, self.start, self._show_problems)

    def again(self) -> bool:
        """Write what was written last, as the document is now; False when nothing was yet."""
        last = self._known()
        if last is None:
            return False
        self.start(last)
        return True

    def start(self, wish: Wish) -> None:
        """Write the document as it is now."""
        from vsdesigner.exchange.registry import EXPORTERS
        from vsdesigner.storage.json_format import encode

        snapshot = self._session.now
        exporter = EXPORTERS[wish.format]
        options = self._completed(wish.options(exporter, snapshot, self._session.stream))
        if wish.carry and exporter.carries:
            options = replace(options, source=encode(snapshot).decode("utf-8"))
        self._task = tasks.run(
            lambda progress, is_cancelled: _write(
                exporter, snapshot, options, wish.path, progress, is_cancelled
            ),
            lambda _nothing: self._on_done(wish, options),
            lambda error: self._on_error(wish, error),
            on_cancel=self._on_cancel,
            label=tr("Exporting “{name}” …").format(name=wish.path.name),
        )
        self.changed.emit()

    def stop(self) -> None:
        """Give up what is under way: the window goes."""
        if self._task is not None:
            self._task.abandon()
            self._task = None

    def _known(self) -> Wish | None:
        """What was exported last of this document, in this run or an earlier one."""
        if self._last is None and self._file.path is not None:
            from vsdesigner.ui.export.kept import last_wish

            self._last = last_wish(self._program.settings, self._file.path)
        return self._last

    def _completed(self, options: ExportOptions) -> ExportOptions:
        """The options with what only the window knows; the whole stream where nothing of it is selected."""
        from vsdesigner.ui.export.extents import with_possible_extent

        known = replace(options, selection=self._session.selection, area=self._session.area())
        return with_possible_extent(self._session.now, known, self._session.stream)

    def _show_problems(self, record: str) -> None:
        """List what the dialog counted: with the eyes of those the document is for."""
        from vsdesigner.analysis.findings import find_all
        from vsdesigner.analysis.problems import Problems
        from vsdesigner.analysis.profiles import READY_TO_PRESENT
        from vsdesigner.ui import mending

        if self._session.now.settings.check_profile != READY_TO_PRESENT:
            mending.set_profile(self._session, READY_TO_PRESENT)
            self._session.show_problems(Problems(find_all(self._session.now), READY_TO_PRESENT))
        self._session.problems_requested.emit(record)

    def _end(self) -> None:
        self._task = None
        self.changed.emit()

    def _on_done(self, wish: Wish, options: ExportOptions) -> None:
        self._end()
        wanted = wish.values.get("extent", "")
        if wanted and wanted != options.values.get("extent", wanted):
            text = tr("Nothing is selected or seen of it now: “{name}” shows the whole stream.")
            self._session.tell(text.format(name=wish.path.name))
        self._last = wish
        settings = self._program.settings
        settings.last_folder = wish.path.parent
        if self._file.path is not None:
            from vsdesigner.ui.export.kept import keep_wish

            keep_wish(settings, self._file.path, wish)
        self.done.emit(wish.path)

    def _on_cancel(self) -> None:
        self._end()
        self._session.tell(tr("The export was stopped; nothing was written."))

    def _on_error(self, wish: Wish, error: Exception) -> None:
        self._end()
        if isinstance(error, UserError):
            self._program.dialogs.error(
                self._window, tr("The export did not work."), str(error), error.details
            )
            self._ask(wish, was_made=True, has_failed=True)  # with all that was chosen, to choose otherwise
        else:
            report(error)


def _write(
    exporter: Exporter,
    snapshot: Snapshot,
    options: ExportOptions,
    path: Path,
    progress: tasks.Progress,
    is_cancelled: tasks.IsCancelled,
) -> None:
    from vsdesigner.storage.atomic import write_bytes  # may wait until now

    content = exporter.render(snapshot, exporter.checked(options), progress, is_cancelled)
    write_bytes(path, content)


def opener(path: Path, session: Session) -> Callable[[], None]:
    """Return what opens a file that we wrote, or a folder, with the program that the system has for it."""

    def open_it() -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            session.tell(tr("The system knows no program that opens “{path}”.").format(path=path))

    return open_it
