"""Reads the document that a command is about."""

from __future__ import annotations

import sys
from pathlib import Path

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.storage import documents

MOST_NOTES = 20


def open_document(path: Path) -> Snapshot:
    """Return the document; what had to be repaired is noted on standard error, the file stays as it is."""
    loaded = documents.read(path)
    for problem in loaded.problems[:MOST_NOTES]:
        print(f"note: {problem.text}", file=sys.stderr)
    if len(loaded.problems) > MOST_NOTES:
        print(f"note: and {len(loaded.problems) - MOST_NOTES} more.", file=sys.stderr)
    return loaded.snapshot
