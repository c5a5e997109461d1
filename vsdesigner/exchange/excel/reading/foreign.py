"""Reads a workbook that is not ours: the method's tables, or a sheet for Visio's Data Visualizer."""

from __future__ import annotations

from collections.abc import Sequence

from vsdesigner.commands import streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.excel.reading.case import write_use_case
from vsdesigner.exchange.excel.reading.cells import Sheet
from vsdesigner.exchange.excel.reading.letters import Letters
from vsdesigner.exchange.excel.reading.outcome import Origin, Problems, WorkbookImport
from vsdesigner.exchange.excel.reading.sheets import Content, apply_tables, contents, prefix_of
from vsdesigner.exchange.excel.reading.tables import Table
from vsdesigner.exchange.excel.reading.visio import VisioSheet, find_visio, write_visio
from vsdesigner.exchange.registry import Progress
from vsdesigner.language import say
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import Record, Stream

MOST_STREAMS = 500
LONGEST_TITLE = 120  # characters; more of them are a remark


def read_foreign(
    found: Sequence[Sheet], ours: Snapshot | None, name: str, progress: Progress
) -> WorkbookImport:
    """Return the open document (an empty one without) with the streams of a foreign workbook on top."""
    base = ours if ours is not None else _without_streams(streams.new_document())
    problems = Problems()
    content = contents(base, found, problems, is_own=False)
    visio = [sheet for each in found if (sheet := find_visio(each)) is not None]
    if not content.tables and not visio:
        raise _nothing_found()
    draft = Draft(base)
    made = _read_tables(base, draft, content, name, problems, progress)
    for sheet in visio:
        made.append(write_visio(draft, sheet, _unused(draft, _title(sheet, name)), problems))
    unread = {each.name for each in found if each.rows} - _known_sheets(content, visio)
    for each in found:
        if each.name in unread:
            problems.add(each.name, 0, say("It has no headers that are known here; it was left out."))
    origin = Origin.METHOD if content.tables else Origin.VISIO
    return WorkbookImport(origin, base, complete(draft).view, tuple(made), problems.found())


def _without_streams(view: Snapshot) -> Snapshot:
    pending: dict[str, Record | None] = {}
    for stream in view.streams:
        pending[stream.id] = None
        pending.update(dict.fromkeys(end.id for end in view.terminals(stream.id)))
    return view.evolve(pending)


def _known_sheets(content: Content, visio: Sequence[VisioSheet]) -> set[str]:
    tables = {table.sheet for table in content.tables} | {sheet.sheet for sheet in visio}
    return tables | {case.sheet for case in content.cases}


# -- the method's tables ------------------------------------------------------------------------------------
def _read_tables(
    base: Snapshot, draft: Draft, content: Content, name: str, problems: Problems, progress: Progress
) -> list[str]:
    groups = _groups(content)
    if len(groups) > MOST_STREAMS:
        raise UserError(say("The workbook has more than {most} streams.").format(most=MOST_STREAMS))
    made: list[str] = []
    for number, (prefix, tables) in enumerate(groups.items(), start=1):
        cases = [case for case in content.cases if len(groups) == 1 or prefix_of(case.sheet) == prefix]
        title = next((case.title for case in cases if case.title), "") or prefix.strip(" –-")
        title = title or (_headline(tables) if len(groups) == 1 else "") or name
        stream = streams.add(draft, _unused(draft, " ".join(title.split())[:200]))
        made.append(stream)
        before = draft.view
        for case in cases:
            case.title = ""
            write_use_case(base, draft, stream, case, problems)
        letters = Letters(before, draft, problems)
        apply_tables(before, draft, stream, tables, letters, problems, is_own=False)
        progress(0.5 + 0.5 * number / len(groups))
    return made


def _headline(tables: Sequence[Table]) -> str:
    """What stands alone above a table, as titles do; empty for none or several texts."""
    found = {" ".join(text.split()) for table in tables for text in table.above if text.strip()}
    only = found.pop() if len(found) == 1 else ""
    return only if len(only) <= LONGEST_TITLE else ""


def _groups(content: Content) -> dict[str, list[Table]]:
    """What stands before the method's names of the tables → the tables: a stream each."""
    found: dict[str, list[Table]] = {}
    for table in content.tables:
        found.setdefault(prefix_of(table.sheet) or "", []).append(table)
    return found


def _unused(draft: Draft, name: str) -> str:
    """A name that no stream of the document has."""
    taken = {stream.name.casefold() for stream in draft.view.all(Stream)}
    number, candidate = 1, name
    while candidate and candidate.casefold() in taken:
        number += 1
        candidate = f"{name} {number}"
    return candidate


def _title(sheet: VisioSheet, name: str) -> str:
    generic = sheet.sheet.casefold().startswith(("sheet", "process map", "table"))
    return name if generic and name else sheet.sheet


def _nothing_found() -> UserError:
    return UserError(
        say(
            "The workbook has no table that can be read: neither the headers of the method’s tables "
            "(“Value Stream Step” or “Step”, “Mapped SVC” or “Activity” …) nor those of Visio’s Data "
            "Visualizer (“Process Step ID”, “Process Step Description” …)."
        )
    )
