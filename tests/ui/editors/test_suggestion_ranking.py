"""Which suggestions fit, and in which order."""

from __future__ import annotations

from vsdesigner.ui.editors.suggestions import MOST, Suggestion, exact, matching

CHANGE = Suggestion("Change enablement", "change", words=("Change control",))
SUPPLY = Suggestion("Supplier exchange", "supply", used=True)
BUSINESS = Suggestion("Business analysis", "business")
ALL = [BUSINESS, CHANGE, SUPPLY]


def texts(found: list[Suggestion]) -> list[str]:
    return [entry.text for entry in found]


def test_nothing_typed_offers_everything_in_order() -> None:
    assert matching(ALL, "  ", "Create it") == ALL


def test_any_part_of_a_word_and_other_spellings() -> None:
    assert texts(matching(ALL, "NALY")) == ["Business analysis"]
    assert texts(matching(ALL, "control")) == ["Change enablement"]
    assert texts(matching(ALL, "analysis bus")) == ["Business analysis"]


def test_conv_46_beginnings_before_words_before_the_rest() -> None:
    # What is used came before beginnings once; whoever typed "serv" was then offered what he had not typed.
    assert texts(matching(ALL, "change")) == ["Change enablement", "Supplier exchange"]
    inside = Suggestion("Organizational change management")
    unused = [Suggestion("Exchange"), inside, CHANGE]
    assert texts(matching(unused, "change")) == [CHANGE.text, inside.text, "Exchange"]


def test_conv_46_used_first_among_those_that_fit_as_well() -> None:
    desk = Suggestion("Service desk", used=True)
    assert texts(matching([Suggestion("Service design"), desk], "serv")) == ["Service desk", "Service design"]


def test_other_spellings_come_last_even_when_used() -> None:
    portfolio = Suggestion("Portfolio management", words=("Service portfolio management",), used=True)
    found = matching([portfolio, Suggestion("Customer service"), Suggestion("Service desk")], "serv")
    assert texts(found) == ["Service desk", "Customer service", "Portfolio management"]


def test_the_exact_name_is_always_first() -> None:
    assert texts(matching(ALL, "change  ENABLEMENT"))[0] == "Change enablement"
    assert texts(matching(ALL, "Change control"))[0] == "Change enablement"
    assert exact(ALL, "change control") is CHANGE
    assert exact(ALL, "change") is None


def test_conv_46_creating_comes_last_and_only_for_new_names() -> None:
    found = matching(ALL, "an", "Create “an”")
    assert texts(found)[-1] == "Create “an”"
    assert (found[-1].creates, found[-1].key) == (True, "an")
    assert texts(matching(ALL, "business analysis", "Create it")) == ["Business analysis"]
    assert texts(matching([], "new", "Create “new”")) == ["Create “new”"]


def test_a_long_list_is_cut() -> None:
    many = [Suggestion(f"Thing {number}") for number in range(500)]
    assert len(matching(many, "thing", "Create")) == MOST + 1


def test_letters_that_mean_something_to_patterns() -> None:
    assert texts(matching([Suggestion("C++ (new)")], "c++ (")) == ["C++ (new)"]
