"""Find what ships with the program: icons, reference data, examples, help, translations, the schema."""

import sys
from pathlib import Path


def resource_path(*parts: str) -> Path:
    """The existing file or folder `resources/<parts>`; without parts, the folder `resources` itself.

    Raises FileNotFoundError with a sentence for a person when it is not there.
    """
    path = _folder().joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(
            f"VS Designer's own file {path} is missing: the installation is incomplete, install it again."
        )
    return path


def _folder() -> Path:
    """Where `resources` lies in a frozen build, in an installed wheel, in a checkout."""
    bundle = getattr(sys, "_MEIPASS", None)
    if getattr(sys, "frozen", False) and bundle:
        return Path(bundle) / "resources"
    package = Path(__file__).resolve().parent
    installed = package / "_resources"
    if installed.is_dir():
        return installed
    return package.parent / "resources"
