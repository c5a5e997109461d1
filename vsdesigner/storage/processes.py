"""Tells whether the process that left a file behind still runs, on this computer or not."""

from __future__ import annotations

import errno
import getpass
import hashlib
import os
import platform
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class ProcessMark:
    """A process, told apart from a later one with the same number by when it started.

    `scope` is the space its number belongs to (computer and, on Linux, container); `started` is empty
    where the start cannot be found out.
    """

    scope: str
    pid: int
    started: str


def own_mark() -> ProcessMark:
    """Return the mark of this process."""
    return ProcessMark(scope(), os.getpid(), start_marker(os.getpid()))


def is_running(mark: ProcessMark) -> bool | None:
    """Say whether the marked process runs; None for one of another computer: nobody here can tell."""
    if mark.scope != scope():
        return None
    if mark.pid <= 0 or not _exists(mark.pid):
        return False
    present = start_marker(mark.pid)
    return not (mark.started and present) or mark.started == present


@cache
def scope() -> str:
    """Return a short name for the space of process numbers that this process lives in."""
    space = platform.node()
    if sys.platform == "linux":
        try:
            space += str(Path("/proc/self/ns/pid").readlink())
        except OSError:
            space += "?"  # no /proc: containers on one computer cannot be told apart
    return hashlib.sha256(space.encode("utf-8", "replace")).hexdigest()[:12]


def host_name() -> str:
    """Return the name of this computer, for people."""
    return platform.node() or "this computer"


def user_name() -> str:
    """Return the name of the user, for people."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such account, as in some containers
        return "somebody"


if sys.platform == "win32":
    import ctypes
    from ctypes import wintypes

    _QUERY_LIMITED_INFORMATION = 0x1000
    _STILL_ACTIVE = 259
    _ACCESS_DENIED = 5

    def _exists(pid: int) -> bool:
        # os.kill(pid, 0) would send Ctrl+C on Windows
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = kernel.OpenProcess(_QUERY_LIMITED_INFORMATION, False, pid)
        if not handle:
            return ctypes.get_last_error() == _ACCESS_DENIED
        try:
            code = wintypes.DWORD()
            return not kernel.GetExitCodeProcess(handle, ctypes.byref(code)) or code.value == _STILL_ACTIVE
        finally:
            kernel.CloseHandle(handle)

    def start_marker(pid: int) -> str:
        """Return a text that no other process with this number ever has; empty when unknown."""
        kernel = ctypes.WinDLL("kernel32", use_last_error=True)
        handle = kernel.OpenProcess(_QUERY_LIMITED_INFORMATION, False, pid)
        if not handle:
            return ""
        try:
            times = [wintypes.FILETIME() for _ in range(4)]
            if not kernel.GetProcessTimes(handle, *(ctypes.byref(time) for time in times)):
                return ""
            return f"{times[0].dwHighDateTime:x}.{times[0].dwLowDateTime:x}"
        finally:
            kernel.CloseHandle(handle)

else:

    def _exists(pid: int) -> bool:
        try:
            os.kill(pid, 0)
        except OSError as error:
            return error.errno == errno.EPERM  # somebody else's, but there
        except OverflowError:
            return False
        return True

    def start_marker(pid: int) -> str:
        """Return a text that no other process with this number ever has; empty when unknown."""
        return _linux_start(pid) if Path("/proc/self/stat").exists() else _start_by_ps(pid)

    def _start_by_ps(pid: int) -> str:
        try:
            asked = subprocess.run(  # noqa: S603 - a fixed program and a number
                ["/bin/ps", "-o", "lstart=", "-p", str(pid)],
                capture_output=True,
                text=True,
                timeout=5,
                check=False,
            )
        except (OSError, subprocess.SubprocessError):
            return ""
        return " ".join(asked.stdout.split())


def _linux_start(pid: int) -> str:
    """Start time in ticks since boot, with the boot it belongs to."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{boot[:8]}.{int(fields[19])}"
    except (OSError, ValueError, IndexError):
        return ""
