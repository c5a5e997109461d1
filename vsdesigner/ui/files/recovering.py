"""Offers the work that crashed runs left behind, and brings back what the user wants."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPixmap

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.storage.file_state import file_state
from vsdesigner.storage.folders import backup_folder
from vsdesigner.storage.leftovers import sweep_leftovers
from vsdesigner.storage.locks import Lock, acquire
from vsdesigner.storage.recovery import Recoverable, discard, find_crashed, keep
from vsdesigner.ui import theme
from vsdesigner.ui.dialogs.answers import Crashed
from vsdesigner.ui.dialogs.crash_offer import PICTURE, CrashOffer
from vsdesigner.ui.files.document_file import moment_text
from vsdesigner.ui.files.flow import FileFlow
from vsdesigner.ui.files.opening import Opened
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.painting.thumbnail import thumbnail
from vsdesigner.ui.program import Program

log = logging.getLogger(__name__)


def offer_recovery(program: Program, near: FileFlow) -> None:
    """Ask about everything that can be recovered and do what is answered; silent when there is nothing."""
    unreadable: list[str] = []
    try:
        sweep_leftovers(backup_folder())
        found = find_crashed(unreadable.append)
    except OSError as error:
        log.warning("what an earlier run left behind cannot be read: %s", error)
        return
    for sentence in unreadable:
        program.dialogs.error(near.window, tr("Some unsaved work could not be read."), sentence)
    if found:
        _ask(program, near, found)


def _ask(program: Program, near: FileFlow, found: Sequence[Recoverable]) -> None:
    ratio = near.window.devicePixelRatioF()
    answers = program.dialogs.crashed(near.window, [offer_of(entry, ratio) for entry in found])
    later: list[Recoverable] = []
    for entry, answer in zip(found, answers, strict=True):
        if answer is Crashed.DISCARD:
            discard(entry)
        elif answer is Crashed.LATER or not _recover(program, near, entry):
            later.append(entry)
    keep(later)


def _recover(program: Program, near: FileFlow, entry: Recoverable) -> bool:
    """Show the recovered document; True when its journal is not needed any more."""
    flow = program.place(opened_of(entry), near)
    if not flow.file.is_journaled:
        return False
    discard(entry)
    return True


def opened_of(entry: Recoverable) -> Opened:
    """Return a recovered document on its way into a window.

    It goes back to its file only where that is what it was and nobody else has it open; else it has none,
    and saving asks where to.
    """
    warning = tr("The very last change was only half written and is not included.") if entry.cut else ""
    if entry.path is not None and entry.base_matches:
        lock = acquire(entry.path)
        if isinstance(lock, Lock):
            try:
                state = file_state(entry.path)
                return Opened(
                    entry.recovered,
                    entry.path,
                    state,
                    lock=lock,
                    is_other=True,
                    warning=warning,
                    origin=entry.base,
                )
            except UserError as error:
                log.info("%s", error)
                lock.release()
    stem = entry.path.stem if entry.path is not None else entry.name
    title = tr("Recovered {name}").format(name=stem) if stem else tr("Recovered document")
    return Opened(entry.recovered, is_other=True, title=title, warning=warning)


def offer_of(entry: Recoverable, ratio: float = 1.0) -> CrashOffer:
    """Return what the dialog shows of it; `ratio` is device px per px."""
    return CrashOffer(
        name=entry.name or tr("Untitled"),
        when=moment_text(entry.last_change_at.timestamp()),
        changes=entry.change_count,
        place=str(entry.path.parent) if entry.path is not None else tr("Never saved to a file"),
        warning=_warning(entry),
        before=_picture(entry.base, ratio),
        after=_picture(entry.recovered, ratio),
    )


def _warning(entry: Recoverable) -> str:
    if entry.path is not None and not entry.base_matches:
        return tr("Its file is gone or was changed since: it is recovered as a document of its own.")
    return ""


def _picture(snapshot: Snapshot, ratio: float) -> QPixmap:
    size = QSize(round(PICTURE.width() * ratio), round(PICTURE.height() * ratio))
    made = thumbnail(snapshot, snapshot.streams[0].id, size, theme.current())
    made.setDevicePixelRatio(ratio)
    return made
