"""Blocks: what a track has of a room in a period."""

from scheduler.domain.blocks import at_once, blocks_of, by_track
from tests.mini import forum_of, timetable_of

TEXT = """day-1 10:00-11:00 hall  one
          day-1 11:00-12:00 hall  two
          day-1 10:00-11:00 annex three
          day-1 13:30-14:00 hall  four
          day-2 10:00-11:00 hall  three-2"""
SESSIONS = {"one": {"track": "data"}, "two": {"track": "data"}, "three": {}, "four": {}}


def found():
    forum = forum_of({"sessions": SESSIONS}, TEXT)
    return blocks_of(forum, timetable_of(forum, TEXT))


def test_a_block_has_the_meetings_of_a_track_in_a_room_and_period():
    assert [(one.track, one.period, one.room, len(one.places)) for one in found()] == [
        ("data", "day-1 morning", "hall", 2),
        ("three/", "day-1 morning", "annex", 1),
        ("three-2/", "day-2 morning", "hall", 1),
    ]


def test_blocks_are_grouped_by_track_and_paired_by_period():
    assert list(by_track(found())) == ["data", "three-2/", "three/"]
    assert [(one.track, other.track) for one, other in at_once(found())] == [("data", "three/")]
