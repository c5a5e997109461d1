"""What the Check column says."""

from __future__ import annotations

import pytest

from vsdesigner.exchange.excel.raci_check import check_for

RACI = "RACI"


@pytest.mark.parametrize(
    ("marks", "result"),
    [
        (["R", "A", "", "C"], "ok"),
        (["A/R", "", "I"], "ok"),
        (["R", "R", "A"], "ok"),
        (["R", "C"], "no A"),
        (["A", "C", "I"], "no R"),
        (["A", "A/R"], "two A"),
        (["A", "A", "A", "R"], "several A"),
        (["A", "A", "A", "A"], "several A"),
        (["", "", ""], "empty"),
        ([], "empty"),
    ],
)
def test_a_row(marks: list[str], result: str) -> None:
    assert check_for(RACI, (), accountable_is_enough=False).result(marks) == result


def test_who_answers_may_be_taken_to_do_the_work() -> None:
    assert check_for(RACI, (), accountable_is_enough=True).result(["A", "C"]) == "ok"
    assert check_for(RACI, (), accountable_is_enough=True).result(["R", "C"]) == "no A"


def test_a_set_without_the_letters_asks_for_nothing() -> None:
    check = check_for(["D", "V"], (), accountable_is_enough=False)
    assert check.result(["D"]) == "ok"
    assert check.formula("C4:D4") == "IF(COUNTA(C4:D4)=0,Check_empty,Check_ok)"


def test_a_letter_inside_another_is_not_counted() -> None:
    check = check_for([*RACI, "CA"], (), accountable_is_enough=False)
    assert check.result(["CA", "R", "A"]) == "ok"
    assert 'SEARCH("/A/","/"&C4:E4&"/")' in check.formula("C4:E4")
    assert 'COUNTIF(C4:E4,"*R*")' in check.formula("C4:E4")


def test_letters_in_use_that_the_set_does_not_have_are_minded() -> None:
    check = check_for(RACI, ["VA/S"], accountable_is_enough=False)
    assert 'COUNTIF(C4:E4,"*A*")' not in check.formula("C4:E4")
