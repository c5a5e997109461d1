"""The text and number types of the model with the bounds that every file is held to."""

from __future__ import annotations

import re
from typing import Annotated, get_args, get_origin

from pydantic import BeforeValidator, Field, Strict, StringConstraints

NAME_LENGTH = 500
TEXT_LENGTH = 10_000
LIST_LENGTH = 500
COORDINATE_LIMIT = 1_000_000.0

# C0 and C1 controls except tab and line feed, lone surrogates, and the two non-characters that XML forbids.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Return `text` without characters that no file format of ours can carry; line ends become LF."""
    if text.isprintable():
        return text
    return _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n"))


def _cleaned(value: object) -> object:
    """Clean text before it is validated: half a character, pasted from somewhere, is not even a string."""
    return clean(value) if isinstance(value, str) else value


Identifier = Annotated[
    str, Strict(), StringConstraints(pattern=r"^[A-Za-z0-9][A-Za-z0-9_.:-]{0,79}$", max_length=80)
]
OptionalIdentifier = Annotated[
    str, Strict(), StringConstraints(pattern=r"^([A-Za-z0-9][A-Za-z0-9_.:-]{0,79})?$", max_length=80)
]
Name = Annotated[str, Strict(), StringConstraints(max_length=NAME_LENGTH), BeforeValidator(_cleaned)]
Text = Annotated[str, Strict(), StringConstraints(max_length=TEXT_LENGTH), BeforeValidator(_cleaned)]
Color = Annotated[str, Strict(), StringConstraints(pattern=r"^#[0-9A-Fa-f]{6}$")]
Coordinate = Annotated[float, Strict(), Field(ge=-COORDINATE_LIMIT, le=COORDINATE_LIMIT, allow_inf_nan=False)]
Length = Annotated[float, Strict(), Field(gt=0, le=COORDINATE_LIMIT, allow_inf_nan=False)]
Amount = Annotated[float, Strict(), Field(ge=0, le=1_000_000_000, allow_inf_nan=False)]
Percent = Annotated[float, Strict(), Field(ge=0, le=100, allow_inf_nan=False)]
Order = Annotated[int, Strict(), Field(ge=0, le=1_000_000)]
Flag = Annotated[bool, Strict()]
Names = Annotated[tuple[Name, ...], Field(max_length=LIST_LENGTH)]


def text_limit(annotation: object) -> int | None:
    """Return how long a text of this type may be; None for ids, colours, choices, numbers and lists.

    Types made of free text are those that are cleaned: `Name`, `Text`, and any later one like them.
    """
    if get_origin(annotation) is not Annotated:
        return None
    kind, *bounds = get_args(annotation)
    if kind is not str or not any(
        isinstance(bound, BeforeValidator) and bound.func is _cleaned for bound in bounds
    ):
        return None
    return next(
        bound.max_length
        for bound in bounds
        if isinstance(bound, StringConstraints) and bound.max_length is not None
    )
