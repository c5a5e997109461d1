"""Who takes part in the coffee shop, and when it is open."""

from __future__ import annotations

from tests.examples.entries import RoleEntry

GUEST, HOST, BARISTA, FLOOR, KITCHEN, OWNER = (
    "Guest",
    "Host",
    "Barista",
    "Floor staff",
    "Dish room",
    "Shop owner",
)

ROLES = (
    RoleEntry(GUEST, "Says what they would like and how they liked it.", "customer"),
    RoleEntry(HOST, "Welcomes guests and sees that they feel at home."),
    RoleEntry(BARISTA, "Makes the coffee and answers for how it tastes."),
    RoleEntry(FLOOR, "Serves at the tables and keeps them clean."),
    RoleEntry(KITCHEN, "Washes cups and hands out clean ones."),
    RoleEntry(OWNER, "Answers for the whole visit, and for what it costs."),
)

OPEN_HOURS = (10.0, 6.0)
