"""What the sheets of a workbook hold, and how the tables of one stream are written into a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from vsdesigner.commands import elements
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import return_notes
from vsdesigner.exchange.excel import sheets as names
from vsdesigner.exchange.excel.columns import ACTIVITY_HEADER, STEP_HEADER, TASK_HEADER
from vsdesigner.exchange.excel.languages import spellings
from vsdesigner.exchange.excel.raci import CHECK_HEADER
from vsdesigner.exchange.excel.reading.case import labels
from vsdesigner.exchange.excel.reading.cells import MOST_COLUMNS, Sheet
from vsdesigner.exchange.excel.reading.frame import tell_places
from vsdesigner.exchange.excel.reading.letters import Letters
from vsdesigner.exchange.excel.reading.order import follow_order
from vsdesigner.exchange.excel.reading.outcome import Problems
from vsdesigner.exchange.excel.reading.rows import Matched, Matcher, is_main, removed_steps
from vsdesigner.exchange.excel.reading.tables import Table, UseCase, find_tables, find_use_case
from vsdesigner.exchange.excel.reading.times import says_times, write_times
from vsdesigner.exchange.excel.reading.values import Values
from vsdesigner.language import say
from vsdesigner.model.records import Lane, Step

_SUBJECTS = (
    names.USE_CASE,
    names.STEPS,
    names.TASKS,
    names.PRACTICES_TOOLS,
    names.RACI,
    "Resources",
    "Metrics",
)


@dataclass(slots=True)
class Content:
    """What was found in the sheets."""

    tables: list[Table] = field(default_factory=list)
    cases: list[UseCase] = field(default_factory=list)


def headers() -> list[str]:
    """Return the headers and labels by which the language of a workbook is known."""
    return [STEP_HEADER, ACTIVITY_HEADER, TASK_HEADER, CHECK_HEADER, *labels()]


def contents(view: Snapshot, found: Sequence[Sheet], problems: Problems, *, is_own: bool = True) -> Content:
    """Return the tables and use cases of the sheets of a workbook of the program, or of others."""
    content = Content()
    for sheet in found:
        if not sheet.rows:
            continue
        tables = find_tables(view, sheet, is_own=is_own)
        content.tables += tables
        if not tables:
            case = find_use_case(sheet, labels())
            if case is not None:
                content.cases.append(case)
        if sheet.spare and (tables or content.cases):
            sentence = say("Cells right of column {most:,} were left out.")
            problems.add(sheet.name, 0, sentence.format(most=MOST_COLUMNS))
    return content


def apply_tables(
    base: Snapshot,
    draft: Draft,
    stream: str,
    tables: Sequence[Table],
    letters: Letters,
    problems: Problems,
    *,
    is_own: bool = True,
) -> None:
    """Write what the tables of a stream say into the draft; what `base` says too changes nothing."""
    matcher = Matcher(base, draft, stream, problems)
    values = Values(base, draft, problems)
    matched = [matcher.match(table) for table in tables if table.entries]
    for each in matched:
        values.gather(each)
        _tell_below(base, stream, each, problems)
    gone: list[str] = []
    if is_own:
        counted = [Matched(table, stream) for table in tables if not table.entries]
        gone = removed_steps(base, stream, [*matched, *counted], values.changed, problems)
    values.write(gone)
    for each in matched:
        is_timed = says_times(each.table)
        if each.table.is_raci or (not is_own and each.table.others and not is_timed):
            letters.write(each, is_own=is_own)
        elif is_timed:
            write_times(base, draft, each, problems)
            tell_places(base, each, problems)
    if is_own:
        follow_order(base, draft, stream, matched, problems)
    else:
        _tell_unplaced(draft, matcher, matched, values, problems)
    elements.delete(draft, gone)


def _tell_unplaced(
    draft: Draft, matcher: Matcher, matched: Sequence[Matched], values: Values, problems: Problems
) -> None:
    """Tell of new steps whose activity nobody says, and where they were put."""
    sheets = {id(line.entry): each.table.sheet for each in matched for line in each.lines}
    for made, entry in matcher.made.items():
        if made in values.placed or draft.find(made) is None:
            continue
        lane = draft.get(draft.get(made, Step).lane, Lane).name
        sentence = say("No activity that is known here is given; the step was put into {activity}.")
        problems.add(sheets[id(entry)], entry.row, sentence.format(activity=lane))


def _tell_below(base: Snapshot, stream: str, matched: Matched, problems: Problems) -> None:
    """Tell of text below a table, unless it is one of the notes that stand there anyway."""
    if not (matched.table.is_raci or is_main(matched.table)):
        return  # what stands below other tables are remarks of the program
    notes = "\n".join(return_notes(base, stream)) if stream in base else ""
    for number, cells in matched.table.below:
        for text in cells.values():
            if text.strip() and text.strip() not in notes:
                sentence = say("“{text}” stands below the table and is no row of it; it was left out.")
                problems.add(matched.table.sheet, number, sentence.format(text=" ".join(text.split())[:60]))


def prefix_of(sheet: str) -> str | None:
    """Return what stands before a table's usual name in the name of a sheet; None without such a name."""
    for subject in _SUBJECTS:
        for word in (*spellings(subject), say(subject)):
            if sheet.endswith(word):
                return sheet[: -len(word)]
    return None
