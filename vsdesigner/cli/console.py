"""What the command line prints: results on standard output, one-line reasons on standard error."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO

PROGRAM = "vsdesigner"


def prepare() -> None:
    """Make both outputs take any text: what their encoding lacks is written as ``\\u201c``."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def is_unicode() -> bool:
    """Say whether standard output can show every character."""
    encoding = getattr(sys.stdout, "encoding", None) or ""
    return encoding.lower().replace("-", "").replace("_", "").startswith("utf")


def say(text: str) -> None:
    """Print a line of the result."""
    print(text)


def reason(text: str) -> None:
    """Print why something failed, in one line."""
    if sys.stderr is not None:  # started without a console
        print(f"{PROGRAM}: {' '.join(text.split())}", file=sys.stderr)


def flush() -> None:
    """Bring everything out that was printed; raises OSError when it cannot be written."""
    if sys.stdout is not None:
        sys.stdout.flush()


def give_up_output() -> None:
    """Lead standard output nowhere, so that what is still in it is not tried again when Python ends."""
    _lead_nowhere(sys.stdout)


def _lead_nowhere(stream: TextIO | None) -> None:
    if stream is None:
        return
    try:
        number = stream.fileno()
    except (OSError, ValueError):  # not a file: a test's buffer
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, number)
    os.close(nowhere)
