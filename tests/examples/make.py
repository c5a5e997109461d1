"""Makes everything that ships as a starting point: ``python -m tests.examples.make`` writes it anew."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from tests.examples import make_cloud_service
from tests.examples.building import build
from tests.examples.entries import Story
from tests.examples.index import EXAMPLES, TEMPLATES, Card
from tests.examples.stories import coffee_shop, restore_cloud_service, three_phases
from tests.examples.templates import (
    change,
    new_feature,
    new_service,
    restore_service,
    service_request,
    user_incident,
)
from vsdesigner.storage.json_format import encode

RESOURCES = Path(__file__).parents[2] / "resources"
INDEX = "index.json"

#: Folder below ``resources`` → what its documents say.
STORIES: Mapping[str, Sequence[Story]] = {
    "templates": (
        new_service.STORY,
        restore_service.STORY,
        user_incident.STORY,
        service_request.STORY,
        change.STORY,
        new_feature.STORY,
    ),
    "examples": (restore_cloud_service.STORY, three_phases.STORY, coffee_shop.STORY),
}
CARDS: Mapping[str, Sequence[Card]] = {"templates": TEMPLATES, "examples": EXAMPLES}


@cache
def everything() -> Mapping[Path, bytes]:
    """Return the bytes of every file that ships as a starting point, by its path."""
    made = {make_cloud_service.PATH: encode(make_cloud_service.build())}
    for folder, cards in CARDS.items():
        made[RESOURCES / folder / INDEX] = _index(cards)
        for story in STORIES[folder]:
            made[RESOURCES / folder / story.file] = encode(build(story))
    return made


def _index(cards: Sequence[Card]) -> bytes:
    rows = [card._asdict() for card in cards]
    return (json.dumps(rows, indent=1, ensure_ascii=False) + "\n").encode()


if __name__ == "__main__":
    for path, content in everything().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
