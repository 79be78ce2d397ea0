"""Tracks, participants, and periods that only some days have."""

from pathlib import Path

import pytest

from scheduler.reading import read_forum
from tests.reading.small import CLAUSES, FORUM, SESSIONS, problems_of, write

TRACKS = "tracks:\n  - {track: health, title: Health}\n  - {track: data, title: Data, chairs: [ada]}\n"
TALK = SESSIONS.replace(
    "    minutes: 180\n    objectives",
    "    minutes: 180\n    track: data\n    participants:\n"
    "      - {role: presenter, party: bohemia, timezone: Asia/Tokyo}\n"
    "      - {role: attendee, party: atlantis}\n    objectives",
)
PERIODS = """periods:
  - {name: morning, start: "10:00", end: "13:00"}
  - {name: afternoon, start: "15:00", end: "18:00"}
  - {name: late, start: "18:00", end: "20:00", days: [hearing-day]}
"""


def folder(root: Path, **texts: str) -> Path:
    """Write the small forum with some files otherwise, or more."""
    names = {name: f"small-2030/{name}.yaml" for name in texts}
    return write(root, **{names[name]: text for name, text in texts.items()})


def sentences(root: Path, **texts: str) -> list[str]:
    """Return what is wrong with it."""
    return [problem.sentence for problem in problems_of(folder(root, **texts))]


def test_tracks_are_in_order_and_have_chairs(tmp_path):
    forum = read_forum(folder(tmp_path, tracks=TRACKS, sessions=TALK)).forum
    assert [(one.track, one.chairs) for one in forum.tracks] == [("data", ("ada",)), ("health", ())]
    assert (forum.track_name("data"), forum.track_name("talk")) == ("Data", "talk")
    talk = forum.session_by_id["talk"]
    assert [(one.role, one.party) for one in talk.participants] == [
        ("attendee", "atlantis"),
        ("presenter", "bohemia"),
    ]
    assert forum.session_by_id["plenary"].in_track == "plenary/"
    assert forum.track_name("plenary/") == "plenary"
    assert "bohemia" in forum.attendance(talk)


def test_what_tracks_name_has_to_be_there(tmp_path):
    tracks = TRACKS.replace("[ada]", "[adda]")
    sessions = TALK.replace("track: data", "track: date").replace("party: atlantis", "party: atlantic")
    assert sorted(sentences(tmp_path, tracks=tracks, sessions=sessions)) == [
        "there is no party 'adda'. Maybe ada",
        "there is no party 'atlantic'. Maybe atlantis",
        "there is no track 'date'. Maybe data",
    ]


def test_tracks_without_a_list_are_not_checked(tmp_path):
    assert read_forum(folder(tmp_path, sessions=TALK)).forum.tracks == ()


@pytest.mark.parametrize(
    ("tracks", "said"),
    [
        (TRACKS + "  - {track: data, title: Again}\n", "stands here again"),
        ("tracks:\n  - {track: data}\n", "is missing"),
        ("tracks: [\n", "is no YAML"),
        ("", "is empty"),
    ],
)
def test_broken_lists_of_tracks_are_refused(tmp_path, tracks, said):
    assert any(said in one for one in sentences(tmp_path, tracks=tracks))


def test_some_days_have_periods_of_their_own(tmp_path):
    clock = read_forum(folder(tmp_path, forum=FORUM + PERIODS)).forum.clock
    assert [one.words for one in clock.stretches] == [
        "hearing-day morning",
        "hearing-day afternoon",
        "hearing-day late",
        "day-1 morning",
        "day-1 afternoon",
        "day-2 morning",
        "day-2 afternoon",
    ]
    late = clock.stretches[2]
    assert clock.stretch_of(late.start, late.end) == late
    assert clock.stretch_of(late.start, late.end + 1) is None
    assert clock.stretch_of(0, 10) is None


def test_periods_overlap_where_a_day_has_both(tmp_path):
    early = PERIODS.replace('18:00", end: "20:00', '17:00", end: "20:00')
    said = ["late begins at 17:00, before afternoon ends at 18:00. Maybe 18:00"]
    assert sentences(tmp_path, forum=FORUM + early) == said
    elsewhere = early.replace('end: "18:00"}', 'end: "18:00", days: [day-1, day-2]}')
    assert sentences(tmp_path, forum=FORUM + elsewhere) == []


def test_days_of_periods_have_to_be_there(tmp_path):
    periods = PERIODS.replace("[hearing-day]", "[hearing]")
    said = ["there is no day 'hearing'. Maybe hearing-day"]
    assert sentences(tmp_path, forum=FORUM + periods) == said


def test_a_window_names_a_period_that_its_day_has(tmp_path):
    clauses = CLAUSES + (
        "  - {clause: wish/late, tier: practice, source: us, says: Late., rule: within, sessions: all,\n"
        "     windows: [day-1 late]}\n"
    )
    (said,) = sentences(tmp_path, forum=FORUM + PERIODS, clauses=clauses)
    assert said.startswith("day-1 has no late.")
