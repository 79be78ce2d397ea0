"""``hemicycle layouts`` says what each value comes to, and what it wins or gives up."""

from dataclasses import replace

from scheduler.cli.layouts_value_words import MOST_NAMES, value_sections
from scheduler.publishing.layouts_pivots import changes_between
from tests.publishing.layouts_cases import layouts


def sections(found):
    return dict(value_sections(found))


def test_first_stands_what_all_possible_layouts_come_to():
    title, said = next(value_sections(layouts()))
    assert title == "What possible layouts come to, the best first"
    assert said[0].startswith("Rooms used: 1")
    assert any(one.startswith("Level 2 (") for one in said)


def test_values_are_compared_with_the_first_in_pairs():
    first, second = sections(layouts())["Length of round tables: what each value comes to"]
    assert first.startswith("180 minutes: ")
    assert " layouts possible." in first
    assert " Instead of 180 minutes: " in second


def test_an_axis_that_does_not_vary_is_passed_over():
    assert not any(title.startswith("Place") for title in sections(layouts()))


def test_only_what_changes_is_said():
    found = layouts()
    changes = changes_between(found, 2, "long", "short")
    assert changes
    assert not any(one.endswith(": 0") for one in changes)
    assert changes_between(found, 2, "long", "long") == []


def test_values_that_come_to_the_same_share_a_sentence():
    found = layouts()
    same = replace(found, cells=tuple(replace(cell, levels=(), criteria={}) for cell in found.cells))
    said = sections(same)["Week: what each value comes to"]
    assert any("Week 3 of 2030, Week 4 of 2030 and Week 5 of 2030: " in one for one in said)
    assert any(one.endswith("nothing changes.") for one in said)


def test_of_many_values_the_first_are_named():
    found = layouts(weeks=MOST_NAMES + 6)
    cells = tuple(replace(cell, levels=(), criteria={}) for cell in found.cells)
    said = " ".join(sections(replace(found, cells=cells))["Week: what each value comes to"])
    assert f"Week {MOST_NAMES + 1} of 2030" in said
    assert " others: " in said


def test_nothing_possible_is_compared_with_nothing():
    found = layouts(weeks=1)
    none = tuple(replace(one, status="impossible", levels=(), criteria=None) for one in found.cells)
    assert sections(replace(found, cells=none)) == {}


def test_what_is_not_known_is_said():
    found = layouts(weeks=1)
    cells = tuple(
        replace(one, status="unknown", levels=(), criteria=None) if "long" in one.values else one
        for one in found.cells
    )
    said = sections(replace(found, cells=cells))["Length of round tables: what each value comes to"]
    assert said == [
        "180 minutes: 0 of 6 layouts possible, 6 not known.",
        "90 minutes: 4 of 6 layouts possible.",
    ]
