"""The first slide of a stream: its name, whose it is, and in which state."""

from __future__ import annotations

from vsdesigner.document.wording import stream_title
from vsdesigner.exchange.pptx.deck import Deck, joined
from vsdesigner.exchange.pptx.master import COVER_TITLE, COVER_WORDS
from vsdesigner.exchange.pptx.sheet import Sheet
from vsdesigner.exchange.pptx.text import fitting_size, flowed, plain
from vsdesigner.language import say
from vsdesigner.model.records import StreamState
from vsdesigner.palette import LIGHT

_SIZES = (44.0, 40.0, 36.0, 32.0, 28.0, 24.0, 20.0, 18.0, 16.0, 14.0, 12.0, 10.0, 9.0)
_STATES = {StreamState.AS_IS: "As it is today", StreamState.TO_BE: "As it should be"}


def add(deck: Deck) -> None:
    """Add the slide."""
    stream, sheet = deck.stream, Sheet()
    title = stream_title(stream)
    size = fitting_size(title, (COVER_TITLE.width, COVER_TITLE.height), _SIZES, bold=True)
    sheet.placeholder("ctrTitle", [plain(title, size, bold=True)])
    state = _STATES.get(stream.state, "")
    version = say("Version {version}").format(version=stream.version) if stream.version else ""
    owner = say("Owned by {owner}").format(owner=stream.owner) if stream.owner else ""
    lines = [plain(say("Service value stream"), 18.0, colour=LIGHT.muted)]
    facts = joined([say(state) if state else "", version, stream.status])
    lines += [plain(text, 16.0, before=6.0, colour=LIGHT.muted) for text in (owner, facts) if text]
    shown = flowed(lines, COVER_WORDS.width, COVER_WORDS.height)[0]
    sheet.placeholder("subTitle", shown, index=1)
    deck.add(sheet, deck.package.cover)
