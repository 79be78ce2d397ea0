"""Fields of sessions, parties and forums that are otherwise, as planners say them."""

import pytest

from scheduler.domain.fact_words import change_words
from scheduler.domain.facts import Change
from tests.domain.test_fact_words import forum

FIELDS = [
    ("meetings", 4, 3, "Plenary has 3 meetings, no longer 4"),
    ("meetings", None, 2, "Plenary has 2 meetings, no longer 1"),
    ("meetings", 2, None, "Plenary has 1 meeting, no longer 2"),
    ("minutes", 180, [60, 90], "Plenary takes 60 and 90 minutes a meeting, no longer 180"),
    ("seats", 30, 40, "Plenary needs 40 seats, no longer 30"),
    ("seats", None, 0, "Plenary now needs 0 seats"),
    ("seats", 1, None, "Plenary no longer needs 1 seat"),
    ("interpretation", None, True, "Plenary now has interpretation"),
    ("interpretation", True, False, "Plenary no longer has interpretation"),
    ("kind", "plenary", "panel", "Plenary is of kind panel, no longer plenary"),
    (
        "features",
        ["stage"],
        ["screen", "dais", "booths"],
        "Plenary needs screen, dais and booths, no longer stage",
    ),
    ("objectives", [1, 2], None, "Plenary no longer deals with objectives 1 and 2"),
    ("number", 0, 1, "Plenary has number 1, no longer 0"),
    ("number", 0, None, "Plenary no longer has number 0"),
    ("title", "Opening", "Plenary", "Opening is now called Plenary"),
    ("body", "a", "b", "the body of Plenary is b, no longer a"),
    ("open-to", None, ["press", "ngos"], "the open-to of Plenary is now press and ngos"),
    ("setup", 30, None, "the setup of Plenary is no longer 30"),
    ("webcast", "x", "y", "the webcast of Plenary has changed"),
]


@pytest.mark.parametrize(("field", "before", "now", "sentence"), FIELDS)
def test_a_field_is_said_as_a_planner_would(field, before, now, sentence):
    assert change_words(Change(("sessions", "plenary", field), before, now), forum()) == sentence
    assert ";" not in sentence


@pytest.mark.parametrize(
    ("field", "before", "now", "sentence"),
    [
        ("attends", ["plenary"], None, "Egypt attends everything, no longer only plenary"),
        ("attends", ["plenary"], ["panel"], "Egypt attends only panel, no longer only plenary"),
        ("kind", "state", "observer", "Egypt is of kind observer, no longer state"),
        ("delegates", 2, 3, "the delegates of Egypt is 3, no longer 2"),
    ],
)
def test_so_is_a_field_of_a_party(field, before, now, sentence):
    assert change_words(Change(("parties", "egypt", field), before, now), forum()) == sentence


@pytest.mark.parametrize(
    ("field", "before", "now", "sentence"),
    [
        ("on", None, True, "the on is now yes"),
        ("on", False, True, "the on is yes, no longer no"),
    ],
)
def test_other_fields_say_yes_and_no(field, before, now, sentence):
    assert change_words(Change((field,), before, now), forum()) == sentence
