"""The open document: the one door through which every change passes."""

from __future__ import annotations

import sys
from collections.abc import Callable

from vsdesigner.document.change import Change
from vsdesigner.document.snapshot import Snapshot

Listener = Callable[[Change], None]


class StaleChangeError(RuntimeError):
    """A change was made for another state of the document than the present one; nothing was applied."""


class Document:
    """Holds the present snapshot and tells its listeners, in the order they came, once per change."""

    def __init__(self, snapshot: Snapshot | None = None) -> None:
        self._now = snapshot if snapshot is not None else Snapshot()
        self._listeners: list[Listener] = []

    @property
    def now(self) -> Snapshot:
        """The present state; frozen, so it may be handed to threads."""
        return self._now

    def subscribe(self, listener: Listener) -> Callable[[], None]:
        """Call `listener` after each change; returns the function that ends this."""
        self._listeners.append(listener)

        def unsubscribe() -> None:
            if listener in self._listeners:
                self._listeners.remove(listener)

        return unsubscribe

    def apply(self, change: Change) -> None:
        """Make `change` the case, or raise `StaleChangeError` and leave everything as it was.

        A listener that fails is reported through the exception hook and does not keep the others
        from hearing: the change itself is already a fact.
        """
        if not change:
            return
        self._check(change)
        self._now = self._now.evolve(change.result)
        for listener in tuple(self._listeners):
            try:
                listener(change)
            except Exception:
                sys.excepthook(*sys.exc_info())

    def replace(self, snapshot: Snapshot) -> None:
        """Start over from another state (a document was opened); listeners are not told."""
        self._now = snapshot

    def _check(self, change: Change) -> None:
        now = self._now
        for id in change.added:
            if id in now:
                raise StaleChangeError(f"{id} exists already")
        for id, before in (
            *change.removed.items(),
            *((id, pair[0]) for id, pair in change.updated.items()),
        ):
            present = now.find(id)
            if present is not before and present != before:
                raise StaleChangeError(f"{id} is not what the change expects")
