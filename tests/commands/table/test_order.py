"""What rows are sorted and filtered by."""

from __future__ import annotations

import pytest

from tests.commands.table.kit import Table, table
from tests.sample import sample
from vsdesigner.commands import roles
from vsdesigner.commands.table.columns import columns
from vsdesigner.commands.table.order import matches, sort_key
from vsdesigner.commands.table.rows import Row, rows


def in_order(sheet: Table, column: str, *texts: str) -> list[str]:
    """The texts of a column, sorted."""
    for number, text in enumerate(texts, start=1):
        sheet.write(number, column, text)
    shown = rows(sheet.view, sheet.stream)
    found = sorted(shown, key=lambda row: sort_key(sheet.view, row, sheet.column(column)))
    return [texts[shown.index(row)] for row in found]


@pytest.mark.parametrize(
    ("column", "texts", "wanted"),
    [
        ("name", ("step 10", "Step 9", "", "ask"), ["ask", "Step 9", "step 10", ""]),
        ("process_time", ("2 days", "90 min", "", "1-3 h"), ["90 min", "1-3 h", "2 days", ""]),
        (
            "wait_time",
            ("1 week", "6 days", "from 4 days", "up to 1 h"),
            ["up to 1 h", "from 4 days", "1 week", "6 days"],
        ),
        ("complete_and_accurate", ("100", "9", "", "50"), ["9", "50", "100", ""]),
        ("lane", ("Improve", "Build", "Engage", "Obtain"), ["Engage", "Obtain", "Build", "Improve"]),
        ("tasks", ("b", "A", "", "B\nc"), ["A", "b", "B\nc", ""]),
    ],
)
def test_values_count_by_what_they_mean(column: str, texts: tuple[str, ...], wanted: list[str]) -> None:
    assert in_order(table(*"ABCD"), column, *texts) == wanted


def test_numbers_are_not_text() -> None:
    sheet = table(*(f"S{number}" for number in range(11)))
    shown = rows(sheet.view, sheet.stream)
    number = sheet.column("number")
    assert sorted(shown, key=lambda row: sort_key(sheet.view, row, number)) == list(shown)


def test_letters_begin_with_the_accountable_ones() -> None:
    sheet = table(*"ABCD")
    draft = sheet.draft()
    role = roles.add_role(draft, "Client")
    sheet.take(draft)
    assert in_order(sheet, f"raci:{role}", "", "R", "A", "I") == ["A", "R", "I", ""]


def test_keys_of_every_column_can_be_compared() -> None:
    view = sample()
    shown = [row for by_task in (False, True) for row in rows(view, view.streams[0].id, by_task=by_task)]
    for column in columns(view):
        assert len(sorted(shown, key=lambda row: sort_key(view, row, column))) == len(shown)


def test_a_row_is_found_by_words_in_any_of_its_cells() -> None:
    sheet = table("Ask the user")
    sheet.write(1, "tools", "Phone (e.g., Straße)")
    shown = [sheet.column("name"), sheet.column("tools")]

    def found(words: str) -> bool:
        return matches(sheet.view, sheet.row(1), shown, words)

    assert found("")
    assert found("  ASK phone ")
    assert found("strasse")
    assert not found("ask mail")
    assert not matches(sheet.view, sheet.row(1), shown[:1], "phone")
    assert isinstance(sheet.row(1), Row)
