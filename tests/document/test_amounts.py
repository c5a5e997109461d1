"""Numbers, shares and times as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsdesigner.document.amounts import read_duration, read_percent
from vsdesigner.document.wording import duration_text
from vsdesigner.model.parts import Duration, TimeUnit

H, D, M, W = TimeUnit.HOURS, TimeUnit.DAYS, TimeUnit.MINUTES, TimeUnit.WEEKS


@pytest.mark.parametrize(
    ("text", "likely", "least", "most", "unit"),
    [
        ("4 h", 4.0, None, None, H),
        ("30 min", 30.0, None, None, M),
        ("30min.", 30.0, None, None, M),
        ("1.5 days", 1.5, None, None, D),
        ("1,5d", 1.5, None, None, D),
        ("2 weeks", 2.0, None, None, W),
        ("7", 7.0, None, None, H),
        ("2-4 h", None, 2.0, 4.0, H),
        ("2 – 4 days", None, 2.0, 4.0, D),
        ("2 h to 4 h", None, 2.0, 4.0, H),
        ("4-2 h", None, 2.0, 4.0, H),
        ("from 1 day", None, 1.0, None, D),
        ("at least 1", None, 1.0, None, H),
        ("≥ 1 d", None, 1.0, None, D),
        ("up to 3 days", None, None, 3.0, D),
        ("max. 3", None, None, 3.0, H),
        ("2 days (1-5)", 2.0, 1.0, 5.0, D),
        ("2 days (from 1)", 2.0, 1.0, None, D),
        ("2 days (up to 5)", 2.0, None, 5.0, D),
        ("2 days (3)", 2.0, 3.0, 3.0, D),
        ("1 h 30 min", 90.0, None, None, M),
        ("1h 30 min", 90.0, None, None, M),
        ("1h 30", 90.0, None, None, M),
        ("1h30", 90.0, None, None, M),
        ("2 hours 5", 125.0, None, None, M),
        ("1\u00a0h", 1.0, None, None, H),
    ],
)
def test_a_time_is_read(
    text: str, likely: float | None, least: float | None, most: float | None, unit: TimeUnit
) -> None:
    assert read_duration(text) == Duration(likely=likely, minimum=least, maximum=most, unit=unit)


@pytest.mark.parametrize(
    "text", ["", "h", "2 of 4", "1-2-3 h", "1 h 2 d", "1 d 2", "2 (", "(2)", "1 h-2 d", "2e9", "-3"]
)
def test_what_is_no_time(text: str) -> None:
    assert read_duration(text) is None


amounts = st.none() | st.integers(0, 10_000).map(float) | st.integers(0, 4_000).map(lambda n: n / 4)


@given(amounts, amounts, amounts, st.sampled_from(TimeUnit))
def test_what_is_written_is_read_again(
    likely: float | None, one: float | None, other: float | None, unit: TimeUnit
) -> None:
    least, most = sorted((one, other)) if one is not None and other is not None else (one, other)
    said = duration_text(Duration(likely=likely, minimum=least, maximum=most, unit=unit))
    found = read_duration(said)
    assert (found is None) == (not said)
    assert duration_text(found) == said


@given(st.text(max_size=120))
def test_any_text_is_a_time_or_none(text: str) -> None:
    found = read_duration(text)
    assert found is None or Duration.model_validate(found.model_dump()) == found
    value = read_percent(text)
    assert value is None or 0 <= value <= 100
