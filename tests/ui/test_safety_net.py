"""The safety net of the tests themselves: each of its meshes holds what it is there for."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

CASES = """
import logging, threading, time
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QMessageBox, QWidget

keep = []

def test_window(qapp):
    keep.append(QWidget())

def test_timer(qapp):
    keep.append(QTimer())
    keep[-1].start(100_000)

def test_thread():
    threading.Thread(target=time.sleep, args=(60,), name="sleepy", daemon=True).start()

def test_log():
    logging.getLogger("x").warning("unannounced")

@pytest.mark.logs("never said")
def test_silence():
    pass

def test_question(qapp):
    with pytest.raises(AssertionError):
        QMessageBox.question(None, "a", "b")

def test_dialog(qapp):
    with pytest.raises(AssertionError):
        QDialog().exec()

@pytest.mark.logs("said")
def test_good_log():
    logging.getLogger("x").warning("said")

def test_good_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    QTimer(window).start(1_000)

@pytest.mark.long
def test_campaign():
    raise AssertionError
"""

EXPECTED = {
    "test_window": "left behind: window QWidget",
    "test_timer": "left behind: timer of nobody",
    "test_thread": "left behind: thread sleepy",
    "test_log": "logged without announcement: WARNING x: unannounced",
    "test_silence": "announced in vain: never said",
    "test_question": "waited for the user: QMessageBox.question",
    "test_dialog": "waited for the user: QDialog.exec",
}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What pytest says about the cases above under our configuration."""
    file = tmp_path_factory.mktemp("net") / "test_net.py"
    file.write_text(CASES, encoding="utf-8")
    plugins = ["-p", "tests.conftest", "-p", "tests.ui.conftest"]
    configuration = ["-c", str(ROOT / "pyproject.toml"), "-p", "no:cacheprovider", "-n", "0", "-vv"]
    return subprocess.run(
        [sys.executable, "-m", "pytest", *configuration, *plugins, str(file)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    ).stdout


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_what_is_left_behind_is_found(report: str, name: str) -> None:
    section = re.search(rf"ERROR at teardown of {name} _+\n(.*?)\n(?:_|=|-)", report, re.DOTALL)
    assert section is not None, report
    assert section[1].startswith(EXPECTED[name])


def test_what_is_in_order_passes(report: str) -> None:
    for name in ("test_good_log", "test_good_window"):
        assert f"ERROR at teardown of {name}" not in report
        assert re.search(rf"::{name} .*PASSED", report), report


def test_campaigns_wait_to_be_asked(report: str) -> None:
    assert re.search(r"::test_campaign .*SKIPPED", report), report
