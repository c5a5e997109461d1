"""The journal: every change is on the disk when it is made, and comes back after a crash."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.repeatable import repeatable_ids
from tests.sample import sample
from tests.storage.test_disk_faults import ERRORS, faults
from tests.strategies import change_of
from tests.strategies import documents as any_document
from vsdesigner.document.change import Change
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import Note
from vsdesigner.storage import documents, runs
from vsdesigner.storage.change_codec import DamagedError, decode_change, encode_change, from_line, to_line
from vsdesigner.storage.file_state import FileState
from vsdesigner.storage.journal import Journal
from vsdesigner.storage.journal_reading import ReadJournal, read_journal


def renamed(view: Snapshot, text: str) -> Change:
    draft = Draft(view)
    draft.update("note-1", text=text)
    return draft.to_change(f"Write “{text}”")


def text_of(view: Snapshot) -> str:
    return view.get("note-1", Note).text


def only_journal() -> Path:
    (place,) = runs.current_run().folder.glob("*.journal")
    return place


def present() -> ReadJournal:
    return read_journal(only_journal())


def files() -> list[str]:
    return sorted(path.suffix for path in runs.current_run().folder.iterdir())


# -- changes as lines -----------------------------------------------------------------------------------
@given(any_document(), st.data())
def test_a_change_comes_back_whole(view: Snapshot, data: st.DataObject) -> None:
    with repeatable_ids(9_000):
        change = change_of(view, data)
    row = encode_change(change)
    line, checksum = to_line(row, "before")
    again, same = from_line(line, "before")
    assert same == checksum
    back = decode_change(again, view)
    assert back == change
    assert view.evolve(back.result) == view.evolve(change.result)


def test_a_line_is_one_line() -> None:
    line, _ = to_line({"label": "a\nb\r\u2028c\udc80"}, "")
    assert line.count(b"\n") == 1
    assert line.endswith(b"\n")
    assert from_line(line, "")[0] == {"label": "a\nb\r\u2028c\udc80"}


def test_a_damaged_line_is_known() -> None:
    line, checksum = to_line({"label": "text", "n": 12}, "")
    for position in range(len(line)):
        with pytest.raises(DamagedError):
            from_line(line[:position], "")
        for bit in (1, 16, 128):
            damaged = line[:position] + bytes([line[position] ^ bit]) + line[position + 1 :]
            with pytest.raises(DamagedError):
                from_line(damaged, "")
    with pytest.raises(DamagedError):
        from_line(line, checksum)


def test_a_change_that_does_not_fit_is_refused() -> None:
    view = sample()
    change = renamed(view, "x")
    fewer = view.evolve({"note-1": None})
    with pytest.raises(DamagedError):
        decode_change(encode_change(change), fewer)
    added = Change("Add", added={"note-1": view.get("note-1", Note)})
    assert decode_change(encode_change(added), fewer) == added
    with pytest.raises(DamagedError):
        decode_change(encode_change(added), view)
    with pytest.raises(DamagedError):
        decode_change(encode_change(added.inverse()), fewer)
    for row in ({}, {"added": 1}, {**encode_change(change), "updated": {"boxes": [{}]}}):
        with pytest.raises(DamagedError):
            decode_change(row, view)


# -- a journal ------------------------------------------------------------------------------------------
def test_every_change_is_on_the_disk(tmp_path: Path) -> None:
    view = sample()
    path = tmp_path / "a.vstream"
    state = documents.save(path, view)
    journal = Journal.start(view, path, state=state)
    for number in range(5):
        change = renamed(view, f"text {number}")
        journal.append(change)
        view = view.evolve(change.result)
        read = present()
        assert read.recovered == view
        assert read.change_count == journal.position == number + 1
    assert read.base == sample()
    assert read.header.path == path
    assert read.header.file_sha256 == state.sha256
    assert not read.header.unsaved
    assert not read.cut


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(any_document(), st.data())
def test_any_changes_undone_ones_too(view: Snapshot, data: st.DataObject) -> None:
    journal = Journal.start(view, None)
    base = view
    try:
        for _ in range(data.draw(st.integers(0, 6))):
            with repeatable_ids(data.draw(st.integers(10_000, 20_000))):
                change = change_of(view, data)
            steps = [change, change.inverse()] if data.draw(st.booleans()) else [change]
            for step in steps:
                journal.append(step)
                view = view.evolve(step.result)
        read = present()
        assert read.base == base
        assert read.recovered == view
    finally:
        journal.close()


def test_the_base_does_not_depend_on_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.vstream"
    documents.save(path, sample())
    journal = Journal.start(sample(), path)
    journal.append(renamed(sample(), "x"))
    path.unlink()
    assert text_of(present().recovered) == "x"


def test_with_the_base_gone_the_file_helps(tmp_path: Path) -> None:
    path = tmp_path / "a.vstream"
    documents.save(path, sample())
    Journal.start(sample(), path).append(renamed(sample(), "x"))
    base = only_journal().with_suffix(".base")
    base.write_bytes(base.read_bytes()[:-5])
    assert text_of(present().recovered) == "x"
    path.write_bytes(b"other")
    with pytest.raises(UserError, match="missing or damaged"):
        present()


def test_a_base_that_is_in_no_file_is_not_taken_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.vstream"
    documents.save(path, sample())
    Journal.start(sample().evolve(renamed(sample(), "repaired").result), path, unsaved=True)
    only_journal().with_suffix(".base").unlink()
    with pytest.raises(UserError, match="missing or damaged"):
        present()


def test_saving_starts_over(tmp_path: Path) -> None:
    path = tmp_path / "b.vstream"
    journal = Journal.start(sample(), None)
    change = renamed(sample(), "x")
    journal.append(change)
    view = sample().evolve(change.result)
    state = documents.save(path, view)
    journal.rebase(view, state, path=path)
    read = present()
    assert read.base == read.recovered == view
    assert read.change_count == journal.position == 0
    assert read.header.path == path
    assert read.header.file_sha256 == state.sha256
    assert files() == [".base", ".journal", ".json", ".lock"]
    journal.append(renamed(view, "y"))
    assert text_of(present().recovered) == "y"


def test_changes_made_while_it_was_saving_stay(tmp_path: Path) -> None:
    journal = Journal.start(sample(), None)
    views = [sample()]
    for text in "abcd":
        change = renamed(views[-1], text)
        journal.append(change)
        views.append(views[-1].evolve(change.result))
        if text == "b":
            position = journal.position
    journal.rebase(views[2], FileState(1, 1, "x"), since=position)
    read = present()
    assert read.base == views[2]
    assert read.recovered == views[4]
    assert read.change_count == journal.position == 2
    journal.append(renamed(views[4], "e"))
    assert text_of(present().recovered) == "e"


def test_closing(tmp_path: Path) -> None:
    first, second = Journal.start(sample(), None), Journal.start(sample(), None)
    folder = runs.current_run().folder
    first.close()
    assert sorted(path.suffix for path in folder.iterdir()) == [".base", ".journal", ".json", ".lock"]
    second.close()
    assert not folder.exists()
    third = Journal.start(sample(), None)
    assert runs.current_run().folder != folder
    third.close(discard=False)
    assert len(files()) == 4


def test_what_is_kept_is_private() -> None:
    Journal.start(sample(), None)
    assert runs.current_run().folder.stat().st_mode & 0o077 == 0 or os.name == "nt"


# -- damage ---------------------------------------------------------------------------------------------
def three_changes() -> tuple[list[Snapshot], bytes]:
    """States and content of a journal with three changes."""
    journal = Journal.start(sample(), None)
    views = [sample()]
    for text in ("one", "two", "three"):
        change = renamed(views[-1], text)
        journal.append(change)
        views.append(views[-1].evolve(change.result))
    return views, only_journal().read_bytes()


def test_a_tail_cut_at_every_byte_of_the_last_line() -> None:
    views, content = three_changes()
    last = content.rstrip(b"\n").rindex(b"\n") + 1
    for end in range(last, len(content) + 1):
        only_journal().write_bytes(content[:end])
        read = present()
        whole = end == len(content)
        assert read.change_count == (3 if whole else 2)
        assert read.recovered == views[3 if whole else 2]
        assert read.cut == (last < end < len(content))


def test_a_tail_of_garbage() -> None:
    views, content = three_changes()
    for tail in (b"\0" * 4096, b"\n\n\n", b"x", content[-20:], content.splitlines(keepends=True)[1]):
        only_journal().write_bytes(content + tail)
        read = present()
        assert read.recovered == views[3]
        assert read.cut


def test_damage_in_the_middle_cuts_there() -> None:
    views, content = three_changes()
    lines = content.splitlines(keepends=True)
    for wrong in (lines[2].replace(b"two", b"owt"), b"", lines[3]):
        only_journal().write_bytes(b"".join([*lines[:2], wrong, *lines[3:]]))
        read = present()
        assert read.recovered == views[1]
        assert read.cut


def test_without_its_first_line_it_is_unreadable() -> None:
    _, content = three_changes()
    lines = content.splitlines(keepends=True)
    for damaged in (b"", b"".join(lines[1:]), b"x" + content, lines[0][:-5], b"\0" * len(content)):
        only_journal().write_bytes(damaged)
        with pytest.raises(DamagedError):
            present()


@pytest.mark.parametrize(
    "row",
    [
        {"format": "other", "version": "1.0"},
        {"format": "vsdesigner-journal", "version": "2.0"},
        {"format": "vsdesigner-journal", "version": "1.0"},
        {"format": "vsdesigner-journal", "version": None},
        {},
    ],
)
def test_a_first_line_of_another_kind(row: dict[str, object]) -> None:
    three_changes()
    only_journal().write_bytes(to_line(row, "")[0])
    with pytest.raises((DamagedError, ValueError)):
        present()


# -- a disk that fails ----------------------------------------------------------------------------------
@pytest.mark.parametrize("call", ["write", "fsync"])
@pytest.mark.parametrize("code", ERRORS, ids=[errno.errorcode[code] for code in ERRORS])
@pytest.mark.parametrize("short", [False, True])
def test_a_change_that_could_not_be_written_goes_with_the_next(call: str, code: int, short: bool) -> None:
    if short and call != "write":
        return
    journal = Journal.start(sample(), None)
    views = [sample()]
    for text in ("one", "two", "three", "four"):
        change = renamed(views[-1], text)
        views.append(views[-1].evolve(change.result))
        if text in ("two", "three"):
            with (
                faults(call, 1, code, short=short),
                pytest.raises(UserError, match="not kept safe against a crash at the moment"),
            ):
                journal.append(change)
            assert present().recovered in views
        else:
            journal.append(change)
            assert present().recovered == views[-1]
    assert journal.position == present().change_count == 4
    assert not present().cut


@pytest.mark.parametrize("call", ["open", "write", "fsync", "read"])
@pytest.mark.parametrize("code", ERRORS, ids=[errno.errorcode[code] for code in ERRORS])
def test_starting_over_fails_anywhere(call: str, code: int) -> None:
    journal = Journal.start(sample(), None)
    view = sample()
    for number in range(1, 40):
        change = renamed(view, f"{number}")
        journal.append(change)
        view = view.evolve(change.result)
        with faults(call, number, code) as fault:
            try:
                journal.rebase(view, FileState(1, 1, "x"))
            except UserError as error:
                assert "not kept safe" in str(error)
        assert present().recovered == view
        assert files() == [".base", ".journal", ".json", ".lock"]
        if not fault.struck:
            return
    pytest.fail("more calls than expected")


@pytest.mark.parametrize("code", ERRORS, ids=[errno.errorcode[code] for code in ERRORS])
def test_beginning_fails_anywhere(code: int) -> None:
    for call in ("open", "write", "fsync"):
        for number in range(1, 40):
            with faults(call, number, code) as fault:
                try:
                    journal = Journal.start(sample(), None)
                except UserError as error:
                    assert "not kept safe" in str(error)
                else:
                    journal.close()
            if not fault.struck:
                break
        else:
            pytest.fail("more calls than expected")
