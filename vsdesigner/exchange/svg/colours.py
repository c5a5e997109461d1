"""Colours of a drawing by role: fixed ones for a file, or names of variables that a page gives colours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from vsdesigner.palette import LaneShades, Rgb, Scheme, mix

#: How dense the layers of a card's soft shadow are, by scheme; print has none.
_SHADOWS: Mapping[str, tuple[str, float]] = {"light": ("#141C28", 0.03), "dark": ("#000000", 0.1)}


class Colours(Protocol):
    """What fills and strokes are made of. Values stand in attributes as they are."""

    def of(self, role: str) -> str:
        """Return the colour of a role: a field of `palette.Scheme`, ``note``, ``note_line``,
        ``phase_header``, ``shadow`` or the number ``shadow_opacity``, empty where there is no shadow."""
        ...

    def lane(self, colour: str, role: str) -> str:
        """Return a colour of the lane with this base colour: `role` is a field of `palette.LaneShades`."""
        ...


class FixedColours:
    """The colours of one scheme."""

    def __init__(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._roles = role_colours(scheme)

    def of(self, role: str) -> str:
        """Return the colour of a role."""
        return self._roles[role]

    def lane(self, colour: str, role: str) -> str:
        """Return a colour of a lane."""
        return lane_colours(self._scheme, colour)[role]


def role_colours(scheme: Scheme) -> dict[str, str]:
    """Return role → colour of a scheme, with those that are mixed from others."""
    found = {
        role: value.hex
        for role in scheme.__dataclass_fields__
        if isinstance(value := getattr(scheme, role), Rgb)
    }
    found["note"] = mix(scheme.panel, scheme.warning, 0.20 if scheme.dark else 0.10).hex
    found["note_line"] = mix(scheme.card, scheme.warning, 0.35).hex
    found["phase_header"] = mix(scheme.panel, scheme.text, 0.06).hex
    shadow, opacity = _SHADOWS.get(scheme.name, ("", 0.0))
    found["shadow"] = shadow
    found["shadow_opacity"] = f"{opacity:g}" if shadow else ""
    return found


def lane_colours(scheme: Scheme, colour: str) -> dict[str, str]:
    """Return role → colour of a lane."""
    shades = scheme.lane(colour)
    return {role: getattr(shades, role).hex for role in LaneShades.__dataclass_fields__}
