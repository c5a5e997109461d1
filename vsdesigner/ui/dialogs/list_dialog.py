"""A dialog that says something and shows a list of lines below it, to read and to copy."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import PlainLabel, menu_text, shortened, title_text

LONGEST = 2_000


class ListDialog(QDialog):
    """Headline, explanation, lines; Copy beside the buttons. Without `accept` there is only one way out."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        title: str,
        headline: str,
        text: str,
        lines: Sequence[str],
        reject: str,
        accept: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName("list_dialog")
        self.setWindowTitle(title_text(title))
        self._words = (headline, text, *lines)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(12)
        top = PlainLabel(shortened(headline, LONGEST), wrap=True)
        top.setProperty("role", "heading")
        column.addWidget(top)
        if text:
            column.addWidget(PlainLabel(shortened(text, LONGEST), wrap=True))
        if lines:
            column.addWidget(self._list(lines), 1)
        column.addWidget(self._buttons(accept, reject))
        self._answer.setFocus()  # the list would have it otherwise
        self.setMinimumWidth(460)
        self.resize(520, 420 if lines else self.sizeHint().height())

    def _list(self, lines: Sequence[str]) -> QPlainTextEdit:
        shown = QPlainTextEdit("\n".join(f"• {line}" for line in lines))
        shown.setObjectName("details")
        shown.setReadOnly(True)
        shown.setAccessibleName(tr("Details"))
        return shown

    def _buttons(self, accept: str, reject: str) -> QDialogButtonBox:
        buttons = QDialogButtonBox()
        self.copy_button = QPushButton(tr("Copy details"))
        self.copy_button.clicked.connect(self.copy_details)
        buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        leave = buttons.addButton(menu_text(reject), QDialogButtonBox.ButtonRole.RejectRole)
        if accept:
            go_on = buttons.addButton(menu_text(accept), QDialogButtonBox.ButtonRole.AcceptRole)
        answer = go_on if accept else leave
        answer.setDefault(True)
        self._answer = answer
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def copy_details(self) -> None:
        """Put everything that is said on the clipboard."""
        QGuiApplication.clipboard().setText("\n".join(self._words))
        self.copy_button.setText(tr("Copied"))

    def ask(self) -> bool:
        """Show the dialog, wait, and say whether it was accepted."""
        answer = self.exec() == QDialog.DialogCode.Accepted
        self.deleteLater()
        return answer
