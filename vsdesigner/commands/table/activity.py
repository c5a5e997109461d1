"""The cells that say which activity a step belongs to: mapped as the method writes it, or part by part."""

from __future__ import annotations

import re
from typing import NamedTuple

from vsdesigner.commands.listed import lane_named
from vsdesigner.commands.table.errors import CellError, quoted, within
from vsdesigner.commands.table.writing import Writing
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import activity_text, one_line, qualifier_text
from vsdesigner.language import say
from vsdesigner.model.parts import Facet
from vsdesigner.model.records import Lane, Step

_STEP = re.compile(r"\(\s*(?:step|schritt|[ée]tape)\s+\d{1,7}\s*\)\s*$", re.IGNORECASE)
_LENGTH = 12_000  # characters: twenty activities and a qualifier of the longest names there can be
MOST_FURTHER = 20


class Named(NamedTuple):
    """Activities that a text names, the first one first, and the half of that one when it names a half."""

    lanes: tuple[str, ...]
    facet: str = ""


def editing_text(view: Snapshot, step: Step) -> str:
    """Return ``Activity (qualifier)``."""
    qualifier = qualifier_text(view, step)
    return f"{activity_text(view, step)} ({qualifier})" if qualifier else activity_text(view, step)


def names(view: Snapshot, step: Step) -> tuple[str, ...]:
    """Return the activities to choose from, and their halves."""
    halves = (half.name for lane in view.lanes for half in lane.facets)
    return (*(lane.name for lane in view.lanes), *halves)


def halves(view: Snapshot, step: Step) -> tuple[str, ...]:
    """Return the halves of the step's activity."""
    return tuple(half.name for half in view.get(step.lane, Lane).facets)


def change_mapping(writing: Writing, step: Step, text: str) -> Step:
    """Write ``Activity (qualifier) (Step n)``: the number is passed over, for it follows from the flow.

    The words that a half stands for choose this half; own words leave the half as it is.
    """
    if len(text) > _LENGTH:
        raise _unknown(writing.view, text)
    line = _STEP.sub("", one_line(text)).strip()
    named = _named(writing, line)
    if named is not None:
        return _moved(writing.view, step, named, "")
    opening = line.find("(") if line.endswith(")") else -1
    while opening > 0:
        named = _named(writing, line[:opening])
        if named is not None:
            return _qualified(writing.view, step, named, line[opening + 1 : -1].strip())
        opening = line.find("(", opening + 1)
    raise _unknown(writing.view, line)


def change_activity(writing: Writing, step: Step, text: str) -> Step:
    """Write the activity alone; the qualifier stays."""
    named = _named(writing, one_line(text))
    if named is None:
        raise _unknown(writing.view, text)
    if not named.facet and named.lanes[0] == step.lane:
        named = named._replace(facet=step.facet)
    return _moved(writing.view, step, named, step.qualifier)


def change_facet(writing: Writing, step: Step, text: str) -> Step:
    """Write which half of the activity is meant."""
    lane = writing.view.get(step.lane, Lane)
    wanted = one_line(text).strip().casefold()
    if not wanted:
        return step.model_copy(update={"facet": ""})
    found = next((half for half in lane.facets if half.name.casefold() == wanted), None)
    if found is not None:
        return step.model_copy(update={"facet": found.id})
    if not lane.facets:
        raise CellError(say("{activity} has no halves to choose from.").format(activity=lane.name))
    sentence = say("“{text}” is no half of {activity}; choose one of: {halves}.")
    choice = ", ".join(half.name for half in lane.facets)
    raise CellError(sentence.format(text=quoted(text), activity=lane.name, halves=choice))


def _named(writing: Writing, text: str) -> Named | None:
    """The activities of a text: one, or several between commas; None when one of them is unknown."""
    return writing.once("activity", text.strip(), lambda: _find_all(writing.view, text.strip()))


def _find_all(view: Snapshot, text: str) -> Named | None:
    whole = _find(view, text)
    if whole is not None:
        return whole
    found = [_find(view, part) for part in text.split(",")] if "," in text else [None]
    known = [each for each in found if each is not None]
    if len(known) < len(found):
        return None
    return Named(tuple(dict.fromkeys(each.lanes[0] for each in known)), known[0].facet)


def _find(view: Snapshot, text: str) -> Named | None:
    wanted = text.strip().casefold()
    if not wanted:
        return None
    for lane in view.lanes:
        if wanted in (lane.name.strip().casefold(), lane.alias.strip().casefold()):
            return Named((lane.id,))
    for lane in view.lanes:
        for half in lane.facets:
            if half.name.strip().casefold() == wanted:
                return Named((lane.id,), half.id)
    id = lane_named(view, text)
    return Named((id,)) if id else None


def _qualified(view: Snapshot, step: Step, named: Named, qualifier: str) -> Step:
    """The step in these activities, with the words in brackets as its half or as its own words."""
    lane = view.get(named.lanes[0], Lane)
    meant = _half_meaning(lane, qualifier)
    if meant is not None and named.facet in ("", meant.id):
        return _moved(view, step, named._replace(facet=meant.id), "")
    if not named.facet and lane.id == step.lane:
        named = named._replace(facet=step.facet)
    return _moved(view, step, named, within(qualifier))


def _half_meaning(lane: Lane, qualifier: str) -> Facet | None:
    wanted = qualifier.casefold()
    return next((half for half in lane.facets if half.qualifier.casefold() == wanted), None)


def _moved(view: Snapshot, step: Step, named: Named, qualifier: str) -> Step:
    lane, *further = named.lanes
    if len(further) > MOST_FURTHER:
        raise CellError(say("A step can serve at most {count} activities.").format(count=MOST_FURTHER + 1))
    known = {half.id for half in view.get(lane, Lane).facets}
    fields = {
        "lane": lane,
        "facet": named.facet if named.facet in known else "",
        "further_lanes": tuple(further),
        "qualifier": qualifier,
    }
    return step.model_copy(update=fields)


def _unknown(view: Snapshot, text: str) -> CellError:
    activities = ", ".join(lane.name for lane in view.lanes)
    if not text.strip():
        return CellError(
            say("Every step belongs to an activity; type one of: {activities}.").format(activities=activities)
        )
    sentence = say("“{text}” is not an activity of this document; type one of: {activities}.")
    return CellError(sentence.format(text=quoted(text), activities=activities))
