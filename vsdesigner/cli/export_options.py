"""The options of all formats on the command line, made from their tables."""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Callable

from vsdesigner.cli.misuse import Misuse
from vsdesigner.exchange.options import Option, OptionKind, Value
from vsdesigner.exchange.picture_options import EXTENT
from vsdesigner.exchange.registry import EXPORTERS, Exporter
from vsdesigner.model.errors import UserError

_PREFIX = "option_"  # of the attributes that hold them, apart from what the command itself asks


def add_options(command: argparse.ArgumentParser) -> None:
    """Let a command take every option that some format has."""
    group = command.add_argument_group("what can be chosen", "behind each the formats that know it")
    for id, found in _by_id().items():
        _add(group, id, found)


def values_for(exporter: Exporter, arguments: Namespace) -> dict[str, Value]:
    """Return what was chosen for a format.

    Raises `Misuse` for an option that the format does not have and for a value that it does not take.
    """
    own = {option.id: option for option in exporter.options}
    values: dict[str, Value] = {}
    for id in _by_id():
        said = getattr(arguments, _PREFIX + id)
        if said is None:
            continue
        if id not in own:
            raise Misuse(f"{_word(id)} means nothing for {exporter.id} ({exporter.label}).")
        try:
            values[id] = _value(own[id], said)
        except UserError as error:
            raise Misuse(f"{_word(id)}: {error}") from error
    return values


def _by_id() -> dict[str, list[tuple[str, Option]]]:
    """Id of an option → the formats that have it, with what it is there."""
    found: dict[str, list[tuple[str, Option]]] = {}
    for format, exporter in EXPORTERS.items():
        for option in exporter.options:
            if option.id == EXTENT.id:
                continue  # a selection and a current view are only in a window
            found.setdefault(option.id, []).append((format, option))
    return found


def _word(id: str) -> str:
    return "--" + id.replace("_", "-")


def _add(group: argparse._ArgumentGroup, id: str, found: list[tuple[str, Option]]) -> None:
    first = found[0][1]
    help = f"{first.help} [{', '.join(format for format, _ in found)}]"
    if first.kind is OptionKind.FLAG:
        group.add_argument(
            _word(id),
            dest=_PREFIX + id,
            action=argparse.BooleanOptionalAction,
            default=None,
            help=_escaped(help),
        )
        return
    group.add_argument(
        _word(id),
        dest=_PREFIX + id,
        metavar=_metavar(first),
        type=_reader([option for _, option in found]),
        help=_escaped(f"{help} {_range(found)}"),
    )


def _escaped(text: str) -> str:
    return text.replace("%", "%%")  # argparse fills in


def _metavar(option: Option) -> str:
    return {OptionKind.NUMBER: "NUMBER", OptionKind.SEVERAL: "A,B"}.get(option.kind, "WORD")


def _range(found: list[tuple[str, Option]]) -> str:
    """What may stand behind the option: bounds, or words."""
    option = found[0][1]
    if option.kind is OptionKind.NUMBER:
        unit = f" {option.unit}" if option.unit else ""
        return f"({option.least:g} to {option.most:g}{unit}, default: {option.default:g})"
    words = dict.fromkeys(choice.value for _, other in found for choice in other.choices)
    default = option.default
    shown = ",".join(default) if isinstance(default, tuple) else default
    kind = "any" if option.kind is OptionKind.SEVERAL else "one"
    return f"({kind} of {', '.join(words)}; default: {shown or 'none'})"


def _reader(options: list[Option]) -> Callable[[str], str]:
    """Return what reads the text behind an option: it has to mean something for one format at least."""

    def read(text: str) -> str:
        reasons = []
        for option in options:
            try:
                _value(option, text)
            except UserError as error:
                reasons.append(str(error))
            else:
                return text
        raise argparse.ArgumentTypeError(reasons[0])

    return read


def _value(option: Option, said: str | bool) -> Value:
    """What was said, as the option takes it; raises `UserError`."""
    if isinstance(said, bool):
        return option.checked(said)
    if option.kind is OptionKind.SEVERAL:
        words = (word.strip() for word in said.split(","))
        known = {choice.value.casefold(): choice.value for choice in option.choices}
        return option.checked(tuple(known.get(word.casefold(), word) for word in words if word))
    if option.kind is OptionKind.NUMBER:
        try:
            return option.checked(float(said))
        except ValueError as error:
            raise UserError(f"{option.label}: “{said}” is not a number.") from error
    return option.checked(said)
