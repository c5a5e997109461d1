"""What an action is, as a value: texts, keys, icon, what it does and when it can."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtGui import QAction, QKeySequence

from vsdesigner.ui.actions import rules
from vsdesigner.ui.actions.desk import Desk

Key = str | QKeySequence.StandardKey


class Scope(Enum):
    """Where the keys of an action work."""

    WINDOW = "window"
    STREAM = "stream"  # only where the stream is drawn or listed: lists elsewhere need the same keys


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """One action. Texts are English sources: they are translated when the action is made.

    `tip` is the sentence in the status bar; `keys` are alternatives, the first one is shown; `can` says
    whether it is possible now; `checked`, when given, makes it a switch that shows this state.
    """

    id: str
    text: str
    tip: str
    do: Callable[[Desk], None]
    keys: tuple[Key, ...] = ()
    icon: str = ""
    can: Callable[[Desk], bool] = rules.always
    checked: Callable[[Desk], bool] | None = None
    scope: Scope = Scope.WINDOW
    role: QAction.MenuRole = QAction.MenuRole.NoRole

    @property
    def group(self) -> str:
        """The menu it belongs to: the part of the id before the dot."""
        return self.id.partition(".")[0]


def sequences(spec: ActionSpec) -> list[QKeySequence]:
    """Return the keys of an action on this platform, each once."""
    found: dict[str, QKeySequence] = {}
    for key in spec.keys:
        listed = [QKeySequence(key)] if isinstance(key, str) else QKeySequence.keyBindings(key)
        for sequence in listed:
            found.setdefault(sequence.toString(QKeySequence.SequenceFormat.PortableText), sequence)
    return list(found.values())
