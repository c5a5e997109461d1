"""Undo and redo: the one command that applies a change or takes it back."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtGui import QUndoCommand

from vsdesigner.document.change import Change
from vsdesigner.document.document import Document
from vsdesigner.ui.guard import guarded

Selection = tuple[str, ...]
_MERGEABLE = 1


class ChangeCommand(QUndoCommand):
    """A change that is applied already when the command is pushed.

    Applying it before means that a change which cannot be applied raises where it was made and never
    comes onto the stack.
    """

    def __init__(
        self,
        document: Document,
        change: Change,
        select: Callable[[Selection, object], None],
        selection_before: Selection,
        merge_key: Hashable | None = None,
        outlook: object = None,
    ) -> None:
        """`select` shows what undo or redo brought back; after undo with the `outlook` of before."""
        super().__init__(change.label)
        self._document = document
        self._select = select
        self._selection_before = selection_before
        self._outlook = outlook
        self._merge_key = merge_key
        self._applied = True
        #: Whether it is not to be redone: once undone it is as if it had never been.
        self.passing = False
        self.change = change

    @property
    def merge_key(self) -> Hashable | None:
        """Edits in a row with the same key are one step."""
        return self._merge_key

    @guarded
    def redo(self) -> None:
        if self._applied:
            return
        self._document.apply(self.change)
        self._applied = True
        self._select(tuple(sorted(id for id in self.change.touched if id in self._document.now)), None)

    @guarded
    def undo(self) -> None:
        self._document.apply(self.change.inverse())
        self._applied = False
        self.setObsolete(self.passing)
        self._select(self._selection_before, self._outlook)

    @guarded(default=-1)
    def id(self) -> int:
        return -1 if self._merge_key is None else _MERGEABLE

    @guarded(default=False)
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ChangeCommand) or other._merge_key != self._merge_key:
            return False
        self.change = self.change.followed_by(other.change)
        self.setObsolete(not self.change)
        return True
