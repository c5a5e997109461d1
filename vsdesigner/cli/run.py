"""Runs one command and turns whatever happens into an exit code."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence

from vsdesigner.cli import console, failures
from vsdesigner.cli.arguments import COMMANDS, parser
from vsdesigner.cli.misuse import Misuse

__all__ = ["COMMANDS", "FAILED", "OK", "USAGE", "main"]

Run = Callable[[Namespace], int]

OK, FAILED, USAGE = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line `argv` (without the program's name) and return the exit code.

    0 all right, 1 findings or failure with a one-line reason on standard error, 2 wrong usage; `diff` and
    `merge` keep 1 for differences and conflicts and fail with 2, as such programs do. Whoever closes
    standard output early wants no more of it: that fails without a word.
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
        return _LOADERS[arguments.command]()(arguments)
    except SystemExit as finished:  # argparse has said what there is to say
        return finished.code if isinstance(finished.code, int) else USAGE
    except Misuse as wrong:
        console.reason(str(wrong))
        return USAGE
    except KeyboardInterrupt:
        console.reason("Stopped.")
    except BrokenPipeError:
        raise
    except Exception as error:
        if isinstance(error, OSError) and error.filename is None:
            raise
        failures.tell(error)
    return FAILED


# Only the command that is asked for is loaded. The imports stand here as such, so that whatever packs the
# program finds them.
def _new() -> Run:
    from vsdesigner.cli.new import run

    return run


def _present() -> Run:
    from vsdesigner.cli.present import run

    return run


def _export() -> Run:
    from vsdesigner.cli.export import run

    return run


def _import() -> Run:
    from vsdesigner.cli.import_file import run

    return run


def _check() -> Run:
    from vsdesigner.cli.check import run

    return run


def _diff() -> Run:
    from vsdesigner.cli.diff import run

    return run


def _merge() -> Run:
    from vsdesigner.cli.merge import run

    return run


def _schema() -> Run:
    from vsdesigner.cli.schema import run

    return run


_LOADERS: dict[str, Callable[[], Run]] = {
    "present": _present,
    "new": _new,
    "export": _export,
    "import": _import,
    "check": _check,
    "diff": _diff,
    "merge": _merge,
    "schema": _schema,
}
