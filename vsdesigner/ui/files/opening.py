"""Turns a path into a document that may be shown: read, repaired with consent, locked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.home import can_carry
from vsdesigner.model.errors import UserError
from vsdesigner.resource import resource_path
from vsdesigner.storage.documents import DiskChange, FileState, Loaded, changed_on_disk, read
from vsdesigner.storage.leftovers import sweep_leftovers
from vsdesigner.storage.locks import Held, Lock, acquire
from vsdesigner.storage.starting_points import StartingPoint, open_starting_point
from vsdesigner.ui.dialogs.answers import Locked
from vsdesigner.ui.dialogs.dialogs import Dialogs
from vsdesigner.ui.files.locking import holder_text, unavailable_once
from vsdesigner.ui.i18n import tr

EXAMPLE = ("examples", "cloud-service.vstream")


@dataclass(frozen=True, slots=True)
class Opened:
    """A document on its way into a window, with what belongs to it.

    `is_other`: the document is not what its file says; then `origin` is what the file says (None: not
    known). `title` names one without a file; `warning` is a sentence for the user.
    """

    snapshot: Snapshot
    path: Path | None = None
    state: FileState | None = None
    lock: Lock | None = None
    is_read_only: bool = False
    is_other: bool = False
    title: str = ""
    warning: str = ""
    origin: Snapshot | None = None


def open_file(path: Path, dialogs: Dialogs, parent: QWidget | None) -> Opened | None:
    """Read a file and take its lock, asking where there is something to decide; None when cancelled.

    Raises `UserError` when the file cannot be read. Writes nothing but the lock file beside it, and sweeps
    what killed runs of the program left in the folder. A file that only carries a document gives one
    without a file.
    """
    if can_carry(path.name):
        return _carried(path, dialogs, parent)
    loaded = _read_with_consent(path, dialogs, parent)
    if loaded is None:
        return None
    sweep_leftovers(path.parent)
    lock = acquire(path)
    if isinstance(lock, Held):
        return _open_held(path, loaded, lock, dialogs, parent)
    try:
        if loaded.state is not None and changed_on_disk(path, loaded.state) is not DiskChange.SAME:
            loaded = read(path)  # somebody saved between the reading and the lock
    except UserError:
        lock.release()
        raise
    return _opened(path, loaded, lock=lock, warning=unavailable_once(lock))


def reread(path: Path, dialogs: Dialogs, parent: QWidget | None) -> Opened | None:
    """Read a file again that is open and was changed by somebody else; the lock stays who has it."""
    loaded = _read_with_consent(path, dialogs, parent)
    return _opened(path, loaded) if loaded is not None else None


def example() -> Opened:
    """Return the example that ships, as a document without a file; raises `UserError` when it is missing."""
    try:
        path = resource_path(*EXAMPLE)
    except FileNotFoundError as error:
        raise UserError(str(error)) from error
    snapshot = read(path).snapshot
    return Opened(snapshot, title=snapshot.streams[0].name or path.stem)


def started(point: StartingPoint) -> Opened:
    """Return a template or example as a document without a file, with what to adapt as its message.

    Raises `UserError` when it is missing or damaged.
    """
    return Opened(open_starting_point(point), title=point.title, warning=point.notice)


def _carried(path: Path, dialogs: Dialogs, parent: QWidget | None) -> Opened | None:
    from vsdesigner.ui.files.carrying import brought_home  # late: seldom needed

    found = brought_home(path)
    if found.repairs and not dialogs.open_repaired(parent, path.name, list(found.repairs)):
        return None
    text = tr("This is the document that “{name}” carries. Save it to keep your changes.")
    return Opened(found.snapshot, title=path.stem, warning=text.format(name=path.name))


def _read_with_consent(path: Path, dialogs: Dialogs, parent: QWidget | None) -> Loaded | None:
    loaded = read(path)
    if loaded.problems:
        lines = [problem.text for problem in loaded.problems]
        if not dialogs.open_repaired(parent, path.name, lines):
            return None
    return loaded


def _open_held(
    path: Path, loaded: Loaded, held: Held, dialogs: Dialogs, parent: QWidget | None
) -> Opened | None:
    answer = dialogs.locked(parent, path.name, holder_text(held))
    if answer is Locked.CANCEL:
        return None
    if answer is Locked.READ_ONLY:
        return _opened(path, loaded, is_read_only=True)
    if answer is Locked.COPY:
        title = tr("Copy of {name}").format(name=path.stem)
        return Opened(loaded.snapshot, is_other=True, title=title)
    lock = acquire(path, take_over=True)
    return _opened(path, loaded, lock=lock if isinstance(lock, Lock) else None)


def _opened(
    path: Path,
    loaded: Loaded,
    *,
    lock: Lock | None = None,
    is_read_only: bool = False,
    warning: str = "",
) -> Opened:
    return Opened(
        loaded.snapshot,
        path,
        loaded.state,
        lock=lock,
        is_read_only=is_read_only,
        is_other=bool(loaded.problems),
        warning=warning,
        origin=loaded.snapshot,  # a file that was repaired says this too, as far as it says anything
    )
