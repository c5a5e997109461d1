"""The program's own folders."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from vsdesigner.storage.folders import backup_folder, data_folder, log_folder


def test_the_variable_names_the_folder(own_data_folder: Path) -> None:
    assert data_folder() == own_data_folder
    assert log_folder() == own_data_folder / "logs"
    assert backup_folder() == own_data_folder / "backups"
    assert all(folder.is_dir() for folder in (data_folder(), log_folder(), backup_folder()))


@pytest.mark.skipif(sys.platform != "linux", reason="where Linux keeps them")
def test_the_platform_names_it_else(monkeypatch: pytest.MonkeyPatch, own_folders: Path) -> None:
    monkeypatch.delenv("VSDESIGNER_DATA")
    assert data_folder() == own_folders / "data" / "vsdesigner"
    assert log_folder() == own_folders / "state" / "vsdesigner" / "log"
    assert log_folder().is_dir()


@pytest.mark.skipif(os.name == "nt", reason="POSIX modes")
def test_backups_are_private() -> None:
    assert backup_folder().stat().st_mode & 0o077 == 0
