"""The template of a service request: software ordered from the catalogue, by hand and by itself."""

from __future__ import annotations

from tests.examples.entries import Story
from tests.examples.templates.automated_request import BY_ITSELF
from tests.examples.templates.manual_request import BY_HAND
from tests.examples.templates.request_terms import ROLES

STORY = Story(file="service-request.vstream", status="Template", roles=ROLES, streams=(BY_HAND, BY_ITSELF))
