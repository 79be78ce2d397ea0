"""What a planner may have meant."""

import pytest

from scheduler.domain.maybe import called, folded, maybe

MANY = ["assembly-hall", *(f"conference-room-{number}" for number in range(12, 0, -1))]
ROOMS = ["conference-room-1", "conference-room-4", "general-assembly-hall", "trusteeship-council-chamber"]


@pytest.mark.parametrize(
    ("word", "known", "said"),
    [
        ("conference-rom-4", ROOMS, " Maybe conference-room-4"),
        ("CR4", ROOMS, " Maybe conference-room-4"),
        ("TCC", ROOMS, " Maybe trusteeship-council-chamber"),
        ("RT 4", ["round-table-3", "round-table-4"], " Maybe round-table-4"),
        ("Conf. Room 4", ROOMS, " Maybe conference-room-4"),
        ("Conf. Room 4", MANY, " Maybe conference-room-4"),
        ("CONFERENCE ROM 12", MANY, " Maybe conference-room-12"),
        ("Assembly", MANY, " Maybe assembly-hall"),
        ("the hall in the house", MANY, " Maybe assembly-hall"),
        ("day-9", ["day-10", "day-2", "day-1"], " Maybe one of day-1, day-2, day-10"),
        ("talk-1", ["panel", "talk-2"], " Maybe one of talk-2, panel"),
        ("--", ["alpha", "beta"], " Maybe one of alpha, beta"),
        (
            "Conference Room 44",
            MANY,
            " Maybe one of conference-room-1, conference-room-2, conference-room-3, conference-room-4, "
            "conference-room-5, conference-room-6",
        ),
        ("day", ["day-1", "day-4", "hearing-day"], " Maybe day-1"),
        ("x", ["only"], " Maybe only"),
        ("x", ["beta", "alpha"], " Maybe one of alpha, beta"),
        (
            "x",
            [f"name-{letter}" for letter in "abcdefghijk"],
            " Maybe one of name-a, name-b, name-c, name-d, name-e, name-f",
        ),
        ("x", [], ""),
        ("Hearing_Day", ["day-1", "hearing-day"], " Maybe hearing-day"),
        ("day 3", ["day-1", "day-3"], " Maybe day-3"),
        ("D 1", ["day-1", "d1"], " Maybe d1"),
        ("plenary1", ["plenary-2", "plenary-1"], " Maybe plenary-1"),
    ],
)
def test_the_likely_name_comes_first(word, known, said):
    assert maybe(word, known) == said


def test_a_name_leads_to_an_id_whatever_its_capitals_and_spaces():
    ids = called({"tur": "Türkiye", "eun": "European Union", "ams": "Ames", "ame": "AMES"})
    assert ids.get(folded("tu\u0308rkiye")) == "tur"
    assert ids.get(folded("EUROPEAN\u00a0 union")) == "eun"
    assert folded("Ames") not in ids
