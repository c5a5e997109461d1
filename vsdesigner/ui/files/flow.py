"""What a window does with its document's file: new, open, save, reload, export, close."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtWidgets import QWidget

from vsdesigner.model.errors import UserError
from vsdesigner.ui.dialogs.answers import Unsaved
from vsdesigner.ui.dialogs.dialogs import Dialogs
from vsdesigner.ui.files.disk_changes import DiskChanges, Ways
from vsdesigner.ui.files.document_file import DocumentFile
from vsdesigner.ui.files.exporting import Exporting
from vsdesigner.ui.files.journaling import JournalKeeper
from vsdesigner.ui.files.locking import LockKeeper, holder_text, unavailable_once
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.program import Program
from vsdesigner.ui.session import Session

if TYPE_CHECKING:
    from vsdesigner.storage.locks import Held
    from vsdesigner.storage.starting_points import StartingPoint
    from vsdesigner.ui.files.opening import Opened

log = logging.getLogger(__name__)

OPENABLE = (".vstream", ".json")


class FileFlow(QObject):
    """The file side of one window."""

    changed = Signal()  # title, saved state or what is possible became another
    exported = Signal(object)  # the path of a file that was written

    def __init__(self, window: QWidget, session: Session, program: Program) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._program = program
        self.file = DocumentFile(session, self)
        self.file.changed.connect(self.changed)
        self._lock = LockKeeper(self._on_lock_lost, self)
        self._journal = JournalKeeper(session, self.file, self)
        self._disk = DiskChanges(
            window,
            session,
            self.file,
            program.dialogs,
            Ways(self.save, self.save_as, self._journal.keep_now, self._show_again),
        )
        self._exporting = Exporting(window, session, program, self.file, self)
        self._exporting.changed.connect(self.changed)
        self._exporting.done.connect(self.exported)

    # -- new and open -----------------------------------------------------------------------------------
    def new(self) -> None:
        """Start an empty document: here while this one is empty and new, else in another window."""
        if not self.file.is_pristine:
            from vsdesigner.ui.guide_offer import offer_guide  # late: the first frame offers nothing

            offer_guide(self._program.new_window())

    def open(self) -> None:
        """Ask for files and open them."""
        self._program.open_paths(self._dialogs.paths_to_open(self._window, self._folder()), self)

    def open_recent(self, path: Path) -> bool:
        """Open a file of the list and say whether it is open now; one that is gone is told and leaves the
        list."""
        if path.is_file():
            self._program.open_paths([path], self)
            return self._program.flow_with(path) is not None
        self._program.settings.forget_file(path)
        text = tr("“{path}” is not there any more. It was taken from the list.")
        self._session.tell(text.format(path=path))
        return False

    def open_example(self) -> None:
        """Open the example that ships as a document without a file."""
        from vsdesigner.ui.files.opening import example  # late: the first frame reads no file

        try:
            self._program.place(example(), self)
        except UserError as error:
            self._tell_error(tr("The example could not be opened."), error)

    def start_from(self, point: StartingPoint) -> bool:
        """Open a template or example as a document without a file; False when that failed, which was told."""
        from vsdesigner.ui.files.opening import started  # late: the first frame reads no file

        try:
            opened = started(point)
        except UserError as error:
            self._tell_error(tr("“{title}” could not be opened.").format(title=point.title), error)
            return False
        self._program.place(opened, self)
        return True

    def can_open_urls(self, urls: Iterable[QUrl]) -> bool:
        """Say whether something that is dragged here holds a document."""
        return bool(_documents(urls))

    def open_urls(self, urls: Iterable[QUrl]) -> bool:
        """Open the documents that were dropped."""
        paths = _documents(urls)
        self._program.open_paths(paths, self)
        return bool(paths)

    def take(self, opened: Opened) -> None:
        """Let this window show and own what was opened."""
        self._release()
        self._exporting.forget()
        self._lock.hold(opened.lock)
        self._session.replace(opened.snapshot)
        self.file.adopt(
            opened.path,
            opened.state,
            is_other=opened.is_other,
            is_read_only=opened.is_read_only,
            title=opened.title,
            origin=opened.origin,
        )
        self._journal.begin()
        self._disk.follow_file()
        if opened.warning:
            self._session.tell(opened.warning)

    def _show_again(self, opened: Opened) -> None:
        """Show the file as somebody else left it, as one step that can be undone: what one looks at, what is
        selected and the steps before stay. So do lock and read-only."""
        self._session.become(opened.snapshot, tr("Read “{name}” again").format(name=self.file.name))
        self._session.history.setClean()
        self.file.adopt(
            opened.path,
            opened.state,
            is_other=opened.is_other,
            is_read_only=self.file.is_read_only,
            origin=opened.origin,
        )
        self._journal.begin()
        self._disk.follow_file()

    def reopen_closed(self) -> None:
        """Open again what was closed last."""
        path = self._program.take_closed()
        if path is not None:
            self.open_recent(path)

    @property
    def can_reopen(self) -> bool:
        """Whether something was closed since the program started."""
        return self._program.has_closed

    # -- saving -----------------------------------------------------------------------------------------
    def save(self) -> bool:
        """Save to the document's file; asks for one when there is none. False when it did not happen."""
        self._session.committing.emit()
        path = self.file.path
        if path is None or self.file.is_read_only:
            return self.save_as()
        done_otherwise = self._disk.settle_before_saving()
        return self._write(path) if done_otherwise is None else done_otherwise

    def save_all(self) -> None:
        """Save the documents of all windows that have changed; stops where the user stops."""
        self._program.save_all()

    def save_as(self) -> bool:
        """Ask for a name, save there and go on with that file."""
        self._session.committing.emit()
        suggestion = self.file.path or self._folder() / f"{_safe(self.file.suggestion)}.vstream"
        if self.file.is_read_only:
            # The name itself is what cannot be written.
            suggestion = suggestion.with_stem(_safe(tr("Copy of {name}").format(name=suggestion.stem)))
        path = self._dialogs.path_to_save(self._window, suggestion)
        if path is None:
            return False
        if self.has(path) and self.file.path is not None and not self.file.is_read_only:
            return self._write(self.file.path)
        return self._save_elsewhere(path)

    def _save_elsewhere(self, path: Path) -> bool:
        if self._program.flow_with(path) not in (None, self):
            text = tr("“{name}” is open in another window. Choose another name, or close it there.")
            self._dialogs.error(self._window, tr("The document was not saved."), text.format(name=path.name))
            return False
        from vsdesigner.storage.locks import Held, acquire  # late: the first frame locks nothing

        lock = acquire(path)
        if isinstance(lock, Held):
            self._dialogs.error(self._window, tr("The document was not saved."), _choose_another(path, lock))
            return False
        if not self._write(path):
            lock.release()
            return False
        self._lock.hold(lock)
        if warning := unavailable_once(lock):
            self._session.tell(warning)
        return True

    def _write(self, path: Path) -> bool:
        from vsdesigner.storage.documents import save  # late: the first frame writes nothing

        try:
            state = save(path, self._session.now, _backups())
        except UserError as error:
            self._tell_error(tr("The document was not saved."), error)
            return False
        self.file.mark_saved(path, state)
        self._journal.on_saved()
        self._disk.follow_file()
        self._program.remember(path)
        return True

    def on_activated(self) -> None:
        """The user looks at this window again."""
        self._disk.check()

    # -- export -----------------------------------------------------------------------------------------
    @property
    def exporting(self) -> bool:
        """Whether an export is under way."""
        return self._exporting.is_running

    def export_again(self) -> None:
        """Write again what was written last; asks what and where when nothing was yet."""
        self._session.committing.emit()
        if not self._exporting.again():
            self.export_as()

    def export_as(self) -> None:
        """Ask for a format, its options and a file, and write it in the background."""
        self._session.committing.emit()
        folder = self.file.path.parent if self.file.path is not None else self._folder()
        self._exporting.ask(folder / _safe(self.file.suggestion))

    def print_streams(self) -> None:
        """Show the pages of the shown stream as they are printed."""
        from vsdesigner.exchange.options import ExportOptions  # late: the first frame prints nothing
        from vsdesigner.ui.pictures.printing import PrintPreview

        session = self._session
        session.committing.emit()
        options = ExportOptions(
            streams=(session.stream,), selection=tuple(session.selection), area=session.area()
        )
        preview = PrintPreview(self._window, session.now, options)
        preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        preview.open()

    # -- import -----------------------------------------------------------------------------------------
    def import_workbook(self) -> None:
        """Ask for a workbook, show what it changes, and take over what is ticked."""
        self._session.committing.emit()
        path = self._dialogs.workbook_to_import(self._window, self._folder())
        if path is not None:
            self.import_file(path)

    def import_file(self, path: Path, *, joins: bool = True) -> None:
        """Read a workbook in the background; it shows what it changes before anything happens.

        The streams of a foreign one come to this document, unless `joins` says that they make their own.
        """
        from vsdesigner.ui.importing.importing import Home, Importing  # late: the first frame imports nothing

        Importing(Home(self._window, self._session, self._program, self), path, joins=joins).start()

    # -- leaving ----------------------------------------------------------------------------------------
    def may_close(self) -> bool:
        """Ask what becomes of unsaved changes; False when the user wants to stay."""
        self._session.committing.emit()
        if not self.file.is_modified:
            return True
        answer = self._dialogs.unsaved(self._window, self.file.name)
        if answer is Unsaved.SAVE:
            return self.save()
        return answer is Unsaved.DISCARD

    def close(self) -> None:
        """Let go of file, lock and journal; called once, when nothing is lost by it."""
        self._exporting.stop()
        self._release()
        if self.file.path is not None:
            self._program.note_closed(self.file.path)

    def quit(self) -> None:
        """Close all windows, each with its question."""
        self._program.quit()

    def leave_behind(self) -> None:
        """The program goes without being able to ask: what is unsaved stays in the journal."""
        self._journal.leave_behind()

    # -- recent files -----------------------------------------------------------------------------------
    def recent(self) -> list[Path]:
        """The files opened last, newest first, missing ones included."""
        return self._program.settings.recent_files

    def forget_recent(self, path: Path) -> None:
        """Take one of them out of the list."""
        self._program.settings.forget_file(path)

    def clear_recent(self) -> None:
        """Forget the files opened last."""
        self._program.settings.clear_recent_files()

    # -- inside -----------------------------------------------------------------------------------------
    @property
    def window(self) -> QWidget:
        """The window whose document it is."""
        return self._window

    def has(self, path: Path) -> bool:
        """Whether this file is open here."""
        return self.file.path is not None and _same(path, self.file.path)

    @property
    def session(self) -> Session:
        """The document that the window shows."""
        return self._session

    @property
    def _dialogs(self) -> Dialogs:
        return self._program.dialogs

    def _folder(self) -> Path:
        if self.file.path is not None:
            return self.file.path.parent
        return self._program.settings.last_folder or Path.home()

    def _release(self) -> None:
        self._disk.stop()
        self._journal.end()
        self._lock.release()

    def _on_lock_lost(self) -> None:
        self._session.tell(
            tr(
                "Somebody else has opened “{name}” to change it. Save under another name, or agree who"
                " saves last."
            ).format(name=self.file.name)
        )

    def _tell_error(self, headline: str, error: UserError) -> None:
        self._dialogs.error(self._window, headline, str(error), error.details)


def _backups() -> Path | None:
    from vsdesigner.storage.folders import backup_folder

    try:
        return backup_folder()
    except OSError as error:
        log.warning("no backups are kept: %s", error)
        return None


def _choose_another(path: Path, held: Held) -> str:
    return tr("“{name}” is open elsewhere: {holder} Choose another name.").format(
        name=path.name, holder=holder_text(held)
    )


def _documents(urls: Iterable[QUrl]) -> list[Path]:
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    if not paths:
        return []
    from vsdesigner.exchange.home import can_carry  # late: the first frame opens nothing

    return [path for path in paths if path.suffix.lower() in OPENABLE or can_carry(path.name)]


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one == other


def _safe(name: str) -> str:
    """`name` as a file name on every system."""
    kept = "".join(" " if letter in '\\/:*?"<>|' or not letter.isprintable() else letter for letter in name)
    return " ".join(kept.split())[:80].strip(". ") or "stream"
