"""Reads a workbook in a thread, shows what it changes, and takes over what was ticked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vsdesigner.document.merging import become
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.excel.reading import Origin, WorkbookImport, read_workbook
from vsdesigner.exchange.excel.reading.package import MOST_FILE, refusal
from vsdesigner.language import say
from vsdesigner.model.errors import UserError
from vsdesigner.storage.file_state import read_with_state
from vsdesigner.storage.json_format import decode
from vsdesigner.ui import tasks
from vsdesigner.ui.files.opening import Opened
from vsdesigner.ui.guard import report
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.importing.review_dialog import ReviewDialog
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.program import Program
from vsdesigner.ui.session import Session

if TYPE_CHECKING:
    from vsdesigner.ui.files.flow import FileFlow

SUFFIXES = (".xlsx", ".xlsm")
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Home:
    """Where a workbook comes home to: a window with its document."""

    window: QWidget
    session: Session
    program: Program
    flow: FileFlow


class Importing(QObject):
    """One workbook on its way in."""

    def __init__(self, home: Home, path: Path, *, joins: bool = True) -> None:
        """`joins`: the streams of a foreign workbook come to the open document, else they make another."""
        super().__init__(home.window)
        self._home = home
        self._joins = joins
        self._path = path
        self._name = shortened(path.name, LONGEST_NAME)
        self.dialog: ReviewDialog | None = None

    def start(self) -> None:
        """Read the workbook in the background; what follows comes by itself."""
        self._home.session.committing.emit()
        ours = None if self._home.flow.file.is_pristine else self._home.session.now
        path, joins = self._path, self._joins
        tasks.run(
            lambda progress, is_cancelled: _read(path, ours, joins, progress, is_cancelled),
            self._on_read,
            self._on_error,
            label=tr("Reading “{name}” …").format(name=self._name),
        )

    # -- answers of the thread --------------------------------------------------------------------------
    def _on_read(self, found: WorkbookImport) -> None:
        ours = self._home.session.now
        is_elsewhere = not any(stream.id in ours for stream in found.base.streams)
        comes_alone = is_elsewhere if found.origin is Origin.OWN else not self._joins
        if self._home.flow.file.is_pristine or comes_alone:
            self._open(found)
            return
        self._review(found, self._home)

    def _open(self, found: WorkbookImport) -> None:
        """Show the document of the workbook in a window of its own, then what was changed in it."""
        first = found.base if found.origin is Origin.OWN else found.theirs
        flow = self._home.program.place(Opened(first, is_other=True, title=self._path.stem), self._home.flow)
        if found.origin is Origin.OWN and (found.has_changes() or found.problems):
            self._review(found, Home(flow.window, flow.session, self._home.program, flow))
            return
        flow.session.tell(tr("“{name}” was opened as a new document.").format(name=self._name))
        self._tell_problems(flow.window, found)

    def _review(self, found: WorkbookImport, home: Home) -> None:
        if not found.has_changes() and not found.problems:
            words = tr("“{name}” says nothing that the document does not say already.")
            home.session.tell(words.format(name=self._name))
            return
        self.dialog = ReviewDialog(
            home.window,
            found.base,
            home.session.now,
            found.theirs,
            tr("Import “{name}”").format(name=self._name),
            problems=[problem.text for problem in found.problems],
        )
        made = found.streams
        self.dialog.agreed.connect(lambda outcome, count: self._apply(home, outcome, count, made))
        self.dialog.open()

    def _apply(self, home: Home, outcome: Snapshot, count: int, made: Sequence[str]) -> None:
        session = home.session
        with session.edit(tr("Import “{name}”").format(name=self._name)) as draft:
            become(draft, outcome)
        for stream in made:
            if stream in session.now:
                session.show_stream(stream)
                break
        if not count:
            words = tr("Nothing of “{name}” was taken over; the document is as it was.")
            session.tell(words.format(name=self._name))
            return
        session.tell_with_undo(
            tr("“{name}” is imported: {changes} taken over.").format(
                name=self._name, changes=tr_count("1 change", "{count} changes", count)
            )
        )

    def _tell_problems(self, window: QWidget, found: WorkbookImport) -> None:
        if found.problems:
            headline = tr_count(
                "One thing in the workbook could not be taken over.",
                "{count} things in the workbook could not be taken over.",
                len(found.problems),
            )
            text = tr("Everything else was. The workbook itself stays as it is.")
            lines = [problem.text for problem in found.problems]
            self._home.program.dialogs.error(window, headline, text, lines)

    def _on_error(self, error: Exception) -> None:
        if isinstance(error, UserError):
            headline = tr("“{name}” was not imported.").format(name=self._name)
            self._home.program.dialogs.error(self._home.window, headline, str(error), error.details)
        else:
            report(error)


def _read(
    path: Path,
    ours: Snapshot | None,
    joins: bool,
    progress: tasks.Progress,
    is_cancelled: tasks.IsCancelled,
) -> WorkbookImport:
    content, _ = read_with_state(path, MOST_FILE)
    if content is None:
        raise refusal(say("it is larger than {most} MB.").format(most=MOST_FILE // (1024 * 1024)))
    return read_workbook(
        content,
        lambda text: decode(text.encode("utf-8", "surrogatepass"), path.name).snapshot,
        ours=ours,
        name=path.stem,
        joins=joins,
        progress=progress,
        cancelled=is_cancelled,
    )
