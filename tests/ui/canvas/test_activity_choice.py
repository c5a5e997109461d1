"""What first letters mean."""

from __future__ import annotations

import pytest

from vsdesigner.ui.canvas.activity_choice import Activity, activity_of, letters_for

DELIVER = Activity("d", 5, "Deliver and Support", "#000000")
DESIGN = Activity("t", 3, "Design and Transition", "#000000")
BUILD = Activity("b", 4, "Obtain/Build", "#000000")
HELP = Activity("h", 1, "Help desk", "#000000", "Engage")
OFFERED = (DELIVER, DESIGN, BUILD, HELP)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("d", DELIVER),
        ("DE", DELIVER),
        ("des", DESIGN),
        ("ds", DELIVER),
        ("dt", DESIGN),
        ("trans", DESIGN),
        ("b", BUILD),
        ("obtain/b", BUILD),
        (" obtain ", BUILD),
        ("4", BUILD),
        ("e", HELP),
        ("help desk", HELP),
        ("2", None),
        ("", None),
        ("   ", None),
        ("x", None),
        ("and then", None),
    ],
)
def test_first_letters_a_word_initials_or_the_number(typed: str, meant: Activity | None) -> None:
    assert activity_of(OFFERED, typed) is meant


def test_the_likelier_of_two_that_begin_alike() -> None:
    assert activity_of((DESIGN, DELIVER), "d") is DESIGN


def test_the_fewest_letters_that_mean_one() -> None:
    assert [letters_for(OFFERED, each) for each in OFFERED] == ["d", "des", "o", "h"]
    twin = Activity("x", 9, "Deliver", "#000000")
    assert letters_for((DELIVER, twin), twin) == "", "nothing says which of the two is meant"


def test_names_without_words_do_not_hurt() -> None:
    odd = Activity("o", 1, "", "#000000")
    assert activity_of((odd,), "a") is None
    assert letters_for((odd,), odd) == ""
