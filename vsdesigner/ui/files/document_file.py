"""Which file a window's document belongs to, and whether the two are the same."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QDate, QDateTime, QLocale, QObject, Signal

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.storage.file_state import FileState, file_state
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.session import Session

log = logging.getLogger(__name__)


class DocumentFile(QObject):
    """Path and last known state of the file; without a path the document was never saved."""

    changed = Signal()  # path, modified or saved became another

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.path: Path | None = None
        self.state: FileState | None = None
        #: What the file said when it was read or written last: what others began with as well.
        self.origin: Snapshot | None = None
        self.is_read_only = False
        self.is_journaled = True  # whether unsaved changes would survive a crash
        self._is_other = False  # the document differs from its file although nothing was edited
        self._title = ""
        session.history.cleanChanged.connect(lambda _clean: self.changed.emit())

    # -- what it is -------------------------------------------------------------------------------------
    @property
    def name(self) -> str:
        """What the document is called in titles and messages."""
        return self.path.name if self.path is not None else self._title or tr("Untitled")

    @property
    def suggestion(self) -> str:
        """A file name to begin with when it is saved for the first time, without suffix."""
        if self.path is not None:
            return self.path.stem
        return self._title or self._session.now.streams[0].name.strip() or tr("Untitled")

    @property
    def is_modified(self) -> bool:
        """Whether something would be lost if the document went away now."""
        return self._is_other or not self._session.history.isClean()

    @property
    def is_pristine(self) -> bool:
        """Whether it is the empty document that a window starts with: another may take its place."""
        return self.path is None and not self.is_modified and not self._title

    def standing(self) -> str:
        """Return where the document stands, for the status bar."""
        if self.is_modified:
            return tr("Kept in the journal") if self.is_journaled else tr("Not saved yet")
        if self.state is None:
            return tr("New document")
        return tr("Saved {time}").format(time=moment_text(self.state.mtime_ns / 1e9))

    # -- what becomes of it -----------------------------------------------------------------------------
    def adopt(
        self,
        path: Path | None,
        state: FileState | None,
        *,
        is_other: bool = False,
        is_read_only: bool = False,
        title: str = "",
        origin: Snapshot | None = None,
    ) -> None:
        """Belong to this file from now on. `is_other`: the document is not what the file says (repaired,
        recovered), which is `origin`; `title` names a document without a file."""
        self.path, self.state, self.origin = path, state, origin
        self._is_other, self.is_read_only, self._title = is_other, is_read_only, title
        self.changed.emit()

    def mark_saved(self, path: Path, state: FileState) -> None:
        """The document is in this file; called after the file was read back."""
        self._session.history.setClean()
        self.adopt(path, state, origin=self._session.now)

    def set_journaled(self, on: bool) -> None:
        """Say whether unsaved changes would survive a crash."""
        self.is_journaled = on
        self.changed.emit()

    def accept_disk(self) -> None:
        """Take the file as it is now for known: the user decided, and is not asked about it again."""
        if self.path is not None:
            try:
                self.state = file_state(self.path)
            except UserError as error:
                log.info("%s", error)

    def accept_version(self, origin: Snapshot, state: FileState | None) -> None:
        """The document has in it what somebody else wrote into the file: from there both go on."""
        self.origin, self.state = origin, state
        self._is_other = True  # also when undo leads back to where the document was saved
        self.changed.emit()

    def mark_unsaved(self) -> None:
        """What the document says is nowhere on disk any more."""
        self._is_other = True
        self.changed.emit()


def moment_text(seconds: float) -> str:
    """Return a moment (seconds since 1970) as people say it: the time today, else the date with the time."""
    moment = QDateTime.fromSecsSinceEpoch(int(seconds))
    short = QLocale.FormatType.ShortFormat
    if moment.date() == QDate.currentDate():
        return QLocale().toString(moment.time(), short)
    return QLocale().toString(moment, short)
