"""Try, in a process of its own, what Qt needs from the system; prints what was found as JSON.

Started by the environment's Python with a JSON object: the modules to import, the platforms to load and
the libraries to look for when something does not load. Loading for real is the measure: a list of
libraries alone would be wrong on the next distribution.
"""

import ctypes
import importlib
import json
import sys
from pathlib import Path


def modules_fault(modules: list[str]) -> str:
    """The first reason why one of the modules cannot be imported; "" when all can."""
    for module in modules:
        try:
            importlib.import_module(module)
        except ImportError as error:
            return f"{module}: {error}"
    return ""


def platform_fault(platform: str) -> str:
    """Why Qt's plugin for that platform cannot be loaded; "" when it can."""
    import PySide6

    plugin = Path(PySide6.__path__[0]) / "Qt" / "plugins" / "platforms" / f"libq{platform}.so"
    return _load_fault(str(plugin))


def missing_libraries(names: list[str]) -> list[str]:
    return [name for name in names if _load_fault(name)]


def _load_fault(library: str) -> str:
    try:
        ctypes.CDLL(library)
    except OSError as error:
        return str(error)
    return ""


def main() -> None:
    wanted = json.loads(sys.argv[1])
    fault = modules_fault(wanted["modules"])
    platforms = {name: fault or platform_fault(name) for name in wanted["platforms"]}
    all_well = not any(platforms.values())
    missing = [] if all_well else missing_libraries(wanted["libraries"])
    print(json.dumps({"platforms": platforms, "missing": missing}))


if __name__ == "__main__":
    main()
