"""Labels take the best place that no earlier one covers, whatever was there before."""

from __future__ import annotations

import random

import pytest

from vsdesigner.layout.geometry import Rect
from vsdesigner.layout.label_book import LabelBook, LabelWish


def wish(rnd: random.Random) -> LabelWish:
    """Up to four places in a small area, so that labels get in each other's way."""
    x = rnd.randrange(0, 3000, 30)
    places = tuple(Rect(x + rnd.randrange(0, 300, 30), rnd.randrange(0, 60, 10), 80, 20) for _ in range(4))
    return LabelWish(places, held=rnd.random() < 0.1)


def test_a_label_evades_the_one_before_it_and_the_next_evades_that() -> None:
    left, middle, right = (Rect(x, 0, 80, 20) for x in (0, 400, 800))  # a and c are far apart
    book = LabelBook()
    book.update({"b": LabelWish((left, middle), False), "c": LabelWish((middle, right), False)})
    assert book.places == {"b": left, "c": middle}
    moved = book.update({"a": LabelWish((left,), True)})
    assert book.places == {"a": left, "b": middle, "c": right}
    assert moved == {"a", "b", "c"}
    assert book.update({"a": None}) == {"a", "b", "c"}
    assert book.places == {"b": left, "c": middle}


@pytest.mark.parametrize("seed", range(20))
def test_the_past_does_not_matter(seed: int) -> None:
    rnd = random.Random(seed)
    wishes = {f"flow-{number:02}": wish(rnd) for number in range(40)}
    book = LabelBook()
    book.update(wishes)
    for _ in range(30):
        id = rnd.choice(sorted(wishes) or ["flow-00"])
        before = dict(book.places)
        if rnd.random() < 0.3:
            wishes.pop(id, None)
            moved = book.update({id: None})
        else:
            wishes[id] = wish(rnd)
            moved = book.update({id: wishes[id]})
        fresh = LabelBook()
        fresh.update(wishes)
        assert book.places == fresh.places
        assert moved == {id for id in before.keys() | book.places if before.get(id) != book.places.get(id)}
