"""The command that presents: what it reads, what it refuses, and that it writes nothing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.build import failed, run
from tests.examples.make_cloud_service import PATH as SAMPLE
from tests.sample import sample
from vsdesigner import cli
from vsdesigner.cli import presenting
from vsdesigner.cli.presenting import Presented, set_presenter
from vsdesigner.storage.json_format import encode
from vsdesigner.ui.presentation.show import DARK_FLAG
from vsdesigner.ui.settings import Settings
from vsdesigner.ui.theme import Choice

#: Starts the program as a user does, presses the keys once the window is there, and tells how it ended.
WITH_KEYS = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from vsdesigner.__main__ import main
from vsdesigner.ui import present_alone

opened = present_alone.open_alone

def press(window):
    places = []
    for key in sys.argv[1].split():
        QTest.keyClick(window, getattr(__import__("PySide6.QtCore").QtCore.Qt.Key, "Key_" + key))
        places.append(window.state.stop.kind.name)
    print(*places)

def open_alone(*args, **kwargs):
    window = opened(*args, **kwargs)
    QTimer.singleShot(200, lambda: press(window))
    return window

present_alone.open_alone = open_alone
sys.exit(main(sys.argv[2:]))
"""


@pytest.fixture
def wishes() -> Iterator[list[Presented]]:
    """What was to be presented, instead of a window."""
    found: list[Presented] = []

    def presenter(wish: Presented) -> int:
        found.append(wish)
        return 0

    before = presenting._presenter.copy()
    set_presenter(presenter)
    yield found
    presenting._presenter[:] = before


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "sample.vstream"
    path.write_bytes(encode(sample()))
    return path


def present(*words: str | Path) -> int:
    return cli.main(["present", *map(str, words)])


def in_a_process(keys: str, *words: str | Path, script: str = WITH_KEYS) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script, keys, "present", *map(str, words)],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )


# -- what is presented -----------------------------------------------------------------------------------
def test_the_first_stream_from_its_opening(document: Path, wishes: list[Presented]) -> None:
    assert present(document) == 0
    assert wishes == [Presented(sample(), sample().streams[0].id, "", dark=False, screen=None)]


def test_another_stream_by_name(document: Path, wishes: list[Presented]) -> None:
    assert present(document, "--stream", "another  STREAM", "--dark", "--screen", "2") == 0
    assert wishes[0].stream == sample().streams[1].id
    assert wishes[0][3:] == (True, 2)


@pytest.mark.parametrize("name", ["2", "step of plan, number 2"])
def test_from_a_step_by_number_or_name(name: str, document: Path, wishes: list[Presented]) -> None:
    assert present(document, "--from", name) == 0
    view = sample()
    assert view.number(wishes[0].step) == 2
    assert present(document, "--from", wishes[0].step) == 0
    assert wishes[1] == wishes[0]


@pytest.mark.parametrize("format", ["png", "svg", "pdf", "pptx", "xlsx"])
def test_a_file_that_carries_the_document(format: str, tmp_path: Path, wishes: list[Presented]) -> None:
    path = tmp_path / f"carrier.{format}"
    assert run("export", SAMPLE, "--to", path).returncode == 0
    before = path.read_bytes()
    assert present(path) == 0
    assert [step.name for step in wishes[0].snapshot.steps(wishes[0].stream)]
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == [path.name]


# -- what is refused -------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--stream", "Nothing"], "There is no stream “Nothing” in the document, only “"),
        (["--from", "99"], "There is no step “99” in the stream, only 1 “Step of engage, number 1”, 2 “"),
    ],
)
def test_a_name_that_is_not_there(
    words: list[str],
    reason: str,
    document: Path,
    wishes: list[Presented],
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert present(document, *words) == 1
    error = capsys.readouterr().err
    assert error.startswith(f"vsdesigner: {reason}")
    assert error.count("\n") == 1
    assert wishes == []


def test_a_file_that_is_not_there() -> None:
    done = run("present", "missing.vstream")
    assert done.returncode == 1
    assert done.stderr.startswith("vsdesigner: “missing.vstream” cannot be read")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("name", ["broken.vstream", "broken.png", "broken.xlsx"])
def test_a_file_without_a_document(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(b"nonsense")
    done = run("present", path)
    assert done.returncode == 1
    assert done.stderr.startswith("vsdesigner: ")
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr
    assert path.read_bytes() == b"nonsense"


def test_a_screen_that_is_not_there(document: Path) -> None:
    failed(run("present", document, "--screen", "7"), "There is no screen 7; the last one is 1.")


@pytest.mark.parametrize(
    "words", [[], ["a", "b"], ["a", "--screen", "0"], ["a", "--screen", "x"], ["--fro", "1", "a"]]
)
def test_wrong_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert present(*words) == 2
    assert capsys.readouterr().err.startswith("usage: vsdesigner ")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_without_a_display_one_sentence_says_so(document: Path) -> None:
    done = run("present", document, QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert done.returncode == 1
    assert done.stderr.startswith("vsdesigner: There is no display to open a window on")
    assert done.stderr.count("\n") == 1


# -- a process of its own --------------------------------------------------------------------------------
def test_it_is_walked_with_keys_and_ended_with_escape(document: Path, own_folders: Path) -> None:
    before, stamp = document.read_bytes(), document.stat().st_mtime_ns
    done = in_a_process("Right Right Right Home End E Insert Escape", document)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split()[:5] == ["DEMAND", "STEP", "STEP", "OPENING", "CLOSING"]
    assert (document.read_bytes(), document.stat().st_mtime_ns) == (before, stamp)
    assert [each.name for each in document.parent.iterdir()] == [document.name]  # no lock, no journal
    assert [each for each in own_folders.rglob("*") if each.is_file()] == []  # no settings, no log


def test_a_document_in_a_folder_that_cannot_be_written(document: Path) -> None:
    document.chmod(0o444)
    document.parent.chmod(0o555)
    try:
        done = in_a_process("Right Escape", document, "--from", "3", "--dark")
    finally:
        document.parent.chmod(0o755)
    assert (done.returncode, done.stderr, done.stdout) == (0, "", "STEP STEP\n")


@pytest.mark.parametrize(
    ("theme", "last", "words", "is_dark"),
    [
        ("system", None, (), False),
        ("dark", None, (), True),
        ("system", True, (), True),
        ("dark", False, (), False),
        ("light", None, ("--dark",), True),
    ],
)
def test_it_is_as_dark_as_was_chosen_last(
    theme: Choice, last: bool | None, words: tuple[str, ...], is_dark: bool, document: Path
) -> None:
    settings = Settings()
    settings.theme = theme
    if last is not None:
        settings.set_flag(DARK_FLAG, on=last)
    settings.save()
    before = settings.path.read_bytes(), settings.path.stat().st_mtime_ns
    told = WITH_KEYS.replace("print(*places)", "print(window.state.theme.dark); window.close()")
    done = in_a_process("T T", document, *words, script=told)
    assert (done.returncode, done.stderr, done.stdout) == (0, "", f"{is_dark}\n")
    assert (settings.path.read_bytes(), settings.path.stat().st_mtime_ns) == before


def test_what_it_does_not_know_is_answered_with_how_it_is_used(
    document: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert present(document, "--bogus") == 2
    told = capsys.readouterr().err
    assert "present [-h]" in told
    assert "unrecognized arguments: --bogus" in told
