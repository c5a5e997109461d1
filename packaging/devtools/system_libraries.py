"""See on Linux which system libraries and fonts Qt lacks, and install them or say how."""

import json
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from devtools.checkout import Checkout, SetupError
from devtools.child import run_logged

QT_MODULES = ("PySide6.QtWidgets", "PySide6.QtSvg", "PySide6.QtNetwork", "PySide6.QtPrintSupport")

DRAWING = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libstdc++.so.6": "libstdc++6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
X11 = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
PLATFORM_LIBRARIES = {"xcb": X11, "wayland": WAYLAND}
"""Shared library → Debian package, beyond DRAWING, which every platform needs."""

FONT_PACKAGE = "fonts-dejavu-core"
FONT_FILES = (".ttf", ".otf", ".ttc", ".pfb")


@dataclass(frozen=True)
class Finding:
    """What one look at the system showed."""

    faults: Mapping[str, str]
    """Qt platform → why it does not load; "" when it does."""
    missing: tuple[str, ...]
    packages: tuple[str, ...]

    @property
    def loading(self) -> tuple[str, ...]:
        return tuple(platform for platform, fault in self.faults.items() if not fault)


def check_system(checkout: Checkout, platforms: tuple[str, ...]) -> tuple[str, ...]:
    """Return the platforms that load, after installing what lacks where we may.

    What lacks and may not be installed is told in one line. Raises SetupError when no platform loads:
    Qt could then only abort.
    """
    finding = look(checkout, platforms)
    if finding.packages and _may_install():
        _install(checkout, finding.packages)
        finding = look(checkout, platforms)
    lacking = one_line(finding)
    if platforms and not finding.loading:
        raise SetupError(lacking or f"Qt cannot start on this system: {'; '.join(finding.faults.values())}.")
    if lacking:
        print(lacking, file=sys.stderr, flush=True)
    return finding.loading


def look(checkout: Checkout, platforms: tuple[str, ...]) -> Finding:
    table = libraries_for(platforms)
    wanted = {"modules": QT_MODULES, "platforms": platforms, "libraries": sorted(table)}
    probe = Path(__file__).with_name("probe.py")
    command = [str(checkout.python), "-I", str(probe), json.dumps(wanted)]
    code, output = run_logged(command, log=checkout.log, cwd=checkout.root)
    if code:
        raise SetupError(f"Qt could not be tried out on this system; what it said is in {checkout.log}.")
    seen = json.loads(output.strip().splitlines()[-1])
    return finding_of(seen["platforms"], seen["missing"], font=has_font(font_folders(os.environ)))


def finding_of(faults: Mapping[str, str], missing: Iterable[str], *, font: bool) -> Finding:
    """Put together what the probe saw; libraries absent from the tables are named in the fault itself."""
    table = libraries_for(tuple(faults))
    lacking = tuple(missing) if font else (*missing, "a font")
    packages = {table[name] for name in missing if name in table}
    if not font:
        packages.add(FONT_PACKAGE)
    return Finding(dict(faults), lacking, tuple(sorted(packages)))


def libraries_for(platforms: tuple[str, ...]) -> dict[str, str]:
    table = dict(DRAWING)
    for platform in platforms:
        table.update(PLATFORM_LIBRARIES.get(platform, {}))
    return table


def one_line(finding: Finding) -> str:
    """What a person without the right to install is told; "" when nothing is lacking."""
    if not finding.packages:
        return ""
    lacking = ", ".join(finding.missing)
    if shutil.which("apt-get") is None:
        return f"Qt lacks {lacking} on this system: install what your distribution offers for it."
    command = f"apt-get install -y --no-install-recommends {' '.join(finding.packages)}"
    return f"Qt lacks {lacking}: sudo apt-get update && sudo {command}"


def font_folders(environment: Mapping[str, str]) -> list[Path]:
    home = Path(environment.get("HOME") or "/")
    shared = environment.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    own = environment.get("XDG_DATA_HOME") or str(home / ".local" / "share")
    return [home / ".fonts", *(Path(folder) / "fonts" for folder in (own, *shared.split(":")) if folder)]


def has_font(folders: Iterable[Path]) -> bool:
    return any(
        name.lower().endswith(FONT_FILES)
        for folder in folders
        for _, _, names in os.walk(folder)
        for name in names
    )


def _may_install() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install(checkout: Checkout, packages: tuple[str, ...]) -> None:
    """Through apt, without questions; a failure is told and left to the second look."""
    print(f"Installing the system libraries Qt lacks: {' '.join(packages)}.", flush=True)
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    run_logged([*apt, "update"], log=checkout.log, cwd=checkout.root)
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    code, output = run_logged(install, log=checkout.log, cwd=checkout.root)
    if code:
        reason = next((line for line in output.splitlines() if line.startswith("E:")), f"exit code {code}")
        print(f"apt could not install them: {reason} (details in {checkout.log})", file=sys.stderr)
