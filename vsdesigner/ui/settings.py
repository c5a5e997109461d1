"""What the program remembers between two runs, typed; a damaged or hostile file only costs the memory."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import cast, get_args

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

from vsdesigner.ui.theme import Choice

log = logging.getLogger(__name__)

RECENT_FILES = 12
LONGEST_PATH = 4_096
LONGEST_STATE = 1_000_000  # bytes; window states have some hundred


class Settings:
    """Typed access to the settings file; every reader answers something sensible whatever the file says."""

    def __init__(self, path: Path | None = None) -> None:
        """Use the file at ``path``, by default ``settings.ini`` in the user's configuration folder."""
        self.path = path or Path(platformdirs.user_config_dir("vsdesigner", appauthor=False)) / "settings.ini"
        self._file = QSettings(str(self.path), QSettings.Format.IniFormat)
        self._file.setFallbacksEnabled(False)

    def save(self) -> None:
        """Write what has changed; a folder that cannot be written is said in the log, once a run."""
        self._file.sync()
        if self._file.status() != QSettings.Status.NoError:
            log.info("The settings could not be written to %s", self.path)

    @property
    def theme(self) -> Choice:
        """The theme the user chose."""
        value = self._text("look/theme")
        return cast(Choice, value) if value in get_args(Choice) else "system"

    @theme.setter
    def theme(self, choice: Choice) -> None:
        self._file.setValue("look/theme", choice)

    @property
    def last_folder(self) -> Path | None:
        """The folder of the last file dialog, if it still is one."""
        path = _path(self._text("files/folder"))
        return path if path is not None and _exists(path, folder=True) else None

    @last_folder.setter
    def last_folder(self, folder: Path) -> None:
        self._file.setValue("files/folder", str(folder))

    @property
    def recent_files(self) -> list[Path]:
        """The files opened last, newest first; whether they still exist is not looked at (see below)."""
        stored = self._value("files/recent")
        texts = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
        paths = (_path(text) for text in texts if isinstance(text, str))
        return list(dict.fromkeys(path for path in paths if path is not None))[:RECENT_FILES]

    def existing_recent_files(self) -> list[Path]:
        """Those recent files that are there now. Asks the disk: call it when the list is shown."""
        return [path for path in self.recent_files if _exists(path, folder=False)]

    def remember_file(self, path: Path) -> None:
        """Put ``path`` first in the list of recent files."""
        rest = [other for other in self.recent_files if other != path]
        self._file.setValue("files/recent", [str(one) for one in (path, *rest)][:RECENT_FILES])

    def forget_file(self, path: Path) -> None:
        """Take ``path`` out of the list of recent files."""
        self._file.setValue("files/recent", [str(one) for one in self.recent_files if one != path])

    def clear_recent_files(self) -> None:
        """Forget all recent files."""
        self._file.remove("files/recent")

    def state(self, name: str) -> QByteArray:
        """The stored geometry or state of a window, splitter or header; empty when there is none."""
        value = self._value(f"state/{name}")
        if isinstance(value, QByteArray) and value.size() <= LONGEST_STATE:
            return value
        return QByteArray()

    def set_state(self, name: str, state: QByteArray) -> None:
        """Remember what ``saveGeometry`` or ``saveState`` gave."""
        self._file.setValue(f"state/{name}", state)

    def is_section_open(self, record_type: str, section: str, *, default: bool = True) -> bool:
        """Whether a section of the inspector is open for records of this type."""
        return self.flag(f"sections/{record_type}/{section}", default=default)

    def set_section_open(self, record_type: str, section: str, *, is_open: bool) -> None:
        """Remember a section of the inspector as open or closed."""
        self.set_flag(f"sections/{record_type}/{section}", on=is_open)

    def flag(self, key: str, *, default: bool) -> bool:
        """A stored yes or no."""
        return {"true": True, "false": False}.get(self._text(key), default)

    def set_flag(self, key: str, *, on: bool) -> None:
        """Store a yes or no."""
        self._file.setValue(key, "true" if on else "false")

    def number(self, key: str, default: int, *, least: int, most: int) -> int:
        """A stored whole number; what lies outside the bounds counts as damaged."""
        try:
            value = int(self._text(key))
        except ValueError:
            return default
        return value if least <= value <= most else default

    def set_number(self, key: str, value: int) -> None:
        """Store a whole number."""
        self._file.setValue(key, str(value))

    def text(self, key: str, default: str = "") -> str:
        """A stored text of at most 4,096 characters."""
        value = self._text(key)
        return value if value and len(value) <= LONGEST_PATH else default

    def set_text(self, key: str, value: str) -> None:
        """Store a text."""
        self._file.setValue(key, value)

    def texts(self, key: str) -> list[str]:
        """A stored list of texts."""
        stored = self._value(key)
        found = [stored] if isinstance(stored, str) else stored if isinstance(stored, list) else []
        return [text for text in found if isinstance(text, str)]

    def set_texts(self, key: str, values: list[str]) -> None:
        """Store a list of texts."""
        self._file.setValue(key, values)

    def _value(self, key: str) -> object:
        try:
            return self._file.value(key)
        except Exception as error:  # whatever the file holds, Qt's own converters included
            log.info("The setting %s cannot be read: %s", key, error)
            return None

    def _text(self, key: str) -> str:
        value = self._value(key)
        return value if isinstance(value, str) else ""


def _path(text: str) -> Path | None:
    if not text or len(text) > LONGEST_PATH or "\0" in text:
        return None
    path = Path(text)
    return path if path.is_absolute() else None


def _exists(path: Path, *, folder: bool) -> bool:
    try:
        return path.is_dir() if folder else path.is_file()
    except (OSError, ValueError):  # no rights, a drive that is gone, lone surrogates
        return False
