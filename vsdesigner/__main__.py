"""Starts VS Designer: with a command as the first word the command line, otherwise the window."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from vsdesigner.cli import console
from vsdesigner.cli.arguments import COMMANDS, EXIT_CODES, version_text
from vsdesigner.cli.presenting import Presented, set_presenter
from vsdesigner.cli.run import FAILED, USAGE
from vsdesigner.cli.run import main as run_command
from vsdesigner.ui.pictures.register import register_pictures

NO_DISPLAY = (
    "There is no display to open a window on (DISPLAY and WAYLAND_DISPLAY are empty):"
    " start it from a desktop, or use one of the commands that need none, see vsdesigner --help."
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program with these arguments (those of the process when None); return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    register_pictures(display=has_display(sys.platform, os.environ))
    set_presenter(lambda wish: _with_a_window(lambda: _presentation(wish)))
    if words and words[0] in COMMANDS:
        return run_command(words)
    console.prepare()
    try:
        arguments = _parser().parse_args(words)
    except SystemExit as finished:  # argparse has said what there is to say
        return finished.code if isinstance(finished.code, int) else USAGE
    for name in arguments.files:
        if _looks_like_a_command(name):
            console.reason(f"“{name}” is neither a command nor a file; see vsdesigner --help.")
            return USAGE
    return _with_a_window(lambda: _window(arguments.files, example=arguments.example))


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Say whether a window can be opened; only Linux can lack a display, and Qt may be told to do without."""
    if not platform.startswith("linux") or environment.get("QT_QPA_PLATFORM"):
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _window(files: list[str], *, example: bool) -> Callable[[], int]:
    from vsdesigner.ui.app import run  # Qt: the command line never comes here

    return lambda: run(files, example=example)


def _presentation(wish: Presented) -> Callable[[], int]:
    from vsdesigner.ui.present_alone import present_alone  # Qt, as above

    return lambda: present_alone(wish.snapshot, wish.stream, wish.step, dark=wish.dark, screen=wish.screen)


def _with_a_window(load: Callable[[], Callable[[], int]]) -> int:
    # Run what `load` brings in with Qt; where there can be no window, one sentence says why.
    if not has_display(sys.platform, os.environ):
        console.reason(NO_DISPLAY)
        return FAILED
    try:
        run = load()
    except ImportError as error:
        if (error.name or "").startswith("vsdesigner"):
            raise
        console.reason(
            f"The window cannot be opened because Qt is not complete: {error}."
            " In a checkout, packaging/dev.py run installs what is missing."
        )
        return FAILED
    return run()


def _looks_like_a_command(name: str) -> bool:
    """A single word that is no file: a command misspelt, rather than a document to open."""
    return name.isalpha() and not Path(name).exists()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=console.PROGRAM,
        usage="%(prog)s [--example] [FILE ...]\n       %(prog)s COMMAND ...",
        description="VS Designer draws, documents and hands over ITIL 4 service value streams."
        "\nWithout a command its window opens, with the documents that are named.",
        epilog="commands (COMMAND --help says more; but for present they open no window):\n"
        + "".join(f"  {name:20}  {text}\n" for name, text in COMMANDS.items())
        + f"\n{EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="*",
        help="documents to open (*.vstream, *.json), or files that carry one",
    )
    parser.add_argument("--example", action="store_true", help="open the example that ships with the program")
    parser.add_argument("--version", action="version", version=version_text())
    return parser


if __name__ == "__main__":
    sys.exit(main())
