"""Opens a workbook that nobody trusts: bounded parts, bounded text, bounded cells, no declarations."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import Protocol
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile, ZipInfo

from vsdesigner.exchange.registry import Cancelled
from vsdesigner.language import say
from vsdesigner.model.errors import UserError

MOST_FILE = 100 * 1024 * 1024  # bytes of the file
MOST_PARTS = 20_000
MOST_XML = 64 * 1024 * 1024  # bytes of all parts that are read, unpacked
MOST_RATIO = 400  # unpacked to packed, of a part that is worth the name
RATIO_FROM = 4 * 1024 * 1024  # bytes unpacked; smaller parts may pack as well as they like

_READ = 64 * 1024
_SEPARATOR = " "


class Listener(Protocol):
    """What hears a part of the workbook; names come as ``namespace local``."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Hear of the start of an element."""

    def end(self, tag: str) -> None:
        """Hear of the end of an element."""

    def text(self, data: str) -> None:
        """Hear text."""


def refusal(reason: str) -> UserError:
    """Return the error of a workbook that is not opened."""
    return UserError(say("The workbook was not opened: {reason}").format(reason=reason))


class Package:
    """The parts of a workbook. Everything raises `UserError` for what is broken or too large."""

    def __init__(self, content: bytes, cancelled: Callable[[], bool] = lambda: False) -> None:
        if len(content) > MOST_FILE:
            raise refusal(say("it is larger than {most} MB.").format(most=MOST_FILE // (1024 * 1024)))
        self._cancelled = cancelled
        self._left = MOST_XML
        try:
            self._archive = ZipFile(io.BytesIO(content))
        except (BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as error:
            raise refusal(
                say("it is no Excel workbook (.xlsx), or it is damaged or protected with a password.")
            ) from error
        entries = self._archive.infolist()
        if len(entries) > MOST_PARTS:
            raise refusal(say("it has more than {most:,} parts.").format(most=MOST_PARTS))
        self._parts = {entry.filename: entry for entry in entries}

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def hear(self, name: str, listener: Listener) -> None:
        """Let `listener` hear a part of the workbook."""
        entry = self._parts.get(name)
        if entry is None:
            raise refusal(say("a part of it is missing ({part}).").format(part=name[:100]))
        self._check(entry)
        parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        parser.buffer_text = True
        parser.buffer_size = _READ
        parser.StartElementHandler = listener.start
        parser.EndElementHandler = listener.end
        parser.CharacterDataHandler = listener.text
        parser.StartDoctypeDeclHandler = _refuse_declaration
        parser.EntityDeclHandler = _refuse_declaration
        try:
            self._feed(entry, parser)
        except (expat.ExpatError, BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
            raise refusal(say("a part of it is damaged ({part}).").format(part=name[:100])) from error
        except (NotImplementedError, RuntimeError) as error:  # packed in an unknown way, or encrypted
            raise refusal(say("it is protected with a password.")) from error

    def _feed(self, entry: ZipInfo, parser: expat.XMLParserType) -> None:
        with self._archive.open(entry) as part:
            while piece := part.read(_READ):
                if self._cancelled():
                    raise Cancelled
                self._left -= len(piece)
                if self._left < 0:
                    raise _too_much()
                parser.Parse(piece)
        parser.Parse(b"", True)

    def _check(self, entry: ZipInfo) -> None:
        """Refuse by what the directory says before anything is unpacked; `_feed` counts what really comes."""
        if entry.file_size > self._left:
            raise _too_much()
        if entry.file_size > RATIO_FROM and entry.file_size > MOST_RATIO * max(entry.compress_size, 1):
            raise _too_much()


def _too_much() -> UserError:
    return refusal(
        say("unpacked it holds more than {most} MB of cells; it may be made to do harm.").format(
            most=MOST_XML // (1024 * 1024)
        )
    )


def _refuse_declaration(*_arguments: object) -> None:
    raise refusal(say("it declares entities, which no workbook does; it may be made to do harm."))
