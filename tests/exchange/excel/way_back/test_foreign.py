"""Workbooks from elsewhere: the method's headers wherever they stand, and Visio's Data Visualizer."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from tests.exchange.excel.way_back.kit import edited, exported, foreign, read
from tests.exchange.excel.way_back.test_round_trip import sample
from tests.exchange.sample import laptop
from vsdesigner.document.snapshot import Snapshot
from vsdesigner.document.wording import letters_of, practice_name, tool_text
from vsdesigner.exchange.carried.xlsx import SHEET
from vsdesigner.exchange.excel.reading import Origin
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import Flow, FlowKind, Step, Stream, TerminalKind

Rows = list[list[object]]

USE_CASE: Rows = [
    [],
    [None, "Service value stream: Onboarding"],
    [None, "owned by:", "Ada"],
    [None, "DESCRIPTION", "From offer to first day"],
    [None, "Estimated or target lead time", "Simple: 1-3 days\nHard: 2 weeks"],
    [None, "Roles and responsibilities", "HR: Invites\nIT: Provides"],
    [None, "Colour", "blue"],
]
STEPS: Rows = [
    ["Our process"],
    [],
    [None, " value stream  STEP", "mapped SVC"],
    [None, "Send the offer", "Engage (Step 1)"],
    [None, "Prepare the desk", "Obtain/Build (only for new desks) (Step 2)"],
    [None, "Welcome", "Support"],
]
TASKS: Rows = [
    ["Value Stream Step", "Mapped SVC", "Task / Action", "Practices", "Tools & technologies"],
    ["Send the offer", "Engage", "- Write\n  - Sign\n- Post", "Service desk", "Mail (e.g., Outlook)"],
    ["Prepare the desk", "Obtain/Build", "Order", None, None],
    [None, None, "Build", None, None],
]
RACI: Rows = [
    ["Value Stream Step", "Mapped SVC", "HR", "IT", "Check"],
    ["Send the offer", "Engage", "A/R", "i", "ok"],
    ["Prepare the desk", "Obtain/Build", None, "R, A", "ok"],
    ["Welcome", "Deliver and Support", "X", None, "no A"],
]


def stream_of(view: Snapshot, id: str) -> tuple[Stream, tuple[Step, ...]]:
    return view.get(id, Stream), view.steps(id)


def chain(view: Snapshot, stream: str) -> list[str]:
    """The names along the flow from demand to value."""
    at, names = view.terminal(stream, TerminalKind.DEMAND).id, []
    for _ in range(100):
        onward = view.outgoing(at)
        if len(onward) != 1:
            break
        at = onward[0].target
        record = view.find(at)
        names.append(record.name if isinstance(record, Step) else "value")
    return names


def test_the_methods_tables_become_a_stream_wherever_they_stand() -> None:
    result = read(foreign({"Case": USE_CASE, "One": STEPS, "Two": TASKS, "Three": RACI}), name="File")
    assert result.origin is Origin.METHOD
    (id,) = result.streams
    stream, steps = stream_of(result.theirs, id)
    assert (stream.name, stream.owner, stream.description) == ("Onboarding", "Ada", "From offer to first day")
    assert [(t.service_class, t.minimum, t.maximum, t.unit.value) for t in stream.lead_times] == [
        ("Simple", 1.0, 3.0, "days"),
        ("Hard", 2.0, 2.0, "weeks"),
    ]
    assert [step.name for step in steps] == ["Send the offer", "Prepare the desk", "Welcome"]
    assert [step.lane for step in steps] == ["engage", "obtain_build", "deliver_and_support"]
    assert steps[1].qualifier == "only for new desks"
    assert [(task.text, task.indent) for task in steps[0].tasks] == [("Write", 0), ("Sign", 1), ("Post", 0)]
    assert [task.text for task in steps[1].tasks] == ["Order", "Build"]
    assert [practice_name(result.theirs, use.practice) for use in steps[0].practices] == ["Service desk"]
    assert [tool_text(result.theirs, use) for use in steps[0].tools] == ["Mail (e.g., Outlook)"]
    roles = {role.name: role.id for role in result.theirs.roles}
    assert set(roles) == {"HR", "IT"}
    assert letters_of(steps[0].raci, roles["HR"]) == "A/R"
    assert letters_of(steps[0].raci, roles["IT"]) == "I"
    assert letters_of(steps[1].raci, roles["IT"]) == "A/R"
    assert chain(result.theirs, id) == ["Send the offer", "Prepare the desk", "Welcome", "value"]
    assert [(p.sheet, p.row) for p in result.problems] == [("Case", 7), ("One", 6), ("Three", 4)]
    assert "“Colour” is no row of a use case" in result.problems[0].text
    assert "“Support” is not an activity" in result.problems[1].text  # another sheet said it better
    assert "“X” is not among the letters" in result.problems[2].text


def test_it_joins_the_open_document_and_uses_what_is_there() -> None:
    ours = laptop()
    result = read(foreign({"Steps": TASKS, "R": RACI}), ours=ours, name="Provide a laptop")
    assert result.base == ours
    (id,) = result.streams
    assert result.theirs.get(id, Stream).name == "Provide a laptop 2"
    both = ours.records.keys() & result.theirs.records.keys()
    assert both == ours.records.keys()
    assert all(result.theirs.records[key] == ours.records[key] for key in both)


def test_cards_stand_apart_from_left_to_right() -> None:
    result = read(foreign({"x": STEPS}))
    steps = result.theirs.steps(result.streams[0])
    assert [step.x for step in steps] == sorted({step.x for step in steps})


def test_several_streams_by_the_names_of_their_sheets() -> None:
    result = read(foreign({"A – Steps": STEPS, "B – Steps": TASKS, "B – RACI": RACI}))
    names = [result.theirs.get(id, Stream).name for id in result.streams]
    assert names == ["A", "B"]


def test_rows_that_cannot_be_understood_are_listed_with_their_place() -> None:
    rows: Rows = [
        ["Value Stream Step", "Mapped SVC", "Task/Action"],
        [None, "Engage", None],
        ["One", "Dancing", "x"],
        ["Two", "Plan", None],
        [],
        ["A remark below"],
    ]
    result = read(foreign({"T": rows, "Other": [["nothing", "known"]]}))
    places = [(p.sheet, p.row) for p in result.problems]
    assert places == [("T", 2), ("T", 6), ("T", 3), ("T", 3), ("Other", 0)]
    assert [step.name for step in result.theirs.steps(result.streams[0])] == ["One", "Two"]


def test_a_workbook_without_known_headers_is_refused_in_a_sentence() -> None:
    with pytest.raises(UserError, match="no table that can be read"):
        read(foreign({"x": [["a", "b"], ["c", "d"]]}))


# -- Visio --------------------------------------------------------------------------------------------------
VISIO: Rows = [
    [
        *("Process Step ID", "Process Step Description", "Next Step ID", "Connector Label"),
        *("Shape Type", "Function", "Phase"),
    ],
    ["P100", "Start", "P200", None, "Start", "Engage", "First"],
    ["P200", "Take the order", "P300", None, "Process", "Engage", "First"],
    ["P300", "In stock?", "P400,P500", "Yes,No", "Decision", "Plan", "First"],
    ["P400", "Hand it over", "P600", None, "Process", "Deliver & Support", "Second"],
    ["P500", "Buy it", "P200, P400, P999", "again", "Process", "Obtain/Build", "Second"],
    ["P600", "End", None, None, "End", "Deliver and Support", "Second"],
    ["P200", "Twice", None, None, "Process", "Engage", None],
    ["P700", "Elsewhere", None, None, "Process", "Marketing", None],
]


def test_a_data_visualizer_sheet_becomes_a_stream_with_flows_labels_and_phases() -> None:
    result = read(foreign({"Process Map": VISIO}), name="Orders")
    assert result.origin is Origin.VISIO
    (id,) = result.streams
    view = result.theirs
    assert view.get(id, Stream).name == "Orders"
    by_name = {step.name: step for step in view.steps(id)}
    assert set(by_name) == {"Take the order", "In stock?", "Hand it over", "Buy it", "Elsewhere"}
    assert by_name["Hand it over"].lane == "deliver_and_support"
    assert by_name["Buy it"].lane == "obtain_build"
    names = {step.id: step.name for step in by_name.values()}
    names |= {end.id: end.kind.value for end in view.terminals(id)}
    flows = {(names[f.source], names[f.target]): (f.label, f.kind) for f in view.all(Flow, id)}
    assert flows["In stock?", "Hand it over"] == ("Yes", FlowKind.MAIN)
    assert flows["In stock?", "Buy it"] == ("No", FlowKind.MAIN)
    assert flows["demand", "Take the order"][1] is FlowKind.MAIN
    assert flows["Hand it over", "value"][1] is FlowKind.MAIN
    assert flows["Buy it", "Take the order"] == ("again", FlowKind.REWORK)
    assert [phase.name for phase in view.phases(id)] == ["First", "Second"]
    first, second = view.phases(id)
    assert first.x + first.width <= second.x + 1
    assert [(p.row, p.text.partition(": ")[2][:30]) for p in result.problems] == [
        (8, "The step ID “P200” stands in an"[:30]),
        (9, "“Marketing” is no activity; it"[:30]),
        (6, "There is no step with the ID “"[:30]),
    ]


def test_a_data_visualizer_sheet_needs_no_phases_and_stands_anywhere() -> None:
    rows: Rows = [
        ["My map"],
        [],
        [None, "process step id", "PROCESS STEP DESCRIPTION", "Next Step ID"],
        [None, 1, "One", 2],
        [None, 2, "Two", None],
    ]
    result = read(foreign({"Sheet1": rows}), name="Map")
    (id,) = result.streams
    assert chain(result.theirs, id) == ["One", "Two", "value"]


GERMAN: dict[str, Rows] = {
    "Fall": [
        ["Service-Wertstrom: Einarbeitung"],
        ["Verantwortet von", "Ada"],
        ["Beschreibung", "Vom Angebot bis zum ersten Tag"],
        ["Geschätzte oder angestrebte Durchlaufzeit", "Einfach: 1-3 Tage\nSchwer: 2,5 Wochen"],
        ["Zustand", "Ist"],
    ],
    "Zuordnung": [
        ["wertstromschritt", "Zugeordnete  SVC-Aktivität"],
        ["Angebot senden", "Engage (Schritt 1)"],
        ["Platz einrichten", "Obtain/Build (nur neue Plätze) (Schritt 2)"],
    ],
    "Liste": [
        ["Schritt im Wertstrom", "SVC-Aktivität", "Aufgabe / Aktion", "Praktiken", "Tools und Technologien"],
        ["Angebot senden", "Engage", "- Schreiben\n- Senden", "Service desk", "Post (z. B. Outlook, Gmail)"],
    ],
    "Wer": [
        ["Wertstromschritt", "Zugeordnete SVC-Aktivität", "Personal", "IT", "Prüfung"],
        ["Angebot senden", "Engage", "A/R", "i", "ok"],
    ],
}
FRENCH: dict[str, Rows] = {
    "Cas": [
        ["Flux de valeur de service : Accueil"],
        ["Porté par", "Ada"],
        ["Description", "De l’offre au premier jour"],
        ["Délai estimé ou visé", "Simple : 1-3 jours\nDur : 2,5 semaines"],
        ["État", "actuel"],
    ],
    "Étapes": [
        ["Étape du flux de valeur", "Activité SVC associée"],
        ["Envoyer l’offre", "Engage (étape 1)"],
        ["Préparer le bureau", "Obtain/Build (neufs) (Étape 2)"],
    ],
    "Liste": [
        ["Étapes du flux de valeur", "Activité SVC", "Tâche/Action", "Pratiques", "Outils et technologies"],
        [
            "Envoyer l’offre",
            "Engage",
            "- Écrire\n- Poster",
            "Service desk",
            "Courrier (p. ex. Outlook, Gmail)",
        ],
    ],
    "Qui": [
        ["Étape du flux de valeur", "Activité SVC associée", "RH", "IT", "Contrôle"],
        ["Envoyer l’offre", "Engage", "A/R", "i", "ok"],
    ],
}


@pytest.mark.parametrize("sheets", [GERMAN, FRENCH], ids=["de", "fr"])
def test_headers_in_other_languages(sheets: dict[str, Rows]) -> None:
    result = read(foreign(sheets))
    assert result.origin is Origin.METHOD
    assert result.problems == ()
    (id,) = result.streams
    stream, steps = stream_of(result.theirs, id)
    assert stream.name in ("Einarbeitung", "Accueil")
    assert (stream.owner, stream.state.value) == ("Ada", "as-is")
    assert [(t.minimum, t.maximum, t.unit.value) for t in stream.lead_times] == [
        (1.0, 3.0, "days"),
        (2.5, 2.5, "weeks"),
    ]
    assert [step.lane for step in steps] == ["engage", "obtain_build"]
    assert steps[1].qualifier in ("nur neue Plätze", "neufs")
    assert len(steps[0].tasks) == 2
    assert [practice_name(result.theirs, use.practice) for use in steps[0].practices] == ["Service desk"]
    assert steps[0].tools[0].products == ("Outlook", "Gmail")
    assert [mark.letters for mark in steps[0].raci] == ["A/R", "I"]


def test_headers_as_anybody_writes_them() -> None:
    rows: Rows = [
        ["Onboarding as it is"],
        ["Step", "Activity", "Tasks", "Practices", "Tools"],
        ["Send the offer", "Engage", "Write", "Service desk", "Mail"],
        ["Prepare the desk", "Desk / Facilities", "Order", None, None],
        ["Total: 2", None, None, None, None],
    ]
    result = read(foreign({"Sheet1": rows}), name="File")
    (id,) = result.streams
    stream, steps = stream_of(result.theirs, id)
    assert stream.name == "Onboarding as it is"
    assert [step.name for step in steps] == ["Send the offer", "Prepare the desk", "Total: 2"]
    assert [task.text for task in steps[0].tasks] == ["Write"]
    assert [practice_name(result.theirs, use.practice) for use in steps[0].practices] == ["Service desk"]
    told = [(problem.row, problem.reason) for problem in result.problems]
    assert [row for row, _ in told] == [4, 4, 5]
    assert "“Desk / Facilities” is not an activity" in told[0][1]
    for _, reason in told[1:]:
        assert reason == "No activity that is known here is given; the step was put into Engage."


def test_plain_headers_mean_nothing_in_a_workbook_of_ours() -> None:
    def edit(workbook: Workbook) -> None:
        sheet = workbook.create_sheet("Mine")
        for row in (["Step", "Activity", "Tasks"], ["Lunch", "Plan", "Eat"]):
            sheet.append(row)

    result = read(edited(exported(laptop()), edit))
    assert result.origin is Origin.OWN and not result.has_changes()


def test_times_come_home_without_the_document_inside() -> None:
    base = sample()
    content = edited(exported(base), lambda workbook: workbook.remove(workbook[SHEET]))
    result = read(content, name="File")
    assert result.origin is Origin.METHOD
    (id,) = result.streams
    before, after = base.steps(base.streams[0].id), result.theirs.steps(id)

    def told(step: Step) -> list[object]:
        times = (step.process_time, step.wait_time)
        return [step.name, *((time.likely, time.unit) if time else None for time in times)]

    assert [told(step) for step in after] == [told(step) for step in before]
    assert [step.complete_and_accurate for step in after] == [step.complete_and_accurate for step in before]
    assert any(step.process_time and step.wait_time and step.complete_and_accurate for step in before)
