"""Say where things lie in a checkout and in the virtual environment that belongs to it."""

import os
from dataclasses import dataclass
from pathlib import Path


class SetupError(Exception):
    """Something a person has to put right; its text is one sentence that says what and how."""


@dataclass(frozen=True)
class Checkout:
    """A folder that holds the project's source; `.venv` in it is ours to make and to repair."""

    root: Path

    @property
    def venv(self) -> Path:
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """The environment's interpreter, whether it exists or not."""
        return self.venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    @property
    def project_file(self) -> Path:
        return self.root / "pyproject.toml"

    @property
    def constraints(self) -> Path:
        return self.root / "packaging" / "constraints.txt"

    @property
    def stamp(self) -> Path:
        """What the last finished set-up left behind; its absence means that set-up has to run."""
        return self.venv / "vsdesigner-setup.json"

    @property
    def log(self) -> Path:
        """What the last set-up's programs said; beside `.venv`, which may have to be made anew."""
        return self.root / ".venv.log"

    @property
    def lock(self) -> Path:
        return self.root / ".venv.lock"


def this_checkout() -> Checkout:
    return Checkout(Path(__file__).resolve().parents[2])
