"""Turn the words after `packaging/dev.py` into a set-up and the program that is then started."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn

from devtools.checkout import Checkout, SetupError, this_checkout
from devtools.child import become
from devtools.stamp import packages_hold, read_stamp

USAGE = """\
usage: python3 packaging/dev.py COMMAND

  run [FILE…]               start VS Designer, with these files open
  test [--long] [ARG…]      run the tests; --long adds the campaigns, ARG goes to pytest
  bench [ARG…]              measure opening, painting, dragging, saving and exporting
  gallery DIR               make pictures of the window and put them into DIR

The first start makes .venv, installs what is needed and takes a minute or two; later ones start at once."""

NO_DISPLAY = (
    "VS Designer has no display to show its window on: start it in a desktop session, "
    "or set DISPLAY (over ssh: connect with ssh -X)."
)


def main(arguments: list[str]) -> int:
    """Exit code of what could not be started; a program that is started brings its own."""
    if arguments and arguments[0] in {"-h", "--help", "help"}:
        print(USAGE)
        return 0
    command, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    try:
        if command == "run":
            _run(rest)
        module = module_with_arguments(command, rest)
        if module is None:
            return _usage()
        _run_module(command, module)
    except SetupError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. The next start goes on from here.", file=sys.stderr)
        return 130


def _usage() -> int:
    print(USAGE, file=sys.stderr)
    return 2


def _run(files: list[str]) -> NoReturn:
    checkout = this_checkout()
    prepare(checkout, (), platforms_to_show(os.environ, sys.platform))
    # -P keeps the folder one happens to be in from hiding modules; file names stay relative to it.
    become([str(checkout.python), "-P", "-m", "vsdesigner", *files], environment=os.environ)


def _run_module(command: str, module: list[str]) -> NoReturn:
    checkout = this_checkout()
    prepare(checkout, ("test",), platforms_without_display(sys.platform))
    environment = environment_without_display(command, os.environ)
    become([str(checkout.python), "-m", *module], environment=environment, cwd=checkout.root)


def module_with_arguments(command: str, rest: list[str]) -> list[str] | None:
    """What `python -m` is told for that command; None when it was used wrongly."""
    if command == "test":
        return ["pytest", *rest]
    if command == "bench":
        return ["tests.bench", *rest]
    if command == "gallery" and len(rest) == 1 and not rest[0].startswith("-"):
        return ["tests.gallery", str(Path(rest[0]).absolute())]
    return None


def environment_without_display(command: str, environment: Mapping[str, str]) -> dict[str, str]:
    """Tests never open windows; a benchmark or a gallery may, when one asks for a Qt platform by name."""
    chosen = environment.get("QT_QPA_PLATFORM") if command != "test" else None
    return {**environment, "QT_QPA_PLATFORM": chosen or "offscreen"}


def platforms_without_display(system: str) -> tuple[str, ...]:
    return ("offscreen",) if system == "linux" else ()


def platforms_to_show(environment: Mapping[str, str], system: str) -> tuple[str, ...]:
    """Qt's platforms on which the window could appear; SetupError when there is no display at all."""
    if system != "linux":
        return ()
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if chosen and not chosen.startswith(("xcb", "wayland")):
        return ("offscreen",)  # asked for by name: offscreen itself, vnc and others that need no display
    displays = {"DISPLAY": "xcb", "WAYLAND_DISPLAY": "wayland"}
    found = tuple(platform for name, platform in displays.items() if environment.get(name))
    if not found:
        raise SetupError(NO_DISPLAY)
    return found


def prepare(checkout: Checkout, extras: tuple[str, ...], platforms: tuple[str, ...]) -> None:
    """Set up what is wanted and not there yet; only reads when all is there."""
    stamp = read_stamp(checkout)
    if stamp and packages_hold(checkout, stamp, extras) and stamp.covers_platforms(platforms):
        return
    from devtools.first_start import set_up  # what only a set-up needs is not loaded by every start

    set_up(checkout, extras, platforms)
