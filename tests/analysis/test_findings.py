"""All findings of a document: order, levels, what a finding says."""

from __future__ import annotations

import random

import pytest

from tests.analysis.build import edited, sound
from vsdesigner.analysis.findings import ALL_CHECKS, Finding, Level, find_all, find_in_stream, level_of
from vsdesigner.commands import streams
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot


def _levels(view: Snapshot, **levels: str) -> Snapshot:
    return edited(view, "document", check_levels={id.replace("_", "-"): name for id, name in levels.items()})


def test_a_sound_document_has_no_findings() -> None:
    assert find_all(sound()) == ()


def test_a_new_document_lacks_its_use_case_and_nothing_else() -> None:
    assert [finding.check for finding in find_all(streams.new_document())] == [
        "no-stream-name",
        "no-demand",
        "no-outcome",
        "no-value",
        "no-owner",
    ]


def test_a_finding_says_everything_that_a_list_needs() -> None:
    (finding,) = find_all(edited(sound(), "stream", owner=" "))
    assert finding == Finding(
        check="no-owner",
        level=Level.WARNING,
        record="stream",
        field="owner",
        text="The stream “Order a laptop” has no owner.",
        why="Without an owner nobody decides when the parts of the stream pull in different directions.",
        unwritten=True,
    )


def test_the_order_does_not_depend_on_how_records_are_stored() -> None:
    view = edited(edited(sound(), "first", tasks=(), raci=()), "second", practices=(), name="")
    records = list(view.records.values())
    random.Random(3).shuffle(records)
    assert find_all(Snapshot(records)) == find_all(view)
    assert len(find_all(view)) > 3


def test_a_document_gives_a_check_another_level() -> None:
    (finding,) = find_all(_levels(edited(sound(), "stream", owner=""), no_owner="error"))
    assert finding.level is Level.ERROR


def test_a_document_switches_a_check_off() -> None:
    assert find_all(_levels(edited(sound(), "stream", owner=""), no_owner="off")) == ()


@pytest.mark.parametrize("name", ["", "fatal", "5"])
def test_an_unknown_level_counts_as_not_given(name: str) -> None:
    (finding,) = find_all(_levels(edited(sound(), "stream", owner=""), no_owner=name))
    assert finding.level is Level.WARNING


def test_levels_for_checks_that_this_version_does_not_know_are_ignored() -> None:
    assert find_all(_levels(sound(), check_of_the_future="error")) == ()


def test_check_ids_are_unique_and_explained() -> None:
    assert len({check.id for check in ALL_CHECKS}) == len(ALL_CHECKS)
    for check in ALL_CHECKS:
        assert check.title
        assert check.why.endswith(".")
        assert level_of(sound(), check) is check.level


def test_levels_compare() -> None:
    assert Level.ERROR.reaches(Level.WARNING)
    assert Level.WARNING.reaches(Level.WARNING)
    assert not Level.HINT.reaches(Level.WARNING)


def test_every_stream_is_looked_at() -> None:
    draft = Draft(sound())
    added = streams.add(draft, "Second")
    assert {finding.record for finding in find_all(draft.view)} == {added}


def test_the_findings_of_one_stream() -> None:
    snapshot = streams.new_document()
    found = find_in_stream(snapshot, snapshot.streams[0])
    assert found == find_all(snapshot)
    assert found != ()
