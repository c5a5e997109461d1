"""Which columns the Tables view has: the method's own, further ones to choose, and one for each role."""

from __future__ import annotations

from vsdesigner.commands.table.column import Column
from vsdesigner.document.snapshot import Snapshot

#: The columns of the method's tables, in its order: what the view shows at first.
METHOD = ("name", "lane", "tasks", "practices", "tools")


def columns(view: Snapshot) -> tuple[Column, ...]:
    """Return every column there is for a document: those of the method first, roles last (``raci:<id>``)."""
    raise NotImplementedError
