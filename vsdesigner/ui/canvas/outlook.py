"""What a view shows, as a value."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outlook:
    """Scale and the scene point at the view's top left corner."""

    scale: float
    x: float
    y: float

    def towards(self, other: Outlook, share: float) -> Outlook:
        """Return the outlook on the way to another one, at a share of it.

        The edges of what is seen go in straight lines, so that what both show never swings out between.
        """
        rest = 1.0 - share
        scale = 1.0 / (rest / self.scale + share / other.scale)
        return Outlook(scale, rest * self.x + share * other.x, rest * self.y + share * other.y)

    def near(self, other: Outlook, px: float) -> bool:
        """Whether nobody could tell the two apart on a screen."""
        if abs(self.scale / other.scale - 1.0) > 0.001:
            return False
        return max(abs(self.x - other.x), abs(self.y - other.y)) * self.scale <= px
