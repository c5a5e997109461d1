"""A picture of a preview in a window of its own, as large as it is, with room to scroll."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import PlainLabel

SHARE = 0.92  # of the screen
AROUND = QSize(60, 120)  # px that frame and button take


class Enlarged(QDialog):
    """Shows the picture at its own size; one that is smaller than the screen gets a smaller window."""

    def __init__(self, parent: QWidget, title: str, image: QImage) -> None:
        super().__init__(parent)
        self.setObjectName("export_enlarged")
        self.setWindowTitle(title or tr("Preview"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        shown = PlainLabel()
        shown.setPixmap(QPixmap.fromImage(image))
        shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.area = QScrollArea()
        self.area.setWidget(shown)
        self.area.setWidgetResizable(True)
        self.area.setAccessibleName(self.windowTitle())
        buttons = QDialogButtonBox()
        close = buttons.addButton(tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setDefault(True)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.area, 1)
        column.addWidget(buttons)
        self.resize((image.size() + AROUND).boundedTo(self.screen().availableSize() * SHARE))
        self.area.setFocus()  # arrow keys scroll at once
