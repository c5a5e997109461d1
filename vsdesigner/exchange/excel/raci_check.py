"""The Check column of the responsibility matrix: one rule, as Excel's formula and as its present result."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

OK, EMPTY = "Check_ok", "Check_empty"
NO_A, NO_R, TWO_A, SEVERAL_A = "Check_no_A", "Check_no_R", "Check_two_A", "Check_several_A"
#: What can come out, as defined name of the cell with the words → the words (English source text).
RESULTS = {
    OK: "ok",
    EMPTY: "empty",
    NO_A: "no A",
    NO_R: "no R",
    TWO_A: "two A",
    SEVERAL_A: "several A",
}
ACCOUNTABLE = "A"
RESPONSIBLE = "R"


@dataclass(frozen=True, slots=True)
class Check:
    """Exactly one role answers, somebody does the work. `letters` are all that occur in the matrix."""

    letters: frozenset[str]
    asks_accountable: bool
    asks_responsible: bool

    def formula(self, cells: str) -> str:
        """Return the formula that judges the letters in `cells`, without the leading equals sign.

        It calls its words by the names of their cells, so it is the same in every language.
        """
        work = f"IF({self._count(RESPONSIBLE, cells)}>0,{OK},{NO_R})" if self.asks_responsible else OK
        if self.asks_accountable:
            answers = self._count(ACCOUNTABLE, cells)
            work = f"CHOOSE(MIN({answers},3)+1,{NO_A},{work},{TWO_A},{SEVERAL_A})"
        return f"IF(COUNTA({cells})=0,{EMPTY},{work})"

    def _count(self, letter: str, cells: str) -> str:
        if any(letter in other and letter != other for other in self.letters):
            return f'SUMPRODUCT(--ISNUMBER(SEARCH("/{letter}/","/"&{cells}&"/")))'
        return f'COUNTIF({cells},"*{letter}*")'

    def result(self, marks: Sequence[str]) -> str:
        """Return what the formula says of cells that hold `marks` (``R``, ``A/R`` …), as a source text."""
        return RESULTS[self._outcome(marks)]

    def _outcome(self, marks: Sequence[str]) -> str:
        if not any(marks):
            return EMPTY
        held = [mark.split("/") for mark in marks]
        answers = sum(ACCOUNTABLE in letters for letters in held)
        if self.asks_accountable and answers != 1:
            return (NO_A, "", TWO_A)[answers] if answers < 3 else SEVERAL_A
        if self.asks_responsible and not any(RESPONSIBLE in letters for letters in held):
            return NO_R
        return OK


def check_for(letter_set: Iterable[str], used: Iterable[str], *, accountable_is_enough: bool) -> Check:
    """Return the check for a letter set; letters that the set does not have are not asked for.

    `used` are the entries of the matrix, combinations among them; `accountable_is_enough` says that who
    answers also does the work.
    """
    known = set(letter_set)
    occurring = frozenset(known.union(*(entry.split("/") for entry in used)))
    asks_responsible = RESPONSIBLE in known and not (accountable_is_enough and ACCOUNTABLE in known)
    return Check(occurring, ACCOUNTABLE in known, asks_responsible)
