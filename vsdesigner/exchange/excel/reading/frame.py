"""Reads what stands around the tables of our workbook: working calendar, cover, cells without a home."""

from __future__ import annotations

from collections.abc import Sequence

from vsdesigner.commands.table.errors import CellError, within
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import number_text, state_text, stream_title
from vsdesigner.exchange.excel import sheets as names
from vsdesigner.exchange.excel.cover import COVER_KINDS
from vsdesigner.exchange.excel.languages import plain, spellings
from vsdesigner.exchange.excel.lists import PLACE_WORDS
from vsdesigner.exchange.excel.metrics import PLACE, step_places
from vsdesigner.exchange.excel.reading.case import changed_state
from vsdesigner.exchange.excel.reading.cells import Sheet
from vsdesigner.exchange.excel.reading.outcome import Problems
from vsdesigner.exchange.excel.reading.rows import Matched
from vsdesigner.exchange.excel.reading.times import number_in
from vsdesigner.language import say
from vsdesigner.model.records import Stream

_CALENDAR = {"Hours\na day": ("hours_per_day", 24.0), "Days\na week": ("days_per_week", 7.0)}
_FACTS = {"Owner": "owner", "State": "state", "Status": "status", "Version": "version"}
_LONGEST = 60  # characters of a cell inside a sentence


def _words(text: str) -> frozenset[str]:
    """How a word of the program is spelled in any language, as texts are compared."""
    return frozenset(plain(word) for word in (*spellings(text), say(text)))


# -- working calendar ---------------------------------------------------------------------------------------
def write_calendar(base: Snapshot, draft: Draft, stream: str, sheet: Sheet, problems: Problems) -> None:
    """Write hours a day and days a week, which stand below their labels over the times."""
    present = base.get(stream, Stream).calendar
    for label, (field, most) in _CALENDAR.items():
        place = _below(sheet, _words(label))
        if place is None:
            continue
        row, text = place
        number = number_in(text)
        before = getattr(present, field)
        if number == before or not text.strip():
            continue
        if number is None or not 0 < number <= most:
            sentence = say("“{text}” is no number up to {most}; it was left out.")
            words = sentence.format(text=text[:_LONGEST], most=number_text(most))
            problems.add(sheet.name, row, words, _one(label))
            continue
        calendar = draft.get(stream, Stream).calendar
        draft.update(stream, calendar=calendar.model_copy(update={field: number}))


def _below(sheet: Sheet, words: frozenset[str]) -> tuple[int, str] | None:
    """Row and text of the cell below the first one that says one of the words."""
    for number in sorted(sheet.rows):
        for column, text in sheet.rows[number].items():
            if plain(text) in words:
                return number + 1, sheet.rows.get(number + 1, {}).get(column, "")
    return None


def _one(text: str) -> str:
    return " ".join(say(text).split())


# -- place in the stream ------------------------------------------------------------------------------------
def tell_places(base: Snapshot, matched: Matched, problems: Problems) -> None:
    """Tell of other places in the stream: where a step stands follows from its flows."""
    headers = matched.table.others
    column = next((at for at, header in headers.items() if plain(header) in _words(PLACE)), -1)
    if column < 0 or matched.stream not in base:
        return
    expected = {step: _words(PLACE_WORDS[place]) for step, place in step_places(base, matched.stream).items()}
    for line in matched.lines:
        text = " ".join(line.entry.pieces(column)[0].split())
        if line.step in expected and text and plain(text) not in expected[line.step]:
            sentence = say(
                "“{text}” counts inside the workbook only: here the flows say where a step stands."
            )
            words = sentence.format(text=text[:_LONGEST])
            problems.add(matched.table.sheet, line.entry.row, words, headers[column])


# -- cover --------------------------------------------------------------------------------------------------
def write_cover(base: Snapshot, draft: Draft, sheets: Sequence[Sheet], problems: Problems) -> None:
    """Write title, owner, state, status and version of the one stream that a cover is about.

    What the sheet with the use case says too, and otherwise, counts there.
    """
    cover = next((each for each in sheets if plain(each.name) in _words(names.COVER)), None)
    if cover is None or len(base.streams) != 1:
        return
    stream = base.streams[0]
    rows = [(number, _filled(cover.rows[number])) for number in sorted(cover.rows)]
    _write_title(draft, stream, cover, rows, problems)
    for number, cells in rows:
        if plain(cells[0]) in _words("Contents"):
            break  # below are names of sheets
        field = next((name for label, name in _FACTS.items() if plain(cells[0]) in _words(label)), "")
        if field and len(cells) > 1:
            _write(draft, stream, field, (cover.name, number, cells[1]), problems)
        elif len(cells) > 1 and plain(cells[0]) in _words("Steps") and number_in(cells[1]) is not None:
            _tell_count(base, stream, cover.name, number, cells, problems)


def _filled(row: dict[int, str]) -> list[str]:
    return [" ".join(row[column].split()) for column in sorted(row) if row[column].strip()] or [""]


def _write_title(
    draft: Draft, stream: Stream, cover: Sheet, rows: Sequence[tuple[int, list[str]]], problems: Problems
) -> None:
    kinds = frozenset[str]().union(*map(_words, COVER_KINDS))
    heads = [at for at, (_, cells) in enumerate(rows) if len(cells) == 1 and plain(cells[0]) in kinds]
    if heads and heads[0] + 1 < len(rows):
        number, cells = rows[heads[0] + 1]
        if len(cells) == 1:
            _write(draft, stream, "name", (cover.name, number, cells[0]), problems)


def _write(draft: Draft, stream: Stream, field: str, cell: tuple[str, int, str], problems: Problems) -> None:
    """Write a fact unless it is what it was, or the sheet of the use case says something else."""
    sheet, row, text = cell
    before = {"name": stream_title(stream), "state": state_text(stream)}.get(field) or getattr(stream, field)
    if plain(text) == plain(str(before)) or (field == "name" and _is_cut(text, before)):
        return
    present = draft.get(stream.id, Stream)
    try:
        new = changed_state(text) if field == "state" else within(text)
    except CellError as error:
        problems.add(sheet, row, str(error))
        return
    taken = getattr(present, field)
    if taken == getattr(stream, field):
        draft.update(stream.id, **{field: new})
    elif taken != new:
        sentence = say("The cell says something else than on sheet “{sheet}”; that one was taken.")
        problems.add(sheet, row, sentence.format(sheet=say(names.USE_CASE)))


def _is_cut(text: str, before: str) -> bool:
    return text.endswith("…") and " ".join(before.split()).startswith(text[:-1].rstrip())


def _tell_count(
    base: Snapshot, stream: Stream, sheet: str, row: int, cells: Sequence[str], problems: Problems
) -> None:
    if number_in(cells[1]) != len(base.steps(stream.id)):
        sentence = say("“{label}” is counted by the program; “{text}” was left out.")
        problems.add(sheet, row, sentence.format(label=cells[0], text=cells[1][:_LONGEST]))
