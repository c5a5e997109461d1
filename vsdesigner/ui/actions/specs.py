"""The registry of all actions: adding one is one entry in the table of its menu."""

from __future__ import annotations

import functools

from vsdesigner.ui.actions.arrange_specs import ARRANGE
from vsdesigner.ui.actions.clipboard_specs import CLIPBOARD
from vsdesigner.ui.actions.document_specs import EDIT, FILE, STREAM
from vsdesigner.ui.actions.flow_specs import FLOW
from vsdesigner.ui.actions.insert_specs import INSERT
from vsdesigner.ui.actions.lane_specs import INSERT_PHASE, LANE, PHASE
from vsdesigner.ui.actions.lens_specs import LENS
from vsdesigner.ui.actions.present_specs import PRESENT
from vsdesigner.ui.actions.raci_specs import RACI
from vsdesigner.ui.actions.search_specs import SEARCH_EDIT, SEARCH_HELP
from vsdesigner.ui.actions.seeing_specs import SEEING_INSERT, SEEING_VIEW
from vsdesigner.ui.actions.spec import ActionSpec
from vsdesigner.ui.actions.table_specs import TABLE
from vsdesigner.ui.actions.variant_specs import SUBSTREAM, VARIANT
from vsdesigner.ui.actions.view_specs import VIEWS_SHOWN
from vsdesigner.ui.actions.window_specs import HELP, VIEW

ACTIONS: tuple[ActionSpec, ...] = (
    *FILE,
    *EDIT,
    *CLIPBOARD,
    *SEARCH_EDIT,
    *VIEWS_SHOWN,
    *VIEW,
    *SEEING_VIEW,
    *LENS,
    *INSERT,
    *SEEING_INSERT,
    *ARRANGE,
    *FLOW,
    *TABLE,
    *INSERT_PHASE,
    *LANE,
    *PHASE,
    *STREAM,
    *VARIANT,
    *SUBSTREAM,
    *RACI,
    *PRESENT,
    *SEARCH_HELP,
    *HELP,
)


@functools.cache
def specs_by_id() -> dict[str, ActionSpec]:
    """Return the actions by id."""
    return {spec.id: spec for spec in ACTIONS}
