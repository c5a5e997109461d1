"""The program as a process: what its first window shows, and that it ends cleanly from there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
DRIVER = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from vsdesigner.ui import app

def look():
    for window in QApplication.topLevelWidgets():
        if window.objectName() == "main_window":
            page = window.findChild(object, "welcome_page")
            tiles = [*page.templates.tiles, *page.examples.tiles] if page else []
            if any(not tile.has_right_picture() for tile in tiles):
                QTimer.singleShot(50, look)
                return
            print("page" if page and page.isVisible() else "canvas", len(tiles), flush=True)
            window.close()

application = app.make_application()
QTimer.singleShot(200, look)
sys.exit(app.run(sys.argv[2:], example=sys.argv[1] == "example"))
"""


@pytest.mark.parametrize(("word", "shown"), [("-", "page"), ("example", "canvas")])
def test_the_first_window(word: str, shown: str) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", DRIVER, word],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    assert done.returncode == 0, done.stderr
    what, tiles = done.stdout.split()
    assert what == shown and (int(tiles) > 8) == (shown == "page")
    assert "Traceback" not in done.stderr
