"""Every sentence of a finding and every label of a mend can be translated."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.analysis.checks.cases import CASES
from vsdesigner import language
from vsdesigner.analysis.findings import ALL_CHECKS, Check, find_all
from vsdesigner.analysis.profiles import PROFILES
from vsdesigner.commands.mends import mend_all, mends_for

START, END = "¿", "?"


@pytest.fixture
def foreign() -> Iterator[None]:
    """A language in which every sentence stands between two marks."""
    language.install(lambda text: START + text + END)
    yield
    language.install(str)


@pytest.mark.usefixtures("foreign")
@pytest.mark.parametrize("check", ALL_CHECKS, ids=lambda check: check.id)
def test_what_is_said_about_a_finding_goes_through_the_translation(check: Check) -> None:
    view = CASES[check.id].fires()
    for finding in find_all(view):
        assert is_said(finding.text), finding.text
        assert is_said(finding.why)
        for mend in mends_for(view, finding):
            assert is_said(mend.label), mend.label
    found = [finding for finding in find_all(view) if finding.check == check.id]
    together = mend_all(view, found * 2)
    assert together is None or is_said(together.label)


@pytest.mark.usefixtures("foreign")
def test_kinds_and_profiles_keep_the_texts_that_lists_translate() -> None:
    for entry in (*ALL_CHECKS, *PROFILES.values()):
        assert not is_said(entry.title)
        assert not is_said(entry.why)


def is_said(text: str) -> bool:
    """Say whether a whole sentence went through the translation, names and all."""
    return text.startswith(START) and text.endswith(END)
