"""Names of the formats that travel by drag and drop and by the clipboard."""

from __future__ import annotations

#: A step to be made: the id of the lane it was dragged from in the palette, UTF-8.
NEW_STEP = "application/x-vsdesigner-new-step"

#: A part of a stream with all its data, as `storage.clipping` writes it.
EXCERPT = "application/x-vstream+json"
