"""Run other programs for the set-up: their output goes to a log, a person sees only what matters."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn


def run_logged(
    command: Sequence[str], *, log: Path, cwd: Path, show: tuple[str, ...] = ()
) -> tuple[int, str]:
    """Run to the end; return the exit code and all output, which is appended to `log` as well.

    Lines that begin with one of `show` are printed as they come: a long download looks alive.
    A command that cannot be started counts as exit code 127 with the reason as its output.
    """
    try:
        child = subprocess.Popen(
            command,
            cwd=cwd,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
        )
    except OSError as error:
        return 127, str(error)
    lines: list[str] = []
    with child, log.open("a", encoding="utf-8") as written:
        written.write(f"$ {' '.join(command)}\n")
        for line in child.stdout or ():
            lines.append(line)
            written.write(line)
            if line.strip().startswith(show):
                print("  " + line.strip(), flush=True)
    return child.returncode, "".join(lines)


def become(command: Sequence[str], *, environment: Mapping[str, str], cwd: Path | None = None) -> NoReturn:
    """Go over to that program: where the system can, it takes this process's place.

    Windows returns to the shell before a replaced process ends, so there it is waited for.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    if cwd is not None:
        os.chdir(cwd)
    if os.name != "nt":
        os.execve(command[0], list(command), dict(environment))  # noqa: S606 - no shell is wanted
    child = subprocess.Popen(command, env=dict(environment))
    while True:
        try:
            sys.exit(child.wait())
        except KeyboardInterrupt:
            continue  # Ctrl+C reached the child as well: its own exit code counts
