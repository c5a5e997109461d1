"""Colours of the page: the drawing names variables, and the style sheet gives them values by theme."""

from __future__ import annotations

from vsdesigner.exchange.letter_colours import EVERY
from vsdesigner.exchange.svg.colours import lane_colours, role_colours
from vsdesigner.palette import DARK, LIGHT, PRINT, Scheme

_NOT_COLOURS = ("shadow", "shadow_opacity")  # the page has shadows of its own


class PageColours:
    """Names of variables; remembers which lanes were asked for."""

    def __init__(self) -> None:
        self._lanes: dict[str, int] = {}

    def of(self, role: str) -> str:
        """Return the variable of a role."""
        return "" if role in _NOT_COLOURS else f"var(--{role})"

    def lane(self, colour: str, role: str) -> str:
        """Return the variable of a lane's colour."""
        return f"var(--lane{self.place(colour)}-{role})"

    def place(self, colour: str) -> int:
        """Return the number by which classes and variables know a lane's base colour."""
        return self._lanes.setdefault(colour, len(self._lanes))

    def style_sheet(self) -> str:
        """Return the values of all variables: as the system wants them, as chosen, and for paper."""
        light, dark, paper = (self._values(scheme) for scheme in (LIGHT, DARK, PRINT))
        lanes = "".join(
            f".lane{index}{{--edge:var(--lane{index}-edge);--badge:var(--lane{index}-badge);"
            f"--badge_text:var(--lane{index}-badge_text);--ink:var(--lane{index}-text);"
            f"--head:var(--lane{index}-header)}}\n"
            for index in self._lanes.values()
        )
        return (
            f":root{{color-scheme:light;{light}}}\n"
            f"@media (prefers-color-scheme:dark){{:root{{color-scheme:dark;{dark}}}}}\n"
            f':root[data-theme="light"]{{color-scheme:light;{light}}}\n'
            f':root[data-theme="dark"]{{color-scheme:dark;{dark}}}\n'
            f"@media print{{:root,:root[data-theme]{{color-scheme:light;{paper}}}}}\n{lanes}{_letters()}"
        )

    def _values(self, scheme: Scheme) -> str:
        roles = {role: value for role, value in role_colours(scheme).items() if role not in _NOT_COLOURS}
        for colour, index in self._lanes.items():
            roles |= {f"lane{index}-{role}": value for role, value in lane_colours(scheme, colour).items()}
        return ";".join(f"--{role}:{value}" for role, value in roles.items())


def _letters() -> str:
    """The chips of responsibility letters: with a ground of their own they are the same in all themes."""
    return "".join(
        f".letter{place}{{background:{ground.hex};color:{ink.hex}}}\n"
        for place, (ground, ink) in enumerate(EVERY)
    )
