"""What the export remembers: the choices of each format, and what was last done with each document."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from vsdesigner.exchange.options import OptionKind, Value
from vsdesigner.exchange.picture_options import EXTENT
from vsdesigner.exchange.registry import EXPORTERS, Exporter
from vsdesigner.model.errors import UserError
from vsdesigner.ui.export.wish import Wish, text_of, wish_from
from vsdesigner.ui.settings import Settings

DOCUMENTS = 20  # whose last export is remembered
_MARK = "="  # in front of a value: nothing chosen is a choice as well
_LAST, _AGAIN = "export/format", "export/again"
_PASSING = frozenset({EXTENT.id})  # about one moment: another document has nothing selected


def last_format(settings: Settings) -> str:
    """Return the id of the format that was exported last; the first one when that is not there any more."""
    stored = settings.text(_LAST)
    return stored if stored in EXPORTERS else next(iter(EXPORTERS))


def kept_values(settings: Settings, exporter: Exporter) -> dict[str, Value]:
    """Return a value for every option of a format: the one chosen last, else its default."""
    values = {option.id: option.default for option in exporter.options}
    for option in exporter.options:
        text = settings.text(_key(exporter, option.id))
        if text.startswith(_MARK) and option.id not in _PASSING:
            try:
                values[option.id] = option.checked(_read(option.kind, text.removeprefix(_MARK)))
            except (UserError, ValueError):  # an older version of the format had other choices
                continue
    return values


def is_carried(settings: Settings, exporter: Exporter) -> bool:
    """Say whether the document goes into files of a format."""
    return exporter.carries and settings.flag(_key(exporter, "-carry"), default=True)


def keep(settings: Settings, exporter: Exporter, wish: Wish) -> None:
    """Remember what was chosen, for the next document as well."""
    settings.set_text(_LAST, exporter.id)
    for id, value in wish.values.items():
        if id not in _PASSING:
            settings.set_text(_key(exporter, id), _MARK + _text(value))
    if exporter.carries:
        settings.set_flag(_key(exporter, "-carry"), on=wish.carry)


def last_wish(settings: Settings, document: Path) -> Wish | None:
    """Return what was exported last of the document in this file."""
    return next((wish for path, wish in _wishes(settings) if path == document), None)


def keep_wish(settings: Settings, document: Path, wish: Wish) -> None:
    """Remember what was exported of a document, for the next run of the program too."""
    others = [(path, other) for path, other in _wishes(settings) if path != document]
    found: Mapping[Path, Wish] = dict([(document, wish), *others][:DOCUMENTS])
    settings.set_texts(_AGAIN, [text_of(path, kept) for path, kept in found.items()])


def _wishes(settings: Settings) -> list[tuple[Path, Wish]]:
    read = (wish_from(text) for text in settings.texts(_AGAIN))
    return [entry for entry in read if entry is not None and entry[1].format in EXPORTERS]


def _key(exporter: Exporter, option: str) -> str:
    return f"export/{exporter.id}/{option}"


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return ",".join(value) if isinstance(value, tuple) else str(value)


def _read(kind: OptionKind, text: str) -> Value:
    if kind is OptionKind.FLAG:
        return {"true": True, "false": False}.get(text, text)
    if kind is OptionKind.SEVERAL:
        return tuple(word for word in text.split(",") if word)
    return float(text) if kind is OptionKind.NUMBER else text
