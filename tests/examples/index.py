"""How the welcome page presents what ships, in the order in which it is shown."""

from __future__ import annotations

from typing import NamedTuple


class Card(NamedTuple):
    """A starting point as one finds it; `adapt` says of a template what to make one's own."""

    file: str
    title: str
    summary: str
    adapt: str = ""


TEMPLATES = (
    Card(
        "new-service.vstream",
        "Development of a new service",
        "From a need that somebody voices to a service that people use: understand, decide, design, build, "
        "deploy, release.",
        "Put in your own roles and the gates at which you decide about money, and set the lead times that "
        "you can promise.",
    ),
    Card(
        "restore-service.vstream",
        "Restoration of a live service",
        "A service is down: a first attempt that often helps, specialists when it does not, and what is "
        "learned after it runs again.",
        "Set your own priorities and times, name the teams that stand behind the first line, and correct the "
        "share that they fix at once.",
    ),
    Card(
        "user-incident.vstream",
        "User incident",
        "Something does not work for one user: help at the first contact, swap the device if need be, and "
        "make sure that they can work again.",
        "Say which devices you swap and from where they come, and adapt the shares to what your tickets "
        "tell.",
    ),
    Card(
        "service-request.vstream",
        "Service request",
        "A user orders something from the catalogue: once as people handle it, once as it runs by itself.",
        "Choose one request from your catalogue, name who has to approve it, and put in the times that you "
        "measure today.",
    ),
    Card(
        "change.vstream",
        "Change",
        "A change from the first idea to its review: assess the risk, authorize it, carry it out, check it, "
        "learn from it.",
        "Adapt which changes need no approval of their own, who authorizes the others, and when they may be "
        "carried out.",
    ),
    Card(
        "new-feature.vstream",
        "New feature",
        "A wish for a product that exists: weigh it in the backlog, design and build it, deploy it, and see "
        "whether it is used.",
        "Put in the rhythm of your team and your pipeline, and say how you decide what comes first.",
    ),
)

EXAMPLES = (
    Card(
        "cloud-service.vstream",
        "Provision a managed cloud service",
        "A service provider sets up a cloud service for a customer, from the first conversation to the "
        "handover.",
    ),
    Card(
        "restore-cloud-service.vstream",
        "Restore a managed cloud service",
        "The same provider brings a failed service back, with an early way out, a loop of rework and a "
        "review.",
    ),
    Card(
        "three-phases.vstream",
        "Introduce a new service in three phases",
        "A company introduces a digital signature service; phases group the steps across the activities.",
    ),
    Card(
        "coffee-shop.vstream",
        "The coffee shop",
        "Streams within a stream: behind three steps of a guest's visit stand streams of their own.",
    ),
)
