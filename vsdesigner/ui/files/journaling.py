"""Keeps the journal of one window's document: every change is on the disk when it is made."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from vsdesigner.document.change import Change
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.ui.files.document_file import DocumentFile
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.session import Session

if TYPE_CHECKING:
    from vsdesigner.storage.journal import Journal

log = logging.getLogger(__name__)


class JournalKeeper(QObject):
    """Begins the journal with the first change after `begin`, or at once for what is in no file yet."""

    def __init__(self, session: Session, file: DocumentFile, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._file = file
        self._base: Snapshot = session.now
        self._is_base_unsaved = False
        self._journal: Journal | None = None
        session.changed.connect(self._on_change)

    def begin(self) -> None:
        """The session shows another document: forget the former journal and begin anew."""
        self.end()
        self._base = self._session.now
        self._is_base_unsaved = self._file.is_modified  # recovered, repaired: a crash would lose it
        if self._is_base_unsaved:
            self._keep(self._start)

    def keep_now(self) -> None:
        """No file has the document any more: keep it as it is, also when nothing was edited."""
        if self._journal is None:
            self._base, self._is_base_unsaved = self._session.now, True
            self._keep(self._start)

    def on_saved(self) -> None:
        """The document is in its file now; the journal starts over from there."""
        self._base, self._is_base_unsaved = self._session.now, False
        journal, state, path = self._journal, self._file.state, self._file.path
        if journal is not None and state is not None:
            self._keep(lambda: journal.rebase(self._base, state, path=path))

    def end(self) -> None:
        """Nothing has to be kept any more: the document is saved, or its changes are not wanted."""
        if self._journal is not None:
            self._journal.close()
            self._journal = None

    def leave_behind(self) -> None:
        """The program goes without being able to ask: the next start offers what is in the journal."""
        if self._journal is not None:
            self._journal.close(discard=False)
            self._journal = None

    def _on_change(self, change: Change) -> None:
        self._keep(lambda: self._append(change))

    def _append(self, change: Change) -> None:
        if self._journal is None:
            if self._file.is_journaled:
                self._start()
            else:  # it could not be begun with an earlier change: begin with what is there now
                self._base, self._is_base_unsaved = self._session.now, True
                self._start()
                return
        if self._journal is not None:
            self._journal.append(change)

    def _start(self) -> None:
        from vsdesigner.storage.journal import Journal  # late: the first frame has nothing to keep

        file = self._file
        self._journal = Journal.start(self._base, file.path, state=file.state, unsaved=self._is_base_unsaved)

    def _keep(self, write: Callable[[], None]) -> None:
        """Write; say once when it fails and once when it works again."""
        try:
            write()
        except UserError as error:
            log.info("%s", error)
            if self._file.is_journaled:
                self._file.set_journaled(False)
                self._session.tell(str(error))
            return
        if not self._file.is_journaled:
            self._file.set_journaled(True)
            self._session.tell(tr("Your changes are kept in the journal again."))
