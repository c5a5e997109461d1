"""No two actions want the same keys, and every action can be found."""

from __future__ import annotations

from collections import defaultdict

import pytest

from vsdesigner.ui.actions.spec import ActionSpec, sequences
from vsdesigner.ui.actions.specs import ACTIONS
from vsdesigner.ui.canvas.verbs import VERBS
from vsdesigner.ui.icon_names import GLYPHS

#: Groups of actions that only a view of cells carries out.
VIEW_GROUPS = ("table",)

pytestmark = pytest.mark.usefixtures("qapp")


def shared_keys(specs: tuple[ActionSpec, ...]) -> dict[str, list[str]]:
    """The keys that more than one action has, with their actions."""
    owners: dict[str, list[str]] = defaultdict(list)
    for spec in specs:
        for sequence in sequences(spec):
            owners[sequence.toString(sequence.SequenceFormat.PortableText)].append(spec.id)
    return {keys: ids for keys, ids in owners.items() if len(ids) > 1}


def test_keys_are_unique() -> None:
    # What is done to cells is possible where there are cells only, and what the canvas does only there: of
    # two such actions one is disabled at any time.
    cells = tuple(spec for spec in ACTIONS if spec.id not in VERBS)
    drawn = tuple(spec for spec in ACTIONS if spec.group not in VIEW_GROUPS)
    assert shared_keys(cells) == {}
    assert shared_keys(drawn) == {}


def test_ids_are_unique() -> None:
    ids = [spec.id for spec in ACTIONS]
    assert len(ids) == len(set(ids))


def test_icons_exist() -> None:
    assert {spec.icon for spec in ACTIONS if spec.icon} <= set(GLYPHS)


def test_shared_keys_are_found() -> None:
    def nothing(_desk: object) -> None:
        pass

    one = ActionSpec("a.one", "One", "Does one thing", nothing, ("Ctrl+D", "F2"))
    other = ActionSpec("a.other", "Other", "Does another thing", nothing, ("Ctrl+D",))
    assert shared_keys((one, other)) == {"Ctrl+D": ["a.one", "a.other"]}


def test_conv_27_letters_alone_are_no_keys() -> None:
    # A letter on the canvas is the beginning of a name.
    for spec in ACTIONS:
        for sequence in sequences(spec):
            text = sequence.toString(sequence.SequenceFormat.PortableText)
            assert len(text) > 1, f"{spec.id}: {text}"
