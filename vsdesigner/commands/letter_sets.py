"""The sets of letters, and verbs that change a document's set without losing letters unseen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from vsdesigner.commands.raci import Marks, change_rows, spelled
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.errors import UserError
from vsdesigner.model.parts import RaciLetter
from vsdesigner.model.records import SETTINGS_ID, DocumentSettings, Step

MOST_LETTERS = 20  # of a set
LONGEST_LETTER = 3  # characters: QA is a letter too
OWN = "own"  # what `set_of` answers for letters that are no known set


@dataclass(frozen=True, slots=True)
class LetterSet:
    """A known set. Names, meanings and the sentence on it are English source texts for translation."""

    id: str
    name: str
    about: str
    letters: tuple[RaciLetter, ...]


class Foreign(NamedTuple):
    """A cell whose letters a set lacks, in whole or in part: those `letters` stand there."""

    stream: str
    step: str
    task: str  # empty: the step itself
    role: str
    letters: tuple[str, ...]


_RESPONSIBLE, _ACCOUNTABLE, _CONSULTED, _INFORMED = DocumentSettings().raci_letters

SETS: tuple[LetterSet, ...] = (
    LetterSet(
        "raci",
        "RACI",
        "Who does the work, who answers for it, who is asked and who is told.",
        (_RESPONSIBLE, _ACCOUNTABLE, _CONSULTED, _INFORMED),
    ),
    LetterSet(
        "rasci",
        "RASCI",
        "RACI, and those who lend a hand to whoever does the work.",
        (
            _RESPONSIBLE,
            _ACCOUNTABLE,
            RaciLetter(letter="S", name="Support", meaning="Lends people, means or know-how to the work."),
            _CONSULTED,
            _INFORMED,
        ),
    ),
    LetterSet(
        "raci-vs",
        "RACI-VS",
        "RACI, and those who check the result and who release it.",
        (
            _RESPONSIBLE,
            _ACCOUNTABLE,
            _CONSULTED,
            _INFORMED,
            RaciLetter(letter="V", name="Verifies", meaning="Checks the result against what was agreed."),
            RaciLetter(letter="S", name="Signs off", meaning="Approves the checked result; then it counts."),
        ),
    ),
)


def known_set(id: str) -> LetterSet:
    """Return a known set; KeyError when there is none with this id."""
    for entry in SETS:
        if entry.id == id:
            return entry
    raise KeyError(id)


def set_of(view: Snapshot) -> str:
    """Return the id of the known set that the document uses, `OWN` when its letters are no such set."""
    present = _names(view.settings.raci_letters)
    return next((entry.id for entry in SETS if _names(entry.letters) == present), OWN)


def _names(letters: Sequence[RaciLetter]) -> list[tuple[str, str]]:
    return [(entry.letter, entry.name) for entry in letters]


def foreign_letters(
    view: Snapshot, letters: Sequence[RaciLetter], renamed: Mapping[str, str] | None = None
) -> tuple[Foreign, ...]:
    """Return the cells, in the order of streams and steps, that hold letters which such a set lacks.

    `renamed` says which letter another one becomes (``{"S": "H"}``): a renamed letter is not lacking.
    """
    names = {entry.letter for entry in letters}
    became = renamed or {}
    return tuple(
        Foreign(stream, step.id, task, mark.role, lacking)
        for stream, step in _steps(view)
        for task, marks in _rows(step)
        for mark in marks
        if (lacking := tuple(one for one in mark.letters.split("/") if became.get(one, one) not in names))
    )


def new_meanings(
    view: Snapshot, letters: Sequence[RaciLetter], renamed: Mapping[str, str] | None = None
) -> dict[str, int]:
    """Return the letters that cells hold and that mean something else in such a set, with how many cells.

    RASCI's S supports, RACI-VS's S signs off: nobody should turn one into the other without being told.
    """
    before = {(renamed or {}).get(entry.letter, entry.letter): entry for entry in view.settings.raci_letters}
    renewed = {
        entry.letter
        for entry in letters
        if entry.letter in before and before[entry.letter].name != entry.name
        if (renamed or {}).get(before[entry.letter].letter) is None
    }
    held = Counter(
        letter
        for _stream, step in _steps(view)
        for _task, marks in _rows(step)
        for mark in marks
        for letter in mark.letters.split("/")
    )
    return {entry.letter: held[entry.letter] for entry in letters if entry.letter in renewed & held.keys()}


def use_set(draft: Draft, id: str, *, keep: bool = True) -> None:
    """Let the document use a known set (`SETS`); `keep` as in `set_letters_of_document`."""
    set_letters_of_document(draft, known_set(id).letters, keep=keep)


def set_letters_of_document(
    draft: Draft,
    letters: Sequence[RaciLetter],
    *,
    renamed: Mapping[str, str] | None = None,
    keep: bool = True,
) -> None:
    """Give the document this letter set, in this order; raises UserError for letters that are no set.

    `renamed` says which letter another one becomes, in every row. Letters that rows hold and that the set
    lacks stay in the set, behind its own, with `keep`; without it they are taken out of those rows.
    """
    chosen = tuple(letters)
    view = draft.view
    became = dict(renamed or {})
    if keep:
        chosen += _kept(view, chosen, became)
    why = refusal(_names(chosen))
    if why:
        raise UserError(why)
    draft.get(SETTINGS_ID, DocumentSettings)
    draft.update(SETTINGS_ID, raci_letters=chosen)
    change_rows(draft, lambda marks: _under(marks, chosen, became))


def set_accountable_implies_responsible(draft: Draft, on: bool) -> None:
    """Say whether a role that is accountable counts as doing the work, where nobody else is named."""
    draft.get(SETTINGS_ID, DocumentSettings)
    draft.update(SETTINGS_ID, accountable_implies_responsible=on)


def refusal(letters: Sequence[tuple[str, str]]) -> str:
    """Return why (letter, name) pairs are no set, as a sentence for the user; nothing when they are one."""
    if not letters:
        return say("A document needs at least one letter.")
    if len(letters) > MOST_LETTERS:
        return say("A document has {count} letters at most.").format(count=MOST_LETTERS)
    seen: set[str] = set()
    for letter, name in letters:
        if not (letter.isascii() and letter.isalpha() and letter.isupper() and len(letter) <= LONGEST_LETTER):
            return say("A letter is one to three letters from A to Z; “{text}” is not.").format(text=letter)
        if letter in seen:
            return say("The letter {letter} is there twice.").format(letter=letter)
        if not name.strip():
            return say("Say what {letter} stands for.").format(letter=letter)
        seen.add(letter)
    return ""


def _kept(view: Snapshot, chosen: Sequence[RaciLetter], became: Mapping[str, str]) -> tuple[RaciLetter, ...]:
    """What has to stay in the set because rows hold it."""
    present = {entry.letter: entry for entry in view.settings.raci_letters}
    order = {letter: index for index, letter in enumerate(present)}
    lacking = {letter for cell in foreign_letters(view, chosen, became) for letter in cell.letters}
    names = {entry.letter for entry in chosen}
    found: dict[str, RaciLetter] = {}
    for letter in sorted(lacking, key=lambda one: (order.get(one, len(order)), one)):
        final = became.get(letter, letter)
        if final not in names and final not in found:
            entry = present.get(letter) or RaciLetter(letter=final, name=letter)
            found[final] = entry.model_copy(update={"letter": final})
    return tuple(found.values())


def _under(marks: Marks, letters: Sequence[RaciLetter], became: Mapping[str, str]) -> Marks:
    """A row as it reads under a set: letters renamed, those that it lacks gone, in its order."""
    names = {entry.letter for entry in letters}
    found = []
    for mark in marks:
        now = [became.get(letter, letter) for letter in mark.letters.split("/")]
        text = spelled(letters, "/".join(letter for letter in now if letter in names))
        if text:
            found.append(mark if text == mark.letters else mark.model_copy(update={"letters": text}))
    return tuple(found)


def _steps(view: Snapshot) -> Iterator[tuple[str, Step]]:
    for stream in view.streams:
        for step in view.steps(stream.id):
            yield stream.id, step


def _rows(step: Step) -> Iterator[tuple[str, Marks]]:
    yield "", step.raci
    for line in step.tasks:
        yield line.id, line.raci
