"""The program's own source as the architecture tests read it."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "vsdesigner"
UI = PACKAGE / "ui"


def files(folder: Path = PACKAGE) -> list[Path]:
    """All Python files below ``folder``, in a fixed order."""
    return sorted(path for path in folder.rglob("*.py") if "__pycache__" not in path.parts)


@functools.cache
def tree(path: Path) -> ast.Module:
    """The parsed file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def name_of(path: Path) -> str:
    """The file as the failure messages name it."""
    return path.relative_to(ROOT).as_posix()


def module_of(path: Path) -> str:
    """The dotted name of the module."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def calls(node: ast.AST) -> Iterator[tuple[str, ast.Call]]:
    """Every call below ``node`` with the last part of what is called: ``a.b.setText(x)`` gives "setText"."""
    for child in ast.walk(node):
        if isinstance(child, ast.Call):
            if isinstance(child.func, ast.Attribute):
                yield child.func.attr, child
            elif isinstance(child.func, ast.Name):
                yield child.func.id, child
