"""Opens files that are no documents but carry one: pictures, slides, pages and workbooks."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.carried import CARRIERS, carried_text
from vsdesigner.exchange.home import FILE_MOST, bring_home
from vsdesigner.model.errors import UserError
from vsdesigner.storage.file_state import read_with_state
from vsdesigner.storage.json_format import decode
from vsdesigner.ui.i18n import tr


@dataclass(frozen=True, slots=True)
class Carried:
    """A document that came out of a file; `repairs` were needed to make it whole, a sentence each."""

    snapshot: Snapshot
    repairs: tuple[str, ...] = ()


def carries_document(path: Path) -> bool:
    """Say whether there is a document in a file; one that cannot be read has none."""
    try:
        return path.suffix.lower() in CARRIERS and carried_text(_content(path), path.suffix) is not None
    except UserError:
        return False


def brought_home(path: Path) -> Carried:
    """Return the document in a file; raises `UserError` with a sentence when there is none."""
    repairs: list[str] = []

    def read(text: str) -> Snapshot:
        loaded = decode(text.encode("utf-8", "surrogatepass"), path.name)
        repairs.extend(problem.text for problem in loaded.problems)
        return loaded.snapshot

    return Carried(bring_home(_content(path), path.name, read).snapshot, tuple(repairs))


def _content(path: Path) -> bytes:
    content, _ = read_with_state(path, FILE_MOST)
    if content is None:
        most = FILE_MOST // (1024 * 1024)
        words = tr("“{name}” is larger than {most} MB and was not looked through.")
        raise UserError(words.format(name=path.name, most=most))
    return content
