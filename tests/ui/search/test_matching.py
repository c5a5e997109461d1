"""What fits what was typed, and in which order."""

from __future__ import annotations

import random
import time

import pytest

from vsdesigner.ui.search.folding import folded, folded_with_places
from vsdesigner.ui.search.matching import MOST, Entry, Index, spots


def order(typed: str, *texts: str, recent: dict[str, int] | None = None) -> list[str]:
    index = Index(Entry(text, text) for text in texts)
    return [match.entry.text for match in index.find(typed, recent)]


def bold(text: str, typed: str) -> str:
    found = spots(text, folded(typed))
    return "".join(f"[{letter}]" if at in found else letter for at, letter in enumerate(text)).replace(
        "][", ""
    )


# -- what fits ----------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("log", "Log the request"),
        ("REQ", "Log the request"),
        ("the req", "Log the request"),
        ("request log", "Log the request"),
        ("ltr", "Log the request"),
        ("lgreq", "Log the request"),
        ("cafe offnen", "Café öffnen"),
        ("strasse", "Straße fegen"),
        ("lodz", "Łódź anrufen"),
        ("smorre", "Smørrebrød"),
        ("مرحبا", "مرحبا بكم"),
        ("a.b", "Take a.b away"),
        ("export ex", "Export to Excel"),
    ],
)
def test_it_fits(typed: str, text: str) -> None:
    assert order(typed, text, "Something else")[:1] == [text]


@pytest.mark.parametrize("typed", ["xyz", "tseuqer", "requests log", "oeu", "log\n\nzzz", "", "   "])
def test_it_does_not_fit(typed: str) -> None:
    assert order(typed, "Log the request") == []


def test_words_of_the_place_and_the_kind_count_when_there_are_several() -> None:
    index = Index(
        (
            Entry("1", "Ask the client", "Step 3, Triage", "Task"),
            Entry("2", "Ask the client", "Step 4, Design", "Task"),
            Entry("3", "Client", "", "Role"),
        )
    )
    assert [match.entry.key for match in index.find("client triage")] == ["1"]
    assert [match.entry.key for match in index.find("role client")] == ["3"]


# -- order --------------------------------------------------------------------------------------------------
def test_the_ladder_of_fits() -> None:
    ladder = [
        "plan",  # all of it
        "Planning the work",  # the start
        "Make a plan for all of them",  # the start of a word
        "Pay, look, ask, note",  # first letters
        "Explanation of what was done there",  # inside of a word
        "Put it in the lane now",  # its letters, on starts and in runs
    ]
    shuffled = ladder.copy()
    random.Random(3).shuffle(shuffled)
    assert order("plan", *shuffled) == ladder


def test_the_lighter_comes_first_among_equals() -> None:
    index = Index((Entry("t", "Log it", kind="Task", weight=0.5), Entry("c", "Log it", kind="Command")))
    assert [match.entry.key for match in index.find("log")] == ["c", "t"]


def test_what_was_used_lately_comes_first_the_last_one_on_top() -> None:
    texts = ("Save", "Save as", "Save all", "Undo and save")
    assert order("save", *texts) == list(texts)
    assert order("save", *texts, recent={"Save all": 0, "Save as": 1})[:3] == ["Save all", "Save as", "Save"]
    # A rare fit does not win by habit alone.
    assert order("plan", "Plan it", "Explanation", recent={"Explanation": 0})[0] == "Plan it"


def test_what_was_used_lately_is_found_among_very_many() -> None:
    many = [f"A log {number}" for number in range(2_000)]
    assert order("log", *many, "The log", recent={"The log": 0})[0] == "The log"
    assert order("log", *many, recent={many[-1]: 0})[0] == many[-1]


def test_the_shorter_comes_first_among_equals() -> None:
    assert order("log", "Log the request of the customer", "Log it") == [
        "Log it",
        "Log the request of the customer",
    ]


def test_what_is_impossible_comes_last() -> None:
    index = Index((Entry("a", "Paste", possible=False), Entry("b", "Unpasteurised milk")))
    assert [match.entry.key for match in index.find("paste")] == ["b", "a"]


def test_each_entry_comes_once_and_no_more_than_can_be_shown() -> None:
    index = Index(Entry(str(number), f"Log log log {number}") for number in range(500))
    found = [match.entry.key for match in index.find("log")]
    assert len(found) == len(set(found)) == MOST


# -- bold letters -------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "typed", "shown"),
    [
        ("Log the request", "req", "Log the [req]uest"),
        ("Catalog log", "log", "Catalog [log]"),
        ("Catalog", "log", "Cata[log]"),
        ("Log the request", "req lo", "[Lo]g the [req]uest"),
        ("Log the request", "ltr", "[L]og [t]he [r]equest"),
        ("Straße", "strasse", "[Straße]"),
        ("Café", "cafe", "[Café]"),
        ("🚀 Launch", "lau", "🚀 [Lau]nch"),
        ("Nothing", "xyz", "Nothing"),
    ],
)
def test_the_letters_that_fit(text: str, typed: str, shown: str) -> None:
    assert bold(text, typed) == shown


def test_folding_knows_where_each_letter_comes_from() -> None:
    line, places = folded_with_places("ÆŒ ß\nfi")
    assert line == folded("ÆŒ ß\nfi") == "aeoe ss fi"
    assert places == [0, 0, 1, 1, 2, 3, 3, 4, 5, 5][: len(line)] or len(places) == len(line)


# -- speed --------------------------------------------------------------------------------------------------
WORDS = (
    "log",
    "check",
    "classify",
    "escalate",
    "approve",
    "review",
    "request",
    "incident",
    "change",
    "service",
    "customer",
    "notify",
    "record",
    "design",
    "build",
    "test",
    "deploy",
    "plan",
    "order",
    "laptop",
    "contract",
    "supplier",
    "invoice",
    "verify",
    "close",
    "reopen",
    "obtain",
    "improve",
    "measure",
)


def test_a_thousand_steps_with_ten_tasks_each_take_less_than_16_ms_a_key() -> None:
    dice = random.Random(1)
    entries = []
    for step in range(1_000):
        name = " ".join(dice.choices(WORDS, k=4)).capitalize()
        entries.append(Entry(f"s{step}", name, f"Step {step}", "Step", 0.1))
        for task in range(10):
            text = " ".join(dice.choices(WORDS, k=9))
            entries.append(Entry(f"t{step}.{task}", text, f"Step {step}, {name}", "Task", 0.5))
    before = time.process_time()
    index = Index(entries)
    index.prepare()
    print(f"index of {len(index)} entries: {(time.process_time() - before) * 1000:.0f} ms")
    slowest = 0.0
    for typed in ("escalate request", "dsgnrvw", "log step 500", "zzqqxx", "eee"):
        for end in range(1, len(typed) + 1):
            times = []
            for _ in range(3):
                before = time.process_time()
                index.find(typed[:end])
                times.append(time.process_time() - before)
            slowest = max(slowest, min(times))
    print(f"slowest key stroke: {slowest * 1000:.1f} ms")
    assert slowest < 0.016
