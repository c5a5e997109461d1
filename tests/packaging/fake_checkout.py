"""Lay out a checkout that looks set up, without any of the work."""

import os
import sys
from pathlib import Path

from devtools.checkout import Checkout

ROOT = Path(__file__).resolve().parents[2]

PROJECT = """\
[build-system]
requires = ["hatchling>=1.27"]
[project]
name = "vsdesigner"
dependencies = ["pydantic>=2"]
[tool.ruff]
line-length = 110
"""


def lay_out(root: Path) -> Checkout:
    """A checkout whose `.venv` holds one package and points to the Python that runs the tests."""
    made = Checkout(root)
    made.constraints.parent.mkdir(parents=True)
    made.constraints.write_text("pydantic==2.1\n", encoding="utf-8")
    made.project_file.write_text(PROJECT, encoding="utf-8")
    fill_environment(made)
    return made


def fill_environment(checkout: Checkout) -> None:
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    packages = "Lib/site-packages" if os.name == "nt" else f"lib/python{version}/site-packages"
    for name in ("pydantic", "pydantic-2.1.dist-info"):
        (checkout.venv / packages / name).mkdir(parents=True)
    checkout.python.parent.mkdir()
    base = checkout.root.parent / "base python"
    base.mkdir(exist_ok=True)
    if os.name == "nt":
        checkout.python.write_text("", encoding="utf-8")  # Windows copies, others link
    else:
        checkout.python.symlink_to(sys.executable)
    settings = f"home = {base}\nversion = {version}.7\n"
    (checkout.venv / "pyvenv.cfg").write_text(settings, encoding="utf-8")
