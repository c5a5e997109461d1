"""Everything behind the Help menu."""

from __future__ import annotations

import platform
from pathlib import Path

from PySide6 import __version__ as qt_version
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from vsdesigner import __version__
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.icons import program_icon
from vsdesigner.ui.plain import PlainMessageBox


class Help:
    """The help of one window. `log_folder` is where the program notes what went wrong, None without one."""

    def __init__(self, window: QWidget, log_folder: Path | None = None) -> None:
        self._window = window
        self._log_folder = log_folder

    @property
    def log_folder(self) -> Path | None:
        """The folder with the log, if it is there."""
        folder = self._log_folder
        return folder if folder is not None and folder.is_dir() else None

    def show_guide(self) -> None:
        """Open the guide beside the window."""
        from vsdesigner.ui.help_texts import guide

        self._show_page(tr("Getting started"), guide())

    def show_shortcuts(self) -> None:
        """Open the page of keys beside the window."""
        from vsdesigner.ui.help_texts import shortcuts

        self._show_page(tr("Keyboard shortcuts"), shortcuts())

    def show_presenting_keys(self) -> None:
        """Open the keys of a presentation beside the window."""
        from vsdesigner.ui.help_texts import presenting_keys

        self._show_page(tr("Keys of presenting"), presenting_keys())

    def show_about(self) -> None:
        """Tell version and make."""
        box = PlainMessageBox(self._window)
        box.setObjectName("about_box")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(tr("About VS Designer"))
        box.setIconPixmap(program_icon().pixmap(64, 64))
        box.setText(tr("VS Designer {version}").format(version=__version__))
        box.setInformativeText(
            tr(
                "Draws, documents and presents ITIL 4 service value streams. It works without a network:"
                " your documents stay where you save them.\n\nMade with Qt {qt} and Python {python}."
            ).format(qt=qt_version, python=platform.python_version())
        )
        box.setStandardButtons(QMessageBox.StandardButton.Close)
        box.open()

    def show_log_folder(self) -> None:
        """Open the folder with the log in the file manager of the system."""
        folder = self.log_folder
        if folder is None or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            box = PlainMessageBox(self._window)
            box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            box.setText(tr("The folder could not be opened. It is here:"))
            box.setInformativeText(str(folder or self._log_folder))
            box.open()

    def _show_page(self, title: str, markdown: str) -> None:
        from vsdesigner.ui.dialogs.page_dialog import PageDialog

        dialog = PageDialog(title, markdown, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.show()
