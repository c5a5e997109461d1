"""What happens when somebody else changes the file of an open document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.storage.file_state import DiskChange, FileState
from vsdesigner.ui.dialogs.answers import OnDisk
from vsdesigner.ui.dialogs.dialogs import Dialogs
from vsdesigner.ui.files.document_file import DocumentFile
from vsdesigner.ui.files.watch import FileWatch, look
from vsdesigner.ui.i18n import tr, tr_count
from vsdesigner.ui.plain import shortened
from vsdesigner.ui.session import Session

if TYPE_CHECKING:
    from vsdesigner.ui.files.opening import Opened


LONGEST = 120  # characters of what is told of a change


@dataclass(frozen=True, slots=True)
class Ways:
    """What can be done about it, by whoever owns the document."""

    save: Callable[[], bool]
    save_as: Callable[[], bool]
    keep: Callable[[], None]  # what is shown, in the journal: no file has it any more
    show: Callable[[Opened], None]  # the file as it is now, in the place of what was shown


class DiskChanges(QObject):
    """Looks when the file stirs, when the user comes back, and before each save."""

    def __init__(
        self, window: QWidget, session: Session, file: DocumentFile, dialogs: Dialogs, ways: Ways
    ) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._file = file
        self._dialogs = dialogs
        self._ways = ways
        self._is_busy = False
        self._told_gone = False
        self._put_off: FileState | None = None  # a version of the file that waits until it is saved
        self._watch = FileWatch(self)
        self._watch.stirred.connect(self.check)

    def follow_file(self) -> None:
        """The document has another file now, or a new state of it."""
        self._told_gone = False
        self._put_off = None
        self._watch.watch(self._file.path)

    def stop(self) -> None:
        """Watch nothing any more."""
        self._watch.watch(None)

    def check(self) -> None:
        """Look whether somebody else changed the file, and act on it."""
        if self._is_busy:
            return
        self._is_busy = True
        try:
            self._act_on(self._look())
        finally:
            self._is_busy = False

    def settle_before_saving(self) -> bool | None:
        """Ask when the file was changed meanwhile. None: go on and save. Else it was done in another way,
        and the answer says whether the document is in a file now."""
        if self._look() is not DiskChange.CHANGED:
            return None
        self._is_busy = True  # the window becomes active again when the question closes
        try:
            answer = self._dialogs.changed_on_disk(self._window, self._file.name)
            if answer is OnDisk.TOGETHER:
                return None if self._put_together() else False
            return None if answer is OnDisk.KEEP_MINE else self._follow(answer)
        finally:
            self._is_busy = False

    def _look(self) -> DiskChange:
        if self._file.path is None or self._file.state is None:
            return DiskChange.SAME
        return look(self._file.path, self._file.state)

    def _act_on(self, change: DiskChange) -> None:
        if change is DiskChange.DELETED:
            self._on_gone()
        elif change is DiskChange.CHANGED and not self._file.is_modified:
            self._reload()
        elif change is DiskChange.CHANGED and self._window.isActiveWindow() and not self._is_put_off():
            # While the user is elsewhere nothing is asked; coming back asks.
            self._follow(self._dialogs.changed_on_disk(self._window, self._file.name))

    def _is_put_off(self) -> bool:
        """Whether this version was asked about already; saving asks again."""
        path, state = self._file.path, self._put_off
        return path is not None and state is not None and look(path, state) is DiskChange.SAME

    def _on_gone(self) -> None:
        if self._told_gone:
            return
        self._told_gone = True
        self._file.mark_unsaved()
        self._ways.keep()
        self._session.tell(
            tr("“{name}” was moved or deleted. Save to write it again.").format(name=self._file.name),
            tr("Save"),
            self._ways.save,
        )

    def _follow(self, answer: OnDisk) -> bool:
        """Do what was answered; True when the document is in a file afterwards."""
        if answer is OnDisk.TAKE_THEIRS:
            return self._reload()
        if answer is OnDisk.SAVE_COPY:
            return self._ways.save_as()
        if answer is OnDisk.TOGETHER:
            self._put_together()
        else:
            self._file.accept_disk()
        return False

    def _reload(self) -> bool:
        opened = self._read()
        if opened is None:
            return False
        before = self._session.now
        self._ways.show(opened)
        text = tr("“{name}” was changed by somebody else and has been read again. {changes}")
        said = text.format(name=self._file.name, changes=_changes_text(before, self._session.now))
        if self._session.now == before:
            self._session.tell(said)
        else:
            self._session.tell_with_undo(said)
        return True

    def _read(self) -> Opened | None:
        """The file as it is now; None when it cannot be read, or not without a repair that is not wanted."""
        if self._file.path is None:
            return None
        from vsdesigner.ui.files.opening import reread  # late: the first frame reads no file

        opened = None
        try:
            opened = reread(self._file.path, self._dialogs, self._window)
        except UserError as error:
            self._keep_ours()
            headline = tr("The changed file could not be read; you still see what you had.")
            self._dialogs.error(self._window, headline, str(error), error.details)
            return None
        if opened is None:
            self._keep_ours()
        return opened

    def _put_together(self) -> bool:
        """Take in what the other version brought, as one step; where it contradicts, what is chosen.

        False when that was cancelled: the question comes again before saving.
        """
        opened = self._read()
        if opened is None:
            return False
        from vsdesigner.document.merging import become, merge  # late: seldom needed

        versions = self._file.origin or Snapshot(), self._session.now, opened.snapshot
        outcome = merge(*versions)
        together: Snapshot | None = outcome.snapshot
        if outcome.conflicts:
            together = self._dialogs.review_versions(self._window, self._file.name, versions)
        if together is None:
            self._put_off = opened.state
            return False
        with self._session.edit(tr("Put both versions together")) as draft:
            become(draft, together)
        self._file.accept_version(opened.snapshot, opened.state)
        if outcome.conflicts:
            return True  # what was taken has just been seen
        self._session.tell(
            tr("Both versions of “{name}” are together: {changes} taken from the other.").format(
                name=self._file.name, changes=tr_count("1 change", "{count} changes", len(outcome.taken))
            ),
            tr("Undo"),
            self._session.undo,
        )
        return True

    def _keep_ours(self) -> None:
        self._file.accept_disk()
        self._file.mark_unsaved()
        self._ways.keep()


def _changes_text(before: Snapshot, after: Snapshot) -> str:
    """What differs, in a few words: the first difference, and how many more there are."""
    from vsdesigner.document.merging import differences  # late: seldom needed

    found = differences(before, after)
    if not found:
        return tr("Nothing in it says anything else.")
    first = shortened(found[0].text, LONGEST)
    if len(found) == 1:
        return first
    return f"{first} {tr_count('1 more change.', '{count} more changes.', len(found) - 1)}"
