"""A choice between few values, as a combo box that only a deliberate choice changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from vsdesigner.ui.editors import keys
from vsdesigner.ui.editors.text_field import SEVERAL
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import menu_text

_OPENING = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Space, *keys.ENTER})


@dataclass(frozen=True, slots=True)
class Choice:
    """One value with what it is called."""

    value: object
    text: str
    icon: QIcon | None = None


class ChoiceField(QComboBox):
    """Hands in a value when one is chosen from the list.

    Arrow keys open the list and the wheel scrolls the panel: neither changes the document by the way.
    """

    committed = Signal(object)

    def __init__(self, choices: Sequence[Choice] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self._value: object = None
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_choices(choices)
        self.activated.connect(self._on_activated)

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Offer other values; nothing is handed in."""
        shown = [(self.itemText(index), self._values[index]) for index in range(self.count())]
        if shown != [(menu_text(choice.text), choice.value) for choice in choices]:
            self.clear()
            for choice in choices:
                self.addItem(menu_text(choice.text).replace("&&", "&"))
            self._values = [choice.value for choice in choices]
        for index, choice in enumerate(choices):
            self.setItemIcon(index, choice.icon or QIcon())
        self._select()

    def value(self) -> object:
        return self._value

    def set_value(self, value: object, *, several: bool = False) -> None:
        """Show a value; one that is not offered shows as nothing, differing ones as "several"."""
        self._value = None if several else value
        self.setPlaceholderText(tr(SEVERAL) if several else "")
        self._select()

    def is_edited(self) -> bool:
        return False

    def commit(self) -> None:
        """Choices are handed in at once; nothing ever waits."""

    def cancel(self) -> None:
        self.hidePopup()

    def _select(self) -> None:
        # The enum's own equality would take the empty text for "not said" and None for a value.
        found = [index for index, value in enumerate(self._values) if value == self._value]
        self.setCurrentIndex(found[0] if found else -1)

    def _on_activated(self, index: int) -> None:
        value = self._values[index]
        if value != self._value:
            self._value = value
            self.committed.emit(value)

    @guarded(default=False)
    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and keys.is_text_key(event)
        ):
            event.accept()
            return True
        return super().event(event)

    @guarded
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.showPopup()
            event.accept()
        else:
            super().keyPressEvent(event)

    @guarded
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
