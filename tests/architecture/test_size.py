"""Small rooms: how long a file may be."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, ROOT, files, name_of

LONGEST = 400
# The two places where an editor grows a god object.
TIGHTER = {"vsdesigner/ui/main_window.py": 250, "vsdesigner/ui/canvas/controller.py": 300}


def too_long(paths: list[Path], limits: dict[str, int]) -> list[str]:
    """The files that are longer than they may be."""
    found = []
    for path in paths:
        lines = len(path.read_text(encoding="utf-8").splitlines())
        limit = limits.get(name_of(path), LONGEST)
        if lines > limit:
            found.append(f"{name_of(path)}: {lines} lines, at most {limit}")
    return found


def test_files_stay_small() -> None:
    assert too_long(files(PACKAGE), TIGHTER) == []


def test_tests_stay_small_too() -> None:
    assert too_long(files(ROOT / "tests"), {}) == []


def test_a_long_file_is_found() -> None:
    path = PACKAGE / "ui" / "theme.py"
    assert too_long([path], {name_of(path): 10}) != []


@pytest.mark.parametrize("name", ["packaging"])
def test_scripts_stay_small(name: str) -> None:
    assert too_long(files(ROOT / name), {}) == []
