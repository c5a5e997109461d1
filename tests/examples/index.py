"""How the welcome page presents what ships, in the order in which it is shown."""

from __future__ import annotations

from typing import NamedTuple


class Card(NamedTuple):
    """A starting point as one finds it; `adapt` says of a template what to make one's own.

    A tile has room for some 60 letters of the summary.
    """

    file: str
    title: str
    summary: str
    adapt: str = ""


TEMPLATES = (
    Card(
        "new-service.vstream",
        "Development of a new service",
        "From a need that somebody voices to a service in use.",
        "Put in your own roles and the gates at which you decide about money, and set the lead times that "
        "you can promise.",
    ),
    Card(
        "restore-service.vstream",
        "Restoration of a live service",
        "A first attempt that often helps, specialists if it does not.",
        "Set your own priorities and times, name the teams that stand behind the first line, and correct the "
        "share that they fix at once.",
    ),
    Card(
        "user-incident.vstream",
        "User incident",
        "Help at the first contact, and another device if need be.",
        "Say which devices you swap and where they come from, and adapt the shares to what your tickets "
        "tell.",
    ),
    Card(
        "service-request.vstream",
        "Service request",
        "Software from the catalogue: once by hand, once automated.",
        "Choose one request from your catalogue, name who has to approve it, and put in the times that you "
        "measure today.",
    ),
    Card(
        "change.vstream",
        "Change",
        "Assess it, authorize it, carry it out, check it and learn.",
        "Say which changes need no approval of their own, who authorizes the others, and when they may be "
        "carried out.",
    ),
    Card(
        "new-feature.vstream",
        "New feature",
        "From a wish in the backlog to a feature that is used.",
        "Put in the rhythm of your team and your pipeline, and say how you decide what comes first.",
    ),
)

EXAMPLES = (
    Card(
        "cloud-service.vstream",
        "Provision a managed cloud service",
        "From the first talk with a customer to the handover.",
    ),
    Card(
        "restore-cloud-service.vstream",
        "Restore a managed cloud service",
        "The same provider: an early way out, rework, a review.",
    ),
    Card(
        "three-phases.vstream",
        "Introduce a new service in three phases",
        "Signing contracts digitally, in phases across the lanes.",
    ),
    Card(
        "coffee-shop.vstream",
        "The coffee shop",
        "Streams within a stream: three steps open streams of their own.",
    ),
)
