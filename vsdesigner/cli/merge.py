"""The command ``merge``: put together what two people changed in the same document; a merge driver of git."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from vsdesigner.cli import console
from vsdesigner.cli.documents import open_document
from vsdesigner.document.merging import Difference, Side, merge, resolved
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.storage import documents, folders
from vsdesigner.storage.disk_errors import shown

MERGED, CONFLICTS, TROUBLE = 0, 1, 2

MOST_SHOWN = 100
GIT_FILE = ".merge_file"  # how git calls the files that it makes for a merge driver


def run(arguments: Namespace) -> int:
    try:
        return _merge(arguments)
    except UserError as error:
        console.reason(" ".join((str(error), *error.details[:1])))
        return TROUBLE


def _merge(arguments: Namespace) -> int:
    base = _ancestor(arguments.base)
    ours, theirs = open_document(arguments.ours), open_document(arguments.theirs)
    outcome = merge(base, ours, theirs)
    snapshot = outcome.snapshot
    if outcome.conflicts and arguments.take:
        side = Side(arguments.take)
        snapshot = resolved(base, ours, theirs, {entry.key: side for entry in outcome.conflicts})
    out: Path = arguments.output
    documents.save(out, snapshot, _backups(out))
    count = len(outcome.taken)
    console.say(f"Wrote {out}: {count} {'change' if count == 1 else 'changes'} of theirs taken.")
    if not outcome.conflicts or arguments.take:
        return MERGED
    _tell(outcome.conflicts)
    many = len(outcome.conflicts)
    console.reason(
        f"{many} {'conflict' if many == 1 else 'conflicts'} (here is ours, there is theirs):"
        f" {shown(out.name)} has ours unless it says that something stays."
    )
    return CONFLICTS


def _ancestor(path: Path) -> Snapshot:
    """The document that both began with; git gives an empty file when both sides added theirs."""
    if path.is_file() and path.stat().st_size == 0:
        return Snapshot()
    return open_document(path)


def _tell(conflicts: Iterable[Difference]) -> None:
    listed = tuple(conflicts)
    for entry in listed[:MOST_SHOWN]:
        print(f"conflict: {entry.text}", file=sys.stderr)
    if len(listed) > MOST_SHOWN:
        print(f"conflict: and {len(listed) - MOST_SHOWN} more.", file=sys.stderr)


def _backups(out: Path) -> Path | None:
    """Where the version goes that is replaced; git's own file is none that anybody would look for."""
    return folders.backup_folder() if out.exists() and not out.name.startswith(GIT_FILE) else None
