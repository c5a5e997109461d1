"""Tools of two spellings become one, in every step."""

from __future__ import annotations

from tests.analysis.build import edited, sound, with_changes
from vsdesigner.commands import tools
from vsdesigner.document.draft import Draft
from vsdesigner.document.references import dangling
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.model.parts import ToolUse
from vsdesigner.model.records import Step, Tool
from vsdesigner.model.text import LIST_LENGTH


def document() -> Snapshot:
    """`first` uses both categories and a third between them, `second` the other one only."""
    view = with_changes(
        sound(),
        Tool(id="other", name="meeting tool", products=("Teams", "Zoom"), order=5),
        Tool(id="boards", name="Boards", order=6),
    )
    view = edited(
        view,
        "first",
        tools=(
            ToolUse(tool="other", products=("Teams",)),
            ToolUse(tool="boards"),
            ToolUse(tool="meetings", products=("Zoom", "Teams")),
        ),
    )
    return edited(view, "second", tools=(ToolUse(tool="other", products=("zoom ", "Zoom")),))


def test_a_category_stands_for_the_others_too() -> None:
    draft = Draft(document())
    tools.merge_tools(draft, "meetings", ["other", "meetings"])
    view = draft.view
    assert view.get("first", Step).tools == (
        ToolUse(tool="meetings", products=("Teams", "Zoom")),
        ToolUse(tool="boards"),
    )
    assert view.get("second", Step).tools == (ToolUse(tool="meetings", products=("zoom ", "Zoom")),)
    assert view.get("meetings", Tool).products == ("Zoom", "Teams")
    assert view.find("other") is None
    assert dangling(view) == []


def test_merging_a_category_with_itself_changes_nothing() -> None:
    draft = Draft(document())
    tools.merge_tools(draft, "meetings", ["meetings"])
    assert not draft.to_change("Merge")


def test_a_product_is_called_the_same_everywhere() -> None:
    draft = Draft(document())
    tools.respell_product(draft, ["zoom", "Zoom"], "Zoom Rooms")
    view = draft.view
    assert view.get("second", Step).tools == (ToolUse(tool="other", products=("Zoom Rooms",)),)
    assert view.get("first", Step).tools[2].products == ("Zoom Rooms", "Teams")
    assert view.get("meetings", Tool).products == ("Zoom Rooms",)
    assert view.get("other", Tool).products == ("Teams", "Zoom Rooms")


def test_a_product_that_is_not_there_changes_nothing() -> None:
    draft = Draft(document())
    tools.respell_product(draft, ["Skype"], "Teams")
    assert not draft.to_change("Respell")


def test_more_products_than_a_list_may_have_are_left_out() -> None:
    view = document()
    for id in ("meetings", "other"):
        view = edited(view, id, products=tuple(f"{id} {number}" for number in range(LIST_LENGTH)))
    draft = Draft(view)
    tools.merge_tools(draft, "meetings", ["other"])
    assert len(draft.view.get("meetings", Tool).products) == LIST_LENGTH
