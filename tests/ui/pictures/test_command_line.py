"""Pictures and pages from the command line: without a display, and without loading Qt before one is made."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT
from tests.examples.make_cloud_service import PATH as SAMPLE
from vsdesigner.exchange.carried import carried_text
from vsdesigner.storage import documents
from vsdesigner.storage.json_format import encode

BARE = {name: text for name, text in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
BARE.pop("QT_QPA_PLATFORM", None)


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "vsdesigner", *map(str, words)],
        cwd=ROOT,
        env=BARE,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(("name", "start"), [("out.png", b"\x89PNG"), ("out.pdf", b"%PDF-")])
def test_without_a_display(tmp_path: Path, name: str, start: bytes) -> None:
    target = tmp_path / name
    done = run("export", SAMPLE, "--to", target)
    assert (done.returncode, done.stderr) == (0, "")
    content = target.read_bytes()
    assert content.startswith(start)
    assert carried_text(content, target.suffix) == encode(documents.read(SAMPLE).snapshot).decode()


def test_a_scale_that_is_too_large_is_told(tmp_path: Path) -> None:
    done = run("export", SAMPLE, "--to", tmp_path / "out.png", "--scale", "40")
    assert done.returncode == 2
    assert "0.1 to 8" in done.stderr


def test_knowing_the_formats_loads_no_qt() -> None:
    code = (
        "import sys, vsdesigner.__main__ as start;"
        "start.register_pictures(display=False);"
        "import vsdesigner.cli.run;"
        "print([name for name in sys.modules if 'PySide6' in name or 'shiboken' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
