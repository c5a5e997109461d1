"""Processes: which run, which ended, which are of another computer."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from vsdesigner.storage import processes
from vsdesigner.storage.processes import ProcessMark, is_running, own_mark, scope, start_marker


def test_this_process_runs() -> None:
    assert is_running(own_mark()) is True
    assert own_mark() == own_mark()


def test_a_child_runs_until_it_ends() -> None:
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    mark = ProcessMark(scope(), child.pid, start_marker(child.pid))
    assert is_running(mark) is True
    child.communicate(b"\n")
    assert is_running(mark) is False


@pytest.mark.skipif(sys.platform != "linux", reason="/proc")
def test_a_number_that_was_given_out_again() -> None:
    mark = own_mark()
    assert mark.started
    assert is_running(ProcessMark(mark.scope, mark.pid, "another boot.1")) is False
    assert is_running(ProcessMark(mark.scope, mark.pid, "")) is True


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX")
def test_somebody_elses_process_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(pid: int, signal: int) -> None:
        raise PermissionError(1, "not yours")

    monkeypatch.setattr(os, "kill", refuse)
    assert is_running(own_mark()) is True


@pytest.mark.skipif(sys.platform == "win32", reason="ps")
def test_the_start_is_found_without_proc_as_well() -> None:
    if not os.access("/bin/ps", os.X_OK):
        pytest.skip("no ps here")
    assert processes._start_by_ps(os.getpid())
    assert processes._start_by_ps(os.getpid()) != processes._start_by_ps(1)


def test_nobody_can_tell_of_another_computer() -> None:
    assert is_running(ProcessMark("f" * 12, os.getpid(), "")) is None


def test_names_for_people() -> None:
    assert processes.user_name()
    assert processes.host_name()


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX accounts")
def test_a_user_without_an_account(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setattr("pwd.getpwuid", lambda _: (_ for _ in ()).throw(KeyError("no such account")))
    assert processes.user_name() == "somebody"
