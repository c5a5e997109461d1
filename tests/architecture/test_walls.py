"""Who may import whom: the contracts in pyproject.toml hold, and each of them can go red."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, ROOT, files, module_of, name_of, tree

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
    "contracts"
]

# For every contract: imports that it must refuse, as (importing module, imported module).
BREACHES: dict[str, list[tuple[str, str]]] = {
    "Layers: each package knows only those below it": [
        ("vsdesigner.model.ids", "vsdesigner.document.change"),
        ("vsdesigner.document.change", "vsdesigner.rules.connect"),
        ("vsdesigner.layout.text", "vsdesigner.analysis.times"),
        ("vsdesigner.rules.connect", "vsdesigner.commands.steps"),
        ("vsdesigner.commands.steps", "vsdesigner.storage.files"),
        ("vsdesigner.storage.files", "vsdesigner.exchange.registry"),
        ("vsdesigner.exchange.registry", "vsdesigner.ui.session"),
        ("vsdesigner.cli", "vsdesigner.ui.theme"),
        ("vsdesigner.ui.theme", "vsdesigner.cli"),
        ("vsdesigner.ui.session", "vsdesigner.__main__"),
    ],
    "Qt only in ui": [
        ("vsdesigner.layout.text", "PySide6.QtGui"),
        ("vsdesigner.resource", "shiboken6"),
        ("vsdesigner.cli", "qtawesome"),
    ],
    "The ui's regions do not know each other": [
        ("vsdesigner.ui.canvas.scene", "vsdesigner.ui.panels.panel"),
        ("vsdesigner.ui.presentation", "vsdesigner.ui.canvas.scene"),
        ("vsdesigner.ui.panels.panel", "vsdesigner.ui.views.tables"),
        ("vsdesigner.ui.views.tables", "vsdesigner.ui.canvas.scene"),
    ],
    "Only the slides know python-pptx and what it brings along": [
        ("vsdesigner.exchange.registry", "pptx"),
        ("vsdesigner.exchange.excel.book", "lxml"),
        ("vsdesigner.ui.theme", "PIL"),
    ],
    "Nobody imports the main window but the application": [
        ("vsdesigner.ui.panels.panel", "vsdesigner.ui.main_window"),
        ("vsdesigner.ui.session", "vsdesigner.ui.main_window"),
    ],
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the package in ``folder`` against the contracts of the project."""
    return subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
            "--config",
            str(ROOT / "pyproject.toml"),
        ],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder), "NO_COLOR": "1", "COLUMNS": "300", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_walls_stand() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout[-6_000:] + result.stderr[-2_000:]


def test_every_contract_has_its_breach() -> None:
    assert {contract["name"] for contract in CONTRACTS} == set(BREACHES)


def named_modules() -> set[str]:
    """Every module that a contract or a breach names."""
    named = {module for breaches in BREACHES.values() for breach in breaches for module in breach}
    for contract in CONTRACTS:
        for key in ("layers", "modules", "source_modules", "forbidden_modules"):
            named |= {part.strip() for entry in contract.get(key, []) for part in entry.split("|")}
    return {name for name in named if name.startswith("vsdesigner.")}


def add_module(folder: Path, module: str, text: str = "") -> None:
    """An empty module, or ``text`` at the end of it; a package when something lies inside it."""
    place = folder.joinpath(*module.split("."))
    for parent in place.relative_to(folder).parents:
        if parent.parts:
            (folder / parent).mkdir(parents=True, exist_ok=True)
            (folder / parent / "__init__.py").touch()
    file = place / "__init__.py" if place.is_dir() else place.with_suffix(".py")
    with file.open("a", encoding="utf-8") as stream:
        stream.write(text)


@pytest.fixture
def skeleton(tmp_path: Path) -> Path:
    """The program with all its modules and without their content: no import stands in the way."""
    modules = {module_of(path) for path in files()} | named_modules()
    for module in sorted(modules, key=lambda name: -name.count(".")):
        if module != "vsdesigner":
            add_module(tmp_path, module)
    return tmp_path


def test_the_skeleton_alone_is_green(skeleton: Path) -> None:
    result = lint(skeleton)
    assert result.returncode == 0, result.stdout[-4_000:] + result.stderr[-2_000:]


@pytest.mark.parametrize("contract", sorted(BREACHES))
def test_each_contract_can_go_red(skeleton: Path, contract: str) -> None:
    for importer, imported in BREACHES[contract]:
        add_module(skeleton, importer, f"import {imported}\n")
    result = lint(skeleton)
    assert result.returncode == 1, result.stdout[-4_000:] + result.stderr[-2_000:]
    assert f"{contract} BROKEN" in result.stdout
    for importer, imported in BREACHES[contract]:
        root = imported if imported.startswith("vsdesigner") else imported.split(".")[0]
        assert f"{importer} -> {root}" in result.stdout, f"{importer} may import {imported}"


def imported_roots(module: ast.Module) -> set[str]:
    """The top-level packages that a module imports anywhere."""
    found = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.split(".")[0])
    return found


def strangers(package: str, home: Path) -> list[str]:
    """The files outside ``home`` that import ``package``."""
    return [
        name_of(path)
        for path in files()
        if home not in path.parents and package in imported_roots(tree(path))
    ]


@pytest.mark.parametrize(
    ("package", "home"),
    [
        ("openpyxl", PACKAGE / "exchange" / "excel"),
        ("pptx", PACKAGE / "exchange" / "pptx"),
        ("lxml", PACKAGE / "exchange" / "pptx"),
        ("PySide6", PACKAGE / "ui"),
        ("shiboken6", PACKAGE / "ui"),
    ],
)
def test_foreign_packages_stay_in_their_room(package: str, home: Path) -> None:
    assert strangers(package, home) == []


def test_a_stranger_is_found() -> None:
    late = ast.parse("def write():\n    from openpyxl.styles import Font\n")
    assert "openpyxl" in imported_roots(late)
    assert strangers("PySide6", PACKAGE / "model") != []
