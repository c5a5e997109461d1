"""The profile of a document and the levels of its checks."""

from __future__ import annotations

import pytest

from tests.analysis.build import edited, sound, with_changes
from vsdesigner.analysis.findings import find_all
from vsdesigner.analysis.profiles import READY_TO_PRESENT
from vsdesigner.commands import checks
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot


def ownerless() -> Snapshot:
    return edited(sound(), "stream", owner="")


@pytest.mark.parametrize("level", ["error", "warning", "hint"])
def test_a_check_gets_another_level(level: str) -> None:
    draft = Draft(ownerless())
    checks.set_level(draft, "no-owner", level)
    assert [finding.level for finding in find_all(draft.view)] == [level]


def test_a_check_is_switched_off_and_on_again() -> None:
    draft = Draft(ownerless())
    checks.set_level(draft, "no-owner", "off")
    checks.set_level(draft, "no-value", "hint")
    assert find_all(draft.view) == ()
    checks.set_level(draft, "no-owner", "")
    assert find_all(draft.view) == find_all(ownerless())
    assert draft.view.settings.check_levels == {"no-value": "hint"}


def test_all_levels_go_back_to_the_profile() -> None:
    draft = Draft(ownerless())
    checks.set_level(draft, "no-owner", "off")
    checks.reset_levels(draft)
    assert draft.view == ownerless()
    assert not draft.to_change("Reset the levels")


def test_the_profile_is_chosen() -> None:
    draft = Draft(sound())
    checks.set_profile(draft, READY_TO_PRESENT)
    assert draft.view.settings.check_profile == READY_TO_PRESENT
    checks.set_profile(draft, "")
    assert draft.view == sound()


def test_a_document_without_settings_gets_some() -> None:
    bare = with_changes(ownerless(), gone=("document",))
    for act in (
        lambda draft: checks.set_level(draft, "no-owner", "off"),
        lambda draft: checks.set_profile(draft, READY_TO_PRESENT),
        checks.reset_levels,
    ):
        draft = Draft(bare)
        act(draft)
        assert draft.view.find("document") is not None


def test_what_there_is_not_is_refused() -> None:
    draft = Draft(sound())
    for words in (("no-such-check", "off"), ("no-owner", "fatal"), ("no-owner", "OFF")):
        with pytest.raises(ValueError, match=r"there is no check|is no level"):
            checks.set_level(draft, *words)
    with pytest.raises(ValueError, match="there is no profile"):
        checks.set_profile(draft, "perfect")
    assert draft.view == sound()
