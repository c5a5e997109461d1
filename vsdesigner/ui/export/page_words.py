"""What a web page of ours says, as lines of text: headings, terms, and the rows of its tables."""

from __future__ import annotations

from html.parser import HTMLParser

_SILENT = frozenset({"style", "script", "svg", "title", "button", "select", "footer", "aside", "nav"})
_SILENT_CLASSES = frozenset({"skip", "hint"})  # they are for whoever works with the page
_BLOCKS = frozenset({"h1", "h2", "p", "div", "dl", "li", "caption", "section", "details", "table"})
_HEADINGS = frozenset({"h1", "h2"})
_BETWEEN = "  ·  "  # cells of a row
_NOTHING = "–"


def words_of(page: bytes, most: int) -> str:
    """Return the first lines of a page, at most so many."""
    reader = _Reader(most)
    reader.feed(page.decode("utf-8", "replace"))
    reader.close()
    return "\n".join(reader.lines[:most]).strip()


class _Reader(HTMLParser):
    def __init__(self, most: int) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self._most = most
        self._line = ""
        self._cells: list[str] | None = None  # of the row that is being read
        self._silent = ""  # the element whose words are left out
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._silent:
            self._depth += tag == self._silent
        elif tag in _SILENT or dict(attrs).get("class") in _SILENT_CLASSES:
            self._silent, self._depth = tag, 1
        elif tag == "tr":
            self._cells = []
        elif self._cells is not None:
            if tag in ("td", "th"):
                self._cells.append("")
        elif tag in _BLOCKS:
            self._end_line()
            if tag in _HEADINGS:
                self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            self._depth -= tag == self._silent
            self._silent = self._silent if self._depth else ""
        elif tag == "tr" and self._cells is not None:
            self.lines.append(_BETWEEN.join(_flat(cell) or _NOTHING for cell in self._cells))
            self._cells = None
        elif tag == "dt":
            self._add(": ")
        elif tag in _BLOCKS or tag in ("dd", "span"):
            self._add(" ")
            if tag in _BLOCKS and self._cells is None:
                self._end_line()

    def handle_data(self, data: str) -> None:
        if not self._silent and len(self.lines) <= self._most:
            self._add(data)

    def _add(self, words: str) -> None:
        if self._cells:
            self._cells[-1] += words
        elif self._cells is None:
            self._line += words

    def _end_line(self) -> None:
        if words := _flat(self._line):
            self.lines.append(words)
        self._line = ""


def _flat(text: str) -> str:
    return " ".join(text.split())
