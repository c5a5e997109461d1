"""Shows a page of our own help: text with headings, tables and keys, nothing loaded from anywhere."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from vsdesigner.ui import theme
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.plain import title_text


class PageBrowser(QTextBrowser):
    """A reader that loads no pictures, follows no links and asks for no files."""

    def __init__(self, markdown: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help_page")
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDefaultFont(theme.font("panel"))
        self.document().setDocumentMargin(16)
        feature = QTextDocument.MarkdownFeature
        self.document().setMarkdown(markdown, feature.MarkdownDialectGitHub | feature.MarkdownNoHTML)

    @guarded
    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Load nothing: Qt would read local files and network shares that a text names."""
        return None


class PageDialog(QDialog):
    """A page in a window of its own that stays beside the work."""

    def __init__(self, title: str, markdown: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_dialog")
        self.setWindowTitle(title_text(title))
        self.page = PageBrowser(markdown, self)
        self.page.setAccessibleName(title)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 12)
        column.addWidget(self.page)
        column.addWidget(buttons)
        self.resize(680, 720)
