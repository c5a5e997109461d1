"""Shows what the session tells; an offer to take a step back goes when it is not the last one any more."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject

from vsdesigner.ui.correction import Correction
from vsdesigner.ui.notifier import Notifier, Toast
from vsdesigner.ui.session import Session, TakeBack


class Telling(QObject):
    """Messages of a session. An Undo that took back another step would be worse than none."""

    def __init__(self, session: Session, notifier: Notifier) -> None:
        super().__init__(notifier)
        self._notifier = notifier
        self._history = session.history
        self._offers: list[tuple[Toast, TakeBack]] = []
        session.told.connect(self._show)
        session.history.indexChanged.connect(self._look)

    def _show(self, text: str, action: str, do: object) -> None:
        if isinstance(do, Correction):
            do.over.emit()  # the message before is about the same text
        toast = self._notifier.show(text, action or None, do if callable(do) else None)
        if isinstance(do, TakeBack):
            self._offers.append((toast, do))
        elif isinstance(do, Correction):
            do.over.connect(toast.dismiss)

    def _look(self) -> None:
        if not shiboken6.isValid(self._history):
            return  # a history that is taken down says once more that it is empty
        offers, self._offers = self._offers, []
        for toast, do in offers:
            if not shiboken6.isValid(toast):
                continue
            if do.holds:
                self._offers.append((toast, do))
            else:
                toast.dismiss()
