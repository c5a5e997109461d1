"""What the editor of a cell completes a line with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from vsdesigner.commands.table.column import Column, Kind
from vsdesigner.commands.table.rows import Row
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import practice_name
from vsdesigner.model.records import Step, Tool
from vsdesigner.model.reference import practice_catalog
from vsdesigner.ui.editors.suggestions import Suggestion, folded, is_exact
from vsdesigner.ui.i18n import tr
from vsdesigner.ui.session import Session

#: Kinds in which nothing but what is suggested makes sense: their list opens with the editor.
CLOSED = (Kind.ACTIVITY, Kind.CHOICE, Kind.FLAG, Kind.LETTERS)
#: Kinds with a line an item.
LISTS = (Kind.ITEMS, Kind.PRACTICES, Kind.TOOLS)
_DASHES = "–- \t"

Find = Callable[[], Sequence[Suggestion]]


def candidates(session: Session, row: Row, column: Column) -> list[Suggestion]:
    """Return all that a line of a cell may be completed with, what the document uses already first."""
    view = session.now
    step = view.find(row.step) or next(iter(view.steps(session.stream)), None)
    if column.choices is None or not isinstance(step, Step):
        return []
    names = column.choices(view, step)
    used = _used(view, column)
    aliases = _aliases() if column.kind is Kind.PRACTICES else {}
    found = [
        Suggestion(name, name, _used_text(used[name]), aliases.get(name, ()), bool(used[name]))
        for name in names
    ]
    return sorted(found, key=lambda entry: -used[entry.text]) if used else found


def _used(view: Snapshot, column: Column) -> Counter[str]:
    steps = (step for stream in view.streams for step in view.steps(stream.id))
    if column.kind is Kind.PRACTICES:
        counted = Counter(use.practice for step in steps for use in step.practices)
        return Counter({practice_name(view, id): count for id, count in counted.items()})
    if column.kind is Kind.TOOLS:
        counted = Counter(use.tool for step in steps for use in step.tools)
        return Counter({view.get(id, Tool).name: count for id, count in counted.items()})
    return Counter()


def _used_text(count: int) -> str:
    if not count:
        return ""
    sentence = tr("in 1 step of this document") if count == 1 else tr("in {count} steps of this document")
    return sentence.format(count=count)


def _aliases() -> dict[str, tuple[str, ...]]:
    return {known.name: known.aliases for known in practice_catalog().values()}


def item_of(line: str, kind: Kind) -> str | None:
    """Return the part of a line that is completed; None where somebody writes on behind a name."""
    bare = line.strip(_DASHES)
    if kind is Kind.PRACTICES and ":" in bare:
        return None
    if kind is Kind.TOOLS and "(" in bare:
        return None
    return bare


def begins(entry: Suggestion, typed: str) -> bool:
    """Whether an entry, or another spelling of it, begins as typed."""
    wanted = folded(typed)
    spellings = (entry.text, *entry.words)
    return bool(wanted) and any(folded(each).startswith(wanted) for each in spellings)


def names(entries: Sequence[Suggestion], typed: str) -> bool:
    """Whether what is typed is one of the entries in full."""
    return any(is_exact(entry, typed) for entry in entries)
