"""Carry out a set-up: packages, then the system libraries under them, then the record of both."""

from devtools.checkout import Checkout, SetupError
from devtools.environment import set_up_packages
from devtools.lock import only_one
from devtools.stamp import packages_hold, read_stamp, write_stamp
from devtools.system_libraries import check_system


def set_up(checkout: Checkout, extras: tuple[str, ...], platforms: tuple[str, ...]) -> None:
    """Leave a checkout in which the program can be started; SetupError when that cannot be reached."""
    try:
        with only_one(checkout.lock):
            checkout.log.unlink(missing_ok=True)
            _set_up(checkout, extras, platforms)
    except OSError as error:
        raise SetupError(f"The environment in {checkout.venv} could not be set up: {error}.") from error


def _set_up(checkout: Checkout, extras: tuple[str, ...], platforms: tuple[str, ...]) -> None:
    stamp = read_stamp(checkout)  # once more: another set-up may just have finished
    if stamp is None or not packages_hold(checkout, stamp, extras):
        stamp = set_up_packages(checkout, extras)
    if not stamp.covers_platforms(platforms):
        write_stamp(checkout, stamp.with_platforms(check_system(checkout, platforms)))
