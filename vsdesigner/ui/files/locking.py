"""Keeps the lock beside an open document alive, and asks what to do when somebody else holds it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from vsdesigner.ui.files.document_file import moment_text
from vsdesigner.ui.i18n import tr

if TYPE_CHECKING:
    from vsdesigner.storage.locks import Held, Lock

REFRESH_MS = 5 * 60 * 1000

_told_folders: set[Path] = set()


class LockKeeper(QObject):
    """Holds the lock of one window's document; `on_lost` is called when somebody else took it."""

    def __init__(self, on_lost: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._on_lost = on_lost
        self._lock: Lock | None = None
        self._timer = QTimer(self, interval=REFRESH_MS)
        self._timer.timeout.connect(self.refresh)

    def hold(self, lock: Lock | None) -> None:
        """Hold this lock from now on and let go of the one before."""
        if lock is not self._lock:
            self.release()
        self._lock = lock
        if lock is not None:
            self._timer.start()

    def refresh(self) -> None:
        """Show others that the document is still open here."""
        if self._lock is not None and not self._lock.refresh():
            self._lock = None
            self._timer.stop()
            self._on_lost()

    def release(self) -> None:
        """Let go of the lock, if there is one."""
        self._timer.stop()
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def holder_text(held: Held) -> str:
    """Return a sentence about who has a document open."""
    since = moment_text(held.since.timestamp())
    if held.by_this_program:
        return tr("It is open in another window of this program since {since}.").format(since=since)
    return tr("{user} has it open on “{host}” since {since}.").format(
        user=held.user, host=held.host, since=since
    )


def unavailable_once(lock: Lock) -> str:
    """Return why there is no lock file in a folder, the first time this is met there; else nothing."""
    if not lock.unavailable_reason or lock.path.parent in _told_folders:
        return ""
    _told_folders.add(lock.path.parent)
    return lock.unavailable_reason
