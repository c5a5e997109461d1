"""Damages a good document in every way that a seed asks for, and says what it did."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

Path = tuple[str | int, ...]

HOSTILE: tuple[object, ...] = (
    None,
    True,
    0,
    -1,
    1.5,
    1e308,
    -(10**30),
    10**400,
    "",
    "x",
    "plan",
    "no-such-id",
    "document",
    "<img src=x>",
    "\ud800",
    "\0\x1b[31m",
    "ab" * 30_000,
    [],
    [[]],
    [None],
    {},
    {"id": "plan"},
    {"a": {"b": {"c": []}}},
)


def structure(content: bytes, seed: int) -> tuple[bytes, str]:
    """Return `content` (JSON) after one to three changes of its values, and what was changed."""
    chance = random.Random(seed)
    tree = json.loads(content)
    done = [_change(tree, chance) for _ in range(chance.choice((1, 1, 2, 3)))]
    return json.dumps(tree, ensure_ascii=chance.random() < 0.5).encode("utf-8", "surrogatepass"), ", ".join(
        done
    )


def raw(content: bytes, seed: int) -> tuple[bytes, str]:
    """Return `content` after one to three changes of its bytes, and what was changed."""
    chance = random.Random(seed)
    done: list[str] = []
    for _ in range(chance.choice((1, 1, 2, 3))):
        content, what = _bytes(content, chance)
        done.append(what)
    return content, ", ".join(done)


def places(value: Any, path: Path = ()) -> Iterator[Path]:
    """Yield the path of every value in a tree of JSON values."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, entry in value.items():
            yield from places(entry, (*path, key))
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            yield from places(entry, (*path, index))


def at(tree: Any, path: Path) -> Any:
    """Return the value at a path."""
    for part in path:
        tree = tree[part]
    return tree


def _change(tree: Any, chance: random.Random) -> str:
    path = chance.choice(list(places(tree)))
    parent, key = at(tree, path[:-1]), path[-1]
    where = "/".join(map(str, path))
    kind = chance.choice(
        ("replace", "replace", "replace", "delete", "copy", "swap", "rename", "double", "wrap")
    )
    if kind == "delete":
        del parent[key]
    elif kind == "copy":
        other = chance.choice(list(places(tree)))
        parent[key] = copy.deepcopy(at(tree, other))
        return f"{where} := {'/'.join(map(str, other))}"
    elif kind == "swap" and isinstance(parent, list) and len(parent) > 1:
        chance.shuffle(parent)
    elif kind == "rename" and isinstance(parent, dict):
        parent[chance.choice(("id", "x_new", "stream", str(key).upper(), ""))] = parent.pop(key)
    elif kind == "double" and isinstance(parent, list):
        parent.append(copy.deepcopy(parent[int(key)]))
    elif kind == "wrap":
        parent[key] = chance.choice(([parent[key]], {"id": parent[key]}))
    else:
        value = chance.choice(HOSTILE)
        parent[key] = copy.deepcopy(value)
        return f"{where} := {ascii(value)[:24]}"
    return f"{kind} {where}"


def _bytes(content: bytes, chance: random.Random) -> tuple[bytes, str]:
    if not content:
        return b"\0", "a byte for nothing"
    here, there = sorted(chance.choices(range(len(content) + 1), k=2))
    kind = chance.choice(("flip", "flip", "cut", "drop", "insert", "repeat", "swap", "digits", "quote"))
    if kind == "cut":
        return content[:here], f"cut off at {here}"
    if kind == "drop":
        return content[:here] + content[there:], f"without {here} to {there}"
    if kind == "insert":
        piece = chance.choice(
            (b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"NaN", b"-", b"[" * 50, b'"', b"\\u0000", b"1e999")
        )
        return content[:here] + piece + content[here:], f"{piece[:4]!r} at {here}"
    if kind == "repeat":
        return content[:there] + content[here:], f"{here} to {there} twice"
    if kind == "swap":
        return content[there:] + content[here:there] + content[:here], f"turned round at {here}, {there}"
    if kind in ("digits", "quote"):
        spots = [
            at for at, byte in enumerate(content) if (chr(byte).isdigit() if kind == "digits" else byte == 34)
        ]
        here = chance.choice(spots or [0])
        piece = b"9" * chance.choice((1, 40, 5000)) if kind == "digits" else b""
        return content[:here] + piece + content[here + 1 :], f"{kind} at {here}"
    here = min(here, len(content) - 1)
    flipped = content[here] ^ (1 << chance.randrange(8))
    return content[:here] + bytes([flipped]) + content[here + 1 :], f"bit at {here}"
