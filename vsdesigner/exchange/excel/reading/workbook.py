"""Reads a workbook: ours with what was changed in it, or a foreign one as a new stream."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from itertools import islice

from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import stream_title
from vsdesigner.exchange.carried.xlsx import text_in_workbook
from vsdesigner.exchange.excel import sheets as names
from vsdesigner.exchange.excel.languages import in_language, language_of
from vsdesigner.exchange.excel.reading.case import write_use_case
from vsdesigner.exchange.excel.reading.cells import Sheet, read_sheets
from vsdesigner.exchange.excel.reading.foreign import read_foreign
from vsdesigner.exchange.excel.reading.frame import write_calendar, write_cover
from vsdesigner.exchange.excel.reading.letters import Letters
from vsdesigner.exchange.excel.reading.outcome import Origin, Problems, WorkbookImport
from vsdesigner.exchange.excel.reading.package import Package
from vsdesigner.exchange.excel.reading.placing import drawn_like
from vsdesigner.exchange.excel.reading.rows import fold
from vsdesigner.exchange.excel.reading.sheets import Content, apply_tables, contents, headers, prefix_of
from vsdesigner.exchange.excel.reading.tables import Table, UseCase
from vsdesigner.exchange.registry import Progress, Question
from vsdesigner.language import say
from vsdesigner.model.records import Step

_HEADER_ROWS = 100  # of a sheet, in which the language of a workbook is looked for

Decode = Callable[[str], Snapshot]


def read_workbook(
    content: bytes,
    decode: Decode,
    *,
    ours: Snapshot | None = None,
    name: str = "",
    joins: bool = True,
    progress: Progress = lambda _share: None,
    cancelled: Question = lambda: False,
) -> WorkbookImport:
    """Return what a workbook (.xlsx) says.

    `decode` makes a document of the text that a workbook of ours carries, and raises `UserError` when it
    cannot; `ours` is the open document, to which the streams of a foreign workbook come unless `joins` says
    that they make a document of their own. `name` is what a new stream is called when the workbook does not
    say. It may run in any thread; raises `UserError` for what cannot be read and `Cancelled` when told so.
    """
    package = Package(content, cancelled)
    found = read_sheets(package, lambda share: progress(0.5 * share))
    text = text_in_workbook(content)
    with in_language(_language(found)):
        if text is not None:
            return _own(decode(text), ours, found, progress)
        return read_foreign(found, ours if joins else None, name, progress)


def _language(found: Sequence[Sheet]) -> str:
    """The language of the headers, which stand among the first rows of each sheet."""
    rows = (row for sheet in found for row in islice(sheet.rows.values(), _HEADER_ROWS))
    return language_of((text for row in rows for text in row.values()), headers())


# -- our own workbook ---------------------------------------------------------------------------------------
def _own(
    carried: Snapshot, ours: Snapshot | None, found: Sequence[Sheet], progress: Progress
) -> WorkbookImport:
    base = drawn_like(carried, ours) if ours is not None else carried
    problems = Problems()
    content = contents(base, found, problems)
    homes = _homes(base, content)
    draft = Draft(base)
    letters = Letters(base, draft, problems)
    for number, stream in enumerate(base.streams, start=1):
        mine = [table for table in content.tables if homes.get(table.sheet) == stream.id]
        cases = [case for case in content.cases if homes.get(case.sheet) == stream.id]
        for case in cases:
            write_use_case(base, draft, stream.id, case, problems)
        apply_tables(base, draft, stream.id, mine, letters, problems)
        progress(0.5 + 0.5 * number / len(base.streams))
    everything: list[Table | UseCase] = [*content.tables, *content.cases]
    for sheet in found:
        if sheet.name in homes:
            write_calendar(base, draft, homes[sheet.name], sheet, problems)
    write_cover(base, draft, found, problems)
    for lost in everything:
        if lost.sheet not in homes:
            problems.add(lost.sheet, 0, say("It does not say which stream it belongs to; it was left out."))
    theirs = complete(draft).view if draft.touched else base
    return WorkbookImport(Origin.OWN, base, theirs, (), problems.found())


# -- which stream a sheet belongs to ------------------------------------------------------------------------
def _homes(base: Snapshot, content: Content) -> Mapping[str, str]:
    """Sheet → stream: by the ids in it, by the stream that its siblings belong to, by name."""
    found: dict[str, str] = {}
    prefixes: dict[str, str] = {}
    for table in content.tables:
        counts = Counter(
            step.stream
            for entry in table.entries
            if isinstance(step := base.find(entry.step) if entry.step else None, Step)
        )
        if counts:
            found[table.sheet] = counts.most_common(1)[0][0]
            prefix = prefix_of(table.sheet)
            if prefix is not None:
                prefixes.setdefault(prefix, found[table.sheet])
    for prefix, stream in zip(names.prefixes(base.streams), base.streams, strict=True):
        prefixes.setdefault(prefix, stream.id)
    titles = {fold(stream_title(stream)): stream.id for stream in reversed(base.streams)}
    everything: list[Table | UseCase] = [*content.tables, *content.cases]
    for each in everything:
        if each.sheet in found:
            continue
        texts = each.above if isinstance(each, Table) else [each.title]
        home = prefixes.get(prefix_of(each.sheet) or " ", "") if prefix_of(each.sheet) is not None else ""
        if prefix_of(each.sheet) == "":
            home = prefixes.get("", "")
        home = home or next((titles[fold(text)] for text in texts if fold(text) in titles), "")
        if not home and len(base.streams) == 1:
            home = base.streams[0].id
        if home:
            found[each.sheet] = home
    return found
