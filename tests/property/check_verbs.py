"""The verbs on what is checked, for the machine of `test_editor`."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from vsdesigner.analysis.findings import ALL_CHECKS, OFF, Level
from vsdesigner.analysis.profiles import PROFILES
from vsdesigner.commands import checks
from vsdesigner.document.draft import Draft

ids = st.sampled_from([check.id for check in ALL_CHECKS])


def set_level(draft: Draft, stream: str, data: st.DataObject) -> None:
    checks.set_level(draft, data.draw(ids), data.draw(st.sampled_from(("", OFF, *Level))))


def reset_levels(draft: Draft, stream: str, data: st.DataObject) -> None:
    checks.set_level(draft, data.draw(ids), OFF)  # so that there is something
    if data.draw(st.booleans()):
        checks.reset_levels(draft)


def set_profile(draft: Draft, stream: str, data: st.DataObject) -> None:
    checks.set_profile(draft, data.draw(st.sampled_from(list(PROFILES))))


VERBS: dict[Callable[[Draft, str, st.DataObject], None], tuple[Callable[..., object], ...]] = {
    set_level: (checks.set_level,),
    reset_levels: (checks.reset_levels,),
    set_profile: (checks.set_profile,),
}
