"""Reads the times and shares of the sheet with the metrics: an amount and its unit side by side."""

from __future__ import annotations

import math
from typing import NamedTuple

from vsdesigner.document.amounts import MOST, read_duration, unit_named
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.excel.languages import plain, spellings
from vsdesigner.exchange.excel.reading.outcome import Problems
from vsdesigner.exchange.excel.reading.rows import Matched
from vsdesigner.exchange.excel.reading.tables import Entry, Table
from vsdesigner.language import say
from vsdesigner.model.parts import Duration, TimeUnit
from vsdesigner.model.records import Step

_QUALITY = "Complete and accurate"


class _Pair(NamedTuple):
    field: str
    amount: str  # headers
    unit: str


_PAIRS = (
    _Pair("process_time", "Process time", "Process unit"),
    _Pair("wait_time", "Wait time", "Wait unit"),
)


def says_times(table: Table) -> bool:
    """Say whether a table has columns for a time or for quality."""
    headers = {plain(header) for header in table.others.values()}
    return any(
        plain(word) in headers
        for header in (*(pair.amount for pair in _PAIRS), _QUALITY)
        for word in (*spellings(header), say(header))
    )


def write_times(base: Snapshot, draft: Draft, matched: Matched, problems: Problems) -> None:
    """Write the times that differ from those of `base`; a table without their headers says nothing."""
    columns = {plain(header): column for column, header in matched.table.others.items()}

    def column(header: str) -> int:
        words = (*spellings(header), say(header))
        return next((columns[plain(word)] for word in words if plain(word) in columns), -1)

    for line in matched.lines:
        step, present = base.find(line.step), draft.find(line.step)
        if not isinstance(present, Step):
            continue
        before = (
            step if isinstance(step, Step) else Step(id=present.id, stream=present.stream, lane=present.lane)
        )
        for pair in _PAIRS:
            places = column(pair.amount), column(pair.unit)
            if min(places) >= 0:
                _write_time(draft, matched.table.sheet, line.entry, before, pair, places, problems)
        if column(_QUALITY) >= 0:
            _write_share(draft, matched.table.sheet, line.entry, before, column(_QUALITY), problems)


def _write_time(
    draft: Draft,
    sheet: str,
    entry: Entry,
    step: Step,
    pair: _Pair,
    places: tuple[int, int],
    problems: Problems,
) -> None:
    before: Duration | None = getattr(step, pair.field)
    amount, word = (entry.pieces(place)[0].strip() for place in places)
    shown = _amount(before)
    known = before.unit if before is not None and shown is not None else None
    unit = unit_named(word) if word else known or TimeUnit.HOURS
    number = number_in(amount)
    if unit is None:
        sentence = say("“{unit}” is no unit of time; it needs minutes, hours, days or weeks.")
        problems.add(sheet, entry.row, sentence.format(unit=word[:30]), say(pair.unit))
        return
    if amount and number is None:
        written = read_duration(amount, unit)  # such as “2 weeks” or “1-3”
        if written is None:
            sentence = say("“{amount}” is no time; it needs a number such as 2 or 1.5.")
            problems.add(sheet, entry.row, sentence.format(amount=amount[:30]), say(pair.amount))
        elif written != before:
            draft.update(step.id, **{pair.field: written})
        return
    if _is_same(number, shown) and (number is None or unit is known):
        return
    if before is not None and number is not None and _is_same(number, shown):
        draft.update(step.id, **{pair.field: before.model_copy(update={"unit": unit})})
    else:
        draft.update(step.id, **{pair.field: None if number is None else Duration(likely=number, unit=unit)})


def _write_share(draft: Draft, sheet: str, entry: Entry, step: Step, place: int, problems: Problems) -> None:
    text = entry.pieces(place)[0].strip()
    is_percent = text.endswith("%")
    found = number_in(text.removesuffix("%"))
    if text and (found is None or found > 100):
        sentence = say("“{text}” is not a percentage from 0 to 100.")
        problems.add(sheet, entry.row, sentence.format(text=text[:30]), say(_QUALITY))
        return
    share = None
    if found is not None:
        share = found if is_percent or found > 1 else found * 100
    if not _is_same(share, step.complete_and_accurate):
        draft.update(step.id, complete_and_accurate=None if share is None else round(share, 10))


def _amount(duration: Duration | None) -> float | None:
    """What the sheet shows of a time: the likely number, or the middle of its bounds."""
    if duration is None:
        return None
    if duration.likely is not None:
        return duration.likely
    said = [bound for bound in (duration.minimum, duration.maximum) if bound is not None]
    return sum(said) / len(said) if said else None


def number_in(text: str) -> float | None:
    """Return the number in a cell, in all its digits; None for anything else."""
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return value if 0 <= value <= MOST else None


def _is_same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)
