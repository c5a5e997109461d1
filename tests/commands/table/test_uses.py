"""The cells that name practices and tools."""

from __future__ import annotations

import pytest

from tests.commands.table.kit import Table, table
from vsdesigner.commands.table.column import CellError
from vsdesigner.model.parts import PracticeUse, ToolUse
from vsdesigner.model.records import Practice, Tool


def products(sheet: Table) -> dict[str, tuple[str, ...]]:
    """Category → products known for it in the document."""
    return {tool.name: tool.products for tool in sheet.view.tools}


@pytest.mark.parametrize(
    "text",
    [
        "Service desk\nIT asset management",
        "– Service desk\n– IT asset management",
        "service DESK; ITAM",
        "Service desk, ITAM",
        "1. Service desk\n2. IT asset management\n3. Service desk",
    ],
)
def test_practices_are_found_by_name_and_alias(text: str) -> None:
    sheet = table("A")
    sheet.write(1, "practices", text)
    assert sheet.read(1, "practices") == "– Service desk\n– IT asset management"
    assert sheet.read(1, "practices", for_editing=True) == "Service desk\nIT asset management"
    assert not sheet.view.practices


def test_other_names_become_practices_of_our_own_once() -> None:
    sheet = table("A", "B")
    sheet.write(1, "practices", "Our way, as always\nService desk")
    sheet.write(2, "practices", "our way, as always")
    assert [practice.name for practice in sheet.view.practices] == ["Our way, as always"]
    assert sheet.step(1).practices[0].practice == sheet.step(2).practices[0].practice


def test_a_practice_is_known_by_its_whole_name() -> None:
    sheet = table("A")
    draft = sheet.draft()
    draft.add(Practice(id="practice-x", name="Our way: daily, weekly; always"))
    sheet.take(draft)
    sheet.write(1, "practices", "– our way: daily, weekly; always")
    assert sheet.step(1).practices == (PracticeUse(practice="practice-x"),)


def test_what_a_practice_contributes_stands_behind_a_colon_and_stays() -> None:
    sheet = table("A")
    sheet.write(1, "practices", "Service desk: takes the call: always\nProblem management")
    first = sheet.step(1).practices[0]
    assert first.contribution == "takes the call: always"
    sheet.write(1, "practices", "Change enablement\n" + sheet.read(1, "practices", for_editing=True))
    assert sheet.step(1).practices[1] == first


def test_a_contribution_with_line_breaks_stays_when_another_line_is_added() -> None:
    sheet = table("A")
    use = PracticeUse(practice="service_desk", contribution="one\ntwo; three")
    draft = sheet.draft()
    draft.update(sheet.step(1).id, practices=(use,))
    sheet.take(draft)
    sheet.write(1, "practices", sheet.read(1, "practices") + "\n– Problem management")
    assert sheet.step(1).practices[0] == use
    assert len(sheet.step(1).practices) == 2


@pytest.mark.parametrize(
    "text",
    [
        "Meeting tools (e.g., Zoom, Teams)\nMonitoring",
        "– Meeting tools (e.g., Zoom, Teams)\n– Monitoring",
        "meeting tools: Zoom; Teams\n\n2. Monitoring",
        "Meeting tools (e.g. Zoom)\nMonitoring\nMEETING TOOLS (such as Teams, zoom)",
    ],
)
def test_tools_are_read_with_their_products(text: str) -> None:
    sheet = table("A")
    sheet.write(1, "tools", text)
    said = sheet.read(1, "tools").casefold()
    assert said == "– meeting tools (e.g., zoom, teams)\n– monitoring"
    assert list(map(len, products(sheet).values())) == [2, 0]


def test_several_tools_may_stand_in_one_line() -> None:
    sheet = table("A")
    sheet.write(1, "tools", "Chat; Monitoring; Access management (IAM)")
    assert sheet.read(1, "tools", for_editing=True) == "Chat; Monitoring; Access management (IAM)"
    sheet.write(1, "tools", "Chat; Monitoring")
    assert sheet.read(1, "tools", for_editing=True) == "Chat\nMonitoring"


def test_categories_are_shared_and_learn_products_but_forget_none() -> None:
    sheet = table("A", "B")
    sheet.write(1, "tools", "Chat (e.g., Slack)")
    sheet.write(2, "tools", "chat (e.g., Teams)")
    assert products(sheet) == {"Chat": ("Slack", "Teams")}
    sheet.write(1, "tools", "")
    assert products(sheet) == {"Chat": ("Slack", "Teams")}
    assert sheet.step(1).tools == ()


def test_a_category_of_the_document_is_known_by_its_whole_name() -> None:
    sheet = table("A", "B")
    draft = sheet.draft()
    draft.add(Tool(id="tool-x", name="CI: build, test (e.g. ours)"))
    sheet.take(draft)
    sheet.write(1, "tools", "ci: build, test (e.g. ours)")
    assert sheet.step(1).tools == (ToolUse(tool="tool-x"),)


def test_tools_that_stay_keep_their_products_as_they_are() -> None:
    sheet = table("A")
    draft = sheet.draft()
    draft.add(Tool(id="tool-x", name="Chat"))
    odd = ToolUse(tool="tool-x", products=("A, B", "C; D"))
    draft.update(sheet.step(1).id, tools=(odd, ToolUse(tool="tool-x")))
    sheet.take(draft)
    sheet.write(1, "tools", sheet.read(1, "tools") + "\n– Mail")
    assert sheet.step(1).tools[:2] == (odd, ToolUse(tool="tool-x"))
    assert sheet.read(1, "tools", for_editing=True).endswith("\nChat\nMail")


@pytest.mark.parametrize("column", ["practices", "tools"])
def test_too_many_or_too_long_ones_are_refused_and_nothing_is_made(column: str) -> None:
    sheet = table("A")
    for text in ("\n".join(f"Thing {number}" for number in range(501)), "Fine\n" + "x" * 501):
        with pytest.raises(CellError, match="at most 500"):
            sheet.write(1, column, text)
    assert not sheet.view.tools
    assert not sheet.view.practices


def test_what_can_be_chosen_is_the_catalogue_and_the_document() -> None:
    sheet = table("A")
    sheet.write(1, "practices", "Our way")
    sheet.write(1, "tools", "Chat")
    choices = {id: sheet.column(id).choices for id in ("practices", "tools")}
    assert choices["practices"] is not None
    assert choices["tools"] is not None
    offered = choices["practices"](sheet.view, sheet.step(1))
    assert len(offered) == 35
    assert offered[0] == "Our way"
    assert choices["tools"](sheet.view, sheet.step(1)) == ("Chat",)
