"""Says in one line why something failed."""

from __future__ import annotations

import os
import sys
import traceback

from vsdesigner.cli import console
from vsdesigner.model.errors import UserError

SHOW_TRACEBACK = "VSDESIGNER_TRACEBACK"  # environment variable: where an unforeseen failure comes from


def tell(error: Exception) -> None:
    """Print the reason of a failure on standard error, with its first detail where it has some."""
    if isinstance(error, UserError):
        console.reason(" ".join((str(error), *error.details[:1])))
    elif isinstance(error, OSError) and error.filename is not None:
        console.reason(f"“{error.filename}”: {error.strerror or error}.")
    else:
        _tell_unforeseen(error)


def _tell_unforeseen(error: Exception) -> None:
    if os.environ.get(SHOW_TRACEBACK):
        traceback.print_exception(error, file=sys.stderr)
        return
    where = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(where.filename)}, line {where.lineno}"  # noqa: PTH119  # a traceback's text
    console.reason(
        f"The program itself failed: {type(error).__name__}: {error} ({place})."
        f" Set {SHOW_TRACEBACK}=1 to see where."
    )
