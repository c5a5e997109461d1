"""Text: what no file can carry goes, everything else stays."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from vsdesigner.model.text import Identifier, Name, OptionalIdentifier, Text, clean

anything = st.text(st.characters())


@pytest.mark.parametrize(
    ("given_", "cleaned"),
    [
        ("plain", "plain"),
        ("a\tb\nc", "a\tb\nc"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("\x00a\x1b[31m\x7f\x85", "a[31m"),
        ("half \ud83d character", "half  character"),
        ("\ufffe\uffffx", "x"),
        ("🚀 مرحبا \u200d\u202e é", "🚀 مرحبا \u200d\u202e é"),
        ("no\u00a0break", "no\u00a0break"),
    ],
)
def test_cleaning(given_: str, cleaned: str) -> None:
    assert clean(given_) == cleaned


@given(anything)
def test_clean_text_stays_clean_and_can_be_written(text: str) -> None:
    cleaned = clean(text)
    assert clean(cleaned) == cleaned
    cleaned.encode()
    assert len(cleaned) <= len(text)
    assert "\r" not in cleaned


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl"], exclude_characters="\ufffe\uffff")))
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert clean(text) == text


@given(anything)
def test_a_name_takes_any_text(text: str) -> None:
    assert TypeAdapter(Name).validate_python(text) == clean(text)


@pytest.mark.parametrize("value", [None, 5, b"x", ["x"], True])
def test_a_name_is_text(value: object) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Name).validate_python(value)


def test_bounds() -> None:
    TypeAdapter(Name).validate_python("x" * 500)
    TypeAdapter(Text).validate_python("x" * 10_000)
    for kind, length in ((Name, 501), (Text, 10_001)):
        with pytest.raises(ValidationError):
            TypeAdapter(kind).validate_python("x" * length)


@pytest.mark.parametrize("id", ["a", "step-7f3k", "A.b_c:d-e", "0", "x" * 80])
def test_ids(id: str) -> None:
    assert TypeAdapter(Identifier).validate_python(id) == id


@pytest.mark.parametrize("id", ["", " a", "a b", "-a", "../a", "a\n", "ä", "x" * 81, "a/b"])
def test_no_ids(id: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(Identifier).validate_python(id)
    if id:
        with pytest.raises(ValidationError):
            TypeAdapter(OptionalIdentifier).validate_python(id)
