"""What stands in the title of a window."""

from __future__ import annotations

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from vsdesigner.ui.files.document_file import DocumentFile
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import shortened, title_text

NAME_LENGTH = 120
MARK = "• "


def show_title(window: QWidget, file: DocumentFile) -> None:
    """Show the document's name and whether it was changed: a dot, on macOS the one in the close button."""
    name = title_text(shortened(file.name, NAME_LENGTH))
    if file.is_read_only:
        name = tr("{name} (read-only)").format(name=name)
    title = tr("{name} – VS Designer").format(name=name)
    if sys.platform == "darwin":
        window.setWindowTitle(f"{name}[*]")
        window.setWindowModified(file.is_modified)
        window.setWindowFilePath(str(file.path or ""))
        return
    # Qt would put its own star where "[*]" stands; the attribute alone says it to whoever asks.
    window.setAttribute(Qt.WidgetAttribute.WA_WindowModified, file.is_modified)
    window.setWindowTitle((MARK if file.is_modified else "") + title)
