"""The workbook in other languages: nothing that the program says is left in English, nothing else changes."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.exchange.excel.painter import Painter, painting
from tests.exchange.excel.reading import ALL, opened, render, shown
from tests.exchange.excel.test_metrics import example, timed
from tests.exchange.sample import laptop, with_extras
from vsdesigner.commands.letter_sets import SETS
from vsdesigner.document import wording
from vsdesigner.document.amounts import unit_named
from vsdesigner.document.draft import Draft
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.exchange.excel import languages
from vsdesigner.exchange.excel.choices import SHEET_CHOICES
from vsdesigner.exchange.excel.kinds import KINDS
from vsdesigner.exchange.excel.languages import LANGUAGES, TRANSLATED, language_of, words
from vsdesigner.exchange.excel.lists import LEVEL_WORDS, PLACE_WORDS
from vsdesigner.exchange.excel.raci_check import RESULTS
from vsdesigner.exchange.excel.sheets import MOST_SUBJECT
from vsdesigner.language import say, speaking
from vsdesigner.model.parts import Duration, Supplier, SupplierKind, TimeUnit
from vsdesigner.model.records import Lane, Stream

PACKAGE = Path(languages.__file__).parent
#: Modules whose sentences stand in a workbook.
SPEAKING = (
    *sorted(PACKAGE.glob("*.py")),
    Path(wording.__file__),
    PACKAGE.parents[1] / "analysis" / "words.py",
)
#: Refusals are said to whoever exports, in the language of the program.
REFUSALS = re.compile(r"There is nothing to show on|The workbook would have")


@pytest.fixture(autouse=True)
def painted() -> Iterator[None]:
    with painting(Painter()):
        yield


def said() -> set[str]:
    """Every sentence that the sheets say, read from the source, and those that stand in tables."""
    found: set[str] = set()
    for path in SPEAKING:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            if isinstance(node.func, ast.Name) and node.func.id in ("say", "say_count"):
                found |= {text for argument in node.args for text in _whole(argument)}
    found |= {kind.name for kind in KINDS} | {choice.shows for choice in SHEET_CHOICES}
    found |= {*RESULTS.values(), *PLACE_WORDS.values(), *LEVEL_WORDS.values(), *TimeUnit}
    found |= {text for letters in SETS for each in letters.letters for text in (each.name, each.meaning)}
    found |= {lane.purpose for lane in laptop().lanes}
    found |= set(wording.use_case_texts(with_extras(laptop()), with_extras(laptop()).all(Stream)[0]))
    return {text for text in found if not REFUSALS.match(text)}


def _whole(argument: ast.expr) -> Iterator[str]:
    """The texts that an argument can be; what is worked out of parts is none."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from _whole(argument.body)
        yield from _whole(argument.orelse)


def test_every_language_says_every_sentence() -> None:
    for language in TRANSLATED:
        assert said() - words(language).keys() == set(), language
        assert words(language).keys() == words(TRANSLATED[0]).keys()
        assert all(text.strip() for text in words(language).values())


