"""How findings name things."""

from __future__ import annotations

import pytest

from tests.analysis.build import edited, flow, sound, with_changes
from vsdesigner.analysis.words import LONGEST, end_words, flow_words, listed, quoted, step_words
from vsdesigner.model.records import Flow, Step


def test_names_are_quoted_on_one_line_and_not_endless() -> None:
    assert quoted(" two\n lines ") == "“two lines”"
    assert quoted("x" * LONGEST) == f"“{'x' * LONGEST}”"
    assert quoted("x" * (LONGEST + 1)) == f"“{'x' * (LONGEST - 1)}…”"


def test_a_step_without_a_name_is_called_by_its_number() -> None:
    view = edited(sound(), "second", name=" ")
    assert step_words(view, view.get("second", Step)) == "Step 2"


@pytest.mark.parametrize(
    ("id", "words"),
    [
        ("demand", "Demand"),
        ("value", "Value"),
        ("first", "Step 1 “Take the order”"),
        ("nobody", "nobody"),
        ("stream", "stream"),
    ],
)
def test_ends_of_flows(id: str, words: str) -> None:
    assert end_words(sound(), id) == words


def test_flows_are_named_by_their_ends() -> None:
    view = sound()
    assert flow_words(view, view.get("demand.first", Flow)) == (
        "The flow from demand to Step 1 “Take the order”"
    )
    view = with_changes(view, flow("first", "value"))
    assert flow_words(view, view.get("first.value", Flow)) == (
        "The flow from Step 1 “Take the order” to value"
    )


@pytest.mark.parametrize(
    ("words", "text"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), (["A", "B", "C"], "A, B and C")]
)
def test_lists(words: list[str], text: str) -> None:
    assert listed(words) == text
