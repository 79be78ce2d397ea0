"""``--freeze``: words become pins of the last release, or are refused with what would be right."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from scheduler.domain.room import Room
from scheduler.reading import read_forum
from scheduler.solving import solve
from scheduler.use_cases.freezing import CannotFreeze, frozen

DATA = Path(__file__).parents[2] / "data"
ROUND_TABLES = [f"round-table-{number}" for number in range(1, 5)]


@pytest.fixture(scope="module")
def reading():
    return read_forum(DATA / "imrf-2022")


def pins(reading):
    return {one.clause: one for one in reading.forum.all_clauses if one.mandate == "pins"}


def held(reading):
    """Name the meetings that are held where they are, by the pins."""
    return {
        rule.clause.clause: [place.meeting for place in rule.options.places(reading.forum)]
        for rule in reading.rules
        if rule.clause.mandate == "pins"
    }


def test_nothing_is_frozen_without_words(reading):
    assert frozen(reading, ()) is reading


@pytest.mark.parametrize(
    ("words", "meetings"),
    [
        ("session:hearing", ["hearing-1", "hearing-2"]),
        ("meeting:hearing-2", ["hearing-2"]),
        ("room:conference-room-4", ["hearing-1", "hearing-2", "round-table-3"]),
        ("day:hearing-day", ["hearing-1", "hearing-2"]),
        ("party:germany", None),
        ("round-table-3", ["round-table-3"]),
        ("plenary-2", ["plenary-2"]),
        ("hearing-day", ["hearing-1", "hearing-2"]),
    ],
)
def test_words_become_a_pin(reading, words, meetings):
    after = frozen(reading, [words])
    name = f"pins/freeze-{words.rpartition(':')[2]}"
    found = held(after)[name]
    assert found == meetings or (meetings is None and "round-table-1" in found)
    assert pins(after)[name].source == "--freeze: asked on the command line"
    assert pins(after)[name].says.endswith(
        "stays where the last release has it, says --freeze: asked on the command line."
    )
    assert not pins(reading)
    assert after.inputs == reading.inputs


def test_what_is_said_twice_is_one_pin(reading):
    assert list(pins(frozen(reading, ["hearing-day", "day:hearing-day"]))) == ["pins/freeze-hearing-day"]


def test_pins_of_the_file_stay(tmp_path):
    shutil.copytree(DATA, tmp_path / "data")
    folder = tmp_path / "data" / "imrf-2022"
    entry = "pins:\n  - {pin: {session: round-table-1}, by: A, because: b}\n"
    (folder / "pins.yaml").write_text(entry, encoding="utf-8")
    after = frozen(read_forum(folder), ["round-table-1"])
    assert list(pins(after)) == ["pins/freeze-round-table-1", "pins/pin-round-table-1"]
    assert [one.mandate for one in after.forum.clauses[-2:]] == ["pins", "pins"]


def test_what_is_frozen_is_not_moved(reading):
    bare = replace(reading, forum=reading.forum.replace(levels=()))
    before = reading.forum.release.timetable.by_meeting["round-table-3"]
    after = frozen(bare, ["round-table-3"])
    assert solve(bare.forum, bare.rules).timetable.by_meeting["round-table-3"] != before
    assert solve(after.forum, after.rules).timetable.by_meeting["round-table-3"] == before


_REFUSED = {
    "round-table-9": "there is no 'round-table-9' to be frozen. Maybe ",
    "session:round-table-9": "there is no session 'round-table-9'. Maybe ",
    "meting:plenary-1": "'meting' is nothing that can be frozen. Maybe meeting",
    "party:nobody": "there is no party 'nobody'",
    "room:": "there is no room ''",
    "": "there is no '' to be frozen",
}


@pytest.mark.parametrize("words", _REFUSED)
def test_bad_words_are_refused(reading, words):
    with pytest.raises(CannotFreeze) as caught:
        frozen(reading, ["round-table-1", words])
    assert str(caught.value).startswith(_REFUSED[words])


def test_an_id_of_two_things_is_refused(reading):
    room = Room(room="germany", name="Germany")
    venue = reading.forum.venue.replace(rooms=(*reading.forum.venue.rooms, room))
    twice = replace(reading, forum=reading.forum.replace(venue=venue))
    with pytest.raises(CannotFreeze) as caught:
        frozen(twice, ["germany"])
    sentence = "'germany' is the id of a room and of a party. Maybe room:germany or party:germany"
    assert str(caught.value) == sentence


def test_what_the_release_does_not_have_is_refused(reading):
    release = reading.forum.release
    kept = tuple(one for one in release.timetable.placements if one.meeting in ROUND_TABLES)
    less = release.replace(timetable=release.timetable.replace(placements=kept))
    without = replace(reading, forum=reading.forum.replace(release=less))
    with pytest.raises(CannotFreeze) as caught:
        frozen(without, ["session:plenary"])
    assert str(caught.value).startswith("release 1 does not have Plenary. Maybe one of round-table-1")


def test_nothing_is_frozen_before_the_first_release(reading):
    without = replace(reading, forum=reading.forum.replace(release=None, history=()))
    with pytest.raises(CannotFreeze) as caught:
        frozen(without, ["session:plenary"])
    sentence = "nothing has been released yet, so 'session:plenary' is nowhere that it could stay"
    assert str(caught.value) == sentence