def fields(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


@pytest.mark.parametrize("language", TRANSLATED)
def test_translations_keep_their_places(language: str) -> None:
    for text, translated in words(language).items():
        assert fields(translated) == fields(text), text
        assert translated.count("\n") == text.count("\n"), text


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_sheets_fit_and_differ(language: str) -> None:
    names = [words(language)[kind.name] for kind in KINDS]
    assert max(map(len, names)) <= MOST_SUBJECT
    assert len({name.casefold() for name in names}) == len(names)
    assert not any(set("[]:*?/\\'") & set(name) for name in names)


@pytest.mark.parametrize("language", TRANSLATED)
def test_units_are_understood_when_they_come_back(language: str) -> None:
    for unit in TimeUnit:
        assert unit_named(words(language)[unit.value]) is unit
        assert unit_named(words(language)[unit.value.removesuffix("s")]) is unit


# -- a language that marks every text -----------------------------------------------------------------------
_LETTERS = str.maketrans(string.ascii_letters, "".join(chr(0x0410 + number) for number in range(52)))
_WORD = re.compile(r"[A-Za-z]{2,}")
#: What no language changes: the program's own name, the formats of the hidden columns, Excel's page codes.
_NEUTRAL = re.compile(r"RACI|&[PN]|Calibri,Regular|&K[0-9A-F]{6}")


class _Marking(dict[str, str]):
    """Spells every sentence in other letters, and leaves its places."""

    def get(self, key: str, default: Any = None) -> Any:
        parts = string.Formatter().parse(key)
        return "".join(
            text.translate(_LETTERS) + ("" if name is None else f"{{{name}}}") for text, name, _, _ in parts
        )


def nameless() -> Snapshot:
    """A document with everything that sheets show, without a letter of the alphabet in what users wrote."""
    draft = Draft(with_extras(timed()))
    view = draft.view
    for number, role in enumerate(view.roles, start=1):
        draft.update(role.id, name=f"№ {number}")
    for number, lane in enumerate(view.all(Lane), start=1):
        facets = tuple(
            facet.model_copy(update={"name": f"½{at}", "qualifier": f"¼{at}"})
            for at, facet in enumerate(lane.facets)
        )
        draft.update(lane.id, name=f"§{number}", alias="§" if number == 1 else "", purpose="", facets=facets)
    for number, tool in enumerate(view.tools, start=1):
        draft.update(tool.id, name=f"#{number}")
    letters = view.settings.raci_letters
    draft.update(
        view.settings.id,
        raci_letters=tuple(each.model_copy(update={"name": "*", "meaning": "*"}) for each in letters),
    )
    for stream in view.all(Stream):
        texts = dict.fromkeys(("name", "owner", "description", "demand", "outcomes", "value", "status"), "1")
        responsibilities = tuple(each.model_copy(update={"duty": "2"}) for each in stream.responsibilities)
        leads = tuple(each.model_copy(update={"service_class": "3"}) for each in stream.lead_times)
        draft.update(
            stream.id,
            **texts,
            short_name="",
            service_offerings=("4",),
            responsibilities=responsibilities,
            lead_times=leads,
        )
    for step in view.steps(view.streams[0].id):
        draft.update(
            step.id,
            name=f"{view.number(step.id)}",
            qualifier="5" if step.qualifier else "",
            tasks=tuple(task.model_copy(update={"text": "6"}) for task in step.tasks),
            practices=(),
            tools=tuple(use.model_copy(update={"products": ("7", "8")}) for use in step.tools),
            skills=("9",),
            supplier=Supplier(kind=SupplierKind.PARTNER),
            process_time=Duration(minimum=1.0, maximum=2.5, unit=TimeUnit.DAYS),
        )
    return draft.view


def texts_of(book: Workbook) -> Iterator[tuple[str, str]]:
    """Everything that somebody can read in a workbook: place and text."""
    for sheet in book.worksheets:
        yield sheet.title, sheet.title if sheet.title != "Lists" else ""
        for number, row in enumerate(shown(sheet), start=1):
            yield from ((f"{sheet.title} {number}", text) for text in row if not text.startswith("="))
        footer = sheet.oddFooter
        yield from ((f"{sheet.title} footer", str(part.text or "")) for part in (footer.left, footer.right))
        for link in (cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink):
            yield f"{sheet.title} {link.ref}", link.tooltip or ""
        for rule in sheet.data_validations.dataValidation:
            yield f"{sheet.title} rule", f"{rule.errorTitle or ''} {rule.error or ''}"
    yield "properties", book.properties.subject or ""


def test_no_text_of_the_sheets_bypasses_the_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    module = "vsdesigner.exchange.excel.workbook"
    monkeypatch.setattr(f"{module}.in_language", lambda _language: speaking(_Marking()))
    unmarked = []
    for one_row_each in (False, True):
        view = nameless()
        for sheets in (ALL, tuple(id for id in ALL if id != "problems")):
            book = opened(render(view, sheets=sheets, row_per_task=one_row_each), results=True)
            unmarked += [
                (place, text) for place, text in texts_of(book) if _WORD.search(_NEUTRAL.sub("", text))
            ]
    assert unmarked == []


def test_the_marking_language_would_notice() -> None:
    with speaking(_Marking()):
        assert not _WORD.search(say("Made with VS Designer on {date}.").format(date="1"))
    assert _WORD.search(say("Made with VS Designer on {date}."))


# -- what no language changes -------------------------------------------------------------------------------
def skeleton(content: bytes) -> dict[str, Any]:
    """What a workbook is made of besides words: formulas, names, formats, styles, ids."""
    book = opened(content)
    titles = {sheet.title: f"sheet {number}" for number, sheet in enumerate(book.worksheets)}

    def bare(place: str) -> str:
        for title, number in titles.items():
            place = place.replace("'" + title.replace("'", "''") + "'!", f"{number}!")
        return place

    found: dict[str, Any] = {"names": {n: bare(str(e.attr_text)) for n, e in book.defined_names.items()}}
    for sheet in book.worksheets:
        cells = {
            cell.coordinate: (
                bare(getattr(cell.value, "text", cell.value))
                if cell.data_type == "f"
                else cell.value
                if isinstance(cell.value, int | float)
                else None,
                cell.number_format,
                cell.style,
            )
            for row in sheet.iter_rows()
            for cell in row
        }
        found[titles[sheet.title]] = (
            cells,
            {name: bare(str(entry.attr_text)) for name, entry in sheet.defined_names.items()},
            dict(sheet.tables.items()),
            [
                (str(area.sqref), [rule.formula for rule in area.rules])
                for area in sheet.conditional_formatting
            ],
            sorted((rule.formula1, str(rule.sqref)) for rule in sheet.data_validations.dataValidation),
        )
    return found


@pytest.mark.parametrize("language", TRANSLATED)
@pytest.mark.parametrize("name", ["cloud-service", "coffee-shop"])
def test_formulas_names_and_formats_are_the_same_in_every_language(name: str, language: str) -> None:
    view = example(name)
    sheets = tuple(id for id in ALL if id != "legend")  # a longer text may take another row there
    assert skeleton(render(view, sheets=sheets, language=language)) == skeleton(render(view, sheets=sheets))


def test_a_german_workbook() -> None:
    book = opened(render(with_extras(laptop()), sheets=ALL, language="de"), results=True)
    assert book.sheetnames[:5] == ["Deckblatt", "Anwendungsfall", "Diagramm", "Schritte", "Aufgaben"]
    case = dict(row[:2] for row in shown(book["Anwendungsfall"]))
    assert case["Service-Wertstrom: Provide a laptop"] == ""
    assert case["Geschätzte oder angestrebte Durchlaufzeit"] == "– In stock: 1 Tag\n– Ordered: 1-2,5 Wochen"
    assert case["Zustand"] == "Soll"
    steps = shown(book["Schritte"])
    assert steps[2] == ["Wertstromschritt", "Zugeordnete SVC-Aktivität"]
    assert steps[3] == ["Take the order", "Engage (Schritt 1)"]
    assert steps[-1][0] == (
        "Die Schritte 2 und 4 kehren zu Design and Transition zurück: zuerst für Design, dann für Transition."
    )
    matrix = shown(book["RACI"])
    assert matrix[0][0].startswith("Verantwortung: R durchführend · A rechenschaftspflichtig")
    assert [row[-1] for row in matrix[2:]] == ["Prüfung", "ok", "ok", "kein R", "kein A", "kein R"]
    tools = shown(book["Praktiken und Tools"])
    assert tools[3][4] == "– Chat (z.\u00a0B. Teams, Signal)\n– Phone"
    assert book["Schritte"].oddFooter.right.text == "Seite &P von &N"
    cover = shown(book["Deckblatt"])
    assert ["Datum", "14. März 2026"] in cover


def test_the_language_of_a_workbook_is_seen_from_its_headers() -> None:
    known = ["Value Stream Step", "Mapped SVC", "Description"]
    assert language_of([], known) == "en"
    assert language_of(["Description"], known) == "en", "the same in two languages"
    assert (
        language_of(["VALUE  stream step", "Étape du flux de valeur", "activité SVC associée"], known) == "fr"
    )
    assert language_of(["Wertstromschritt"], known) == "de"
