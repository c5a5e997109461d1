"""Every package that is installed is pinned, by name and version alone."""

import re
import tomllib
from collections.abc import Iterable
from importlib.metadata import PackageNotFoundError, requires

from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.packaging.fake_checkout import ROOT

CONSTRAINTS = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8")
PIN = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)==([0-9][A-Za-z0-9.]*)")


def pinned() -> dict[str, str]:
    lines = [line for line in CONSTRAINTS.splitlines() if not line.startswith("#")]
    matches = [PIN.fullmatch(line) for line in lines]
    assert all(matches), "a line is not just name==version"
    return {canonicalize_name(match[1]): match[2] for match in matches if match}


def asked_for() -> list[Requirement]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    project = settings["project"]
    lines = [*settings["build-system"]["requires"], "editables", *project["dependencies"]]
    for extra in project["optional-dependencies"].values():
        lines += extra
    return [Requirement(line) for line in lines]


def applies(marker: Marker | None, extras: Iterable[str]) -> bool:
    return marker is None or any(marker.evaluate({"extra": extra}) for extra in ("", *extras))


def test_there_are_no_addresses_and_no_options() -> None:
    rules = "\n".join(line for line in CONSTRAINTS.splitlines() if not line.startswith("#"))
    assert not re.search(r"://|@|^\s*-", rules, re.MULTILINE)
    assert "://" not in CONSTRAINTS
    assert len(pinned()) == len(rules.splitlines()), "a package is pinned twice"


def test_what_the_project_asks_for_is_pinned_within_its_bounds() -> None:
    pins = pinned()
    wrong = [
        str(requirement)
        for requirement in asked_for()
        if not requirement.specifier.contains(pins.get(canonicalize_name(requirement.name), "0.dev0"))
    ]
    assert wrong == []


def test_what_those_ask_for_is_pinned_as_well() -> None:
    pins = pinned()
    open_ends = asked_for()
    seen: set[str] = set()
    while open_ends:
        requirement = open_ends.pop()
        name = canonicalize_name(requirement.name)
        if name in seen:
            continue
        seen.add(name)
        try:
            lines = requires(name) or []
        except PackageNotFoundError:
            continue  # meant for another system
        further = (Requirement(line) for line in lines)
        open_ends += [need for need in further if applies(need.marker, requirement.extras)]
    assert {"pyside6-essentials", "shiboken6", "pydantic-core", "hatchling"} <= seen
    assert seen - set(pins) == set()
