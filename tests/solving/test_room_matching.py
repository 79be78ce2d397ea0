"""Rooms of one slot: everybody has one, the first possible assignment, and a reason where there is none."""

from itertools import permutations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scheduler.solving.room_matching import TooFewRooms, match

ROOMS = ("one", "two", "three", "four")
choices = st.dictionaries(
    st.sampled_from("abcd"), st.lists(st.sampled_from(ROOMS), unique=True, max_size=4), max_size=4
)


def first_assignment(wanted):
    """Try all assignments in their order."""
    for rooms in product(*wanted.values()):
        if len(set(rooms)) == len(rooms):
            return dict(zip(wanted, rooms, strict=True))
    return None


@settings(derandomize=True, database=None, deadline=None, max_examples=300)
@given(choices)
def test_the_first_assignment_is_found(wanted):
    expected = first_assignment(wanted)
    if expected is None:
        with pytest.raises(TooFewRooms) as short:
            match(wanted)
        between = short.value.rooms
        needing = [meeting for meeting, rooms in wanted.items() if between.issuperset(rooms)]
        assert len(needing) > len(between)
    else:
        assert match(wanted) == expected


def test_meetings_move_on_to_let_another_in():
    for order in permutations("ab"):
        wanted = {order[0]: ["one", "two"], order[1]: ["one"]}
        assert match(wanted) == {order[0]: "two", order[1]: "one"}


def test_a_meeting_without_any_room_is_named_by_the_empty_set():
    with pytest.raises(TooFewRooms) as short:
        match({"a": []})
    assert short.value.rooms == frozenset()
