"""Every storage test has its own data folder, and leaves no run behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from vsdesigner.storage import runs


@pytest.fixture(autouse=True)
def own_data_folder(own_folders: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The program's own folder of this test."""
    folder = own_folders / "vsdesigner-data"
    monkeypatch.setenv("VSDESIGNER_DATA", str(folder))
    yield folder
    for run in runs._current.values():
        run.release()
    runs._current.clear()
