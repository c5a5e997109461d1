"""Shows a page of our own help: text with headings, tables and keys, nothing loaded from anywhere."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument, QTextFrameFormat
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from vsdesigner.ui import theme
from vsdesigner.ui.guard import guarded
from vsdesigner.ui.plain import title_text

TEXT_GAP, HEADING_GAP = 8.0, 20.0  # px below a paragraph, above a heading
HEADINGS = {1: "title", 2: "heading"}  # level → role of the type
CELL = 6.0  # px between text and border of a table


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
        self.document().setIndentWidth(24)
        _space_out(self.document())
        self.moveCursor(QTextCursor.MoveOperation.Start)

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


def _space_out(document: QTextDocument) -> None:
    """Give paragraphs air, headings our type and tables quiet lines: Markdown comes without any."""
    block = document.begin()
    while block.isValid():
        cursor = QTextCursor(block)
        shape = block.blockFormat()
        level = shape.headingLevel()
        if level:
            shape.setTopMargin(HEADING_GAP if block.blockNumber() else 0.0)
            letters = QTextCharFormat()
            letters.setFont(theme.font(HEADINGS.get(level, "panel_strong")))
            words = QTextCursor(block)
            words.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            words.mergeCharFormat(letters)
        table = cursor.currentTable()
        shape.setBottomMargin(0.0 if table is not None else TEXT_GAP)
        cursor.setBlockFormat(shape)
        if table is not None:
            frame = table.format()
            frame.setBorder(1)
            frame.setBorderCollapse(True)
            frame.setBorderBrush(theme.current().line)
            frame.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
            frame.setCellPadding(CELL)
            frame.setTopMargin(TEXT_GAP)
            table.setFormat(frame)
        block = block.next()
