"""Which of the two, command line or window, the first word starts."""

from __future__ import annotations

import subprocess
import sys
import types
from pathlib import Path

import pytest

from vsdesigner import __version__
from vsdesigner.__main__ import has_display, main

Started = list[tuple[list[str], bool]]


@pytest.fixture
def started(monkeypatch: pytest.MonkeyPatch) -> Started:
    """What the window was started with, instead of a window."""
    calls: Started = []

    def run(paths: list[str], *, example: bool = False) -> int:
        calls.append((paths, example))
        return 7

    module = types.ModuleType("vsdesigner.ui.app")
    module.run = run  # type: ignore[attr-defined]  # stands for the window
    monkeypatch.setitem(sys.modules, "vsdesigner.ui.app", module)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return calls


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], ([], False)),
        (["--example"], ([], True)),
        (["a.vstream", "folder/b"], (["a.vstream", "folder/b"], False)),
        (["--", "-odd.vstream"], (["-odd.vstream"], False)),
        (["./check"], (["./check"], False)),
    ],
)
def test_the_window(words: list[str], expected: tuple[list[str], bool], started: Started) -> None:
    assert main(words) == 7
    assert started == [expected]


def test_a_command_does_not_open_the_window(started: Started, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "missing.vstream"]) == 1
    assert capsys.readouterr().err.startswith("vsdesigner: “missing.vstream”")
    assert started == []


def test_the_arguments_of_the_process_are_the_default(
    started: Started, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["vsdesigner", "x.json"])
    assert main() == 7
    assert started == [(["x.json"], False)]


def test_help_shows_both_uses(started: Started, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert "vsdesigner [--example] [FILE ...]" in out
    assert "vsdesigner COMMAND ..." in out
    for command in ("new", "export", "check", "schema"):
        assert f"\n  {command} " in out
    assert started == []


def test_version(started: Started, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"VS Designer {__version__}\n"


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (["chekc"], "vsdesigner: “chekc” is neither a command nor a file; see vsdesigner --help.\n"),
        (["--nonsense"], None),
    ],
)
def test_wrong_usage(
    words: list[str], error: str | None, started: Started, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(words) == 2
    found = capsys.readouterr().err
    assert found == error if error else found.startswith("usage: vsdesigner")
    assert started == []


def test_a_file_with_a_bare_name_is_opened(
    started: Started, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "draft").touch()
    monkeypatch.chdir(tmp_path)
    assert main(["draft"]) == 7
    assert started == [(["draft"], False)]


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": "", "WAYLAND_DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_who_has_a_display(platform: str, environment: dict[str, str], expected: bool) -> None:
    assert has_display(platform, environment) is expected


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a display")
def test_without_a_display_one_sentence_says_so(
    started: Started, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert main([]) == 1
    error = capsys.readouterr().err
    assert error.startswith("vsdesigner: There is no display to open a window on")
    assert error.count("\n") == 1
    assert started == []


def test_qt_that_cannot_be_loaded_is_said_in_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "vsdesigner.ui.app", None)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    with pytest.raises(ImportError):  # our own module is missing: a fault of ours, not of the installation
        main([])
    _break_qt(monkeypatch)
    assert main([]) == 1
    error = capsys.readouterr().err
    assert error.startswith("vsdesigner: The window cannot be opened because Qt is not complete: libEGL")
    assert error.count("\n") == 1


def _break_qt(monkeypatch: pytest.MonkeyPatch) -> None:
    class NoQt(types.ModuleType):
        def __getattr__(self, name: str) -> object:
            raise ImportError("libEGL.so.1: cannot open shared object file")

    monkeypatch.setitem(sys.modules, "vsdesigner.ui.app", NoQt("vsdesigner.ui.app"))


def test_the_program_runs_as_a_module() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "vsdesigner", "--version"], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, f"VS Designer {__version__}\n", "")
