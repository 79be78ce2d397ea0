"""Meetings divided among the rooms of their track."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.rules import active_rules
from scheduler.solving import Limits, solve
from scheduler.solving.packing import pack, places_of
from scheduler.solving.run import NO_DEADLINE, Settings, run
from tests.mini import clause_of, forum_of
from tests.solving.test_blocks import board_of, programme


def test_things_fill_bins_of_one_size():
    found = pack({"a": 3, "b": 2, "c": 1}, 2, 3)
    assert sorted(sorted(one) for one in found) == [["a"], ["b", "c"]]


def test_what_has_room_in_all_cannot_always_be_divided():
    assert pack({"a": 2, "b": 2, "c": 2}, 2, 3) is None


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(
    lengths=st.lists(st.integers(1, 4), max_size=6),
    bins=st.integers(1, 3),
    size=st.integers(2, 5),
)
def test_whatever_can_be_divided_is(lengths, bins, size):
    things = {str(number): length for number, length in enumerate(lengths)}
    found = pack(things, bins, size)
    assert (found is not None) == _possible(sorted(lengths, reverse=True), [size] * bins)
    if found is not None:
        assert sorted(one for each in found for one in each) == sorted(things)
        assert all(sum(things[one] for one in each) <= size for each in found)
        assert all(found) or len(things) < bins


def _possible(lengths, left):
    if not lengths:
        return True
    return any(
        _possible(lengths[1:], [free - lengths[0] * (number == place) for number, free in enumerate(left)])
        for place in range(len(left))
        if left[place] >= lengths[0]
    )


@pytest.mark.parametrize("rooms", [("annex", "hall"), ("annex", "attic", "hall")])
def test_a_track_that_cannot_be_divided_gets_a_room_for_each_meeting(rooms):
    """Three meetings of two thirds of a period have room enough in two rooms, but cannot be held there."""
    overlay = {
        "sessions": {name: {"kind": "talk", "minutes": 40, "track": "data"} for name in ("a", "b", "c")},
        "rooms": {room: {} for room in rooms},
        "days": {"day-1": "2030-01-07"},
        "periods": [{"name": "early", "start": "09:00", "end": "10:00"}],
    }
    forum = forum_of(overlay)
    forum = forum.replace(rooms=tuple(one for one in forum.rooms if one.room in rooms))
    hard = ("placed", "one-meeting-per-room", "official-hours", "one-track-in-room")
    forum = forum.replace(clauses=tuple(clause_of(rule, {}, "physical") for rule in hard))
    solution = solve(forum, active_rules(forum), Limits(workers=1))
    assert solution.status == ("optimal" if len(rooms) == 3 else "impossible")


@pytest.mark.parametrize("more", [0, 1])
def test_what_counting_does_not_see_is_found_when_meetings_are_laid_out(more):
    """Lengths of 5, 8 and 8 twelfths have room in two rooms, whichever way they are counted."""
    lengths = {"a": 25, "b": 40, "c": 40}
    overlay = {
        "sessions": {one: {"kind": "talk", "minutes": two, "track": "data"} for one, two in lengths.items()},
        "rooms": {"annex": {}, "hall": {}},
        "days": {"day-1": "2030-01-07", "day-2": "2030-01-08"} if more else {"day-1": "2030-01-07"},
        "periods": [{"name": "early", "start": "09:00", "end": "10:00"}],
    }
    forum = forum_of(overlay)
    hard = ("placed", "one-meeting-per-room", "official-hours", "one-track-in-room")
    forum = forum.replace(clauses=tuple(clause_of(rule, {}, "physical") for rule in hard))
    solution = solve(forum, active_rules(forum), Limits(workers=1))
    assert solution.status == ("optimal" if more else "impossible")


def test_rooms_that_cost_nothing_are_all_filled():
    overlay = {
        "sessions": {one: {"kind": "talk", "minutes": 30, "track": "data"} for one in ("a", "b")},
        "days": {"day-1": "2030-01-07"},
        "periods": [{"name": "early", "start": "09:00", "end": "10:00"}],
    }
    forum = forum_of(overlay)
    hard = ("placed", "one-meeting-per-room", "official-hours", "one-track-in-room")
    forum = forum.replace(clauses=tuple(clause_of(rule, {}, "physical") for rule in hard))
    places = solve(forum, active_rules(forum), Limits(workers=1)).timetable.placements
    assert sorted(one.room for one in places) == ["annex", "hall"]


def test_no_room_of_a_track_stays_empty():
    """Both meetings would fit into one room, and the run gives the track two."""
    overlay = {
        "sessions": {one: {"kind": "talk", "minutes": 20, "track": "data"} for one in ("a", "b")},
        "rooms": {"annex": {}, "hall": {}},
        "days": {"day-1": "2030-01-07"},
        "periods": [{"name": "early", "start": "09:00", "end": "10:00"}],
    }
    board = board_of(programme(**overlay))
    assert board.blocks.loose == {"data"}
    for truth in board.blocks.uses("data", 0).values():
        board.model.add(truth == 1)
    places = places_of(board, run(board.model, Settings(workers=1), NO_DEADLINE))
    assert sorted(room for _, room in places.values()) == ["annex", "hall"]
