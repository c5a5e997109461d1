"""Style, complexity and types, as configured in pyproject.toml."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

CHECKED = [name for name in ("vsdesigner", "tests", "packaging") if (ROOT / name).is_dir()]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of this environment in the project's folder."""
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_ruff_finds_nothing() -> None:
    result = run("ruff", "check", "--no-cache", "--output-format", "concise", *CHECKED)
    assert result.returncode == 0, result.stdout + result.stderr


def test_the_format_is_ruff_s() -> None:
    result = run("ruff", "format", "--no-cache", "--check", *CHECKED)
    assert result.returncode == 0, result.stdout + result.stderr


def test_complex_functions_are_refused(tmp_path: Path) -> None:
    branches = "\n".join(f"    if number == {value}:\n        return {value * 2}" for value in range(12))
    (tmp_path / "tangle.py").write_text(f"def tangle(number: int) -> int:\n{branches}\n    return 0\n")
    result = run("ruff", "check", "--no-cache", "--config", "pyproject.toml", str(tmp_path))
    assert "C901" in result.stdout


@pytest.mark.timeout(600)
def test_types_hold(tmp_path: Path) -> None:
    result = run("mypy", "--cache-dir", str(ROOT / ".mypy_cache"))
    assert result.returncode == 0, result.stdout[-6_000:] + result.stderr[-2_000:]
