"""Lists and tables from elsewhere: bullets, numbers, cells, HTML, and whatever else lies on a clipboard."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sample import sample
from vsdesigner.commands.listed import ListedTool
from vsdesigner.commands.streams import new_document
from vsdesigner.document.outline import read_outline
from vsdesigner.exchange.lists.cells import read_html, read_tsv, write_html, write_tsv
from vsdesigner.exchange.lists.reading import STEP_LIMIT, read_listed
from vsdesigner.exchange.lists.step_table import HEADER, step_rows
from vsdesigner.model.errors import UserError
from vsdesigner.model.records import Step
from vsdesigner.model.text import NAME_LENGTH

VIEW = new_document()


def read(text: str, html: str = "") -> list[tuple[str, str, list[str]]]:
    """(name, activity, tasks with a > for each level) of each step."""
    return [
        (step.name, step.lane, [">" * indent + task for task, indent in step.tasks])
        for step in read_listed(VIEW, text, html)
    ]


@pytest.mark.parametrize(
    "mark", ["- {}", "* {}", "• {}", "•{}", "– {}", "{n}. {}", "{n}) {}", "({n}) {}", "{}"]
)
def test_one_step_a_line_whatever_stands_before_it(mark: str) -> None:
    text = "\n".join(mark.format(name, n=n) for n, name in enumerate(("Log", "Triage", "Fix it"), start=1))
    assert read(text) == [("Log", "", []), ("Triage", "", []), ("Fix it", "", [])]
    assert read(text.replace("\n", "\r\n") + "\r\n\r\n") == read(text)


@pytest.mark.parametrize("letters", [["a)", "b)"], ["a.", "b."], ["A)", "B)"], ["[ ]", "[x]"], ["☐", "☑"]])
def test_letters_and_tick_boxes_count_as_marks(letters: list[str]) -> None:
    assert read(f"{letters[0]} Log\n{letters[1]} Fix") == [("Log", "", []), ("Fix", "", [])]


@pytest.mark.parametrize(
    "text",
    [
        "- Log\n  - ask\n    - name\n- Fix",
        "1. Log\n\t- ask\n\t\t- name\n2. Fix",
        "Log\n    ask\n        name\nFix",
        "• Log\n◦ ask\n▪ name\n• Fix",
        "1. Log\n1.1. ask\n1.1.1. name\n2. Fix",
        "1. Log\n  a) ask\n    - name\n2. Fix",
        "\t\tLog\n\t\t\task\n\t\t\t\tname\n\t\tFix",
    ],
)
def test_deeper_lines_are_tasks(text: str) -> None:
    assert read(text) == [("Log", "", ["ask", ">name"]), ("Fix", "", [])]


def test_a_name_before_a_colon_chooses_the_activity() -> None:
    assert read("- Engage: Log the request\n- Deliver & Support: Fix it\n- Note: the colon stays") == [
        ("Log the request", "engage", []),
        ("Fix it", "deliver_and_support", []),
        ("Note: the colon stays", "", []),
    ]


def test_headings_choose_the_activity_of_what_is_below() -> None:
    assert read("Engage:\n- Log\n  - ask\n- Triage\nPlan:\n- Think") == [
        ("Log", "engage", ["ask"]),
        ("Triage", "engage", []),
        ("Think", "plan", []),
    ]
    assert read("Steps:\n- Log\n- Fix") == [("Log", "", []), ("Fix", "", [])]


def test_cells_without_a_header() -> None:
    assert read('Log\tEngage\t"ask\nwrite ""it"" down"\nFix\tdeliver and support') == [
        ("Log", "engage", ["ask", 'write "it" down']),
        ("Fix", "deliver_and_support", []),
    ]
    assert read("Engage\tLog\nPlan\tThink") == [("Log", "engage", []), ("Think", "plan", [])]
    assert read("1\tLog\tEngage\n2\tFix\tPlan") == [("Log", "engage", []), ("Fix", "plan", [])]


def test_cells_with_a_header() -> None:
    text = (
        "No.\tActivity\tStep\tTools and technologies\tPractices\tOwner\n"
        '1\tEngage\tLog\t"– Phone\n– Chat (e.g., Teams)"\tService desk: answers\tme\n'
    )
    (step,) = read_listed(VIEW, text)
    assert (step.name, step.lane, step.practices) == ("Log", "engage", ("Service desk",))
    assert step.tools == (ListedTool("Phone"), ListedTool("Chat", ("Teams",)))


def test_rows_without_a_name_go_on_with_the_tasks() -> None:
    assert read("Step\tTask/Action\nLog\task\n\twrite\nFix\t") == [
        ("Log", "", ["ask", "write"]),
        ("Fix", "", []),
    ]


def test_a_table_drawn_with_bars() -> None:
    assert read("| Step | Activity |\n|:---|---|\n| Log | Engage |\n|  |  |\n| Fix it | Improve |\n") == [
        ("Log", "engage", []),
        ("Fix it", "improve", []),
    ]
    assert read("|| a\nb ||") == [("|| a", "", []), ("b ||", "", [])]


def test_a_tab_behind_a_bullet_is_no_table() -> None:
    assert read("•\tLog\n•\tFix\no\tcall") == [("Log", "", []), ("Fix", "", ["call"])]


def test_a_table_in_html_counts_before_the_text() -> None:
    html = (
        "<style>td{}</style><table><tr><th>Step<th>Activity</tr>"
        "<tr><td rowspan=2>Log<br>it<td>Engage<tr><td>x<tr><td>Fix<td>Plan</table><p>behind"
    )
    assert read("Log it\nEngage\nFix\nPlan", html) == [("Log it", "engage", []), ("Fix", "plan", [])]


def test_html_knows_levels_that_the_text_has_lost() -> None:
    html = "<ul><li>Log<ul><li>ask</li><li>write</li></ul></li><li>Fix</li></ul>"
    assert read("Log\nask\nwrite\nFix", html) == [("Log", "", ["ask", "write"]), ("Fix", "", [])]


def test_what_we_copy_as_a_table_is_read_again() -> None:
    view = sample()
    steps = view.steps(view.streams[0].id)
    rows = step_rows(view, [step.id for step in steps])
    for found in (
        read_listed(view, write_tsv((HEADER, *rows))),
        read_listed(view, "", write_html(HEADER, rows)),
    ):
        assert [step.name for step in found] == [step.name for step in steps if step.name]
        for step, known in zip(found, (step for step in steps if step.name), strict=True):
            assert step.lane == known.lane
            assert [text for text, _ in step.tasks] == [task.text for task in known.tasks if task.text]
            assert len(step.tools) == len(known.tools)


def test_a_spreadsheet_calculates_nothing_of_ours() -> None:
    text = write_tsv([("=1+1", "+2", "-3", "@SUM(A1)", "a=b")])
    assert text == "'=1+1\t'+2\t'-3\t'@SUM(A1)\ta=b\n"
    assert read_tsv(text) == [["=1+1", "+2", "-3", "@SUM(A1)", "a=b"]]
    html = write_html(("A", "B"), [("=1+1", "7")])
    assert '<td sdnum="1033;0;@">=1+1</td><td>7</td>' in html  # text for LibreOffice
    assert 'td{mso-number-format:"\\@"' in html  # and for Excel


def test_html_is_escaped() -> None:
    html = write_html(("<b>",), [("<script>alert(1)</script>&amp;",)])
    assert "<script" not in html
    assert read_html(html)[0] == [["<b>"], ["<script>alert(1)</script>&amp;"]]


def test_a_name_that_is_too_long_stands_in_full_as_a_task() -> None:
    (step,) = read_listed(VIEW, "x" * 2_000)
    assert len(step.name) == NAME_LENGTH
    assert step.name.endswith("…")
    assert step.tasks == (("x" * 2_000, 0),)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("x" * 1_000_001, "longer than 1,000,000 characters"),
        ("a\n" * 100_000, "100,001 lines"),
        ("a\n" * (STEP_LIMIT + 1), f"{STEP_LIMIT + 1} steps; at most {STEP_LIMIT}"),
    ],
)
def test_too_much_is_refused_in_a_sentence(text: str, words: str) -> None:
    with pytest.raises(UserError, match=words) as caught:
        read_listed(VIEW, text)
    assert str(caught.value).endswith("Nothing was pasted.")


@pytest.mark.parametrize("text", ["", "\n\n", "---\n***", "•\n- \n1.", "\x00\x01", "\t\t\t"])
def test_nothing_is_nothing(text: str) -> None:
    assert read(text) == []


def test_every_script_and_sign_goes_through() -> None:
    assert read("- مرحبا\n- 🚀 launch\n- a\x07b\n- שלום: x") == [
        ("مرحبا", "", []),
        ("🚀 launch", "", []),
        ("ab", "", []),
        ("שלום: x", "", []),
    ]


nasty = st.text(
    st.sampled_from("-*•–o1.)a \t\n\"'=:,;<>&/()[]x\x00\x0b\ud800\u2028\u00a0مEngageplan") | st.characters(),
    max_size=200,
)


@settings(max_examples=300)
@given(
    nasty,
    nasty
    | st.lists(
        st.sampled_from(
            (
                "<table>",
                "<tr>",
                "<td rowspan=9>",
                "<td colspan='99999999999'>",
                "<li>",
                "<ul>",
                "</ul>",
                "x",
                "</table>",
                "<br>",
                "<script>",
                "&#0;",
                "<!--",
            )
        )
    ).map("".join),
)
def test_whatever_lies_on_the_clipboard_gives_sound_steps(text: str, html: str) -> None:
    for step in read_listed(VIEW, text, html):
        assert step.name.strip()
        assert step.lane == "" or step.lane in VIEW
        Step(id="s", stream="x", lane="engage", name=step.name)
        assert all(0 <= indent <= 1 for _, indent in step.tasks)


@given(nasty)
def test_levels_of_an_outline_leave_none_out(text: str) -> None:
    last = -1
    for line in read_outline(text):
        assert line.text
        assert 0 <= line.depth <= last + 1
        last = line.depth
