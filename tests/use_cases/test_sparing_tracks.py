"""A room that was given out with two tracks in a period may stay so."""

import pytest

from scheduler.domain.facts import facts_of
from tests.use_cases.test_sparing import acknowledging, answered, forum_with

BOTH = """day-1 10:00-11:00 hall data-1
          day-1 11:00-12:00 hall health-1
          day-1 10:00-11:00 annex data-2
          day-1 19:00-20:00 annex late"""
TRACKS = {"data-1": "data", "data-2": "data", "health-1": "health", "late": None}
SESSIONS = {name: {"track": track, "minutes": 60} for name, track in TRACKS.items()}


def programme(**overlay):
    """Make a forum whose release has two tracks in the hall in one morning."""
    return forum_with(("one-track-in-room",), release=BOTH, sessions=SESSIONS | overlay)


def test_what_somebody_answers_for_stays():
    forum = acknowledging(programme())
    past, found = answered(forum, facts_of(forum))
    assert found.solution.timetable.placements == forum.release.timetable.placements
    assert past.split(found.verdict).breaches == ()


@pytest.mark.parametrize("more", [{"health-2": {"track": "health", "minutes": 60}}])
def test_what_is_new_finds_another_room(more):
    """The hall is full of what stays, and the annex has another track; the new session goes elsewhere."""
    before = acknowledging(programme())
    now = programme(**more)
    now = now.replace(release=now.release.replace(acknowledged=before.release.acknowledged))
    _, found = answered(now, facts_of(before))
    places = found.solution.timetable.by_meeting
    kept = [one for one in found.solution.timetable.placements if one.meeting != "health-2"]
    assert kept == list(before.release.timetable.placements)
    start, end = places["health-2"].start, places["health-2"].end
    period = now.clock.stretch_of(start, end)
    assert period is None or (period.period, places["health-2"].room) != ("morning", "annex")
