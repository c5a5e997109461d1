"""Reads what people type for numbers, shares and times: ``1,5 d``, ``30 min``, ``2-4 h``, ``from 1 day``."""

from __future__ import annotations

import math
import re

from vsdesigner.model.parts import Duration, TimeUnit

MOST = 1_000_000_000.0
_NUMBER = re.compile(
    r"((?:\d{1,12}(?:[.,]\d{0,12})?|[.,]\d{1,12})(?:e[+-]?\d{1,2})?)(?!\d)\s*(.*)", re.IGNORECASE
)
_UNITS = {
    TimeUnit.MINUTES: ("m", "min", "mins", "minute", "minutes", "minuten"),
    TimeUnit.HOURS: ("h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden", "heure", "heures"),
    TimeUnit.DAYS: ("d", "day", "days", "tag", "tage", "tagen", "j", "jour", "jours"),
    TimeUnit.WEEKS: ("w", "wk", "wks", "week", "weeks", "woche", "wochen", "sem", "semaine", "semaines"),
}
_LEAST = re.compile(
    r"(?:from|at\s+least|ab|mindestens|à\s+partir\s+de|dès|au\s+moins|min\.?(?!\w)|>=?|≥)\s*",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"(?:up\s+to|at\s+most|bis\s+zu|höchstens|jusqu[’']à|au\s+plus|max\.?(?!\w)|<=?|≤)\s*",
    re.IGNORECASE,
)
_TO = re.compile(r"\s*(?:-|–|—|to|bis|à|\.\.\.?|…)\s*(?=[\d.,])", re.IGNORECASE)
_PERCENT = frozenset({"", "%", "percent", "per cent"})
_RANGE_LENGTH = 100  # characters; nobody types a longer time

_Bounds = tuple[float | None, float | None]


def parse_number(text: str) -> tuple[float, str] | None:
    """Return the number at the start of a text and what follows it, or None; never negative or infinite."""
    found = _NUMBER.fullmatch(_spaced(text))
    if found is None:
        return None
    value = float(found[1].replace(",", "."))
    return (value, found[2].strip().casefold()) if math.isfinite(value) else None


def unit_named(text: str) -> TimeUnit | None:
    """Return the unit that a word or its short form means."""
    return next((unit for unit, words in _UNITS.items() if text.strip(" .").casefold() in words), None)


def read_percent(text: str) -> float | None:
    """Return the percentage that a text such as ``80``, ``80 %`` or ``99,5%`` says, else None."""
    found = parse_number(text)
    if found is None or found[1] not in _PERCENT or found[0] > 100:
        return None
    return found[0]


def read_duration(text: str, unit: TimeUnit = TimeUnit.HOURS) -> Duration | None:
    """Return the time that a text says, None when it says none.

    One number is the likely time, ``2-4 h``, ``from 1 day`` and ``up to 3`` are bounds, and bounds may stand
    in brackets behind a likely time: ``2 days (1-5)``. A number without a unit is meant in `unit`.
    """
    line = _spaced(text)
    if len(line) > _RANGE_LENGTH:
        return None
    before, bracket, inside = line.partition("(")
    if bracket:
        within = inside.strip().removesuffix(")").strip()
        single, bounds, both = _amount(before), _bounds(within), parse_number(within)
        if bounds is None and both is not None and not both[1]:
            bounds = (both[0], both[0]), ""
        return _duration(single[0], bounds[0], single[1], unit) if single and bounds else None
    bounds = _bounds(line)
    if bounds is not None:
        return _duration(None, bounds[0], bounds[1], unit)
    single = _amount(line)
    return None if single is None else _duration(single[0], (None, None), single[1], unit)


def _duration(likely: float | None, bounds: _Bounds, named: str, unit: TimeUnit) -> Duration | None:
    """A time of these numbers; None when the word behind them is no unit or one of them is too much."""
    found = unit_named(named) if named else unit
    numbers = [number for number in (likely, *bounds) if number is not None]
    if found is None or any(number > MOST for number in numbers):
        return None
    least, most = bounds
    if least is not None and most is not None and least > most:
        least, most = most, least
    return Duration(likely=likely, minimum=least, maximum=most, unit=found)


def _amount(text: str) -> tuple[float, str] | None:
    """A number and the word behind it; minutes behind hours (``1 h 30 min``, ``1h 30``) are added."""
    found = parse_number(text)
    if found is None:
        return None
    value, rest = found
    word = re.match(r"[a-z]*", rest)
    more = parse_number(rest[word.end() :]) if word and word[0] else None
    if not word or more is None or unit_named(word[0]) is not TimeUnit.HOURS:
        return value, rest
    if not more[1] or unit_named(more[1]) is TimeUnit.MINUTES:
        return value * 60 + more[0], TimeUnit.MINUTES.value
    return value, rest


def _bounds(text: str) -> tuple[_Bounds, str] | None:
    """Least and most of a text with the word behind them; None when it is no range."""
    for start, is_least in ((_LEAST, True), (_MOST, False)):
        mark = start.match(text)
        found = parse_number(text[mark.end() :]) if mark else None
        if found is not None:
            return ((found[0], None) if is_least else (None, found[0])), found[1]
    for dash in _TO.finditer(text):
        left, right = parse_number(text[: dash.start()]), parse_number(text[dash.end() :])
        if left is not None and right is not None and left[1] in ("", right[1]):
            return (left[0], right[0]), right[1]
    return None


def _spaced(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", "").strip()
