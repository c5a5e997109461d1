"""The registry of all actions: adding one is one entry in the table of its menu."""

from __future__ import annotations

import functools

from vsdesigner.ui.actions.arrange_specs import ARRANGE
from vsdesigner.ui.actions.clipboard_specs import CLIPBOARD
from vsdesigner.ui.actions.document_specs import EDIT, FILE, STREAM
from vsdesigner.ui.actions.insert_specs import INSERT
from vsdesigner.ui.actions.spec import ActionSpec
from vsdesigner.ui.actions.window_specs import HELP, VIEW

ACTIONS: tuple[ActionSpec, ...] = FILE + EDIT + CLIPBOARD + VIEW + INSERT + ARRANGE + STREAM + HELP


@functools.cache
def specs_by_id() -> dict[str, ActionSpec]:
    """Return the actions by id."""
    return {spec.id: spec for spec in ACTIONS}
