"""Who carries out a step: our own organization, or a partner by name."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vsdesigner.model.parts import Supplier, SupplierKind
from vsdesigner.ui.editors.choice_field import ChoiceField
from vsdesigner.ui.editors.text_field import TextField
from vsdesigner.ui.editors.words import choices
from vsdesigner.ui.i18n import tr


class SupplierField(QWidget):
    """Hands in a `Supplier`; the name is asked for when it is a partner."""

    committed = Signal(object)
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = Supplier()
        self.kind = ChoiceField(choices(SupplierKind), self)
        self.kind.setObjectName("kind")
        self.kind.setAccessibleName(tr("Carried out by"))
        self.name = TextField(self)
        self.name.setObjectName("name")
        self.name.setAccessibleName(tr("Name of the partner"))
        self.name.set_hint(tr("Name of the partner"))
        self.kind.committed.connect(self._on_kind)
        self.name.committed.connect(self._on_name)
        self.name.told.connect(self.told)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.kind)
        layout.addWidget(self.name)

    def first_field(self) -> QWidget:
        """Return where the keyboard starts."""
        return self.kind

    def value(self) -> Supplier:
        return self._value

    def set_value(self, value: object, *, several: bool = False) -> None:
        self._value = value if isinstance(value, Supplier) and not several else Supplier()
        self.kind.set_value(self._value.kind, several=several)
        self.name.set_value(self._value.name, several=several)
        self.name.setVisible(not several and self._value.kind is SupplierKind.PARTNER)

    def is_edited(self) -> bool:
        return self.name.is_edited()

    def commit(self) -> None:
        self.name.commit()

    def cancel(self) -> None:
        self.name.cancel()

    def _on_kind(self, kind: SupplierKind) -> None:
        self._hand_in(self._value.model_copy(update={"kind": kind}))
        if kind is SupplierKind.PARTNER and not self._value.name:
            self.name.setFocus()

    def _on_name(self, name: str) -> None:
        self._hand_in(self._value.model_copy(update={"name": name, "kind": SupplierKind.PARTNER}))

    def _hand_in(self, supplier: Supplier) -> None:
        self.set_value(supplier)
        self.committed.emit(supplier)
