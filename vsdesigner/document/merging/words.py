"""Differences in words: a whole sentence for each thing that came, went or changed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from vsdesigner.document.merging.decisions import ALL, Found, Spot, What
from vsdesigner.document.merging.outcome import Difference
from vsdesigner.document.merging.readable import name_of, quoted, readable, reference_text, short
from vsdesigner.document.merging.shapes import LISTS, MISSING, values_of
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.fields import FIELDS
from vsdesigner.model.parts import RaciMark
from vsdesigner.model.records import (
    DocumentSettings,
    Flow,
    Lane,
    Note,
    Phase,
    Practice,
    Record,
    Role,
    Step,
    Stream,
    StreamMember,
    Terminal,
    Tool,
)

_NOUNS: dict[type[Record], str] = {
    Lane: "the activity {name}",
    Role: "the role {name}",
    Tool: "the tool {name}",
    Practice: "the practice {name}",
    Stream: "the stream {name}",
    Step: "the step {name}",
    Flow: "the flow from {name}",
    Phase: "the phase {name}",
    Note: "the note {name}",
    Terminal: "{name}",
}
_KINDS = (Lane, Role, Tool, Practice, Stream, Terminal, Step, Flow, Phase, Note)
_ENTRIES = {
    "tasks": "the task {name}",
    "practices": "the practice {name}",
    "tools": "the tool {name}",
    "lead_times": "the lead time {name}",
    "responsibilities": "the responsibility {name}",
    "raci_letters": "the letter {name}",
    "facets": "the part {name}",
    "lane_views": "the view of {name}",
    "raci": "the letters of {name}",
    "further_lanes": "the further activity {name}",
}
_LABELS = {
    "lane": "activity",
    "owner": "owner",
    "demand_kind": "kind of start",
    "supplier": "supplier",
    "substream": "stream that it stands for",
    "organisation": "kind of organization",
    "organisation_name": "organization",
    "customer_visible": "visibility to the customer",
    "optional": "option to leave it out",
    "bends": "way",
    "pinned": "pin",
    "extras": "further contents",
    "letters": "letters",
    "facet": "part of the activity",
    "x": "place on the drawing",
    "width": "size",
    "source": "start",
    "target": "end",
    "minimum": "time",
    "service_class": "class of service",
    "further_lanes": "further activities",
    "lane_views": "shown lanes",
    "raci_letters": "letters of responsibility",
    "accountable_implies_responsible": "rule that accountable includes responsible",
    "check_levels": "levels of the checks",
    "check_profile": "profile of the checks",
    "variant_of": "original",
    "label_place": "place of the label",
    "source_side": "side where it starts",
    "target_side": "side where it ends",
    "lanes": "activities",
    "raci": "responsibilities",
}


class Wording:
    """Puts the differences of one merge into words; names come from the side that a value is of."""

    def __init__(self, base: Snapshot, ours: Snapshot, theirs: Snapshot) -> None:
        self._base, self._ours, self._theirs = base, ours, theirs
        self._ranks: dict[str, tuple[object, ...]] = {}

    def differences(self, found: Iterable[Found]) -> tuple[Difference, ...]:
        """Return them in the order of streams, steps and fields."""
        ranked = [(self._rank(entry.spot), index, entry) for index, entry in enumerate(found)]
        return tuple(self._difference(entry) for _, _, entry in sorted(ranked, key=lambda row: row[:2]))

    # -- the order --------------------------------------------------------------------------------------
    def _rank(self, spot: Spot) -> tuple[object, ...]:
        if spot.record not in self._ranks:
            self._ranks[spot.record] = self._record_rank(spot.record)
        return self._ranks[spot.record]

    def _record_rank(self, id: str) -> tuple[object, ...]:
        record = self._find(id)
        if record is None:
            return (0,)
        kind = _KINDS.index(type(record)) if type(record) in _KINDS else -1
        own = (getattr(record, "order", 0), id)
        if isinstance(record, StreamMember):
            stream = self._find(record.stream)
            return (1, getattr(stream, "order", 0), record.stream, kind, *own)
        if isinstance(record, Stream):
            return (1, record.order, id, -1, *own)
        return (0, kind, *own)

    # -- one difference ---------------------------------------------------------------------------------
    def _difference(self, found: Found) -> Difference:
        path = found.spot.path
        field = self._named_field(path)
        return Difference(
            key=found.spot.key,
            record=found.spot.record,
            field=path[0] if path else "",
            part=path[1] if len(path) > 1 and path[1] != ALL else "",
            base=self._text(self._base, field, found.base),
            ours=self._text(self._ours, field, found.ours),
            theirs=self._text(self._theirs, field, found.theirs),
            text=_capital(self._sentence(found)),
            conflict=found.is_conflict,
        )

    def _named_field(self, path: tuple[str, ...]) -> str:
        names = path[::2]
        return names[-1] if names else ""

    def _text(self, view: Snapshot, field: str, value: Any) -> str:
        if isinstance(value, list):
            return "\n".join(reference_text(view, id) for id in value)
        return readable(view, field, value)

    def _sentence(self, found: Found) -> str:
        path = found.spot.path
        if found.what is What.ORDER:
            return self._order(found)
        if not path:
            return self._record(found)
        if path == ("name",) and isinstance(found.theirs, str) and not found.is_conflict and found.base:
            kind = self._kind(found.spot)
            before = quoted(str(found.base))
            if kind is not Step:
                before = say(_NOUNS.get(kind, "{name}")).format(name=before)
            return say("{before} is renamed to {after}.").format(before=before, after=quoted(found.theirs))
        if len(path) % 2:
            return self._field(found)
        return self._letters(found) if path[-2] == "raci" else self._entry(found)

    # -- records ----------------------------------------------------------------------------------------
    def _record(self, found: Found) -> str:
        is_here = found.theirs is MISSING
        thing = self._record_words(found.spot.record)
        home = self._home(found.spot.record)
        if found.what is What.LOST:
            text = say("{thing} goes with what was removed at one of its ends.")
        elif found.what is What.NEEDED:
            text = (
                say("{thing} was removed there and is used here; it stays.")
                if is_here
                else say("{thing} was removed here and is used there; it stays.")
            )
        elif found.is_conflict:
            text = (
                say("{thing} was removed there and changed here; it stays.")
                if is_here
                else say("{thing} was removed here and changed there; it stays.")
            )
        elif is_here:
            text = say("{thing} is removed from {home}.") if home else say("{thing} is removed.")
        else:
            text = say("{thing} is added to {home}.") if home else say("{thing} is added.")
        return text.format(thing=thing, home=home)

    def _home(self, id: str) -> str:
        record = self._find(id)
        return quoted(self._name(record.stream)) if isinstance(record, StreamMember) else ""

    def _record_words(self, id: str) -> str:
        record = self._find(id)
        if record is None or isinstance(record, DocumentSettings):
            return say("the document")
        name = name_of(self._view_of(id), record)
        if isinstance(record, Flow):
            return say(_NOUNS[Flow]).format(name=name)
        if isinstance(record, Terminal):
            return say("the {end} of {stream}").format(end=name, stream=quoted(self._name(record.stream)))
        return say(_NOUNS[type(record)]).format(name=quoted(name))

    def _owner(self, spot: Spot) -> str:
        """What a field belongs to: the record, or the entry of one of its lists."""
        record = self._find(spot.record)
        words = (
            quoted(name_of(self._view_of(spot.record), record))
            if isinstance(record, Step) and record.name
            else self._record_words(spot.record)
        )
        for depth in range(0, len(spot.path) - 1, 2):
            entry = self._entry_words(Spot(spot.record, spot.path[: depth + 2]))
            words = say("{entry} of {owner}").format(entry=entry, owner=words)
        return words

    # -- fields -----------------------------------------------------------------------------------------
    def _field(self, found: Found) -> str:
        path = found.spot.path
        owner = self._owner(Spot(found.spot.record, path[:-1]))
        label = say(_label(self._kind(found.spot), path[-1]))
        before, ours, theirs = (
            short(self._text(view, path[-1], value))
            for view, value in (
                (self._base, found.base),
                (self._ours, found.ours),
                (self._theirs, found.theirs),
            )
        )
        if found.is_conflict:
            text = say("the {field} of {owner} became {ours} here and {theirs} there.")
        elif path[-1] == "x":
            text = say("{owner} is moved on the drawing.")
        elif not theirs:
            text = say("the {field} of {owner} became empty; before: “{before}”.")
        elif not before:
            text = say("the {field} of {owner} became “{after}”.")
        else:
            text = say("the {field} of {owner} changed from “{before}” to “{after}”.")
        return text.format(
            field=label,
            owner=owner,
            before=before,
            after=theirs,
            ours=f"“{ours}”" if ours else say("empty"),
            theirs=f"“{theirs}”" if theirs else say("empty"),
        )

    # -- entries of lists -------------------------------------------------------------------------------
    def _entry(self, found: Found) -> str:
        path = found.spot.path
        field = path[-2]
        owner = self._owner(Spot(found.spot.record, path[:-2]))
        if field not in _ENTRIES:
            return self._line(found, owner)
        return _came_or_went(found).format(thing=self._entry_words(found.spot), owner=owner)

    def _line(self, found: Found, owner: str) -> str:
        """A line of a list of short texts."""
        before, ours, theirs = (quoted(str(value)) for value in (found.base, found.ours, found.theirs))
        if found.is_conflict and MISSING in (found.ours, found.theirs):
            text = (
                say("{base} in the {field} of {owner} was removed there and is {ours} here; it stays.")
                if found.theirs is MISSING
                else say("{base} in the {field} of {owner} was removed here and is {theirs} there; it stays.")
            )
        elif found.is_conflict:
            text = say("{base} in the {field} of {owner} is {ours} here and {theirs} there.")
        elif found.base is MISSING:
            text = say("{theirs} is added to the {field} of {owner}.")
        elif found.theirs is MISSING:
            text = say("{base} is removed from the {field} of {owner}.")
        else:
            text = say("{base} becomes {theirs} in the {field} of {owner}.")
        label = say(_label(self._kind(found.spot), found.spot.path[-2]))
        return text.format(base=before, ours=ours, theirs=theirs, field=label, owner=owner)

    def _letters(self, found: Found) -> str:
        """Letters that a role holds in a step or task."""
        path = found.spot.path
        owner = self._owner(Spot(found.spot.record, path[:-2]))
        mark = next(entry for entry in (found.theirs, found.ours, found.base) if entry is not MISSING)
        role = quoted(self._name(mark.role)) if isinstance(mark, RaciMark) else path[-1]
        before, theirs = (getattr(value, "letters", "") for value in (found.base, found.theirs))
        if found.is_conflict:
            return _came_or_went(found).format(thing=self._entry_words(found.spot), owner=owner)
        if found.theirs is MISSING:
            text = say("{role} no longer holds {before} in {owner}.")
        else:
            text = say("{role} gets {after} in {owner}.")
        return text.format(role=role, before=before, after=theirs, owner=owner)

    def _entry_words(self, spot: Spot) -> str:
        field, key = spot.path[-2:]
        entry = self._value_at(spot)
        view = self._theirs if self._find_in(self._theirs, spot) is not MISSING else self._ours
        name = readable(view, field, entry) if entry is not MISSING else key
        if field == "raci":
            name = self._name(getattr(entry, "role", key))
        elif field in ("practices", "tools"):
            name = self._name(key)
        return say(_ENTRIES.get(field, "the entry {name}")).format(name=quoted(name))

    def _order(self, found: Found) -> str:
        path = found.spot.path
        owner = self._owner(Spot(found.spot.record, path[:-2]))
        label = say(_label(self._kind(found.spot), path[-2]))
        text = (
            say("the order of the {field} of {owner} changed here and there in different ways.")
            if found.is_conflict
            else say("the order of the {field} of {owner} changed.")
        )
        return text.format(field=label, owner=owner)

    # -- finding ----------------------------------------------------------------------------------------
    def _find(self, id: str) -> Record | None:
        return self._ours.find(id) or self._theirs.find(id) or self._base.find(id)

    def _kind(self, spot: Spot) -> type[Record]:
        return type(self._find(spot.record) or DocumentSettings())

    def _view_of(self, id: str) -> Snapshot:
        return next((view for view in (self._ours, self._theirs) if id in view), self._base)

    def _name(self, id: str) -> str:
        return reference_text(self._view_of(id), id)

    def _value_at(self, spot: Spot) -> Any:
        """What stands at an entry of a list, as one of the three has it."""
        for view in (self._base, self._ours, self._theirs):
            value = self._find_in(view, spot)
            if value is not MISSING:
                return value
        return MISSING

    def _find_in(self, view: Snapshot, spot: Spot) -> Any:
        value: Any = view.find(spot.record)
        for depth in range(0, len(spot.path) - 1, 2):
            field, key = spot.path[depth : depth + 2]
            if value is None or value is MISSING:
                return MISSING
            shape = LISTS.get((type(value), field))
            if shape is None:
                return MISSING
            entries = values_of(value).get(field, ())
            wanted = key.rstrip("+")
            value = next(
                (entry for entry in entries if str(getattr(entry, shape.key, entry)) == wanted), MISSING
            )
        return value


def _came_or_went(found: Found) -> str:
    if found.is_conflict and found.theirs is MISSING:
        return say("{thing} of {owner} was removed there and changed here; it stays.")
    if found.is_conflict and found.ours is MISSING:
        return say("{thing} of {owner} was removed here and changed there; it stays.")
    if found.base is MISSING:
        return say("{thing} is added to {owner}.")
    if found.theirs is MISSING:
        return say("{thing} is removed from {owner}.")
    return say("{thing} of {owner} changes.")


@cache
def _label(kind: type[Any], name: str) -> str:
    found = next((field.label for field in FIELDS if field.kind is kind and field.name == name), "")
    label = _LABELS.get(name) or found or name.replace("_", " ")
    return label[:1].lower() + label[1:]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
