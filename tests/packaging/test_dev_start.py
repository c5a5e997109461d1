"""What `packaging/dev.py` says and starts, asked for real where that is quick."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from devtools.checkout import SetupError
from devtools.command_line import (
    environment_without_display,
    module_with_arguments,
    platforms_to_show,
)

from tests.packaging.fake_checkout import ROOT

DEV = ROOT / "packaging" / "dev.py"


def dev(*arguments: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(DEV), *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60)


@pytest.mark.skipif(sys.platform != "linux", reason="only there can a session be without a display")
def test_run_without_a_display_says_so_in_one_sentence() -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    done = dev("run", "some.vstream", environment=environment)
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "no display" in done.stderr
    assert "DISPLAY" in done.stderr


def test_an_old_python_is_told_in_one_sentence() -> None:
    pretend = (
        f"import runpy, sys; sys.version_info = (3, 9, 2); runpy.run_path({str(DEV)!r}, run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", pretend], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "needs Python 3.11 or newer and this is Python 3.9" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [(), ("fly",), ("gallery",), ("gallery", "one", "two"), ("gallery", "--help")],
)
def test_wrong_use_shows_how_it_is_used(arguments: tuple[str, ...]) -> None:
    done = dev(*arguments)
    assert done.returncode == 2
    assert done.stderr.startswith("usage:")


def test_help_is_no_failure() -> None:
    done = dev("--help")
    assert done.returncode == 0
    for command in ("run", "test", "bench", "gallery"):
        assert f"\n  {command} " in done.stdout


def test_what_python_is_told() -> None:
    assert module_with_arguments("test", ["--long", "-k", "a b"]) == ["pytest", "--long", "-k", "a b"]
    assert module_with_arguments("bench", ["--steps", "100"]) == ["tests.bench", "--steps", "100"]
    assert module_with_arguments("gallery", ["out"]) == ["tests.gallery", str(Path.cwd() / "out")]


def test_tests_never_open_windows() -> None:
    asked = {"QT_QPA_PLATFORM": "xcb", "HOME": "h"}
    assert environment_without_display("test", asked) == {"QT_QPA_PLATFORM": "offscreen", "HOME": "h"}
    assert environment_without_display("bench", asked)["QT_QPA_PLATFORM"] == "xcb"
    assert environment_without_display("gallery", {})["QT_QPA_PLATFORM"] == "offscreen"


@pytest.mark.parametrize(
    ("environment", "platforms"),
    [
        ({"DISPLAY": ":0"}, ("xcb",)),
        ({"DISPLAY": "", "WAYLAND_DISPLAY": "wayland-0"}, ("wayland",)),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, ("xcb", "wayland")),
        ({"QT_QPA_PLATFORM": "offscreen"}, ("offscreen",)),
        ({"QT_QPA_PLATFORM": "xcb;wayland", "DISPLAY": ":0"}, ("xcb",)),
    ],
)
def test_the_display_decides_what_qt_has_to_load(
    environment: dict[str, str], platforms: tuple[str, ...]
) -> None:
    assert platforms_to_show(environment, "linux") == platforms


@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ""}, {"QT_QPA_PLATFORM": "xcb"}])
def test_no_display_is_a_matter_of_linux_alone(environment: dict[str, str]) -> None:
    with pytest.raises(SetupError):
        platforms_to_show(environment, "linux")
    assert platforms_to_show(environment, "darwin") == ()
    assert platforms_to_show(environment, "win32") == ()


@pytest.mark.skipif(os.name == "nt", reason="Windows cannot replace a process")
def test_the_program_takes_the_place_of_its_starter() -> None:
    started = f"""
import os, sys
sys.path.insert(0, {str(ROOT / "packaging")!r})
from devtools.child import become
print(os.getpid())
become([sys.executable, "-c", "import os, sys; print(os.getpid()); sys.exit(7)"], environment=os.environ)
"""
    done = subprocess.run([sys.executable, "-c", started], capture_output=True, text=True, timeout=60)
    before, after = done.stdout.split()
    assert before == after
    assert done.returncode == 7


def test_the_build_server_runs_the_command_of_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "\npython3 packaging/dev.py run" in readme
    assert "\npython3 packaging/dev.py test\n" in readme
    assert script.endswith("\npython3 packaging/dev.py test\n")
