"""What a planner may have meant."""

import pytest

from scheduler.domain.window import maybe

ROOMS = ["conference-room-1", "conference-room-4", "general-assembly-hall", "trusteeship-council-chamber"]


@pytest.mark.parametrize(
    ("word", "known", "said"),
    [
        ("conference-rom-4", ROOMS, " Maybe conference-room-4"),
        ("CR4", ROOMS, " Maybe conference-room-4"),
        ("TCC", ROOMS, " Maybe trusteeship-council-chamber"),
        ("RT 4", ["round-table-3", "round-table-4"], " Maybe round-table-4"),
        ("day", ["day-1", "day-4", "hearing-day"], " Maybe day-1"),
        ("x", ["only"], " Maybe only"),
        ("x", ["beta", "alpha"], " Maybe one of alpha, beta"),
        (
            "x",
            [f"name-{letter}" for letter in "abcdefghijk"],
            " Maybe one of name-a, name-b, name-c, name-d, name-e, name-f",
        ),
        ("x", [], ""),
    ],
)
def test_the_likely_name_comes_first(word, known, said):
    assert maybe(word, known) == said
