"""Checks that the letters of the responsibility matrix are spread sensibly, in a row and over the stream."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from vsdesigner.analysis.checks.raci import ACCOUNTABLE, CONSULTED, INFORMED, RESPONSIBLE, Row, rows
from vsdesigner.analysis.finding import Check, Finding, Level
from vsdesigner.analysis.words import quoted, stream_words
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import role_name
from vsdesigner.model.records import Stream

MANY_RESPONSIBLE = Check(
    "many-responsible",
    Level.HINT,
    "Three or more responsible",
    "The more roles do the same work, the more is done twice or left to the others.",
)
MANY_CONSULTED = Check(
    "many-consulted",
    Level.HINT,
    "More than half consulted",
    "Everybody who is asked before costs waiting time.",
)
EVERYBODY = Check(
    "everybody-involved",
    Level.HINT,
    "Everybody involved",
    "When every role holds a letter, the letters no longer tell who matters here.",
)
NOBODY_TOLD = Check(
    "nobody-asked-or-told",
    Level.HINT,
    "Nobody consulted or informed",
    "Work that nobody is asked or told about often comes as a surprise to the next step.",
)
OVERLOAD = Check(
    "role-overloaded",
    Level.HINT,
    "One role with most of the letters",
    "One role that answers for most steps, or does most of them, is where the stream waits.",
)
KINDS = (MANY_RESPONSIBLE, MANY_CONSULTED, EVERYBODY, NOBODY_TOLD, OVERLOAD)

MANY = 3  # responsible roles in one row
FEWEST_ROLES = 3  # with fewer roles, everybody is part of everything
FEWEST_ROWS = 4  # with fewer rows, one role naturally has most of them


def check(snapshot: Snapshot, stream: Stream) -> Iterator[Finding]:
    """Yield rows with too many or too few letters, and roles that hold most A's or R's of the stream."""
    known = {entry.letter for entry in snapshot.settings.raci_letters}
    roles = len(snapshot.roles)
    matrix = [row for row in rows(snapshot, stream.id) if row.marks]
    for row in matrix:
        yield from _in_row(snapshot, row, roles, known)
    for letter, verb in ((ACCOUNTABLE, "answers for"), (RESPONSIBLE, "is responsible for")):
        if letter in known and roles >= FEWEST_ROLES:
            yield from _overloaded(snapshot, stream, matrix, letter, verb)


def _in_row(snapshot: Snapshot, row: Row, roles: int, known: set[str]) -> Iterator[Finding]:
    workers = len(row.letters.get(RESPONSIBLE, ()))
    asked = len(row.letters.get(CONSULTED, ()))
    if workers >= MANY:
        yield row.on(MANY_RESPONSIBLE, snapshot, f"has {workers} who are responsible")
    if roles < FEWEST_ROLES:
        return
    if asked > roles / 2:
        yield row.on(MANY_CONSULTED, snapshot, f"asks {asked} of {roles} roles for their view")
    if len({mark.role for mark in row.marks}) >= roles:
        yield row.on(EVERYBODY, snapshot, "involves every role")
    if {CONSULTED, INFORMED} & known and not {CONSULTED, INFORMED} & row.letters.keys():
        yield row.on(NOBODY_TOLD, snapshot, "has nobody who is consulted or informed")


def _overloaded(
    snapshot: Snapshot, stream: Stream, matrix: list[Row], letter: str, verb: str
) -> Iterator[Finding]:
    held = Counter(role for row in matrix for role in set(row.letters.get(letter, ())))
    lettered = sum(1 for row in matrix if letter in row.letters)
    if lettered < FEWEST_ROWS:
        return
    for role in snapshot.roles:
        if held[role.id] > lettered / 2:
            yield OVERLOAD.on(
                role.id,
                "",
                f"{stream_words(stream)}: {quoted(role_name(snapshot, role.id))} {verb}"
                f" {held[role.id]} of {lettered} rows.",
            )
