"""Runs one command and turns whatever happens into an exit code."""

from __future__ import annotations

import os
import sys
import traceback
from argparse import Namespace
from collections.abc import Callable, Sequence

from vsdesigner.cli import console
from vsdesigner.cli.arguments import COMMANDS, parser
from vsdesigner.model.errors import UserError

__all__ = ["COMMANDS", "FAILED", "OK", "USAGE", "main"]

OK, FAILED, USAGE = 0, 1, 2

SHOW_TRACEBACK = "VSDESIGNER_TRACEBACK"  # environment variable: where an unforeseen failure comes from


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (without the program's name) and return the exit code.

    0 all right, 1 findings or failure with a one-line reason on standard error, 2 wrong usage. Whoever
    closes standard output early wants no more of it: that fails without a word.
    """
    console.prepare()
    try:
        code = _guarded(argv)
        console.flush()
    except BrokenPipeError:
        console.give_up_output()
        return FAILED
    except OSError as error:
        console.give_up_output()
        console.reason(f"The output could not be written: {error.strerror or error}.")
        return FAILED
    return code


def _guarded(argv: Sequence[str] | None) -> int:
    try:
        arguments = parser().parse_args(argv)
        return _command(arguments.command)(arguments)
    except SystemExit as finished:  # argparse has said what there is to say
        return finished.code if isinstance(finished.code, int) else USAGE
    except UserError as error:
        console.reason(" ".join((str(error), *error.details[:1])))
    except KeyboardInterrupt:
        console.reason("Stopped.")
    except BrokenPipeError:
        raise
    except OSError as error:
        if error.filename is None:
            raise
        console.reason(f"“{error.filename}”: {error.strerror or error}.")
    except Exception as error:
        _unforeseen(error)
    return FAILED


def _command(name: str) -> Callable[[Namespace], int]:
    """The command's `run`; only the one that is asked for is loaded."""
    if name == "new":
        from vsdesigner.cli.new import run
    elif name == "export":
        from vsdesigner.cli.export import run
    elif name == "check":
        from vsdesigner.cli.check import run
    else:
        from vsdesigner.cli.schema import run
    return run


def _unforeseen(error: Exception) -> None:
    if os.environ.get(SHOW_TRACEBACK):
        traceback.print_exc(file=sys.stderr)
        return
    where = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(where.filename)}, line {where.lineno}"  # noqa: PTH119  # a traceback's text
    console.reason(
        f"The program itself failed: {type(error).__name__}: {error} ({place})."
        f" Set {SHOW_TRACEBACK}=1 to see where."
    )
