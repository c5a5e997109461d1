"""A program that edits and saves without end; tests kill it. Arguments: the file, the word to write."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from tests.sample import sample
from vsdesigner.document.draft import Draft
from vsdesigner.storage import documents
from vsdesigner.storage.folders import backup_folder
from vsdesigner.storage.journal import Journal


def main(path: Path) -> None:
    """Print a line for every change that is on the disk and every save that is confirmed."""
    view = sample()
    journal = Journal.start(view, path)
    for number in count(1):
        draft = Draft(view)
        draft.update("note-1", text=f"{number} " + "x" * 5_000)
        change = draft.to_change(f"Change {number}")
        view = view.evolve(change.result)
        journal.append(change)
        print("changed", number, flush=True)
        if number % 3 == 0:
            state = documents.save(path, view, backup_folder())
            print("saved", number, flush=True)
            journal.rebase(view, state)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
