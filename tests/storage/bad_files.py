"""The list of bad files made by hand: each with its name, its content and what has to be said about it."""

from __future__ import annotations

import base64
import copy
import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from tests.sample import sample
from vsdesigner.storage.json_format import encode

Tree = dict[str, Any]


@dataclass(frozen=True)
class BadFile:
    """A file that must be refused: `says` is a pattern for the message with its details."""

    name: str
    content: bytes
    says: str


@cache
def _good() -> str:
    return encode(sample()).decode()


def good_tree() -> Tree:
    """Return the sample as a fresh tree."""
    tree: Tree = json.loads(_good())
    return tree


def _edited(change: Callable[[Tree], object]) -> bytes:
    tree = copy.deepcopy(good_tree())
    change(tree)
    return json.dumps(tree, indent=1).encode("utf-8", "surrogatepass")


def _text(old: str, new: str) -> bytes:
    assert old in _good(), old
    return _good().replace(old, new, 1).encode()


def _step(name: str, value: object) -> bytes:
    return _edited(lambda tree: tree["steps"][2].update({name: value}))


def _nested(depth: int) -> Any:
    value: Any = 1
    for _ in range(depth):
        value = [value]
    return value


BYTES = (
    BadFile("empty", b"", "is empty"),
    BadFile("blank", b" \n\t\r\n ", "is empty"),
    BadFile("zeros", b"\0" * 4096, "is empty"),
    BadFile("only a mark", b"\xef\xbb\xbf", "is empty"),
    BadFile("plain text", b"Dear all,\nplease find attached", "line 1, character 1"),
    BadFile("a number", b"42", "not a document of VS Designer"),
    BadFile("a list", b"[]", "not a document of VS Designer"),
    BadFile("a text", b'"vsdesigner"', "not a document of VS Designer"),
    BadFile("null", b"null", "not a document of VS Designer"),
    BadFile("other json", b'{"name": "some-package", "version": "1.0.0"}', "not a document of VS Designer"),
    BadFile("xml", b"<?xml version='1.0'?><mxfile/>", "is XML or HTML"),
    BadFile("png", b"\x89PNG\r\n\x1a\n", "is a picture"),
    BadFile("jpeg", b"\xff\xd8\xff\xe0\0\x10JFIF", "is a picture"),
    BadFile("zip", b"PK\x03\x04\x14\0\0\0", "ZIP archive or a workbook"),
    BadFile("pdf", b"%PDF-1.7\n", "is a PDF"),
    BadFile("pickle", b"\x80\x04\x95\x1b\0\0\0", "byte 1 does not belong"),
    BadFile("utf-16 with mark", _good().encode("utf-16"), "UTF-16"),
    BadFile("utf-16 little", _good().encode("utf-16-le"), "UTF-16"),
    BadFile("utf-16 big", _good().encode("utf-16-be"), "UTF-16"),
    BadFile("utf-32 with mark", _good().encode("utf-32"), "UTF-32"),
    BadFile("utf-32 little", _good().encode("utf-32-le"), "UTF-32"),
    BadFile("latin 1", _text("Think", "Prüfung").decode().encode("latin-1"), r"byte [\d,]+ does not belong"),
    BadFile("surrogate in utf-8", b'{"format": "\xed\xa0\x80"}', "byte 13 does not belong"),
    BadFile("overlong utf-8", b'{"format": "\xc0\xaf"}', "byte 13 does not belong"),
    BadFile("half", _good()[: len(_good()) // 2].encode(), "ends in the middle"),
    BadFile("last bracket missing", _good().rstrip()[:-1].encode(), "ends in the middle"),
    BadFile("cut in a text", b'{"format": "vsdes', "ends in the middle"),
    BadFile("something behind", _good().encode() + b"}", r"line [\d,]+, character 1 is not"),
    BadFile("two documents", _good().encode() * 2, "is not what has to stand there"),
    BadFile("comment", b"// ours\n" + _good().encode(), "line 1, character 1"),
    BadFile("single quotes", _good().replace('"', "'").encode(), "line 2"),
    BadFile("trailing comma", _text("\n}", ",\n}"), "is not what has to stand there"),
    BadFile("bare key", _text('"format"', "format"), "line 2"),
    BadFile("tab in a text", _text("Think", "Th\tink"), "is not what has to stand there"),
    BadFile(
        "merge conflict", _good().replace(' "lanes"', '<<<<<<< HEAD\n "lanes"', 1).encode(), "is damaged"
    ),
    BadFile("only brackets", b"[" * 100_000, "nested more than 32 deep"),
    BadFile("a million brackets", b"[" * 1_000_000 + b"]" * 1_000_000, "more values than any document"),
    BadFile("deep objects", b'{"a":' * 5_000 + b"1" + b"}" * 5_000, "nested more than 32 deep"),
    BadFile("deep behind texts", b'["]",' * 5_000 + b'"["' + b"]" * 5_000, "nested more than 32 deep"),
    BadFile("20 MB of lists", b"[" + b"[]," * 6_900_000 + b"[]]", "more values than any document"),
    BadFile("20 MB of objects", b"[" + b"{}," * 6_900_000 + b"{}]", "more values than any document"),
    BadFile("20 MB of numbers", b"[" + b"1," * 10_000_000 + b"1]", "more values than any document"),
    BadFile("20 MB of one text", b'{"format":"' + b"a" * 20_000_000 + b'"}', "not a document of VS Designer"),
    BadFile(
        "20 MB of backslashes", b'{"format":"' + b"\\" * 20_000_000 + b'"}', "not a document of VS Designer"
    ),
    BadFile("20 MB of quotes", b'"' * 20_000_000, "line 1, character 3"),
    BadFile("more than 20 MB", b" " * (20 * 1024 * 1024 + 1), "larger than 20 MB"),
)

HEAD = (
    BadFile("no format", _edited(lambda t: t.pop("format")), "not a document of VS Designer"),
    BadFile("another format", _edited(lambda t: t.update(format="drawio")), "not a document of VS Designer"),
    BadFile("format is a list", _edited(lambda t: t.update(format=["vsdesigner"])), "not a document"),
    BadFile("no version", _edited(lambda t: t.pop("version")), "does not say in which version"),
    BadFile("version is a number", _edited(lambda t: t.update(version=1.0)), "does not say in which version"),
    BadFile("version is words", _edited(lambda t: t.update(version="latest")), "does not say in which"),
    BadFile("version of a line", _edited(lambda t: t.update(version="1.0\n")), "does not say in which"),
    BadFile("version is enormous", _edited(lambda t: t.update(version="9" * 5000 + ".0")), "does not say"),
    BadFile("newer major", _edited(lambda t: t.update(version="2.0")), "newer VS Designer.*version 2"),
    BadFile("far newer major", _edited(lambda t: t.update(version="9999.9")), "reads version 9999"),
    BadFile("version zero", _edited(lambda t: t.update(version="0.9")), "version 0.9 of the format"),
)

NUMBERS = (
    BadFile("NaN", _step("x", float("nan")), "“NaN” in it is not a number"),
    BadFile("infinity", _step("x", float("inf")), "“Infinity” in it is not a number"),
    BadFile("minus infinity", _step("x", float("-inf")), "“-Infinity” in it is not a number"),
    BadFile("1e999", _text('"x": 200', '"x": 1e999'), "the number 1e999 in it is too large"),
    BadFile("5,000 digits", _text('"x": 200', '"x": ' + "9" * 5000), "thousands of digits"),
    BadFile("5,000 digits and a point", _text('"x": 200', '"x": ' + "9" * 5000 + ".5"), "is too large"),
    BadFile("400 digits", _step("x", 10**400), r"step “Step of deliver.*: x is not a number"),
    BadFile("a coordinate of a billion", _step("x", 1e9), r"x is more than 1,000,000$"),
    BadFile("a coordinate far left", _step("x", -1e6 - 1), r"x is less than -1,000,000$"),
    BadFile("no width", _step("width", 0), "width is not more than 0"),
    BadFile("negative width", _step("width", -5), "width is not more than 0"),
    BadFile("order below zero", _step("order", -1), "order is less than 0"),
    BadFile("order is half", _step("order", 1.5), "order is not a whole number"),
    BadFile("order is true", _step("order", True), "order is not a whole number"),
    BadFile("order without end", _step("order", 10**18), "order is more than 1,000,000"),
    BadFile("share over 100", _edited(lambda t: t["flows"][0].update(share=101)), "share is more than 100"),
    BadFile("percent below 0", _step("complete_and_accurate", -1), "complete and accurate is less than 0"),
    BadFile("a number as text", _step("x", "40"), "x is not a number"),
    BadFile("time is text", _step("wait_time", {"likely": "2 days"}), "wait time, likely is not a number"),
    BadFile("time is negative", _step("process_time", {"likely": -1}), "process time, likely is less than 0"),
    BadFile("time in fortnights", _step("process_time", {"unit": "fortnights"}), "unit is none of 'minutes'"),
    BadFile(
        "30 hours a day",
        _edited(lambda t: t["streams"][0].update(calendar={"hours_per_day": 30})),
        "more than 24",
    ),
)

TYPES = (
    BadFile("name is a number", _step("name", 5), "step “step-.*: name is not text"),
    BadFile("name is nothing", _step("name", None), "name is not text"),
    BadFile("name of 501", _step("name", "x" * 501), "name is longer than 500 characters"),
    BadFile("name of a million", _step("name", "x" * 1_000_000), "longer than 500"),
    BadFile("notes of 10,001", _step("presenter_notes", "x" * 10_001), "longer than 10,000 characters"),
    BadFile("flag is a number", _step("optional", 1), "optional is neither true nor false"),
    BadFile("flag is text", _step("optional", "yes"), "optional is neither true nor false"),
    BadFile("tasks is text", _step("tasks", "do it"), "actions and tasks is not a list"),
    BadFile("tasks is an object", _step("tasks", {"0": {}}), "actions and tasks is not a list"),
    BadFile("tasks is nothing", _step("tasks", None), "actions and tasks is not a list"),
    BadFile("task is text", _step("tasks", ["do it"]), "entry 1 is not a group of fields"),
    BadFile("task without id", _step("tasks", [{"text": "x"}]), "actions and tasks, entry 1, id is missing"),
    BadFile("task indented twice", _step("tasks", [{"id": "t", "indent": 2}]), "indent is more than 1"),
    BadFile("501 tasks", _step("tasks", [{"id": f"t{n}"} for n in range(501)]), "more than 500 entries"),
    BadFile(
        "letters in lower case", _step("raci", [{"role": "r", "letters": "a"}]), "set of letters such as A/R"
    ),
    BadFile("letters as a list", _step("raci", [{"role": "r", "letters": ["A"]}]), "letters is not text"),
    BadFile("supplier is text", _step("supplier", "us"), "carried out by is not a group of fields"),
    BadFile(
        "supplier unheard of", _step("supplier", {"kind": "friend"}), "kind is none of 'own' or 'partner'"
    ),
    BadFile("automation unheard of", _step("automation", "robot"), "automation is none of empty, 'manual'"),
    BadFile("inputs with nothing", _step("inputs", ["a", None]), "inputs and triggers, entry 2 is not text"),
    BadFile("lane is missing", _edited(lambda t: t["steps"][2].pop("lane")), "activity is missing"),
    BadFile(
        "stream is missing", _edited(lambda t: t["flows"][0].pop("stream")), "flow “.*: stream is missing"
    ),
    BadFile("target is missing", _edited(lambda t: t["flows"][0].pop("target")), "target is missing"),
    BadFile(
        "flow of another kind", _edited(lambda t: t["flows"][0].update(kind="loop")), "kind is none of 'main'"
    ),
    BadFile(
        "101 bends",
        _edited(lambda t: t["flows"][0].update(bends=[{"lane": "engage", "x": 1, "y": 1}] * 101)),
        "more than 100",
    ),
    BadFile(
        "bend without lane",
        _edited(lambda t: t["flows"][0].update(bends=[{"x": 1}])),
        "entry 1, lane is missing",
    ),
    BadFile(
        "colour by name", _edited(lambda t: t["lanes"][0].update(color="red")), "is not a colour such as"
    ),
    BadFile(
        "colour with alpha", _edited(lambda t: t["lanes"][0].update(color="#11223344")), "is not a colour"
    ),
    BadFile(
        "lane without name", _edited(lambda t: t["lanes"][0].pop("name")), "activity “.*: name is missing"
    ),
    BadFile("terminal of no kind", _edited(lambda t: t["terminals"][0].pop("kind")), "kind is missing"),
    BadFile("no letters", _edited(lambda t: t["settings"].update(raci_letters=[])), "fewer than 1 entries"),
    BadFile("steps is an object", _edited(lambda t: t.update(steps={})), "“steps” is not a list"),
    BadFile("steps is nothing", _edited(lambda t: t.update(steps=None)), "“steps” is not a list"),
    BadFile("lanes is a number", _edited(lambda t: t.update(lanes=6)), "“lanes” is not a list"),
    BadFile(
        "settings is a list", _edited(lambda t: t.update(settings=[])), "document settings is not a group"
    ),
    BadFile(
        "step is a list", _edited(lambda t: t["steps"].append([])), "step number 6 is not a group of fields"
    ),
    BadFile("step is nothing", _edited(lambda t: t["steps"].append(None)), "step number 6 is not a group"),
    BadFile("step is nested", _step("name", _nested(20)), "name is not text"),
    BadFile("unknown field is deep", _step("x_new", _nested(40)), "nested more than 32 deep"),
    BadFile("half a character as key", _step("x_\ud800", 1), "has half a character"),
    BadFile(
        "20,001 steps",
        _edited(lambda t: t.update(steps=[{}] * 20_001)),
        "has 20,001 steps; 20,000 is the most",
    ),
    BadFile("201 activities", _edited(lambda t: t.update(lanes=[{}] * 201)), "201 activities"),
    BadFile("120,000 flows", _edited(lambda t: t.update(flows=[{}] * 120_000)), "more than 100,000 entries"),
    BadFile("everything wrong", _edited(lambda t: t.update(steps=[{}] * 15_000)), "more than 20 faults"),
)


def _double(section: str, index: int = 0) -> Callable[[Tree], object]:
    return lambda tree: tree[section].append(copy.deepcopy(tree[section][index]))


IDS = (
    BadFile("id with a blank", _step("id", "step 1"), "id is not an id: up to 80 letters"),
    BadFile("id of 81", _step("id", "x" * 81), "id is longer than 80 characters"),
    BadFile("id is empty", _step("id", ""), "id is not an id"),
    BadFile("id is a path", _step("id", "../../etc"), "id is not an id"),
    BadFile("id with a line end", _step("id", "step\n"), "id is not an id"),
    BadFile("id is a number", _step("id", 7), "id is not text"),
    BadFile("id is missing", _edited(lambda t: t["steps"][2].pop("id")), "step “Step of .*: id is missing"),
    BadFile("step twice", _edited(_double("steps")), r"the id “step-.*” is taken by the step “"),
    BadFile("flow twice", _edited(_double("flows")), r"the id “flow-.*” is taken by the flow “"),
    BadFile("lane twice", _edited(_double("lanes")), r"the id “\w+” is taken by the activity “"),
    BadFile("stream twice", _edited(_double("streams")), r"is taken by the stream “"),
    BadFile(
        "a step with a role's id",
        _edited(lambda t: t["steps"][2].update(id=t["roles"][0]["id"])),
        r"step “Step of .*: the id “role-.*” is taken by the role “Client”",
    ),
    BadFile(
        "the settings' id",
        _edited(lambda t: t["notes"][0].update(id="document")),
        "“document” is not allowed",
    ),
    BadFile(
        "settings with an id", _edited(lambda t: t["settings"].update(id="settings")), "is not allowed here"
    ),
    BadFile(
        "field twice",
        _text('"name": "Think"', '"name": "Think", "name": "Do"'),
        "“Do”: the field “name” is there",
    ),
    BadFile(
        "section twice", _text('\n "flows"', '\n "steps": [],\n "flows"'), "the field “steps” is there twice"
    ),
    BadFile(
        "head twice", _text('"version"', '"format": "x", "version"'), "the field “format” is there twice"
    ),
)


def _picture(data: bytes) -> bytes:
    text = base64.b64encode(data).decode()
    return _edited(lambda t: t["notes"][0].update(kind="picture", picture=text))


PICTURES = (
    BadFile(
        "a picture that is an SVG", _picture(b"<svg/>"), "picture cannot be shown: it is neither PNG nor"
    ),
    BadFile(
        "a picture that is cut", _picture(b"\x89PNG\r\n\x1a\n"), "picture cannot be shown: it is damaged"
    ),
    BadFile(
        "a picture of a thousand million pixels",
        _picture(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x4e\x20\0\0\x4e\x20" + b"\0" * 40),
        "picture cannot be shown: a picture may have 40 million pixels",
    ),
    BadFile(
        "a picture that is no base64",
        _edited(lambda t: t["notes"][0].update(picture="%%%%")),
        "picture cannot be shown: it is not base64",
    ),
    BadFile(
        "a picture that is too large",
        _edited(lambda t: t["notes"][0].update(picture="A" * 6_000_000)),
        "picture is longer than",
    ),
)

ALL = (*BYTES, *HEAD, *NUMBERS, *TYPES, *IDS, *PICTURES)
