"""What one can start from: the templates and examples that ship with the program."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vsdesigner.commands.streams import new_document
from vsdesigner.document.fresh_ids import with_fresh_ids
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.errors import UserError
from vsdesigner.resource import resource_path
from vsdesigner.storage import documents
from vsdesigner.storage.disk_errors import shown

log = logging.getLogger(__name__)

INDEX = "index.json"
EMPTY = "empty"
_TEXTS = ("title", "summary", "adapt")


class Kind(StrEnum):
    """A template is made one's own; an example is there to look at and to try things with."""

    TEMPLATE = "template"
    EXAMPLE = "example"


@dataclass(frozen=True, slots=True)
class StartingPoint:
    """One of them: `summary` says what it is, `adapt` what to change in a template (else empty).

    The texts are in the language of the program. `path` is its document, None for the empty stream.
    """

    id: str
    kind: Kind
    title: str
    summary: str
    adapt: str = ""
    path: Path | None = None

    @property
    def notice(self) -> str:
        """The sentence that goes with a template when it is opened; empty for everything else."""
        if not self.adapt:
            return ""
        return say("This is a starting point. {adapt}").format(adapt=self.adapt)


def templates() -> tuple[StartingPoint, ...]:
    """Return the templates in their order, the empty stream first; a damaged list is logged."""
    empty = StartingPoint(
        EMPTY,
        Kind.TEMPLATE,
        say("Empty stream"),
        say("Demand, value and the six activities: type the first step and go on."),
    )
    return (empty, *_listed("templates", Kind.TEMPLATE))


def examples() -> tuple[StartingPoint, ...]:
    """Return the examples in their order; a damaged list is logged."""
    return tuple(_listed("examples", Kind.EXAMPLE))


def starting_point(id: str) -> StartingPoint:
    """Return the template or example with this id; raises `UserError` that names those there are."""
    known = (*templates(), *examples())
    for point in known:
        if point.id == id:
            return point
    listed = ", ".join(point.id for point in known)
    raise UserError(f"There is no template or example “{shown(id)}”, only {listed}.")


def open_starting_point(point: StartingPoint) -> Snapshot:
    """Return the document to start with; a template has new ids each time, an example keeps its own.

    Raises `UserError` when its file is missing or damaged.
    """
    if point.path is None:
        return new_document()
    loaded = documents.read(point.path)
    if loaded.problems:
        raise UserError(
            say("“{title}” is damaged: install VS Designer again.").format(title=point.title),
            tuple(problem.text for problem in loaded.problems),
        )
    return with_fresh_ids(loaded.snapshot) if point.kind is Kind.TEMPLATE else loaded.snapshot


def _listed(folder: str, kind: Kind) -> Iterator[StartingPoint]:
    try:
        index = resource_path(folder, INDEX)
        entries = json.loads(index.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        log.warning("the list of %s cannot be read: %s", folder, error)
        return
    for entry in entries if isinstance(entries, list) else ():
        file = _text(entry, "file")
        if not file or Path(file).name != file:
            log.warning("an entry in the list of %s names no file: %r", folder, entry)
            continue
        title, summary, adapt = (_text(entry, name) for name in _TEXTS)
        path = index.with_name(file)
        yield StartingPoint(path.stem, kind, title or path.stem, summary, adapt, path)


def _text(entry: object, name: str) -> str:
    """A text of an entry in the language of the program."""
    value = entry.get(name) if isinstance(entry, dict) else None
    if not isinstance(value, str) or not value.strip():
        return ""
    return value if name == "file" else say(value)
