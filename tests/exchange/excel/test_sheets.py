"""Names of sheets and columns."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsdesigner.exchange.excel.heights import units16
from vsdesigner.exchange.excel.sheets import column_names, legal_name, prefixes, unique_name
from vsdesigner.model.records import Stream


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Obtain/Build", "Obtain Build"),
        ("a[b]c:d*e?f/g\\h", "a b c d e f g h"),
        ("'quoted'", "quoted"),
        ("it's", "it's"),
        ("history", ""),
        ("History of it", "History of it"),
        ("  wide   open ", "wide open"),
        ("tab\there\nand there", "tab here and there"),
        ("x" * 40, "x" * 31),
        ("🚀" * 20, "🚀" * 15),
        ("\x00\ufffe", ""),
    ],
)
def test_a_legal_sheet_name(text: str, expected: str) -> None:
    assert legal_name(text) == expected


def _streams(*names: tuple[str, str]) -> list[Stream]:
    return [Stream(id=f"s{index}", name=name, short_name=short) for index, (name, short) in enumerate(names)]


def test_one_stream_needs_no_prefix() -> None:
    assert prefixes(_streams(("Anything", "Any"))) == [""]


def test_prefixes_of_several_streams() -> None:
    names = [
        ("Provide a laptop", "Laptop"),
        ("Provide a phone", ""),
        ("", ""),
        ("Other", "LAPTOP"),
        ("Other", "laptop"),
        ("Incomprehensibilities", ""),
        ("x", "History"),
    ]
    assert prefixes(_streams(*names)) == [
        "Laptop – ",
        "Provide a – ",
        "Stream 3 – ",
        "LAPTOP 2 – ",
        "laptop 3 – ",
        "Incompreh – ",
        "x – ",
    ]


@given(st.lists(st.tuples(st.text(max_size=40), st.text(max_size=20)), min_size=2, max_size=12))
def test_all_sheet_names_are_legal_and_unique(names: list[tuple[str, str]]) -> None:
    found = [prefix + "Practices and tools" for prefix in prefixes(_streams(*names))]
    for name in found:
        assert units16(name) <= 31
        assert not re.search(r"[\[\]:*?/\\\x00-\x1f]|^'|'$", name)
    assert len({name.casefold() for name in found}) == len(found)


def test_a_number_makes_a_name_unique_within_the_limit() -> None:
    assert unique_name("Name", ["other"], 31) == "Name"
    assert unique_name("Name", ["NAME", "name 2"], 31) == "Name 3"
    assert unique_name("x" * 31, ["x" * 31], 31) == "x" * 29 + " 2"


@given(st.lists(st.text(max_size=300), max_size=12))
def test_column_names_are_unique_lines(names: list[str]) -> None:
    fixed = ("Value Stream Step", "Check")
    found = column_names(names, fixed)
    assert len({name.casefold() for name in (*found, *fixed)}) == len(names) + 2
    for name in found:
        assert 0 < units16(name) <= 255
        assert name == " ".join(name.split())


def test_roles_without_a_name_are_called_role() -> None:
    assert column_names(["", " ", "A\nB"], ()) == ["Role", "Role 2", "A B"]
