"""The command line starts and runs without Qt."""

from __future__ import annotations

import subprocess
import sys

from tests.architecture.source import ROOT


def modules_after(statement: str) -> set[str]:
    """The top-level packages a fresh interpreter has loaded after ``statement``."""
    code = f"{statement}\nimport sys\nprint(*{{name.split('.')[0] for name in sys.modules}})"
    answer = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert answer.returncode == 0, answer.stderr
    return set(answer.stdout.split())


def test_the_command_line_loads_no_qt() -> None:
    loaded = modules_after("import vsdesigner.cli")
    assert "vsdesigner" in loaded
    assert not loaded & {"PySide6", "shiboken6", "qtpy", "qtawesome"}


def test_the_look_would_see_it() -> None:
    assert {"PySide6", "shiboken6"} <= modules_after("import vsdesigner.ui.i18n")
