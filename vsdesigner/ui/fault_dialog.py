"""The dialog that tells about an unexpected failure."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vsdesigner.ui.faults import Fault
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import PlainLabel, shortened

MOST_AT_ONCE = 3

_open: list[FaultDialog] = []


def show_fault(fault: Fault) -> FaultDialog | None:
    """Show ``fault`` without blocking; None when several such dialogs are open already (the log has it)."""
    if len(_open) >= MOST_AT_ONCE:
        return None
    dialog = FaultDialog(fault, QApplication.activeWindow())
    _open.append(dialog)
    dialog.finished.connect(lambda _result: _open.remove(dialog))
    dialog.show()
    return dialog


class FaultDialog(QDialog):
    """What happened, what is safe, and the details to copy."""

    def __init__(self, fault: Fault, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Something went wrong"))
        self._fault = fault
        headline = PlainLabel(tr("The last action did not work as it should."), wrap=True)
        headline.setProperty("role", "heading")
        safe = PlainLabel(
            tr(
                "Your stream is unharmed: an action that fails halfway changes nothing. You can go on"
                " working; to be safe, save under another name."
            ),
            wrap=True,
        )
        words = PlainLabel(shortened(f"{fault.kind}: {fault.message}", 300), wrap=True)
        words.setProperty("role", "muted")
        details = QPlainTextEdit(fault.details)
        details.setReadOnly(True)
        details.setAccessibleName(tr("Details"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.copy_button = QPushButton(tr("Copy details"))
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.copy_button.setAutoDefault(False)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        buttons.rejected.connect(self.reject)
        self.copy_button.clicked.connect(self.copy_details)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        for part in (headline, safe, words, details, buttons):
            column.addWidget(part)
        self.resize(560, 420)

    def copy_details(self) -> None:
        """Put the details on the clipboard."""
        QGuiApplication.clipboard().setText(self._fault.details)
        self.copy_button.setText(tr("Copied"))
