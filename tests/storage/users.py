"""Tests as a user who may not do everything, also where the tests run as root."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def nobody() -> Iterator[Path]:
    """A folder of a user who is not root; we are that user while the block lasts."""
    if sys.platform == "win32":
        pytest.skip("POSIX users")
    folder = Path(tempfile.mkdtemp())
    if os.geteuid() != 0:
        yield folder
        shutil.rmtree(folder)
        return
    os.chown(folder, 65534, 65534)
    os.setresuid(65534, 65534, 0)  # type: ignore[attr-defined]  # not on macOS, where nobody tests as root
    try:
        yield folder
    finally:
        os.setresuid(0, 0, 0)  # type: ignore[attr-defined]  # as above
        shutil.rmtree(folder)
