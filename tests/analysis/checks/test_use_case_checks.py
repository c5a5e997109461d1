"""Missing texts of the use case. That they are silent when all is said: `test_findings`."""

from __future__ import annotations

import pytest

from tests.analysis.build import edited, only, sound
from vsdesigner.analysis.findings import Level, find_all


@pytest.mark.parametrize(
    ("check", "field", "level"),
    [
        ("no-stream-name", "name", Level.HINT),
        ("no-demand", "demand", Level.WARNING),
        ("no-outcome", "outcomes", Level.WARNING),
        ("no-value", "value", Level.WARNING),
        ("no-owner", "owner", Level.WARNING),
    ],
)
@pytest.mark.parametrize("text", ["", " \n"])
def test_a_missing_text_is_found(check: str, field: str, level: Level, text: str) -> None:
    finding = only(edited(sound(), "stream", **{field: text}), check)
    assert (finding.record, finding.field, finding.level) == ("stream", field, level)


def test_an_opportunity_is_asked_for_as_such() -> None:
    finding = only(edited(sound(), "stream", demand="", demand_kind="opportunity"), "no-demand")
    assert finding.text == "The stream “Order a laptop” does not say which opportunity sets it off."


def test_a_stream_without_a_name_is_spoken_of_all_the_same() -> None:
    view = edited(sound(), "stream", name="", owner="")

    assert [finding.text for finding in find_all(view)] == [
        "A stream has no name.",
        "The stream has no owner.",
    ]
