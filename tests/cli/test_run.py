"""What is loaded, usage, failures and outputs that do not take everything."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.build import failed, flawed
from tests.examples.make_cloud_service import PATH as SAMPLE
from vsdesigner import __version__, cli
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.storage import documents


@pytest.fixture
def flawed_file(tmp_path: Path) -> Path:
    return flawed(tmp_path / "flawed.vstream")


def test_importing_the_command_line_loads_neither_qt_nor_openpyxl() -> None:
    code = (
        "import sys, vsdesigner.cli, vsdesigner.__main__\n"
        "import vsdesigner.cli.check, vsdesigner.cli.export, vsdesigner.cli.new, vsdesigner.cli.schema\n"
        "import vsdesigner.cli.diff, vsdesigner.cli.merge\n"
        "print([name for name in sys.modules if name.split('.')[0] in ('PySide6', 'shiboken6', 'openpyxl')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_no_command_loads_qt_while_it_runs(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom vsdesigner.__main__ import main\n"
        f"main(['check', {str(SAMPLE)!r}])\n"
        f"main(['export', {str(SAMPLE)!r}, '--to', {str(tmp_path / 'out.xlsx')!r}, '--sheets', 'steps'])\n"
        "assert 'openpyxl' in sys.modules\n"
        "assert not [name for name in sys.modules if name.split('.')[0] in ('PySide6', 'shiboken6')]\n"
    )
    subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"VS Designer {__version__}\n"


@pytest.mark.parametrize("command", cli.COMMANDS)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main([command, "--help"]) == 0
    out = capsys.readouterr().out
    assert f"usage: vsdesigner {command}" in out
    assert "Exit codes: 0" in out


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["frobnicate"],
        ["check"],
        ["check", ""],
        ["check", "a.vstream", "--fail-on", "nothing"],
        ["check", "a.vstream", "--form", "json"],  # no abbreviations: later options would break scripts
        ["export", "a.vstream"],
        ["export", "a.vstream", "--to", "b.xlsx", "--paper", "B9"],
        ["schema", "surplus"],
    ],
)
def test_wrong_usage(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(words) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("usage: vsdesigner")


@pytest.mark.parametrize(
    ("name", "content"),
    [("missing.vstream", None), ("text.vstream", b"not a document"), ("empty.vstream", b"")],
)
def test_what_is_no_document_is_said_in_one_line(
    name: str, content: bytes | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    for words in (["check", name], ["export", name, "--to", str(tmp_path / "out.xlsx")]):
        words[1] = str(tmp_path / name)
        assert cli.main(words) == 1
        captured = capsys.readouterr()
        assert captured.err.startswith(f"vsdesigner: “{name}”")
        assert captured.err.count("\n") == 1
    assert not (tmp_path / "out.xlsx").exists()


def test_a_folder_is_no_document(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["check", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_a_failure_of_the_program_itself_is_one_line_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_path: Path) -> Snapshot:
        raise RuntimeError("two\nlines")

    monkeypatch.setattr(documents, "read", broken)
    assert cli.main(["check", "x.vstream"]) == 1
    error = capsys.readouterr().err
    assert error.startswith(
        "vsdesigner: The program itself failed: RuntimeError: two lines (test_run.py, line "
    )
    assert error.count("\n") == 1
    monkeypatch.setenv("VSDESIGNER_TRACEBACK", "1")
    assert cli.main(["check", "x.vstream"]) == 1
    assert "Traceback (most recent call last)" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (KeyboardInterrupt(), "Stopped."),
        (
            FileNotFoundError(2, "No such file or directory", "a.vstream"),
            "“a.vstream”: No such file or directory.",
        ),
        (UserError("It is broken.", ("Step 1 is.", "Step 2 is.")), "It is broken."),
    ],
)
def test_interruptions_and_system_errors(
    error: BaseException, text: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_path: Path) -> Snapshot:
        raise error

    monkeypatch.setattr(documents, "read", broken)
    assert cli.main(["check", "a.vstream"]) == 1
    assert capsys.readouterr().err == f"vsdesigner: {text}\n"


def test_the_first_of_the_details_stands_in_the_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(_path: Path) -> Snapshot:
        raise UserError("It is broken.", ("Step 1 is.", "Step 2 is."))

    monkeypatch.setattr(documents, "read", broken)
    assert cli.main(["export", "a.vstream", "--to", "b.xlsx"]) == 1
    assert capsys.readouterr().err == "vsdesigner: It is broken. Step 1 is.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="signals are sent otherwise there")
def test_ctrl_c_is_one_line() -> None:
    code = (
        # Whoever starts the tests in the background has SIGINT ignored, and children inherit that.
        "import signal, sys, time\nsignal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from vsdesigner.storage import documents\n"
        "def slow(path):\n    print('ready', flush=True)\n    time.sleep(30)\n"
        "documents.read = slow\nfrom vsdesigner.__main__ import main\nsys.exit(main(['check', 'x.vstream']))"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    try:
        assert child.stdout.readline() == "ready\n"
        time.sleep(0.05)
        child.send_signal(signal.SIGINT)
        _, error = child.communicate(timeout=20)
    finally:
        child.kill()
    assert (child.returncode, error) == (1, "vsdesigner: Stopped.\n")


def test_a_reader_that_leaves_early_is_no_trouble(flawed_file: Path) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "vsdesigner", "check", str(flawed_file)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    child.stdout.close()
    assert child.stderr is not None
    error = child.stderr.read()
    child.stderr.close()
    assert child.wait(timeout=20) == 1
    assert "Traceback" not in error
    assert "BrokenPipe" not in error


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_disk_behind_standard_output() -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "vsdesigner", "check", str(SAMPLE)],
            stdout=full,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            check=False,
        )
    failed(done, "The output could not be written: No space left on device.")


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
def test_an_output_that_lacks_characters(encoding: str, flawed_file: Path) -> None:
    for words in (["check"], ["check", "--format", "json"]):
        done = subprocess.run(
            [sys.executable, "-m", "vsdesigner", *words, str(flawed_file)],
            capture_output=True,
            env={**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
            check=False,
        )
        assert done.returncode == 1
        assert done.stderr.count(b"\n") == 1
        text = done.stdout.decode(encoding)
        if "json" in words:
            assert json.loads(text)["findings"][0]["text"].startswith("The stream “Provision")
        else:
            assert "Provision a managed cloud service" in text


@pytest.mark.skipif(sys.platform == "win32", reason="a shell closes outputs otherwise there")
def test_without_any_standard_output_the_exit_code_still_tells(flawed_file: Path) -> None:
    for path, code in ((SAMPLE, 0), (flawed_file, 1)):
        script = f'exec "{sys.executable}" -m vsdesigner check "{path}" >&-'
        done = subprocess.run(["/bin/sh", "-c", script], stderr=subprocess.PIPE, text=True, check=False)
        assert done.returncode == code
        assert done.stderr.count("\n") == code
