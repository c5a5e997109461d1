"""The verbs on what is checked, and those that only mends use, for the machine of `test_editor`."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import strategies as st

from vsdesigner.analysis.findings import ALL_CHECKS, OFF, Level, find_all
from vsdesigner.analysis.profiles import PROFILES
from vsdesigner.commands import checks, lists, tools
from vsdesigner.commands.mends import mends_for
from vsdesigner.document.draft import Draft
from vsdesigner.model.parts import ToolUse

ids = st.sampled_from([check.id for check in ALL_CHECKS])
spellings = st.sampled_from(("Zoom", "zoom", "ZOOM"))


def set_level(draft: Draft, stream: str, data: st.DataObject) -> None:
    checks.set_level(draft, data.draw(ids), data.draw(st.sampled_from(("", OFF, *Level))))


def reset_levels(draft: Draft, stream: str, data: st.DataObject) -> None:
    checks.set_level(draft, data.draw(ids), OFF)  # so that there is something
    if data.draw(st.booleans()):
        checks.reset_levels(draft)


def set_profile(draft: Draft, stream: str, data: st.DataObject) -> None:
    checks.set_profile(draft, data.draw(st.sampled_from(list(PROFILES))))


def _use_tools(draft: Draft, stream: str, data: st.DataObject) -> list[str]:
    """Two categories of tools, in use where there is a step."""
    found = [lists.tool_named(draft, name, ("Zoom",)) for name in ("Meetings", "Meeting")]
    for step in draft.view.steps(stream)[:2]:
        uses = [ToolUse(tool=id, products=(data.draw(spellings),)) for id in found]
        lists.set_tools(draft, step.id, uses)
    return found


def merge_tools(draft: Draft, stream: str, data: st.DataObject) -> None:
    keep, *others = data.draw(st.permutations(_use_tools(draft, stream, data)))
    tools.merge_tools(draft, keep, data.draw(st.sampled_from(([], others, [keep, *others]))))


def respell_product(draft: Draft, stream: str, data: st.DataObject) -> None:
    _use_tools(draft, stream, data)
    tools.respell_product(draft, data.draw(st.lists(spellings)), data.draw(spellings))


def mend(draft: Draft, stream: str, data: st.DataObject) -> None:
    """What the problems offer: any mend of any finding."""
    offered = [each for finding in find_all(draft.view) for each in mends_for(draft.view, finding)]
    if offered:
        data.draw(st.sampled_from(offered)).verb(draft)


VERBS: dict[Callable[[Draft, str, st.DataObject], None], tuple[Callable[..., object], ...]] = {
    set_level: (checks.set_level,),
    reset_levels: (checks.reset_levels,),
    set_profile: (checks.set_profile,),
    merge_tools: (tools.merge_tools,),
    respell_product: (tools.respell_product,),
    mend: (),
}
