"""Remember a finished set-up, and tell by reading alone whether it still holds."""

import hashlib
import json
import os
import tomllib
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from devtools.checkout import Checkout


@dataclass(frozen=True)
class Stamp:
    """What was set up: a set-up that is wanted and not covered here has to run."""

    home: str
    """The checkout's place and the interpreter: when these change, the environment is made anew."""
    needs: str
    """What is to be installed: when this changes, pip runs again."""
    extras: tuple[str, ...] = ()
    packages: tuple[str, ...] = ()
    """What lies in site-packages: anything gone since means a damaged environment."""
    platforms: tuple[str, ...] = ()
    """Qt platforms (offscreen, xcb, wayland) that were seen to load on this system."""

    def covers_platforms(self, wanted: tuple[str, ...]) -> bool:
        return not wanted or not set(wanted).isdisjoint(self.platforms)

    def with_platforms(self, found: tuple[str, ...]) -> "Stamp":
        return replace(self, platforms=tuple(sorted({*self.platforms, *found})))


def read_stamp(checkout: Checkout) -> Stamp | None:
    """The last finished set-up; None when there is none or its record cannot be read."""
    try:
        record = json.loads(checkout.stamp.read_text(encoding="utf-8"))
        return Stamp(
            home=str(record["home"]),
            needs=str(record["needs"]),
            extras=tuple(record["extras"]),
            packages=tuple(record["packages"]),
            platforms=tuple(record["platforms"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_stamp(checkout: Checkout, stamp: Stamp) -> None:
    unfinished = checkout.stamp.with_suffix(".new")
    unfinished.write_text(json.dumps(asdict(stamp), indent=1), encoding="utf-8")
    unfinished.replace(checkout.stamp)


def home_of(checkout: Checkout) -> str:
    """The checkout's place and the interpreter behind `.venv`; empty when that interpreter is gone."""
    settings = _venv_settings(checkout)
    base = settings.get("home", "")
    if not (checkout.python.exists() and base and Path(base).exists()):
        return ""
    interpreter = os.path.realpath(checkout.python)
    return json.dumps([str(checkout.root), interpreter, base, _version(settings)])


def needs_of(checkout: Checkout) -> str:
    """A hash of what pip is told: an edit of the linter's settings does not count, an edit of a pin does."""
    project = tomllib.loads(checkout.project_file.read_text(encoding="utf-8"))
    told = {
        "build-system": project.get("build-system"),
        "project": project.get("project"),
        "hatch": project.get("tool", {}).get("hatch"),
        "constraints": checkout.constraints.read_text(encoding="utf-8"),
    }
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def installed(checkout: Checkout) -> tuple[str, ...]:
    """Names of the folders and files in the environment's site-packages, sorted."""
    try:
        return tuple(sorted({entry.name for entry in _packages(checkout).iterdir()} - {"__pycache__"}))
    except OSError:
        return ()


def packages_hold(checkout: Checkout, stamp: Stamp | None, extras: tuple[str, ...]) -> bool:
    """Whether the packages of that set-up are still there and still what is wanted."""
    return (
        stamp is not None
        and stamp.home != ""
        and stamp.home == home_of(checkout)
        and stamp.needs == needs_of(checkout)
        and set(extras) <= set(stamp.extras)
        and set(stamp.packages) <= set(installed(checkout))
    )


def _packages(checkout: Checkout) -> Path:
    if os.name == "nt":
        return checkout.venv / "Lib" / "site-packages"
    version = ".".join(_version(_venv_settings(checkout)).split(".")[:2])
    return checkout.venv / "lib" / f"python{version}" / "site-packages"


def _version(settings: dict[str, str]) -> str:
    return settings.get("version") or settings.get("version_info", "")


def _venv_settings(checkout: Checkout) -> dict[str, str]:
    try:
        lines = (checkout.venv / "pyvenv.cfg").read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return {}
    pairs = (line.partition("=") for line in lines)
    return {key.strip(): value.strip() for key, _, value in pairs}
