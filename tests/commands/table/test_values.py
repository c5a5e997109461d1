"""The cells with one value: times, shares, choices, letters, partners, streams."""

from __future__ import annotations

import pytest

from tests.commands.table.kit import Table, table
from vsdesigner.commands import roles, steps, streams
from vsdesigner.commands.table import values
from vsdesigner.commands.table.column import CellError
from vsdesigner.commands.table.duties import letters_in
from vsdesigner.model.parts import Duration, RaciLetter, Supplier, SupplierKind, TimeUnit
from vsdesigner.model.records import DocumentSettings
from vsdesigner.ui.editors.words import WORDS


def test_a_time_without_a_unit_keeps_the_unit() -> None:
    sheet = table("A")
    sheet.write(1, "wait_time", "2")
    assert sheet.step(1).wait_time == Duration(likely=2, unit=TimeUnit.HOURS)
    sheet.write(1, "wait_time", "1-5 d")
    sheet.write(1, "wait_time", "3")
    assert sheet.read(1, "wait_time") == "3 days"
    sheet.write(1, "wait_time", "")
    assert sheet.step(1).wait_time is None


@pytest.mark.parametrize("text", ["soon", "-1 h", "3 parsecs", "1e400", "2-4 h maybe", "9" * 200])
def test_what_is_no_time_is_refused(text: str) -> None:
    sheet = table("A")
    with pytest.raises(CellError, match="is not a time; type for example"):
        sheet.write(1, "process_time", text)


@pytest.mark.parametrize(("text", "value"), [("80", 80.0), ("99,5%", 99.5), ("0 percent", 0.0), ("", None)])
def test_a_share_is_a_percentage(text: str, value: float | None) -> None:
    sheet = table("A")
    sheet.write(1, "complete_and_accurate", "50 %")
    sheet.write(1, "complete_and_accurate", text)
    assert sheet.step(1).complete_and_accurate == value


@pytest.mark.parametrize("text", ["101", "-1", "most", "80 days"])
def test_what_is_no_percentage_is_refused(text: str) -> None:
    sheet = table("A")
    with pytest.raises(CellError, match="is not a percentage from 0 to 100"):
        sheet.write(1, "complete_and_accurate", text)


@pytest.mark.parametrize(
    ("text", "said"),
    [("yes", "Yes"), ("X", "Yes"), ("TRUE", "Yes"), ("1", "Yes"), ("no", ""), ("0", ""), ("", "")],
)
def test_yes_and_no(text: str, said: str) -> None:
    sheet = table("A")
    sheet.write(1, "optional", "" if said else "y")
    sheet.write(1, "optional", text)
    assert sheet.read(1, "optional") == said
    with pytest.raises(CellError, match="neither yes nor no"):
        sheet.write(1, "optional", "maybe")


@pytest.mark.parametrize(
    ("text", "said"),
    [("by machines", "By machines"), ("manual", "By people"), ("mixed", "By both"), ("", "")],
)
def test_how_a_step_is_carried_out(text: str, said: str) -> None:
    sheet = table("A")
    sheet.write(1, "automation", text)
    assert sheet.read(1, "automation") == said
    with pytest.raises(CellError, match="choose one of: By people, By machines, By both"):
        sheet.write(1, "automation", "somehow")


def test_the_words_of_a_choice_are_those_of_the_inspector() -> None:
    assert {value: WORDS[value] for value in values.AUTOMATION} == values.AUTOMATION
    assert WORDS[SupplierKind.OWN] == values.OWN


def test_a_partner_is_known_by_name() -> None:
    sheet = table("A", "B")
    sheet.write(1, "supplier", "Cloud Inc.")
    assert sheet.step(1).supplier == Supplier(kind=SupplierKind.PARTNER, name="Cloud Inc.")
    choices = sheet.column("supplier").choices
    assert choices is not None
    assert choices(sheet.view, sheet.step(2)) == ("Our own organization", "Cloud Inc.")
    sheet.write(1, "supplier", "our own organization")
    assert sheet.step(1).supplier == Supplier()
    sheet.write(1, "supplier", "A partner")
    assert sheet.read(1, "supplier") == "A partner"


