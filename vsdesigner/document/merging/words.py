"""Differences in words: a whole sentence for each thing that came, went or changed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from vsdesigner.document.merging.decisions import ALL, Found, Spot, What
from vsdesigner.document.merging.labels import DRAWN, ENTRIES, NOUNS, label
from vsdesigner.document.merging.naming import Naming
from vsdesigner.document.merging.outcome import Difference
from vsdesigner.document.merging.readable import quoted, readable, reference_text, short
from vsdesigner.document.merging.shapes import MISSING
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.language import say
from vsdesigner.model.records import Step


class Wording:
    """Puts the differences of one merge into words; a value reads as in the document that it is of."""

    def __init__(self, base: Snapshot, ours: Snapshot, theirs: Snapshot) -> None:
        self._base, self._ours, self._theirs = base, ours, theirs
        self._naming = Naming(base, ours, theirs)
        self._ranks: dict[str, tuple[object, ...]] = {}

    def differences(self, found: Iterable[Found]) -> tuple[Difference, ...]:
        """Return them in the order of streams, steps and fields."""
        ranked = [(self._rank(entry.spot.record), index, entry) for index, entry in enumerate(found)]
        return tuple(self._difference(entry) for _, _, entry in sorted(ranked, key=lambda row: row[:2]))

    def _rank(self, id: str) -> tuple[object, ...]:
        if id not in self._ranks:
            self._ranks[id] = self._naming.rank(id)
        return self._ranks[id]

    def _difference(self, found: Found) -> Difference:
        path = found.spot.path
        base, ours, theirs = self._texts(found)
        return Difference(
            key=found.spot.key,
            record=found.spot.record,
            field=path[0] if path else "",
            part=path[1] if len(path) > 1 and path[1] != ALL else "",
            base=base,
            ours=ours,
            theirs=theirs,
            text=_ended(_capital(self._sentence(found))),
            conflict=found.is_conflict,
        )

    def _texts(self, found: Found) -> tuple[str, str, str]:
        """The three values, readable."""
        names = found.spot.path[::2]
        field = names[-1] if names else ""
        base, ours, theirs = (
            _text(view, field, value)
            for view, value in (
                (self._base, found.base),
                (self._ours, found.ours),
                (self._theirs, found.theirs),
            )
        )
        return base, ours, theirs

    def _sentence(self, found: Found) -> str:
        path = found.spot.path
        if found.what is What.ORDER:
            return self._order(found)
        if not path:
            return self._record(found)
        if path[-1] == "letters" or path[-2:-1] == ("raci",):
            return self._letters(found)
        if len(path) % 2 or path[-2] == "check_levels":
            return self._field(found)
        return self._entry(found) if path[-2] in ENTRIES else self._line(found)

    # -- records ----------------------------------------------------------------------------------------
    def _record(self, found: Found) -> str:
        thing = self._naming.record(found.spot.record)
        if found.is_conflict:
            return _one_sided(found, is_needed=found.what is What.NEEDED).format(thing=thing)
        home = self._naming.home(found.spot.record)
        if found.what is What.LOST:
            text = say("{thing} goes with what was removed at one of its ends.")
        elif found.theirs is MISSING:
            text = say("{thing} is removed from {home}.") if home else say("{thing} is removed.")
        else:
            text = say("{thing} is added to {home}.") if home else say("{thing} is added.")
        return text.format(thing=thing, home=home)

    # -- fields -----------------------------------------------------------------------------------------
    def _field(self, found: Found) -> str:
        path = found.spot.path
        owner = self._naming.owner(Spot(found.spot.record, path[: len(path) // 2 * 2]))
        if len(path) % 2 == 0:  # a level of a check
            owner = self._naming.record(found.spot.record)
        if found.is_conflict and path == ("name",) and found.base:
            owner = self._once_called(found)  # by the name that both sides know
        if not found.is_conflict and (text := self._own_words(found)):
            return text.format(owner=owner, after=quoted(str(found.theirs)))
        before, ours, theirs = (short(text) for text in self._texts(found))
        if found.is_conflict:
            text = say("the {field} of {owner} became {ours} here and {theirs} there.")
        elif not theirs:
            text = say("the {field} of {owner} became empty; before: “{before}”.")
        elif not before:
            text = say("the {field} of {owner} became “{after}”.")
        else:
            text = say("the {field} of {owner} changed from “{before}” to “{after}”.")
        return text.format(
            field=self._label(found.spot),
            owner=owner,
            before=before,
            after=theirs,
            ours=f"“{ours}”" if ours else say("empty"),
            theirs=f"“{theirs}”" if theirs else say("empty"),
        )

    def _own_words(self, found: Found) -> str:
        """The sentence of a field that has its own, with ``{owner}`` and ``{after}`` to fill in."""
        path = found.spot.path
        if path[-1] in DRAWN:
            return say(DRAWN[path[-1]])
        if path == ("name",) and found.base and found.theirs:
            return say("{thing} is renamed to {after}.").replace("{thing}", _inert(self._once_called(found)))
        if path[0] == "tasks" and path[-1] == "text" and found.theirs:
            return say("{owner} becomes {after}.")
        if path[0] == "tasks" and path[-1] == "indent":
            return (
                say("{owner} is part of the one above it.") if found.theirs else say("{owner} stands alone.")
            )
        return ""

    def _once_called(self, found: Found) -> str:
        """What something was called before it was renamed."""
        kind = self._naming.kind(found.spot.record)
        before = quoted(str(found.base))
        return before if kind is Step else say(NOUNS[kind]).format(name=before)

    def _label(self, spot: Spot) -> str:
        kind = self._naming.kind(spot.record)
        if len(spot.path) % 2 == 0:
            return say(label(kind, spot.path[-2])).format(name=quoted(spot.path[-1]))
        return say(label(kind, spot.path[-1]))

    # -- entries of lists -------------------------------------------------------------------------------
    def _entry(self, found: Found) -> str:
        owner = self._naming.owner(Spot(found.spot.record, found.spot.path[:-2]))
        thing = self._naming.entry(found.spot)
        if found.is_conflict:
            thing = say("{entry} of {owner}").format(entry=thing, owner=owner)
            return _one_sided(found).format(thing=thing)
        text = (
            say("{thing} is removed from {owner}.")
            if found.theirs is MISSING
            else say("{thing} is added to {owner}.")
        )
        return text.format(thing=thing, owner=owner)

    def _line(self, found: Found) -> str:
        """A line of a list of short texts."""
        path = found.spot.path
        if found.is_conflict and found.theirs is MISSING:
            text = say("{base} in the {field} of {owner} was removed there and is {ours} here; it stays.")
        elif found.is_conflict and found.ours is MISSING:
            text = say("{base} in the {field} of {owner} was removed here and is {theirs} there; it stays.")
        elif found.is_conflict:
            text = say("{base} in the {field} of {owner} is {ours} here and {theirs} there.")
        elif found.base is MISSING:
            text = say("{theirs} is added to the {field} of {owner}.")
        elif found.theirs is MISSING:
            text = say("{base} is removed from the {field} of {owner}.")
        else:
            text = say("{base} becomes {theirs} in the {field} of {owner}.")
        base, ours, theirs = (quoted(line) for line in self._texts(found))
        field = say(label(self._naming.kind(found.spot.record), path[-2]))
        owner = self._naming.owner(Spot(found.spot.record, path[:-2]))
        return text.format(base=base, ours=ours, theirs=theirs, field=field, owner=owner)

    def _letters(self, found: Found) -> str:
        """Letters that a role holds in a step or task."""
        path = found.spot.path if found.spot.path[-1] != "letters" else found.spot.path[:-1]
        before, ours, theirs = (
            str(getattr(value, "letters", "" if value is MISSING else value))
            for value in (found.base, found.ours, found.theirs)
        )
        if found.is_conflict:
            text = say("{role} holds {ours} here and {theirs} there in {owner}.")
        elif not theirs:
            text = say("{role} no longer holds {before} in {owner}.")
        elif before:
            text = say("{role} holds {theirs} instead of {before} in {owner}.")
        else:
            text = say("{role} gets {theirs} in {owner}.")
        return text.format(
            role=quoted(self._naming.name(path[-1].rstrip("+"))),
            before=before,
            ours=ours or say("nothing"),
            theirs=theirs or say("nothing"),
            owner=self._naming.owner(Spot(found.spot.record, path[:-2])),
        )

    def _order(self, found: Found) -> str:
        path = found.spot.path
        text = (
            say("the order of the {field} of {owner} changed here and there in different ways.")
            if found.is_conflict
            else say("the order of the {field} of {owner} changed.")
        )
        return text.format(
            field=say(label(self._naming.kind(found.spot.record), path[-2])),
            owner=self._naming.owner(Spot(found.spot.record, path[:-2])),
        )


def _one_sided(found: Found, *, is_needed: bool = False) -> str:
    """The sentence about ``{thing}`` that one side removed and the other needs or changed."""
    is_here = found.theirs is MISSING
    if is_needed:
        return (
            say("{thing} was removed there and is used here; it stays.")
            if is_here
            else say("{thing} was removed here and is used there; it stays.")
        )
    return (
        say("{thing} was removed there and changed here; it stays.")
        if is_here
        else say("{thing} was removed here and changed there; it stays.")
    )


def _text(view: Snapshot, field: str, value: Any) -> str:
    if isinstance(value, list):
        return "\n".join(reference_text(view, id) for id in value)
    return readable(view, field, value)


def _inert(text: str) -> str:
    """User text inside a sentence that is filled in later."""
    return text.replace("{", "{{").replace("}", "}}")


def _ended(text: str) -> str:
    """A sentence with one mark at its end: words in quotes may bring their own."""
    return text[:-1] if text.endswith((".”.", "!”.", "?”.")) else text


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
