"""Verbs on what is checked: the profile of a document, and the level of each check in it."""

from __future__ import annotations

from vsdesigner.analysis.finding import Level
from vsdesigner.analysis.findings import ALL_CHECKS, OFF
from vsdesigner.analysis.profiles import PROFILES
from vsdesigner.document.draft import Draft
from vsdesigner.model.records import SETTINGS_ID, DocumentSettings


def set_level(draft: Draft, check: str, level: str) -> None:
    """Give a check another level (``error``, ``warning``, ``hint``), switch it ``off``, or with an empty
    level leave it to the profile again. Raises ValueError for a check or level that there is not.
    """
    if check not in {known.id for known in ALL_CHECKS}:
        raise ValueError(f"there is no check {check}")
    if level not in ("", OFF, *Level):
        raise ValueError(f"{level} is no level of a check")
    levels = dict(_settings(draft).check_levels)
    levels.pop(check, None)
    if level:
        levels[check] = str(level)
    draft.update(SETTINGS_ID, check_levels=levels)


def reset_levels(draft: Draft) -> None:
    """Leave the levels of all checks to the profile again."""
    _settings(draft)
    draft.update(SETTINGS_ID, check_levels={})


def set_profile(draft: Draft, profile: str) -> None:
    """Choose what is asked of the document. Raises ValueError for a profile that there is not."""
    if profile not in PROFILES:
        raise ValueError(f"there is no profile {profile}")
    _settings(draft)
    draft.update(SETTINGS_ID, check_profile=profile)


def _settings(draft: Draft) -> DocumentSettings:
    """The document's settings, made when it has none."""
    record = draft.find(SETTINGS_ID)
    return record if isinstance(record, DocumentSettings) else draft.add(DocumentSettings())
