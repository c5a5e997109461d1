"""What every field editor can do, whatever it looks like."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance


class FieldEditor(Protocol):
    """A widget that shows a value and hands in a new one.

    `set_value` never overwrites what is being typed; `commit` hands it in, `cancel` throws it away.
    """

    @property
    def committed(self) -> SignalInstance: ...

    def set_value(self, value: object, *, several: bool = False) -> None: ...

    def is_edited(self) -> bool: ...

    def commit(self) -> None: ...

    def cancel(self) -> None: ...
