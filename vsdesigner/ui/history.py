"""Undo and redo: the one command that applies a change or takes it back."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from PySide6.QtGui import QUndoCommand

from vsdesigner.document.change import Change
from vsdesigner.document.document import Document
from vsdesigner.ui.guard import guarded

#: The stream that is shown and the ids that are selected in it.
Spot = tuple[str, tuple[str, ...]]
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
        show: Callable[[Spot, Change, object], None],
        before: Spot,
        merge_key: Hashable | None = None,
        outlook: object = None,
    ) -> None:
        """`show` shows what undo or redo did to the document; `outlook` is how one looked at it before."""
        super().__init__(change.label)
        self._document = document
        self._show = show
        self._before = before
        self._outlook = outlook
        self._merge_key = merge_key
        self._applied = True
        #: Whether it is not to be redone: once undone it is as if it had never been.
        self.passing = False
        #: Where one stood once the edit had settled; None until then. Redo leads back there.
        self.after: Spot | None = None
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
        self._show(self.after or self._before, self.change, self._outlook)

    @guarded
    def undo(self) -> None:
        inverse = self.change.inverse()
        self._document.apply(inverse)
        self._applied = False
        self.setObsolete(self.passing)
        self._show(self._before, inverse, self._outlook)

    @guarded(default=-1)
    def id(self) -> int:
        return -1 if self._merge_key is None else _MERGEABLE

    @guarded(default=False)
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, ChangeCommand) or other._merge_key != self._merge_key:
            return False
        self.change = self.change.followed_by(other.change)
        self.after = None
        self.setObsolete(not self.change)
        return True
