"""Says where the program keeps what is its own: journals, backups, logs."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs

APPLICATION = "vsdesigner"
OVERRIDE = "VSDESIGNER_DATA"


def data_folder() -> Path:
    """Return the program's own folder for journals and backups, made when it is not there.

    The environment variable ``VSDESIGNER_DATA`` names another one. May raise OSError.
    """
    override = os.environ.get(OVERRIDE)
    folder = Path(override) if override else platformdirs.user_data_path(APPLICATION, appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def log_folder() -> Path:
    """Return the folder for log files, made when it is not there; follows ``VSDESIGNER_DATA`` too."""
    override = os.environ.get(OVERRIDE)
    folder = Path(override) / "logs" if override else platformdirs.user_log_path(APPLICATION, appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def backup_folder() -> Path:
    """Return the folder for the previous versions of saved documents, readable by the user only."""
    folder = data_folder() / "backups"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
