"""The file that an export goes to: typed, or chosen in the system's own dialog."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from vsdesigner.ui.i18n import tr
from vsdesigner.ui.plain import PlainLabel

Browse = Callable[[Path], Path | None]


class TargetField(QWidget):
    """A path that always ends as the format wants; what is odd about it stands below."""

    changed = Signal()

    def __init__(self, browse: Browse, suffixes: tuple[str, ...]) -> None:
        super().__init__()
        self._browse = browse
        self._suffixes = suffixes  # of all formats: one of another format gives way
        self._suffix = ""
        self.field = QLineEdit()
        self.field.setObjectName("export_target")
        self.field.setAccessibleName(tr("File"))
        self.field.textEdited.connect(self._on_edited)
        self.note = PlainLabel(wrap=True)
        self.note.setProperty("role", "field")
        self._button = button = QPushButton(tr("Browse…"))
        button.setObjectName("export_browse")
        button.setAutoDefault(False)
        button.clicked.connect(self._on_browse)
        title = PlainLabel(tr("File"))
        title.setBuddy(self.field)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        grid.addWidget(title, 0, 0)
        grid.addWidget(self.field, 0, 1)
        grid.addWidget(button, 0, 2)
        grid.addWidget(self.note, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab stops at, in the order in which it stands."""
        return self.field, self._button

    def set_format(self, suffix: str) -> None:
        """Let the path end like this from now on."""
        path = self._path()
        self._suffix = suffix
        if path is not None:
            self.set_path(path)

    def set_path(self, path: Path) -> None:
        """Show a path."""
        self.field.setText(str(self._ended(path)))
        self._tell()

    def path(self) -> Path | None:
        """Return the file to write; None when nothing can be written there."""
        path = self._path()
        return path if path is not None and _is_folder(path.parent) and not _is_folder(path) else None

    def _path(self) -> Path | None:
        text = self.field.text().strip().strip('"')
        if not text or "\0" in text:
            return None
        path = Path(text).expanduser()
        if not path.is_absolute():
            path = Path.home() / path
        return self._ended(path) if path.name else None

    def _ended(self, path: Path) -> Path:
        suffix = path.suffix.lower()
        if suffix == self._suffix:
            return path
        name = path.stem if suffix in self._suffixes else path.name
        return path.with_name(name + self._suffix)

    def _on_edited(self) -> None:
        self._tell()
        self.changed.emit()

    def _on_browse(self) -> None:
        suggestion = self._path() or Path.home() / f"{tr('stream')}{self._suffix}"
        chosen = self._browse(suggestion)
        if chosen is not None:
            self.set_path(chosen)
            self.changed.emit()

    def _tell(self) -> None:
        text, role = self._said()
        self.note.setText(text)
        if self.note.property("role") != role:
            self.note.setProperty("role", role)
            self.note.style().polish(self.note)

    def _said(self) -> tuple[str, str]:
        path = self._path()
        if path is None:
            return tr("Name the file to write."), "danger"
        if not _is_folder(path.parent):
            return tr("The folder “{path}” is not there.").format(path=path.parent), "danger"
        if _is_folder(path):
            return tr("This is a folder: name a file in it."), "danger"
        if path.exists():
            return tr("There is a file of that name; it will be replaced."), "field"
        typed = Path(self.field.text().strip()).name
        return (tr("Written as “{name}”.").format(name=path.name) if typed != path.name else ""), "field"


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # no rights, lone surrogates
        return False