def test_a_text_keeps_its_line_breaks() -> None:
    sheet = table("A")
    sheet.write(1, "presenter_notes", "First this.\r\n\r\nThen that.")
    assert sheet.read(1, "presenter_notes") == "First this.\n\nThen that."
    with pytest.raises(CellError, match="at most 10,000"):
        sheet.write(1, "presenter_notes", "x" * 10_001)


# -- streams within streams -------------------------------------------------------------------------------
def two_streams() -> Table:
    sheet = table("A")
    draft = sheet.draft()
    draft.update(sheet.stream, name="Shop")
    streams.add(draft, "Brew")
    sheet.take(draft)
    return sheet


def test_a_step_stands_for_another_stream() -> None:
    sheet = two_streams()
    sheet.write(1, "substream", "brew")
    assert sheet.read(1, "substream") == "Brew"
    sheet.write(1, "substream", "")
    assert sheet.step(1).substream == ""


def test_a_stream_does_not_run_within_itself() -> None:
    sheet = two_streams()
    choices = sheet.column("substream").choices
    assert choices is not None
    assert choices(sheet.view, sheet.step(1)) == ("Brew",)
    with pytest.raises(CellError, match="would run within itself"):
        sheet.write(1, "substream", "Shop")
    with pytest.raises(CellError, match="no stream called “Tea”"):
        sheet.write(1, "substream", "Tea")


def test_nor_does_it_by_way_of_others() -> None:
    sheet = two_streams()
    draft = sheet.draft()
    brew = sheet.view.streams[1].id
    made = steps.add(draft, brew, steps.Place("plan", 300, 40), "Grind")
    draft.update(made, substream=streams.add(draft, "Grinding"))
    grinding = draft.view.streams[2].id
    back = steps.add(draft, grinding, steps.Place("plan", 300, 40), "Sell the mill")
    draft.update(back, substream=sheet.stream)
    sheet.take(draft)
    with pytest.raises(CellError, match="would run within itself"):
        sheet.write(1, "substream", "Brew")


# -- letters ----------------------------------------------------------------------------------------------
def with_roles() -> Table:
    sheet = table("A")
    draft = sheet.draft()
    for name in ("Client", "Desk"):
        roles.add_role(draft, name)
    sheet.take(draft)
    return sheet


@pytest.mark.parametrize("text", ["A/R", "ra", "R, A", "a r", "R+A", "Responsible / Accountable"])
def test_letters_are_read_however_they_are_written(text: str) -> None:
    assert letters_in(DocumentSettings().raci_letters, text) == "A/R"


def test_longer_letters_of_a_set_are_known() -> None:
    letters = (RaciLetter(letter="R", name="Does"), RaciLetter(letter="RA", name="Both"))
    assert letters_in(letters, "ra") == "RA"


@pytest.mark.parametrize("text", ["X", "RX", "R/A/Q", "?", "A" * 100 + "Q"])
def test_foreign_letters_are_refused_with_those_there_are(text: str) -> None:
    sheet = with_roles()
    with pytest.raises(CellError, match=r"is not among the letters of this document: R, A, C, I\."):
        sheet.write(1, f"raci:{sheet.view.roles[0].id}", text)


def test_a_second_accountable_role_takes_it_from_the_first() -> None:
    sheet = with_roles()
    client, desk = (f"raci:{role.id}" for role in sheet.view.roles)
    sheet.write(1, client, "ra")
    sheet.write(1, desk, "A")
    assert (sheet.read(1, client), sheet.read(1, desk)) == ("R", "A")
    sheet.write(1, desk, "")
    assert (sheet.read(1, client), sheet.read(1, desk)) == ("R", "")
