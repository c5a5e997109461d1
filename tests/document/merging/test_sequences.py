"""The order of lists that two sides changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vsdesigner.document.merging.outcome import Side
from vsdesigner.document.merging.sequences import Order, line_keys, merged_order, moved


def put(
    base: str,
    ours: str,
    theirs: str,
    *,
    without: str = "",
    choice: Side | None = None,
    matters: bool = True,
) -> Order:
    kept = (set(ours) | set(theirs)) - set(without)
    return merged_order(
        list(base), list(ours), list(theirs), kept, rank=lambda key: (key,), choice=choice, matters=matters
    )


def text(order: Order) -> str:
    return "".join(order.keys)


@pytest.mark.parametrize(
    ("base", "ours", "theirs", "merged"),
    [
        ("abc", "abc", "abc", "abc"),
        ("abc", "xabc", "abcy", "xabcy"),  # at both ends
        ("abc", "axbc", "abyc", "axbyc"),
        ("abc", "axbc", "aybc", "axybc"),  # into one place: what sorts first comes first
        ("abc", "aybc", "axbc", "axybc"),
        ("abc", "axzbc", "aybc", "axzybc"),  # each side's together
        ("abc", "bca", "abxc", "bxca"),  # moved by ours, added by theirs
        ("abcd", "bacd", "abdc", "badc"),  # each moved something else
        ("abcd", "dabc", "dabc", "dabc"),  # both moved the same
        ("abc", "cab", "abc", "cab"),
        ("", "ab", "cd", "abcd"),
        ("", "ab", "bc", "abc"),  # what both added alike stands once
        ("", "acb", "cd", "acbd"),  # behind the same neighbour: what sorts first
        ("abcde", "aebcd", "abcxde", "aebcxd"),
        ("abc", "abc", "cba", "cba"),
    ],
)
def test_both_are_followed(base: str, ours: str, theirs: str, merged: str) -> None:
    order = put(base, ours, theirs)
    assert (text(order), order.is_torn) == (merged, False)
    assert text(put(base, theirs, ours)) == merged


def test_what_is_gone_on_one_side_is_left_out() -> None:
    assert text(put("abcd", "acd", "axbdc", without="b")) == "axdc"
    assert text(put("abc", "ac", "abxc")) == "abxc"  # b stays because theirs changed it


def test_moved_to_different_places_is_torn_and_stands_as_in_ours() -> None:
    order = put("abcd", "dabc", "adbc")
    assert (text(order), order.is_torn) == ("dabc", True)
    assert text(put("abcd", "adbc", "dabc")) == "adbc"
    assert text(put("abcd", "dabc", "adbc", choice=Side.THEIRS)) == "adbc"


def test_where_it_does_not_matter_nothing_is_torn_and_sides_are_alike() -> None:
    one, other = put("abcd", "dabc", "adbc", matters=False), put("abcd", "adbc", "dabc", matters=False)
    assert not one.is_torn
    assert text(one) == text(other)


def test_the_choice_of_ours_follows_no_move_of_theirs_but_keeps_what_they_added() -> None:
    assert text(put("abc", "abc", "cxba", choice=Side.OURS)) in {"axbc", "xabc"}
    assert text(put("abc", "bac", "cba", choice=Side.OURS)) == "bac"


def test_a_move_of_theirs_is_noticed() -> None:
    assert put("abc", "abc", "acb").is_moved
    assert not put("abc", "acb", "abc").is_moved
    assert not put("abc", "abc", "abxc").is_moved


def test_the_fewest_are_taken_for_moved() -> None:
    assert moved("abcdef", "bcdefa") == {"a"}
    assert moved("abcdef", "fabcde") == {"f"}
    assert len(moved("abcdef", "fedcba")) == 5
    assert moved("abc", "abc") == set()


keys = st.lists(st.sampled_from("abcdefghij"), unique=True, max_size=8)


@given(keys, keys, keys)
def test_any_three_orders(base: list[str], ours: list[str], theirs: list[str]) -> None:
    kept = set(ours) | set(theirs)

    def run(one: list[str], other: list[str], *, matters: bool = True) -> Order:
        return merged_order(base, one, other, kept, rank=lambda key: (key,), matters=matters)

    order, back = run(ours, theirs), run(theirs, ours)
    assert sorted(order.keys) == sorted(kept)  # each once
    assert order.is_torn == back.is_torn
    if not order.is_torn:
        assert order.keys == back.keys
    assert run(ours, theirs, matters=False).keys == run(theirs, ours, matters=False).keys
    for choice in Side:
        made = merged_order(base, ours, theirs, kept, rank=lambda key: (key,), choice=choice)
        assert sorted(made.keys) == sorted(kept)


@given(keys, keys)
def test_one_side_that_did_nothing(base: list[str], side: list[str]) -> None:
    for ours, theirs in ((side, base), (base, side), (side, side)):
        order = merged_order(base, ours, theirs, side, rank=lambda key: (key,))
        assert order.keys == side
        assert not order.is_torn


# -- lines --------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("base", "side", "expected"),
    [
        (["a", "b"], ["a", "b"], ["0", "1"]),
        (["a", "b"], ["b", "a"], ["1", "0"]),
        (["a", "b"], ["a"], ["0"]),
        (["a", "b"], ["a", "x", "b"], ["0", "+1 x", "1"]),
        (["a", "b", "c"], ["a", "x", "c"], ["0", "1", "2"]),  # b became x
        (["a", "a"], ["a", "a", "a"], ["0", "1", "+1 a"]),
        ([], ["x", "x"], ["+1 x", "+2 x"]),
        (["The budget"], ["New", "The big budget"], ["+1 New", "0"]),  # the one that it is like
        (["The budget", "A wish"], ["The big budget"], ["0"]),
    ],
)
def test_lines_are_known_again(base: list[str], side: list[str], expected: list[str]) -> None:
    assert line_keys(base, side) == expected


lines = st.lists(st.sampled_from(["a", "b", "a long line", "a long line!", ""]), max_size=6)


@given(lines, lines)
def test_no_two_lines_have_one_key(base: list[str], side: list[str]) -> None:
    found = line_keys(base, side)
    assert len(set(found)) == len(side)
    assert line_keys(base, base) == [str(index) for index in range(len(base))]
