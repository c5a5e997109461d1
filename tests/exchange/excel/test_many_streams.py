"""Many streams in one workbook: names, links, limits."""

from __future__ import annotations

import time

import pytest

from tests.exchange.excel.reading import ALL, METHOD_SHEETS, opened, render, shown
from vsdesigner.commands import steps, streams
from vsdesigner.document.behaviors import complete
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.excel import workbook
from vsdesigner.model.errors import UserError

NAMES = ("History", "a/b\\c:d*e?[f]", "'quoted'", "", "Same", "same", "🚀" * 20, "شهادة עברית", "\x07 = + @")


def many(count: int) -> Snapshot:
    draft = Draft(streams.new_document())
    first = draft.view.streams[0].id
    ids = [first, *(streams.add(draft, "") for _ in range(count - 1))]
    for number, id in enumerate(ids):
        draft.update(id, name=f"{NAMES[number % len(NAMES)]} {number // len(NAMES) or ''}".strip())
        steps.add(draft, id, steps.next_place(draft.view, id, "engage"), f"Step of {number}")
    complete(draft)
    return draft.view


def test_three_hundred_streams() -> None:
    view = many(300)
    start = time.monotonic()
    content = render(view, sheets=("cover", *METHOD_SHEETS))
    assert time.monotonic() - start < 60
    book = opened(content)
    names = book.sheetnames
    assert len(names) == 1 + 300 * 4 + 1  # nobody has written a use case yet
    assert len({name.casefold() for name in names}) == len(names)
    assert all(len(name.encode("utf-16-le")) // 2 <= 31 and not set(name) & set("[]:*?/\\") for name in names)
    cover = [row[0] for row in shown(book["Cover"])]
    assert (cover.count("Steps"), cover.count("Use case")) == (300, 0)
    assert "300 value streams" in cover
    linked = [
        str(cell.hyperlink.location).rpartition("!")[0].strip("'").replace("''", "'")
        for row in book["Cover"].iter_rows()
        for cell in row
        if cell.hyperlink
    ]
    assert sorted(linked) == sorted(names[1:-1])


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_no_sheet_may_have(name: str) -> None:
    draft = Draft(many(2))
    first, second = draft.view.streams
    draft.update(first.id, name=name)
    draft.update(second.id, name=name)
    book = opened(render(draft.view, sheets=ALL))
    assert len({title.casefold() for title in book.sheetnames}) == len(book.sheetnames)
    shown_names = [row[0] for row in shown(book["Cover"])]
    assert (
        len([text for text in shown_names if text == (draft.view.streams[0].name or "Untitled stream")]) == 2
    )


def test_too_many_sheets_are_refused_in_words(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_SHEETS", 20)
    with pytest.raises(UserError, match="would have 41 sheets; programs open at most 20 well"):
        render(many(10), sheets=("cover", *METHOD_SHEETS))
    render(many(3), sheets=("cover", *METHOD_SHEETS))
