"""What the guide and the page of keys say is true of the menus and of the keys."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QKeySequence

from vsdesigner.resource import resource_path
from vsdesigner.ui.actions.menus import MENUS
from vsdesigner.ui.actions.spec import sequences
from vsdesigner.ui.actions.specs import ACTIONS
from vsdesigner.ui.help_texts import guide, plain_text, shortcuts
from vsdesigner.ui.presentation.all_commands import COMMANDS
from vsdesigner.ui.presentation.covers.key_words import key_words

pytestmark = pytest.mark.usefixtures("qapp")

KEYS = re.compile(r"\b((?:(?:Ctrl|Alt|Shift)\+)+(?:[A-Z][a-z]+\b|[A-Z0-9]\b|arrow\b)|F\d{1,2}\b)")
#: Menus within menus, by the menu that they stand in.
SUBMENUS = {("Insert", "Phase"), ("Stream", "Lane"), ("Stream", "Phase"), ("Stream", "Responsibility")}


def keys_page() -> str:
    return resource_path("help", "keys.md").read_text(encoding="utf-8").replace("\\", "")


def rows() -> list[tuple[str, str, str]]:
    found = []
    for line in keys_page().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 3 and not set(cells[0]) <= {"-"}:
            found.append((cells[0], cells[1], cells[2]))
    return found[1:]


def portable(keys: str) -> str:
    sequence = QKeySequence(keys.replace("Enter", "Return"))
    return sequence.toString(QKeySequence.SequenceFormat.PortableText)


def keys_of_actions() -> set[str]:
    return {portable(keys.toString()) for spec in ACTIONS for keys in sequences(spec)}


def test_every_key_of_the_guide_is_one() -> None:
    named = {portable(keys) for keys in KEYS.findall(guide())}
    assert {"Ctrl+K", "Ctrl+Home", "Ctrl+Shift+M", "Alt+Right"} <= named
    listed = {portable(keys) for _where, keys_cell, _what in rows() for keys in KEYS.findall(keys_cell)}
    presenting = {portable(keys) for command in COMMANDS for keys in command.keys}
    assert named - keys_of_actions() - listed - presenting == set()


def test_the_page_of_keys_has_those_of_a_presentation() -> None:
    page = shortcuts().replace("\\", "")
    part = page[page.index("## While presenting") : page.index("## Where a key means")]
    for command in COMMANDS:
        if command.keys:
            keys = key_words(command.keys[0])
            assert re.search(rf"\| {re.escape(command.text)} \|[^\n]*{re.escape(keys)}", part), command.id


def test_a_key_of_the_canvas_is_not_told_twice() -> None:
    # Those of actions stand in the table of actions above; here stands what only the canvas knows.
    for where, keys_cell, what in rows():
        alone = [keys for keys in keys_cell.split(", ") if KEYS.fullmatch(keys)]
        if where in ("Canvas", "Everywhere") and ", then " not in keys_cell:
            assert not {portable(keys) for keys in alone} & keys_of_actions(), what


def test_every_menu_entry_that_is_named_is_there() -> None:
    readme = (resource_path("help").parent.parent / "README.md").read_text(encoding="utf-8")
    entries = {
        (title.replace("&", ""), plain_text(spec))
        for _id, title, listed in MENUS
        for spec in ACTIONS
        if spec.id in listed
    } | SUBMENUS
    text = " ".join(f"{guide()} {readme}".split())  # a name may stand on two lines
    named = set(re.findall(r"\*\*?(\w+) › ([^*]+?)\*", text))
    assert len(named) > 6
    lower = {(menu, text.casefold()) for menu, text in entries}
    assert {(menu, text) for menu, text in named if (menu, text.casefold()) not in lower} == set()
