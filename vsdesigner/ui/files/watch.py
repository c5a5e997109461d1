"""Notices that somebody else changed or removed the file of an open document."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from vsdesigner.model.errors import UserError
from vsdesigner.storage.file_state import DiskChange, FileState, changed_on_disk

log = logging.getLogger(__name__)

SETTLE_MS = 200  # programs write in several moves; look when they are done


class FileWatch(QObject):
    """Watches one file and its folder, for the file is another one after each atomic replacement."""

    stirred = Signal()  # something happened to the file or beside it: look

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._watcher: QFileSystemWatcher | None = None
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._on_settled)

    def watch(self, path: Path | None) -> None:
        """Watch this file from now on, or none."""
        self._settle.stop()
        self._path = path
        if self._watcher is not None:
            self._watcher.deleteLater()
            self._watcher = None
        if path is not None:
            self._watcher = QFileSystemWatcher(self)
            self._watcher.fileChanged.connect(lambda _path: self._settle.start())
            self._watcher.directoryChanged.connect(lambda _path: self._settle.start())
            self._add()

    def _add(self) -> None:
        if self._watcher is None or self._path is None:
            return
        watched = {*self._watcher.files(), *self._watcher.directories()}
        for path in (self._path, self._path.parent):
            if str(path) not in watched and path.exists():
                self._watcher.addPath(str(path))

    def _on_settled(self) -> None:
        self._add()
        self.stirred.emit()


def look(path: Path, state: FileState) -> DiskChange:
    """Say what became of the file; one that cannot be read now counts as unchanged (it is asked again)."""
    try:
        return changed_on_disk(path, state)
    except UserError as error:
        log.info("%s", error)
        return DiskChange.SAME
