"""What is asked of a document while it is drawn, and before it is shown."""

from __future__ import annotations

import pytest

from tests.analysis.build import edited, marks, sound, with_changes
from vsdesigner.analysis.findings import (
    ALL_CHECKS,
    Check,
    Finding,
    Level,
    find_all,
    find_in_stream,
    given_level,
    level_of,
)
from vsdesigner.analysis.problems import Problems
from vsdesigner.analysis.profiles import (
    PROFILES,
    READY_TO_PRESENT,
    WHILE_DRAWING,
    is_ready,
    profile_named,
)
from vsdesigner.document.snapshot import Snapshot

READY = PROFILES[READY_TO_PRESENT]


def unlettered() -> Snapshot:
    """A document in which only the letters of the first step are missing."""
    view = edited(edited(sound(), "first", raci=()), "second", raci=marks(client="I", lead="A/R"))
    return with_changes(view, gone=("engineer", "desk"))


def check_named(id: str) -> Check:
    return next(check for check in ALL_CHECKS if check.id == id)


def test_profiles_are_explained_and_know_their_checks() -> None:
    assert list(PROFILES) == [WHILE_DRAWING, READY_TO_PRESENT]
    for id, profile in PROFILES.items():
        assert (profile.id, bool(profile.title), profile.why[-1]) == (id, True, ".")
        assert profile.levels.keys() <= {check.id for check in ALL_CHECKS}


@pytest.mark.parametrize("id", [WHILE_DRAWING, "of-the-future"])
def test_a_profile_that_is_not_known_counts_as_drawing(id: str) -> None:
    assert profile_named(id) is PROFILES[WHILE_DRAWING]
    view = edited(unlettered(), "document", check_profile=id)
    assert [(finding.level, finding.unwritten) for finding in find_all(view)] == [(Level.WARNING, True)]


def test_while_drawing_what_is_only_not_written_marks_nothing() -> None:
    assert Problems(find_all(unlettered())).marks == {}


def test_before_a_stream_is_shown_everything_has_to_be_written() -> None:
    view = edited(unlettered(), "document", check_profile=READY_TO_PRESENT)
    (finding,) = find_all(view)
    assert (finding.check, finding.level, finding.unwritten) == ("nobody-accountable", Level.ERROR, False)
    assert Problems(find_all(view)).marks == {"first": Level.ERROR}
    assert find_in_stream(view, view.streams[0]) == find_all(view)


@pytest.mark.parametrize(
    ("fields", "check"),
    [
        ({"tasks": ()}, "step-without-tasks"),
        ({"practices": ()}, "step-without-practices"),
    ],
)
def test_documentation_that_is_missing_is_a_warning_then(fields: dict[str, object], check: str) -> None:
    view = edited(sound(), "first", **fields)
    assert [(finding.check, finding.level) for finding in find_all(view)] == [(check, Level.HINT)]
    assert [(finding.check, finding.level) for finding in find_all(view, READY)] == [(check, Level.WARNING)]
    assert is_ready(find_all(view))
    assert not is_ready(find_all(view, READY))


def test_a_given_profile_stands_in_for_the_one_of_the_document() -> None:
    view = edited(unlettered(), "document", check_profile=READY_TO_PRESENT)
    assert find_all(view, PROFILES[WHILE_DRAWING]) == find_all(unlettered())
    assert find_all(unlettered(), READY) == find_all(view)


def test_what_the_document_says_of_a_check_wins_over_its_profile() -> None:
    for given, level in (("hint", Level.HINT), ("off", None)):
        view = edited(
            unlettered(),
            "document",
            check_profile=READY_TO_PRESENT,
            check_levels={"nobody-accountable": given},
        )
        assert given_level(view, "nobody-accountable") == given
        assert level_of(view, check_named("nobody-accountable")) is level
        assert [finding.level for finding in find_all(view)] == ([level] if level else [])


def test_the_level_of_a_check_in_each_profile() -> None:
    check = check_named("step-without-tasks")
    assert level_of(sound(), check) is Level.HINT
    assert level_of(sound(), check, READY) is Level.WARNING
    assert level_of(edited(sound(), "document", check_profile=READY_TO_PRESENT), check) is Level.WARNING
    assert given_level(sound(), check.id) == ""


def test_a_sound_document_is_ready() -> None:
    assert find_all(sound(), READY) == ()
    assert is_ready(())


@pytest.mark.parametrize(
    ("level", "ready"), [(Level.ERROR, False), (Level.WARNING, False), (Level.HINT, True)]
)
def test_hints_leave_a_document_ready(level: Level, ready: bool) -> None:
    assert is_ready([Finding("check", level, "record", "", "text", "why")]) is ready
